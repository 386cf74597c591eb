"""Builds the windows, joins them to the bridge, and runs Qt's loop. The only way into this room for desktop.py."""

import sys
from collections.abc import Callable, Sequence

from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication

from netcurtain.core.event import AppAsked, SubmissionMade
from netcurtain.core.support import Contact
from netcurtain.history import clock
from netcurtain.ui import language, wording
from netcurtain.ui.absence import Absence
from netcurtain.ui.actions import Actions
from netcurtain.ui.alert.window import AlertWindow
from netcurtain.ui.auto_lock import AutoLock
from netcurtain.ui.bridge import Bridge
from netcurtain.ui.closing import close_beside
from netcurtain.ui.ending import Ending
from netcurtain.ui.main_window import MainWindow
from netcurtain.ui.notification import Notification, When
from netcurtain.ui.reveal import reveal_what_tab_comes_to
from netcurtain.ui.single_instance import SingleInstance
from netcurtain.ui.theme import Theme, app_icon
from netcurtain.ui.tray import Tray

NAME = "netcurtain"
QUIT_KEYS = "Ctrl+Q"


class Windows:
    """The windows, joined to the events that they show. ``close`` parts them again. ``now`` is in seconds, as ui/auto_lock.py wants it."""

    def __init__(
        self,
        app: QApplication,
        bridge: Bridge,
        actions: Actions,
        contacts: Sequence[Contact] = (),
        now: Callable[[], float] = clock.seconds,
    ) -> None:
        self.theme = theme = Theme(app)
        theme.choose(actions.settings().theme, actions.settings().text_size)
        self._app, self._bridge, self._actions = app, bridge, actions
        self.tray = Tray()
        self.main = MainWindow(theme, actions, contacts=contacts, notifications_possible=self.tray.can_tell)
        self.alert = AlertWindow(theme, actions)
        self.absence = Absence(self.main)
        self.notification = Notification(
            self.tray.tell,
            When(
                wanted=lambda: actions.settings().notifications,
                looking=self.main.isActiveWindow,
                away=lambda: self.absence.away,
            ),
            self.main,
        )
        self.auto_lock = AutoLock(lambda: actions.settings().lock_after, self.main, now)
        self.auto_lock.due.connect(self.main.lock)
        bridge.happened.connect(self.main.hear)
        bridge.happened.connect(self.auto_lock.hear)
        bridge.happened.connect(self._hear)
        self.main.hidden.connect(self._hide_the_rest)
        self.main.closed.connect(self._closed)
        self.main.asking_changed.connect(self.alert.settle)
        self.absence.left.connect(self.main.hide_at_once)
        self.tray.open.triggered.connect(self.bring_back)
        self.tray.hide.triggered.connect(self.main.hide_at_once)
        self.tray.quit.triggered.connect(app.quit)
        quit_app = QAction(wording.QUIT, self.main)
        quit_app.setShortcut(QKeySequence(QUIT_KEYS))
        quit_app.setShortcutContext(Qt.ShortcutContext.ApplicationShortcut)
        quit_app.triggered.connect(app.quit)
        self.main.addAction(quit_app)

    def bring_back(self) -> None:
        """The person asks for the window: in the tray, in a browser's popup, or by starting Netcurtain again."""
        self.absence.back()
        self.main.bring_back()

    def close(self) -> None:
        """Hear nothing more, then go."""
        self._bridge.happened.disconnect(self.main.hear)
        self._bridge.happened.disconnect(self.auto_lock.hear)
        self._bridge.happened.disconnect(self._hear)
        self.main.closed.disconnect(self._closed)
        self.tray.close()
        self.alert.close()
        self.main.close()

    def _hear(self, event: object) -> None:
        """Where nobody is at the screen the alert hears of no held form: its card waits in the page."""
        if isinstance(event, AppAsked):
            self.bring_back()
        if not (self.absence.away and isinstance(event, SubmissionMade)):
            self.alert.hear(event)
        self.notification.hear(event)

    def _hide_the_rest(self) -> None:
        """The main window is hidden and empty, for whatever reason; so is everything else now, menus, tooltips and copies too."""
        self.alert.empty()
        close_beside(self.main)

    def _closed(self) -> None:
        """Without an answer to "shall it stay on?", the app goes on where the person can see that it does."""
        stay_on = self._actions.settings().stay_on
        if not (self.tray.there if stay_on is None else stay_on):
            self._app.quit()


def run(
    bridge: Bridge,
    actions: Actions,
    *,
    contacts: Sequence[Contact] = (),
    started_hidden: bool = False,
    started: Callable[[], None] | None = None,
) -> int:
    """Show the windows until the person ends the app; answers with the exit status.

    ``started`` is called once, when this is the only Netcurtain and the windows are there: the time to start threads. Where
    another one runs, ``started`` is never called and the answer is 0; the other one comes to the front, unless this one was to be hidden.
    """
    app = make_application()
    instance = SingleInstance(app)
    if not instance.claim(NAME, hidden=started_hidden):
        return 0
    windows = Windows(app, bridge, actions, contacts)
    ending = Ending(app.quit)
    instance.raised.connect(windows.bring_back)
    if started_hidden:
        windows.main.hide_at_once()
    else:
        windows.main.bring_back()
    if started is not None:
        # The window is drawn first: the threads that start now would make it wait, as they all share one interpreter.
        app.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
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
    if app is not existing:
        language.dress(app)
        app.focusChanged.connect(reveal_what_tab_comes_to)
    return app
