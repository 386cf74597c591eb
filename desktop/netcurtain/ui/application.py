"""Builds the windows, joins them to the bridge, and runs Qt's loop. The only way into this room for desktop.py."""

import sys
from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QSystemTrayIcon

from netcurtain.ui import wording
from netcurtain.ui.actions import Actions
from netcurtain.ui.alert.window import AlertWindow
from netcurtain.ui.bridge import Bridge
from netcurtain.ui.ending import Ending
from netcurtain.ui.main_window import MainWindow
from netcurtain.ui.single_instance import SingleInstance
from netcurtain.ui.theme import Theme, app_icon
from netcurtain.ui.tray import Tray

NAME = "netcurtain"


class Windows:
    """The windows, joined to the events that they show. ``close`` parts them again."""

    def __init__(self, app: QApplication, bridge: Bridge, actions: Actions) -> None:
        self.theme = theme = Theme(app)
        self._bridge = bridge
        self.main = MainWindow(theme, actions)
        self.alert = AlertWindow(theme, actions)
        bridge.happened.connect(self.main.hear)
        bridge.happened.connect(self.alert.hear)
        self.main.hidden.connect(self.alert.empty)
        if QSystemTrayIcon.isSystemTrayAvailable():
            tray = Tray(self.main)
            tray.open.triggered.connect(self.main.bring_back)
            tray.quit.triggered.connect(app.quit)
            tray.show()
        else:
            self.main.closed.connect(app.quit)

    def close(self) -> None:
        """Hear nothing more, then go."""
        self._bridge.happened.disconnect(self.main.hear)
        self._bridge.happened.disconnect(self.alert.hear)
        self.alert.close()
        self.main.close()


def run(bridge: Bridge, actions: Actions, *, started_hidden: bool = False, started: Callable[[], None] | None = None) -> int:
    """Show the windows until the person ends the app; answers with the exit status.

    ``started`` is called once, when this is the only Netcurtain and the windows are there: the time to start threads. Where
    another one runs, that one comes to the front, ``started`` is never called and the answer is 0.
    """
    app = make_application()
    instance = SingleInstance(app)
    if not instance.claim(NAME):
        return 0
    windows = Windows(app, bridge, actions)
    ending = Ending(app.quit)
    instance.raised.connect(windows.main.bring_back)
    if started_hidden:
        windows.main.hide_at_once()
    else:
        windows.main.bring_back()
    if started is not None:
        started()
    try:
        return app.exec()
    finally:
        ending.close()
        instance.close()
        windows.close()


def make_application() -> QApplication:
    """The application object, which outlives a hidden window."""
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName(NAME)
    app.setApplicationDisplayName(wording.APP)
    app.setDesktopFileName(NAME)
    app.setWindowIcon(app_icon())
    app.setQuitOnLastWindowClosed(False)
    return app
