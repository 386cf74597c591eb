"""While the card is up a request to the companies that were met waits in Firefox itself; and what a pixel is set up to take is read."""

import base64
import hashlib
from collections.abc import Callable

import pytest
from tests.end_to_end import card
from tests.end_to_end.firefox.conftest import FirefoxTab
from tests.end_to_end.website import others, police
from tests.end_to_end.website.record import Received

pytestmark = pytest.mark.browser

_TELL = f"""globalThis.outcome = {{}};
globalThis.tellThem = (name) => void fetch('https://{others.META}/tr/?id=1&ev=' + name, {{ mode: 'no-cors', keepalive: true }})
  .then(() => (outcome[name] = 'went'), () => (outcome[name] = 'cancelled'));"""
TRIES = 5
"""A tracker's tries besides those that a test follows."""
_SAVE = "fetch('/save', { method: 'POST', body: 'draft' }).then(() => true)"


def _ask(tab: FirefoxTab) -> None:
    tab.open(police.HOST, police.START)
    tab.judged("warning")
    tab.page.fill("#when", "last night")
    tab.page.evaluate(f"{{ {_TELL} }}")
    # Both connections are open from here on, so that neither is late because it has to be made first.
    tab.page.evaluate("tellThem('Warm')")
    tab.page.bidi.until(lambda: tab.page.evaluate("outcome.Warm") == "went", "the first request to them")
    assert tab.page.evaluate(_SAVE) is True
    tab.page.evaluate("void delete outcome.Warm")
    tab.page.click("#go")
    tab.card.wait()
    # From here on they wait: the background has heard of the card when the app has.
    tab.app.wait("submission", since=tab.since)


def _came(tab: FirefoxTab, name: str) -> int:
    return len(list(filter(_says(name), tab.record.of(others.META, path="/tr/"))))


def _says(name: str) -> Callable[[Received], bool]:
    return lambda received: received.asked.get("ev") == name


def _wait_in_vain(tab: FirefoxTab, *names: str) -> None:
    """They are tried, and more besides; what the site itself sends after each of them arrives, and none of them does."""
    tab.record.clear()
    for name in (*names, *(f"Again {number}" for number in range(TRIES))):
        tab.page.evaluate(f"tellThem('{name}')")
        assert tab.page.evaluate(_SAVE) is True
    assert tab.record.of(*others.TRACKERS) == []
    assert tab.page.evaluate("JSON.stringify(outcome)") == "{}"


def test_what_waits_while_the_card_is_up_goes_exactly_once_after_as_it_is(tab: FirefoxTab) -> None:
    _ask(tab)
    _wait_in_vain(tab, "One", "Two")

    tab.card.press(card.AS_IT_IS)

    assert tab.record.wait(police.HOST, police.START, method="POST").fields["when"] == "last night"
    tab.record.wait(others.META, "/tr/", where=_says("One"))
    tab.record.wait(others.META, "/tr/", where=_says("Two"))
    tab.settled(police.HOST, police.WHAT_HAPPENED)
    assert [_came(tab, name) for name in ("One", "Two")] == [1, 1]


def test_after_not_now_what_waited_is_cancelled_and_what_comes_then_goes(tab: FirefoxTab) -> None:
    _ask(tab)
    _wait_in_vain(tab, "One")

    tab.card.press(card.NOT_NOW)
    tab.card.wait_until_gone()

    tab.page.bidi.until(lambda: tab.page.evaluate("outcome.One"), "the request to end")
    assert tab.page.evaluate("outcome.One") == "cancelled"
    tab.page.evaluate("tellThem('Two')")
    tab.record.wait(others.META, "/tr/", where=_says("Two"))
    assert _came(tab, "One") == 0


def test_without_these_companies_what_waited_never_goes(tab: FirefoxTab) -> None:
    _ask(tab)
    _wait_in_vain(tab, "One")

    tab.card.press(card.WITHOUT)

    assert tab.record.wait(police.HOST, police.START, method="POST").fields["when"] == "last night"
    tab.settled(police.HOST, police.WHAT_HAPPENED)
    assert tab.record.of(*others.TRACKERS) == []
    tab.card.wait_for_text("We stopped")


def test_what_a_pixel_is_set_up_to_take_is_said_and_its_script_comes_as_it_is(tab: FirefoxTab) -> None:
    tab.open(police.HOST, police.START)
    digest = base64.b64encode(hashlib.sha384(others.SET_UP).digest()).decode()
    came = tab.page.evaluate(f"""new Promise((tried) => {{
      globalThis.fbq = {{ registerPlugin: (number) => (globalThis.plugin = number) }};
      const script = document.createElement('script');
      script.crossOrigin = 'anonymous';
      script.integrity = 'sha384-{digest}';
      script.onload = () => tried('came ' + globalThis.plugin);
      script.onerror = () => tried('broken');
      script.src = 'https://{others.META_SCRIPT}/signals/config/{others.PIXEL_NUMBER}?v=2';
      document.head.append(script);
    }})""")

    assert came == f"came {others.PIXEL_NUMBER}"
    tab.judged("warning")
    tab.page.click("#go")
    tab.card.wait_for_text(f"{others.SET_UP_SAID} We have not seen it do so.")


def test_what_a_pixel_is_set_up_to_take_and_was_seen_to_take_is_told_apart(tab: FirefoxTab) -> None:
    tab.open(police.HOST, police.START)
    tab.page.evaluate(f"{{ {_TELL} }}")
    tab.page.evaluate(others.LOAD_SET_UP)
    tab.page.evaluate(f"tellThem('Lead&udff[em]={'a' * 64}')")
    tab.page.bidi.until(lambda: tab.page.evaluate("Object.values(outcome)[0]") == "went", "the request")
    tab.judged("warning")

    tab.page.click("#go")

    tab.card.wait_for_text(f"{others.SET_UP_SAID} We have seen this go to it: e-mail addresses.")
