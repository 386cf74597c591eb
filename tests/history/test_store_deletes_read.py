"""Deletions that nobody is told of one by one, while another process reads: what is true meanwhile, and that the rest goes by itself."""

from collections.abc import Callable, Iterator
from contextlib import closing
from typing import Any

import pytest

from netcurtain.core.keeping import Deletion, Kept
from netcurtain.core.record import VisitUnkeptRecord
from netcurtain.core.settings import Retention
from netcurtain.history import aging
from netcurtain.history.database import encrypted
from netcurtain.history.driver import Database
from netcurtain.history.kept_folder import KeptFolder
from netcurtain.history.retention import DAY
from netcurtain.history.traces import traces
from netcurtain.history.vault import Vault

Open = Callable[..., Any]
PASSPHRASE = "curtains in the morning"
MARKERS = ("marked-host.example", "Marked title", "marked-tracker.example")
IN_DATABASE = {"history.db", "history.db-wal"}


@pytest.fixture
def kept(open_on_disk: Open, make: Any, monkeypatch: pytest.MonkeyPatch) -> Any:
    """A visit with markers, begun three days ago, and a later one without."""
    monkeypatch.setattr(aging, "RETRY_SECONDS", 0.0)
    kept = open_on_disk(Retention.DAYS_7)
    kept.make()
    kept.take(
        make.page("m1", "marked", "marked-host.example", title="Marked title", started=make.time - 3 * DAY),
        make.request(page="m1", after=-3 * DAY, host="marked-tracker.example"),
        make.page("p1", "stays", "library.example"),
        make.request(page="p1"),
    )
    return kept


@pytest.fixture
def key(kept: Any) -> bytes:
    return Vault(kept.folder).open(PASSPHRASE)


@pytest.fixture
def reader(kept: Any, key: bytes) -> Iterator[Database]:
    """Somebody else of ours, in the middle of reading. It still sees what it saw when it began, so that must be in a file."""
    with closing(encrypted(KeptFolder(kept.folder).database, key)) as db:
        db.execute("BEGIN")
        assert db.execute("SELECT count(*) FROM visits").fetchone() == (2,)
        yield db


def found(kept: Any, key: bytes) -> set[str]:
    return set(traces(kept.folder, key, MARKERS))


def its_time_is_over(_kept: Any, wall: Any, still: Any) -> None:
    wall.milliseconds += 4 * DAY + 1
    still.seconds += 4 * DAY / 1000


def not_kept(kept: Any, *_: Any) -> None:
    kept.take(VisitUnkeptRecord("marked"))


@pytest.mark.parametrize("delete", [its_time_is_over, not_kept])
def test_its_rows_go_at_once_and_its_traces_as_soon_as_nobody_reads_any_more(
    kept: Any, key: bytes, reader: Database, wall: Any, still: Any, delete: Callable[..., None]
) -> None:
    delete(kept, wall, still)
    assert kept.shown() == {"stays"}
    assert kept.changes.qsize() == 1
    with closing(encrypted(KeptFolder(kept.folder).database, key)) as another:
        assert another.execute("SELECT name FROM visits").fetchall() == [("stays",)]
    assert found(kept, key) & IN_DATABASE
    assert kept.troubles == []  # nothing that a person could do: it goes by itself
    reader.close()
    kept.visits()
    kept.visits()
    assert found(kept, key) == set()
    assert kept.troubles == []


def test_everything_is_gone_for_whoever_comes_later_whatever_somebody_is_reading(kept: Any, reader: Database) -> None:
    assert kept.erase() == Deletion(True)
    assert kept.store.kept is Kept.NONE
    assert kept.files() == set()
    reader.close()
    assert kept.files() == set()
    assert kept.visits() == ()
    assert not kept.unlock().opened
