"""Pages of ours, looked at as a survey does: what is seen at which stage, what is never done, and how much of it is kept."""

import asyncio
import json
from pathlib import Path

import psutil
import pytest
from tests.end_to_end.survey.hostile import TRACKER, Place
from tests.end_to_end.survey.looking import Look, browsers_in, only_page, run, until_so

from netcurtain import __version__
from netcurtain.survey.asked import Address, Asked, SiteTask
from netcurtain.survey.result import Choosing, SiteSurveyed, Stage
from netcurtain.survey.surveying import Surveyor, Tools
from netcurtain.survey.trouble import Trouble

pytestmark = [pytest.mark.browser, pytest.mark.timeout(180)]

ASKED = Asked(delay=0.0, patience=8.0)


def test_an_ordinary_page_is_seen_as_it_is(look: Look, place: Place, tmp_path: Path) -> None:
    (found,) = look(place.of("ordinary"))
    page = only_page(found)
    assert (page.trouble, page.status, page.title, page.forms, page.touched) == (None, 200, "A page", 1, True)
    assert (page.banner, page.refused, page.accepted) == ("", Choosing.NO_BANNER, Choosing.NO_BANNER)
    assert [seen.stage for seen in page.seen][:1] == [Stage.ARRIVED]
    (company,) = page.companies
    assert [look.stage for look in company.looks] == [Stage.ARRIVED]
    assert company.looks[0].hosts == (TRACKER,)
    assert found.made_with.browser.startswith("Chromium ")
    assert (tmp_path / page.screenshot).read_bytes()[:2] == b"\xff\xd8"
    entries = json.loads((tmp_path / page.recording).read_bytes())["log"]["entries"]
    assert any(TRACKER in entry["request"]["url"] for entry in entries)
    assert {path.name for path in tmp_path.iterdir()} == {page.screenshot, page.recording}


def test_after_each_choice_the_page_is_looked_at_as_somebody_new_would(look: Look, place: Place) -> None:
    (found,) = look(place.of("banner"))
    page = only_page(found)
    assert (page.trouble, page.refused, page.accepted) == (None, Choosing.DONE, Choosing.DONE)
    looks = {look.stage: look for company in page.companies for look in company.looks}
    assert set(looks) == {Stage.ACCEPTED}
    assert {seen.stage for seen in page.seen} >= {Stage.ARRIVED, Stage.REFUSED, Stage.ACCEPTED}


def test_the_site_is_told_who_looks(look: Look, place: Place) -> None:
    look(place.of("ordinary"), contact="survey@charity.example")
    agent = place.agents[-1]
    assert agent.startswith("Mozilla/5.0 (")
    assert agent.endswith(f" NetcurtainSurvey/{__version__} (+survey@charity.example)")
    assert "Headless" not in agent


def test_pages_of_one_site_are_looked_at_one_after_the_other(look: Look, place: Place) -> None:
    (found,) = look([place.of("ordinary"), place.of("gone"), place.of("ordinary") + "second"])
    assert [(page.name, page.trouble) for page in found.pages] == [("0001-01", None), ("0002-01", Trouble.STATUS), ("0003-01", None)]


def test_what_robots_txt_forbids_is_not_visited(look: Look, place: Place) -> None:
    (found,) = look([place.of("ordinary") + "private/page", place.of("ordinary")])
    assert [page.trouble for page in found.pages] == [Trouble.ROBOTS, None]
    assert "ordinary /private/page" not in place.asked


def test_pages_with_forms_are_found_by_their_links(look: Look, place: Place) -> None:
    (found,) = look(place.of("linked"), clicks=1)
    assert [(page.clicks, page.url.rpartition("/")[2]) for page in found.pages] == [(0, ""), (1, "report")]


def test_nothing_is_typed_but_the_marker_and_only_where_that_was_asked_for(look: Look, place: Place) -> None:
    (without,) = look(place.of("ordinary"))
    (with_marker,) = look(place.of("ordinary"), type_marker=True)
    assert [only_page(site).marker_typed for site in (without, with_marker)] == [False, True]


def test_a_line_that_is_no_address_has_a_row_that_says_so(tools: Tools, tmp_path: Path) -> None:
    async def survey() -> SiteSurveyed:
        async with Surveyor(tools, Asked()) as surveyor:
            return await surveyor.survey(SiteTask("", (Address(1, "not an address", mistake=True),)), tmp_path)

    assert only_page(run(survey())).trouble is Trouble.NO_ADDRESS


@pytest.mark.parametrize("until", ["starting", "looking"])
def test_a_survey_that_is_stopped_leaves_no_browser_and_no_folder(
    tools: Tools, place: Place, tmp_path: Path, home: Path, until: str
) -> None:
    asked_before = len(place.asked)

    def is_time() -> bool:
        return bool(browsers_in(home)) if until == "starting" else "half /" in place.asked[asked_before:]

    async def survey() -> None:
        async with Surveyor(tools, ASKED) as surveyor:
            surveying = asyncio.create_task(surveyor.survey(task(place, "half"), tmp_path))
            await until_so(is_time)
            surveying.cancel()
            with pytest.raises(asyncio.CancelledError):
                await surveying

    run(survey())
    assert browsers_in(home) == []
    assert list(home.iterdir()) == []


def test_a_site_is_asked_once_more_whether_it_answers_with_one_light_request(tools: Tools, place: Place, home: Path) -> None:
    asked_before = len(place.asked)

    async def answers() -> list[bool]:
        async with Surveyor(tools, ASKED) as surveyor:
            return [await surveyor.answers(address) for address in (f"{place.of('ordinary')}a/page", "http://ordinary.localhost:1/")]

    assert run(answers()) == [True, False]
    assert place.asked[asked_before:] == ["ordinary /robots.txt"]
    assert list(home.iterdir()) == []


def test_where_the_driver_ends_the_next_site_has_a_new_one(tools: Tools, place: Place, tmp_path: Path) -> None:
    others = set(psutil.Process().children())

    async def survey() -> list[Trouble | None]:
        async with Surveyor(tools, ASKED) as surveyor:
            surveying = asyncio.create_task(surveyor.survey(task(place, "half"), tmp_path))
            asked_before = len(place.asked)
            await until_so(lambda: "half /" in place.asked[asked_before:])
            for process in set(psutil.Process().children()) - others:
                process.kill()
            return [only_page(site).trouble for site in (await surveying, await surveyor.survey(task(place, "ordinary"), tmp_path))]

    assert run(survey()) == [Trouble.CRASHED, None]


def task(place: Place, site: str) -> SiteTask:
    return SiteTask(f"{site}.localhost", (Address(1, place.of(site)),))
