"""A deletion, on both shelves: what waits, the rows, the wiping, then a search of every file of ours, and the answer.

Very much goes in parts, and between them whatever else waits for the thread has its turn: the history may be locked meanwhile, or opened.
"""

from collections.abc import Callable, Generator, Sequence
from dataclasses import replace

from netcurtain.core.keeping import Deleted, Deletion, Kept
from netcurtain.history.database import folder_of, rebuild
from netcurtain.history.doomed import Doomed, TheVisits, needles_of
from netcurtain.history.kept_folder import KeptFolder
from netcurtain.history.kept_shelf import MANY, KeptShelf
from netcurtain.history.routing import Routing
from netcurtain.history.shelf import Shelf
from netcurtain.history.watching import NOBODY, Watcher

PART = 2_000
"""Visits that are deleted at once, so that it can be told how far it is, and stopped."""
SEARCHED_FROM = 0.8
"""How far it is when the rows are gone, and the file is laid out anew and searched."""

Shelves = Callable[[], Sequence[Shelf]]
"""Those that are open, at any moment."""


def delete(
    what: Doomed,
    shelves: Shelves,
    disk: KeptShelf | None,
    routing: Routing,
    failed: Callable[[Exception], None],
    watcher: Watcher = NOBODY,
) -> Generator[None, None, tuple[Deletion, Deleted]]:
    """Delete, and say whether it is gone, and what was meant. Stands still after each part. ``failed`` hears what goes wrong on a shelf:
    the other is seen to even so.

    Where it is stopped, what was meant is what is gone; that is searched for all the same.
    """
    run = _Run(what, shelves, disk, routing, failed)
    parts = run.parts()
    for done, (shelf, part) in enumerate(parts):
        if watcher.stopped.is_set():
            break
        run.delete(part, shelf, part.names)
        watcher.progress(SEARCHED_FROM * (done + 1) / len(parts))
        yield
    stopped = watcher.stopped.is_set() and run.is_there
    if not stopped:
        run.delete_rest()
    found = run.left()
    return Deletion(run.gone and not found and not stopped, found, stopped=stopped), Deleted(run.meant.visits) if stopped else run.meant


def finished(deletion: Generator[None, None, tuple[Deletion, Deleted]]) -> tuple[Deletion, Deleted]:
    """Delete without standing still."""
    while True:
        try:
            next(deletion)
        except StopIteration as over:
            result: tuple[Deletion, Deleted] = over.value
            return result


class _Run:
    """One deletion, and what is known of it so far."""

    def __init__(
        self, what: Doomed, shelves: Shelves, disk: KeptShelf | None, routing: Routing, failed: Callable[[Exception], None]
    ) -> None:
        self._what, self._shelves, self._disk, self._routing, self._failed = what, shelves, disk, routing, failed
        self._needles: dict[str, None] = {}
        self._broken: set[Shelf] = set()
        self._from_file = 0
        """Visits that went from the file."""
        self.meant = what.named
        self.gone = True
        """Whether nothing has failed yet."""
        routing.unwant(self.meant.visits)

    @property
    def is_there(self) -> bool:
        """Whether anything of it is left, or may be in what is locked."""
        locked = self._disk is not None and self._disk.kept is Kept.LOCKED
        return locked or any(self._visits(shelf) for shelf in self._shelves())

    def parts(self) -> list[tuple[Shelf, TheVisits]]:
        """Of many visits some at a time. Words that tell of them are noted, before they are gone."""
        parts = []
        for shelf in self._shelves():
            visits = self._visits(shelf)
            self._note(shelf, visits)
            self._note(shelf, visits[:PART])  # it may be stopped after them
            for start in range(0, len(visits) if len(visits) > PART else 0, PART):
                parts.append((shelf, TheVisits(tuple(visits[start : start + PART]))))
        return parts

    def delete_rest(self) -> None:
        """All that was meant, so that nothing more of it is taken in either: what came meanwhile, and what was opened meanwhile, too."""
        for shelf in self._shelves():
            visits = self._visits(shelf)
            self._note(shelf, visits)
            self.delete(self._what, shelf, visits)

    def delete(self, part: Doomed, shelf: Shelf, visits: Sequence[str]) -> None:
        """Some visits of one shelf, unless that was closed or failed before."""
        if shelf in self._broken or shelf not in self._shelves():
            return
        names = frozenset(visits)
        try:
            self.meant = replace(self.meant, visits=self.meant.visits | names)
            self._routing.unwant(names)
            shelf.drop({page.page for page in shelf.waiting_pages() if page.visit in names})
            if self._disk is not None and shelf is self._disk.shelf:
                self._from_file += len(names)
                self.gone = self._disk.delete(part) and self.gone
                KeptFolder(folder_of(shelf.db)).drop_torn()
            else:
                self.gone = part.delete(shelf.writer) and self.gone
        except Exception as error:
            self._fail(shelf, error)

    def left(self) -> tuple[str, ...]:
        """Our files that still hold something of what went, by name."""
        if self._disk is None:
            return ()
        try:
            if self._from_file > MANY:
                self.gone = self._disk.lay_out_anew() and self.gone
            return left(self._disk, tuple(self._needles))
        except Exception as error:
            self._failed(error)
            self.gone = False
            return ()

    def _visits(self, shelf: Shelf) -> list[str]:
        """Those that are there, and those that wait."""
        try:
            return sorted({*self._what.visits(shelf.db), *(page.visit for page in shelf.waiting_pages() if self._what.waits(page))})
        except Exception as error:
            self._fail(shelf, error)
            return []

    def _note(self, shelf: Shelf, visits: Sequence[str]) -> None:
        try:
            self._needles.update(dict.fromkeys(needles_of(shelf.db, visits)))
        except Exception as error:
            self._fail(shelf, error)

    def _fail(self, shelf: Shelf, error: Exception) -> None:
        """Try this shelf no more."""
        self.gone = False
        self._broken.add(shelf)
        self._failed(error)


def left(disk: KeptShelf, needles: Sequence[str]) -> tuple[str, ...]:
    """Our files that still hold one of these words; the database only where laying it out anew did not help. Raises OSError, StoreError."""
    found = disk.traces(needles)
    if disk.shelf is None or disk.unwiped or KeptFolder(folder_of(disk.shelf.db)).database.name not in found:
        return found
    rebuild(disk.shelf.db)
    return disk.traces(needles)
