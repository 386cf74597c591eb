"""What Windows tells a program's window about the person's session: locked, unlocked, asleep, awake. absence.py asks for it there."""

import ctypes
import ctypes.wintypes
import sys
from collections.abc import Callable

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication

WM_POWERBROADCAST = 0x0218
WM_WTSSESSION_CHANGE = 0x02B1
NOTIFY_FOR_THIS_SESSION = 0

SCREEN: dict[int, bool] = {0x7: True, 0x8: False}
"""WTS_SESSION_LOCK and _UNLOCK: whether the screen is off from now on."""
SLEEP: dict[int, bool] = {0x4: True, 0x7: False, 0x12: False}
"""PBT_APMSUSPEND, PBT_APMRESUMESUSPEND and PBT_APMRESUMEAUTOMATIC: whether the computer is asleep from now on."""


class SessionMessages(QAbstractNativeEventFilter):
    """Calls ``screen`` and ``sleep`` with true or false. ``window`` is the native window that is told of the session."""

    def __init__(self, window: int, screen: Callable[[bool], None], sleep: Callable[[bool], None]) -> None:
        super().__init__()
        self._tables = {WM_WTSSESSION_CHANGE: (SCREEN, screen), WM_POWERBROADCAST: (SLEEP, sleep)}
        app = QCoreApplication.instance()
        if app is not None:
            app.installNativeEventFilter(self)
        if sys.platform == "win32":
            ctypes.windll.wtsapi32.WTSRegisterSessionNotification(ctypes.wintypes.HWND(window), NOTIFY_FOR_THIS_SESSION)

    def nativeEventFilter(self, _kind: QByteArray | bytes | bytearray | memoryview, message: int) -> tuple[bool, int]:
        """Look at one message; it goes on to whom it is for."""
        native = ctypes.wintypes.MSG.from_address(int(message))
        meaning, call = self._tables.get(native.message, ({}, None))
        if call is not None and native.wParam in meaning:
            call(meaning[native.wParam])
        return False, 0
