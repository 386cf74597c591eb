"""On Linux against a bus of the test's own, with the real signals sent by another process."""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import chain, repeat
from pathlib import Path

import pytest
from PySide6.QtDBus import QDBusConnection
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from netcurtain.ui.absence import SCREEN_SAVERS, SLEPT_SECONDS, TICK_SECONDS, Absence, as_label

on_linux = pytest.mark.skipif(sys.platform != "linux", reason="the buses are those of Linux")

LOGIN = "org.freedesktop.login1"
MANAGER = "/org/freedesktop/login1"

SENDER = """
import json, sys
from PySide6.QtDBus import QDBusConnection, QDBusMessage
bus = QDBusConnection.connectToBus(sys.argv[1], "sender")
for name in sys.argv[2:]:
    assert bus.registerService(name), name
print("ready", flush=True)
for line in sys.stdin:
    path, interface, member, arguments = json.loads(line)
    signal = QDBusMessage.createSignal(path, interface, member)
    signal.setArguments(arguments)
    assert bus.send(signal)
    bus.call(QDBusMessage.createMethodCall("org.freedesktop.DBus", "/", "org.freedesktop.DBus", "GetId"))
    print("sent", flush=True)
"""


class Desktop:
    """Another process on the bus, by the names of the system's own programs."""

    def __init__(self, address: str, *names: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-c", SENDER, address, *names], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        assert self._process.stdout is not None
        assert self._process.stdout.readline() == "ready\n"

    def send(self, path: str, interface: str, member: str, *arguments: object) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps([path, interface, member, arguments]) + "\n")
        self._process.stdin.flush()
        assert self._process.stdout is not None
        assert self._process.stdout.readline() == "sent\n"  # the bus has it

    def stop(self) -> None:
        self._process.kill()
        for pipe in (self._process.stdin, self._process.stdout):
            assert pipe is not None
            pipe.close()
        self._process.wait()


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    if shutil.which("dbus-daemon") is None:
        if os.environ.get("NETCURTAIN_REQUIRE_BROWSER"):
            pytest.fail("dbus-daemon is not installed")
        pytest.skip("dbus-daemon is not installed")
    place = tmp_path_factory.mktemp("bus") / "bus"
    config = place.with_suffix(".conf")
    config.write_text(
        f"<busconfig><type>session</type><listen>unix:path={place}</listen><policy context='default'>"
        "<allow send_destination='*' eavesdrop='true'/><allow eavesdrop='true'/><allow own='*'/></policy></busconfig>",
        encoding="utf-8",
    )
    daemon = subprocess.Popen(
        ["dbus-daemon", f"--config-file={config}", "--nofork", "--print-address"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert daemon.stdout is not None
    yield daemon.stdout.readline().strip()
    daemon.kill()
    daemon.stdout.close()
    daemon.wait()


@pytest.fixture(scope="module")
def bus(qapp: object, address: str) -> Iterator[QDBusConnection]:
    assert qapp is not None
    yield QDBusConnection.connectToBus(address, "netcurtain")
    QDBusConnection.disconnectFromBus("netcurtain")


@pytest.fixture(scope="module")
def desktop(address: str) -> Iterator[Desktop]:
    desktop = Desktop(address, *SCREEN_SAVERS, LOGIN)
    yield desktop
    desktop.stop()


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def absence(window: QWidget, bus: QDBusConnection, monkeypatch: pytest.MonkeyPatch) -> Absence:
    monkeypatch.setenv("XDG_SESSION_ID", "2")
    return Absence(window, bus, bus)


@on_linux
@pytest.mark.parametrize("name", SCREEN_SAVERS)
@pytest.mark.parametrize("path", ["/org/freedesktop/ScreenSaver", "/ScreenSaver"])
def test_a_screen_that_is_locked_or_blank_is_left_until_it_is_back(
    qtbot: QtBot, absence: Absence, desktop: Desktop, name: str, path: str
) -> None:
    with qtbot.waitSignal(absence.left):
        desktop.send(path, name, "ActiveChanged", True)
    assert absence.away
    desktop.send(path, name, "ActiveChanged", False)
    qtbot.waitUntil(lambda: not absence.away)


@on_linux
def test_a_computer_that_goes_to_sleep_is_left_until_it_wakes(qtbot: QtBot, absence: Absence, desktop: Desktop) -> None:
    with qtbot.waitSignal(absence.left):
        desktop.send(MANAGER, f"{LOGIN}.Manager", "PrepareForSleep", True)
    assert absence.away
    desktop.send(MANAGER, f"{LOGIN}.Manager", "PrepareForSleep", False)
    qtbot.waitUntil(lambda: not absence.away)


@on_linux
def test_a_session_that_is_to_be_locked_is_left_but_not_another_persons(qtbot: QtBot, absence: Absence, desktop: Desktop) -> None:
    left: list[int] = []
    absence.left.connect(lambda: left.append(1))
    desktop.send(f"{MANAGER}/session/_33", f"{LOGIN}.Session", "Lock")
    desktop.send(f"{MANAGER}/session/_32", f"{LOGIN}.Session", "Lock")
    desktop.send(MANAGER, f"{LOGIN}.Manager", "PrepareForSleep", True)
    qtbot.waitUntil(lambda: absence.away)
    assert len(left) == 2
    absence.back()
    assert not absence.away


@on_linux
def test_who_does_not_own_the_name_cannot_say_so(qtbot: QtBot, absence: Absence, desktop: Desktop, address: str) -> None:
    other = Desktop(address, "org.example.other")
    left: list[int] = []
    absence.left.connect(lambda: left.append(1))
    other.send(MANAGER, f"{LOGIN}.Manager", "PrepareForSleep", True)
    other.send("/ScreenSaver", SCREEN_SAVERS[0], "ActiveChanged", True)
    other.stop()
    desktop.send(f"{MANAGER}/session/_32", f"{LOGIN}.Session", "Lock")
    qtbot.waitUntil(lambda: bool(left))
    assert not absence.away
    assert len(left) == 1


def test_without_any_bus_nothing_happens(window: QWidget, tmp_path: Path) -> None:
    none = QDBusConnection.connectToBus(f"unix:path={tmp_path}/none", "none")
    absence = Absence(window, none, none)
    assert not absence.away
    QDBusConnection.disconnectFromBus("none")


@pytest.mark.parametrize(
    ("later", "left"),
    [(TICK_SECONDS, 0), (TICK_SECONDS + SLEPT_SECONDS, 0), (TICK_SECONDS + SLEPT_SECONDS + 1, 1), (-3600.0, 0)],
    ids=["a tick", "a slow computer", "it has slept", "a clock put back"],
)
def test_a_clock_that_jumped_ahead_tells_that_the_computer_slept(window: QWidget, tmp_path: Path, later: float, left: int) -> None:
    none = QDBusConnection.connectToBus(f"unix:path={tmp_path}/none", "none")
    times = chain([1000.0, 1000.0 + later], repeat(1000.0 + later + TICK_SECONDS))
    absence = Absence(window, none, none, clock=lambda: next(times))
    seen: list[int] = []
    absence.left.connect(lambda: seen.append(1))
    absence.tick()
    absence.tick()
    assert len(seen) == left
    assert not absence.away
    QDBusConnection.disconnectFromBus("none")


@on_linux
@pytest.mark.parametrize(
    ("set_ahead", "slept", "left"), [(3600.0, 0.0, 0), (0.0, 3600.0, 1)], ids=["somebody set the clock", "it has slept"]
)
def test_a_clock_that_somebody_puts_forward_is_no_sleep(
    window: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, set_ahead: float, slept: float, left: int
) -> None:
    none = QDBusConnection.connectToBus(f"unix:path={tmp_path}/none", "none")
    ticks = chain([1000.0], repeat(1000.0 + TICK_SECONDS + slept))
    now = time.time()
    monkeypatch.setattr(time, "clock_gettime", lambda _clock: next(ticks))
    monkeypatch.setattr(time, "time", lambda: now + set_ahead)
    absence = Absence(window, none, none)
    seen: list[int] = []
    absence.left.connect(lambda: seen.append(1))
    absence.tick()
    assert len(seen) == left
    QDBusConnection.disconnectFromBus("none")


@pytest.mark.parametrize(("session", "label"), [("2", "_32"), ("c2", "c2"), ("12", "_312"), ("a-b", "a_2db"), ("", "")])
def test_a_session_is_called_as_logind_calls_it(session: str, label: str) -> None:
    assert as_label(session) == label
