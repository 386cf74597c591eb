"""survey/comparing.py: only like is compared with like, and what else was not the same is said."""

from pathlib import Path
from typing import Any

import msgspec
import pytest
from tests.survey import made

from netcurtain.core.finding import What
from netcurtain.survey import folder
from netcurtain.survey.asked import Asked
from netcurtain.survey.comparing.comparing import compare, compared
from netcurtain.survey.comparing.comparison import Absent, Change, Comparison, Difference, StateChange, Why
from netcurtain.survey.facts import State
from netcurtain.survey.folder import Begun, SurveyFolderError
from netcurtain.survey.result import Choosing, FilterSeen, PageSurveyed, SiteSurveyed, Stage
from netcurtain.survey.trouble import Trouble

ADDRESS, TITLE, BUTTON = What.PAGE_ADDRESS, What.PAGE_TITLE, What.BUTTON_TEXT
MONTH = 31 * 86_400_000.0


def between(old: PageSurveyed | None, new: PageSurveyed | None, **more: Any) -> Comparison:
    """Two surveys of one page, or of none. ``made_with`` and ``asked`` are the second one's."""
    first, second = (
        [made.site(page, made_with=made_with)] if page else [] for page, made_with in ((old, None), (new, more.get("made_with")))
    )
    return compared(first, second, made.begun(), made.begun(more.get("asked")))


def a_page(*looks: Any, **more: Any) -> PageSurveyed:
    """A page with one company, which was met at these looks; without any where there is none."""
    return made.page(*((made.company("A Company", *looks),) if looks else ()), **more)


def test_the_same_twice_is_no_change() -> None:
    found = between(a_page(made.look()), a_page(made.look(first_seen=made.STARTED + MONTH), started=made.STARTED + MONTH))
    assert (found.compared, found.same, found.changed, found.differences) == (1, 1, (), ())


def test_a_company_seen_the_second_time_only() -> None:
    (page,) = between(a_page(), a_page(made.look())).changed
    (company,) = page.companies
    assert (company.name, company.change) == ("A Company", Change.GAINED)
    assert company.states == (StateChange(State.BEFORE, Change.GAINED, (ADDRESS,), (), (False, True)),)
    assert company.filters == ("||tracker.example^ (EasyPrivacy, version 202608130000)",)


def test_a_company_seen_the_first_time_only() -> None:
    (page,) = between(a_page(made.look(), made.look(Stage.ACCEPTED)), a_page()).changed
    (company,) = page.companies
    assert (company.change, [one.change for one in company.states]) == (Change.LOST, [Change.LOST, Change.LOST])
    assert company.states[0].less == (ADDRESS,)
    assert company.filters, "a claim about the first survey carries its filter too"


def test_a_company_that_is_told_something_else() -> None:
    (page,) = between(a_page(made.look(told=[ADDRESS, TITLE])), a_page(made.look(told=[ADDRESS, BUTTON]))).changed
    (company,) = page.companies
    assert company.change is Change.CHANGED
    assert company.states == (StateChange(State.BEFORE, Change.CHANGED, (BUTTON,), (TITLE,), (True, True)),)


def test_a_company_that_is_there_before_any_choice_now() -> None:
    (page,) = between(a_page(made.look(Stage.ACCEPTED)), a_page(made.look(), made.look(Stage.ACCEPTED))).changed
    (company,) = page.companies
    assert company.change is Change.CHANGED, "it was seen both times"
    assert [(one.state, one.change) for one in company.states] == [(State.BEFORE, Change.GAINED)]


def test_on_arrival_and_when_a_field_is_touched_are_one_state() -> None:
    assert not between(a_page(made.look()), a_page(made.look(Stage.TOUCHED))).changed


def test_requests_that_leave_now_and_were_only_tried_are_a_change() -> None:
    found = between(a_page(made.look(told=(), went_out=False)), a_page(made.look(told=())))
    assert found.changed[0].companies[0].states == (StateChange(State.BEFORE, Change.CHANGED, (), (), (False, True)),)


@pytest.mark.parametrize(
    ("old", "new"),
    [(Trouble.TIMED_OUT, None), (None, Trouble.CRASHED), (Trouble.ROBOTS, Trouble.ROBOTS)],
    ids=["first", "second", "both"],
)
def test_a_page_with_trouble_is_not_compared(old: Trouble | None, new: Trouble | None) -> None:
    found = between(a_page(made.look(), trouble=old), a_page(trouble=new))
    (page,) = found.not_compared
    assert (page.why, page.old_trouble, page.new_trouble) == (Why.TROUBLE, old, new)
    assert (found.compared, found.changed, found.companies) == (0, (), ())


@pytest.mark.parametrize("choice", [Choosing.NO_BANNER, Choosing.NO_WAY, Choosing.FAILED])
@pytest.mark.parametrize("first", [True, False], ids=["in_the_first", "in_the_second"])
def test_a_state_that_was_reached_once_only_is_not_compared(choice: Choosing, first: bool) -> None:
    """A company that is met after refusing alone is neither new nor gone where the other survey could not refuse."""
    with_it, without = a_page(made.look(), made.look(Stage.REFUSED)), a_page(made.look(), refused=choice)
    also = a_page(made.look(told=[TITLE]), refused=choice)
    pages = (with_it, without) if first else (without, with_it)
    found = between(*pages)
    assert not found.changed
    refused = found.states[1]
    assert (refused.state, refused.compared, refused.reached_once) == (State.AFTER_REFUSING, 0, 1)
    (page,) = between(with_it, also).changed if first else between(also, with_it).changed
    assert page.not_compared == (State.AFTER_REFUSING,)


def test_what_was_seen_in_the_first_survey_carries_the_filter_of_the_first_survey() -> None:
    """The second one met the company too, but only in a state that is not compared."""
    newer = made.made_with(lists=(msgspec.structs.replace(made.LIST, version="2"),))
    old, new = a_page(made.look(), accepted=Choosing.FAILED), a_page(made.look(Stage.ACCEPTED))
    (company,) = between(old, new, made_with=newer).changed[0].companies
    assert company.change is Change.LOST
    assert company.filters == ("||tracker.example^ (EasyPrivacy, version 202608130000)",)


def test_a_page_whose_start_was_missed_is_not_compared() -> None:
    (page,) = between(a_page(made.look()), a_page(seen=(made.seen(from_start=False),), banner="")).not_compared
    assert page.why is Why.NO_STATE


def test_pages_of_one_survey_alone_say_whether_their_address_was_in_the_other_list() -> None:
    found = between(a_page(made.look()), None)
    assert [(page.why, page.companies) for page in found.only_old] == [(Absent.NOT_LISTED, ("A Company",))]
    linked = made.page(of_site=2, clicks=1, url="https://police.example/contact")
    found = compared([made.site(made.page())], [made.site(made.page(), linked)], made.begun(), made.begun())
    assert [(page.at.url, page.why) for page in found.only_new] == [("https://police.example/contact", Absent.NOT_FOUND)]


@pytest.mark.parametrize(
    ("begun", "why"),
    [
        (made.begun(sites=3), Absent.NOT_YET),
        (made.begun(sites=3, of_list="another"), Absent.PERHAPS_NOT_YET),
        (made.begun(sites=0, of_list="another"), Absent.NOT_LISTED),
    ],
    ids=["same_list", "another_list", "finished"],
)
@pytest.mark.parametrize("first", [True, False], ids=["in_the_first", "in_the_second"])
def test_a_page_that_an_unfinished_survey_did_not_come_to_is_not_said_to_be_off_its_list(first: bool, begun: Begun, why: Absent) -> None:
    whole, none = ([made.site()], made.begun()), (list[SiteSurveyed](), begun)
    (old, old_begun), (new, new_begun) = (none, whole) if first else (whole, none)
    found = compared(old, new, old_begun, new_begun)
    assert [page.why for page in (*found.only_new, *found.only_old)] == [why]


@pytest.mark.parametrize("first", [True, False], ids=["in_the_first", "in_the_second"])
def test_pages_that_differ_only_after_a_question_mark_are_not_compared(first: bool) -> None:
    """What follows it is not kept, so one of them would be compared with the other."""

    def linked(of_site: int, *companies: Any) -> PageSurveyed:
        return made.page(*companies, of_site=of_site, clicks=1, url="https://police.example/form")

    two, one = made.site(made.page(), linked(2), linked(3, made.company())), made.site(made.page(), linked(2, made.company()))
    old, new = (two, one) if first else (one, two)
    found = compared([old], [new], made.begun(), made.begun())
    assert [page.why for page in found.not_compared] == [Why.ALIKE]
    assert (found.compared, found.changed, found.only_new, found.only_old) == (1, (), (), ())


@pytest.mark.parametrize(
    "more", [{"trouble": Trouble.TIMED_OUT}, {"search_broke_off": True}, {"search_broke_off": None}], ids=["trouble", "search", "not made"]
)
@pytest.mark.parametrize("first", [True, False], ids=["in_the_first", "in_the_second"])
def test_a_page_that_nobody_could_look_for_is_neither_new_nor_gone(first: bool, more: dict[str, Any]) -> None:
    linked = made.page(of_site=2, clicks=1, url="https://police.example/contact")
    troubled, whole = [made.site(made.page(**more))], [made.site(made.page(), linked)]
    found = compared(troubled, whole, made.begun(), made.begun()) if first else compared(whole, troubled, made.begun(), made.begun())
    assert (found.only_new, found.only_old) == ((), ())
    assert Why.NOT_LOOKED_FOR in [page.why for page in found.not_compared]


def test_what_came_after_a_choice_that_failed_is_not_compared() -> None:
    """In the one survey the banner stayed, and a company was met after the press; in the other one nobody was."""
    other = FilterSeen("||other.example^", "EasyPrivacy")
    after = made.look(Stage.REFUSED, filters=(other,))
    seen = (made.seen(), made.seen(Stage.REFUSED))
    failed = a_page(after, refused=Choosing.FAILED, accepted=Choosing.NOT_TRIED, seen=seen)
    found = between(failed, a_page(refused=Choosing.FAILED, accepted=Choosing.NOT_TRIED, seen=seen))
    assert (found.compared, found.changed, found.companies) == (1, (), ())
    (once,) = between(failed, None).only_old
    assert (once.companies, once.nobody) == ((), None), "and that it met nobody is not said either"
    (page,) = between(a_page(made.look(), after, refused=Choosing.FAILED), a_page()).changed
    assert page.companies[0].filters == ("||tracker.example^ (EasyPrivacy, version 202608130000)",)


def test_that_a_page_of_one_survey_alone_met_nobody_is_said_only_where_it_was_seen_wholly() -> None:
    broken = a_page(trouble=Trouble.NOT_FOUND)
    assert [between(page, None).only_old[0].nobody for page in (a_page(), a_page(made.look()), broken)] == [True, False, None]


def test_an_address_that_leads_elsewhere_now_is_still_the_same_page() -> None:
    (page,) = between(a_page(), a_page(made.look(), url="https://police.example/report-it", number=9)).changed
    assert (page.old.url, page.new.url) == ("https://police.example/report", "https://police.example/report-it")


def test_an_address_that_stands_twice_in_a_list_counts_once() -> None:
    twice = made.site(a_page(made.look()), a_page(made.look(), number=2))
    found = compared([twice], [twice], made.begun(), made.begun())
    assert (found.compared, found.old.pages, found.companies[0].new_pages) == (1, 1, 1)


@pytest.mark.parametrize(
    ("difference", "more"),
    [
        (Difference.LISTS, {"made_with": made.made_with(lists=(msgspec.structs.replace(made.LIST, version="2"),))}),
        (Difference.NETCURTAIN, {"made_with": made.made_with(netcurtain="0.2.0")}),
        (Difference.BROWSER, {"made_with": made.made_with(browser="Chromium 151.0")}),
        (Difference.OPTIONS, {"asked": Asked(type_marker=True)}),
    ],
    ids=["lists", "netcurtain", "browser", "options"],
)
def test_what_else_was_not_the_same_is_said(difference: Difference, more: dict[str, Any]) -> None:
    found = between(a_page(), a_page(), **more)
    assert found.differences == (difference,)
    assert not found.changed


def test_a_filters_version_alone_is_no_change_of_a_company() -> None:
    newer = made.made_with(lists=(msgspec.structs.replace(made.LIST, version="2"),))
    assert not between(a_page(made.look()), a_page(made.look()), made_with=newer).changed


def test_totals_count_pages_and_sites() -> None:
    old = [made.site(a_page(made.look(), number=1, asked="https://a.example/", site="a.example"))]
    old.append(made.site(*(a_page(number=2, of_site=n, asked=f"https://b.example/{n}", site="b.example") for n in (1, 2))))
    new = [made.site(a_page(number=1, asked="https://a.example/", site="a.example"))]
    new.append(made.site(*(a_page(made.look(), number=2, of_site=n, asked=f"https://b.example/{n}", site="b.example") for n in (1, 2))))
    found = compared(old, new, made.begun(), made.begun())
    (total,) = found.companies
    assert (total.old_pages, total.new_pages) == (1, 2)
    assert (total.gained_pages, total.gained_sites, total.lost_pages, total.lost_sites, total.changed_pages) == (2, 1, 1, 1, 0)
    before = found.states[0]
    assert (before.compared, before.gained, before.lost) == (3, 2, 1)
    assert [page.site for page in found.changed] == ["a.example", "b.example", "b.example"]


def test_the_surveys_are_described() -> None:
    found = between(a_page(trouble=Trouble.ROBOTS), a_page(started=made.STARTED + MONTH))
    assert (found.old.sites, found.old.pages, found.old.with_trouble) == (1, 1, 1)
    assert found.old.first == found.old.last
    assert found.old.first is not None
    assert found.new.first is not None
    assert (found.new.first - found.old.first).days == 31
    assert "Only the addresses in the list were opened." in found.old.options


def test_a_site_that_no_machine_could_look_at_names_no_browser() -> None:
    lost = made.site(a_page(trouble=Trouble.WORKER_LOST, number=2, site="lost.example"), made_with=made.made_with(browser=""))
    found = compared([made.site(a_page()), lost], [made.site(a_page())], made.begun(), made.begun())
    assert found.old.browsers == ("Chromium 150.0.1.2",)
    assert Difference.BROWSER not in found.differences


def test_nothing_and_nothing_can_be_compared() -> None:
    found = between(None, None)
    assert (found.compared, found.same, found.old.first) == (0, 0, None)


def kept(place: Path, *sites: SiteSurveyed) -> Path:
    """A survey's folder as folder.py leaves it."""
    begun = made.begun(sites=len(sites))
    place.mkdir()
    (place / folder.SURVEY).write_bytes(msgspec.json.encode(begun))
    for number, site in enumerate(sites, start=1):
        one = place / folder.SITES / f"{number:04}-{site.site}"
        one.mkdir(parents=True)
        (one / folder.SITE).write_bytes(msgspec.json.encode(site))
    return place


def test_two_folders_are_compared(tmp_path: Path) -> None:
    old, new = kept(tmp_path / "old", made.site(a_page())), kept(tmp_path / "new", made.site(a_page(made.look())))
    assert compare(old, new).changed[0].companies[0].change is Change.GAINED
    with pytest.raises(SurveyFolderError):
        compare(old, tmp_path)
