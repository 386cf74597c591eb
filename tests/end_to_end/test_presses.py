"""A press that sends is held whatever the page does with it, and nothing hears of it before the person has answered."""

import pytest
from playwright.sync_api import Page
from tests.end_to_end import card
from tests.end_to_end.conftest import Tab
from tests.end_to_end.waiting import until
from tests.end_to_end.website import others, presses

pytestmark = pytest.mark.browser

TYPED = "zq31 last night"
BY_MOUSE = [name for name in presses.GROUPS if name not in ("keydown", "trusting", "redrawn")]
CHATS = ["chat-keydown", "chat-keyup", "editable-keydown", "editable-keyup"]
_RECORD = """() => {
    window.heard = [];
    const kinds = 'pointerdown mousedown pointerup mouseup click focusin keydown keypress keyup submit change';
    for (const kind of kinds.split(' ')) {
        const note = ({ target, isTrusted, defaultPrevented }) => [kind, target.id, isTrusted, defaultPrevented, document.activeElement.id];
        window.addEventListener(kind, (event) => heard.push(note(event)), true);
    }
}"""


def _open(tab: Tab, name: str, host: str = presses.HOST) -> None:
    tab.open(host, f"/{name}")
    tab.judged("warning" if host == presses.HOST else "notice")


def _write(tab: Tab) -> None:
    tab.page.click("#what")
    tab.page.keyboard.type(TYPED)


def _sent(tab: Tab) -> list[str]:
    return [received.body for received in tab.record.of(presses.HOST, path=presses.TAKE, method="POST")]


def _arrives_once(tab: Tab) -> None:
    tab.record.wait(presses.HOST, presses.TAKE, method="POST")
    tab.card.wait_until_gone()
    # Whatever came twice came before this.
    tab.caught_up()
    assert _sent(tab) == [TYPED]


def _held_until_answered(tab: Tab) -> None:
    """Nothing arrives while the card is up; after "Go on as it is", once."""
    tab.card.wait()
    tab.caught_up()
    assert _sent(tab) == []
    tab.card.press(card.AS_IT_IS)
    _arrives_once(tab)


@pytest.mark.parametrize("name", BY_MOUSE)
def test_a_press_is_held_and_arrives_once_when_the_person_goes_on(tab: Tab, name: str) -> None:
    _open(tab, name)
    _write(tab)
    tab.page.click("#go")
    _held_until_answered(tab)


@pytest.mark.parametrize("name", ["fetch", "pointerdown"])
def test_after_not_now_nothing_was_sent_and_the_next_press_asks_again(tab: Tab, name: str) -> None:
    _open(tab, name)
    _write(tab)
    tab.page.click("#go")
    tab.card.press(card.NOT_NOW)
    tab.card.wait_until_gone()
    tab.caught_up()
    assert (_sent(tab), tab.page.input_value("#what")) == ([], TYPED)

    tab.page.mouse.dblclick(*_middle(tab.page, "#go"))
    tab.card.press(card.WITHOUT)

    _arrives_once(tab)


@pytest.mark.parametrize("name", CHATS)
def test_enter_in_a_chat_is_held_and_arrives_once(tab: Tab, name: str) -> None:
    _open(tab, name)
    _write(tab)
    tab.page.keyboard.press("Enter")
    _held_until_answered(tab)


def test_a_key_on_what_acts_as_a_button_is_held(tab: Tab) -> None:
    _open(tab, "keydown")
    _write(tab)
    tab.page.press("#go", " ")
    _held_until_answered(tab)


def test_a_key_on_a_button_is_held(tab: Tab) -> None:
    _open(tab, "fetch")
    _write(tab)
    tab.page.press("#go", "Enter")
    _held_until_answered(tab)


def test_in_a_closed_shadow_root_a_press_is_held(tab: Tab) -> None:
    _open(tab, "closed")
    tab.page.keyboard.press("Tab")
    tab.page.keyboard.type(TYPED)
    tab.page.keyboard.press("Tab")
    tab.page.keyboard.press("Enter")
    _held_until_answered(tab)


def test_a_handler_that_takes_only_a_persons_press_takes_the_second(tab: Tab) -> None:
    _open(tab, "trusting")
    _write(tab)
    tab.page.click("#go")
    tab.card.press(card.AS_IT_IS)
    tab.card.wait_until_gone()
    tab.caught_up()
    assert _sent(tab) == []

    tab.page.click("#go")

    _arrives_once(tab)


def test_a_button_that_was_drawn_anew_while_the_card_is_up_is_found_again(tab: Tab) -> None:
    _open(tab, "redrawn")
    _write(tab)
    tab.page.click("#go")
    tab.card.wait()
    tab.page.evaluate("draw()")
    tab.card.press(card.AS_IT_IS)
    _arrives_once(tab)


def test_a_press_that_is_broken_off_asks_nothing(tab: Tab) -> None:
    _open(tab, "pointerdown")
    _write(tab)
    tab.page.mouse.move(*_middle(tab.page, "#go"))
    tab.page.mouse.down()
    tab.page.mouse.move(*_middle(tab.page, "h1"))
    tab.page.mouse.up()
    tab.caught_up()
    assert _sent(tab) == []
    assert not tab.card.is_up()


def test_a_tracker_hears_nothing_of_the_press_while_the_card_is_up_nor_after_not_now(tab: Tab) -> None:
    _open(tab, "formaction")
    _write(tab)
    tab.page.evaluate(_RECORD)
    tab.record.clear()

    tab.page.click("#go")
    tab.card.wait()
    tab.caught_up()
    assert tab.record.of(others.META) == []
    tab.card.press(card.NOT_NOW)
    tab.card.wait_until_gone()

    tab.caught_up()
    assert tab.record.of(others.META) == []
    heard = [kind for kind, target, *_ in tab.page.evaluate("heard") if target == "go" and kind != "focusin"]
    assert heard == []


def test_a_forms_own_button_sends_it_once_to_where_that_button_goes(tab: Tab) -> None:
    _open(tab, "formaction")
    _write(tab)
    tab.page.evaluate(_RECORD)
    tab.page.click("#go b")
    tab.card.press(card.AS_IT_IS)

    received = tab.record.wait(presses.HOST, presses.TAKE, method="POST")

    assert received.fields == {"what": TYPED, "go": "on"}
    until(tab.page, lambda: tab.page.url.endswith(presses.TAKE), "the page that follows")
    assert len(_sent(tab)) == 1


def test_what_does_not_send_works_untouched_in_a_form_with_a_warning_and_the_forms_own_button_is_held(tab: Tab) -> None:
    _open(tab, "controls")
    _write(tab)

    for name in presses.CONTROLS:
        _drag(tab.page, f"#{name}")
    tab.page.press("#town", "Enter")

    tab.caught_up()
    whole = ["pointerdown", "mousedown", "pointerup", "mouseup", "click"]
    assert tab.page.evaluate("heard") == dict.fromkeys(presses.CONTROLS, whole)
    assert tab.page.input_value("#town") == "Northshire"
    assert not tab.card.is_up()

    tab.page.click("#go")
    tab.card.wait()
    tab.caught_up()
    assert _sent(tab) == []
    tab.card.press(card.AS_IT_IS)
    assert tab.record.wait(presses.HOST, presses.TAKE, method="POST").fields == {"what": TYPED}
    # A tab that is closed before the page that follows is whole may hang.
    tab.page.wait_for_url(f"**{presses.TAKE}", wait_until="load")


def test_where_nothing_is_sensitive_the_page_hears_what_it_always_hears(tab: Tab) -> None:
    _open(tab, "fetch", presses.QUIET_HOST)
    _write(tab)
    tab.page.evaluate(_RECORD)

    tab.page.click("#go")
    tab.page.press("#go", "Enter")

    tab.record.wait(presses.QUIET_HOST, presses.TAKE, method="POST")
    assert tab.page.evaluate("heard") == [
        ["pointerdown", "go", True, False, "what"],
        ["mousedown", "go", True, False, "what"],
        ["change", "what", True, False, ""],
        ["focusin", "go", True, False, "go"],
        ["pointerup", "go", True, False, "go"],
        ["mouseup", "go", True, False, "go"],
        ["click", "go", True, False, "go"],
        ["keydown", "go", True, False, "go"],
        ["keypress", "go", True, False, "go"],
        ["click", "go", True, False, "go"],
        ["keyup", "go", True, False, "go"],
    ]
    assert not tab.card.is_up()


def _drag(page: Page, selector: str) -> None:
    """A press that moves a little, as a hand does."""
    page.locator(selector).scroll_into_view_if_needed()
    x, y = _middle(page, selector)
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 3, y + 3)
    page.mouse.up()


def _middle(page: Page, selector: str) -> tuple[float, float]:
    box = page.locator(selector).bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
