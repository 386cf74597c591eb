"""A browser stops an extension's background whenever it likes: the page that was open keeps its right verdict."""

import pytest
from tests.end_to_end import card
from tests.end_to_end.conftest import Stage, Tab
from tests.end_to_end.website import others, police

pytestmark = pytest.mark.browser


def test_a_form_on_the_open_page_is_still_held(stage: Stage, tab: Tab) -> None:
    tab.open(police.HOST, police.START)
    tab.judged("warning")
    stage.browser.stop_worker(tab.page)

    tab.page.fill("#when", "last night")
    tab.page.click("#go")
    tab.card.wait()
    tab.record.clear()

    tab.card.press(card.WITHOUT)
    assert tab.arrived(police.HOST, police.START, then=police.WHAT_HAPPENED)["when"] == "last night"
    assert tab.record.of(*others.TRACKERS) == []


def test_a_tracker_that_comes_after_the_stop_joins_the_page_that_was_open(stage: Stage, tab: Tab) -> None:
    tab.open(police.QUIET_HOST, police.START)
    tab.judged("notice")
    page = tab.app.wait("verdict", since=tab.since)["page"]
    stage.browser.stop_worker(tab.page)

    tab.page.evaluate("new Image().src = 'https://www.facebook.com/tr/?id=1000&ev=PageView&dl=' + encodeURIComponent(location.href)")

    tab.app.wait("verdict", since=tab.since, page=page, level="warning", organisations=["Meta (Facebook)"])
    tab.page.click("#go")
    tab.card.wait()
    assert tab.record.of(police.QUIET_HOST, path=police.START, method="POST") == []
