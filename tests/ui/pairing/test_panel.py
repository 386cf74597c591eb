import sys
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from netcurtain.core.event import BrowserPaired, LinkChanged, PairingCodeEnded, Side, UpdateNeeded
from netcurtain.ui import wording
from netcurtain.ui.actions import BrowserRow
from netcurtain.ui.button import Button
from netcurtain.ui.pairing.dialog import PairingDialog
from netcurtain.ui.pairing.panel import PairingPanel
from netcurtain.ui.theme import Theme

CODE = "ABCDE-FGHIJ-KLMNO-PQRST"
Words = Callable[[QWidget], list[str]]
Press = Callable[[QWidget, str], None]


@pytest.fixture
def panel(qtbot: QtBot, theme: Theme, fake_app: Any, clock: Any) -> Iterator[PairingPanel]:
    panel = PairingPanel(theme, fake_app, clock=clock)
    qtbot.addWidget(panel)
    panel.show()
    panel.renew()
    yield panel
    panel.close()


def clipboard() -> str:
    return QGuiApplication.clipboard().text()


def test_it_asks_for_no_code_before_it_is_told_to(qtbot: QtBot, theme: Theme, fake_app: Any) -> None:
    panel = PairingPanel(theme, fake_app)
    qtbot.addWidget(panel)
    panel.show()
    assert (fake_app.codes, panel.code.text()) == (0, "")


def test_it_shows_the_code_the_steps_the_port_and_the_time(panel: PairingPanel, words: Words) -> None:
    said = words(panel)
    assert panel.code.text() == CODE
    assert all(step in said for step in wording.PAIRING_STEPS)
    assert wording.port(47823) in said
    assert wording.seconds_left(120) in said


def test_a_code_works_for_120_seconds_by_the_clock(panel: PairingPanel, fake_app: Any, clock: Any, words: Words, press: Press) -> None:
    clock.now += 119
    panel.tick()
    assert wording.seconds_left(1) in words(panel)
    clock.now += 1
    panel.tick()
    assert wording.PAIRING_OVER in words(panel)
    assert (panel.code.text(), fake_app.codes_forgotten) == ("", 1)
    press(panel, wording.NEW_CODE)
    assert (panel.code.text(), fake_app.codes) == (CODE, 2)
    assert wording.seconds_left(120) in words(panel)


def test_the_time_that_a_computer_sleeps_counts(panel: PairingPanel, clock: Any, words: Words) -> None:
    clock.now += 4000
    panel.tick()
    assert wording.PAIRING_OVER in words(panel)


@pytest.mark.skipif(sys.platform != "linux", reason="this clock is that of Linux")
@pytest.mark.parametrize("in_a_dialog", [False, True], ids=["in the first run", "in the dialog"])
def test_by_itself_it_goes_by_the_clock_that_goes_on_during_sleep_and_that_nobody_can_set(
    qtbot: QtBot, theme: Theme, fake_app: Any, words: Words, monkeypatch: pytest.MonkeyPatch, in_a_dialog: bool
) -> None:
    now, today = [1000.0], time.time()
    monkeypatch.setattr(time, "clock_gettime", lambda _clock: now[0])
    monkeypatch.setattr(time, "time", lambda: today - now[0])  # somebody puts it back all the time
    shown: PairingDialog | PairingPanel = PairingDialog(theme, fake_app) if in_a_dialog else PairingPanel(theme, fake_app)
    qtbot.addWidget(shown)
    shown.show()
    panel = shown.panel if isinstance(shown, PairingDialog) else shown
    panel.renew()
    now[0] += 119
    panel.tick()
    assert wording.seconds_left(1) in words(panel)
    now[0] += 1
    panel.tick()
    assert wording.PAIRING_OVER in words(panel)


def test_where_no_code_can_be_had_it_says_so_and_one_can_ask_again(panel: PairingPanel, fake_app: Any, words: Words, press: Press) -> None:
    fake_app.has_codes = False
    panel.renew()
    assert wording.PAIRING_NOT_NOW in words(panel)
    assert panel.code.text() == ""
    assert not any(timer.isActive() for timer in panel.findChildren(QTimer))
    fake_app.has_codes = True
    press(panel, wording.NEW_CODE)
    assert wording.seconds_left(120) in words(panel)
    assert panel.code.text() == CODE


def test_a_browser_that_used_the_code_is_told_of(qtbot: QtBot, panel: PairingPanel) -> None:
    with qtbot.assertNotEmitted(panel.connected):
        for browsers in (0, 1, 2):  # browsers that were paired before come and go
            panel.hear(LinkChanged(browsers))
    with qtbot.waitSignal(panel.connected) as told:
        panel.hear(BrowserPaired("b1", "Chrome 156"))
    assert told.args == ["b1", "Chrome 156"]
    assert panel.code.text() == ""


def test_a_code_that_was_tried_too_often_is_taken_away_and_another_is_offered(
    panel: PairingPanel, fake_app: Any, words: Words, press: Press
) -> None:
    panel.hear(PairingCodeEnded())
    assert wording.PAIRING_TRIED_TOO_OFTEN in words(panel)
    assert panel.code.text() == ""
    panel.tick()
    assert wording.PAIRING_TRIED_TOO_OFTEN in words(panel)
    press(panel, wording.NEW_CODE)
    assert wording.PAIRING_TRIED_TOO_OFTEN not in words(panel)
    assert (panel.code.text(), fake_app.codes) == (CODE, 2)


@pytest.mark.parametrize(
    ("side", "name", "sentence"),
    [
        (Side.APP, "Chrome 156", "This app is too old for Netcurtain in Chrome 156. Please update the app."),
        (Side.EXTENSION, "Chrome 156", "Netcurtain in Chrome 156 is too old for this app. Please update it in the browser."),
        (Side.EXTENSION, "", "Netcurtain in your browser is too old for this app. Please update it in the browser."),
        (Side.APP, "a\u202eb", "This app is too old for Netcurtain in a<U+202E>b. Please update the app."),
    ],
    ids=["app", "extension", "no name", "a name that turns letters around"],
)
def test_where_one_side_is_too_old_it_says_which_and_the_code_is_used(
    panel: PairingPanel, words: Words, press: Press, side: Side, name: str, sentence: str
) -> None:
    panel.hear(UpdateNeeded(side, "new", name))
    assert {sentence, wording.PAIRING_USED} <= set(words(panel))
    assert panel.code.text() == ""
    press(panel, wording.NEW_CODE)
    assert sentence not in words(panel)


def test_an_old_browser_that_was_paired_before_does_not_take_the_code_away(panel: PairingPanel, fake_app: Any, words: Words) -> None:
    fake_app.paired = [BrowserRow("old", "Firefox 90", 0, 0, False)]
    panel.renew()
    panel.hear(UpdateNeeded(Side.EXTENSION, "old", "Firefox 90"))
    assert any("Firefox 90" in said for said in words(panel))
    assert panel.code.text() == CODE


def run_out(panel: PairingPanel, clock: Any) -> None:
    clock.now += 120
    panel.tick()


ENDINGS: dict[str, Callable[[PairingPanel, Any], object]] = {
    "used": lambda panel, _: panel.hear(BrowserPaired("b1", "Chrome 156")),
    "used by a browser that is too old": lambda panel, _: panel.hear(UpdateNeeded(Side.EXTENSION, "new")),
    "run out": run_out,
    "tried too often": lambda panel, _: panel.hear(PairingCodeEnded()),
    "hidden": lambda panel, _: panel.hide(),
    "closed": lambda panel, _: panel.close(),
    "ended": lambda panel, _: panel.end(),
}


@pytest.mark.parametrize("how", list(ENDINGS))
def test_however_a_code_ends_it_is_nowhere_any_more(panel: PairingPanel, press: Press, fake_app: Any, clock: Any, how: str) -> None:
    press(panel, wording.COPY)
    assert clipboard() == CODE
    ENDINGS[how](panel, clock)
    assert clipboard() == ""
    assert panel.code.text() == ""
    assert "A B C" not in panel.code.accessibleName()
    assert fake_app.codes_forgotten == 1
    panel.end()
    assert fake_app.codes_forgotten == 1


@pytest.mark.parametrize("how", list(ENDINGS))
def test_however_a_code_ends_what_was_copied_since_stays(panel: PairingPanel, press: Press, clock: Any, how: str) -> None:
    press(panel, wording.COPY)
    QGuiApplication.clipboard().setText("something else")
    ENDINGS[how](panel, clock)
    assert clipboard() == "something else"


def test_nobody_looks_into_the_clipboard_of_a_person_who_has_not_copied_the_code(
    panel: PairingPanel, press: Press, monkeypatch: pytest.MonkeyPatch
) -> None:
    press(panel, wording.COPY)
    panel.renew()
    monkeypatch.setattr("netcurtain.ui.pairing.panel.clear_copies", lambda _code: pytest.fail("looked"))
    panel.end()


def test_a_new_code_takes_the_old_one_out_of_the_clipboard(panel: PairingPanel, press: Press) -> None:
    press(panel, wording.COPY)
    panel.renew()
    assert clipboard() == ""


def test_the_button_says_that_the_code_was_copied(panel: PairingPanel, press: Press) -> None:
    press(panel, wording.COPY)
    (copied,) = [b for b in panel.findChildren(Button) if b.isVisible()]
    assert copied.text() == copied.accessibleName() == wording.COPIED


def test_the_focus_goes_along_when_one_button_takes_the_place_of_the_other(qtbot: QtBot, panel: PairingPanel) -> None:
    with qtbot.waitActive(panel):
        panel.activateWindow()
    copy, new = [b for b in panel.findChildren(Button) if b.text() in (wording.COPY, wording.NEW_CODE)]
    copy.setFocus(Qt.FocusReason.TabFocusReason)
    panel.hear(PairingCodeEnded())
    assert new.hasFocus()
    new.click()
    assert copy.hasFocus()


def test_a_hidden_panel_hears_nothing_of_other_browsers(qtbot: QtBot, panel: PairingPanel) -> None:
    panel.hide()
    with qtbot.assertNotEmitted(panel.connected):
        panel.hear(BrowserPaired("b1"))
