"""The kept history as the command line opens it: beside an app that may have it open as well, and mends and tidies it.

Here it is read without a byte being changed, and one visit at a time deleted. Nothing is repaired or put aside, no gap is noted, and
what has had its time is passed over, for two should not do these things at once.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

from netcurtain.core.keeping import Deletion
from netcurtain.history import gaps, listing, stories, wording
from netcurtain.history.database import PATIENCE, encrypted, in_memory, rebuild, wipe
from netcurtain.history.doomed import TheVisit, needles_of, not_elsewhere
from netcurtain.history.driver import Database
from netcurtain.history.kept_file import KeptFile
from netcurtain.history.kept_folder import KeptFolder
from netcurtain.history.merging import on_disk
from netcurtain.history.migrations import migrations
from netcurtain.history.rows import Gap, VisitQuery, VisitRow, VisitStory
from netcurtain.history.traces import traces
from netcurtain.history.trouble import StoreError, trouble_of
from netcurtain.history.vault import Vault
from netcurtain.history.writing import IN_FILE, Writer

AT_ONCE = 1_000
"""Visits that are read together."""
T = TypeVar("T")


def exists(folder: Path) -> bool:
    """Whether anything is kept in this folder: a key, readable or not."""
    try:
        return Vault(folder).exists()
    except OSError:
        return True


def erase(folder: Path) -> Deletion | None:
    """Destroy the key, then remove every file; None where there is nothing. It needs no passphrase, and an app that has the history open
    lets go of it.
    """
    if not exists(folder) and not KeptFolder(folder).ours():
        return None
    left = KeptFile(folder).erase()
    return Deletion(not left and not exists(folder), left)


class Beside:
    """A kept history that is open for reading. Every method raises StoreError.

    Visits that began before ``since``, in milliseconds since 1970, and were not chosen have had their time. ``searched`` are other files
    of ours, for what may be left after a deletion. ``patience`` is how many seconds to wait for another process.
    """

    def __init__(self, folder: Path, key: bytes, since: float, searched: Sequence[Path] = (), patience: float = PATIENCE) -> None:
        self._folder = KeptFolder(folder)
        self._key = key
        self._since = since
        self._searched = tuple(searched)
        self._patience = patience
        if not self._folder.database.exists():
            raise StoreError(wording.OPEN_IN_WINDOW)
        self._db = self._open()
        try:
            self._ask(_must_be_ours)
        except StoreError:
            self._db.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._db.close()

    def visits(self) -> Iterator[VisitRow]:
        """Every visit, the newest first, read some at a time."""
        last: VisitRow | None = None
        while rows := self._ask(partial(listing.visits, query=VisitQuery(), after=last, limit=AT_ONCE)):
            yield from (on_disk(row) for row in rows if self._has_time(row))
            last = rows[-1]

    def story(self, visit: str) -> VisitStory | None:
        """One visit, explained, with all that is kept of it; None where there is none of that name."""
        story = self._ask(lambda db: stories.story(db, visit, None))
        if story is None or not self._has_time(story.row):
            return None
        return replace(story, row=on_disk(story.row))

    def gaps(self) -> tuple[Gap, ...]:
        """When nothing was taken in, the newest first."""
        return tuple(gap for gap in self._ask(gaps.ended) if gap.until >= self._since)

    def forget(self, visit: str) -> Deletion:
        """Delete a visit for good, and search our files for it. This ends the reading, so that the writing closes last and tidies up."""
        self._db.close()
        file = KeptFile(self._folder.path, may_repair=False, patience=self._patience)
        with closing(file.open(self._key).db) as db, _told():
            needles = needles_of(db, [visit])
            gone = self._delete(file, db, visit)
            try:
                found = self._left(db, needles, rebuilt=not gone)
            except OSError:  # a file that cannot be searched may hold anything
                return Deletion(False)
        return Deletion(gone and not found, found)

    def _delete(self, file: KeptFile, db: Database, visit: str) -> bool:
        what, writer = TheVisit(visit), Writer(db, IN_FILE)
        try:
            gone = what.delete(writer)
        except StoreError:
            if not file.free_ballast():
                raise
            gone = what.delete(writer)
        self._folder.drop_torn()
        file.make_ballast()
        return gone or wipe(db)

    def _left(self, db: Database, needles: Sequence[str], *, rebuilt: bool) -> tuple[str, ...]:
        """Our files that still hold one of these words; the database only where laying it out anew does not help."""
        found = traces(self._folder.path, self._key, not_elsewhere(db, needles), self._searched)
        if rebuilt or self._folder.database.name not in found:
            return found
        rebuild(db)
        return self._left(db, needles, rebuilt=True)

    def _has_time(self, row: VisitRow) -> bool:
        return row.chosen or row.started >= self._since

    def _ask(self, question: Callable[[Database], T]) -> T:
        try:
            with _told():
                answer = question(self._db)
        except StoreError:
            if not self._opened_since():
                raise
        else:
            if not self._opened_since():
                return answer
        self._db.close()
        self._db = self._open()
        with _told():
            return question(self._db)

    def _opened_since(self) -> bool:
        """Whether the app has opened it since we did: then what was read without its log may not hold."""
        return self._alone and self._folder.wal.exists()

    def _open(self) -> Database:
        """For reading. Where nobody has it open there is no log, and none is left behind either, which would tell that somebody read."""
        self._alone = not self._folder.wal.exists()
        with _told():
            return encrypted(self._folder.database, self._key, read_only=True, alone=self._alone, patience=self._patience)


def _must_be_ours(db: Database) -> None:
    """Tables that we know: not of a newer Netcurtain, nor of an older one, which the app brings up to date."""
    with closing(in_memory()) as empty:
        known = {migration.name for migration in migrations.pending(empty)}
    applied = {migration.name for migration in migrations.applied(db)}
    if applied - known:
        raise StoreError(wording.NEWER)
    if applied != known:
        raise StoreError(wording.OPEN_IN_WINDOW)


@contextmanager
def _told() -> Iterator[None]:
    """The world's failures, each in a sentence that says what to do."""
    try:
        yield
    except Exception as error:
        if trouble := trouble_of(error):
            raise trouble from error
        raise
