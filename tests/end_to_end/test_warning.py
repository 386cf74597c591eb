"""A person is warned before a sensitive form is sent, and only then."""

import re

import pytest
from tests.end_to_end import card
from tests.end_to_end.conftest import Tab
from tests.end_to_end.waiting import until
from tests.end_to_end.website import clinic, others, police

pytestmark = pytest.mark.browser

ARRIVAL = "This page has told two companies that it was opened."


def test_a_quiet_line_on_arrival_says_who_was_told(tab: Tab) -> None:
    tab.open(police.HOST, police.START)

    tab.card.wait_for_text(ARRIVAL)

    assert not tab.card.is_up()


def test_the_submission_is_held_while_the_card_is_up(tab: Tab) -> None:
    tab.open(police.HOST, police.START)
    tab.card.wait_for_text(ARRIVAL)
    tab.page.fill("#when", "last night")

    tab.page.click("#go")
    tab.card.wait()

    tab.app.wait("submission", since=tab.since)
    tab.page.evaluate("fetch('/save?after=card')")
    assert tab.record.of(police.HOST, method="GET", path="/save")
    assert tab.record.of(police.HOST, path=police.START, method="POST") == []
    assert ARRIVAL not in tab.card.text()


def test_the_card_says_what_was_seen_and_what_was_not(tab: Tab) -> None:
    tab.open(police.HOST, police.START)
    tab.judged("warning")

    tab.page.click("#go")
    until(tab.page, lambda: re.search(r"This page told [^.]*Meta \(Facebook\)[^.]* its address", tab.card.text()), "Meta to be named")
    until(tab.page, lambda: re.search(r"This page told [^.]*Google[^.]* its address", tab.card.text()), "Google to be named")

    said = tab.card.text()
    assert "What you wrote is still here." in said
    assert "We have not seen what you wrote go to them, but we cannot see everything." in said


def test_the_app_learns_which_button_was_pressed_and_which_questions_the_form_has(tab: Tab) -> None:
    tab.open(police.HOST, police.START)
    tab.judged("warning")
    tab.page.click("#go")
    tab.card.press(card.AS_IT_IS)
    tab.settled(police.HOST, police.WHAT_HAPPENED)
    tab.record.clear()
    # The page stays: what the press tells is not broken off by the next one.
    tab.page.evaluate("document.forms[0].addEventListener('submit', (event) => event.preventDefault())")

    tab.page.click("#go")

    by_form = tab.record.wait(others.META, "/tr/", method="POST").fields
    assert by_form["rqm"] == "formPOST"
    finding = tab.app.wait("finding", since=tab.since, organisation="Meta (Facebook)", saying="which questions are on it")
    pressed = "Meta (Facebook) was told which button was pressed on this page: \u201cContinue\u201d."
    assert finding["sentence"].startswith(f"{pressed} It was also told this page's address and title")


def test_a_form_that_a_script_sends_is_held_too(tab: Tab) -> None:
    tab.open(clinic.HOST, clinic.SCRIPTED)
    tab.judged("warning")
    tab.page.fill("#diagnosis", "in May")

    tab.page.click("#go")
    tab.card.wait()

    assert tab.record.of(clinic.HOST, path=clinic.THANKS) == []


def test_the_same_page_without_trackers_brings_no_card(tab: Tab) -> None:
    tab.open(police.QUIET_HOST, police.START)
    tab.app.wait("form", since=tab.since, sensitive=True)
    tab.judged("notice")

    tab.page.click("#go")

    tab.settled(police.QUIET_HOST, police.WHAT_HAPPENED)
    assert not tab.card.is_up()
    assert tab.record.of(*others.TRACKERS) == []


def test_trackers_beside_a_search_box_bring_no_card(tab: Tab) -> None:
    tab.open(clinic.LIBRARY_HOST, "/")
    tab.app.wait("form", since=tab.since, sensitive=False)
    tab.judged("notice")
    tab.page.fill("#q", "gardening")

    tab.page.click("#go")

    tab.settled(clinic.LIBRARY_HOST, "/search")
    assert not tab.card.is_up()
    assert tab.record.of(others.META)


def test_nobody_is_told_of_the_press_while_the_card_is_up(tab: Tab) -> None:
    tab.open(police.HOST, police.START)
    tab.judged("warning")
    tab.record.clear()

    tab.page.click("#go")
    tab.card.wait()
    tab.page.evaluate("fetch('/save?after=card')")

    assert tab.record.of(*others.TRACKERS) == []
    assert "which button was pressed" not in tab.card.text()


def test_half_a_character_in_a_question_hides_no_form(tab: Tab) -> None:
    tab.open(clinic.HOST, clinic.HALF)
    tab.judged("warning")
    tab.page.click("#go")
    tab.card.wait()
    assert tab.record.of(clinic.HOST, path=clinic.HALF, method="POST") == []


def test_the_quiet_line_can_be_closed_on_a_small_screen_with_everything_unfolded(tab: Tab) -> None:
    tab.page.set_viewport_size({"width": 320, "height": 180})
    tab.open(police.HOST, police.START)
    tab.card.wait_for_text("Which?")
    tab.card.unfold("Which?")
    tab.card.wait_for_text("This page told")

    tab.card.press_at_once("Close")

    until(tab.page, lambda: "Which?" not in tab.card.text(), "the line to go")
