"""What a word leaves in the files of a kept history, and that each place is found: in plain, encrypted, cut in two, left over."""

import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from netcurtain.history import traces as finding
from netcurtain.history.database import encrypted, transaction, wipe
from netcurtain.history.driver import Database
from netcurtain.history.kept_file import KeptFile
from netcurtain.history.kept_folder import KeptFolder
from netcurtain.history.traces import traces

KEY = bytes(range(32))
WORD = "marker-7f3a.example"


@pytest.fixture
def folder(tmp_path: Path) -> KeptFolder:
    made = KeptFolder(tmp_path / "history")
    made.ready()
    made.key.write_bytes(b"wrapped")
    return made


@pytest.fixture
def db(folder: KeptFolder) -> Iterator[Database]:
    with closing(KeptFile(folder.path).open(KEY).db) as opened:
        opened.execute("CREATE TABLE texts (text TEXT)")
        opened.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        yield opened


def add(db: Database, text: str) -> None:
    with transaction(db):
        db.execute("INSERT INTO texts VALUES (?)", (text,))


def found(folder: KeptFolder, *needles: str, others: tuple[Path, ...] = ()) -> tuple[str, ...]:
    return traces(folder.path, KEY, needles or (WORD,), others)


def test_where_nothing_is_nothing_is_found(folder: KeptFolder, db: Database) -> None:
    add(db, "something else")
    assert found(folder) == ()
    assert traces(folder.path / "not there", KEY, [WORD]) == ()


def test_it_is_found_in_the_log_then_in_the_database(folder: KeptFolder, db: Database) -> None:
    add(db, f"a page of {WORD}")
    assert found(folder) == ("history.db-wal",)
    assert wipe(db)
    assert found(folder) == ("history.db",)


def test_it_is_found_only_with_the_key(folder: KeptFolder, db: Database) -> None:
    add(db, WORD)
    assert traces(folder.path, bytes(32), [WORD]) == ()


def test_after_a_delete_it_is_found_until_the_log_is_wiped(folder: KeptFolder, db: Database) -> None:
    add(db, WORD)
    wipe(db)
    with transaction(db):
        db.execute("DELETE FROM texts")
    assert found(folder) == ("history.db",)
    assert wipe(db)
    assert found(folder) == ()


def test_a_delete_without_secure_delete_is_found_out(folder: KeptFolder, db: Database) -> None:
    db.execute("PRAGMA secure_delete = OFF")
    add(db, WORD)
    with transaction(db):
        db.execute("DELETE FROM texts")
    wipe(db)
    assert found(folder) == ("history.db",)


def test_it_is_found_in_what_was_put_aside(folder: KeptFolder, db: Database) -> None:
    add(db, WORD)
    wipe(db)
    add(db, WORD + " again")
    shutil.copy(folder.database, folder.path / "history-damaged-1.db")
    shutil.copy(folder.wal, folder.path / "history-damaged-2.db-wal")
    assert set(found(folder)) == {"history.db", "history.db-wal", "history-damaged-1.db", "history-damaged-2.db-wal"}


def test_it_is_found_in_frames_that_sqlite_itself_passes_over(folder: KeptFolder, db: Database) -> None:
    add(db, WORD)
    log = folder.path / "history-damaged-1.db-wal"
    log.write_bytes(bytes(32) + folder.wal.read_bytes()[32:])
    assert log.name in found(folder)


@pytest.mark.parametrize("missing", [40, 100, 517], ids=["its proof", "its IV", "some of it"])
def test_it_is_found_in_a_page_that_was_cut_off(folder: KeptFolder, db: Database, missing: int) -> None:
    add(db, "x" * 200 + WORD + "x" * 3000)
    wipe(db)
    cut = folder.path / "history-damaged-1.db"
    cut.write_bytes(folder.database.read_bytes()[:-missing])
    assert cut.name in found(folder)


def test_it_is_found_on_the_first_page_too(folder: KeptFolder) -> None:
    small = folder.path / "history-damaged-1.db"
    small.touch()
    with closing(encrypted(small, KEY)) as other:
        other.execute(f'CREATE TABLE "{WORD}" (a)')
    small.write_bytes(small.read_bytes()[:4096])
    assert found(folder) == (small.name,)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("place", [0, 1024 * 1024 - 5, 3 * 1024 * 1024])
def test_it_is_found_in_plain_wherever_it_is(folder: KeptFolder, encoding: str, place: int) -> None:
    folder.ballast.write_bytes(bytes(place) + WORD.encode(encoding) + bytes(1000))
    assert found(folder) == ("ballast",)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be"])
def test_letters_of_every_script_are_found_in_plain(folder: KeptFolder, encoding: str) -> None:
    word = "Zürich – Полиция 🕊"
    folder.ballast.write_bytes(word.encode(encoding))
    assert found(folder, word) == ("ballast",)
    assert found(folder, word + "x") == ()


def test_pages_are_decrypted_from_their_first_letter_to_their_last(folder: KeptFolder, db: Database) -> None:
    """Many pages that a text fills: all say the same but for the last, as the text repeats itself after as many bytes as one holds.

    The first page of all begins with its salt, and may seem to be one of them.
    """
    whole = 4016 - 4
    add(db, "".join(f"{number:04}" for number in range(whole // 4)) * 600)
    wipe(db)
    pages = [page for some in finding._pages(folder.database, KEY) for number, page in some.each() if number > 1]
    filled = [page[4:] for page in pages if page[0] == 0 and any(page)]
    assert len(filled) >= 600
    assert {page for page in filled if filled.count(page) > 1} == {filled[0]}
    assert sorted(filled[0]) == sorted(b"".join(b"%04d" % number for number in range(whole // 4)))


def test_it_is_found_in_other_files_of_ours(folder: KeptFolder, tmp_path: Path) -> None:
    log, settings = tmp_path / "netcurtain.log", tmp_path / "settings.json"
    log.write_text(f"something about {WORD}\n")
    settings.write_text("{}")
    assert found(folder, others=(log, settings, tmp_path / "not there")) == ("netcurtain.log",)


def test_files_of_others_in_the_folder_are_not_looked_at(folder: KeptFolder) -> None:
    (folder.path / "notes.txt").write_text(WORD)
    assert found(folder) == ()


def test_each_of_several_words_is_looked_for_and_an_empty_one_is_none(folder: KeptFolder, db: Database) -> None:
    add(db, WORD)
    assert found(folder, "another.example", "", WORD) == ("history.db-wal",)
    assert found(folder, "", "another.example") == ()
    assert found(folder, "") == ()


LENGTH = 10_000
CUTS = (1976, 5988)
"""Where a text of that length goes on in another page, as the file format has it: from the page of its row, and from the next one."""


def cut_in_two(db: Database, cut: int, before: int) -> None:
    """Keep one text, with the word at the end of a page but for its last letters."""
    with transaction(db):
        db.execute("DELETE FROM texts")
        db.execute("INSERT INTO texts VALUES (?)", ("-" * (cut - before) + WORD + "-" * (LENGTH - cut + before - len(WORD)),))


@pytest.mark.parametrize("cut", CUTS)
def test_a_word_that_is_cut_in_two_is_found(folder: KeptFolder, db: Database, cut: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(finding, "_MOST_CUTS", 2)
    for before in range(1, len(WORD), 2):
        cut_in_two(db, cut, before)
        wipe(db)
        assert found(folder) == ("history.db",), before
        assert found(folder, WORD + "x") == (), before


@pytest.mark.parametrize("cut", CUTS)
def test_a_word_that_is_cut_in_two_is_on_no_page_as_a_whole(
    folder: KeptFolder, db: Database, cut: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """That the test above tries what it says."""
    cut_in_two(db, cut, 7)
    monkeypatch.setattr(finding, "_goes_on", lambda *_: False)
    assert found(folder) == ()


def test_a_word_in_two_pages_of_which_one_is_in_the_log_is_found(folder: KeptFolder, db: Database) -> None:
    cut_in_two(db, CUTS[0], 7)
    wipe(db)
    with transaction(db):
        db.execute("INSERT INTO texts VALUES ('x')")
    assert found(folder) == ("history.db", "history.db-wal")


def test_a_part_of_a_word_is_no_trace(folder: KeptFolder, db: Database) -> None:
    with transaction(db):
        db.execute("INSERT INTO texts VALUES (?)", ("-" * (CUTS[0] - 7) + WORD[:-1] + "-" * (LENGTH - CUTS[0] + 7 - len(WORD) + 1),))
    wipe(db)
    assert found(folder) == ()
