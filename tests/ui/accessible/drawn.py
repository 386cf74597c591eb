"""What a widget draws: each piece of text with its colour and its place, whoever paints it, a label, a delegate or the picture.

A widget is painted into an SVG, in which texts are still texts.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from html import unescape
from types import SimpleNamespace

from PySide6.QtCore import QBuffer, QIODevice, QPoint, QRectF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QRegion, QTransform
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QWidget
from tests.ui.accessible.stage import visible_inside

from netcurtain.ui import theme as theme_module
from netcurtain.ui.theme import Colour, Theme

_PIECE = re.compile(r'transform="matrix\(([^)]*)\)"|<text ([^>]*)>([^<]*)</text>')
_FACT = re.compile(r'([\w-]+)="([^"]*)"')


@dataclass(frozen=True, slots=True)
class Text:
    """A piece of text as it was painted; ``place`` is in the widget's pixels, from the tops of high letters to the ends of low ones."""

    words: str
    place: QRectF
    colour: QColor


@dataclass(frozen=True, slots=True)
class Icon:
    """One of our icons as it was painted, in the widget's pixels. ``mirrored``: its right is its left."""

    name: str
    place: QRectF
    colour: Colour
    mirrored: bool


@dataclass(frozen=True, slots=True)
class Drawn:
    """What a widget itself paints, without what stands in it, and where it begins in its window."""

    widget: QWidget
    corner: QPoint
    texts: list[Text]
    icons: list[Icon]


def in_window(window: QWidget) -> list[Drawn]:
    """Every widget of a window that is in sight, the window first, always in the same order."""
    return list(_in_window(window, window))


def _in_window(widget: QWidget, window: QWidget) -> Iterator[Drawn]:
    yield drawn(widget, window)
    for child in widget.children():
        if isinstance(child, QWidget) and not child.isWindow() and visible_inside(child, window):
            yield from _in_window(child, window)


def drawn(widget: QWidget, window: QWidget) -> Drawn:
    """One of them."""
    icons: list[Icon] = []
    with _watched(icons.append):
        svg = _svg(widget)
    return Drawn(widget, widget.mapTo(window, QPoint(0, 0)), _texts(svg), icons)


def _svg(widget: QWidget) -> str:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setResolution(96)
    generator.setSize(widget.size())
    painter = QPainter(generator)
    widget.render(painter, QPoint(), QRegion(), QWidget.RenderFlag(0))
    painter.end()
    return bytes(buffer.data().data()).decode()


def _texts(svg: str) -> list[Text]:
    found: list[Text] = []
    transform = QTransform()
    for matrix, facts, words in _PIECE.findall(svg):
        if matrix:
            transform = QTransform(*(float(number) for number in matrix.split(",")))
        elif words.strip():
            found.append(_text(dict(_FACT.findall(facts)), unescape(words), transform))
    return found


def _text(facts: dict[str, str], words: str, transform: QTransform) -> Text:
    font = QFont(facts["font-family"])
    font.setPixelSize(round(float(facts["font-size"])))
    font.setWeight(QFont.Weight(int(facts["font-weight"])))
    font.setFeature(QFont.Tag("tnum"), 1)
    metrics = QFontMetricsF(font)
    high, low = metrics.capHeight(), metrics.descent() / 2
    place = QRectF(float(facts["x"]), float(facts["y"]) - high, metrics.horizontalAdvance(words), high + low)
    colour = QColor(facts["fill"])
    colour.setAlphaF(float(facts.get("fill-opacity", "1")))
    return Text(words, transform.mapRect(place), colour)


@contextmanager
def _watched(tell: Callable[[Icon], None]) -> Iterator[None]:
    before, renderer = Theme.draw_icon, theme_module._renderer
    colours: list[Colour] = []

    def draw(theme: Theme, painter: QPainter, name: str, colour: Colour, where: QRectF) -> None:
        colours.append(colour)
        before(theme, painter, name, colour, where)

    def watching(name: str, paint: str) -> SimpleNamespace:
        def render(painter: QPainter, where: QRectF) -> None:
            transform = painter.transform()
            tell(Icon(name, transform.mapRect(where), colours[-1], transform.determinant() < 0))
            renderer(name, paint).render(painter, where)

        return SimpleNamespace(render=render)

    Theme.draw_icon, theme_module._renderer = draw, watching  # type: ignore[method-assign, assignment]
    try:
        yield
    finally:
        Theme.draw_icon, theme_module._renderer = before, renderer  # type: ignore[method-assign]
