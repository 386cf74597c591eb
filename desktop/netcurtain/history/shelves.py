"""Both shelves, in memory and on disk: what goes where, what is shown, and what goes away. Everything here is on the store's thread.

records -> history/routing.py -> history/shelf.py      in memory, and history/kept_shelf.py on disk
what a person deletes -> history/deletion.py -> whether it is gone      what time takes from the file -> history/aging.py
"""

import math
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial

from netcurtain.core.keeping import Acknowledged, Deleted, Deletion, Kept, Stored, Unlocking
from netcurtain.core.record import FateRecord, PageClosedRecord, Record, SubmissionRecord, VisitUnkeptRecord
from netcurtain.core.settings import Retention
from netcurtain.history import wording
from netcurtain.history.aging import LONGEST_PAUSE, Aging
from netcurtain.history.at_opening import AtOpening, left_of
from netcurtain.history.deletion import delete, finished
from netcurtain.history.doomed import Doomed, TheVisit
from netcurtain.history.kept_shelf import KeptShelf
from netcurtain.history.leaving import Leaving
from netcurtain.history.reading import Shown
from netcurtain.history.routing import Place, Routing
from netcurtain.history.rows import Gap
from netcurtain.history.shelf import Shelf
from netcurtain.history.taken_back import TakenBack
from netcurtain.history.telling import Listeners, Troubles
from netcurtain.history.trouble import trouble_of
from netcurtain.history.watching import NOBODY, Watcher


class Shelves:
    """All there is, and the thread's work (history/worker.py). ``standing`` may be read from any thread."""

    def __init__(self, make_memory: Callable[[], Shelf], kept: KeptShelf | None, listeners: Listeners, now: Callable[[], float]) -> None:
        self.retention = Retention.UNTIL_CLOSE
        self.standing = kept.kept if kept is not None else Kept.NONE
        self._make_memory = make_memory
        self._disk = kept
        self._listeners = listeners
        self._routing = Routing()
        self._leaving = Leaving(listeners.changed, now)
        self._at_opening = AtOpening(kept.unkept if kept is not None else None)
        self._taken_back = TakenBack()
        self._troubles = Troubles(listeners.trouble)
        self._aging = Aging(kept, listeners, self._troubles)

    # the thread's work

    def begin(self) -> None:
        """Raises StoreError where not even memory can be had."""
        self._memory = self._make_memory()
        self._at_opening.read()

    def tend(self) -> None:
        """What is due by itself. Each on its own: one that fails keeps none of the others from being done."""
        forget_left = partial(self._leaving.forget, self.retention, self._memory)
        expire, flush = partial(self._aging.expire, self.retention), partial(self._flush, only_urgent=True)
        for due in (self._look_at_key, self._delete_what_waits, forget_left, expire, flush, self._aging.wipe_again):
            try:
                due()
            except Exception as error:
                self.failed(error)

    def pause(self) -> float | None:
        """Seconds until something is due; None where nothing is in sight."""
        look = LONGEST_PAUSE if self.standing is Kept.LOCKED else self._at_opening.wait  # at its key, or for another try
        pause = min(look, self._leaving.wait(self.retention), self._aging.wait, *(shelf.wait for shelf in self._shelves()))
        return max(0.0, pause) if pause < math.inf else None

    def failed(self, error: Exception) -> None:
        """The world's failures are told, once; ours are logged."""
        self._troubles.failed(error)

    def end(self) -> None:
        """Commit what waits, and close."""
        self._flush()
        self.lock()
        self._memory.db.close()

    def follow(self, retention: Retention) -> None:
        """Keep and forget as the person has answered; what has had its time by that goes at once.

        Where not every page is kept any more, those that are open go on in memory, but for chosen visits.
        """
        leaving = self.retention.keeps_all and not retention.keeps_all
        self.retention = retention
        self._aging.look_now()
        if leaving:
            self._flush()
            for page in self._routing.leave_file(self.standing):
                if self._disk is not None and self._disk.shelf is not None and (record := self._disk.shelf.page(page)) is not None:
                    self._memory.take(record)
                    self._leaving.hear(record)

    # what comes in

    def take(self, records: Sequence[Record]) -> None:
        """Let records wait for their shelf's next commit; a submission that has no shelf is answered at once."""
        refused: list[Acknowledged] = []
        for record in records:
            if isinstance(record, VisitUnkeptRecord):
                self._unkeep(record.visit)
                continue
            place = self._routing.place(record, self.retention, self.standing)
            if place is Place.MEMORY:
                self._leaving.hear(record)
            if isinstance(record, PageClosedRecord):
                continue
            if (
                isinstance(record, FateRecord)
                and place is not Place.UNWANTED
                and self._taken_back.hear(record, self._shelves(), self.standing)
            ):
                continue
            shelf = self._shelf_at(place)
            if shelf is not None:
                shelf.take(record)
            elif isinstance(record, SubmissionRecord):
                refused.append(Acknowledged(record.submission, place.value))
        if refused:
            self._listeners.acknowledged(tuple(refused))
        self._flush(only_urgent=True)

    def keep_visit(self, visit: str) -> bool:
        """Move a visit from memory into the file, or mark it as chosen there. Raises StoreError."""
        if self._disk is None or self._disk.shelf is None:
            return False
        self._troubles.asked()
        self._memory.flush()
        kept = self._disk.shelf
        self._disk.flush()
        here = kept.writer.copy_visit(self._memory.db, visit) or kept.writer.mark_chosen(visit)
        if here:
            self._memory.writer.forget_visit(visit)  # what its pages still do is routed to the file
            self._routing.keep(visit)
            self._leaving.moved(visit)
        return here

    # what is asked

    def shown(self) -> Shown:
        """What may be read. While a kept history is locked, this session's memory is not shown either."""
        if self.standing is Kept.LOCKED and self.retention.on_disk:
            return Shown()
        self._flush()
        return Shown(self._memory.db, self._disk.shelf.db if self._disk is not None and self._disk.shelf is not None else None)

    def gaps(self) -> tuple[Gap, ...]:
        """When nothing was taken in, the newest first; none while the history is locked."""
        return self._disk.gaps() if self._disk is not None else ()

    # what goes away

    def forget(self, what: Doomed, watcher: Watcher = NOBODY) -> Generator[None, None, Deletion]:
        """Delete, on both shelves, and search for what may be left. What is locked is seen to when it is opened: nobody knows its rows.
        Stands still where something else may be done.
        """
        self._flush()
        deletion, deleted = yield from delete(what, lambda: tuple(self._shelves()), self._disk, self._routing, self.failed, watcher)
        self._listeners.deleted(deleted)
        if self.standing is not Kept.LOCKED or deletion.stopped:
            return deletion
        self._at_opening.add(what)
        self._at_opening.write()
        return replace(deletion, gone=False, locked=deletion.gone)

    def erase(self) -> Deletion:
        """Everything, in memory and on disk, without a passphrase. The key goes first: where it stays, no file is said to be left alone."""
        self._troubles.asked()
        self._routing.unwant_all()
        for shelf in self._shelves():
            shelf.let_go(Stored.NOT_WANTED)
        left = self._disk.erase() if self._disk is not None else ()
        self._empty_memory()
        self._listeners.deleted(Deleted(everything=True))
        if left:
            self._troubles.tell(wording.NOT_ALLOWED)
        self.stand()
        if self.standing is not Kept.NONE:
            return Deletion(False)
        return Deletion(not left, left, unreadable=bool(left))

    # the file's key

    def open(self, key: bytes) -> Unlocking:
        """Open the file with its key. What is not wanted goes at once; ``tend`` takes what has had its time before anything is shown."""
        if self._disk is None or not self._disk.exists:
            return Unlocking(False, wording.FOLDER_GONE)
        sentence = ""
        if self._disk.shelf is None:
            try:
                sentence = self._disk.open(key)
            except Exception as error:
                self.stand()
                if trouble := trouble_of(error):
                    return Unlocking(False, str(trouble))
                raise
            self.stand()
            if (shelf := self._shelf_at(Place.FILE)) is not None:
                self._taken_back.give_to(shelf)
            self._at_opening.work_off(self._delete_again)
        return Unlocking(True, sentence)

    def lock(self) -> None:
        """Commit what waits, and let go of the file and its key."""
        if self._disk is None or self._disk.shelf is None:
            return
        try:
            self._disk.flush()
        except Exception as error:
            self.failed(error)
        finally:
            self._let_go(Stored.LOCKED)

    def stand(self) -> None:
        """Tell how the file stands, where that is new."""
        kept = self._disk.kept if self._disk is not None else Kept.NONE
        if kept is not self.standing:
            self.standing = kept
            self._listeners.kept_changed(kept)

    def _let_go(self, stored: Stored) -> None:
        """Close the file; what could not be committed is told ``stored``."""
        if self._disk is not None and self._disk.shelf is not None:
            self._disk.shelf.let_go(stored)
            self._disk.close()
        self.stand()

    def _shelves(self) -> Iterator[Shelf]:
        yield self._memory
        if self._disk is not None and self._disk.shelf is not None:
            yield self._disk.shelf

    def _shelf_at(self, place: Place) -> Shelf | None:
        if place is Place.MEMORY:
            return self._memory
        return self._disk.shelf if place is Place.FILE and self._disk is not None else None

    def _flush(self, *, only_urgent: bool = False) -> None:
        """Commit what waits. Where the world prevents it, it waits for the next try."""
        committed = False
        for shelf in tuple(self._shelves()):
            if only_urgent and not shelf.urgent:
                continue
            try:
                committed = (shelf.flush() if shelf is self._memory or self._disk is None else self._disk.flush()) or committed
            except Exception as error:
                self.failed(error)
        if committed:
            self._heed_deletions()
            if not any(shelf.failing for shelf in self._shelves()):
                self._troubles.over()

    def _heed_deletions(self) -> None:
        """The command line may have deleted visits whose pages are open here: nothing more of them is taken in."""
        if self._disk is not None and (visits := self._disk.deleted_beside()):
            self._routing.unwant(visits)
            self._listeners.deleted(Deleted(visits))
            self._listeners.changed()

    def _look_at_key(self) -> None:
        """Another process may have erased everything: what this one has goes as well. The files are left to whoever did it."""
        if self._disk is None or self.standing is Kept.NONE or self._disk.exists:
            return
        self._disk.begin_anew()
        if self._disk.folder_gone:
            self._let_go(Stored.DISK)
            self._troubles.tell(wording.FOLDER_GONE)
            return
        self._routing.unwant_all()
        self._let_go(Stored.NOT_WANTED)
        self._empty_memory()
        self._listeners.deleted(Deleted(everything=True))
        self._listeners.changed()

    def _empty_memory(self) -> None:
        self._memory.let_go(Stored.NOT_WANTED)
        old, self._memory = self._memory, self._make_memory()
        with suppress(Exception):
            old.db.close()
        self._leaving.begin_anew()
        self._at_opening.clear()
        self._taken_back.clear()

    def _unkeep(self, visit: str) -> None:
        """The person is still there, so what they said of its forms stays, other than when they delete a visit."""
        what = TheVisit(visit)
        self._at_opening.add(what)
        if self.standing is Kept.LOCKED:
            self._at_opening.write()
            self._delete(what, [self._memory])
        self._delete_what_waits()
        self._listeners.changed()

    def _delete_what_waits(self) -> None:
        """What could not be deleted yet, once it is time."""
        if self.standing is not Kept.LOCKED and not self._at_opening.wait:
            self._at_opening.work_off(self._delete_again)

    def _delete_again(self, what: Doomed) -> list[Doomed]:
        """Delete; what is left of it. But for single visits from the file alone: what came into memory since then was not meant."""
        shelves = [shelf for shelf in self._shelves() if isinstance(what, TheVisit) or shelf is not self._memory]
        self._delete(what, shelves)
        return left_of(what, shelves)

    def _delete(self, what: Doomed, shelves: Sequence[Shelf]) -> None:
        self._flush()
        finished(delete(what, lambda: shelves, self._disk, self._routing, self.failed))
