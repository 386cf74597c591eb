"""In Chromium nobody can tell on an ordinary page that the extension is there: not the servers, not the page, not the person."""

from pathlib import Path

import pytest
from tests.end_to_end.browser import Browser
from tests.end_to_end.conftest import Stage
from tests.end_to_end.ordinary import site
from tests.end_to_end.ordinary.chromium_hands import ChromiumHands
from tests.end_to_end.ordinary.person import Person
from tests.end_to_end.ordinary.visit import Visit, visit_of
from tests.end_to_end.running_app import RunningApp
from tests.end_to_end.website.record import Record

pytestmark = pytest.mark.browser

VISITED = [name for name in site.NAMES if not name.endswith("_frame")]
"""The others stand in frames of these."""


def _visit(browser: Browser, record: Record, name: str, photo: Path, app: RunningApp | None) -> Visit:
    page = browser.context.new_page()
    record.clear()
    hands = ChromiumHands(page)
    since = app.mark() if app else 0
    try:
        hands.go(f"https://{site.HOST}/{name}")
        if app:
            app.wait("page", since=since, url=f"https://{site.HOST}/{name}")
        Person(hands, record, photo).act(site.person(name))
        return visit_of(record.of(), hands.recorders())
    finally:
        page.close()


@pytest.mark.parametrize("name", VISITED)
def test_an_ordinary_page_is_as_without_the_extension(stage: Stage, plain_chromium: tuple[Browser, Record], photo: Path, name: str) -> None:
    plain, plain_record = plain_chromium

    without = _visit(plain, plain_record, name, photo, None)
    with_it = _visit(stage.browser, stage.record, name, photo, stage.app)

    assert without.was_seen()
    differences = without.differences(with_it)
    assert not differences, "\n".join(differences)
