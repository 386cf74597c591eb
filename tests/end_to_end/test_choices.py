"""The four answers to the card, each seen from the servers' side."""

import pytest
from tests.end_to_end import card
from tests.end_to_end.conftest import Tab
from tests.end_to_end.waiting import PATIENCE
from tests.end_to_end.website import clinic, others, police

from netcurtain.core import wording

pytestmark = pytest.mark.browser

ANSWERS = {"reporting_for": "self", "offence": "assault", "when": "last night", "go": "on"}
DEPARTURE = 10.0
"""Seconds that a form has to leave before the companies are let through again."""


def _fill_and_press(tab: Tab) -> None:
    tab.open(police.HOST, police.START)
    tab.judged("warning")
    tab.page.check("[name=reporting_for][value=self]")
    tab.page.select_option("#offence", "assault")
    tab.page.fill("#when", "last night")
    tab.page.click("#go")
    tab.card.wait()


def test_without_these_companies_every_field_arrives_and_no_tracker_is_told_any_more(tab: Tab) -> None:
    _fill_and_press(tab)
    tab.record.clear()

    tab.card.press(card.WITHOUT)

    assert tab.arrived(police.HOST, police.START, then=police.WHAT_HAPPENED) == ANSWERS
    tab.page.fill("#what_happened", "It was dark.")
    tab.page.click("#go")
    tab.settled(police.HOST, police.ABOUT_YOU)
    assert tab.record.of(*others.TRACKERS) == []
    assert tab.record.of(others.GOOGLE, path=others.CONVERSION) == []


def test_without_these_companies_what_the_form_needs_still_works(tab: Tab) -> None:
    _fill_and_press(tab)
    tab.record.clear()

    tab.card.press(card.WITHOUT)

    tab.settled(police.HOST, police.WHAT_HAPPENED)
    assert tab.record.of(others.GOOGLE, path=others.VERIFY, method="POST")
    assert tab.page.get_attribute("body", "data-person") == "a-person"
    assert tab.record.of(police.HOST, path="/save", method="POST")


def test_without_these_companies_a_payment_still_works(tab: Tab) -> None:
    tab.open(clinic.HOST, clinic.ORDER)
    tab.judged("warning")
    tab.page.fill("#full_name", "A. Person")
    tab.page.click("#go")
    tab.card.press(card.WITHOUT)
    tab.settled(clinic.HOST, clinic.THANKS)
    tab.record.clear()

    tab.open(clinic.HOST, clinic.ORDER)

    assert tab.page.get_attribute("body", "data-payment") == "ready"
    assert tab.record.of(others.PAYMENT_API, path="/ready")
    assert tab.record.of(*others.TRACKERS) == []


def test_without_these_companies_says_afterwards_what_was_stopped(tab: Tab) -> None:
    _fill_and_press(tab)

    tab.card.press(card.WITHOUT)

    tab.card.wait_for_text("Your form has gone to northshire.police.uk. Look for its own message that it arrived.")


def test_without_these_companies_another_tab_is_left_alone(tab: Tab) -> None:
    _fill_and_press(tab)
    tab.card.press(card.WITHOUT)
    tab.settled(police.HOST, police.WHAT_HAPPENED)
    tab.record.clear()

    other = tab.page.context.new_page()
    other.goto(f"https://{clinic.LIBRARY_HOST}/")
    tab.settled(clinic.LIBRARY_HOST, "/")
    other.close()

    assert tab.record.of(others.META)


def test_where_nothing_leaves_the_companies_are_let_through_again(tab: Tab) -> None:
    tab.open(clinic.HOST, clinic.STUCK)
    tab.judged("warning")
    tab.page.fill("#diagnosis", "in May")
    tab.page.click("#go")

    tab.card.press(card.WITHOUT)
    tab.card.wait_for_text(wording.NOTHING_LEFT, patience=DEPARTURE + PATIENCE)

    assert tab.page.input_value("#diagnosis") == "in May"
    tab.record.clear()
    tab.open(clinic.LIBRARY_HOST, "/")
    assert tab.record.of(others.META)


def test_not_now_delivers_nothing_and_keeps_what_was_typed(tab: Tab) -> None:
    _fill_and_press(tab)

    tab.card.press(card.NOT_NOW)
    tab.card.wait_until_gone()

    tab.app.wait("choice", since=tab.since, choice="not_now")
    assert tab.record.of(police.HOST, path=police.START, method="POST") == []
    assert tab.page.input_value("#when") == "last night"
    assert tab.page.input_value("#offence") == "assault"
    assert tab.page.is_checked("[name=reporting_for][value=self]")


def test_after_not_now_the_next_press_asks_again(tab: Tab) -> None:
    _fill_and_press(tab)
    tab.card.press(card.NOT_NOW)
    tab.card.wait_until_gone()

    tab.page.click("#go")

    tab.card.press(card.AS_IT_IS)
    assert tab.arrived(police.HOST, police.START, then=police.WHAT_HAPPENED) == ANSWERS


def test_as_it_is_delivers_every_field_and_asks_once_a_visit(tab: Tab) -> None:
    _fill_and_press(tab)

    tab.card.press(card.AS_IT_IS)

    assert tab.arrived(police.HOST, police.START, then=police.WHAT_HAPPENED) == ANSWERS
    tab.page.fill("#what_happened", "It was dark.")
    tab.page.click("#go")
    tab.settled(police.HOST, police.ABOUT_YOU)
    assert tab.record.of(police.HOST, path=police.WHAT_HAPPENED, method="POST")[0].fields["what_happened"] == "It was dark."
    assert tab.record.of(others.META)


def test_as_it_is_delivers_a_form_that_a_script_sends(tab: Tab) -> None:
    tab.open(clinic.HOST, clinic.SCRIPTED)
    tab.judged("warning")
    tab.page.fill("#diagnosis", "in May")
    tab.page.click("#go")

    tab.card.press(card.AS_IT_IS)

    assert tab.arrived(clinic.HOST, clinic.THANKS, then=clinic.THANKS)["diagnosis"] == "in May"


def test_leave_covers_the_page_and_goes_somewhere_neutral(tab: Tab) -> None:
    _fill_and_press(tab)

    tab.card.press(card.LEAVE)

    tab.page.wait_for_url(f"https://{others.NEUTRAL}/weather")
    tab.app.wait("choice", since=tab.since, choice="leave")
    assert tab.record.of(police.HOST, path=police.START, method="POST") == []
    tab.page.go_back()
    assert police.HOST not in tab.page.url
