"""The card is the person's alone: it is on top of what the page does, or what matters is asked once more outside of the page."""

from collections.abc import Iterator

import pytest
from tests.end_to_end import ask_window, card
from tests.end_to_end.browser import close
from tests.end_to_end.conftest import Tab
from tests.end_to_end.waiting import until
from tests.end_to_end.website import forms, others, police

pytestmark = pytest.mark.browser

STYLES = {
    "nothing": "",
    "no size": "html { zoom: .01 }",
    "huge": "html { zoom: 8 }",
    "turned and faint": "html { transform: rotate(30deg) scale(.1); opacity: 0; filter: blur(20px); clip-path: inset(100%) }",
    "small letters from above": "html { font-size: 1px; writing-mode: vertical-rl; direction: rtl; letter-spacing: -1em }",
    "at our element": "html > div { display: none !important; opacity: 0 !important; zoom: .1 !important; translate: 0 200vh !important }",
    "no pointer": "* { pointer-events: none !important; cursor: none !important; user-select: none !important }",
}
COVER = """function cover() {
    const over = document.createElement('div');
    over.popover = 'manual';
    over.textContent = 'Press here to win';
    over.style = 'pointer-events: none; position: fixed; inset: 0; width: 100vw; height: 100vh; font-size: 40px';
    document.body.append(over);
    over.showPopover();
    return over;
}"""
UNDER = {
    "popover": f"{COVER} cover()",
    "dialog": "document.body.appendChild(document.createElement('dialog')).showModal()",
    "popover in a closed root": f"""{COVER}
        const host = document.body.appendChild(document.createElement('section'));
        host.append('words');
        const over = cover();
        host.attachShadow({{ mode: 'closed' }}).append(over);
        over.showPopover()""",
    "removal": "document.documentElement.lastElementChild.remove()",
    "moved into an inert place": """{
        const place = document.body.appendChild(document.createElement('div'));
        place.inert = true;
        place.append(document.documentElement.lastElementChild);
    }""",
    "inert and hidden": """document.documentElement.setAttribute('inert', '');
    for (const [name, value] of [['inert', ''], ['hidden', ''], ['aria-hidden', 'true'], ['style', 'display: none !important']]) {
        document.documentElement.lastElementChild.setAttribute(name, value);
    }""",
    "another root element": """{
        const old = document.documentElement;
        const root = document.createElement('html');
        const body = document.body;
        old.replaceWith(root);
        root.append(body);
    }""",
    "view transition": """{
        const style = document.head.appendChild(document.createElement('style'));
        style.textContent = '::view-transition { pointer-events: none } ::view-transition-group(root) { animation-duration: 1000s }';
        document.startViewTransition(() => undefined);
    }""",
    "focus taken": "setInterval(() => { document.activeElement?.blur(); document.querySelector('input')?.focus(); window.focus(); }, 5)",
    "full screen": "document.documentElement.requestFullscreen().catch(() => undefined)",
}
ENDLESS = {
    "popover": f"{COVER} const again = () => {{ const over = cover(); setTimeout(() => {{ over.remove(); again(); }}, 5); }}; again()",
    "dialog": """const again = () => {
        const over = document.body.appendChild(document.createElement('dialog'));
        over.showModal();
        setTimeout(() => { over.close(); over.remove(); again(); }, 5);
    };
    again()""",
    "removal": "setInterval(() => [...document.documentElement.children].slice(2).forEach((one) => one.remove()), 1)",
    "page not shown": "document.documentElement.style.display = 'none'",
    "page not painted": "document.documentElement.style.contentVisibility = 'hidden'",
}


@pytest.fixture(autouse=True)
def no_window_stays(tab: Tab) -> Iterator[None]:
    yield
    for page in tab.page.context.pages:
        if page.url.startswith(ask_window.ADDRESS):
            close(page)


def asked(tab: Tab) -> None:
    tab.open(police.HOST, police.START)
    tab.judged("warning")
    tab.page.fill("#when", "last night")
    tab.page.click("#go")
    tab.card.wait()


def arrives_once(tab: Tab) -> None:
    assert tab.record.wait(police.HOST, police.START, method="POST").fields["when"] == "last night"
    tab.settled(police.HOST, police.WHAT_HAPPENED)
    assert len(arrived(tab)) == 1


def arrived(tab: Tab) -> list[object]:
    return list(tab.record.of(police.HOST, path=police.START, method="POST"))


@pytest.mark.parametrize("style", STYLES.values(), ids=STYLES)
def test_whatever_a_page_looks_like_the_card_is_answered_in_it(tab: Tab, style: str) -> None:
    asked(tab)
    tab.page.add_style_tag(content=f"{style} html {{}}")
    tab.card.press_until_it_counts(card.AS_IT_IS)
    arrives_once(tab)
    assert not ask_window.is_open(tab.page)


@pytest.mark.parametrize("width", [320, 3840])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_card_is_answered_in_a_window_of_any_size(tab: Tab, width: int, scheme: str) -> None:
    tab.page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    asked(tab)
    tab.page.set_viewport_size({"width": width, "height": 640})
    tab.card.press(card.AS_IT_IS)
    arrives_once(tab)


@pytest.mark.parametrize("attempt", UNDER.values(), ids=UNDER)
def test_what_a_page_does_once_the_card_comes_back_from(tab: Tab, attempt: str) -> None:
    asked(tab)
    tab.page.evaluate(f"() => {{ {attempt} }}")
    tab.caught_up()
    assert not arrived(tab)
    tab.card.press_until_it_counts(card.AS_IT_IS)
    arrives_once(tab)


@pytest.mark.parametrize("attempt", ENDLESS.values(), ids=ENDLESS)
def test_where_the_page_never_stops_it_is_asked_outside_and_sent_once(tab: Tab, attempt: str) -> None:
    asked(tab)
    tab.page.evaluate(f"() => {{ {attempt} }}")
    press_until_asked_outside(tab)
    tab.caught_up()
    assert not arrived(tab)
    ask_window.press(tab.page, card.AS_IT_IS)
    arrives_once(tab)


def press_until_asked_outside(tab: Tab) -> None:
    """The person presses where the card's button is, or was, now and then."""

    def is_asked() -> bool:
        if not ask_window.is_open(tab.page) and tab.card.is_up():
            tab.card.try_to_press(card.AS_IT_IS)
        return ask_window.is_open(tab.page)

    until(tab.page, is_asked, "the small window")


def test_not_now_outside_keeps_the_form(tab: Tab) -> None:
    asked(tab)
    tab.page.evaluate(f"() => {{ {ENDLESS['page not shown']} }}")
    ask_window.press(tab.page, card.NOT_NOW)
    tab.card.wait_until_gone()
    tab.caught_up()
    assert not arrived(tab)
    assert tab.page.input_value("#when") == "last night"


def test_the_window_that_is_closed_unanswered_lets_the_form_go(tab: Tab) -> None:
    asked(tab)
    tab.page.evaluate(f"() => {{ {ENDLESS['page not shown']} }}")
    ask_window.window(tab.page).close()
    arrives_once(tab)


def test_the_window_says_nothing_of_the_page_and_goes_with_it(tab: Tab) -> None:
    asked(tab)
    tab.page.evaluate(f"() => {{ {ENDLESS['page not shown']} }}")
    asking = ask_window.window(tab.page)
    said = asking.title() + asking.inner_text("body")
    assert "Go on as it is" in said
    assert not any(word in said for word in ("northshire", "police", "Report"))
    tab.page.goto("about:blank")
    until(tab.page, lambda: not ask_window.is_open(tab.page), "the small window to go")
    assert not arrived(tab)


def test_events_that_the_page_makes_up_answer_nothing(tab: Tab) -> None:
    asked(tab)
    tab.card.wait_until_it_takes_a_press()
    tab.page.evaluate(
        """() => {
          const host = document.documentElement.lastElementChild;
          const how = { bubbles: true, composed: true };
          for (const type of ['pointerdown', 'mousedown', 'click']) host.dispatchEvent(new MouseEvent(type, how));
          for (const key of ['Shift', 'Shift', 'Shift', 'Enter', 'Escape', ' ']) {
            for (const type of ['keydown', 'keyup']) host.dispatchEvent(new KeyboardEvent(type, { key, code: key, ...how }));
          }
          host.click();
        }"""
    )
    nothing_is_left(tab)


def test_the_keyboard_alone_answers_it(tab: Tab) -> None:
    asked(tab)
    tab.card.wait_until_it_takes_a_press()
    tab.page.keyboard.press("Enter")
    tab.caught_up()
    assert tab.card.is_up()
    # Leave this page, without these companies, not now.
    for _ in range(3):
        tab.page.keyboard.press("Tab")
    assert tab.card.focused() == card.NOT_NOW
    tab.page.keyboard.press("Enter")
    tab.card.wait_until_gone()
    tab.caught_up()
    assert not arrived(tab)
    assert tab.page.evaluate("document.activeElement.id") == "go"


def test_three_shifts_leave_the_page_and_the_app_hears_it(tab: Tab) -> None:
    asked(tab)
    for _ in range(3):
        tab.page.keyboard.press("Shift")
    tab.page.wait_for_url("https://www.bbc.co.uk/weather")
    assert tab.app.wait("choice", since=tab.since)["choice"] == "leave"
    assert not arrived(tab)


def nothing_is_left(tab: Tab) -> None:
    """The card is still up, and "not now" is the first that the app hears of it: to leave would have been heard before."""
    tab.caught_up()
    assert tab.page.url.startswith(f"https://{police.HOST}")
    tab.card.press(card.NOT_NOW)
    tab.card.wait_until_gone()
    assert tab.app.wait("choice", since=tab.since)["choice"] == "not_now"
    tab.caught_up()
    assert tab.record.of(others.NEUTRAL) == []
    assert not arrived(tab)


@pytest.mark.parametrize("keys", [["Shift+A"] * 3, ["Shift", "a", "Shift", "b", "Shift"], ["Control+Shift"] * 3, ["Shift"] * 2], ids=str)
def test_capitals_and_shortcuts_leave_nothing(tab: Tab, keys: list[str]) -> None:
    asked(tab)
    for key in [*keys, "Escape"]:
        tab.page.keyboard.press(key)
    nothing_is_left(tab)


CAPITALS = "PC A SMITH OF NORTHSHIRE"


def write_capitals(tab: Tab) -> None:
    """Each with a Shift of its own, as a person does."""
    for letter in CAPITALS:
        tab.page.keyboard.press(f"Shift+{letter}" if letter != " " else letter)


@pytest.mark.parametrize("path", [police.START, police.WITH_EXIT], ids=["no exit of its own", "an exit of its own"])
def test_capitals_and_shortcuts_in_a_field_leave_nothing(tab: Tab, path: str) -> None:
    tab.open(police.HOST, path)
    tab.judged("warning")
    tab.page.focus("#when")
    write_capitals(tab)
    for _ in range(3):
        tab.page.keyboard.press("Control+Shift+ArrowLeft")
    tab.caught_up()
    assert tab.page.input_value("#when") == CAPITALS
    tab.page.keyboard.press("Enter")
    tab.card.wait()
    write_capitals(tab)
    nothing_is_left(tab)
    assert tab.page.input_value("#when") == CAPITALS


def test_shifts_from_before_the_card_do_not_count(tab: Tab) -> None:
    tab.open(police.HOST, police.START)
    tab.judged("warning")
    tab.page.focus("#when")
    for _ in range(3):
        tab.page.keyboard.press("Shift")
    tab.page.keyboard.press("Enter")
    tab.card.wait()
    for _ in range(2):
        tab.page.keyboard.press("Shift")
    nothing_is_left(tab)


def framed(tab: Tab) -> None:
    tab.open(forms.HOST, forms.IN_FRAME)
    frame = tab.page.frame("inside")
    assert frame
    tab.judged("warning")
    frame.fill("#diagnosis", "a diagnosis")
    frame.click("#go")
    tab.card.wait()


def test_a_form_in_a_frame_is_asked_about_in_the_page_around_it(tab: Tab) -> None:
    framed(tab)
    tab.card.press(card.AS_IT_IS)
    assert tab.record.wait(forms.SIGN_IN, "/thanks")
    tab.card.wait_until_gone()


def test_a_frame_that_is_gone_asks_no_more(tab: Tab) -> None:
    framed(tab)
    tab.page.evaluate("document.querySelector('iframe').remove()")
    tab.card.wait_until_gone()
