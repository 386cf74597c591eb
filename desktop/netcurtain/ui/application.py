"""Builds the windows, joins them to the bridge, and runs Qt's loop. The only way into this room for app.py."""

import sys
from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QSystemTrayIcon

from netcurtain.ui import wording
from netcurtain.ui.actions import Actions
from netcurtain.ui.alert.window import AlertWindow
from netcurtain.ui.bridge import Bridge
from netcurtain.ui.main_window import MainWindow
from netcurtain.ui.single_instance import SingleInstance
from netcurtain.ui.theme import Theme, app_icon
from netcurtain.ui.tray import Tray

NAME = "netcurtain"


def run(
    bridge: Bridge,
    actions: Actions,
    *,
    list_line: Callable[[], str] | str,
    started_hidden: bool = False,
    started: Callable[[], None] | None = None,
) -> int:
    """Show the windows until the person ends the app; answers with the exit status.

    ``started`` is called once, when this is the only Netcurtain and the windows are there: the time to start threads. Where
    another one runs, that one comes to the front, ``started`` is never called and the answer is 0.
    """
    app = make_application()
    instance = SingleInstance(app)
    if not instance.claim(NAME):
        return 0
    theme = Theme(app)
    words = list_line
    window = MainWindow(theme, actions, words if callable(words) else lambda: words)
    alert = AlertWindow(theme, actions)
    bridge.happened.connect(window.hear)
    bridge.happened.connect(alert.hear)
    window.hidden.connect(alert.empty)
    instance.raised.connect(window.bring_back)
    if QSystemTrayIcon.isSystemTrayAvailable():
        tray = Tray(window)
        tray.open.triggered.connect(window.bring_back)
        tray.quit.triggered.connect(app.quit)
        tray.show()
    else:
        window.closed.connect(app.quit)
    if started_hidden:
        window.hide_at_once()
    else:
        window.bring_back()
    if started is not None:
        started()
    try:
        return app.exec()
    finally:
        bridge.happened.disconnect(window.hear)
        bridge.happened.disconnect(alert.hear)
        instance.close()
        alert.close()
        window.close()


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
