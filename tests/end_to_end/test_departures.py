"""Forms that leave in other ways than most: what is said of them afterwards, who is told of it, and what crosses the link."""

import json
import re

import pytest
from playwright.sync_api import Worker
from tests.end_to_end import card
from tests.end_to_end.conftest import Stage, Tab
from tests.end_to_end.test_nothing_typed_leaks import listening
from tests.end_to_end.waiting import PATIENCE, until
from tests.end_to_end.website import forms, others

from netcurtain.core import wording

pytestmark = pytest.mark.browser
__all__ = ["listening"]

TYPED = "zq77typed"
DEPARTURE = 10.0
"""Seconds that a form has to leave."""
GONE = "Your form has gone"


def _press(tab: Tab, path: str) -> None:
    """Fill in, and answer "without these companies"; nothing that came before counts."""
    tab.open(forms.HOST, path)
    tab.judged("warning")
    tab.page.fill("#diagnosis", TYPED)
    tab.page.click("#go")
    tab.card.wait()
    tab.record.clear()
    tab.card.press(card.WITHOUT)


def test_a_form_that_opens_a_tab_has_gone_and_no_tracker_is_told_there(tab: Tab) -> None:
    with tab.page.context.expect_page() as opened:
        _press(tab, forms.NEW_TAB)

    assert tab.arrived(forms.HOST, forms.TAKE, then=forms.TAKE)["diagnosis"] == TYPED
    tab.card.wait_for_text(GONE)
    assert tab.record.of(*others.TRACKERS) == []
    opened.value.close()


def test_a_form_that_code_sends_to_another_host_has_gone_and_its_answers_do_not_cross(tab: Tab, listening: Worker) -> None:
    _press(tab, forms.BY_CODE)

    assert tab.record.wait(forms.TAKER, forms.TAKE, method="POST").asked["diagnosis"] == TYPED
    tab.card.wait_for_text(GONE)
    assert _crossed(tab, listening, forms.TAKE)


def test_an_autosave_that_goes_on_is_not_the_form_going(tab: Tab) -> None:
    _press(tab, forms.BEATING)

    tab.card.wait_for_text(wording.NOTHING_LEFT, patience=DEPARTURE + PATIENCE)

    assert tab.record.of(forms.HOST, path="/save", method="POST")
    assert tab.record.of(forms.HOST, path=forms.TAKE) == []


def test_what_a_form_in_a_frame_saves_and_leads_on_to_crosses_without_the_answer(tab: Tab, listening: Worker) -> None:
    tab.open(forms.HOST, forms.IN_FRAME)
    frame = tab.page.frame("inside")
    assert frame
    tab.app.wait("form", since=tab.since)
    frame.fill("#diagnosis", TYPED)
    frame.click("#full_name")
    tab.record.wait(forms.TAKER, "/save", where=lambda r: r.query == f"draft={TYPED}")
    frame.click("#go")
    submission = tab.app.wait("submission", since=tab.since)["submission"]
    listening.evaluate(
        """async (submission) => {
          for (const { id } of await chrome.tabs.query({})) {
            chrome.tabs.sendMessage(id, { kind: 'choice_made', submission, choice: 'as_it_is' }).catch(() => undefined);
          }
        }""",
        submission,
    )

    assert tab.record.wait(forms.SIGN_IN, "/thanks").asked["told"] == TYPED
    assert _crossed(tab, listening, "/thanks")


def test_where_the_form_goes_no_tracker_is_told_either(tab: Tab) -> None:
    _press(tab, forms.ELSEWHERE)

    assert tab.arrived(forms.TAKER, forms.TAKE, then=forms.TAKE)["diagnosis"] == TYPED
    tab.card.wait_for_text(GONE)
    assert tab.record.of(*others.TRACKERS) == []


def test_through_a_sign_in_and_back_no_tracker_is_told(tab: Tab) -> None:
    _press(tab, forms.HOPPING)

    tab.settled(forms.HOST, forms.DONE)
    assert tab.record.of(*others.TRACKERS) == []


def test_an_app_started_anew_still_holds_the_form_on_the_open_page(stage: Stage, tab: Tab) -> None:
    tab.open(forms.HOST, forms.ELSEWHERE)
    tab.judged("warning")
    stage.app.stop()
    anew = stage.app.mark()
    stage.app.start()
    stage.browser.wait_for_link(up=True)
    stage.app.wait("verdict", since=anew, level="warning")

    tab.page.click("#go")
    tab.card.wait()
    assert tab.record.of(forms.TAKER, path=forms.TAKE) == []


def test_an_app_started_anew_while_the_card_is_up_takes_no_answer_away(stage: Stage, tab: Tab) -> None:
    tab.open(forms.HOST, forms.ELSEWHERE)
    tab.judged("warning")
    tab.page.fill("#diagnosis", TYPED)
    tab.page.click("#go")
    tab.card.wait()
    stage.app.stop()
    stage.app.start()
    stage.browser.wait_for_link(up=True)
    tab.page.bring_to_front()
    tab.record.clear()

    tab.card.press(card.WITHOUT)

    assert tab.arrived(forms.TAKER, forms.TAKE, then=forms.TAKE)["diagnosis"] == TYPED
    assert tab.record.of(*others.TRACKERS) == []


def _crossed(tab: Tab, listening: Worker, path: str) -> bool:
    """Whether a request for this path was told to the app; fails where what was typed crossed in an address."""
    told = re.compile(rf'"url":"https://[^"?]*{re.escape(path)}[?"]')

    def frames() -> list[str]:
        return [frame for frame in listening.evaluate("() => sealed") if json.loads(frame)["type"] == "requests"]

    until(tab.page, lambda: any(told.search(frame) for frame in frames()), f"{path} to be told")
    own = [request["url"] for frame in frames() for request in json.loads(frame)["requests"] if TYPED in request["url"]]
    assert [url for url in own if not any(url.startswith(f"https://{host}/") for host in (*others.TRACKERS, others.GOOGLE))] == []
    return True
