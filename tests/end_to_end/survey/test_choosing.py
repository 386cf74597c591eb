"""A banner about cookies is found, answered by a real click, and gone after it; and no click of ours ever sends anything else."""

import time
from collections.abc import Iterator

import pytest
from playwright.async_api import Page
from tests.end_to_end.survey import plain_browser, small_site
from tests.end_to_end.survey.banner_site import FAKE, KNOWN, BannerPage, whole_site
from tests.end_to_end.survey.plain_browser import Tabs
from tests.end_to_end.survey.small_site import Site

from netcurtain.survey.looking import never_sending
from netcurtain.survey.looking.banners import known_banners
from netcurtain.survey.looking.choosing import Choice, Unanswered, choose, find_banner
from netcurtain.survey.result import Choosing

Answered = tuple[str, Choosing, list[str]]
"""The banner's name, what became of the choice, and the choices that were about to be pressed."""


@pytest.fixture(scope="module")
def tabs(chromium_path: str) -> Iterator[Tabs]:
    with plain_browser.running(chromium_path) as tabs:
        yield tabs


@pytest.fixture(scope="module")
def pages() -> Iterator[Site]:
    with small_site.running(whole_site()) as site:
        yield site


@pytest.fixture
def site(pages: Site) -> Site:
    pages.asked.clear()
    return pages


async def answered(page: Page, choice: Choice = Choice.REFUSE) -> Answered:
    found = await find_banner(page)
    if found is None:
        return "", Choosing.NO_BANNER, []
    about_to: list[str] = []
    became = await choose(page, found, choice, pressing=lambda: about_to.append(choice))
    return found.name, became, about_to


def chosen(site: Site) -> list[str]:
    return [asked.removeprefix("GET /chosen/") for asked in site.asked if "/chosen/" in asked]


def sent(site: Site) -> list[str]:
    return [asked for asked in site.asked if asked.startswith("POST") or "/sent" in asked]


@pytest.mark.parametrize("known", KNOWN, ids=lambda page: page.key)
@pytest.mark.parametrize("choice", Choice)
def test_each_known_banner_is_found_and_answered(tabs: Tabs, site: Site, known: BannerPage, choice: Choice) -> None:
    expected = known.refused if choice is Choice.REFUSE else known.accepted
    pressed = [choice] if expected is Choosing.DONE else []
    assert tabs.at(site.at(f"/known/{known.key}"), lambda page: answered(page, choice)) == (known.row, expected, pressed)
    assert chosen(site) == pressed
    assert not sent(site)


def test_every_row_of_the_table_has_a_page_of_ours() -> None:
    assert {page.row for page in KNOWN} == {banner.name for banner in known_banners()}


@pytest.mark.parametrize("fake", FAKE, ids=lambda page: page.key)
def test_nothing_is_pressed_that_does_more_than_choose(tabs: Tabs, site: Site, fake: BannerPage) -> None:
    assert tabs.at(site.at(f"/fake/{fake.key}"), answered) == ("OneTrust", Choosing.NO_WAY, [])
    assert site.asked == [f"GET /fake/{fake.key}"]


@pytest.mark.parametrize("key", ["under-a-submit", "lets-clicks-through"])
def test_a_click_that_would_reach_something_else_is_not_made(tabs: Tabs, site: Site, key: str) -> None:
    assert tabs.at(site.at(f"/odd/{key}"), answered) == ("OneTrust", Choosing.NOT_TRIED, [])
    assert site.asked == [f"GET /odd/{key}"]


@pytest.mark.parametrize(
    "key", ["script-submits", "script-asks-to-submit", "script-presses-the-button", "script-with-a-new-documents-means"]
)
def test_a_banner_whose_script_sends_the_report_sends_nothing(tabs: Tabs, site: Site, key: str) -> None:
    assert tabs.at(site.at(f"/odd/{key}"), answered, script=never_sending.SCRIPT) == ("OneTrust", Choosing.FAILED, ["refuse"])
    assert not sent(site)


@pytest.mark.parametrize("key", ["none", "answered", "out-of-sight", "framed-of-another-site", "framed-unseen"])
def test_what_cannot_be_seen_is_no_banner(tabs: Tabs, site: Site, key: str) -> None:
    assert tabs.at(site.at(f"/odd/{key}"), answered) == ("", Choosing.NO_BANNER, [])


def test_a_banner_on_its_way_in_is_waited_for(tabs: Tabs, site: Site) -> None:
    assert tabs.at(site.at("/odd/late"), answered) == ("OneTrust", Choosing.DONE, ["refuse"])


def test_a_banner_in_a_frame_of_the_same_site_is_found(tabs: Tabs, site: Site) -> None:
    assert tabs.at(site.at("/odd/framed-of-its-own"), answered)[0] == "OneTrust"


def test_of_two_banners_the_upper_row_of_the_table_is_taken(tabs: Tabs, site: Site) -> None:
    assert tabs.at(site.at("/odd/two"), answered)[0] == "GOV.UK cookie banner"


@pytest.mark.parametrize("key", ["stays", "goes-off"])
def test_a_banner_that_stays_or_a_page_that_goes_has_failed(tabs: Tabs, site: Site, key: str) -> None:
    assert tabs.at(site.at(f"/odd/{key}"), answered) == ("OneTrust", Choosing.FAILED, ["refuse"])


def test_a_page_that_loads_itself_again_without_its_banner_was_answered(tabs: Tabs, site: Site) -> None:
    assert tabs.at(site.at("/odd/loads-again"), answered) == ("OneTrust", Choosing.DONE, ["refuse"])


def test_a_page_that_no_longer_answers_is_left_alone_in_time(tabs: Tabs, site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("netcurtain.survey.looking.choosing.FIND_SECONDS", 1.0)

    async def busy(page: Page) -> object:
        await page.wait_for_timeout(500)
        return await find_banner(page)

    with pytest.raises(Unanswered):
        tabs.at(site.at("/odd/busy"), busy)


def test_where_the_page_goes_wrong_before_anything_is_pressed_nothing_was_tried(tabs: Tabs, site: Site) -> None:
    async def closed(page: Page) -> object:
        found = await find_banner(page)
        assert found is not None
        await page.close()
        return await choose(page, found, Choice.REFUSE)

    assert tabs.at(site.at("/odd/stays"), closed) is Choosing.NOT_TRIED


def test_where_it_goes_wrong_after_the_press_it_has_failed(tabs: Tabs, site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    async def too_slow(*_: object) -> Choosing:
        raise TimeoutError

    monkeypatch.setattr("netcurtain.survey.looking.choosing._gone", too_slow)
    assert tabs.at(site.at("/odd/stays"), answered) == ("OneTrust", Choosing.FAILED, ["refuse"])


def test_the_fakes_would_send_if_they_were_pressed(tabs: Tabs, site: Site) -> None:
    """That the tests above can fail."""

    async def press(page: Page) -> None:
        await page.click("#onetrust-reject-all-handler")

    tabs.at(site.at("/fake/submit"), press)
    end = time.monotonic() + 5
    while not sent(site) and time.monotonic() < end:
        time.sleep(0.05)
    assert sent(site) == ["POST /sent"]
