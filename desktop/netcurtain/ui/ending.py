"""Ctrl+C in a terminal, or the system's word to stop, end the app as closing its window does."""

import signal
import socket
from collections.abc import Callable

from PySide6.QtCore import QObject, QSocketNotifier

SIGNALS = (signal.SIGINT, signal.SIGTERM)


class Ending(QObject):
    """Calls ``end`` on the GUI thread when a signal comes. Qt's loop never returns to Python by itself, so a socket wakes it.

    Create it on the main thread; ``close`` puts back what was there before.
    """

    def __init__(self, end: Callable[[], None]) -> None:
        super().__init__()
        self._end = end
        self._read, self._write = socket.socketpair()
        for one in (self._read, self._write):
            one.setblocking(False)
        self._notifier = QSocketNotifier(self._read.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._woken)
        self._before = {name: signal.signal(name, lambda _number, _frame: None) for name in SIGNALS}
        self._fd_before = signal.set_wakeup_fd(self._write.fileno(), warn_on_full_buffer=False)

    def close(self) -> None:
        """Listen no more."""
        signal.set_wakeup_fd(self._fd_before)
        for name, handler in self._before.items():
            signal.signal(name, handler)
        self._notifier.setEnabled(False)
        self._read.close()
        self._write.close()

    def _woken(self) -> None:
        self._read.recv(64)
        self._end()
