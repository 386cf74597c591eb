"""The same with Firefox: what it alone can say of a visit, for a copy."""

import pytest
from tests.end_to_end.facts import check, facts_of
from tests.end_to_end.firefox.conftest import FirefoxTab
from tests.end_to_end.test_facts import VERSION
from tests.end_to_end.website import clocks

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(("path", "late_by"), [("/", 1.0), (clocks.KEPT, None)], ids=["fresh", "kept on its way"])
def test_firefox_tells_redirects_versions_and_the_clock(
    tab: FirefoxTab, monkeypatch: pytest.MonkeyPatch, path: str, late_by: float | None
) -> None:
    with facts_of(tab.app, monkeypatch) as facts:
        tab.browser.wait_for_link()
        tab.page.goto(f"https://{clocks.HOST}{path}")
        check(tab.page.bidi.until(facts.page, "the pixel"), extension=VERSION, browser="Firefox", late_by=late_by)
