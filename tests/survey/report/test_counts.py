"""survey/counts.py: what the report counts, and what it takes care not to count twice or to claim."""

from typing import Any

import pytest
from tests.survey.made import company, look, page, seen, site

from netcurtain.core.finding import What
from netcurtain.survey.facts import State
from netcurtain.survey.report.counts import ABOUT, About, Counts
from netcurtain.survey.result import Choosing, PageSurveyed, SiteSurveyed, Stage
from netcurtain.survey.trouble import Trouble

UNREAD = look(events=())
TRIED = look(went_out=False)


def counted(*sites: SiteSurveyed) -> Counts:
    counts = Counts()
    for one in sites:
        counts.take(one)
    return counts


@pytest.mark.parametrize(
    ("one", "in_the_numbers"),
    [
        (page(company()), (1, 0, 0, 0)),
        (page(company("A", UNREAD)), (0, 1, 0, 0)),
        (page(company("A", TRIED)), (0, 0, 1, 0)),
        (page(company("A", TRIED), company("B", UNREAD)), (0, 1, 0, 0)),
        (page(company("A", UNREAD), company("B")), (1, 0, 0, 0)),
        (page(company("A", look(Stage.TOUCHED))), (1, 0, 0, 0)),
        (page(company("A", look(Stage.ACCEPTED))), (0, 0, 0, 1)),
        (page(), (0, 0, 0, 1)),
    ],
    ids=["told", "contacted", "tried", "contacted and tried", "told and contacted", "told on touching", "told once accepted", "nobody"],
)
def test_each_page_looked_at_stands_in_one_of_four_numbers(one: PageSurveyed, in_the_numbers: tuple[int, int, int, int]) -> None:
    counts = counted(site(one))
    assert (counts.told_before, counts.contacted_before, counts.tried_before, counts.nobody_before) == in_the_numbers


def test_what_a_page_only_tried_to_tell_is_not_told() -> None:
    counts = counted(site(page(company("A", look(told=["identity"], went_out=False)))))
    assert not counts.told
    assert counts.told_who == 0
    assert counts.companies["A"].contacted == 0
    assert counts.companies["A"].tried == 1
    assert not counts.categories


def test_a_company_is_counted_once_a_site_however_many_pages_met_it() -> None:
    counts = counted(
        site(page(company()), page(company(), of_site=2, url="https://police.example/2")),
        site(page(company(), site="other.example", number=2)),
    )
    (one,) = counts.companies.values()
    assert one.contacted == 2
    assert one.by_state[State.BEFORE] == 2
    assert one.told == {What.PAGE_ADDRESS: 2}
    assert one.name == "A Company"
    assert counts.pages == 3


def test_a_page_that_two_lines_ask_for_is_counted_once() -> None:
    counts = counted(site(page(company()), page(company(), number=7, label="The same")))
    assert (counts.addresses, counts.pages, counts.repeats) == (2, 1, 1)
    assert (counts.told_before, counts.companies["A Company"].contacted) == (1, 1)


def test_lines_that_are_no_address_are_no_site() -> None:
    mistake = page(trouble=Trouble.NO_ADDRESS, site="", asked="police", url="")
    assert counted(site(mistake), site(page(company()))).sites == 1


def test_a_page_that_was_not_looked_at_is_in_no_share() -> None:
    counts = counted(site(page(company()), page(of_site=2, url="https://police.example/2", trouble=Trouble.ROBOTS)))
    assert (counts.pages, counts.looked_at) == (2, 1)
    assert counts.with_trouble == {Trouble.ROBOTS: 1}


def test_only_pages_looked_at_in_all_three_ways_are_compared() -> None:
    met = company("A", look(), look(Stage.ACCEPTED))
    counts = counted(
        site(page(met), page(met, banner="", of_site=2, started=1.0), page(met, accepted=Choosing.FAILED, of_site=3, started=2.0))
    )
    assert counts.compared == 1
    assert {state: one.contacted for state, one in counts.states.items()} == {
        State.BEFORE: 1,
        State.AFTER_REFUSING: 0,
        State.AFTER_ACCEPTING: 1,
    }
    assert counts.states[State.BEFORE].average == 1.0


def test_what_came_after_a_choice_that_did_not_work_is_counted_nowhere() -> None:
    after = seen(Stage.REFUSED, sensitive=True, from_start=False)
    counts = counted(site(page(company("A", look(Stage.REFUSED)), refused=Choosing.FAILED, seen=(seen(), after))))
    assert (counts.looked_at, counts.nobody_before, counts.sensitive, counts.late, counts.compared) == (1, 1, 0, 0, 0)
    assert (counts.companies, counts.categories, counts.told) == ({}, {}, {})


def test_kinds_of_companies_are_counted_by_site_and_by_what_they_were_told() -> None:
    first = site(page(company("A", look(told=["identity", "page_title"])), company("B", look(told=["page_address"]))))
    second = site(page(company("C", look(told=["consent"]), category="analytics"), number=2))
    counts = counted(first, second)
    advertising, analytics = counts.categories["advertising"], counts.categories["analytics"]
    assert (len(advertising.names), advertising.sites) == (2, 1)
    assert advertising.told == {About.WHO: 1, About.PAGE: 1}
    assert (len(analytics.names), analytics.sites) == (1, 1)


def test_address_or_title_is_which_page_it_was() -> None:
    both = page(company("A", look(told=["page_address", "page_title"])))
    title = page(company("A", look(told=["page_title"])), of_site=2, started=1.0)
    neither = page(company("A", look(told=["visitor_id"])), of_site=3, started=2.0)
    assert counted(site(both, title, neither)).told_which_page == 2


def test_it_lasted_from_the_first_page_to_the_end_of_the_last() -> None:
    counts = counted(site(page(started=2000.0, seconds=3.0), page(of_site=2, started=1000.0, seconds=1.0)))
    assert (counts.first, counts.last) == (1000.0, 5000.0)


def test_every_kind_of_fact_is_about_something() -> None:
    assert set(ABOUT) == set(What)


@pytest.mark.parametrize(
    "why",
    [{"seen": (seen(from_start=False),)}, {"trouble": Trouble.TIMED_OUT, "seen": (seen(),)}],
    ids=["its start was missed", "it broke off"],
)
def test_a_page_looked_at_in_part_is_in_no_share_and_what_it_did_is_not_lost(why: dict[str, Any]) -> None:
    counts = counted(site(page(company(), **why)), site(page(number=2, **why)))
    assert (counts.looked_at, counts.told_before, counts.nobody_before, counts.compared) == (0, 0, 0, 0)
    assert not counts.told
    assert (counts.in_part, counts.in_part_contacted, counts.companies["A Company"].contacted) == (2, 1, 1)


def test_a_page_that_broke_off_is_in_no_average() -> None:
    broken = page(trouble=Trouble.CRASHED, seen=tuple(seen(stage) for stage in Stage), of_site=2, started=1.0)
    counts = counted(site(page(company()), broken))
    assert counts.compared == 1
    assert counts.states[State.BEFORE].average == 1.0


def test_a_page_whose_start_was_missed_after_a_choice_is_in_no_average() -> None:
    late = page(seen=tuple(seen(stage, from_start=stage is not Stage.ACCEPTED) for stage in Stage))
    counts = counted(site(late))
    assert (counts.looked_at, counts.compared) == (1, 0)


def test_what_each_kind_of_company_was_told_does_not_depend_on_the_order_of_the_sites() -> None:
    one = site(page(company("A", look(told=["identity"]), category="advertising")))
    other = site(page(company("A", look(told=["page_title"]), category="analytics"), number=2))
    for order in ((one, other), (other, one)):
        counts = counted(*order)
        found = {word: (len(kind.names), kind.sites, dict(kind.told)) for word, kind in counts.categories.items()}
        assert found == {"advertising": (1, 1, {About.WHO: 1}), "analytics": (1, 1, {About.PAGE: 1})}
        assert counts.companies["A"].categories == {"advertising", "analytics"}
