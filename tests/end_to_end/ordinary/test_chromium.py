"""In Chromium nobody can tell on an ordinary page that the extension is there: not the servers, not the page, not the person."""

from pathlib import Path

import pytest
from tests.end_to_end.browser import Browser, close
from tests.end_to_end.conftest import Stage
from tests.end_to_end.ordinary import site
from tests.end_to_end.ordinary.chromium_hands import ChromiumHands
from tests.end_to_end.ordinary.played import played
from tests.end_to_end.ordinary.visit import Visit
from tests.end_to_end.running_app import RunningApp
from tests.end_to_end.website.record import Record

pytestmark = pytest.mark.browser

VISITED = [name for name in site.NAMES if not name.endswith("_frame")]
"""The others stand in frames of these."""


def _visit(browser: Browser, record: Record, name: str, photo: Path, app: RunningApp | None) -> Visit:
    page = browser.context.new_page()
    try:
        return played(ChromiumHands(page), record, name, photo, app)
    finally:
        close(page)


@pytest.mark.parametrize("name", VISITED)
def test_an_ordinary_page_is_as_without_the_extension(stage: Stage, plain_chromium: tuple[Browser, Record], photo: Path, name: str) -> None:
    plain, plain_record = plain_chromium

    without = _visit(plain, plain_record, name, photo, None)
    with_it = _visit(stage.browser, stage.record, name, photo, stage.app)

    assert without.was_seen()
    differences = without.differences(with_it)
    assert not differences, "\n".join(differences)
