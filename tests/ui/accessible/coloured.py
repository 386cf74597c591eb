"""No meaning by colour alone: every icon in a colour that means something has its word beside it, in the same colour or in a quiet one."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from tests.ui.accessible.drawn import Drawn

from netcurtain.ui.now.picture import Canvas
from netcurtain.ui.theme import Colour

MEANING = {Colour.SKY, Colour.AMBER, Colour.ROSE}
NEAR = 40
"""Pixels between an icon and the word beside it, at most."""


def faults(seen: Sequence[Drawn]) -> list[str]:
    """Which icons stand alone, in words; [] for none."""
    words = [text.place.translated(one.corner) for one in seen for text in one.texts]
    icons = [
        (icon.name, icon.place.translated(one.corner))
        for one in seen
        for icon in one.icons
        if icon.colour in MEANING and not isinstance(one.widget, Canvas)  # its lines say nothing that its cards do not say in words
    ]
    return [f"icon {name} stands without a word" for name, place in icons if not any(_beside(place, word) for word in words)]


def _beside(icon: QRectF, word: QRectF) -> bool:
    level = word.top() < icon.bottom() and word.bottom() > icon.top()
    away = max(word.left() - icon.right(), icon.left() - word.right())
    return level and away < NEAR
