from functools import partial

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from netcurtain.core.event import KeptChanged, LinkChanged
from netcurtain.core.keeping import Kept
from netcurtain.ui.auto_lock import AutoLock


class Desk:
    """A window with a line to type in, a clock, and how often it was to be locked."""

    def __init__(self, qtbot: QtBot) -> None:
        self.time = 1000.0
        self.minutes = 5
        self.locks = 0
        self.line = QLineEdit()
        qtbot.addWidget(self.line)
        self.lock = AutoLock(lambda: self.minutes, self.line, lambda: self.time)
        self.lock.due.connect(self._locked)
        self.line.show()
        with qtbot.waitActive(self.line):
            self.line.activateWindow()
        qtbot.waitUntil(partial(self._in_front))

    def _in_front(self) -> bool:
        return QGuiApplication.focusWindow() is self.line.windowHandle()

    def _locked(self) -> None:
        self.locks += 1

    def later(self, seconds: float) -> None:
        self.time += seconds

    def press(self, key: Qt.Key = Qt.Key.Key_A) -> None:
        QTest.keyClick(self.line.windowHandle(), key)

    def click(self) -> None:
        at, no_keys = QPointF(5, 5), Qt.KeyboardModifier.NoModifier
        left = Qt.MouseButton.LeftButton
        QApplication.sendEvent(self.line.windowHandle(), QMouseEvent(QEvent.Type.MouseButtonPress, at, at, left, left, no_keys))

    def wheel(self) -> None:
        self.lock.eventFilter(self.line.windowHandle(), QEvent(QEvent.Type.Wheel))

    def touch(self) -> None:
        self.lock.eventFilter(self.line.windowHandle(), QEvent(QEvent.Type.TouchBegin))


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    desk = Desk(qtbot)
    desk.lock.hear(KeptChanged(Kept.OPEN))
    return desk


@pytest.mark.parametrize(("seconds", "locks"), [(299, 0), (300, 1)])
def test_it_is_due_after_as_many_minutes_as_were_chosen_and_said_once(desk: Desk, seconds: float, locks: int) -> None:
    desk.later(seconds)
    desk.lock.look()
    desk.lock.look()
    assert desk.locks == locks


@pytest.mark.parametrize("use", [Desk.press, Desk.click, Desk.wheel, Desk.touch], ids=["a key", "a press", "the wheel", "a finger"])
def test_whoever_uses_a_window_puts_it_off(desk: Desk, use: "partial[None]") -> None:
    desk.later(200)
    use(desk)
    desk.later(200)
    desk.lock.look()
    assert desk.locks == 0
    desk.later(100)
    desk.lock.look()
    assert desk.locks == 1


def test_a_key_after_the_time_was_over_locks_and_does_nothing_else(desk: Desk) -> None:
    desk.later(8 * 3600)  # asleep: no timer has looked
    desk.press()
    assert desk.locks == 1
    assert desk.line.text() == ""
    desk.press()
    assert desk.line.text() == "a"


def test_esc_goes_on_to_where_it_hides_everything(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    keys: list[int] = []
    monkeypatch.setattr(QLineEdit, "keyPressEvent", lambda _self, event: keys.append(event.key()))
    desk.later(8 * 3600)
    desk.press(Qt.Key.Key_Escape)
    assert (desk.locks, keys) == (1, [Qt.Key.Key_Escape])


def test_zero_minutes_is_never(desk: Desk) -> None:
    desk.minutes = 0
    desk.later(1e9)
    desk.lock.look()
    assert desk.locks == 0


@pytest.mark.parametrize("kept", [Kept.LOCKED, Kept.NONE])
def test_where_nothing_is_open_nothing_is_due(desk: Desk, kept: Kept) -> None:
    desk.lock.hear(KeptChanged(kept))
    desk.later(1e6)
    desk.press()
    assert desk.lock.look() is False
    assert desk.locks == 0


def test_the_time_begins_when_it_is_opened(desk: Desk) -> None:
    desk.later(299)
    desk.lock.hear(LinkChanged(1))
    desk.lock.hear(KeptChanged(Kept.OPEN))
    desk.later(299)
    desk.lock.look()
    assert desk.locks == 0


def test_it_looks_by_itself(desk: Desk, qtbot: QtBot) -> None:
    desk.lock._looking.setInterval(1)
    desk.later(300)
    qtbot.waitUntil(lambda: desk.locks == 1)
