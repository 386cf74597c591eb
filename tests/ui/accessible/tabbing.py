"""A window with Tab alone: it comes to everything, in the order in which one reads, and whatever has the keyboard is in sight."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QApplication, QComboBox, QLineEdit, QWidget
from tests.ui.accessible.stage import settle, visible_inside

FURTHEST = 120
"""As many presses of Tab as no window of ours needs."""


def walk(window: QWidget) -> list[tuple[QWidget, QRect, bool]]:
    """What Tab comes to, from the first thing on: each with its place in the window then, and whether it was in sight."""
    stops: list[tuple[QWidget, QRect, bool]] = []
    window.activateWindow()
    window.setFocus()
    if (focused := window.focusWidget()) is not None:
        focused.clearFocus()
    settle()
    for _ in range(FURTHEST):
        QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Tab)
        settle()
        widget = QApplication.focusWidget()
        if widget is None or any(widget is stop for stop, _, _ in stops):
            break
        stops.append((widget, _place(widget, window), _in_sight(widget)))
    return stops


def faults(window: QWidget) -> list[str]:
    """What is amiss, in words; [] for nothing."""
    stops = walk(window)
    met = [widget for widget, _, _ in stops]
    found = [f"{_which(widget)} has the keyboard out of sight" for widget, _, in_sight in stops if not in_sight]
    for widget in window.findChildren(QWidget):
        if _is_a_stop(widget, window) and not any(widget is one for one in met) and not _is_met_by_arrows(widget, met):
            found.append(f"Tab does not come to {_which(widget)}")
    places = [_place_on_page(widget, window) for widget in met]
    mirrored = window.isRightToLeft()
    for one, other, at, then in zip(met, met[1:], places, places[1:], strict=False):
        if _page_of(one) is _page_of(other) and _is_before(then, at, mirrored=mirrored):
            found.append(f"Tab goes from {_which(one)} back to {_which(other)}")
    return found


def _is_before(place: QRect, other: QRect, *, mirrored: bool) -> bool:
    """Whether one reads ``place`` first: in a line before the other's, or earlier in the same line."""
    behind = place.right() < other.left() if mirrored else place.left() > other.right()
    if place.bottom() <= other.top():
        return not behind  # another column is read from its top
    earlier = place.left() > other.right() if mirrored else place.right() < other.left()
    return place.top() < other.bottom() and earlier


def _is_a_stop(widget: QWidget, window: QWidget) -> bool:
    takes_tab = bool(widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value)
    inside = widget.window() is window and visible_inside(widget, window) and widget.isEnabled() and widget.focusProxy() is None
    return takes_tab and inside and not isinstance(widget.parentWidget(), QComboBox)


def _is_met_by_arrows(widget: QWidget, met: list[QWidget]) -> bool:
    """Of some of which one is chosen, Tab comes to one, and the arrows go on from there."""
    if not isinstance(widget, QAbstractButton):
        return False
    if group := widget.group():
        return any(one in group.buttons() for one in met if isinstance(one, QAbstractButton))
    return widget.autoExclusive() and any(
        isinstance(one, QAbstractButton) and one.autoExclusive() and one.parentWidget() is widget.parentWidget() for one in met
    )


def _in_sight(widget: QWidget) -> bool:
    """All of it, or where it is higher than what it is seen through, as much as there is room for."""
    seen = widget.visibleRegion().boundingRect()
    room = _page_of(widget)
    height = widget.height()
    if isinstance(room, QAbstractScrollArea):
        height = min(height, room.viewport().height())
    kind = isinstance(widget, QAbstractButton | QComboBox | QLineEdit)
    return seen.width() >= widget.width() - 1 and seen.height() >= (height if kind else min(height, 24)) - 1


def _page_of(widget: QWidget) -> QWidget:
    """What it scrolls in, or its window."""
    above = widget.parentWidget()
    while above is not None and not isinstance(above, QAbstractScrollArea):
        above = above.parentWidget()
    return above if above is not None else widget.window()


def _place(widget: QWidget, window: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def _place_on_page(widget: QWidget, window: QWidget) -> QRect:
    page = _page_of(widget)
    ground = page.widget() if hasattr(page, "widget") and page.widget() is not None else window
    return QRect(widget.mapTo(ground, QPoint(0, 0)), widget.size())


def _which(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.accessibleName()!r}"
