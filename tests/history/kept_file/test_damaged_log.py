"""What SQLite would pass over in a damaged log without a word is copied first, and told."""

from contextlib import closing

from tests.history.kept_file.states import KEY, PAGE, SITES, contents, damage_last_frame, names, opened, read_to, sites, write

from netcurtain.history import wal, wording
from netcurtain.history.database import encrypted, transaction
from netcurtain.history.kept_folder import KeptFolder


def test_a_damaged_log_is_copied_before_sqlite_passes_over_it(crashed: KeptFolder) -> None:
    write(crashed.wal, 32 + 24 + 100, b"damaged")
    before = {crashed.database.read_bytes(), crashed.wal.read_bytes()}
    with opened(crashed) as found:
        assert found.sentence == wording.PARTLY
        assert names(found.db) == SITES
    assert contents(crashed.damaged()) == before
    assert sites(crashed) == SITES


def test_a_damaged_header_of_the_log_is_told_too(crashed: KeptFolder) -> None:
    write(crashed.wal, 0, bytes(32))
    log = crashed.wal.read_bytes()
    with opened(crashed) as found:
        assert found.sentence == wording.PARTLY
    assert log in contents(crashed.damaged())


def test_a_last_commit_that_was_torn_is_told_as_what_it_is(crashed: KeptFolder) -> None:
    write(crashed.wal, crashed.wal.stat().st_size - 1000, bytes(1000))
    log, start = crashed.wal.read_bytes(), read_to(crashed)
    with opened(crashed) as found:
        assert found.sentence == wording.LAST_MOMENTS
        assert names(found.db) == SITES | {"first", "second"}
    assert {file.name for file in crashed.damaged()} == {"history-damaged-1.db-torn"}
    assert contents(crashed.damaged()) == {log[: wal.HEADER_BYTES] + log[start:]}, "that commit, and no other"
    assert sites(crashed) == SITES | {"first", "second"}


def test_nothing_is_copied_of_a_torn_commit_that_nobody_could_have_been_told_of(crashed: KeptFolder) -> None:
    last = crashed.wal.stat().st_size - PAGE - wal.FRAME_HEADER_BYTES
    write(crashed.wal, last, bytes(wal.FRAME_HEADER_BYTES))
    with opened(crashed) as found:
        assert found.sentence == ""
        assert names(found.db) == SITES | {"first", "second"}
    assert not crashed.damaged()


def test_the_whole_log_is_copied_where_the_database_is_newer_than_what_is_read_of_it(crashed: KeptFolder) -> None:
    """The last commit had been written back, so it is no torn one: what the log has before it may not be in the database yet."""
    with opened(crashed) as found:
        found.db.execute("PRAGMA wal_autocheckpoint = 0")
        for name in ("fourth", "fifth"):
            with transaction(found.db):
                found.db.execute("INSERT INTO sites (name) VALUES (?)", (name,))
        found.db.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()
        files = {file: file.read_bytes() for file in (crashed.database, crashed.wal, crashed.shm)}
    for file, content in files.items():
        file.write_bytes(content)
    assert read_to(crashed) == crashed.wal.stat().st_size
    damage_last_frame(crashed)
    log = crashed.wal.read_bytes()
    with opened(crashed) as found:
        assert found.sentence == wording.LAST_MOMENTS
        assert names(found.db) == SITES | {"first", "second", "third", "fourth", "fifth"}
    assert contents(crashed.damaged()) == {log}


def test_where_the_log_would_only_make_it_worse_the_database_alone_is_opened(kept: KeptFolder) -> None:
    """All had been written back, and then the log was damaged in its middle: its beginning is older than the database."""
    with opened(kept) as found:
        found.db.execute("PRAGMA wal_autocheckpoint = 0")
        for start in range(0, 900, 300):
            with transaction(found.db):
                found.db["sites"].insert_all({"name": f"{number * 7919 % 997} more"} for number in range(start, start + 300))  # type: ignore[union-attr]
        all_names = names(found.db)
        found.db.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()
        files = {file: file.read_bytes() for file in (kept.database, kept.wal, kept.shm)}
    for file, content in files.items():
        file.write_bytes(content)
    write(kept.wal, kept.wal.stat().st_size // 2, b"damaged")
    before = {kept.database.read_bytes(), kept.wal.read_bytes()}
    with opened(kept) as found:
        assert found.sentence == wording.PARTLY
        assert names(found.db) == all_names
    assert contents(kept.damaged()) == before


def test_a_torn_commit_is_told_once_also_where_another_process_keeps_the_log(crashed: KeptFolder) -> None:
    write(crashed.wal, crashed.wal.stat().st_size - 1000, bytes(1000))
    with closing(encrypted(crashed.database, KEY, read_only=True)) as other:
        other.execute("SELECT count(*) FROM sites").fetchall()
        with opened(crashed) as found:
            assert found.sentence == wording.LAST_MOMENTS
        with opened(crashed) as found:
            assert found.sentence == ""


def test_a_log_that_is_gone_is_told(crashed: KeptFolder) -> None:
    crashed.wal.unlink()
    with opened(crashed) as found:
        assert found.sentence == wording.LAST_MOMENTS
        assert names(found.db) == SITES
    assert sites(crashed) == SITES
