"""The lists thread: what is on the shelf is loaded and judged by, newer texts are looked for, and the settings' wishes are done.

shelf -> knowledge.from_shelf -> put (one assignment) and ListsChanged; what fails, and what is old, is told as Trouble, once.
Everything is done on the one thread, one after another, so that nothing else ever waits for a disk or a network.
"""

import gc
import logging
import queue
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from netcurtain import knowledge
from netcurtain.core import mistake
from netcurtain.core.event import Event, ListsChanged, Trouble
from netcurtain.core.session import Knowledge
from netcurtain.lists.progress import Step
from netcurtain.lists.rows import ListRow, OldList, old_lists, rows
from netcurtain.lists.shelf import Shelf
from netcurtain.lists.update import Change, Result, add, remove, update

SECONDS_AN_HOUR = 3_600.0
"""How often it is asked whether a list is due, and so how soon a list that failed is tried again."""
STOPPING_SECONDS = 0.5
"""How long stopping waits for the thread; a list that is still being fetched then is let go of."""

Job = Callable[[], None]
Jobs = queue.SimpleQueue[Job]
Wait = Callable[[Jobs, float], Job | None]
Answer = TypeVar("Answer")
Cancel = Callable[[], None]

_log = logging.getLogger(__name__)


class StoppedError(Exception):
    """The app ends while a list is being fetched, or the person stopped it."""


@dataclass(slots=True)
class Asked:
    """A look that somebody waits for: it tells how far it is, never less than before, and can be stopped."""

    progress: Callable[[float], None]
    stopped: threading.Event = field(default_factory=threading.Event)
    part: float = 0.0


def _no_progress(_part: float) -> None:
    """For who does not want to know."""


def wait_for_job(jobs: Jobs, seconds: float) -> Job | None:
    """The next thing to do; None where nothing came within this time."""
    try:
        return jobs.get(timeout=seconds)
    except queue.Empty:
        return None


class Freshness:
    """Keeps what pages are checked with as new as it can be had.

    ``put`` takes a new knowledge into use in one assignment. It, ``events`` and every ``done`` are called on the lists thread.
    Public methods may be called from any thread and return at once; after ``stop`` nothing is called any more.
    ``clock`` gives seconds since 1970.
    """

    def __init__(
        self,
        shelf: Shelf,
        put: Callable[[Knowledge], None],
        events: Callable[[Sequence[Event]], None],
        clock: Callable[[], float] = time.time,
        wait: Wait = wait_for_job,
    ) -> None:
        self._shelf = shelf
        self._put = put
        self._events = events
        self._clock = clock
        self._wait = wait
        self._jobs: Jobs = queue.SimpleQueue()
        self._stopped = threading.Event()
        self._looks = True
        self._looked = 0.0
        self._loaded: tuple[tuple[str, str], ...] | None = None
        self._failed_once: set[str] = set()
        self._told_failed: set[str] = set()
        self._told_old: set[str] = set()
        self._thread = threading.Thread(target=self._run, name="lists", daemon=True)

    def start(self, *, look_for_newer: bool = True) -> None:
        """Load what is here, then look for newer texts, now and every hour; without ``look_for_newer`` only where the person asks."""
        self._looks = look_for_newer
        self._thread.start()

    def stop(self) -> None:
        """End at once."""
        self._stopped.set()
        self._jobs.put(_nothing)
        if self._thread.is_alive() and self._thread is not threading.current_thread():
            self._thread.join(STOPPING_SECONDS)

    def rows(self, done: Callable[[tuple[ListRow, ...]], None]) -> None:
        """Every list, our own first."""
        self._jobs.put(lambda: self._answer(done, rows(self._shelf, self._clock())))

    def use(self, name: str, on: bool, done: Callable[[str], None]) -> None:
        """Turn a list on or off; ``done`` with one sentence about what came of it. What pages are checked with has changed by then."""
        self._jobs.put(lambda: self._use(name, on, done))

    def update_now(self, done: Callable[[tuple[str, ...]], None], progress: Callable[[float], None] = _no_progress) -> Cancel:
        """Look for newer texts of every list in use, due or not; ``done`` with a sentence a list.

        ``progress`` is told, on the lists thread, how far it is, from 0 to 1. What is returned stops it, from any thread: the list that is
        just being fetched stays as it was, those before it are done, and ``done`` comes with the sentences of those.
        """
        asked = Asked(progress)
        self._jobs.put(lambda: self._update_now(done, asked))
        return asked.stopped.set

    def _run(self) -> None:
        self._do(self._begin)
        while not self._stopped.is_set():
            job = self._wait(self._jobs, self._seconds_to_look() if self._looks else SECONDS_AN_HOUR)
            if job is not None:
                self._do(job)
            if self._looks and self._seconds_to_look() <= 0:
                self._do(self._look)

    def _do(self, job: Job) -> None:
        """One thing after another; none of them may end the thread, for then no list would ever be looked for again."""
        if self._stopped.is_set():
            return
        try:
            job()
        except StoppedError:
            return
        except Exception as error:
            _log.error("a job of the lists thread failed: %s", mistake.named(error))

    def _begin(self) -> None:
        for sentence in self._shelf.mend(self._clock()):
            self._tell(sentence)
        self._load()
        if self._looks:
            self._look()

    def _load(self) -> None:
        """A list that is parsed in full takes the place of the old one in one assignment: no request sees half a list."""
        stamp = self._shelf.stamp()
        whole = knowledge.from_shelf(self._shelf)
        self._loaded = stamp
        if not self._stopped.is_set():
            self._put(whole)
            self._events((ListsChanged(whole.lists),))
            gc.freeze()  # it stays: to look through it for rubbish again and again would keep verdicts waiting

    def _load_what_changed(self) -> None:
        """Whoever changed it: this thread, or `netcurtain filters` beside the running app."""
        if self._shelf.stamp() != self._loaded:
            self._load()

    def _seconds_to_look(self) -> float:
        """How long until the next look; a clock that was set back does not put it off."""
        since = self._clock() - self._looked
        return SECONDS_AN_HOUR - since if 0 <= since < SECONDS_AN_HOUR else 0.0

    def _look(self) -> None:
        """Look for what is due, and say what failed or is old: once, not every hour."""
        self._looked = self._clock()
        results = self._update(due_only=True)
        olds = old_lists(self._shelf, self._clock())
        for result in results:
            if result.change is Change.FAILED and result.name not in self._told_failed and self._is_worth_telling(result.name, olds):
                self._told_failed.add(result.name)
                self._tell(result.sentence)
        # A failure has said the list's age already.
        for old in olds:
            if old.name not in self._told_failed | self._told_old:
                self._told_old.add(old.name)
                self._tell(old.sentence)

    def _is_worth_telling(self, name: str, olds: Sequence[OldList]) -> bool:
        """A list that is here and not old may fail once: at log-in the network is often not there yet."""
        again = name in self._failed_once
        self._failed_once.add(name)
        return again or self._shelf.kept(name) is None or any(old.name == name for old in olds)

    def _update(self, *, due_only: bool, asked: Asked | None = None) -> tuple[Result, ...]:
        results = []
        try:
            for result in update(self._shelf, self._clock(), due_only=due_only, watch=lambda step: self._go_on(step, asked)):
                results.append(result)
        except StoppedError:
            if self._stopped.is_set():
                raise
        self._load_what_changed()
        well = {result.name for result in results if result.change is not Change.FAILED}
        self._told_failed -= well
        self._failed_once -= well
        return tuple(results)

    def _use(self, name: str, on: bool, done: Callable[[str], None]) -> None:
        result = add(self._shelf, name, self._clock(), watch=self._go_on) if on else remove(self._shelf, name)
        self._load_what_changed()
        self._answer(done, result.sentence)

    def _update_now(self, done: Callable[[tuple[str, ...]], None], asked: Asked) -> None:
        self._looked = self._clock()
        self._answer(done, tuple(result.sentence for result in self._update(due_only=False, asked=asked)))

    def _answer(self, done: Callable[[Answer], None], answer: Answer) -> None:
        if not self._stopped.is_set():
            done(answer)

    def _tell(self, sentence: str) -> None:
        if not self._stopped.is_set():
            self._events((Trouble(sentence),))

    def _go_on(self, step: Step, asked: Asked | None = None) -> None:
        if self._stopped.is_set() or (asked is not None and asked.stopped.is_set()):
            raise StoppedError
        if asked is not None:
            asked.part = max(asked.part, part_done(step))  # to read what came starts from nothing again
            asked.progress(asked.part)


def part_done(step: Step) -> float:
    """How far the looking is, from 0 to 1; a list whose length is not known counts once it is there."""
    within = min(1.0, step.so_far / step.total) if step.total else 0.0
    return (step.number - 1 + within) / step.of


def _nothing() -> None:
    """Wakes the thread."""
