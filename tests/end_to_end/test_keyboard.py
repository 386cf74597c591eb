"""With the keyboard alone: a form filled in and sent, the card read and answered, the popup and the options page used."""

import pytest
from playwright.sync_api import Page
from tests.end_to_end import card, popup
from tests.end_to_end.browser import OURS
from tests.end_to_end.conftest import Stage, Tab
from tests.end_to_end.waiting import until
from tests.end_to_end.website import others, police

pytestmark = pytest.mark.browser

DETAILS = "Details"
FURTHEST = 30
"""As many presses of Tab as nobody should need."""


def _tab_to(tab: Tab, name: str) -> None:
    for _ in range(FURTHEST):
        if tab.card.focused() == name:
            return
        tab.page.keyboard.press("Tab")
    raise AssertionError(f"Tab does not come to {name!r}")


def _send(tab: Tab) -> None:
    """Fill in the form and press Enter in it, as somebody does who uses no mouse."""
    tab.open(police.HOST, police.START)
    tab.judged("warning")
    tab.page.focus("#when")
    tab.page.keyboard.type("last night")
    tab.page.keyboard.press("Enter")
    tab.card.wait()


def test_tab_goes_through_every_control_of_the_card_in_the_order_in_which_it_is_read(tab: Tab) -> None:
    _send(tab)
    until(tab.page, lambda: tab.card.focused() == card.HEADING, "the heading to have the keyboard")
    controls = tab.card.controls()

    met = []
    for _ in controls:
        tab.page.keyboard.press("Tab")
        met.append(tab.card.focused())

    assert met == controls
    assert {card.LEAVE, card.WITHOUT, card.NOT_NOW, card.AS_IT_IS, DETAILS} <= set(met)


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_what_is_folded_away_opens_by_key(tab: Tab, key: str) -> None:
    _send(tab)
    closed = tab.card.text()
    _tab_to(tab, DETAILS)

    tab.page.keyboard.press(key)

    until(tab.page, lambda: len(tab.card.text()) > len(closed), "the details")
    assert tab.card.focused() == DETAILS


def test_enter_by_accident_answers_nothing(tab: Tab) -> None:
    _send(tab)
    tab.card.wait_until_it_takes_a_press()

    tab.page.keyboard.press("Enter")
    tab.page.keyboard.press("Space")

    tab.caught_up()
    assert tab.card.is_up()
    assert tab.record.of(police.HOST, path=police.START, method="POST") == []


def test_not_now_then_again_without_these_companies(tab: Tab) -> None:
    _send(tab)
    tab.card.wait_until_it_takes_a_press()
    _tab_to(tab, card.NOT_NOW)
    tab.page.keyboard.press("Enter")
    tab.card.wait_until_gone()
    tab.caught_up()
    assert tab.record.of(police.HOST, path=police.START, method="POST") == []
    # The keyboard is where it was, and so is what was written.
    assert tab.page.evaluate("document.activeElement.id") == "when"
    assert tab.page.input_value("#when") == "last night"

    tab.page.keyboard.press("Enter")
    tab.card.wait_until_it_takes_a_press()
    _tab_to(tab, card.WITHOUT)
    tab.record.clear()
    tab.page.keyboard.press("Space")

    assert tab.arrived(police.HOST, police.START, then=police.WHAT_HAPPENED)["when"] == "last night"
    assert tab.record.of(*others.TRACKERS) == []


def _ids_by_tab(page: Page, many: int) -> list[str]:
    """What has the keyboard after each press of Tab."""
    met = []
    for _ in range(many):
        page.keyboard.press("Tab")
        met.append(str(page.evaluate("document.activeElement.id")))
    return met


_CONTROLS = "[...document.querySelectorAll('button, input')].filter((control) => control.checkVisibility()).map((control) => control.id)"


def test_the_popup_by_tab_alone(tab: Tab, stage: Stage) -> None:
    tab.open(police.HOST, police.START)
    tab.judged("warning")

    with popup.over(stage.browser, tab.page) as shown:
        shown.wait_for("It is not personal")
        controls = shown.page.evaluate(_CONTROLS)
        assert _ids_by_tab(shown.page, len(controls)) == controls == ["correct", "pause"]
        shown.page.keyboard.press("Enter")
        shown.wait_for("Netcurtain is paused on this site until you leave it.")
        assert shown.page.evaluate("document.activeElement.id") == "pause"
        shown.page.keyboard.press("Space")
        shown.wait_for("Pause here for this visit")


def test_the_options_page_by_tab_alone(tab: Tab) -> None:
    tab.page.goto(f"{OURS}/options/options.html")
    tab.page.get_by_text("This browser is connected to").wait_for()

    assert _ids_by_tab(tab.page, 3) == tab.page.evaluate(_CONTROLS) == ["code", "port", "pair"]
    tab.page.focus("#code")
    tab.page.keyboard.type("AAAAA-AAAAA-AAAAA-AAAAA")
    tab.page.keyboard.press("Enter")
    tab.page.get_by_text("That code did not work.").wait_for()
