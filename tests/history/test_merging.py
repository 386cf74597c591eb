from collections.abc import Sequence
from random import Random
from typing import Any

import pytest

from netcurtain.core.consent import Consent
from netcurtain.core.level import FormLevel
from netcurtain.core.record import Record
from netcurtain.core.request import Fate
from netcurtain.history import merging, reading, wording
from netcurtain.history.database import in_memory, ready
from netcurtain.history.driver import Database
from netcurtain.history.reading import Shown
from netcurtain.history.rows import MomentKind, VisitQuery, VisitRow, VisitStory
from netcurtain.history.stories import MOST
from netcurtain.history.writing import IN_FILE, Writer


def row(visit: str, started: float, companies: int = 0, *, sensitive: bool = False, on_disk: bool = False) -> VisitRow:
    return VisitRow(visit, "police.example", started, companies, sensitive, on_disk)


@pytest.fixture
def memory() -> Database:
    return ready(in_memory)


@pytest.fixture
def disk() -> Database:
    return ready(in_memory)


def kept(db: Database, make: Any, *visits: str, site: str = "police.example") -> None:
    """Visits named by the moments they began."""
    Writer(db, IN_FILE).keep([make.page(f"{site}{visit}", visit, site, started=float(visit[1:])) for visit in visits])


def all_pages(memory: Database, disk: Database, size: int, query: VisitQuery = VisitQuery()) -> list[VisitRow]:  # noqa: B008 - frozen
    found: list[VisitRow] = []
    while rows := merging.visits(memory, disk, query, found[-1] if found else None, size):
        found += rows
    return found


def test_rows_of_both_are_one_list_with_the_newest_first_and_no_more_than_asked_for(memory: Database, disk: Database, make: Any) -> None:
    kept(memory, make, "a1", "c3")
    kept(disk, make, "b2", "d4")
    found = merging.visits(memory, disk, VisitQuery(), None, 3)
    assert [(row.visit, row.on_disk) for row in found] == [("d4", True), ("c3", False), ("b2", True)]
    assert [row.visit for row in merging.visits(memory, disk, VisitQuery(), found[-1], 3)] == ["a1"]


def test_a_visit_that_is_in_both_is_one_line_with_what_each_knows(memory: Database, disk: Database, make: Any) -> None:
    Writer(memory, IN_FILE).keep([make.page("p1", "v1", started=1.0), make.form(page="p1")])
    Writer(disk, IN_FILE).keep([make.page("p2", "v1", started=5.0), make.request(page="p2", fate=Fate.SENT)])
    assert merging.visits(memory, disk, VisitQuery(), None, 10) == [row("v1", 1, 1, sensitive=True, on_disk=True)]
    for query in (VisitQuery(sensitive=True), VisitQuery(told=True), VisitQuery(search="meta")):
        assert [found.visit for found in merging.visits(memory, disk, query, None, 10)] == ["v1"]
    assert merging.visits(memory, disk, VisitQuery(site="library.example"), None, 10) == []


@pytest.mark.parametrize("seed", range(20))
def test_page_by_page_every_visit_comes_once_whatever_is_where(memory: Database, disk: Database, make: Any, seed: int) -> None:
    random = Random(seed)
    for name in range(40):
        for db, site in random.sample([(memory, "m"), (disk, "d")], random.choice((1, 1, 2))):
            started = float(random.randrange(15))
            Writer(db, IN_FILE).keep([make.page(f"{site}{name}", f"v{name}", started=started)])
    whole = merging.visits(memory, disk, VisitQuery(), None, 1000)
    assert len({row.visit for row in whole}) == len(whole) == 40
    assert whole == sorted(whole, key=lambda row: (row.started, row.visit), reverse=True)
    assert all_pages(memory, disk, random.randrange(1, 9)) == whole


def in_both(memory: Database, disk: Database, in_memory: Sequence[Record], kept: Sequence[Record]) -> VisitStory:
    for db, records in ((memory, in_memory), (disk, kept)):
        Writer(db, IN_FILE).keep(records)
    story = reading.story(Shown(memory, disk), "v1")
    assert story is not None
    return story


def test_its_story_is_one_in_the_order_of_time(memory: Database, disk: Database, make: Any) -> None:
    story = in_both(
        memory,
        disk,
        [make.page(title="Later", started=make.time), make.request("r2", after=90), make.submission(after=100)],
        [make.page(), make.request("r1", after=50, fate=Fate.SENT), make.finding(after=50), make.form()],
    )
    assert story.row == VisitRow("v1", "police.example", make.time, 1, sensitive=True, on_disk=True)
    assert [(line.time - make.time, line.what) for line in story.lines] == [
        (0, "\u201cLater\u201d was opened: https://www.police.example/report?step"),
        (0, wording.FORM[FormLevel.SENSITIVE]),
        (50, "Meta (Facebook) was told page_address."),
        (100, wording.SENT),
    ]
    assert [(request.time - make.time, request.fate) for request in story.requests] == [(50, Fate.SENT), (90, Fate.ATTEMPTED)]
    assert story.not_seen == (wording.LISTS_UNKNOWN, wording.ELSEWHERE)


def test_what_both_say_of_a_page_is_told_once_with_the_consent_that_either_saw(memory: Database, disk: Database, make: Any) -> None:
    story = in_both(
        memory,
        disk,
        [make.page(), make.consent(Consent.REFUSED, after=60), make.request("r2", after=70, fate=Fate.SENT), make.finding(after=70)],
        [make.page(), make.consent(Consent.REFUSED, after=10), make.request("r1", after=20, fate=Fate.SENT), make.finding(after=20)],
    )
    assert [(line.time - make.time, line.kind, line.consent) for line in story.lines] == [
        (0, MomentKind.OPENED, None),
        (10, MomentKind.CONSENT, Consent.REFUSED),
        (20, MomentKind.TOLD, Consent.REFUSED),
    ]


@pytest.mark.parametrize(("one", "other"), [(0, 1), (1, 0)])
def test_what_one_only_tried_and_the_other_saw_go_out_went_out(memory: Database, disk: Database, make: Any, one: int, other: int) -> None:
    tried = [make.page(), make.request("r2", after=10), make.request("r1", after=5)]
    told = [make.page(), make.request("r1", after=5, fate=Fate.SENT), make.finding(after=5)]
    story = in_both(memory, disk, (tried, told)[one], (tried, told)[other])
    assert [line.what for line in story.lines[1:]] == ["Meta (Facebook) was told page_address."]
    assert [(request.time - make.time, request.fate) for request in story.requests] == [(5, Fate.SENT), (10, Fate.ATTEMPTED)]


def test_a_company_that_was_contacted_in_both_is_said_to_be_once_at_the_first_time(memory: Database, disk: Database, make: Any) -> None:
    story = in_both(
        memory,
        disk,
        [make.page(), make.request("r2", after=70, fate=Fate.SENT)],
        [make.page(), make.request("r1", after=20, fate=Fate.SENT), make.request("r0", after=5)],
    )
    assert [(line.time - make.time, line.what) for line in story.lines[1:]] == [(20, "Meta (Facebook) was contacted by this page.")]


def test_a_story_that_is_in_one_of_them_says_where(memory: Database, disk: Database, make: Any) -> None:
    kept(memory, make, "a1")
    kept(disk, make, "b2")
    stories = [reading.story(Shown(memory, disk), visit) for visit in ("a1", "b2", "c3")]
    assert [story and story.row.on_disk for story in stories] == [False, True, None]


def test_what_is_more_than_a_story_tells_is_counted_over_both(memory: Database, disk: Database, make: Any) -> None:
    def many(first: int, count: int) -> list[Record]:
        numbers = range(first, first + count)
        sent = (make.submission(f"s{n}", after=n) for n in numbers)
        return [make.page(), *sent, *(make.request(f"r{n}", after=n) for n in numbers)]

    story = in_both(memory, disk, many(0, MOST), many(MOST - 10, 30))
    assert (len(story.lines), story.more_moments) == (MOST, 22)
    assert (len(story.requests), story.more_requests) == (MOST, 20)


# What the two parts of a visit have between them


@pytest.fixture
def halved(memory: Database, disk: Database, make: Any) -> None:
    """In memory a form and one company that was told; on disk another, one that was only tried, and the person's choice to keep it."""
    Writer(memory, IN_FILE).keep([make.page("p1"), make.form(page="p1"), make.request(page="p1", fate=Fate.SENT)])
    google, hotjar = ({"page": "p2", "organisation": name, "host": name} for name in ("Google", "Hotjar"))
    writer = Writer(disk, IN_FILE)
    writer.keep([make.page("p2"), make.request("r1", fate=Fate.SENT, **google), make.request("r2", **hotjar)])
    writer.mark_chosen("v1")


@pytest.mark.usefixtures("halved")
def test_the_companies_of_both_are_counted_each_once(memory: Database, disk: Database, make: Any) -> None:
    Writer(memory, IN_FILE).keep([make.page("p1"), make.request("r4", "p1", organisation="TikTok", fate=Fate.SENT)])
    Writer(disk, IN_FILE).keep([make.page("p3"), make.request("r3", "p3", fate=Fate.SENT)])
    (found,) = merging.visits(memory, disk, VisitQuery(), None, 10)
    assert found.companies == 3
    assert merging.row(memory, disk, "v1") == found


@pytest.mark.usefixtures("halved")
@pytest.mark.parametrize(
    ("query", "fits"),
    [
        (VisitQuery(sensitive=True, chosen=True), True),
        (VisitQuery(sensitive=True, company="Google"), True),
        (VisitQuery(search="hotj", company="Meta (Facebook)", site="police.example", told=True), True),
        (VisitQuery(company="TikTok"), False),
        (VisitQuery(search="tiktok"), False),
        (VisitQuery(search="POLICE", company="Hotjar"), True),
    ],
    ids=str,
)
def test_a_question_is_asked_of_both_together(memory: Database, disk: Database, query: VisitQuery, fits: bool) -> None:
    assert bool(merging.visits(memory, disk, query, None, 10)) is fits


def test_companies_of_both_are_counted_together_and_not_without_end() -> None:
    many = {f"c{n}": 1 for n in range(300)}
    names = merging.companies([{"a": 3, "b": 2}, {"b": 2, **many}])
    assert names[:2] == ("b", "a")
    assert len(names) == 200
