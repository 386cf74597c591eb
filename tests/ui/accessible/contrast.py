"""How well every text of a window stands out, by what is painted: its own colour, and the one that is most of what lies around it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QLineEdit, QWidget
from tests.ui.accessible.drawn import Drawn

AROUND = 2


@dataclass(frozen=True, slots=True, order=True)
class Seen:
    """One text: how many times lighter the lighter one of its colours is, and which they are."""

    ratio: float
    words: str
    colour: str
    ground: str


def of_window(window: QWidget, seen: Sequence[Drawn]) -> list[Seen]:
    """Each text of a window that is in sight."""
    picture = Picture(window.grab().toImage())
    found: list[Seen] = []
    for one in seen:
        if isinstance(one.widget, QLineEdit) and one.widget.hasSelectedText():
            continue  # painted twice, and cut to what is marked: test_theme.py compares the two colours of that
        in_sight = one.widget.visibleRegion().boundingRect()
        for text in one.texts:
            place = text.place.toAlignedRect().intersected(in_sight)
            if place.width() > 3 and place.height() > 3:
                ground = picture.most_of(place.translated(one.corner).adjusted(-AROUND, -AROUND, AROUND, AROUND))
                colour = over(text.colour, ground)
                found.append(Seen(round(ratio(colour, ground), 2), text.words, colour.name(), ground.name()))
    return found


class Picture:
    """A picture whose pixels are counted a line at a time."""

    def __init__(self, image: QImage) -> None:
        self._image = image.convertToFormat(QImage.Format.Format_RGB32)
        self._pixels = memoryview(self._image.constBits()).cast("I")
        self._line = self._image.bytesPerLine() // 4

    def most_of(self, place: QRect) -> QColor:
        """The colour that is there most."""
        inside = place.intersected(self._image.rect())
        colours: Counter[int] = Counter()
        for y in range(inside.top(), inside.bottom() + 1, 2):
            colours.update(self._pixels[y * self._line + inside.left() : y * self._line + inside.right() + 1])
        return QColor.fromRgb(colours.most_common(1)[0][0]) if colours else QColor("white")


def over(colour: QColor, ground: QColor) -> QColor:
    """A colour one can see through, on another one."""
    part = colour.alphaF()
    mixed = (part * top + (1 - part) * below for top, below in zip(_parts(colour), _parts(ground), strict=True))
    return QColor.fromRgbF(*mixed)


def ratio(one: QColor, other: QColor) -> float:
    """WCAG's contrast, from 1 to 21."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _parts(colour: QColor) -> tuple[float, float, float]:
    return colour.redF(), colour.greenF(), colour.blueF()


def _luminance(colour: QColor) -> float:
    parts = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in _parts(colour)]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
