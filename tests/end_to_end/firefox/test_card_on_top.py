"""The card is the person's alone in Firefox too, which does not tell whether an element is to be seen."""

from contextlib import suppress
from dataclasses import replace

import pytest
from tests.end_to_end import card
from tests.end_to_end.firefox.bidi import RefusedError
from tests.end_to_end.firefox.browser import OURS
from tests.end_to_end.firefox.card import Card
from tests.end_to_end.firefox.conftest import FirefoxTab
from tests.end_to_end.firefox.page import Page
from tests.end_to_end.test_card_on_top import COVER, ENDLESS, STYLES, UNDER
from tests.end_to_end.website import forms, police

pytestmark = pytest.mark.browser

# Headless Firefox asks somebody before it fills the screen.
_UNDER = {name: attempt for name, attempt in UNDER.items() if name != "full screen"}


def asked(tab: FirefoxTab) -> None:
    tab.open(police.HOST, police.START)
    tab.judged("warning")
    tab.page.fill("#when", "last night")
    tab.page.click("#go")
    tab.card.wait()


def arrives_once(tab: FirefoxTab) -> None:
    assert tab.record.wait(police.HOST, police.START, method="POST").fields["when"] == "last night"
    tab.settled(police.HOST, police.WHAT_HAPPENED)
    assert len(arrived(tab)) == 1


def arrived(tab: FirefoxTab) -> list[object]:
    return list(tab.record.of(police.HOST, path=police.START, method="POST"))


def outside(tab: FirefoxTab) -> Page | None:
    """The extension's own small window."""
    contexts = tab.page.bidi.do("browsingContext.getTree", maxDepth=0)["contexts"]
    return next((Page(tab.page.bidi, one["context"]) for one in contexts if one["url"].startswith(f"{OURS}/ask/")), None)


def press_outside(tab: FirefoxTab, choice: str) -> None:
    window = tab.page.bidi.until(lambda: outside(tab), "the small window")

    def is_gone() -> bool:
        # It takes no press before it can have been read; once it has, it may be gone before the press is done.
        with suppress(RefusedError):
            window.click(f"[data-choice={choice}]")
        return outside(tab) is None

    tab.page.bidi.until(is_gone, "the small window to take it")


def press_until_it_counts(tab: FirefoxTab) -> None:
    """Again where the card did not take it: something on the page had just moved."""

    def is_answered() -> bool:
        tab.card.press(card.AS_IT_IS)
        return not tab.card.is_up()

    tab.page.bidi.until(is_answered, "the card to take it")


def is_asked_outside(tab: FirefoxTab) -> bool:
    """Where the page does not let the card be answered, a press asks outside."""
    if outside(tab) is None and tab.card.is_up():
        tab.card.press(card.AS_IT_IS)
    return outside(tab) is not None


_FILTERED = "turned and faint"
"""Firefox draws the card with the page's blur."""
_OTHERS = {name: style for name, style in STYLES.items() if name != _FILTERED}


@pytest.mark.parametrize("style", _OTHERS.values(), ids=_OTHERS)
def test_whatever_a_page_looks_like_the_card_is_answered_in_it(tab: FirefoxTab, style: str) -> None:
    asked(tab)
    tab.page.evaluate(f"void (document.head.appendChild(document.createElement('style')).textContent = `{style}`)")
    press_until_it_counts(tab)
    arrives_once(tab)
    assert outside(tab) is None


def test_where_the_card_is_blurred_with_the_page_it_is_asked_outside_and_sent_once(tab: FirefoxTab) -> None:
    asked(tab)
    tab.page.evaluate(f"void (document.head.appendChild(document.createElement('style')).textContent = `{STYLES[_FILTERED]}`)")
    press_outside(tab, "as_it_is")
    arrives_once(tab)


_ASKING = f"""JSON.stringify([...Services.wm.getEnumerator("navigator:browser")]
  .filter((one) => one.gBrowser.currentURI.spec.startsWith("{OURS}/ask/"))
  .map((one) => PrivateBrowsingUtils.isWindowPrivate(one)))"""
"""Whether each of the small windows is a private one."""


def test_a_private_window_is_asked_about_in_a_private_window_alone(tab: FirefoxTab) -> None:
    page = tab.browser.private_window()
    private = replace(tab, page=page, card=Card(page))
    asked(private)
    page.evaluate(f"void (document.head.appendChild(document.createElement('style')).textContent = `{STYLES[_FILTERED]}`)")
    page.bidi.until(lambda: outside(private), "the small window")
    assert tab.browser.window.evaluate(_ASKING) == "[true]"
    press_outside(private, "not_now")
    private.card.wait_until_gone()
    assert not arrived(private)
    page.close()


@pytest.mark.parametrize("attempt", _UNDER.values(), ids=_UNDER)
def test_what_a_page_does_once_the_card_comes_back_from(tab: FirefoxTab, attempt: str) -> None:
    asked(tab)
    tab.page.evaluate(f"(() => {{ {attempt} }})()")
    tab.caught_up()
    assert not arrived(tab)
    press_until_it_counts(tab)
    arrives_once(tab)


def test_a_page_that_would_cover_the_card_for_the_moment_of_a_press_hears_nothing_of_the_mouse(tab: FirefoxTab) -> None:
    asked(tab)
    tab.page.evaluate(
        f"""(() => {{
          {COVER}
          const host = document.body.appendChild(document.createElement('section'));
          host.append('words');
          const root = host.attachShadow({{ mode: 'closed' }});
          window.addEventListener('pointermove', () => {{
            const over = cover();
            root.append(over);
            over.showPopover();
            window.addEventListener('pointerdown', () => over.remove(), true);
          }}, {{ capture: true, once: true }});
        }})()"""
    )
    tab.card.press(card.AS_IT_IS)
    arrives_once(tab)
    assert outside(tab) is None


@pytest.mark.parametrize("attempt", ["popover", "page not shown"])
def test_where_the_page_never_stops_it_is_asked_outside_and_sent_once(tab: FirefoxTab, attempt: str) -> None:
    asked(tab)
    tab.page.evaluate(f"(() => {{ {ENDLESS[attempt]} }})()")
    if attempt == "popover":
        tab.page.bidi.until(lambda: is_asked_outside(tab), "the small window")
    tab.caught_up()
    assert not arrived(tab)
    press_outside(tab, "as_it_is")
    arrives_once(tab)


def test_a_form_in_a_frame_is_asked_about_in_the_page_around_it(tab: FirefoxTab) -> None:
    tab.open(forms.HOST, forms.IN_FRAME)
    tab.judged("warning")
    tree = tab.page.bidi.do("browsingContext.getTree", root=tab.page.context)["contexts"][0]
    frame = Page(tab.page.bidi, tree["children"][0]["context"])
    frame.fill("#diagnosis", "a diagnosis")
    frame.click("#go")
    tab.card.press(card.AS_IT_IS)
    assert tab.record.wait(forms.SIGN_IN, "/thanks")
    tab.card.wait_until_gone()
