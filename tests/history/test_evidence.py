"""The facts of a copy out of what is kept: whole, and nothing that was not kept."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from msgspec import structs
from tests.history.records import CHECKED_WITH, NOON

from netcurtain.core.consent import Consent
from netcurtain.core.evidence import Circumstances, ConsentMoment, EvidenceMoment, EvidenceRequest, ServerClock, Source
from netcurtain.core.finding import FlaggedBy
from netcurtain.core.level import FormLevel
from netcurtain.core.request import Fate
from netcurtain.core.settings import Retention
from netcurtain.core.short_names import page_name
from netcurtain.history import evidence, stories, wording

META = "Meta (Facebook)"


def full(make: Any) -> list[Any]:
    return [
        make.page(circumstances=CHECKED_WITH, from_start=False),
        make.clock(-2400.4),
        make.consent(Consent.BEFORE_CHOICE, after=50),
        make.consent(Consent.BEFORE_CHOICE, after=60),
        make.consent(Consent.REFUSED, after=70),
        make.request(after=100),
        make.finding(after=100),
        make.fate(Fate.ANSWERED),
        make.request(
            "r2", after=200, organisation="Google", host="www.google.example", filter="", filter_list="", fate=Fate.STOPPED_BY_ANOTHER
        ),
        make.form(),
        make.submission(after=900),
    ]


def test_a_page_is_told_with_all_that_is_kept_of_it(kept: Any, make: Any) -> None:
    kept.take(*full(make), make.page("p9", "v9"))
    made = kept.evidence("v1", now=NOON + 5)
    assert (made.sources, made.site, made.made, made.gaps) == ({Source.KEPT}, "police.example", NOON + 5, ())
    assert made.not_seen == (wording.MISSED_A_START, wording.ELSEWHERE)
    (page,) = made.pages
    assert (page.address, page.title, page.opened) == ("https://www.police.example/report?step", "Report a crime", NOON)
    assert (page.source, page.stopped, page.from_start, page.form_level, page.left_out) == (Source.KEPT, 1, False, FormLevel.SENSITIVE, 0)
    assert page.consents == (ConsentMoment(NOON + 50, Consent.BEFORE_CHOICE), ConsentMoment(NOON + 70, Consent.REFUSED))
    assert page.submissions == (NOON + 900,)
    assert page.circumstances == CHECKED_WITH
    assert page.server_clock == ServerClock("www.police.example", -2400)
    assert page.moments == (
        EvidenceMoment(NOON + 100, f"{META} was told page_address."),
        EvidenceMoment(NOON + 200, "This page tried to contact Google."),
    )
    first, second = page.requests
    assert first == EvidenceRequest(
        first.request,
        NOON + 100,
        "www.facebook.com",
        META,
        "||facebook.com/tr",
        "EasyPrivacy",
        FlaggedBy.FILTER,
        Fate.ANSWERED,
        sentences=(f"{META} was told page_address.",),
    )
    assert (second.organisation, second.flagged_by, second.fate, second.sentences) == (
        "Google",
        FlaggedBy.KNOWN_VENDOR,
        Fate.STOPPED_BY_ANOTHER,
        (),
    )


def test_it_is_not_cut_where_a_story_is(kept: Any, make: Any) -> None:
    many = range(stories.MOST + 100)
    kept.take(make.page(), *(make.request(f"r{n}", after=n) for n in many), *(make.finding(after=n) for n in many))
    (page,) = kept.evidence().pages
    assert (len(page.requests), len(page.moments), page.left_out) == (len(many), len(many), 0)


def test_of_a_site_every_visit_is_in_it_and_of_very_many_the_newest(kept: Any, make: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    kept.take(*(make.page(f"p{n}", f"v{n}", started=make.time + n) for n in range(4)), make.page("p9", "v9", "library.example"))
    made = kept.evidence("", "police.example")
    assert [page.opened - NOON for page in made.pages] == [0, 1, 2, 3]
    assert made.not_seen == (wording.LISTS_UNKNOWN, wording.ELSEWHERE)
    monkeypatch.setattr(evidence, "MOST_VISITS", 2)
    made = kept.evidence("v0", "police.example")
    assert [page.opened - NOON for page in made.pages] == [2, 3]
    assert made.not_seen[0] == "Only the newest 2 visits to this site are here."


def test_requests_that_are_too_many_are_counted_on_their_page(kept: Any, make: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(evidence, "MOST_REQUESTS", 5)
    pages = [make.page("p1"), make.page("p2", "v2", started=make.time + 9), make.page("p3", "v3", started=make.time + 20)]
    kept.take(*pages, *(make.request(f"r{n}", page, after=n) for page in ("p1", "p2", "p3") for n in range(3)))
    made = kept.evidence("", "police.example")
    assert [(len(page.requests), page.left_out) for page in made.pages] == [(2, 1), (2, 1), (1, 2)]


def test_the_oldest_page_does_not_take_the_room_of_what_others_told(kept: Any, make: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(evidence, "MOST_REQUESTS", 2)
    pages = [make.page("p1"), make.page("p2", "v2", started=make.time + 9)]
    kept.take(*pages, *(make.request(f"r{n}", "p1", after=n) for n in range(3)), make.request("r9", "p2", after=50))
    kept.take(make.finding(page="p2", after=50))
    first, second = kept.evidence("", "police.example").pages
    assert [len(first.requests), len(second.requests)] == [1, 1]
    assert second.requests[0].sentences


def test_what_was_told_is_put_to_a_request_only_where_that_is_certain(kept: Any, make: Any) -> None:
    kept.take(make.page(), make.request("r1", after=100), make.request("r2", after=100), make.finding(after=100))
    (page,) = kept.evidence().pages
    assert [request.sentences for request in page.requests] == [(), ()]
    assert page.moments == (EvidenceMoment(NOON + 100, f"{META} was told page_address."),)


def test_what_was_said_in_one_millisecond_is_in_one_order(kept: Any, make: Any) -> None:
    companies = [f"Company {n:02}" for n in range(30)]
    requests = [make.request(f"r{n}", after=100, organisation=company, host=f"h{n}.example") for n, company in enumerate(companies)]
    kept.take(make.page(), *reversed(requests))
    (page,) = kept.evidence().pages
    assert [moment.sentence for moment in page.moments] == [f"This page tried to contact {company}." for company in companies]


def test_what_was_said_to_the_person_is_said_of_them(kept: Any, make: Any) -> None:
    record = make.finding(after=100)
    said = "Meta (Facebook) was told what you wrote in “Email”."
    kept.take(make.page(), make.request(after=100), replace(record, finding=structs.replace(record.finding, sentence=said)))
    (page,) = kept.evidence().pages
    told = "Meta (Facebook) was told what was written in “Email”."
    assert (page.requests[0].sentences, page.moments[0].sentence) == ((told,), told)


def test_a_page_has_the_name_that_it_has_while_it_is_open(kept: Any, make: Any) -> None:
    kept.take(make.page("b:p1"))
    (page,) = kept.evidence().pages
    assert page.page == page_name("b:p1").hex()


@pytest.mark.parametrize(("visit", "site"), [("nothing", ""), ("", ""), ("v1", "library.example"), ("", "nothing.example")])
def test_where_nothing_is_kept_there_is_no_copy(kept: Any, make: Any, visit: str, site: str) -> None:
    kept.take(make.page())
    assert kept.evidence(visit, site) is None


def test_gaps_around_it_are_in_it_and_a_gap_within_it_is_said(open_on_disk: Callable[..., Any], make: Any, wall: Any, still: Any) -> None:
    """Locked long before, while the visit went on, soon after it, and long after it."""

    def wait(minutes: float) -> None:
        wall.milliseconds += minutes * 60_000
        still.seconds += minutes * 60

    def locked_for(minutes: float) -> None:
        kept.lock()
        wait(minutes)
        kept.unlock()

    wall.milliseconds -= 120 * 60_000
    kept = open_on_disk()
    kept.make()
    locked_for(10)
    wait(110)
    kept.take(make.page())
    locked_for(10)
    kept.take(make.page("p2", started=wall.milliseconds))
    wait(20)
    locked_for(5)
    wait(60)
    locked_for(5)
    assert len(kept.gaps()) == 4
    (inside, after), story = kept.evidence().gaps, kept.told()
    assert inside == (NOON, NOON + 10 * 60_000)
    assert after == (NOON + 30 * 60_000, NOON + 35 * 60_000)
    assert [(gap.since, gap.until) for gap in story.gaps] == [inside]
    assert wording.NOT_ALL_THE_TIME in story.not_seen
    assert wording.NOT_ALL_THE_TIME in kept.evidence().not_seen


def test_a_page_that_went_on_on_the_other_shelf_is_one_page(open_on_disk: Callable[..., Any], make: Any) -> None:
    kept = open_on_disk()
    kept.make()
    kept.take(make.page(circumstances=CHECKED_WITH), make.request(), make.consent(Consent.REFUSED), make.clock())
    kept.store.follow(Retention.UNTIL_CLOSE)
    kept.take(make.page(from_start=False), make.request("r2", after=5), make.finding(after=5), make.form(), make.submission())
    (row,) = kept.visits()
    assert row.on_disk
    (page,) = kept.evidence().pages
    assert len(page.requests) == 2
    assert page.from_start is False
    assert (page.form_level, page.submissions, len(page.consents)) == (FormLevel.SENSITIVE, (NOON,), 1)
    assert (page.circumstances, page.server_clock) == (CHECKED_WITH, ServerClock("www.police.example", 2000))


@pytest.mark.parametrize(
    ("host", "url", "told"),
    [
        ("www.police.example", "https://www.police.example/two", "www.police.example"),
        ("cdn.example", "https://www.police.example/two", "cdn.example"),
        ("www.police.example", "https://other.example/", "www.police.example"),
        ("cdn.example", "https://other.example/", "cdn.example"),
    ],
)
def test_whose_clock_it_was_is_known_whatever_becomes_of_the_address(kept: Any, make: Any, host: str, url: str, told: str) -> None:
    kept.take(make.page(), make.clock(host=host), make.page(url=url))
    (page,) = kept.evidence().pages
    assert page.server_clock == ServerClock(told, 2000)
    assert page.address == url


def test_a_page_that_turns_out_not_to_be_seen_whole_stays_so(kept: Any, make: Any) -> None:
    kept.take(make.page(), make.page(from_start=False), make.page(title="x"))
    (page,) = kept.evidence().pages
    assert (page.from_start, page.title) == (False, "x")


def test_what_pages_were_checked_with_is_kept_once_and_not_without_end(kept: Any, make: Any) -> None:
    endless = Circumstances(tuple("l" * 9000 for _ in range(999)), "a" * 9000, "b" * 9000, "c" * 9000)
    kept.take(make.page(circumstances=endless), make.page("p2", "v2", circumstances=endless), make.page("p3", "v3", circumstances=endless))
    ((length, uses),) = kept.rows("SELECT length(text), uses FROM circumstances")
    assert length < 20_000
    assert uses == 3
