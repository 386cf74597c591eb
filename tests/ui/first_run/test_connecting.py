from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from netcurtain.core.event import BrowserLeft, BrowserPaired, LinkChanged
from netcurtain.ui import wording as ui_wording
from netcurtain.ui.actions import BrowserRow
from netcurtain.ui.first_run import wording
from netcurtain.ui.first_run.connecting import ConnectStep
from netcurtain.ui.first_run.view import FirstRunView

Seen = Callable[[QWidget], list[str]]
CODE = "ABCDE-FGHIJ-KLMNO-PQRST"
CHROME = BrowserRow("b1", "Chrome 156", 1, 2, True)
FIREFOX = BrowserRow("b2", "Firefox 153", 1, 2, True)


@pytest.fixture
def step(view: FirstRunView) -> ConnectStep:
    """The last step, not yet come to."""
    return view.connecting


def go_there(view: FirstRunView) -> None:
    while view.step < 3:
        view.go_on()


def test_the_code_is_made_only_when_the_step_is_shown_and_ends_when_it_is_left(
    view: FirstRunView, step: ConnectStep, fake_app: Any, seen: Seen
) -> None:
    view.go_on()
    view.go_on()
    assert fake_app.codes == 0
    view.go_on()
    assert CODE in seen(view)
    view.go_back()
    assert (fake_app.codes, fake_app.codes_forgotten) == (1, 1)
    assert step.panel.code.text() == ""
    view.go_on()
    assert fake_app.codes == 2


@pytest.mark.parametrize("end", ["leave", "finish"])
def test_leaving_in_any_way_ends_the_code(view: FirstRunView, fake_app: Any, end: str) -> None:
    go_there(view)
    getattr(view, end)()
    assert fake_app.codes_forgotten == 1


def test_where_a_browser_is_connected_already_it_says_so_and_makes_no_code(
    view: FirstRunView, step: ConnectStep, fake_app: Any, seen: Seen
) -> None:
    fake_app.paired = [CHROME]
    go_there(view)
    assert wording.connected(("Chrome 156",)) in seen(view)
    assert fake_app.codes == 0
    assert not step.panel.isVisible()
    assert step.try_it.isVisible()


def test_one_that_is_paired_but_not_there_does_not_count(view: FirstRunView, step: ConnectStep, fake_app: Any) -> None:
    fake_app.paired = [BrowserRow("b1", "Chrome 156", 1, 2, False)]
    go_there(view)
    assert fake_app.codes == 1
    assert not step.try_it.isVisible()


def test_another_browser_can_be_connected(view: FirstRunView, step: ConnectStep, fake_app: Any, seen: Seen) -> None:
    fake_app.paired = [CHROME]
    go_there(view)
    step.another.click()
    assert {CODE, wording.connected(("Chrome 156",))} <= set(seen(view))
    assert not step.try_it.isVisible()
    view.hear(LinkChanged(1))
    assert CODE in seen(view)
    fake_app.paired = [CHROME, FIREFOX]
    view.hear(BrowserPaired("b2", "Firefox 153"))
    assert CODE not in seen(view)
    assert wording.connected(("Chrome 156", "Firefox 153")) in seen(view)
    assert step.try_it.isVisible()


def test_the_browser_that_used_the_code_is_named_even_before_it_is_counted(view: FirstRunView, step: ConnectStep, seen: Seen) -> None:
    go_there(view)
    step.panel.connected.emit("b1", "Chrome 156\u202e")
    assert wording.connected(("Chrome 156<U+202E>",)) in seen(view)


def test_a_browser_that_comes_by_itself_makes_the_code_needless(view: FirstRunView, step: ConnectStep, fake_app: Any, seen: Seen) -> None:
    go_there(view)
    fake_app.paired = [CHROME]
    view.hear(LinkChanged(1))
    assert CODE not in seen(view)
    assert fake_app.codes_forgotten == 1
    assert step.try_it.isVisible()


def test_a_browser_that_goes_away_is_no_longer_named(view: FirstRunView, step: ConnectStep, fake_app: Any, seen: Seen) -> None:
    fake_app.paired = [CHROME]
    go_there(view)
    fake_app.paired = []
    view.hear(BrowserLeft("b1"))
    assert ui_wording.NO_BROWSER in seen(view)
    assert not step.try_it.isVisible()
    assert step.another.text() == ui_wording.CONNECT
    step.another.click()
    assert CODE in seen(view)


def test_the_practice_page_is_opened_and_the_first_run_is_over(qtbot: QtBot, view: FirstRunView, step: ConnectStep, fake_app: Any) -> None:
    fake_app.paired = [CHROME]
    go_there(view)
    with qtbot.waitSignal(view.finished):
        step.try_it.click()
    assert fake_app.practised == 1
    assert fake_app.answers.introduced


def test_how_private_windows_are_allowed_unfolds_and_folds(view: FirstRunView, step: ConnectStep, seen: Seen) -> None:
    go_there(view)
    steps = {words for _, words in wording.PRIVATE_STEPS}
    assert wording.PRIVATE in seen(view)
    assert not steps & set(seen(view))
    step.show_how.click()
    assert steps <= set(seen(view))
    assert step.show_how.accessibleName() == wording.HIDE_HOW
    step.show_how.click()
    assert not steps & set(seen(view))


def test_events_before_the_step_is_shown_make_no_code(view: FirstRunView, fake_app: Any) -> None:
    view.hear(LinkChanged(0))
    view.hear(BrowserLeft("b1"))
    assert fake_app.codes == 0
