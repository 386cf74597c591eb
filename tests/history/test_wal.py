"""Logs as SQLite wrote them, then damaged byte by byte; what SQLite itself reads of them is the judge."""

import io
import shutil
from contextlib import closing
from pathlib import Path

import pytest

from netcurtain.history.driver import dbapi2 as sqlite3
from netcurtain.history.wal import FRAME_HEADER_BYTES, HEADER_BYTES, Damage, Reading, pages, read, written_back

PAGE = 512
FRAME = FRAME_HEADER_BYTES + PAGE
COMMITS = 4


def written(path: Path, *, commits: int = COMMITS) -> bytes:
    """A database at ``path`` whose rows, one a commit, are all in its log; the log is returned, and left as after a crash."""
    with closing(sqlite3.connect(path)) as db:
        db.execute(f"PRAGMA page_size = {PAGE}")
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("CREATE TABLE kept (what TEXT)")
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        for number in range(commits):
            db.execute("INSERT INTO kept VALUES (?)", (f"{number} {'x' * 700}",))
            db.commit()
        log = path.with_name(path.name + "-wal").read_bytes()
        shutil.copy(path, path.with_name("crashed"))
    shutil.move(path.with_name("crashed"), path)
    path.with_name(path.name + "-wal").write_bytes(log)
    return log


def rows_that_sqlite_reads(path: Path, log: bytes) -> int:
    copy = path.with_name("copy")
    shutil.copy(path, copy)
    copy.with_name("copy-wal").write_bytes(log)
    with closing(sqlite3.connect(copy)) as db:
        return int(db.execute("SELECT count(*) FROM kept").fetchone()[0])


def reading(log: bytes) -> Reading:
    return read(io.BytesIO(log))


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("wal") / "database"
    written(path)
    return path


@pytest.fixture
def log(database: Path) -> bytes:
    return database.with_name("database-wal").read_bytes()


def test_a_log_as_it_was_written_is_whole(log: bytes) -> None:
    found = reading(log)
    assert (found.commits, found.lost, found.damage) == (COMMITS, 0, Damage.NONE)
    assert found.frames == (len(log) - HEADER_BYTES) / FRAME


@pytest.mark.parametrize("empty", [b"", b"\0" * 20, b"\0" * 5000, b"\x37\x7f"[:0]], ids=["no bytes", "few zeros", "zeros", "none"])
def test_a_log_in_which_nothing_was_written_is_not_damaged(empty: bytes) -> None:
    assert reading(empty).damage is Damage.NONE


def test_a_flipped_bit_is_told_wherever_it_is_and_as_many_commits_are_counted_as_sqlite_reads(database: Path, log: bytes) -> None:
    for place in range(0, len(log), 61):
        damaged = log[:place] + bytes([log[place] ^ 4]) + log[place + 1 :]
        found = reading(damaged)
        assert found.commits == rows_that_sqlite_reads(database, damaged), place
        in_salts_of_the_last = 8 <= (place - HEADER_BYTES) % FRAME < 16 and place > len(log) - FRAME
        if found.commits < COMMITS and not in_salts_of_the_last:
            assert found.damage is not Damage.NONE, place
        if found.commits == COMMITS - 1 and place >= HEADER_BYTES:
            assert found.damage in (Damage.LAST, Damage.NONE), place
        if found.commits < COMMITS - 2:
            assert found.damage is Damage.MORE, place


def test_a_log_with_a_damaged_header_is_damaged_though_sqlite_says_nothing(database: Path, log: bytes) -> None:
    damaged = b"\0" * HEADER_BYTES + log[HEADER_BYTES:]
    assert rows_that_sqlite_reads(database, damaged) == 0
    assert reading(damaged).damage is Damage.MORE


def test_a_transaction_without_its_end_was_promised_to_nobody(log: bytes) -> None:
    unfinished = log[:-FRAME]
    found = reading(unfinished)
    assert (found.commits, found.damage) == (COMMITS - 1, Damage.NONE)


def test_a_last_commit_that_is_torn_may_be_no_loss(log: bytes) -> None:
    torn = log[: -2 * FRAME] + b"\0" * FRAME + log[-FRAME:]
    found = reading(torn)
    assert (found.commits, found.lost, found.damage) == (COMMITS - 1, 1, Damage.LAST)


@pytest.mark.parametrize("leftover", [b"", b"\0" * 3 * FRAME], ids=["at the end", "before what is left over"])
def test_where_a_torn_commit_begins_and_ends_is_told(log: bytes, leftover: bytes) -> None:
    ends = [end for end in range(HEADER_BYTES + FRAME, len(log) + 1, FRAME) if any(log[end - FRAME + 4 : end - FRAME + 8])]
    assert len(ends) == COMMITS
    torn = bytearray(log + leftover)
    torn[ends[-2] + FRAME - 1] ^= 1
    found = reading(bytes(torn))
    assert (found.read_to, found.lost_to) == (ends[-2], ends[-1])
    assert reading(log).read_to == len(log)


def test_what_is_left_over_from_an_earlier_run_is_not_counted(tmp_path: Path) -> None:
    path = tmp_path / "again"
    with closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("CREATE TABLE kept (what TEXT)")
        for _number in range(20):
            db.execute("INSERT INTO kept VALUES (?)", ("x" * 700,))
            db.commit()
        db.execute("PRAGMA wal_checkpoint(RESTART)").fetchall()
        db.execute("INSERT INTO kept VALUES ('one more')")
        db.commit()
        log = path.with_name("again-wal").read_bytes()
    found = reading(log)
    assert len(log) > 20 * 4096
    assert (found.commits, found.lost, found.damage) == (1, 0, Damage.NONE)


def test_every_page_is_told_with_its_number_also_the_one_that_is_cut_off(log: bytes) -> None:
    found = list(pages(io.BytesIO(log[:-100]), PAGE))
    assert len(found) == (len(log) - HEADER_BYTES) // FRAME
    assert all(len(content) == PAGE for _number, content in found[:-1])
    assert len(found[-1][1]) == PAGE - 100
    last = log[-FRAME:]
    assert found[-1] == (int.from_bytes(last[:4], "big"), last[FRAME_HEADER_BYTES:-100])


@pytest.mark.parametrize(
    "noise", [b"\xff" * 4096, bytes(range(256)) * 40, b"\x37\x7f\x06\x82" + b"\xff" * 28], ids=["ones", "steps", "magic"]
)
def test_bytes_that_are_no_log_are_damage_and_no_error(noise: bytes) -> None:
    assert reading(noise).damage is Damage.MORE


def test_a_database_that_has_what_lies_behind_the_break_is_newer_than_the_log(database: Path, log: bytes) -> None:
    frames = (len(log) - HEADER_BYTES) // FRAME
    broken = bytearray(log)
    broken[HEADER_BYTES + 3 * FRAME + 100] ^= 1

    def with_frame(number: int) -> bytes:
        """The database after this frame alone was written back."""
        frame = log[HEADER_BYTES + number * FRAME :][:FRAME]
        place = (int.from_bytes(frame[:4], "big") - 1) * PAGE
        whole = database.read_bytes()
        return whole[:place].ljust(place, b"\0") + frame[FRAME_HEADER_BYTES:] + whole[place + PAGE :]

    newer = [written_back(io.BytesIO(bytes(broken)), io.BytesIO(with_frame(number))) for number in range(frames)]
    assert newer == [number > 3 for number in range(frames)]
    assert not written_back(io.BytesIO(bytes(broken)), io.BytesIO(database.read_bytes()))
    assert not written_back(io.BytesIO(bytes(HEADER_BYTES) + log[HEADER_BYTES:]), io.BytesIO(with_frame(frames - 1)))
    leftover = bytearray(broken)
    leftover[HEADER_BYTES + (frames - 1) * FRAME + 8] ^= 1
    assert not written_back(io.BytesIO(bytes(leftover)), io.BytesIO(with_frame(frames - 1)))
