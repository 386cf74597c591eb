"""One of the main window's pages: built when somebody first turns to it, and what happens when it comes into sight and goes out of it."""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

View = TypeVar("View", bound=QWidget)


def _nothing(_view: QWidget) -> None:
    """A page that follows by itself what there is to see."""


def _deaf(_view: QWidget, _event: object) -> None:
    """A page that is told nothing."""


class Page(QObject, Generic[View]):
    """``enter`` is done with it when it comes into sight, ``leave`` when it goes, or everything is hidden, and ``hear`` with every event.

    A page that nobody has turned to yet has nothing to leave and nothing to hear: it asks for all it shows when it comes into sight.
    ``built`` gives what is shown to who wants to hear from it, and ``entered`` follows ``enter``. ``build`` must not hold the window that
    holds the page: both would stay until Python looks for rubbish, on whichever thread.
    """

    built = Signal(object)
    entered = Signal()

    def __init__(
        self,
        pages: QStackedWidget,
        build: Callable[[], View],
        *,
        enter: Callable[[View], None] = _nothing,
        leave: Callable[[View], None] = _nothing,
        hear: Callable[[View, object], None] = _deaf,
    ) -> None:
        super().__init__(pages)
        self._pages = pages
        self._build = build
        self._enter, self._leave, self._hear = enter, leave, hear
        self._view: View | None = None

    @property
    def view(self) -> View:
        """What is shown, built now where it was not yet."""
        if self._view is None:
            self._view = self._build()
            self._pages.addWidget(self._view)
            self.built.emit(self._view)
        return self._view

    @property
    def in_front(self) -> bool:
        """Whether it is the one of the pages that is shown."""
        return self._view is not None and self._pages.currentWidget() is self._view

    def turn_to(self) -> None:
        """Bring it to the front."""
        self._pages.setCurrentWidget(self.view)

    def enter(self) -> None:
        """It comes into sight."""
        self._enter(self.view)
        self.entered.emit()

    def leave(self) -> None:
        """It goes out of sight."""
        if self._view is not None:
            self._leave(self._view)

    def hear(self, event: object) -> None:
        """Take in one event."""
        if self._view is not None:
            self._hear(self._view, event)
