"""The list of visits, page by page and by what is asked; its words of a search are in test_stories.py."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from random import Random
from typing import Any

import pytest

from netcurtain.core.level import FormLevel
from netcurtain.core.record import Record
from netcurtain.core.request import Fate
from netcurtain.history import listing
from netcurtain.history.database import in_memory, ready
from netcurtain.history.driver import Database
from netcurtain.history.rows import VisitPage, VisitQuery, VisitRow
from netcurtain.history.writing import IN_FILE, Writer

META = "Meta (Facebook)"
QUERIES = {
    "all": VisitQuery(),
    "a search": VisitQuery(search="site1"),
    "a search for a company": VisitQuery(search="oogl"),
    "a search for nothing there": VisitQuery(search="zzz"),
    "a company": VisitQuery(company="Google"),
    "a company that nobody met": VisitQuery(company="Nobody"),
    "a site": VisitQuery(site="site2.example"),
    "a site that nobody visited": VisitQuery(site="site"),
    "sensitive": VisitQuery(sensitive=True),
    "told": VisitQuery(told=True),
    "chosen": VisitQuery(chosen=True),
    "much": VisitQuery(search="site", company=META, site="site1.example", told=True),
    "everything": VisitQuery("e", META, "site3.example", True, True, True),
}


@pytest.fixture
def db() -> Iterator[Database]:
    db = ready(in_memory)
    yield db
    db.close()


def fill(db: Database, make: Any) -> dict[str, tuple[VisitRow, set[str]]]:
    """Two hundred visits, many of one moment, and what is known of each: its row, and its companies."""
    random, writer, known = Random(9), Writer(db, IN_FILE), {}
    for number in range(200):
        name, site, started = f"v{number}", f"site{random.randrange(5)}.example", make.time + random.randrange(40)
        met = random.sample((META, "Google", "Hotjar"), random.randrange(3))
        reached = {company for company in met if random.random() < 0.6}
        level = random.choice(list(FormLevel))
        records: list[Record] = [make.page(f"p{number}", name, site, started=started), make.form(level, f"p{number}")]
        records += [make.request(f"r{n}", f"p{number}", organisation=company) for n, company in enumerate(met)]
        records += [make.fate(Fate.SENT, f"r{n}", f"p{number}") for n, company in enumerate(met) if company in reached]
        writer.keep(records)
        chosen = random.random() < 0.2
        if chosen:
            writer.mark_chosen(name)
        known[name] = VisitRow(name, site, started, len(reached), level is FormLevel.SENSITIVE, chosen=chosen), set(met)
    return known


def fits(query: VisitQuery, row: VisitRow, met: set[str]) -> bool:
    words = query.search.casefold()
    return (
        (not words or words in row.site or any(words in company.casefold() for company in met))
        and (not query.company or query.company in met)
        and (not query.site or query.site == row.site)
        and (not query.sensitive or row.sensitive)
        and (not query.told or row.companies > 0)
        and (not query.chosen or row.chosen)
    )


@pytest.mark.parametrize("few", [4_000, 0], ids=["gathered", "come upon"])
@pytest.mark.parametrize("query", QUERIES.values(), ids=QUERIES)
def test_page_by_page_each_visit_that_fits_comes_once_and_the_newest_first(
    db: Database, make: Any, query: VisitQuery, few: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listing, "FEW", few)
    known = fill(db, make)
    expected = sorted((row for row, met in known.values() if fits(query, row, met)), key=lambda row: (row.started, row.visit), reverse=True)
    found: list[VisitRow] = []
    while page := listing.visits(db, query, found[-1] if found else None, 7):
        assert len(page) <= 7
        found += page
    assert found == expected


def test_only_some_and_without_some(db: Database, make: Any) -> None:
    fill(db, make)
    assert {row.visit for row in listing.visits(db, VisitQuery(), only=["v1", "v3", "gone"])} == {"v1", "v3"}
    assert len(listing.visits(db, VisitQuery(), without=["v1", "v3", "gone"])) == 198
    assert listing.visits(db, VisitQuery(), only=[]) == ()
    assert set(listing.names(db, ["v1", "gone"])) == {"v1"}
    assert len(listing.names(db)) == 200


def test_companies_are_named_by_how_many_visits_met_them_and_counted_down_again(db: Database, make: Any) -> None:
    known = fill(db, make)
    for _ in range(2):
        counted = {company: sum(company in met for _row, met in known.values()) for company in (META, "Google", "Hotjar")}
        assert listing.companies(db) == counted
        assert list(listing.companies(db)) == sorted(counted, key=lambda company: (-counted[company], company))
        going = [name for name, (row, _met) in known.items() if row.site == "site1.example"]
        Writer(db, IN_FILE).forget_site("site1.example")
        for name in going:
            del known[name]


def test_a_company_that_is_met_at_two_hosts_of_a_visit_is_counted_once(db: Database, make: Any) -> None:
    Writer(db, IN_FILE).keep(
        [make.page(), make.request(), make.request("r2", host="other.example"), make.request("r3", host="third.example")]
    )
    assert listing.companies(db) == {META: 1}


def test_the_store_says_whether_there_are_older_ones_and_goes_on_from_the_last(kept: Any, make: Any) -> None:
    kept.store.keep([make.page(f"p{n}", f"v{n}", started=make.time + n) for n in range(5)])
    first = kept.page(limit=3)
    assert ([row.visit for row in first.rows], first.more) == (["v4", "v3", "v2"], True)
    second = kept.page(after=first.rows[-1], limit=3)
    assert ([row.visit for row in second.rows], second.more) == (["v1", "v0"], False)
    assert kept.page(after=second.rows[-1], limit=3) == VisitPage(())
    assert kept.page(limit=5).more is False


@pytest.mark.parametrize(
    "ask",
    [
        pytest.param(lambda kept: kept.page().rows, id="visits"),
        pytest.param(lambda kept: kept.companies(), id="companies"),
        pytest.param(lambda kept: kept.story("v1"), id="story"),
        pytest.param(lambda kept: kept.compared("v1", "v2"), id="changes"),
        pytest.param(lambda kept: kept.evidence("v1"), id="evidence of a visit"),
        pytest.param(lambda kept: kept.evidence("", "police.example"), id="evidence of a site"),
    ],
)
def test_while_it_is_locked_every_question_is_answered_with_nothing(
    open_on_disk: Callable[..., Any], make: Any, ask: Callable[[Any], Any]
) -> None:
    kept = open_on_disk()
    kept.make()
    kept.take(make.page(), make.request(fate=Fate.SENT), make.page("p2", "v2"), make.request(page="p2"))
    assert ask(kept)
    kept.lock()
    assert not ask(kept)


def test_both_shelves_are_one_list(open_on_disk: Callable[..., Any], make: Any) -> None:
    kept = open_on_disk()
    kept.take(make.page(started=make.time + 1), make.request(organisation="Google"))
    kept.make()
    kept.take(make.page("p2", "v2", started=make.time + 2), make.request(page="p2"), make.page("p3", "v3"), make.request(page="p3"))
    rows = kept.page(limit=2)
    assert ([(row.visit, row.on_disk) for row in rows.rows], rows.more) == ([("v2", True), ("v1", False)], True)
    assert [row.visit for row in kept.page(after=replace(rows.rows[-1]), limit=2).rows] == ["v3"]
    assert kept.companies() == (META, "Google")
