"""With the keyboard alone in Firefox: a form filled in and sent, the card read and answered, and nothing answered by accident."""

import pytest
from tests.end_to_end import card
from tests.end_to_end.firefox.conftest import FirefoxTab
from tests.end_to_end.website import others, police

pytestmark = pytest.mark.browser

FURTHEST = 30
"""As many presses of Tab as nobody should need."""


def _send(tab: FirefoxTab) -> None:
    """Come to the form by Tab, fill it in, and press Enter in it."""
    tab.open(police.HOST, police.START)
    tab.judged("warning")
    tab.page.to_front()
    for _ in range(FURTHEST):
        if tab.page.evaluate("document.activeElement.id") == "when":
            break
        tab.page.press_key("Tab")
    tab.page.type("last night")
    tab.page.press_key("Enter")
    tab.card.wait()
    tab.page.bidi.until(lambda: _focused(tab) == card.HEADING, "the heading to have the keyboard")


def _focused(tab: FirefoxTab) -> str:
    """What has the keyboard in the card: its words."""
    said = [tab.page.call("(root) => root.activeElement?.textContent ?? ''", root) for root in tab.page.closed_roots()]
    return next((str(words) for words in said if words), "")


def _tab_to(tab: FirefoxTab, name: str) -> None:
    for _ in range(FURTHEST):
        if _focused(tab) == name:
            return
        tab.page.press_key("Tab")
    raise AssertionError(f"Tab does not come to {name!r}")


def _arrived(tab: FirefoxTab) -> list[dict[str, str]]:
    return [received.fields for received in tab.record.of(police.HOST, path=police.START, method="POST")]


def test_enter_and_space_by_accident_answer_nothing_and_not_now_keeps_what_was_written(tab: FirefoxTab) -> None:
    _send(tab)
    tab.card.wait_until_it_takes_a_press()
    tab.page.press_key("Enter")
    tab.page.press_key("Space")
    tab.caught_up()
    assert tab.card.is_up()

    _tab_to(tab, card.NOT_NOW)
    tab.page.press_key("Enter")

    tab.card.wait_until_gone()
    tab.caught_up()
    assert _arrived(tab) == []
    assert tab.page.evaluate("[document.activeElement.id, document.activeElement.value].join()") == "when,last night"


def test_without_these_companies_by_key(tab: FirefoxTab) -> None:
    _send(tab)
    tab.card.wait_until_it_takes_a_press()
    _tab_to(tab, card.WITHOUT)
    tab.record.clear()

    tab.page.press_key("Space")

    tab.settled(police.HOST, police.WHAT_HAPPENED)
    tab.caught_up()
    assert [fields["when"] for fields in _arrived(tab)] == ["last night"]
    assert tab.record.of(*others.TRACKERS) == []


def test_as_it_is_by_key(tab: FirefoxTab) -> None:
    _send(tab)
    tab.card.wait_until_it_takes_a_press()
    _tab_to(tab, card.AS_IT_IS)

    tab.page.press_key("Enter")

    tab.settled(police.HOST, police.WHAT_HAPPENED)
    tab.caught_up()
    assert [fields["when"] for fields in _arrived(tab)] == ["last night"]
