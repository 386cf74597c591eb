from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QSystemTrayIcon
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from netcurtain.ui import wording
from netcurtain.ui.tray import Tray


class System:
    """A desktop that has a tray, or has none yet."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.tray = self.messages = True
        self.icons: list[QSystemTrayIcon] = []
        self.shown: list[tuple[object, ...]] = []
        monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: self.tray)
        monkeypatch.setattr(QSystemTrayIcon, "supportsMessages", lambda: self.messages)
        monkeypatch.setattr(QSystemTrayIcon, "show", lambda icon: self.icons.append(icon))  # noqa: PLW0108
        monkeypatch.setattr(QSystemTrayIcon, "showMessage", lambda _icon, *said: self.shown.append(said[:2]))


@pytest.fixture
def system(qapp: object, monkeypatch: pytest.MonkeyPatch) -> System:
    assert qapp is not None
    return System(monkeypatch)


@pytest.fixture
def make_tray() -> Iterator[Callable[[], Tray]]:
    made: list[Tray] = []

    def make() -> Tray:
        made.append(Tray())
        return made[-1]

    yield make
    for tray in made:
        if isValid(tray):
            tray.close()


def test_its_menu_opens_hides_and_quits(system: System, make_tray: Callable[[], Tray], qtbot: QtBot) -> None:
    tray = make_tray()
    (icon,) = system.icons
    assert icon.toolTip() == "Netcurtain"
    assert [action.text() for action in icon.contextMenu().actions()] == ["Open", "Hide", "Quit"]
    with qtbot.waitSignal(tray.open.triggered):
        icon.activated.emit(QSystemTrayIcon.ActivationReason.Trigger)
    with qtbot.waitSignal(tray.open.triggered):
        icon.messageClicked.emit()
    with qtbot.assertNotEmitted(tray.open.triggered):
        icon.activated.emit(QSystemTrayIcon.ActivationReason.Context)


def test_a_tray_that_comes_later_gets_the_icon_then_and_once(system: System, make_tray: Callable[[], Tray]) -> None:
    system.tray = False
    tray = make_tray()
    tray.look()
    assert not tray.there
    assert not system.icons
    system.tray = True
    tray.look()
    tray.look()
    assert [tray.there, len(system.icons)] == [True, 1]
    system.tray = False
    assert [tray.there, len(system.icons)] == [False, 1]


@pytest.mark.parametrize(("there", "supported"), [(True, True), (True, False), (False, True)])
def test_it_tells_only_where_that_is_possible(system: System, make_tray: Callable[[], Tray], there: bool, supported: bool) -> None:
    system.tray, system.messages = there, supported
    tray = make_tray()
    tray.tell(wording.FINISHED)
    assert tray.can_tell() is (there and supported)
    assert system.shown == ([("Netcurtain", "Netcurtain has finished checking.")] if there and supported else [])


def test_closed_it_goes_with_its_menu_and_leaves_neither_to_pythons_collector(system: System, make_tray: Callable[[], Tray]) -> None:
    tray = make_tray()
    (icon,) = system.icons
    parts = [tray, icon, icon.contextMenu()]
    gone: list[int] = []
    for place, part in enumerate(parts):
        part.destroyed.connect(lambda *_, place=place: gone.append(place))
    tray.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert sorted(gone) == [0, 1, 2]
