"""The report in a real browser: it asks nobody for anything, keeps nobody out, and its tables are sorted by hand, by key and by ear."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Playwright
from tests.end_to_end import variants
from tests.end_to_end.accessible import look
from tests.end_to_end.browser import Scheme, close
from tests.survey.report import example as report_example

from netcurtain.survey.report.report import write

pytestmark = pytest.mark.browser

SITES = 24
SAID = "section:has(#pages) [role=status]"
COLUMN = "Companies contacted before any choice"


@pytest.fixture(scope="module")
def browser(chromium_path: str, driver: Playwright) -> Iterator[Browser]:
    browser = driver.chromium.launch(executable_path=chromium_path, args=["--no-sandbox"])
    yield browser
    browser.close()


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> str:
    return write(report_example.sites(SITES), tmp_path_factory.mktemp("survey"))[0].as_uri()


@pytest.fixture
def opened(browser: Browser, report: str) -> Iterator[Page]:
    page = browser.new_page()
    page.goto(report)
    yield page
    close(page)


def _heading(page: Page, words: str) -> str:
    return str(page.locator("#pages thead th", has_text=words).first.get_attribute("aria-sort"))


def _values(page: Page, place: int) -> list[int]:
    cells = page.locator(f"#pages tbody td:nth-child({place})").all()
    return [int(cell.get_attribute("data-value") or "") for cell in cells]


def test_nothing_is_requested_and_nothing_is_refused(browser: Browser, report: str) -> None:
    page = browser.new_page()
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(report)
    page.get_by_role("button", name="Open all sites").click()
    page.get_by_role("button", name=COLUMN).click()
    page.wait_for_load_state("networkidle")
    close(page)
    assert asked == [report]
    assert said == []


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nobody_is_kept_out(browser: Browser, report: str, scheme: Scheme, width: int) -> None:
    if not variants.AXE.exists():
        pytest.skip("axe-core is not installed: npm --prefix tests/extension ci")
    # The page allows no script but its own; axe-core is one of ours, and is let in.
    page = browser.new_page(color_scheme=scheme, viewport={"width": width, "height": 900}, bypass_csp=True)
    page.goto(report)
    page.locator("details.site").nth(2).evaluate("site => { site.open = true }")
    page.locator("details.site article details").first.evaluate("details => { details.open = true }")
    found = look(page)
    narrow = page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    close(page)
    assert found.violations == []
    assert found.faint == []
    assert found.unsure == []
    assert narrow, "nothing but tables is moved sideways"


def test_a_table_is_sorted_by_key_and_says_so(opened: Page) -> None:
    button = opened.get_by_role("button", name=COLUMN)
    button.focus()
    opened.keyboard.press("Enter")
    assert _heading(opened, COLUMN) == "descending"
    known = [value for value in _values(opened, 5) if value >= 0]
    assert known == sorted(known, reverse=True)
    assert _values(opened, 5)[: len(known)] == known, "what nobody can say comes last"
    assert opened.locator(SAID).inner_text() == f"Sorted by “{COLUMN}”, highest first."
    opened.keyboard.press("Space")
    assert _heading(opened, COLUMN) == "ascending"
    rising = [value for value in _values(opened, 5) if value >= 0]
    assert rising == sorted(rising)
    assert _values(opened, 5)[: len(rising)] == rising
    assert opened.evaluate("document.activeElement.textContent") == COLUMN


def test_words_are_sorted_from_a_to_z(opened: Page) -> None:
    opened.get_by_role("button", name="Company", exact=True).click()
    names = opened.locator("#companies tbody th").all_inner_texts()
    assert names == sorted(names, key=str.lower)
    assert opened.locator("#companies thead th").first.get_attribute("aria-sort") == "ascending"


def test_the_table_of_pages_is_cut_down(opened: Page) -> None:
    rows = opened.locator("#pages tbody tr:visible")
    every = rows.count()
    opened.get_by_label("Show pages with these words").fill("clinic report")
    some = rows.count()
    assert 0 < some < every
    assert opened.locator(SAID).inner_text() == f"{some} of {every} pages are shown."
    opened.get_by_label("Show pages with these words").fill("")
    opened.get_by_label("Which pages").select_option("Had trouble")
    assert rows.count() == opened.locator("#pages tbody tr[data-words~=trouble]").count()


def test_a_link_to_a_page_opens_its_site(opened: Page) -> None:
    opened.locator("#pages a[href='#page-0003-02']").click()
    assert opened.locator("#page-0003-02").is_visible()
    assert opened.locator("details.site[open]").count() == 1


def test_all_sites_are_opened_and_closed_at_once(opened: Page) -> None:
    opened.get_by_role("button", name="Open all sites").click()
    assert opened.locator("details.site[open]").count() == SITES
    opened.get_by_role("button", name="Close all sites").click()
    assert opened.locator("details.site[open]").count() == 0


def test_it_reads_without_its_script(browser: Browser, report: str) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(report)
    assert page.locator("#pages tbody tr").count() >= SITES
    assert page.get_by_role("button").count() == 0
    page.locator("details.site summary").first.click()
    assert page.locator("details.site").first.locator("h4").first.is_visible()
    close(page)
