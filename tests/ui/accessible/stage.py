"""Where a scene is built: a theme, an app that only remembers, and windows that come into sight and go; and what of them is in sight."""

from contextlib import suppress

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget
from tests.ui.accessible import story

from netcurtain import knowledge
from netcurtain.ui.main_window import MainWindow
from netcurtain.ui.theme import Theme


class Stage:
    """What a scene is built on: a theme, an app, and in most of them the main window."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self.app = story.told_app()
        self.windows: list[QWidget] = []

    def main(self) -> MainWindow:
        """The main window, in sight."""
        main = MainWindow(self.theme, self.app, contacts=knowledge.support(), notifications_possible=lambda: True)
        self.windows.append(main)
        main.bring_back()
        settle()
        return main

    def over(self, dialog: QWidget) -> QWidget:
        """A window of its own, in sight."""
        self.windows.append(dialog)
        dialog.show()
        dialog.activateWindow()
        settle()
        return dialog

    def clear(self) -> None:
        """Nothing of the scene stays."""
        for window in reversed(self.windows):
            with suppress(RuntimeError):  # a dialog deletes itself
                window.hide()
                window.close()
                window.deleteLater()
        self.windows.clear()
        settle()


def settle() -> None:
    """Layouts within layouts settle one after another, and what is let go of goes."""
    for _ in range(3):
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def visible_inside(widget: QWidget, window: QWidget) -> bool:
    """Whether a widget of this window is in sight."""
    return widget.isVisibleTo(window) and not widget.isHidden() and widget.width() > 0 and widget.height() > 0
