"""Everything that was planted is found, and nothing is claimed that was not. `make planted` visits all sixty pages and prints the table."""

from itertools import groupby

import pytest
from tests.end_to_end.survey.planted import PAGES
from tests.end_to_end.survey.planted_facts import Fact, Form, Page, facts
from tests.end_to_end.survey.surveyed import ALL, CHECKED, LISTED, Surveyed, claimed, whole

from netcurtain.survey.result import PageSurveyed, Stage
from netcurtain.survey.trouble import Trouble

pytestmark = [pytest.mark.browser, pytest.mark.timeout(1200)]
STAGES = list(Stage)


@pytest.fixture(scope="module")
def surveyed(chromium_path: str) -> Surveyed:
    assert chromium_path
    return whole()


@pytest.fixture(scope="module")
def rows(surveyed: Surveyed) -> dict[str, PageSurveyed]:
    return {page.asked: page for page in surveyed.pages}


def test_the_table_has_sixty_pages_with_and_without_planted_facts() -> None:
    planted = {fact.page for fact in facts(PAGES)}
    assert len(PAGES) == 60
    assert len({page.url for page in PAGES}) == 60
    assert 40 <= len(planted) < 60


def test_every_page_has_exactly_one_row(surveyed: Surveyed) -> None:
    assert [page.asked for page in surveyed.pages] == [page.url for page in LISTED]


def test_every_planted_fact_is_found(surveyed: Surveyed) -> None:
    assert sorted(facts(LISTED) - claimed(surveyed.pages)) == []


def test_nothing_is_claimed_that_was_not_planted(surveyed: Surveyed) -> None:
    assert sorted(claimed(surveyed.pages) - facts(LISTED)) == []


def test_every_claim_names_what_flagged_it_and_when(surveyed: Surveyed) -> None:
    looks = [look for page in surveyed.pages for company in page.companies for look in company.looks]
    assert all(look.first_seen > 0 and look.hosts and look.went_out for look in looks)
    assert all(look.filters and all(bool(one.filter) is bool(one.filter_list) for one in look.filters) for look in looks)
    assert all(event.time >= look.first_seen and event.by in look.filters for look in looks for event in look.events)


@pytest.mark.parametrize("url", CHECKED)
def test_check_finds_in_the_recording_of_a_page_what_the_survey_found_on_it(
    url: str, surveyed: Surveyed, rows: dict[str, PageSurveyed]
) -> None:
    companies = rows[url].companies
    checked = [company for page in surveyed.checked[url]["pages"] for company in page["organisations"]]
    reached = {company["name"] for company in checked if not all(said.startswith("This page tried") for said in company["sentences"])}
    assert reached == {company.name for company in companies if any(look.went_out for look in company.looks)}
    told = {(company["name"], fact["what"]) for company in checked for event in company["events"] for fact in event["told"]}
    events = [(company.name, event) for company in companies for look in company.looks for event in look.events]
    assert told == {(name, str(fact["what"])) for name, event in events for fact in event.line["told"]}


@pytest.mark.parametrize("page", [page for page in LISTED if page.is_visited], ids=lambda page: page.url.removeprefix("https://www."))
def test_a_page_was_looked_at_as_far_as_it_can_be(page: Page, rows: dict[str, PageSurveyed]) -> None:
    row = rows[page.url]
    assert (row.trouble, row.detail) == (None, "")
    assert (row.status, row.title) == (200, page.title)
    assert (row.refused, row.accepted) == (page.refused, page.accepted)
    assert bool(row.banner) is page.has_known_banner
    if page.form is not Form.SEARCH:
        assert row.touched is page.is_touched
        assert row.forms == page.is_touched
    assert not row.marker_typed


def test_a_page_that_asks_programs_not_to_come_is_left_alone_and_its_row_says_so(surveyed: Surveyed, rows: dict[str, PageSurveyed]) -> None:
    for page in (page for page in LISTED if not page.is_visited):
        assert rows[page.url].trouble is Trouble.ROBOTS
        assert rows[page.url].companies == ()
        assert [one for one in surveyed.received if (one.host, one.path) == (page.host, page.path)] == []


def test_no_form_is_sent_to_any_site(surveyed: Surveyed) -> None:
    sites = {page.host for page in PAGES}
    posted = {one.path for one in surveyed.received if one.host in sites and one.method != "GET"}
    assert posted <= {"/measure/g/collect", "/visits"}  # the pages' own beacons


@pytest.mark.skipif(not ALL, reason="the table is printed with NETCURTAIN_PLANTED=1")
def test_the_table_is_printed(surveyed: Surveyed, capsys: pytest.CaptureFixture[str]) -> None:
    planted, found = facts(LISTED), claimed(surveyed.pages)
    with capsys.disabled():
        print(*_table(planted, found), sep="\n")
    assert planted


def _table(planted: frozenset[Fact], found: frozenset[Fact]) -> list[str]:
    """A line for each company at each stage of each page: what was planted, and whether it was found; then how many in all."""
    urls = {page.number: page.url.removeprefix("https://www.") for page in PAGES}
    of_one = lambda fact: (fact.page, STAGES.index(fact.stage), fact.company)  # noqa: E731
    lines = ["", f"{'page':<44} {'when':<16} {'company':<20} what"]
    for (page, stage, company), group in groupby(sorted(planted | found, key=of_one), key=of_one):
        told = [_word(fact, planted, found) for fact in sorted(group)]
        lines.append(f"{urls[page]:<44} {STAGES[stage].value:<16} {company[:20]:<20} {', '.join(told)}")
    nothing = [urls[page.number] for page in LISTED if page.number not in {fact.page for fact in planted}]
    lines += [
        "",
        f"Nothing planted that may be found, and {'nothing' if planted == found else 'see above what'} claimed: {', '.join(nothing)}",
    ]
    lines.append(
        f"{len(LISTED)} pages; {len(planted)} facts planted, {len(planted & found)} found, {len(planted - found)} missed, "
        f"{len(found - planted)} claimed that were not planted."
    )
    return lines


def _word(fact: Fact, planted: frozenset[Fact], found: frozenset[Fact]) -> str:
    word = str(fact.what) or "contacted"
    if fact not in found:
        return f"{word} (MISSED)"
    return word if fact in planted else f"{word} (NOT PLANTED)"
