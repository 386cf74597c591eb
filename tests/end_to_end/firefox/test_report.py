"""A report on the police site in Firefox: what is seen of it, and the answers to the card."""

import pytest
from tests.end_to_end.card import AS_IT_IS, LEAVE, NOT_NOW, WITHOUT
from tests.end_to_end.firefox.bidi import Facts
from tests.end_to_end.firefox.conftest import FirefoxTab
from tests.end_to_end.firefox.report_form import ANSWERS, fill_and_press, posts
from tests.end_to_end.website import clinic, others, police

from netcurtain.core import wording

pytestmark = pytest.mark.browser


def test_page_button_and_account_are_seen_going_to_a_company(tab: FirefoxTab) -> None:
    tab.page.goto(f"https://{others.META}/")
    tab.page.evaluate("document.cookie = 'c_user=zq01account; SameSite=None; Secure'")
    tab.open(police.HOST, police.DOOR)

    tab.page.click("#assault")

    finding = tab.app.wait("finding", since=tab.since, organisation="Meta (Facebook)", saying="which button was pressed")
    assert "this page's address" in finding["sentence"]
    assert "the Facebook account signed in on this browser" in finding["sentence"]
    assert "zq01account" not in "".join(tab.app.printed)
    tab.page.goto(f"https://{others.META}/")
    tab.page.evaluate("document.cookie = 'c_user=; Max-Age=0; SameSite=None; Secure'")


def test_a_page_is_known_from_its_start_in_this_tab_and_in_one_that_it_opens(tab: FirefoxTab) -> None:
    tab.open(police.HOST, police.START)
    assert wording.MISSED_THE_START not in _words(tab, police.START)["not_seen"]

    other = tab.browser.opened_by(tab.page, f"window.open('{police.ABOUT_YOU}')")

    tab.settled(police.HOST, police.ABOUT_YOU)
    assert wording.MISSED_THE_START not in _words(tab, police.ABOUT_YOU)["not_seen"]
    other.close()


def test_not_now_holds_the_form_and_the_next_press_asks_again(tab: FirefoxTab) -> None:
    fill_and_press(tab)

    tab.card.press(NOT_NOW)
    tab.card.wait_until_gone()
    assert tab.page.evaluate("document.querySelector('#when').value") == ANSWERS["when"]
    assert posts(tab) == []
    tab.page.click("#go")
    tab.card.press(AS_IT_IS)

    tab.settled(police.HOST, police.WHAT_HAPPENED)
    assert posts(tab) == [ANSWERS]
    # What a form in a hidden frame carries is read as well. The page stays: it is not broken off.
    tab.page.evaluate("document.forms[0].addEventListener('submit', (event) => event.preventDefault())")
    tab.page.click("#go")
    tab.app.wait("finding", since=tab.since, organisation="Meta (Facebook)", saying="which questions are on it")


def test_without_these_companies_the_form_arrives_and_they_hear_nothing_more(tab: FirefoxTab) -> None:
    fill_and_press(tab)
    tab.record.clear()

    tab.card.press(WITHOUT)
    tab.settled(police.HOST, police.WHAT_HAPPENED)
    tab.card.wait_for_text("Your form has gone to northshire.police.uk.")

    pixel = f"https://{others.META}/tr/?ev=Later"
    tab.page.evaluate(f"navigator.sendBeacon('{pixel}', 'x'); Object.assign(new Image(), {{ srcset: '{pixel} 1x' }}); fetch('/save')")
    tab.record.wait(police.HOST, "/save", method="GET")
    other = tab.browser.opened_by(tab.page, f"window.open('{police.ABOUT_YOU}')")
    tab.settled(police.HOST, police.ABOUT_YOU)
    assert _words(tab, police.ABOUT_YOU)["headline"] == "This page tried to contact two companies, and we stopped it."
    other.close()
    assert posts(tab) == [ANSWERS]
    assert tab.record.of(*others.TRACKERS) == []
    assert tab.record.of(others.GOOGLE, path=others.VERIFY, method="POST")


def test_a_form_that_a_script_sends_is_held_and_let_go(tab: FirefoxTab) -> None:
    tab.open(clinic.HOST, clinic.SCRIPTED)
    tab.judged("warning")
    tab.page.fill("#diagnosis", "in May")
    tab.page.click("#go")
    tab.card.wait()
    assert tab.record.of(clinic.HOST, path=clinic.THANKS) == []

    tab.card.press(AS_IT_IS)

    assert tab.record.wait(clinic.HOST, clinic.THANKS, method="POST").fields["diagnosis"] == "in May"


def test_a_background_that_was_stopped_holds_the_form_and_leaves_the_companies_out(tab: FirefoxTab) -> None:
    tab.open(police.HOST, police.START)
    tab.judged("warning")
    tab.browser.stop_background()
    tab.page.fill("#when", ANSWERS["when"])
    tab.page.click("#go")
    tab.card.wait()
    tab.record.clear()

    tab.card.press(WITHOUT)

    tab.settled(police.HOST, police.WHAT_HAPPENED)
    assert posts(tab) == [ANSWERS]
    assert tab.record.of(*others.TRACKERS) == []


def test_leave_goes_somewhere_neutral(tab: FirefoxTab) -> None:
    fill_and_press(tab)

    tab.card.press(LEAVE)

    tab.page.bidi.until(lambda: tab.page.url == f"https://{others.NEUTRAL}/weather", "the neutral page")
    assert posts(tab) == []


def test_in_a_private_window_the_card_asks_and_no_address_is_told(tab: FirefoxTab) -> None:
    private = tab.browser.private_window()
    window = FirefoxTab(private, type(tab.card)(private), tab.record, tab.app, tab.browser, tab.app.mark())

    fill_and_press(window)
    window.card.press(AS_IT_IS)

    window.settled(police.HOST, police.WHAT_HAPPENED)
    assert posts(window) == [ANSWERS]
    private.close()
    told = tab.app.events[window.since :]
    assert [event for event in told if police.HOST in str(event)] == []


def test_with_the_app_away_the_form_goes_by_itself(tab: FirefoxTab) -> None:
    tab.open(police.HOST, police.START)
    tab.judged("warning")
    tab.page.fill("#when", ANSWERS["when"])
    tab.app.stop()

    tab.page.click("#go")

    tab.settled(police.HOST, police.WHAT_HAPPENED)
    assert posts(tab) == [ANSWERS]


def _words(tab: FirefoxTab, path: str) -> Facts:
    """What the popup would say over the page at this path."""
    return tab.browser.popup_words(f"https://{police.HOST}{path}")
