import pytest

from netcurtain.history import wording
from netcurtain.history.database import in_memory, ready, transaction
from netcurtain.history.driver import dbapi2 as sqlite3
from netcurtain.history.trouble import StoreError, trouble_of


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        (sqlite3.SQLITE_FULL, wording.DISK_FULL),
        (sqlite3.SQLITE_READONLY | 6 << 8, wording.NOT_ALLOWED),
        (sqlite3.SQLITE_CANTOPEN | 2 << 8, wording.NOT_ALLOWED),
        (sqlite3.SQLITE_BUSY | 2 << 8, wording.IN_USE),
        (sqlite3.SQLITE_IOERR | 3 << 8, wording.DISK_FAILED),
        (sqlite3.SQLITE_CORRUPT, wording.DAMAGED),
        (sqlite3.SQLITE_NOTADB, wording.DAMAGED),
    ],
)
def test_the_worlds_failures_say_what_to_do(code: int, sentence: str) -> None:
    error = sqlite3.OperationalError("quotes something")
    error.sqlite_errorcode = code
    assert str(trouble_of(error)) == sentence


def test_a_bug_of_ours_is_no_trouble_of_the_world() -> None:
    constraint = sqlite3.IntegrityError()
    constraint.sqlite_errorcode = sqlite3.SQLITE_CONSTRAINT
    assert [trouble_of(error) for error in (constraint, sqlite3.ProgrammingError(), ValueError())] == [None, None, None]


@pytest.mark.parametrize("error", [ValueError(), StoreError(wording.DISK_FULL)], ids=["our bug", "the world"])
def test_a_transaction_that_fails_leaves_nothing_behind_and_the_next_one_works(error: Exception) -> None:
    db = ready(in_memory)

    def fail() -> None:
        with transaction(db):
            db.execute("INSERT INTO sites (name) VALUES ('police.example')")
            raise error

    with pytest.raises(type(error)):
        fail()
    with transaction(db):
        db.execute("INSERT INTO sites (name) VALUES ('library.example')")
    assert db.execute("SELECT name FROM sites").fetchall() == [("library.example",)]
    db.close()
