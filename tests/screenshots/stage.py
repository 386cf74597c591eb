"""What a screen is built on: the look, what is behind the windows, and the windows that it opened."""

import time
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from tests.screenshots import story
from tests.screenshots.behind import Behind
from tests.screenshots.past import PATIENCE

from netcurtain import knowledge
from netcurtain.core.event import FrontChanged, LinkChanged, ListsChanged, PageKey
from netcurtain.ui.main_window import MainWindow
from netcurtain.ui.theme import Theme

SIZE = (1040, 760)
LETTING_GO = 6
"""Layouts within layouts settle one after another."""


class Stage:
    """Set up for each screen anew, and cleared after it."""

    def __init__(self, theme: Theme, behind: Behind) -> None:
        self.theme, self.behind = theme, behind
        self.windows: list[QWidget] = []

    def main(self) -> MainWindow:
        """The main window, as it is before any browser is there."""
        main = MainWindow(self.theme, self.behind, contacts=knowledge.support(), notifications_possible=lambda: True)
        main.history_view.reading.model._today = lambda: datetime.fromtimestamp(story.NOW / 1000).date()
        main.resize(*SIZE)
        self.windows.append(main)
        main.bring_back()
        settle()
        return main

    def main_at(self, page: str) -> MainWindow:
        """The main window with a page of the story in front; "" for none."""
        main = self.main()
        told = self.behind.told
        for event in (LinkChanged(1), ListsChanged(told.session.knowledge.lists), *told.last_of(page)):
            main.hear(event)
        main.hear(FrontChanged(story.BROWSER, PageKey(story.BROWSER, page) if page else None))
        settle()
        return main

    def open(self, window: QWidget) -> None:
        """A window of its own."""
        self.windows.append(window)
        window.show()
        settle()

    def clear(self) -> None:
        """Nothing of the screen stays."""
        for window in reversed(self.windows):
            with suppress(RuntimeError):  # a dialog deletes itself
                window.close()
                window.deleteLater()
        self.windows.clear()
        settle()


def settle() -> None:
    """What was begun comes to its end."""
    for _ in range(LETTING_GO):
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def until(so: Callable[[], bool]) -> None:
    """Answers come from other threads."""
    ends = time.monotonic() + PATIENCE
    while not so():
        QApplication.processEvents()
        if time.monotonic() > ends:
            raise SystemExit("A window did not show what it should.")
        time.sleep(0.002)
    settle()


def whole(window: QWidget, *areas: QScrollArea) -> None:
    """Make a window so high that nothing of these has to be scrolled."""
    for _ in range(LETTING_GO):
        hidden = max(area.verticalScrollBar().maximum() for area in areas)
        window.resize(window.width(), window.height() + hidden)
        settle()
