"""The main window while the first run is shown, and its *Other ways* and *Settings*."""

from collections.abc import Callable, Iterator
from importlib.resources import files
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from netcurtain.core.event import (
    BrowserPaired,
    FormJudged,
    FrontChanged,
    LinkChanged,
    PageGone,
    PageKey,
    PageUpdated,
    PageView,
    SubmissionAnswered,
    Trouble,
)
from netcurtain.core.level import FormLevel
from netcurtain.core.observation import Choice
from netcurtain.core.settings import Settings
from netcurtain.core.support import parse_contacts
from netcurtain.ui.actions import BrowserRow
from netcurtain.ui.main_window import HISTORY, NOW, OTHER_WAYS, MainWindow
from netcurtain.ui.now.model import State
from netcurtain.ui.pairing.dialog import PairingDialog
from netcurtain.ui.theme import Theme

CONTACTS = parse_contacts(files("netcurtain.filters").joinpath("support.toml").read_text(encoding="utf-8"))
SETTINGS = 3


def introducing(window: MainWindow) -> bool:
    return window.introducing


def subjects(window: MainWindow) -> tuple[str, ...]:
    return window.other_ways_view.wanted.categories if window.other_ways_view else ("there is no such page",)


@pytest.fixture
def open_window(qtbot: QtBot, theme: Theme, fake_app: Any) -> Iterator[Callable[[Settings], MainWindow]]:
    windows: list[MainWindow] = []

    def open_one(answers: Settings) -> MainWindow:
        fake_app.answers = answers
        window = MainWindow(theme, fake_app, CONTACTS)
        qtbot.addWidget(window)
        windows.append(window)
        with qtbot.waitActive(window):
            window.bring_back()
        return window

    yield open_one
    for window in windows:
        window.close()


@pytest.fixture
def fresh(open_window: Callable[[Settings], MainWindow]) -> MainWindow:
    """Opened for the first time."""
    return open_window(Settings())


@pytest.fixture
def known(open_window: Callable[[Settings], MainWindow]) -> MainWindow:
    """Opened by somebody who has been through the first run."""
    return open_window(Settings(introduced=True))


def test_the_first_time_there_is_the_first_run_and_nothing_else(fresh: MainWindow) -> None:
    assert introducing(fresh)
    assert fresh.first_run.steps[0].heading.hasFocus()
    assert not any(tab.isVisible() for tab in fresh.tabs)
    assert not fresh.status.isVisible()


def test_afterwards_there_is_now(known: MainWindow) -> None:
    assert not introducing(known)
    assert known.pages.currentWidget() is known.now_view
    assert [tab.isVisible() for tab in known.tabs] == [True] * 4


@pytest.mark.parametrize("button", ["skip", "done"])
def test_skipped_or_gone_through_it_gives_way_to_now_and_does_not_come_again(fresh: MainWindow, fake_app: Any, button: str) -> None:
    if button == "done":
        for _ in range(3):
            fresh.first_run.go_on()
    QTest.mouseClick(getattr(fresh.first_run, button), Qt.MouseButton.LeftButton)
    assert fresh.pages.currentWidget() is fresh.now_view
    assert all(tab.isVisible() for tab in fresh.tabs)
    fresh.hide_at_once()
    fresh.bring_back()
    assert not introducing(fresh)
    assert fake_app.answers.introduced


def test_events_are_heard_while_it_is_shown(fresh: MainWindow, fake_app: Any, key: PageKey, make_page: Callable[..., PageView]) -> None:
    for _ in range(3):
        fresh.first_run.go_on()
    fake_app.paired = [BrowserRow("browser", "Chrome 156", 1, 2, True)]
    for event in (BrowserPaired("browser", "Chrome 156"), LinkChanged(1), PageUpdated(make_page(), True), FrontChanged("browser", key)):
        fresh.hear(event)
    fresh.hear(Trouble("is using port 47823."))
    assert fresh.notice.isVisible()
    assert fresh.first_run.connecting.try_it.isVisible()
    QTest.mouseClick(fresh.first_run.connecting.try_it, Qt.MouseButton.LeftButton)
    assert (fake_app.practised, fresh.now.state) == (1, State.PAGE)
    assert fresh.now_view.isVisible()


@pytest.mark.parametrize("how", ["esc", "leave the page"])
def test_hiding_during_the_last_step_ends_the_code_and_it_goes_on_there_with_a_fresh_one(
    fresh: MainWindow, fake_app: Any, key: PageKey, how: str
) -> None:
    for _ in range(3):
        fresh.first_run.go_on()
    code = fresh.first_run.connecting.panel.code
    assert code.text()
    if how == "esc":
        for _ in range(3):
            QTest.keyClick(fresh.first_run.connecting.heading, Qt.Key.Key_Escape)
    else:
        fresh.hear(SubmissionAnswered(key, "s1", Choice.LEAVE))
    assert not fresh.isVisible()
    assert (code.text(), fake_app.codes_forgotten) == ("", 1)
    assert fresh.pages.currentWidget() is fresh.now_view
    assert not fake_app.answers.introduced
    fresh.bring_back()
    assert introducing(fresh)
    assert (fresh.first_run.step, fake_app.codes, bool(code.text())) == (3, 2, True)


def test_the_window_keys_change_nothing_while_it_is_shown(fresh: MainWindow) -> None:
    for key in (Qt.Key.Key_2, Qt.Key.Key_F):
        QTest.keyClick(fresh, key, Qt.KeyboardModifier.ControlModifier)
    assert introducing(fresh)


@pytest.mark.parametrize("place", [NOW, HISTORY, OTHER_WAYS, SETTINGS])
def test_control_and_a_number_turn_to_a_page(known: MainWindow, place: int) -> None:
    key = Qt.Key(Qt.Key.Key_1 + place)
    QTest.keyClick(known, key, Qt.KeyboardModifier.ControlModifier)
    view = (known.now_view, known.history_view, known.other_ways_view, known.settings_view)[place]
    assert known.pages.currentWidget() is view
    assert known.focusWidget() is known.tabs[place]
    assert [tab.isChecked() for tab in known.tabs] == [number == place for number in range(4)]


def test_the_first_step_leads_to_other_ways_and_the_first_run_is_still_to_come(fresh: MainWindow, fake_app: Any) -> None:
    fresh.first_run.other_ways.emit()
    assert fresh.pages.currentWidget() is fresh.other_ways_view
    assert not fake_app.answers.introduced
    fresh.bring_back()
    assert not introducing(fresh)  # nobody who looks for a number is interrupted
    fresh.hide_at_once()
    fresh.bring_back()
    assert introducing(fresh)


def test_the_settings_lead_through_the_first_steps_again(known: MainWindow) -> None:
    known.turn_to(SETTINGS)
    QTest.mouseClick(known.settings_view.again, Qt.MouseButton.LeftButton)
    assert introducing(known)
    assert known.first_run.step == 0
    known.hide_at_once()
    known.bring_back()
    assert known.pages.currentWidget() is known.now_view


def test_the_settings_follow_what_happens(known: MainWindow, fake_app: Any) -> None:
    known.turn_to(SETTINGS)
    fake_app.paired = [BrowserRow("b1", "Chrome 156", 1, 2, True)]
    known.hear(BrowserPaired("b1", "Chrome 156"))
    assert set(known.settings_view.browsers.lines) == {"b1"}


def test_hiding_closes_what_is_open_in_the_settings(known: MainWindow, fake_app: Any) -> None:
    fake_app.paired = [BrowserRow("b1", "Chrome 156", 1, 2, True)]
    known.turn_to(SETTINGS)
    line = known.settings_view.browsers.lines["b1"]
    line.rename.click()
    known.settings_view.browsers.connect_button.click()
    assert known.findChildren(PairingDialog)
    known.hide_at_once()
    known.bring_back()
    assert known.pages.currentWidget() is known.now_view
    assert not [d for d in known.findChildren(PairingDialog) if d.isVisible()]
    assert line.renaming.isHidden()


def test_other_ways_begin_with_what_the_page_in_front_asks_about_and_forget_it_when_left(
    known: MainWindow, key: PageKey, make_page: Callable[..., PageView]
) -> None:
    for event in (LinkChanged(1), PageUpdated(make_page(), True), FrontChanged("browser", key)):
        known.hear(event)
    known.hear(FormJudged(key, FormLevel.SENSITIVE, ("hate_crime",)))
    known.turn_to(OTHER_WAYS)
    assert subjects(known) == ("hate_crime",)
    known.hide_at_once()
    assert not subjects(known)
    known.bring_back()
    known.hear(PageGone(key))
    known.hear(PageUpdated(make_page(), True))
    known.hear(FrontChanged("browser", key))
    known.turn_to(OTHER_WAYS)
    assert not subjects(known)


def test_without_contacts_there_is_no_such_page(qtbot: QtBot, theme: Theme, fake_app: Any) -> None:
    window = MainWindow(theme, fake_app)
    qtbot.addWidget(window)
    assert len(window.tabs) == 3
    assert window.other_ways_view is None
