import pytest

from netcurtain.core.keeping import Deletion
from netcurtain.ui import deletion, wording


@pytest.mark.parametrize(
    ("what", "said"),
    [
        (Deletion(True), wording.DELETED),
        (Deletion(False), wording.NOT_DELETED),
        (Deletion(False, locked=True), wording.DELETED_BUT_LOCKED),
        (Deletion(False, ("history.db",), unreadable=True), wording.ERASED_BUT_FILES),
        (Deletion(False, ("history.db-wal",)), wording.still_in(("history.db-wal",))),
        (Deletion(True, ("netcurtain.log",)), wording.still_in(("netcurtain.log",))),
        (Deletion(False, ("netcurtain.log",), locked=True), f"{wording.still_in(('netcurtain.log',))} {wording.KEPT_IS_LOCKED}"),
    ],
    ids=[
        "gone",
        "not gone",
        "nobody knows what is locked",
        "all was erased but for files without a key",
        "in one of our files",
        "gone, they say, but in one of our files",
        "in one, and what is locked",
    ],
)
def test_it_is_called_deleted_only_where_none_of_our_files_has_anything_of_it(what: Deletion, said: str) -> None:
    assert deletion.told(what) == said


@pytest.mark.parametrize(
    ("files", "again"),
    [
        (("history.db",), True),
        (("history.db", "history.db-wal"), True),
        (("history.db", "netcurtain.log"), False),
        (("history-damaged-1.db",), False),
    ],
)
def test_only_of_the_history_itself_it_says_that_it_is_tried_again_and_no_file_is_named(files: tuple[str, ...], again: bool) -> None:
    said = wording.still_in(files)
    assert ("tries again by itself" in said) is again
    assert ("Erasing everything removes it" in said) is not again
    assert not any(name in said for name in files)
