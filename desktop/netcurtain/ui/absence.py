"""Notices that the person has left the computer: the screen is locked or blank, or the computer goes to sleep.

Linux says so on the session bus (the screen) and the system bus (sleep, ``loginctl lock-session``), Windows in messages to the main window.
Everywhere a clock that goes on during sleep, and that nobody can set, tells afterwards that the computer has slept. Nothing here can fail:
where nobody says anything, the clock is what there is.
"""

import os
import sys
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import SLOT, QObject, QTimer, Signal, Slot
from PySide6.QtDBus import QDBusConnection
from PySide6.QtWidgets import QWidget

from netcurtain.history import clock as clocks

SCREEN_SAVERS = (
    "org.freedesktop.ScreenSaver",
    "org.gnome.ScreenSaver",
    "org.cinnamon.ScreenSaver",
    "org.mate.ScreenSaver",
    "org.xfce.ScreenSaver",
)
"""Names on the session bus; each calls its interface by the same name."""
LOGIN = "org.freedesktop.login1"
SESSIONS = "/org/freedesktop/login1/session/"

TICK_SECONDS = 5.0
SLEPT_SECONDS = 30.0
"""A clock that goes ahead by more than this between two ticks: nobody was here to tick."""


class Absence(QObject):
    """``left`` comes once or more when the person leaves. ``away`` is true until they are back, as far as the system says when that is.

    ``window`` is the one that Windows sends its messages to. Tests give buses of their own.
    """

    left = Signal()

    def __init__(
        self,
        window: QWidget,
        session_bus: QDBusConnection | None = None,
        system_bus: QDBusConnection | None = None,
        clock: Callable[[], float] = clocks.seconds,
    ) -> None:
        super().__init__(window)
        self._screen_off = False
        self._asleep = False
        self._clock = clock
        self._seen_at = clock()
        self._ticking = QTimer(self)
        self._ticking.setInterval(int(TICK_SECONDS * 1000))
        self._ticking.timeout.connect(self.tick)
        self._ticking.start()
        if sys.platform == "linux":
            self._listen_on_buses(session_bus or QDBusConnection.sessionBus(), system_bus or QDBusConnection.systemBus())
        elif sys.platform == "win32":
            from netcurtain.ui.absence_windows import SessionMessages

            self._messages = SessionMessages(int(window.winId()), self.screen, self.sleep)

    @property
    def away(self) -> bool:
        """Whether nobody can be at the screen now."""
        return self._screen_off or self._asleep

    @Slot(bool)
    def screen(self, off: bool) -> None:
        """The screen was locked or went blank (true), or is back."""
        self._screen_off = off
        if off:
            self.left.emit()

    @Slot(bool)
    def sleep(self, begins: bool) -> None:
        """The computer goes to sleep (true), or has woken."""
        self._asleep = begins
        if begins:
            self.left.emit()

    @Slot()
    def lock(self) -> None:
        """The screen shall be locked. Nobody says when this one is over, so it does not count as being away."""
        self.left.emit()

    @Slot()
    def tick(self) -> None:
        """Look at the clock."""
        before, self._seen_at = self._seen_at, self._clock()
        if self._seen_at - before > TICK_SECONDS + SLEPT_SECONDS:
            self.left.emit()

    def back(self) -> None:
        """The person asked for the window, so they are here, whatever a screen saver that has crashed said last."""
        self._screen_off = self._asleep = False

    def _listen_on_buses(self, session: QDBusConnection, system: QDBusConnection) -> None:
        slots: list[Any] = [SLOT("screen(bool)"), SLOT("sleep(bool)"), SLOT("lock()")]  # text, where PySide's types say bytes
        screen, sleep, lock = slots
        for name in SCREEN_SAVERS:
            session.connect(name, "", name, "ActiveChanged", self, screen)
        system.connect(LOGIN, "/org/freedesktop/login1", f"{LOGIN}.Manager", "PrepareForSleep", self, sleep)
        if session_id := os.environ.get("XDG_SESSION_ID"):
            system.connect(LOGIN, SESSIONS + as_label(session_id), f"{LOGIN}.Session", "Lock", self, lock)


def as_label(session_id: str) -> str:
    """A session's id as logind writes it in an object's path: all but letters, and digits after them, become ``_`` and two figures."""
    return "".join(
        c if c.isascii() and (c.isalpha() or (place and c.isdigit())) else f"_{ord(c):02x}" for place, c in enumerate(session_id)
    )
