""" "Don't keep this one" holds whatever is in the way: the popup has said already that the visit is not kept."""

import threading
from collections.abc import Callable
from typing import Any

import pytest

from netcurtain.core.keeping import Deletion
from netcurtain.core.record import VisitUnkeptRecord
from netcurtain.core.settings import Retention
from netcurtain.history import at_opening, wording, worker
from netcurtain.history.doomed import Doomed
from netcurtain.history.kept_shelf import KeptShelf
from netcurtain.history.trouble import StoreError

Open = Callable[..., Any]
UNKEPT = VisitUnkeptRecord("v1")


@pytest.fixture
def in_the_way(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """While it is set, nothing can be deleted from the file."""
    event = threading.Event()
    really = KeptShelf.delete

    def delete(self: KeptShelf, what: Doomed) -> bool:
        if event.is_set():
            raise StoreError(wording.IN_USE)
        return really(self, what)

    monkeypatch.setattr(KeptShelf, "delete", delete)
    monkeypatch.setattr(at_opening, "RETRY_SECONDS", 0.02)
    return event


@pytest.fixture
def kept(open_on_disk: Open, make: Any) -> Any:
    kept = open_on_disk(Retention.DAYS_7)
    kept.make()
    kept.take(make.page(), make.page("p2", "v2"))
    return kept


def wait_until(kept: Any, shown: set[str]) -> None:
    """Each question is a job, so that the thread comes to what is due."""
    for _ in range(100_000):
        if kept.shown() == shown:
            return
    raise AssertionError(kept.shown())


def test_where_the_disk_was_in_the_way_it_is_deleted_later_by_itself(kept: Any, in_the_way: threading.Event) -> None:
    in_the_way.set()
    kept.take(UNKEPT)
    assert kept.shown() == {"v1", "v2"}
    assert kept.troubles == [wording.IN_USE]
    in_the_way.clear()
    wait_until(kept, {"v2"})
    assert "unkept" not in kept.files()


def test_so_it_is_where_the_disk_was_in_the_way_when_it_was_opened(kept: Any, in_the_way: threading.Event) -> None:
    kept.lock()
    kept.take(UNKEPT)
    in_the_way.set()
    assert kept.unlock().opened
    assert kept.shown() == {"v1", "v2"}
    in_the_way.clear()
    wait_until(kept, {"v2"})


def test_of_a_site_the_visits_that_began_since_were_not_meant(kept: Any, in_the_way: threading.Event, make: Any) -> None:
    kept.lock()
    kept.forget_site("police.example")
    in_the_way.set()
    kept.unlock()
    kept.take(make.page("p3", "v3"))
    assert kept.shown() == {"v1", "v2", "v3"}
    in_the_way.clear()
    wait_until(kept, {"v3"})


def test_it_is_known_after_netcurtain_was_started_anew(kept: Any, open_on_disk: Open) -> None:
    kept.lock()
    kept.take(UNKEPT)
    assert "unkept" in kept.files()
    kept.store.stop()
    later = open_on_disk(Retention.DAYS_7)
    assert later.unlock().opened
    assert later.shown() == {"v2"}
    assert "unkept" not in later.files()


def test_what_is_not_to_be_kept_of_several_runs_is_all_known(kept: Any, open_on_disk: Open) -> None:
    kept.lock()
    kept.take(UNKEPT)
    kept.store.stop()
    between = open_on_disk(Retention.DAYS_7)
    between.take(VisitUnkeptRecord("v2"))
    between.store.stop()
    later = open_on_disk(Retention.DAYS_7)
    later.unlock()
    assert later.shown() == set()


def test_what_could_not_be_deleted_before_a_lock_is_gone_before_anything_is_shown_after_it(
    kept: Any, in_the_way: threading.Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(at_opening, "RETRY_SECONDS", 10_000.0)
    in_the_way.set()
    kept.take(UNKEPT)
    kept.lock()
    in_the_way.clear()
    kept.unlock()
    assert kept.shown() == {"v2"}


def test_so_it_is_where_the_disk_was_in_the_way_until_the_end(kept: Any, open_on_disk: Open, in_the_way: threading.Event) -> None:
    in_the_way.set()
    kept.take(UNKEPT)
    kept.store.stop()
    in_the_way.clear()
    later = open_on_disk(Retention.DAYS_7)
    later.unlock()
    assert later.shown() == {"v2"}


def test_everything_erased_takes_the_list_with_it(kept: Any) -> None:
    kept.lock()
    kept.take(UNKEPT)
    assert kept.erase() == Deletion(True)
    assert kept.files() == set()


def test_it_is_taken_though_very_much_waits(kept: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    go_on = kept.hold()
    monkeypatch.setattr(worker, "MAX_JOBS", 0)
    kept.store.keep([UNKEPT])
    monkeypatch.undo()
    go_on.set()
    assert kept.shown() == {"v2"}


def test_after_everything_was_erased_a_visit_that_goes_on_is_kept_again_with_its_further_pages(kept: Any, make: Any) -> None:
    kept.erase()
    kept.make("linen on the line")
    kept.take(make.page(title="Another title"), make.page("p9"))
    assert kept.shown() == {"v1"}
    assert [row.on_disk for row in kept.visits()] == [True]
    assert len(kept.told().lines) == 1
