"""A store that keeps pages behind a passphrase: what goes where, what is told of submissions, and what is shown while it is locked."""

import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from netcurtain.core.keeping import Kept, Stored, Unlocking
from netcurtain.core.record import VisitUnkeptRecord
from netcurtain.core.settings import Retention
from netcurtain.history import reading, shelf, wording
from netcurtain.history.retention import REMEMBERED
from netcurtain.history.rows import Gap
from netcurtain.history.trouble import StoreError
from netcurtain.history.writing import Writer

TIMEOUT = 20
SOON, UNTIL_CLOSE, CHOSEN, DAYS_7, DAYS_30 = Retention
Open = Callable[..., Any]


def places(kept: Any) -> dict[str, bool]:
    """Every visit that is shown, and whether it is on disk."""
    return {row.visit: row.on_disk for row in kept.visits()}


def test_until_a_passphrase_was_made_pages_go_to_memory_and_nothing_is_on_disk(open_on_disk: Open, make: Any) -> None:
    kept = open_on_disk(DAYS_30)
    kept.take(make.page(), make.submission())
    assert kept.store.kept is Kept.NONE
    assert places(kept) == {"v1": False}
    assert kept.acknowledged() == {"s1": Stored.IN_MEMORY}
    assert kept.files() == set()


def test_from_then_on_new_pages_go_to_the_file_and_what_is_in_memory_stays_there(open_on_disk: Open, make: Any) -> None:
    kept = open_on_disk(DAYS_30)
    kept.take(make.page())
    assert kept.make() == Unlocking(True)
    assert kept.store.kept is Kept.OPEN
    kept.take(make.page("p2", "v2"), make.submission("s2", "p2"), make.submission("s1", "p1"))
    assert places(kept) == {"v1": False, "v2": True}
    assert kept.acknowledged() == {"s1": Stored.IN_MEMORY, "s2": Stored.STORED}
    assert kept.stands == [Kept.OPEN]


def test_what_was_kept_is_there_in_the_next_run_and_locked_until_the_passphrase_is_said(open_on_disk: Open, make: Any) -> None:
    first = open_on_disk(DAYS_30)
    first.make()
    first.take(make.page(), make.request(), make.submission())
    first.store.stop()
    kept = open_on_disk(DAYS_30)
    assert kept.store.kept is Kept.LOCKED
    assert kept.visits() == ()
    assert kept.story("v1") is None
    assert kept.unlock("another passphrase") == Unlocking(False, wording.WRONG_WORDS, 1.0)
    assert kept.visits() == ()
    kept.store.stop()
    again = open_on_disk(DAYS_30)
    assert again.unlock().wait == pytest.approx(1.0)


def test_with_the_passphrase_it_opens(open_on_disk: Open, make: Any) -> None:
    first = open_on_disk(DAYS_30)
    first.make()
    first.take(make.page(), make.request(), make.submission())
    first.store.stop()
    kept = open_on_disk(DAYS_30)
    assert kept.unlock() == Unlocking(True)
    assert places(kept) == {"v1": True}
    story = kept.told("v1")
    assert story.row.on_disk
    assert len(story.requests) == 1
    assert kept.unlock() == Unlocking(True)


def test_while_it_is_locked_nothing_is_taken_in_and_the_gap_is_noted(open_on_disk: Open, make: Any, wall: Any) -> None:
    kept = open_on_disk(DAYS_30)
    kept.make()
    kept.take(make.page(), make.submission())
    wall.milliseconds += 1000
    kept.lock()
    kept.take(make.page("p2", "v2"), make.request(page="p2"), make.submission("s2", "p2"), make.submission("s3", "p1"))
    assert kept.visits() == ()
    assert kept.gaps() == ()
    locked = wall.milliseconds
    wall.milliseconds += 5000
    kept.unlock()
    kept.take(make.submission("s4", "p2"), make.submission("s5", "p1"))
    assert places(kept) == {"v1": True}
    assert kept.gaps() == (Gap(locked, locked + 5000),)
    assert kept.acknowledged() == {
        "s1": Stored.STORED,
        "s2": Stored.LOCKED,
        "s3": Stored.LOCKED,
        "s4": Stored.LOCKED,
        "s5": Stored.STORED,
    }
    assert kept.stands == [Kept.OPEN, Kept.LOCKED, Kept.OPEN]


def test_a_gap_begins_where_the_last_page_was_taken_in_though_netcurtain_was_killed(
    open_on_disk: Open, make: Any, still: Any, wall: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = open_on_disk(DAYS_30)
    kept.make()
    kept.visits()
    wall.milliseconds += 120_000
    still.seconds += 120
    kept.take(make.page())
    taken = wall.milliseconds
    wall.milliseconds += 500_000
    monkeypatch.setattr(kept.store._shelves._disk, "close", lambda: None)
    kept.store.stop()
    again = open_on_disk(DAYS_30)
    again.unlock()
    assert again.gaps() == (Gap(taken, taken + 500_000),)


def test_while_it_is_locked_no_file_has_a_host_or_a_title_and_neither_has_the_log(
    open_on_disk: Open, make: Any, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    kept = open_on_disk(DAYS_30)
    kept.make()
    for number in range(50):
        kept.store.keep(
            [
                make.page(f"p{number}", f"v{number}", f"visited-{number}.example", title=f"Marked title {number}"),
                make.request(page=f"p{number}", host=f"tracker-{number}.example"),
                make.finding(page=f"p{number}"),
                make.submission(f"s{number}", f"p{number}"),
            ]
        )
    assert len(kept.visits()) == 50
    kept.lock()
    names = "".join(str(path) for path in tmp_path.rglob("*"))
    content = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    assert content
    for text in ("visited-", "Marked title", "tracker-", "Meta (Facebook)"):
        for spelling in ("utf-8", "utf-16-le", "utf-16-be"):
            assert text.encode(spelling) not in content
        assert text not in names
        assert text not in caplog.text


def test_the_files_are_for_this_person_alone(open_on_disk: Open, make: Any) -> None:
    kept = open_on_disk(DAYS_30)
    kept.make()
    kept.take(make.page())
    assert kept.folder.stat().st_mode & 0o777 == 0o700
    assert {"key", "history.db", "history.db-wal", "history.db-shm", "ballast"} <= kept.files()
    assert {path.stat().st_mode & 0o777 for path in kept.folder.iterdir()} == {0o600}


def test_where_the_file_cannot_be_read_any_more_a_question_is_answered_and_that_is_told(
    open_on_disk: Open, make: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise StoreError(wording.DAMAGED)

    kept = open_on_disk(DAYS_30)
    kept.make()
    kept.take(make.page())
    for question in ("visits", "story"):
        monkeypatch.setattr(reading, question, refuse)
    assert kept.visits() == ()
    assert kept.story("v1") is None
    assert kept.troubles == [wording.DAMAGED]


# Only the ones I choose


def test_keep_moves_a_visit_into_the_file_with_what_its_pages_still_do(open_on_disk: Open, make: Any) -> None:
    kept = open_on_disk(CHOSEN)
    kept.make()
    kept.take(make.page(), make.request("r1"), make.submission("s1"), make.page("q1", "v2"))
    assert places(kept) == {"v1": False, "v2": False}
    assert kept.keep_visit("v1") is True
    kept.take(make.request("r2", after=1), make.submission("s2"), make.page("p2"), make.submission("s3", "p2"))
    assert places(kept) == {"v1": True, "v2": False}
    assert [row.chosen for row in kept.visits() if row.visit == "v1"] == [True]
    assert len(kept.told("v1").requests) == 2
    assert kept.acknowledged() == {"s1": Stored.IN_MEMORY, "s2": Stored.STORED, "s3": Stored.STORED}
    kept.store.stop()
    again = open_on_disk(CHOSEN)
    again.unlock()
    assert places(again) == {"v1": True}


def test_a_visit_that_was_kept_is_not_forgotten_because_its_pages_were_left(open_on_disk: Open, make: Any, still: Any) -> None:
    kept = open_on_disk(CHOSEN)
    kept.make()
    kept.take(make.page(), make.closed())
    assert kept.keep_visit("v1") is True
    kept.store.follow(SOON)
    still.seconds += REMEMBERED[SOON]
    assert places(kept) == {"v1": True}
    assert kept.changes.empty()


def test_while_it_is_locked_memory_goes_on_and_is_hidden_with_the_rest(open_on_disk: Open, make: Any) -> None:
    kept = open_on_disk(CHOSEN)
    kept.make()
    kept.lock()
    kept.take(make.page(), make.submission())
    assert kept.visits() == ()
    assert kept.story("v1") is None
    assert kept.keep_visit("v1") is False
    assert kept.acknowledged() == {"s1": Stored.IN_MEMORY}
    kept.unlock()
    assert places(kept) == {"v1": False}


def test_a_visit_that_is_not_there_cannot_be_kept(open_on_disk: Open, make: Any) -> None:
    kept = open_on_disk(CHOSEN)
    kept.take(make.page())
    assert kept.keep_visit("v1") is False
    kept.make()
    assert kept.keep_visit("v9") is False
    assert places(kept) == {"v1": False}


def test_where_a_visit_could_not_be_copied_it_stays_in_memory_and_that_is_told(
    open_on_disk: Open, make: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> bool:
        raise StoreError(wording.DISK_FULL)

    kept = open_on_disk(CHOSEN)
    kept.make()
    kept.take(make.page())
    monkeypatch.setattr(Writer, "copy_visit", full)
    for presses in (1, 2):  # whoever presses again may have closed the line that said why
        assert kept.keep_visit("v1") is False
        assert kept.troubles == [wording.DISK_FULL] * presses
    assert places(kept) == {"v1": False}


# The person changes their mind


def test_from_days_to_until_i_close_open_pages_go_on_in_memory_as_new_ones_do(open_on_disk: Open, make: Any) -> None:
    kept = open_on_disk(DAYS_30)
    kept.make()
    kept.take(make.page())
    kept.store.follow(UNTIL_CLOSE)
    kept.take(make.submission("s1"), make.page(title="Another title"), make.page("p2", "v2"), make.submission("s2", "p2"))
    assert places(kept) == {"v1": True, "v2": False}
    kept.lock()
    assert places(kept) == {"v1": False, "v2": False}
    assert kept.acknowledged() == {"s1": Stored.IN_MEMORY, "s2": Stored.IN_MEMORY}


def test_on_leaving_days_what_waits_is_kept_as_it_was_meant_and_a_chosen_visit_goes_on_in_the_file(
    open_on_disk: Open, make: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shelf, "COMMIT_SECONDS", 10_000.0)
    kept = open_on_disk(DAYS_30)
    kept.make()
    kept.take(make.page(), make.page("p2", "v2"))
    assert kept.keep_visit("v1")
    kept.store.keep([make.page("p3", "v3")])
    kept.store.follow(CHOSEN)
    kept.take(make.submission("s1"), make.submission("s2", "p2"), make.submission("s3", "p3"))
    assert kept.acknowledged() == {"s1": Stored.STORED, "s2": Stored.IN_MEMORY, "s3": Stored.IN_MEMORY}
    assert places(kept) == {"v1": True, "v2": True, "v3": True}


def test_pages_that_were_open_when_it_was_locked_are_not_taken_in_after_leaving_days(open_on_disk: Open, make: Any) -> None:
    kept = open_on_disk(DAYS_30)
    kept.make()
    kept.take(make.page())
    kept.lock()
    kept.store.follow(UNTIL_CLOSE)
    kept.take(make.page(title="Another title"), make.submission())
    assert kept.acknowledged() == {"s1": Stored.LOCKED}
    assert places(kept) == {}


def test_an_answer_holds_for_pages_that_come_after_it_and_not_for_those_before(open_on_disk: Open, make: Any) -> None:
    kept = open_on_disk(UNTIL_CLOSE)
    kept.make()
    go_on = kept.hold()
    kept.store.keep([make.page()])
    kept.store.follow(DAYS_30)
    kept.store.keep([make.page("p2", "v2")])
    go_on.set()
    assert places(kept) == {"v1": False, "v2": True}


def test_a_visit_that_began_in_memory_and_goes_on_in_the_file_is_one(open_on_disk: Open, make: Any) -> None:
    kept = open_on_disk(UNTIL_CLOSE)
    kept.take(make.page(), make.request())
    kept.make()
    kept.store.follow(DAYS_30)
    kept.take(make.page("p2", started=make.time + 5), make.request(page="p2", after=6))
    (row,) = kept.visits()
    assert (row.visit, row.started, row.on_disk) == ("v1", make.time, True)
    assert len(kept.told("v1").requests) == 2


# Don't keep this one


@pytest.mark.parametrize("retention", [UNTIL_CLOSE, CHOSEN, DAYS_30])
def test_a_visit_that_is_not_wanted_goes_at_once_with_all_that_follows(open_on_disk: Open, make: Any, retention: Retention) -> None:
    kept = open_on_disk(retention)
    kept.make()
    kept.take(make.page(), make.submission("s1"), make.page("q1", "v2"))
    kept.take(VisitUnkeptRecord("v1"), make.submission("s2"), make.page("p2"), make.submission("s3", "p2"), make.submission("s4", "q1"))
    stored = Stored.STORED if retention is DAYS_30 else Stored.IN_MEMORY
    assert set(places(kept)) == {"v2"}
    assert kept.acknowledged() == {"s1": stored, "s2": Stored.NOT_WANTED, "s3": Stored.NOT_WANTED, "s4": stored}
    assert kept.changes.qsize() == 1


def test_one_that_is_not_wanted_while_it_is_locked_goes_before_anything_is_shown(open_on_disk: Open, make: Any) -> None:
    kept = open_on_disk(DAYS_30)
    kept.make()
    kept.take(make.page(), make.page("q1", "v2"))
    kept.lock()
    kept.take(VisitUnkeptRecord("v1"))
    kept.unlock()
    assert places(kept) == {"v2": True}
    kept.lock()
    kept.unlock()
    assert places(kept) == {"v2": True}
