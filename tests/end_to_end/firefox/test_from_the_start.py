"""The answer "yes" to "from the start" in Firefox, with the app closed, in private windows too."""

from collections.abc import Iterator

import pytest
from tests.end_to_end.firefox.browser import Browser
from tests.end_to_end.running_app import RunningApp
from tests.end_to_end.test_from_the_start import answered, told
from tests.end_to_end.website import clinic, others, police
from tests.end_to_end.website.record import Record

pytestmark = pytest.mark.browser

_RULES = "chrome.declarativeNetRequest.getDynamicRules().then((rules) => rules.length)"


def _change(fox: Browser, app: RunningApp, answer: str) -> None:
    app.stop()
    answered(app, answer)
    app.start()
    fox.wait_for_link()
    with fox.ours("options/options.html") as page:
        fox.bidi.until(lambda: bool(page.evaluate(_RULES)) is (answer == "always"), "the rules to follow")


@pytest.fixture
def app_is_away(fox: Browser, firefox_app: RunningApp, website: tuple[int, Record]) -> Iterator[None]:
    """The person has answered "Yes, always", and the app is closed."""
    firefox_app.ensure_running()
    _change(fox, firefox_app, "always")
    firefox_app.stop()
    website[1].clear()
    yield
    _change(fox, firefox_app, "ask")


def test_with_the_app_closed_no_tracker_is_told_and_the_form_arrives(fox: Browser, website: tuple[int, Record], app_is_away: None) -> None:  # noqa: ARG001
    page, record = fox.new_page(), website[1]
    page.goto(f"https://{police.HOST}{police.START}")
    record.wait(police.HOST, "/settled")
    page.fill("#when", "last night")
    page.click("#go")

    assert record.wait(police.HOST, police.START, method="POST").fields["when"] == "last night"
    record.wait(police.HOST, "/settled", where=lambda r: r.body == police.WHAT_HAPPENED)
    assert told(record) == []
    page.close()


def test_a_private_window_tells_nobody_either(fox: Browser, website: tuple[int, Record], app_is_away: None) -> None:  # noqa: ARG001
    page, record = fox.private_window(), website[1]
    page.goto(f"https://{police.HOST}{police.START}")
    record.wait(police.HOST, "/settled")

    assert told(record) == []
    page.close()


def test_another_site_is_untouched(fox: Browser, website: tuple[int, Record], app_is_away: None) -> None:  # noqa: ARG001
    page, record = fox.new_page(), website[1]
    page.goto(f"https://{clinic.LIBRARY_HOST}/")

    assert record.wait(others.META, "/tr/")
    page.close()
