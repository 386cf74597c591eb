"""A survey that was stopped with Ctrl+C at half and started again is the same as one that was not, but for its times."""

from pathlib import Path

import pytest
from tests.end_to_end.survey.surveyed import LISTED, WORKERS, Surveying, but_for_times, stop, website, whole

pytestmark = [pytest.mark.browser, pytest.mark.timeout(900)]
PAGES = LISTED[:8]
HALF = len(PAGES) // 2


def test_stopped_at_half_and_started_again_equals_one_that_was_not(chromium_path: str, tmp_path: Path) -> None:
    assert chromium_path
    with website() as (port, record):
        surveying = Surveying(tmp_path, PAGES, port)
        with surveying.started("--workers", str(WORKERS)) as process:
            surveying.wait_until_done(HALF, process)
            status, said = stop(process)
        assert status == 130, said
        before = surveying.pages()
        assert HALF <= len(before) < len(PAGES)
        assert [entry.name for entry in (surveying.output / "sites").iterdir() if entry.name.startswith(".")] == []
        record.clear()
        surveying.run("--workers", str(WORKERS))
        visited = {one.host for one in record.of()}
    after = surveying.pages()
    assert {page.asked: page for page in after}.items() >= {page.asked: page for page in before}.items(), "done once is not done again"
    assert not visited & {page.host for page in PAGES if page.url in {one.asked for one in before}}
    assert but_for_times(after) == but_for_times(whole().pages[: len(PAGES)])
