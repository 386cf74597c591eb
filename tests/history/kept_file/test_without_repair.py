"""Beside the app, nothing is repaired, put aside or written over."""

from collections.abc import Callable
from contextlib import closing

import pytest
from tests.history.kept_file.states import KEY, SITES, names, of_another_key, opened, refusal, write, zero_bytes, zeroed_page

from netcurtain.history import kept_file, wording
from netcurtain.history.database import transaction
from netcurtain.history.kept_file import KeptFile
from netcurtain.history.kept_folder import KeptFolder


@pytest.mark.parametrize("place", [32 + 24 + 100, -1000], ids=["in its middle", "at its end"])
def test_beside_the_app_a_damaged_log_is_not_written_over(crashed: KeptFolder, place: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept_file, "BETWEEN_LOOKS", 0.0)
    write(crashed.wal, place % crashed.wal.stat().st_size, b"damaged")
    before = {crashed.database.read_bytes(), crashed.wal.read_bytes()}
    assert refusal(crashed, may_repair=False) == wording.OPEN_IN_WINDOW
    assert {crashed.database.read_bytes(), crashed.wal.read_bytes()} == before
    assert not crashed.damaged()


def test_beside_the_app_a_log_that_the_app_was_just_writing_is_looked_at_again(
    crashed: KeptFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = crashed.wal.read_bytes()
    write(crashed.wal, 32 + 24 + 100, b"half")
    monkeypatch.setattr(kept_file, "sleep", lambda _seconds: crashed.wal.write_bytes(whole))
    with closing(KeptFile(crashed.path, may_repair=False).open(KEY).db) as db:
        assert names(db) == SITES | {"first", "second", "third"}


@pytest.mark.parametrize("damage", [zero_bytes, zeroed_page, of_another_key])
def test_beside_the_app_nothing_is_put_aside(kept: KeptFolder, damage: Callable[[KeptFolder], None]) -> None:
    damage(kept)
    before = kept.database.read_bytes()
    assert refusal(kept, may_repair=False) == wording.DAMAGED
    assert kept.database.read_bytes() == before
    assert not kept.damaged()


def test_beside_the_app_it_opens_while_the_app_has_it_open(kept: KeptFolder) -> None:
    with opened(kept) as app:
        beside = KeptFile(kept.path, may_repair=False, patience=0.05).open(KEY)
        with closing(beside.db), transaction(app.db):
            app.db.execute("INSERT INTO sites (name) VALUES ('meanwhile')")
        assert beside.sentence == ""
