"""Colours and shapes, in one place: LOOK.md's tokens, light and dark, and the style sheet made from them."""

import enum
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from PySide6.QtCore import QByteArray, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

STEP = 8
TARGET = 44
CORNER = 10
RING = 2


class Colour(enum.StrEnum):
    """The names of LOOK.md's tokens."""

    PAPER = "paper"
    CARD = "card"
    LINE = "line"
    INK = "ink"
    SOFT = "soft"
    TEAL = "teal"
    SKY = "sky"
    AMBER = "amber"
    ROSE = "rose"


@dataclass(frozen=True, slots=True)
class Tokens:
    """One scheme."""

    paper: str
    card: str
    line: str
    ink: str
    soft: str
    teal: str
    sky: str
    amber: str
    rose: str

    def colour(self, name: Colour) -> QColor:
        """A token as a colour to paint with."""
        return QColor(getattr(self, name.value))


LIGHT = Tokens("#FBF8F3", "#FFFFFF", "#DDD5C8", "#1F2A33", "#55626D", "#0B6E6E", "#2B5C9E", "#8A5A00", "#A1324C")
DARK = Tokens("#12181D", "#1B242B", "#33404A", "#EEF1F3", "#A9B5BF", "#5CC8C0", "#8CB8F0", "#F0BE5E", "#F2899E")


class Size(enum.IntEnum):
    """Heights of text, in pixels."""

    SMALL = 13
    BODY = 15
    LARGE = 20
    HEADLINE = 28


class Theme(QObject):
    """The scheme in use, which is the system's. Widgets paint themselves from it, again at each ``changed``."""

    changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self.tokens = LIGHT
        app.setStyle("Fusion")
        font = app.font()
        font.setPixelSize(Size.BODY)
        font.setFeature(QFont.Tag("tnum"), 1)
        app.setFont(font)
        app.styleHints().colorSchemeChanged.connect(self.follow)
        self.follow(app.styleHints().colorScheme())

    def follow(self, scheme: Qt.ColorScheme) -> None:
        """Take on a colour scheme; light where the system does not say."""
        self.tokens = DARK if scheme == Qt.ColorScheme.Dark else LIGHT
        self._app.setPalette(_palette(self.tokens))
        self._app.setStyleSheet(style_sheet(self.tokens))
        self.changed.emit()

    def colour(self, name: Colour) -> QColor:
        """A token of the scheme in use."""
        return self.tokens.colour(name)

    def draw_icon(self, painter: QPainter, name: str, colour: Colour, where: QRectF) -> None:
        """Paint one of our icons."""
        _renderer(name, self.tokens.colour(colour).name()).render(painter, where)


def app_icon() -> QIcon:
    """The app's own icon, which says nothing of what it is for."""
    icon = QIcon()
    for size in (16, 24, 32, 48, 64, 128, 256):
        pixmap = QPixmap(QSize(size, size))
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        _renderer("netcurtain", "").render(painter, QRectF(0, 0, size, size))
        painter.end()
        icon.addPixmap(pixmap)
    return icon


@cache
def _renderer(name: str, colour: str) -> QSvgRenderer:
    text = (files("netcurtain.ui") / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    return QSvgRenderer(QByteArray(text.replace("currentColor", colour).encode()))


def _palette(tokens: Tokens) -> QPalette:
    palette = QPalette()
    for role, name in {
        QPalette.ColorRole.Window: Colour.PAPER,
        QPalette.ColorRole.Base: Colour.CARD,
        QPalette.ColorRole.AlternateBase: Colour.PAPER,
        QPalette.ColorRole.Button: Colour.CARD,
        QPalette.ColorRole.Text: Colour.INK,
        QPalette.ColorRole.WindowText: Colour.INK,
        QPalette.ColorRole.ButtonText: Colour.INK,
        QPalette.ColorRole.PlaceholderText: Colour.SOFT,
        QPalette.ColorRole.Highlight: Colour.TEAL,
        QPalette.ColorRole.HighlightedText: Colour.CARD,
        QPalette.ColorRole.Link: Colour.TEAL,
        QPalette.ColorRole.Accent: Colour.TEAL,
    }.items():
        palette.setColor(role, tokens.colour(name))
    return palette


def style_sheet(tokens: Tokens) -> str:
    """What Qt draws itself: surfaces, fields, tables and scroll bars. Everything else paints itself from the tokens."""
    return f"""
QMainWindow, QDialog, QWidget#window {{ background: {tokens.paper}; }}
QScrollArea, QScrollArea > QWidget > QWidget#page {{ background: transparent; border: none; }}
QFrame#card {{ background: {tokens.card}; border: 1px solid {tokens.line}; border-radius: {CORNER}px; }}
QFrame#notice {{ background: {tokens.card}; border: none; }}
QFrame#hairline {{ background: {tokens.line}; border: none; }}
QLineEdit {{
    background: {tokens.card}; color: {tokens.ink}; border: 1px solid {tokens.soft}; border-radius: {CORNER}px;
    padding: 0 {2 * STEP}px; min-height: {TARGET - 2}px; selection-background-color: {tokens.teal}; selection-color: {tokens.card};
}}
QLineEdit:focus {{ border: {RING}px solid {tokens.teal}; min-height: {TARGET - 2 * RING}px; padding: 0 {2 * STEP - 1}px; }}
QListView, QTableView {{ background: transparent; color: {tokens.ink}; border: none; outline: none; }}
QTableView {{ gridline-color: transparent; font-size: {Size.SMALL}px; }}
QTableView::item {{ border-bottom: 1px solid {tokens.line}; padding: 0 {STEP}px; }}
QTableView::item:selected {{ background: {tokens.paper}; color: {tokens.ink}; }}
QTableView {{ border: {RING}px solid transparent; border-radius: {CORNER}px; }}
QTableView:focus {{ border-color: {tokens.teal}; }}
QHeaderView, QHeaderView::section {{
    background: transparent; color: {tokens.soft}; border: none; font-size: {Size.SMALL}px;
}}
QHeaderView::section {{ border-bottom: 1px solid {tokens.line}; padding: {STEP}px {STEP + 3}px; }}
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 0; }}
QScrollBar::handle {{ background: {tokens.line}; border-radius: 4px; margin: 2px; }}
QScrollBar::handle:vertical {{ min-height: 32px; }}
QScrollBar::handle:horizontal {{ min-width: 32px; }}
QScrollBar::handle:hover {{ background: {tokens.soft}; }}
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {{ background: none; width: 0; height: 0; }}
QMenu {{ background: {tokens.card}; color: {tokens.ink}; border: 1px solid {tokens.line}; padding: {STEP}px; }}
QMenu::item {{ padding: {STEP}px {3 * STEP}px; }}
QMenu::item:selected {{ background: {tokens.paper}; color: {tokens.teal}; }}
"""
