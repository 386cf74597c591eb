"""A press that sends is held in Firefox as in Chromium, and done again once."""

import pytest
from tests.end_to_end.card import AS_IT_IS
from tests.end_to_end.firefox.conftest import FirefoxTab
from tests.end_to_end.website import presses

pytestmark = pytest.mark.browser

TYPED = "zq31 last night"


@pytest.mark.parametrize("name", ["fetch", "pointerdown", "div", "anchor", "chat-keydown", "chat-keyup"])
def test_a_press_is_held_and_arrives_once_when_the_person_goes_on(tab: FirefoxTab, name: str) -> None:
    tab.open(presses.HOST, f"/{name}")
    tab.judged("warning")
    tab.page.fill("#what", TYPED)
    if name.startswith("chat"):
        tab.page.press_key("Enter")
    else:
        tab.page.click("#go")
    tab.card.wait()
    tab.caught_up()
    assert tab.record.of(presses.HOST, path=presses.TAKE, method="POST") == []

    tab.card.press(AS_IT_IS)

    assert tab.record.wait(presses.HOST, presses.TAKE, method="POST").body == TYPED
    tab.caught_up()
    assert len(tab.record.of(presses.HOST, path=presses.TAKE, method="POST")) == 1
