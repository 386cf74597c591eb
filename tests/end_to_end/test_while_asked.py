"""While the card is up nothing more goes out to the companies that were met: seen from the servers' side."""

import pytest
from tests.end_to_end import card
from tests.end_to_end.conftest import Stage, Tab
from tests.end_to_end.waiting import until
from tests.end_to_end.website import others, police

pytestmark = pytest.mark.browser

PINGS = 10
"""A tracker's tries, one every 100 ms, that are waited for."""
_TRACKER = f"""
globalThis.tried = 0;
const again = () => void (tried += 1);
setInterval(() => fetch('https://{others.META}/tr/?id=1&ev=Ping', {{ mode: 'no-cors' }}).then(again, again), 100);
"""
_RULES = "chrome.declarativeNetRequest.getSessionRules().then((rules) => rules.length)"


def _ask(tab: Tab) -> None:
    """A tracker tells of the page every 100 ms, the person presses, and the card is up."""
    tab.open(police.HOST, police.START)
    tab.judged("warning")
    tab.page.evaluate(_TRACKER)
    tab.record.wait(others.META, "/tr/", where=lambda r: r.asked["ev"] == "Ping")
    tab.page.fill("#when", "last night")
    tab.page.click("#go")
    tab.card.wait()


def _rules(stage: Stage, tab: Tab, *, there: bool) -> None:
    until(tab.page, lambda: bool(stage.browser.worker().evaluate(_RULES)) is there, "the rules of the tab")


def _tries(tab: Tab) -> None:
    """Until the tracker has had its answers, of whatever kind."""
    before = tab.page.evaluate("tried")
    tab.page.wait_for_function("(before) => tried >= before", arg=before + PINGS)


def test_no_ping_arrives_while_the_card_is_up_and_the_sites_own_requests_do(stage: Stage, tab: Tab) -> None:
    _ask(tab)
    _rules(stage, tab, there=True)
    tab.page.evaluate("new Promise((done) => setTimeout(done, 0))")
    tab.record.clear()

    _tries(tab)
    tab.page.evaluate("fetch('/save', { method: 'POST', body: 'draft' }).then(() => true)")

    assert tab.record.of(*others.TRACKERS) == []
    assert tab.record.of(police.HOST, path="/save", method="POST")
    tab.card.press(card.NOT_NOW)
    tab.card.wait_until_gone()


def test_after_as_it_is_the_form_arrives_and_they_are_told_again(stage: Stage, tab: Tab) -> None:
    _ask(tab)
    _rules(stage, tab, there=True)
    _tries(tab)
    tab.record.clear()

    tab.card.press(card.AS_IT_IS)

    assert tab.arrived(police.HOST, police.START, then=police.WHAT_HAPPENED)["when"] == "last night"
    assert tab.record.wait(others.META, "/tr/")
    _rules(stage, tab, there=False)


def test_after_not_now_they_are_told_again_on_the_same_page(stage: Stage, tab: Tab) -> None:
    _ask(tab)
    _rules(stage, tab, there=True)

    tab.card.press(card.NOT_NOW)
    tab.card.wait_until_gone()
    _rules(stage, tab, there=False)
    tab.record.clear()

    tab.record.wait(others.META, "/tr/", where=lambda r: r.asked["ev"] == "Ping")
    tab.page.click("#go")
    tab.card.press(card.NOT_NOW)


_SLOW = """{
  const { updateSessionRules } = chrome.declarativeNetRequest;
  const done = new Promise((resolve) => (globalThis.rulesGoOn = resolve));
  chrome.declarativeNetRequest.updateSessionRules = (change) => done.then(() => updateSessionRules(change));
  void done.then(() => (chrome.declarativeNetRequest.updateSessionRules = updateSessionRules));
}"""
"""The browser takes its time with rules, until it is told to go on."""


@pytest.mark.parametrize("choice", [card.LEAVE, card.NOT_NOW])
def test_who_changes_their_mind_while_the_companies_are_being_left_out_is_heard(stage: Stage, tab: Tab, choice: str) -> None:
    _ask(tab)
    _rules(stage, tab, there=True)
    worker = stage.browser.worker()
    worker.evaluate(_SLOW)
    tab.card.press(card.WITHOUT)

    tab.card.press(choice)
    tab.app.wait("choice", since=tab.since, choice="leave" if choice == card.LEAVE else "not_now")
    worker.evaluate("rulesGoOn()")

    if choice == card.LEAVE:
        tab.page.wait_for_url(f"https://{others.NEUTRAL}/weather")
    else:
        tab.card.wait_until_gone()
        assert tab.page.input_value("#when") == "last night"
    _rules(stage, tab, there=False)
    tab.caught_up()
    assert tab.record.of(police.HOST, path=police.START, method="POST") == []


def test_that_nobody_can_see_here_what_a_pixel_is_set_up_to_take_is_said_in_the_details(tab: Tab) -> None:
    tab.open(police.HOST, police.START)
    tab.page.evaluate(others.LOAD_SET_UP)
    tab.judged("warning")
    tab.page.click("#go")
    tab.card.wait()
    assert others.SET_UP_HIDDEN not in tab.card.text()

    tab.card.unfold("Details")

    tab.card.wait_for_text(others.SET_UP_HIDDEN)
    assert "is set up here to take" not in tab.card.text()
    tab.card.press(card.NOT_NOW)


def test_a_background_that_was_stopped_meanwhile_still_lets_them_through_when_the_person_says_so(stage: Stage, tab: Tab) -> None:
    _ask(tab)
    _rules(stage, tab, there=True)

    stage.browser.stop_worker(tab.page)
    tab.record.clear()
    _tries(tab)
    assert tab.record.of(*others.TRACKERS) == []

    tab.card.press(card.NOT_NOW)
    tab.card.wait_until_gone()
    tab.record.wait(others.META, "/tr/", where=lambda r: r.asked["ev"] == "Ping")


def test_a_page_that_is_left_while_it_asks_leaves_no_rule_behind(stage: Stage, tab: Tab) -> None:
    _ask(tab)
    _rules(stage, tab, there=True)

    tab.page.goto(f"https://{others.NEUTRAL}/weather")

    _rules(stage, tab, there=False)
