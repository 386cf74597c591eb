"""Brings what has just unfolded, or what the keyboard comes to, into sight, where its page scrolls."""

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from netcurtain.ui.theme import STEP


def reveal(widget: QWidget) -> None:
    """Scroll to all of it, or to its top where there is not enough room, as soon as it has its place."""
    QTimer.singleShot(0, widget, lambda: _scroll_twice(widget))


def reveal_what_tab_comes_to(_before: QWidget | None, now: QWidget | None) -> None:
    """Give it QApplication.focusChanged. Qt scrolls where Tab goes on inside a page, and not where it comes into it from outside.

    What a mouse is just pressing stays where it is.
    """
    if now is not None and QApplication.mouseButtons() == Qt.MouseButton.NoButton:
        reveal(now)


def _scroll_twice(widget: QWidget) -> None:
    """Layouts within layouts settle one after another: what had no place yet has it the next time."""
    _scroll_to(widget)
    QTimer.singleShot(0, widget, lambda: _scroll_to(widget))


def _scroll_to(widget: QWidget) -> None:
    above = widget.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    if above is None or (page := above.widget()) is None or not widget.isVisible():
        return
    top = widget.mapTo(page, QPoint(0, 0)).y()
    height = min(widget.height() + STEP, above.viewport().height())
    above.ensureVisible(0, top + height // 2, 0, height // 2)
