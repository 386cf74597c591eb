"""Brings what has just unfolded, or what the keyboard comes to, into sight, where its page scrolls."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtWidgets import QAbstractItemView, QApplication, QScrollArea, QWidget

from netcurtain.ui.theme import STEP


def reveal(widget: QWidget) -> None:
    """Scroll to all of it, or to its top where there is not enough room, as soon as it has its place."""
    _soon_twice(widget, lambda: widget.rect().adjusted(0, 0, 0, STEP))


def reveal_row(view: QAbstractItemView) -> None:
    """The same for what a list shows of the row that it is at; the list itself has scrolled to it."""
    _soon_twice(view.viewport(), lambda: view.visualRect(view.currentIndex()) & view.viewport().rect())


def reveal_what_tab_comes_to(_before: QWidget | None, now: QWidget | None) -> None:
    """Give it QApplication.focusChanged. Qt scrolls where Tab goes on inside a page, and not where it comes into it from outside.

    What a mouse is just pressing stays where it is.
    """
    if now is not None and QApplication.mouseButtons() == Qt.MouseButton.NoButton:
        reveal(now)
        if isinstance(now, QAbstractItemView):
            reveal_row(now)


def _soon_twice(widget: QWidget, part: Callable[[], QRect]) -> None:
    """Layouts within layouts settle one after another: what had no place yet has it the next time."""

    def first() -> None:
        _scroll_to(widget, part())
        QTimer.singleShot(0, widget, lambda: _scroll_to(widget, part()))

    QTimer.singleShot(0, widget, first)


def _scroll_to(widget: QWidget, part: QRect) -> None:
    above = widget.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    if above is None or (page := above.widget()) is None or not widget.isVisible() or part.height() <= 0:
        return
    top = widget.mapTo(page, QPoint(0, part.top())).y()
    height = min(part.height(), above.viewport().height())
    above.ensureVisible(0, top + height // 2, 0, height // 2)
