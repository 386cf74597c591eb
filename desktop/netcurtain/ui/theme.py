"""Colours, sizes and shapes, in one place: the tokens (docs/WORDS.md), light, dark and with the strongest contrast, and their style sheet.

Text has one of four sizes, and all of them grow with the person's choice; what holds text or stands beside it grows too: ask
``Theme.size`` and ``Theme.scaled`` for pixels, again at each ``changed``. Nothing in these windows moves by itself, so there is nothing to
keep still for somebody whom motion troubles; what Qt would let glide or fade, such as lists that open, is turned off.
"""

import enum
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from PySide6.QtCore import QByteArray, QObject, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from netcurtain.core.settings import ThemeChoice

STEP = 8
TARGET = 44
"""The least height of what is pressed; ``Theme.target`` has room for larger text."""
CORNER = 10
RING = 2
USUAL = 100
"""Percent: the usual text size."""
POINTING = frozenset({"before", "sent"})
"""Icons that go or come in the direction in which one reads."""
EFFECTS = (
    Qt.UIEffect.UI_AnimateMenu, Qt.UIEffect.UI_FadeMenu, Qt.UIEffect.UI_AnimateCombo,
    Qt.UIEffect.UI_AnimateTooltip, Qt.UIEffect.UI_FadeTooltip, Qt.UIEffect.UI_AnimateToolBox,
)  # fmt: skip
SCHEMES = {ThemeChoice.LIGHT: Qt.ColorScheme.Light, ThemeChoice.DARK: Qt.ColorScheme.Dark}
"""What the system is asked for, so that frames and its own dialogs go along; else it is left as it is."""


class Colour(enum.StrEnum):
    """The names of the tokens; docs/WORDS.md says what each is for."""

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
    """One scheme. A ``strong`` one has lines of double width."""

    paper: str
    card: str
    line: str
    ink: str
    soft: str
    teal: str
    sky: str
    amber: str
    rose: str
    strong: bool = False

    def colour(self, name: Colour) -> QColor:
        """A token as a colour to paint with."""
        return QColor(getattr(self, name.value))


LIGHT = Tokens("#FBF8F3", "#FFFFFF", "#DDD5C8", "#1F2A33", "#55626D", "#0B6E6E", "#2B5C9E", "#8A5A00", "#A1324C")
DARK = Tokens("#12181D", "#1B242B", "#33404A", "#EEF1F3", "#A9B5BF", "#5CC8C0", "#8CB8F0", "#F0BE5E", "#F2899E")
STRONG_LIGHT = Tokens("#FFFFFF", "#FFFFFF", "#333333", "#000000", "#2B2B2B", "#004A4A", "#0B3A7A", "#5A3A00", "#7A0F30", strong=True)
STRONG_DARK = Tokens("#000000", "#000000", "#E0E0E0", "#FFFFFF", "#DADADA", "#7FE9E1", "#A9CCFF", "#FFD479", "#FFB0C0", strong=True)
"""Every text pair of these two is at least 7 : 1."""


class Size(enum.IntEnum):
    """Heights of text, in pixels at the usual text size. ``Theme.size`` says how many it has now."""

    SMALL = 13
    BODY = 15
    LARGE = 20
    HEADLINE = 28


@dataclass(frozen=True, slots=True)
class Look:
    """A scheme and a text size, in percent of the usual one."""

    tokens: Tokens = LIGHT
    text_size: int = USUAL

    def scaled(self, pixels: float) -> int:
        """A length that grows with the text."""
        return round(pixels * self.text_size / USUAL)

    @property
    def target(self) -> int:
        """How high what is pressed is: a finger, or a line of text and room around it."""
        return max(TARGET, self.scaled(Size.BODY * 1.5) + 2 * STEP)

    @property
    def line(self) -> int:
        """How wide the lines around things are, in pixels."""
        return 2 if self.tokens.strong else 1

    @property
    def ring(self) -> int:
        """How wide the focus ring is, in pixels."""
        return RING + 1 if self.tokens.strong else RING


class Theme(QObject):
    """The look in use: the person's choice, and the system's where they leave it to that. Widgets paint and measure themselves by it, again
    at each ``changed``.
    """

    changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._choice, self._text_size = ThemeChoice.SYSTEM, USUAL
        self._applied: Look | None = None
        self.look = Look()
        app.setStyle("Fusion")
        for effect in EFFECTS:
            app.setEffectEnabled(effect, False)
        hints = app.styleHints()
        self._scheme = hints.colorScheme()
        hints.colorSchemeChanged.connect(self.follow)
        if hasattr(hints, "accessibility"):  # Qt 6.10 and later; before that the system's wish for contrast is not known
            hints.accessibility().contrastPreferenceChanged.connect(self._apply)
        self._apply()

    @property
    def tokens(self) -> Tokens:
        """The scheme in use."""
        return self.look.tokens

    @property
    def target(self) -> int:
        """How high what is pressed is, in pixels."""
        return self.look.target

    @property
    def line(self) -> int:
        """How wide the lines around things are, in pixels."""
        return self.look.line

    @property
    def ring(self) -> int:
        """How wide the focus ring is, in pixels."""
        return self.look.ring

    def choose(self, theme: ThemeChoice, text_size: int) -> None:
        """Follow the person's choice; ``text_size`` is percent of the usual one."""
        if (theme, text_size) == (self._choice, self._text_size):
            return
        self._choice, self._text_size = theme, text_size
        self._app.styleHints().setColorScheme(SCHEMES.get(theme, Qt.ColorScheme.Unknown))
        self._apply()

    def follow(self, scheme: Qt.ColorScheme) -> None:
        """Take on the system's colour scheme, where the person leaves it to that; light where the system does not say."""
        self._scheme = scheme
        self._apply()

    def colour(self, name: Colour) -> QColor:
        """A token of the scheme in use."""
        return self.tokens.colour(name)

    def size(self, size: Size) -> int:
        """How many pixels text of this size has now."""
        return self.look.scaled(size)

    def scaled(self, pixels: float) -> int:
        """What so many pixels beside or around text are now."""
        return self.look.scaled(pixels)

    def font(self, size: Size = Size.BODY, *, bold: bool = False, like: QFont | None = None) -> QFont:
        """A font of this size, as it is now: the windows' own, or one ``like`` another."""
        font = QFont(like if like is not None else self._app.font())
        font.setPixelSize(self.size(size))
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        return font

    def draw_icon(self, painter: QPainter, name: str, colour: Colour, where: QRectF) -> None:
        """Paint one of our icons; where one reads from the right, those that point somewhere point the other way."""
        painter.save()
        if name in POINTING and self._app.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            painter.translate(2 * where.center().x(), 0)
            painter.scale(-1, 1)
        _renderer(name, self.tokens.colour(colour).name()).render(painter, where)
        painter.restore()

    @Slot()
    def _apply(self) -> None:
        """Every widget is drawn anew, so only where something changed."""
        self.look = Look(self._tokens(), self._text_size)
        if self.look == self._applied:
            return
        self._applied = self.look
        font = self._app.font()
        font.setPixelSize(self.size(Size.BODY))
        font.setFeature(QFont.Tag("tnum"), 1)
        self._app.setFont(font)
        self._app.setPalette(_palette(self.tokens))
        self._app.setStyleSheet(style_sheet(self.look))
        self.changed.emit()

    def _tokens(self) -> Tokens:
        if self._choice is ThemeChoice.LIGHT:
            return LIGHT
        if self._choice is ThemeChoice.DARK:
            return DARK
        dark = self._scheme == Qt.ColorScheme.Dark
        if self._choice is ThemeChoice.CONTRAST or self._wants_contrast():
            return STRONG_DARK if dark else STRONG_LIGHT
        return DARK if dark else LIGHT

    def _wants_contrast(self) -> bool:
        hints = self._app.styleHints()
        return hasattr(hints, "accessibility") and hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast


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


def style_sheet(look: Look) -> str:
    """What Qt draws itself: surfaces, fields, menus and scroll bars. Everything else paints itself from the tokens."""
    tokens, line, ring = look.tokens, look.line, look.ring
    picked = (tokens.teal, tokens.card) if tokens.strong else (tokens.paper, tokens.ink)
    return f"""
QMainWindow, QDialog, QWidget#window {{ background: {tokens.paper}; }}
QScrollArea, QScrollArea > QWidget > QWidget#page {{ background: transparent; border: none; }}
QFrame#card {{ background: {tokens.card}; border: {line}px solid {tokens.line}; border-radius: {CORNER}px; }}
QFrame#notice {{ background: {tokens.card}; border: none; }}
QFrame#hairline {{ background: {tokens.line}; border: none; min-height: {line}px; max-height: {line}px; }}
QLineEdit {{
    background: {tokens.card}; color: {tokens.ink}; border: {line}px solid {tokens.soft}; border-radius: {CORNER}px;
    padding: 0 {2 * STEP}px; min-height: {look.target - 2 * line}px;
    selection-background-color: {tokens.teal}; selection-color: {tokens.card}; placeholder-text-color: {tokens.soft};
}}
QLineEdit:focus {{
    border: {ring}px solid {tokens.teal}; min-height: {look.target - 2 * ring}px; padding: 0 {2 * STEP - ring + line}px;
}}
QListView, QTableView {{ background: transparent; color: {tokens.ink}; border: none; outline: none; }}
QTableView {{ selection-background-color: transparent; }}
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 0; }}
QScrollBar::handle {{ background: {tokens.line}; border-radius: 4px; margin: 2px; }}
QScrollBar::handle:vertical {{ min-height: 32px; }}
QScrollBar::handle:horizontal {{ min-width: 32px; }}
QScrollBar::handle:hover {{ background: {tokens.soft}; }}
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {{ background: none; width: 0; height: 0; }}
QMenu {{ background: {tokens.card}; color: {tokens.ink}; border: {line}px solid {tokens.line}; padding: {STEP}px; }}
QMenu::item {{ padding: {STEP}px {3 * STEP}px; }}
QMenu::item:selected {{ background: {picked[0]}; color: {picked[1]}; }}
QToolTip {{ background: {tokens.card}; color: {tokens.ink}; border: {line}px solid {tokens.line}; padding: {STEP // 2}px; }}
"""
