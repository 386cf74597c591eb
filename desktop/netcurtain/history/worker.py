"""A thread of its own that does jobs one after another, in the order they were asked for."""

import logging
import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import Protocol

from netcurtain.history.trouble import log_bug

MAX_JOBS = 10_000
"""Jobs that may wait for the thread; beyond them nothing is taken in, but what the person asked for."""

log = logging.getLogger(__name__)
Job = Callable[[], object]


class Work(Protocol):
    """What the thread is for. Everything is called on the thread."""

    def begin(self) -> None:
        """Before the first job. What it raises, ``start`` raises."""

    def tend(self) -> None:
        """Before every job, and when ``pause`` is over: what is due by itself."""

    def pause(self) -> float | None:
        """Seconds until something is due; None where nothing is in sight."""

    def failed(self, error: Exception) -> None:
        """A job or ``tend`` raised."""

    def end(self) -> None:
        """After the last job."""


class Worker:
    """The thread. Its methods may be called from any other; only start and stop wait."""

    def __init__(self, name: str, work: Work) -> None:
        self._name = name
        self._work = work
        self._jobs: queue.Queue[Job | None] = queue.Queue()
        self._lock = threading.Lock()
        self._open = False
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        """Begin, and take jobs from now on. Raises what beginning raises."""
        begun: Future[None] = Future()
        self._thread = threading.Thread(target=self._run, args=(begun,), name=self._name, daemon=True)
        self._thread.start()
        begun.result()
        with self._lock:
            self._open = True

    def stop(self) -> None:
        """Take nothing more in, finish every job that waits, end. Again, or before start, it does nothing."""
        with self._lock:
            was_open, self._open = self._open, False
        if was_open and self._thread is not None:
            self._jobs.put(None)
            self._thread.join()

    def ask(self, job: Job, *, always: bool = False) -> bool:
        """Whether the job will be done. Where too many wait it will not, unless ``always``, which is for what a person asks for."""
        with self._lock:
            if not self._open or (not always and self._jobs.qsize() >= MAX_JOBS):
                return False
            self._jobs.put(job)
            return True

    def _run(self, begun: Future[None]) -> None:
        """The thread's whole life."""
        try:
            self._work.begin()
        except Exception as error:
            begun.set_exception(error)
            return
        begun.set_result(None)
        while (job := self._next()) is not None:
            self._do(self._work.tend)  # first, so that no answer has what should be gone
            self._do(job)
        self._do(self._work.end)

    def _next(self) -> Job | None:
        """The next job, or none of any matter once something is due."""
        try:
            return self._jobs.get(timeout=self._work.pause())
        except queue.Empty:
            return _nothing

    def _do(self, job: Job) -> None:
        """Whatever goes wrong in one job, the next one is done."""
        try:
            job()
        except Exception as error:
            try:
                self._work.failed(error)
            except Exception as another:
                log_bug("saying that a job failed", another)


def _nothing() -> None:
    """Only what is due is done."""
