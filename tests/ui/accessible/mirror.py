"""Read from right to left, a window is its own mirror image: its parts, their words, and the icons that point somewhere."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QHeaderView, QLineEdit, QPlainTextEdit, QScrollBar, QWidget
from tests.ui.accessible.drawn import Drawn

from netcurtain.ui.now.picture import Canvas
from netcurtain.ui.pairing.code import CodeLabel
from netcurtain.ui.theme import POINTING

SLACK = 3.0
TYPED = (QLineEdit, QPlainTextEdit)
"""What is typed begins where its own language begins; Qt sees to that. The lines in the picture: tests/ui/now/test_picture_layout.py."""
SAME_EITHER_WAY = (CodeLabel, QScrollBar, QHeaderView)
"""A code is read from the left in every language; bars and headers are Qt's own."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a window, in its pixels. ``pointing``: +1 as it was drawn, -1 mirrored, 0 for what points nowhere."""

    what: str
    place: QRectF
    pointing: int = 0


def parts(seen: Sequence[Drawn]) -> list[Part]:
    """Everything in sight, in the same order."""
    return [part for one in seen for part in _parts(one)]


def faults(window: QWidget, before: list[Part], after: list[Part]) -> list[str]:
    """What is not mirrored, in words; [] for nothing."""
    if [part.what for part in before] != [part.what for part in after]:
        gone = [part.what for part, other in zip(before, after, strict=False) if part.what != other.what][:3]
        return [f"other things are in sight: {len(before)} and {len(after)}, such as {gone}"]
    found = []
    for one, other in zip(before, after, strict=True):
        wanted = window.width() - one.place.right()
        if abs(other.place.left() - wanted) > SLACK or abs(other.place.width() - one.place.width()) > SLACK:
            found.append(f"{one.what} begins at {other.place.left():.0f}, not at {wanted:.0f}")
        if one.pointing and one.pointing == other.pointing:
            found.append(f"{one.what} points the same way")
    return found


def _parts(one: Drawn) -> Iterator[Part]:
    widget = one.widget
    which = f"{type(widget).__name__} {widget.accessibleName()[:30]!r}"
    if isinstance(widget, SAME_EITHER_WAY) or isinstance(widget.parentWidget(), SAME_EITHER_WAY):
        return
    yield Part(which, QRectF(one.corner, widget.size()))
    lines: dict[int, QRectF] = {}
    for text in one.texts:  # the pieces of a line change places within it: a full stop goes to the end where one reads from the right
        line = round(text.place.center().y() / 4)
        lines[line] = lines.get(line, text.place).united(text.place)
    for number, place in enumerate(() if isinstance(widget, TYPED) or isinstance(widget.parentWidget(), TYPED) else lines.values()):
        yield Part(f"line {number} of {which}", place.translated(one.corner))
    for icon in () if isinstance(widget, Canvas) else one.icons:
        points = 0 if icon.name not in POINTING else -1 if icon.mirrored else 1
        yield Part(f"icon {icon.name} of {which}", icon.place.translated(one.corner), points)
