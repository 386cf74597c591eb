"""The command line beside the app itself: the store has the history open, and goes on."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.history.conftest import PASSPHRASE

from netcurtain.core.keeping import Deleted, Deletion, Kept
from netcurtain.core.settings import Retention
from netcurtain.history import beside, vault
from netcurtain.history.beside import Beside
from netcurtain.history.passphrases import Passphrases
from netcurtain.history.retention import DAY

Open = Callable[..., Any]
ALWAYS = 0.0


def look(app: Any) -> Beside:
    key = Passphrases(app.folder).open(PASSPHRASE)
    assert isinstance(key, bytes)
    return Beside(app.folder, key, ALWAYS)


@pytest.fixture
def app(open_on_disk: Open, make: Any) -> Any:
    """It keeps every page, and has one visit."""
    app = open_on_disk()
    assert app.make().opened
    app.take(make.page(), make.request(), make.submission())
    return app


def test_what_the_app_has_committed_is_read(app: Any, make: Any) -> None:
    with look(app) as history:
        assert [row.visit for row in history.visits()] == ["v1"]
        app.take(make.page("p2", "v2"))
        assert len([*history.visits()]) == 2
    assert app.troubles == []


def test_reading_notes_no_gap_in_what_the_app_took_in(app: Any, wall: Any) -> None:
    wall.milliseconds += 600_000
    with look(app) as history:
        assert history.gaps() == ()
    assert app.gaps() == ()


def test_what_is_deleted_is_gone_from_the_app_as_well(app: Any, make: Any) -> None:
    app.take(make.page("p2", "v2"))
    with look(app) as history:
        assert history.forget("v1") == Deletion(True)
    assert app.shown() == {"v2"}
    app.take(make.request("r9"), make.submission("s9"), make.page("p3", "v3"))
    assert app.shown() == {"v2", "v3"}
    assert app.troubles == []


def test_a_history_that_the_app_has_locked_is_read_and_stays_locked(app: Any) -> None:
    app.lock()
    with look(app) as history:
        assert [row.visit for row in history.visits()] == ["v1"]
    assert app.store.kept is Kept.LOCKED
    assert app.unlock().opened
    assert app.shown() == {"v1"}
    assert app.troubles == []


def test_the_app_lets_go_of_what_is_erased_beside_it(app: Any, make: Any) -> None:
    assert beside.erase(app.folder) == Deletion(True)
    app.take(make.page("p2", "v2"))
    assert app.store.kept is Kept.NONE
    assert app.shown() <= {"v2"}
    assert not vault.Vault(app.folder).exists()
    assert app.files() == set()


def test_a_page_that_is_still_open_does_not_bring_back_what_was_deleted(app: Any, make: Any) -> None:
    with look(app) as history:
        history.forget("v1")
    app.take(make.page(title="Another title"), make.request("r9"))
    assert app.shown() == set()


def deleted_beside(app: Any) -> None:
    with look(app) as history:
        assert history.forget("v1") == Deletion(True)


@pytest.mark.parametrize("locked", [False, True], ids=["while it is open", "while it is locked"])
def test_neither_after_a_lock(app: Any, make: Any, locked: bool) -> None:
    if not locked:
        deleted_beside(app)
    app.lock()
    if locked:
        deleted_beside(app)
    app.unlock()
    app.take(make.page(title="Another title"), make.request("r9"))
    assert app.shown() == set()


def test_neither_where_it_was_chosen_from_memory(open_on_disk: Open, make: Any) -> None:
    app = open_on_disk(Retention.CHOSEN)
    app.make()
    app.take(make.page())
    assert app.keep_visit("v1")
    deleted_beside(app)
    app.take(make.page(title="Another title"), make.request("r9"))
    assert app.shown() == set()


def test_neither_where_it_was_kept_in_an_earlier_run_and_told_again_in_this_one(app: Any, open_on_disk: Open, make: Any) -> None:
    app.store.stop()
    later = open_on_disk()
    later.unlock()
    later.take(make.page())
    later.visits()
    deleted_beside(later)
    later.take(make.page(title="Another title"))
    assert later.shown() == set()


def test_once_that_is_noticed_its_further_pages_are_refused_and_it_is_told_once(app: Any, make: Any) -> None:
    deleted_beside(app)
    app.take(make.page(title="Another title"))
    app.shown()
    app.take(make.page("p2"), make.page(title="And another"), make.page("p3", "v3"))
    assert app.shown() == {"v3"}
    assert app.deleted == [Deleted(frozenset({"v1"}))]


def test_nor_does_a_further_page_of_it_begin_it_anew(app: Any, make: Any) -> None:
    deleted_beside(app)
    app.take(make.page("p2"), make.submission("s2", "p2"), make.page("p3", "v3"))
    assert app.shown() == {"v3"}
    app.take(make.page("p4"))
    assert app.shown() == {"v3"}
    assert app.deleted == [Deleted(frozenset({"v1"}))]


def test_nor_does_a_further_page_of_one_that_was_chosen_from_memory(open_on_disk: Open, make: Any) -> None:
    app = open_on_disk(Retention.CHOSEN)
    app.make()
    app.take(make.page())
    assert app.keep_visit("v1")
    deleted_beside(app)
    app.take(make.page("p2"))
    assert app.shown() == set()


def test_what_only_had_its_time_was_deleted_by_nobody(app: Any, make: Any, wall: Any, still: Any) -> None:
    wall.milliseconds += 30 * DAY + 1
    still.seconds += 30 * DAY / 1000
    assert app.shown() == set()
    app.take(make.page(title="Another title"))
    app.shown()
    app.take(make.page("p2", started=make.time + 30 * DAY))
    assert app.shown() == {"v1"}
    assert app.deleted == []


def test_in_a_history_that_was_made_anew_on_another_disk_nothing_was_deleted(app: Any, make: Any, tmp_path: Path) -> None:
    data = app.folder.parent
    data.rename(tmp_path / "elsewhere")
    app.shown()
    data.mkdir()
    assert app.make("linen on the line").opened
    app.take(make.page(title="Another title"))
    assert app.shown() == {"v1"}
    assert app.deleted == []
