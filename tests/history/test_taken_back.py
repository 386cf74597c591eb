"""A request that was sent and reached nobody after all: what was kept of it as told is put right, and nothing else is."""

import logging
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from msgspec import structs
from tests.history.test_removing import broken

from netcurtain.core.finding import What
from netcurtain.core.record import Record
from netcurtain.core.request import Fate
from netcurtain.core.settings import Retention
from netcurtain.history import taken_back
from netcurtain.history.database import in_memory, ready
from netcurtain.history.recording import Recorder
from netcurtain.history.rows import VisitQuery
from netcurtain.history.shelf import Shelf
from netcurtain.history.writing import IN_FILE, Writer

SOON, UNTIL_CLOSE, CHOSEN, DAYS_7, DAYS_30 = Retention
Open = Callable[..., Any]
UNLISTED = {"filter": "", "filter_list": ""}
BUTTON = (What.BUTTON_TEXT,)
TOLD, TRIED = "Meta (Facebook) was told page_address.", "This page tried to tell Meta (Facebook) page_address."
CONTACTED, TRIED_TO = "Meta (Facebook) was contacted by this page.", "This page tried to contact Meta (Facebook)."


def sent(make: Any) -> list[Record]:
    return [make.page(), make.request(), make.fate(Fate.SENT), make.finding(Fate.SENT)]


def back(make: Any) -> list[Record]:
    return [make.fate(Fate.ATTEMPTED), make.finding(Fate.ATTEMPTED)]


def lines(kept: Any) -> list[str]:
    return [line.what for line in kept.told().lines[1:]]


def companies(kept: Any) -> int:
    (row,) = kept.visits()
    return int(row.companies)


@pytest.mark.parametrize("at_once", [True, False], ids=["in one commit", "in two"])
def test_nobody_was_told_anything(kept: Any, make: Any, *, at_once: bool) -> None:
    if at_once:
        kept.take(*sent(make), *back(make))
    else:
        kept.take(*sent(make))
        assert (lines(kept), companies(kept)) == ([TOLD], 1)
        kept.take(*back(make))
    assert (lines(kept), companies(kept)) == ([TRIED], 0)
    assert [row.fate for row in kept.told().requests] == [Fate.ATTEMPTED]
    assert kept.page(VisitQuery(told=True)).rows == ()
    assert kept.rows("SELECT rows FROM visits") == [(3,)]
    assert TOLD not in kept.everything()


def test_a_copy_says_that_it_was_not_seen_to_go_out(kept: Any, make: Any) -> None:
    kept.take(*sent(make), *back(make))
    (page,) = kept.evidence().pages
    assert [(one.fate, one.sentences) for one in page.requests] == [(Fate.ATTEMPTED, (TRIED,))]
    assert [moment.sentence for moment in page.moments] == [TRIED]


def test_what_another_request_told_stays(kept: Any, make: Any) -> None:
    other = [make.request("r2", after=5), make.fate(Fate.SENT, "r2"), make.finding(Fate.SENT, after=5, whats=BUTTON)]
    kept.take(*sent(make), *other)
    kept.take(*back(make))
    assert (lines(kept), companies(kept)) == ([TRIED, "Meta (Facebook) was told button_text."], 1)
    kept.take(make.fate(Fate.ATTEMPTED, "r2"))
    assert (lines(kept), companies(kept)) == ([TRIED], 0)


def test_of_two_in_the_same_moment_what_is_told_stays_until_neither_went_out(kept: Any, make: Any) -> None:
    kept.take(*sent(make), make.request("r2"), make.fate(Fate.SENT, "r2"))
    kept.take(make.fate(Fate.ATTEMPTED, "r2"))
    assert (lines(kept), companies(kept)) == ([TOLD], 1)
    kept.take(make.fate(Fate.ATTEMPTED))
    assert (lines(kept), companies(kept)) == ([TRIED_TO], 0)


def test_what_the_same_company_was_told_on_another_page_of_the_visit_stays(kept: Any, make: Any) -> None:
    kept.take(*sent(make), make.page("p2"), make.request("r2", "p2"), make.fate(Fate.SENT, "r2", "p2"))
    kept.take(*back(make))
    assert companies(kept) == 1
    assert CONTACTED in lines(kept)


def test_an_answer_proves_that_it_went_out(kept: Any, make: Any) -> None:
    kept.take(*sent(make), *back(make), make.fate(Fate.ANSWERED), make.finding(Fate.ANSWERED))
    assert (lines(kept), companies(kept)) == ([TOLD], 1)
    kept.take(make.fate(Fate.ATTEMPTED))
    assert (lines(kept), companies(kept)) == ([TOLD], 1)


def test_it_is_heard_when_the_page_was_left(kept: Any, make: Any) -> None:
    """What a page sends as it is left comes to nothing only when it is gone."""
    kept.take(*sent(make), make.closed())
    kept.take(make.fate(Fate.ATTEMPTED))
    assert (lines(kept), companies(kept)) == ([TRIED_TO], 0)


def test_nothing_of_a_page_that_was_never_kept_comes_in_that_way(kept: Any, make: Any) -> None:
    kept.take(make.fate(Fate.ATTEMPTED, page="p9"))
    assert kept.visits() == ()


def test_a_thousand_of_them_are_looked_through_once(kept: Any, make: Any) -> None:
    looked: list[str] = []
    many = range(1000)
    kept.take(make.page(), *(make.request(f"r{n}", after=n) for n in many), *(make.fate(Fate.SENT, f"r{n}") for n in many))
    for connection in kept.connections:
        connection.set_trace_callback(looked.append)
    kept.take(*(make.fate(Fate.ATTEMPTED, f"r{n}") for n in many))
    for connection in kept.connections:
        connection.set_trace_callback(None)
    assert 0 < sum("DISTINCT r.page" in statement for statement in looked) < 10
    assert companies(kept) == 0


def typed(make: Any, request: str = "r1", fate: Fate = Fate.SENT) -> list[Record]:
    """A request that is known for what was typed in it, and what is said of it by then."""
    record = make.finding(fate, whats=(What.TYPED,))
    said = replace(record, finding=structs.replace(record.finding, **UNLISTED))
    return [make.page(), make.request(request, fate=fate, **UNLISTED), said]


@pytest.mark.parametrize("commits", [1, 4], ids=["in one commit", "in four"])
def test_one_that_was_typed_in_first_and_flagged_by_a_filter_then_is_taken_back_with_all_that_is_said_of_it(
    kept: Any, make: Any, commits: int
) -> None:
    steps = [typed(make), [make.request(fate=Fate.SENT)], [make.finding(Fate.SENT)], back(make)]
    for records in [[record for step in steps for record in step]] if commits == 1 else steps:
        kept.take(*records)
    assert (lines(kept), companies(kept)) == ([TRIED], 0)
    assert kept.rows("SELECT rows FROM visits") == [(3,)]
    assert kept.rows("SELECT sum(went_out) FROM contacts") == [(0,)]


@pytest.mark.parametrize("fate", [Fate.SENT, Fate.STOPPED_BY_ANOTHER])
def test_one_that_was_typed_in_goes_by_the_filter_and_a_copy_has_all_it_told_with_it(kept: Any, make: Any, fate: Fate) -> None:
    kept.take(*typed(make, fate=fate))
    kept.take(make.request(fate=fate), make.finding(fate))
    (page,) = kept.evidence().pages
    assert [(one.filter, len(one.sentences)) for one in page.requests] == [("||facebook.com/tr", 2)]
    assert companies(kept) == (fate is Fate.SENT)
    assert kept.rows("SELECT rows FROM visits") == [(4,)]
    assert len(lines(kept)) == 2
    assert set(broken(kept.connections[0])) <= {"a contact that its visit did not have"}  # its host was met without a filter, too


def test_what_the_first_of_two_in_the_same_moment_told_stays_when_the_second_is_taken_back(kept: Any, make: Any) -> None:
    kept.take(*typed(make), make.request(fate=Fate.SENT), make.finding(Fate.SENT))
    kept.take(make.request("r2", fate=Fate.SENT), make.fate(Fate.ATTEMPTED, "r2"))
    assert (len(lines(kept)), companies(kept)) == (2, 1)
    assert TOLD in lines(kept)


@pytest.mark.parametrize("first", ["r1", "r2"])
def test_of_two_that_were_typed_in_at_the_same_moment_what_is_told_stays_until_neither_went_out(kept: Any, make: Any, first: str) -> None:
    second = "r2" if first == "r1" else "r1"
    kept.take(*typed(make), *typed(make, "r2")[1:])
    kept.take(make.request(fate=Fate.SENT))
    kept.take(make.fate(Fate.ATTEMPTED, first))
    assert (set(lines(kept)), companies(kept)) == ({"Meta (Facebook) was told typed."}, 1)
    kept.take(make.fate(Fate.ATTEMPTED, second))
    assert (lines(kept), companies(kept)) == ([TRIED_TO], 0)


def test_a_request_that_is_told_of_again_changes_nothing(kept: Any, make: Any) -> None:
    kept.take(*sent(make))
    before = kept.everything()
    kept.take(make.request(), make.request(fate=Fate.SENT))
    assert kept.everything() == before


def on_disk(open_on_disk: Open, make: Any) -> Any:
    """A history in a file, which says that somebody was told."""
    kept = open_on_disk(DAYS_30)
    kept.make()
    kept.take(*sent(make))
    assert (lines(kept), companies(kept)) == ([TOLD], 1)
    return kept


@pytest.mark.parametrize("left", [False, True], ids=["open", "left"])
def test_the_file_is_put_right_where_the_page_goes_on_in_memory(open_on_disk: Open, make: Any, *, left: bool) -> None:
    kept = on_disk(open_on_disk, make)
    kept.store.follow(UNTIL_CLOSE)
    if left:
        kept.take(make.closed())
    kept.take(make.fate(Fate.ATTEMPTED))
    assert (lines(kept), companies(kept)) == ([TRIED_TO], 0)


def test_memory_is_put_right_where_the_page_goes_on_in_the_file(open_on_disk: Open, make: Any) -> None:
    kept = open_on_disk(UNTIL_CLOSE)
    kept.make()
    kept.take(*sent(make))
    kept.store.follow(DAYS_30)
    kept.take(make.page("p2"), make.fate(Fate.ATTEMPTED))
    assert companies(kept) == 0


@pytest.mark.parametrize("left", [False, True], ids=["open", "left"])
def test_what_is_heard_while_it_is_locked_is_put_right_at_its_opening(open_on_disk: Open, make: Any, *, left: bool) -> None:
    kept = on_disk(open_on_disk, make)
    if left:
        kept.take(make.closed())
    kept.lock()
    kept.take(make.fate(Fate.ATTEMPTED))
    kept.unlock()
    assert (lines(kept), companies(kept)) == ([TRIED_TO], 0)


def test_so_is_what_the_person_has_answered_anew_about_meanwhile(open_on_disk: Open, make: Any) -> None:
    kept = on_disk(open_on_disk, make)
    kept.store.follow(UNTIL_CLOSE)
    kept.lock()
    kept.take(make.fate(Fate.ATTEMPTED))
    kept.unlock()
    assert (lines(kept), companies(kept)) == ([TRIED_TO], 0)


def test_one_that_is_open_again_hears_of_a_page_that_was_not_taken_in_any_more(open_on_disk: Open, make: Any) -> None:
    kept = on_disk(open_on_disk, make)
    kept.lock()
    kept.store.follow(UNTIL_CLOSE)
    kept.unlock()
    kept.take(make.fate(Fate.ATTEMPTED))
    assert (lines(kept), companies(kept)) == ([TRIED_TO], 0)


def test_an_answer_while_it_is_locked_proves_that_it_went_out(open_on_disk: Open, make: Any) -> None:
    kept = on_disk(open_on_disk, make)
    kept.lock()
    kept.take(make.fate(Fate.ATTEMPTED), make.fate(Fate.ANSWERED))
    kept.unlock()
    assert (lines(kept), companies(kept)) == ([TOLD], 1)


def test_no_more_than_some_wait_and_those_that_were_heard_of_first(open_on_disk: Open, make: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(taken_back, "MAX_WAITING", 2)
    kept = on_disk(open_on_disk, make)
    kept.take(*(make.request(f"q{n}", after=5 + n, fate=Fate.SENT) for n in range(3)))
    kept.lock()
    kept.take(*(make.fate(Fate.ATTEMPTED, name) for name in ("r1", "q0", "q1", "q2")))
    kept.unlock()
    assert sorted(row.fate for row in kept.told().requests) == [Fate.ATTEMPTED, Fate.ATTEMPTED, Fate.SENT, Fate.SENT]


def test_after_everything_is_erased_nothing_waits(open_on_disk: Open, make: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    taken: list[Record] = []
    kept = on_disk(open_on_disk, make)
    kept.lock()
    kept.take(make.fate(Fate.ATTEMPTED))
    kept.erase()
    monkeypatch.setattr(Shelf, "take", lambda _shelf, record: taken.append(record))
    kept.make()
    assert taken == []


def test_of_a_visit_that_was_deleted_meanwhile_nothing_waits(open_on_disk: Open, make: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    taken: list[Record] = []
    kept = on_disk(open_on_disk, make)
    kept.lock()
    kept.forget_visit("v1")
    monkeypatch.setattr(Shelf, "take", lambda _shelf, record: taken.append(record))
    kept.take(make.fate(Fate.ATTEMPTED))
    kept.unlock()
    assert taken == []


def test_a_bug_in_taking_back_costs_no_report(
    kept: Any, make: Any, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(_recorder: Recorder) -> None:
        raise RuntimeError(make.page().url)

    kept.take(*sent(make))
    monkeypatch.setattr(Recorder, "put_right", fail)
    with caplog.at_level(logging.ERROR):
        kept.take(*back(make), make.page("p2", "v2"), make.submission(page="p2"))
    assert kept.shown() == {"v1", "v2"}
    assert "taking back what went to nobody failed: RuntimeError" in caplog.text
    assert "police.example" not in caplog.text


def test_companies_are_counted_once_a_commit_however_many_were_taken_back(make: Any) -> None:
    db = ready(in_memory)
    writer, many = Writer(db, IN_FILE), range(200)
    writer.keep([make.page(), *(make.request(f"r{n}", after=n, host=f"h{n}.t.example", fate=Fate.SENT) for n in many)])
    steps = 0

    def step() -> int:
        nonlocal steps
        steps += 1
        return 0

    db.conn.set_progress_handler(step, 100)
    writer.keep([make.fate(Fate.ATTEMPTED, f"r{n}") for n in many])
    db.conn.set_progress_handler(None, 1)
    assert db.execute("SELECT companies FROM visits").fetchall() == [(0,)]
    assert steps < 1000
