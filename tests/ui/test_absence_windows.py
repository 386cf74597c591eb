"""The messages as Windows writes them into memory; that it sends them can only be seen there."""

import ctypes
import ctypes.wintypes

import pytest

from netcurtain.ui.absence_windows import WM_POWERBROADCAST, WM_WTSSESSION_CHANGE, SessionMessages


@pytest.mark.parametrize(
    ("message", "parameter", "told"),
    [
        (WM_WTSSESSION_CHANGE, 0x7, [("screen", True)]),
        (WM_WTSSESSION_CHANGE, 0x8, [("screen", False)]),
        (WM_WTSSESSION_CHANGE, 0x5, []),
        (WM_POWERBROADCAST, 0x4, [("sleep", True)]),
        (WM_POWERBROADCAST, 0x12, [("sleep", False)]),
        (WM_POWERBROADCAST, 0xA, []),
        (0x0100, 0x7, []),
    ],
    ids=["lock", "unlock", "log on", "sleep", "wake", "battery", "a key"],
)
def test_each_message_is_understood_and_goes_on(qapp: object, message: int, parameter: int, told: list[tuple[str, bool]]) -> None:
    assert qapp is not None
    heard: list[tuple[str, bool]] = []
    messages = SessionMessages(0, lambda off: heard.append(("screen", off)), lambda asleep: heard.append(("sleep", asleep)))
    native = ctypes.wintypes.MSG(message=message, wParam=parameter)
    assert messages.nativeEventFilter(b"windows_generic_MSG", ctypes.addressof(native)) == (False, 0)
    assert heard == told
