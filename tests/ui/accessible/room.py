"""Whether there is room for the words: nothing is cut off or shortened, and no two things stand on each other. What scrolls may scroll."""

import itertools
from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QAbstractScrollArea, QComboBox, QHeaderView, QLabel, QLineEdit, QWidget
from tests.ui.accessible.drawn import Drawn

SHORTENED = "\N{HORIZONTAL ELLIPSIS}"
SLACK = 3.0
"""Pixels: letters are measured once more here, and hinting moves them."""
TYPED = (QLineEdit,)
"""Whose words may be longer than they are wide."""


def faults(window: QWidget, seen: Sequence[Drawn]) -> list[str]:
    """What is amiss, in words; [] for nothing."""
    found: list[str] = []
    places: list[tuple[QWidget, QRect]] = []
    for one in seen:
        widget = one.widget
        found += _cut_off(one) + _beyond(widget, window)
        if isinstance(widget, QLabel | QAbstractButton | QComboBox | QLineEdit) and not widget.visibleRegion().isEmpty():
            places.append((widget, widget.visibleRegion().boundingRect().translated(one.corner)))
    for (first, at), (other, there) in itertools.combinations(places, 2):
        both = at.intersected(there)
        if min(both.width(), both.height()) > 1 and not first.isAncestorOf(other) and not other.isAncestorOf(first):
            found.append(f"{_which(first)} and {_which(other)} stand on each other")
    return found


def _cut_off(one: Drawn) -> list[str]:
    """Its words against its own edges."""
    widget = one.widget
    found = []
    room = QRectF(widget.rect()).adjusted(-SLACK, -SLACK, SLACK, SLACK)
    scrolls_across, scrolls_down = _scrolls(widget)
    for text in one.texts:
        if SHORTENED in text.words and SHORTENED not in _words_of(widget):
            found.append(f"{_which(widget)} is shortened to {text.words!r}")
        elif isinstance(widget, TYPED):
            continue
        elif not scrolls_across and (text.place.left() < room.left() or text.place.right() > room.right()):
            found.append(f"{text.words!r} is wider than {_which(widget)}")
        elif not scrolls_down and (text.place.top() < room.top() or text.place.bottom() > room.bottom()):
            found.append(f"{text.words!r} is higher than {_which(widget)}")
    return found


def _scrolls(widget: QWidget) -> tuple[bool, bool]:
    above = widget.parentWidget()
    if isinstance(widget, QHeaderView) or isinstance(above, QHeaderView):
        return True, False
    if isinstance(above, QAbstractItemView) and above.viewport() is widget:
        return above.horizontalScrollBarPolicy() != Qt.ScrollBarPolicy.ScrollBarAlwaysOff, True
    return False, False


def _beyond(widget: QWidget, window: QWidget) -> list[str]:
    """Its place against those that it stands in, up to the window: what is beyond them is not seen, and cannot be come to by scrolling."""
    if not isinstance(widget, QLabel | QAbstractButton | QComboBox | QLineEdit):
        return []
    inside: QWidget = widget
    place = widget.rect()
    down = across = True
    while inside is not window and (above := inside.parentWidget()) is not None:
        place = place.translated(inside.pos())
        outer = above.parentWidget()
        if isinstance(outer, QAbstractScrollArea) and outer.viewport() is above:
            across &= outer.horizontalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff
            cut = across and (place.left() < -1 or place.right() > above.width())
            down = False
            if cut:
                return [f"{_which(widget)} goes beyond what scrolls"]
            return []
        if across and (place.left() < -1 or place.right() > above.width()):
            return [f"{_which(widget)} goes beyond the side of {type(above).__name__}"]
        if down and (place.top() < -1 or place.bottom() > above.height()):
            return [f"{_which(widget)} goes beyond the end of {type(above).__name__}"]
        inside = above
    return []


def _words_of(widget: QWidget) -> str:
    text = getattr(widget, "text", None)
    return f"{text()} {widget.accessibleName()}" if callable(text) else widget.accessibleName()


def _which(widget: QWidget) -> str:
    text = getattr(widget, "text", None)
    words = text() if callable(text) else ""
    return f"{type(widget).__name__} {(words or widget.accessibleName())[:40]!r}"
