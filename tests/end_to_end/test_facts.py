"""What the browser alone can say of a visit, for a copy: where a request was redirected from, and how late the site's clock is."""

import json

import pytest
from tests.end_to_end.browser import EXTENSION, close
from tests.end_to_end.conftest import Stage
from tests.end_to_end.facts import check, facts_of
from tests.end_to_end.waiting import until
from tests.end_to_end.website import clocks

pytestmark = pytest.mark.browser

VERSION = json.loads((EXTENSION / "manifest.json").read_text(encoding="utf-8"))["version"]


@pytest.mark.parametrize(("path", "late_by"), [("/", 1.0), (clocks.KEPT, None)], ids=["fresh", "kept on its way"])
def test_chromium_tells_redirects_versions_and_the_clock(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, path: str, late_by: float | None
) -> None:
    with facts_of(stage.app, monkeypatch) as facts:
        stage.browser.wait_for_link(up=True)
        tab = stage.browser.context.new_page()
        tab.goto(f"https://{clocks.HOST}{path}")
        check(until(tab, facts.page, "the pixel"), extension=VERSION, browser="Chrome", late_by=late_by)
        close(tab)
