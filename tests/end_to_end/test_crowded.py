"""Another tab asks for 100,000 things a minute. The person at the form is warned, and what they send arrives, all the same."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page
from tests.end_to_end.browser import close
from tests.end_to_end.conftest import Stage, Tab
from tests.end_to_end.website import clinic, police

pytestmark = pytest.mark.browser

ELSEWHERE = "bat.bing.com"
"""A known vendor whom nobody else asks here: the browser itself lets what goes to one host wait in one line."""
FLOOD = """(host) => {
  window.asked = 0;
  setInterval(() => {
    for (let n = 0; n < 167; n += 1) {
      window.asked += 1;
      const pixel = `https://${host}/action/0?ti=1&evt=custom&n=${window.asked}`;
      fetch(pixel, { method: 'POST', mode: 'no-cors', body: 'x' }).catch(() => undefined);
    }
  }, 100);
}"""


@pytest.fixture
def flood(stage: Stage) -> Iterator[Page]:
    page = stage.browser.context.new_page()
    page.goto(f"https://{clinic.LIBRARY_HOST}/")
    page.evaluate(FLOOD, ELSEWHERE)
    yield page
    close(page)


def test_the_person_is_warned_and_what_they_send_arrives(flood: Page, tab: Tab) -> None:
    flood.wait_for_function("window.asked > 3000")
    tab.open(police.HOST, police.START)
    tab.judged("warning")
    tab.page.fill("#when", "last night")

    tab.page.click("#go")
    tab.card.wait()
    tab.app.wait("submission", since=tab.since)
    tab.card.press("Go on as it is")

    tab.record.wait(police.HOST, police.START, method="POST")
    assert flood.evaluate("window.asked") > 3000
