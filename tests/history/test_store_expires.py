"""What has had its time goes from the kept file: before anything is shown, and every hour while it is open."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from netcurtain.core.settings import Retention
from netcurtain.history import aging, kept_shelf, wording
from netcurtain.history.kept_file import KeptFile
from netcurtain.history.kept_folder import KeptFolder
from netcurtain.history.retention import DAY
from netcurtain.history.shelf import RETRY_SECONDS
from netcurtain.history.trouble import StoreError
from netcurtain.history.writing import Writer

TIMEOUT = 20
SOON, UNTIL_CLOSE, CHOSEN, DAYS_7, DAYS_30 = Retention
Open = Callable[..., Any]


def places(kept: Any) -> dict[str, bool]:
    """Every visit that is shown, and whether it is on disk."""
    return {row.visit: row.on_disk for row in kept.visits()}


@pytest.mark.parametrize(("retention", "days"), [(DAYS_7, 7), (DAYS_30, 30), (CHOSEN, 30)])
def test_a_visit_that_has_had_its_time_goes_before_anything_is_shown_but_not_a_chosen_one(
    open_on_disk: Open, make: Any, wall: Any, retention: Retention, days: int
) -> None:
    kept = open_on_disk(DAYS_30)
    kept.make()
    kept.take(make.page(), make.page("p2", "v2", started=make.time + 1), make.page("q1", "v3", started=make.time + DAY))
    kept.keep_visit("v2")
    kept.lock()
    kept.store.follow(retention)
    wall.milliseconds = make.time + days * DAY + 2
    kept.unlock()
    assert places(kept) == {"v2": True, "v3": True}


@pytest.mark.parametrize("more", [0, 1])
def test_where_many_have_had_their_time_the_file_is_laid_out_anew(
    open_on_disk: Open, make: Any, wall: Any, monkeypatch: pytest.MonkeyPatch, more: int
) -> None:
    rebuilt: list[object] = []

    def rebuild(db: object) -> bool:
        rebuilt.append(db)
        return True

    monkeypatch.setattr(kept_shelf, "rebuild", rebuild)
    kept = open_on_disk(DAYS_30)
    kept.make()
    kept.take(*(make.page(f"p{n}", f"v{n}") for n in range(kept_shelf.MANY + more)))
    kept.lock()
    wall.milliseconds = make.time + 30 * DAY + 1
    kept.unlock()
    assert kept.visits() == ()
    assert len(rebuilt) == more


def test_just_before_its_time_it_is_still_there(open_on_disk: Open, make: Any, wall: Any) -> None:
    kept = open_on_disk(DAYS_7)
    kept.make()
    kept.take(make.page())
    kept.lock()
    wall.milliseconds = make.time + 7 * DAY
    kept.unlock()
    assert places(kept) == {"v1": True}


def test_while_it_is_open_it_looks_every_hour(open_on_disk: Open, make: Any, still: Any, wall: Any) -> None:
    kept = open_on_disk(DAYS_7)
    kept.make()
    kept.take(make.page())
    still.seconds += kept_shelf.EXPIRE_SECONDS - 1
    wall.milliseconds += 7 * DAY + 1
    assert places(kept) == {"v1": True}
    still.seconds += 7 * DAY / 1000
    assert places(kept) == {}
    assert kept.changes.qsize() == 1


def test_a_shorter_answer_holds_at_once(open_on_disk: Open, make: Any, still: Any, wall: Any) -> None:
    kept = open_on_disk(DAYS_30)
    kept.make()
    kept.visits()  # it has looked at the clocks, and not while they are moved on one after the other
    wall.milliseconds += 20 * DAY
    still.seconds += 20 * DAY / 1000
    kept.take(make.page(), make.page("p2", "v2", started=wall.milliseconds))
    assert places(kept) == {"v1": True, "v2": True}
    kept.store.follow(DAYS_7)
    kept.visits()
    assert places(kept) == {"v2": True}


def test_it_wakes_by_itself_to_look(open_on_disk: Open, make: Any, still: Any, wall: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(aging, "LONGEST_PAUSE", 0.02)
    kept = open_on_disk(DAYS_7)
    kept.make()
    kept.take(make.page())
    wall.milliseconds += 8 * DAY
    still.seconds += 8 * DAY / 1000
    kept.changed()
    assert places(kept) == {}


@pytest.fixture
def full_disk(monkeypatch: pytest.MonkeyPatch) -> Callable[[Any], Path]:
    """From now on nothing can be written over this history's visits while the ballast takes its room."""

    def fill(kept: Any) -> Path:
        ballast = KeptFolder(kept.folder).ballast
        really = Writer.expire

        def expire(writer: Writer, before: float) -> bool:
            if ballast.stat().st_size:
                raise StoreError(wording.DISK_FULL)
            return really(writer, before)

        monkeypatch.setattr(Writer, "expire", expire)
        return ballast

    return fill


def test_on_a_full_disk_the_ballast_makes_room_for_it(open_on_disk: Open, make: Any, still: Any, wall: Any, full_disk: Any) -> None:
    kept = open_on_disk(DAYS_7)
    kept.make()
    kept.take(make.page())
    ballast = full_disk(kept)
    wall.milliseconds += 7 * DAY + 1
    still.seconds += 7 * DAY / 1000
    assert places(kept) == {}
    assert kept.troubles == []
    assert ballast.stat().st_size > 0, "the room is taken again for the next time"


def test_where_it_fails_there_is_another_try_in_seconds(
    open_on_disk: Open, make: Any, still: Any, wall: Any, full_disk: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = open_on_disk(DAYS_7)
    kept.make()
    kept.take(make.page())
    full_disk(kept)
    wall.milliseconds += 7 * DAY + 1
    still.seconds += 7 * DAY / 1000
    with monkeypatch.context() as patch:
        patch.setattr(KeptFile, "free_ballast", lambda _file: False)
        assert places(kept) == {"v1": True}
        assert kept.troubles == [wording.DISK_FULL]
    still.seconds += RETRY_SECONDS
    assert places(kept) == {}


def test_nothing_is_left_of_a_torn_commit_either(open_on_disk: Open, make: Any, still: Any, wall: Any) -> None:
    kept = open_on_disk(DAYS_7)
    kept.make()
    kept.take(make.page())
    torn = kept.folder / "history-damaged-1.db-torn"
    torn.write_bytes(b"pages of many visits")
    wall.milliseconds += 7 * DAY + 1
    still.seconds += 7 * DAY / 1000
    assert places(kept) == {}
    assert not torn.exists()


def test_a_word_that_laying_the_database_out_anew_takes_away_is_no_trouble(
    open_on_disk: Open, make: Any, still: Any, wall: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = open_on_disk(DAYS_7)
    kept.make()
    kept.take(make.page())
    found = [("history.db",), ()]
    monkeypatch.setattr(kept_shelf.KeptShelf, "traces", lambda *_: found.pop(0))
    wall.milliseconds += 8 * DAY
    still.seconds += 8 * DAY / 1000
    assert places(kept) == {}
    assert (found, kept.troubles) == ([], [])
