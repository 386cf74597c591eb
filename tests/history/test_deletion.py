"""What SQLite itself leaves behind of rows that it moved is found after a deletion, and gone before the answer is given."""

from collections.abc import Callable
from contextlib import closing
from typing import Any

import pytest
from tests.history.conftest import PASSPHRASE

from netcurtain.core.keeping import Deletion
from netcurtain.core.settings import Retention
from netcurtain.history import deletion, kept_shelf
from netcurtain.history.database import encrypted, transaction
from netcurtain.history.kept_folder import KeptFolder
from netcurtain.history.traces import traces
from netcurtain.history.vault import Vault

HOST = "marked-host.example"


@pytest.mark.parametrize("rebuilt", [True, False], ids=["laid out anew", "not"])
def test_a_copy_in_free_room_of_the_database_is_gone_too(
    open_on_disk: Callable[..., Any], make: Any, monkeypatch: pytest.MonkeyPatch, rebuilt: bool
) -> None:
    if not rebuilt:
        monkeypatch.setattr(deletion, "rebuild", lambda _db: True)
    kept = open_on_disk(Retention.DAYS_7)
    kept.make()
    kept.take(make.page("m1", "marked-visit", HOST, title="Marked", url=f"https://{HOST}/"), make.page("p1", "stays", "library.example"))
    kept.visits()
    key = Vault(kept.folder).open(PASSPHRASE)
    with closing(encrypted(KeptFolder(kept.folder).database, key)) as db:
        db.execute("PRAGMA secure_delete = OFF")
        with transaction(db):
            db.execute("INSERT INTO organisations (name) VALUES (?)", (HOST,))
        with transaction(db):
            db.execute("DELETE FROM organisations WHERE name = ?", (HOST,))
    assert kept.forget_visit("marked-visit") == (Deletion(True) if rebuilt else Deletion(False, ("history.db",)))
    assert traces(kept.folder, key, [HOST]) == (() if rebuilt else ("history.db",))
    assert [row.visit for row in kept.visits()] == ["stays"]


@pytest.mark.parametrize("rebuilt", [True, False], ids=["laid out anew", "not"])
def test_after_many_visits_no_copy_is_left_though_nobody_can_search_for_words_of_each(
    open_on_disk: Callable[..., Any], make: Any, monkeypatch: pytest.MonkeyPatch, rebuilt: bool
) -> None:
    if not rebuilt:
        monkeypatch.setattr(kept_shelf, "rebuild", lambda _db: True)
    monkeypatch.setattr(deletion, "PART", 20)
    kept = open_on_disk(Retention.DAYS_7)
    kept.make()
    many = range(kept_shelf.MANY + 1)
    kept.take(*(make.page(f"p{n}", f"v{n:03}", HOST, url=f"https://{HOST}/page-{n:03}/", title="") for n in many))
    key = Vault(kept.folder).open(PASSPHRASE)
    with closing(encrypted(KeptFolder(kept.folder).database, key)) as db:
        db.execute("PRAGMA secure_delete = OFF")
        with transaction(db):
            db.execute("INSERT INTO organisations (name) VALUES ('of page-033')")
        with transaction(db):
            db.execute("DELETE FROM organisations")
    assert kept.forget_site(HOST) == Deletion(True)
    assert traces(kept.folder, key, ["page-033"]) == (() if rebuilt else ("history.db",))


def test_while_somebody_reads_many_visits_are_not_said_to_be_gone(open_on_disk: Callable[..., Any], make: Any) -> None:
    kept = open_on_disk(Retention.DAYS_7)
    kept.make()
    kept.take(*(make.page(f"p{n}", f"v{n}", HOST) for n in range(kept_shelf.MANY + 1)))
    key = Vault(kept.folder).open(PASSPHRASE)
    with closing(encrypted(KeptFolder(kept.folder).database, key)) as db:
        db.execute("BEGIN")
        db.execute("SELECT count(*) FROM visits").fetchone()
        assert not kept.forget_site(HOST).gone
        db.execute("ROLLBACK")
    assert kept.forget_site(HOST).gone
