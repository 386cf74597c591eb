"""The saving thread: a copy that a person asked for is gathered, drawn and written, and stops at any moment that they wish.

CopyWish -> facts of open pages and of what is kept -> evidence/bundle.py -> evidence/written.py -> CopyMade
"""

import errno
import logging
import queue
import threading
import time
from collections.abc import Callable
from contextlib import suppress

from netcurtain.core import mistake
from netcurtain.core.copy_passphrase import CopyPassphraseError, spelled
from netcurtain.core.evidence import Evidence, Source
from netcurtain.core.evidence_without import without
from netcurtain.core.saved_copy import CopyKind, CopyMade, CopyStep, CopyWish, Letters
from netcurtain.evidence import outcome_wording as wording
from netcurtain.evidence.bundle import copy_of
from netcurtain.evidence.letter import letters
from netcurtain.evidence.pdf import DrawingError
from netcurtain.evidence.together import together
from netcurtain.evidence.written import write_copy

GATHERED_WITHIN_SECONDS = 60.0
"""How long the facts may take; what is asked for them is stopped when the app ends."""
STOPPING_SECONDS = 0.5
"""How long stopping waits for the thread; what is drawn then is let go of."""

Found = Evidence | None
Find = Callable[[str, str, float, Callable[[Found], None]], None]
"""Asks for the facts of a visit, or of a site where that is not "", at a moment in milliseconds since 1970; answers from any thread."""
Job = Callable[[], None]
Progress = Callable[[CopyStep, float], None]

_SENTENCES = {
    errno.ENOSPC: wording.NO_ROOM,
    errno.EDQUOT: wording.NO_ROOM,
    errno.EFBIG: wording.NO_ROOM,
    errno.EACCES: wording.NOT_ALLOWED,
    errno.EPERM: wording.NOT_ALLOWED,
    errno.EROFS: wording.NOT_ALLOWED,
    errno.ENOENT: wording.PLACE_GONE,
    errno.ENOTDIR: wording.PLACE_GONE,
    errno.ENODEV: wording.PLACE_GONE,
    errno.ENXIO: wording.PLACE_GONE,
    errno.EIO: wording.PLACE_GONE,
    errno.ENAMETOOLONG: wording.NAME_TOO_LONG,
}

_log = logging.getLogger(__name__)


class CancelledError(Exception):
    """The person does not want it any more, or the app ends."""


class TooSlowError(Exception):
    """The facts did not come in time; a copy without some of them would not be what was asked for."""


class Saving:
    """Public methods may be called from any thread and return at once; every ``done`` is called once, on the thread that has the answer.

    ``opened`` and ``kept`` find the facts; ``clock`` gives seconds since 1970.
    """

    def __init__(self, opened: Find, kept: Find, clock: Callable[[], float] = time.time) -> None:
        self._opened = opened
        self._kept = kept
        self._clock = clock
        self._jobs: queue.SimpleQueue[Job | None] = queue.SimpleQueue()
        self._stopped = threading.Event()
        self._starting = threading.Lock()
        self._thread: threading.Thread | None = None

    def save(self, wish: CopyWish, progress: Progress, done: Callable[[CopyMade], None]) -> Callable[[], None]:
        """Save a copy; what it returns stops it, and nothing is written then. Once it is written it is too late for that."""
        cancelled = threading.Event()
        self._do(lambda: done(self._saved(wish, progress, cancelled)))
        return cancelled.set

    def letters(self, visit: str, done: Callable[[Letters | None], None]) -> None:
        """Words for a complaint about a visit, from facts that an organisation may have; None where it is no longer there."""
        self._do(lambda: done(self._letters(visit)))

    def stop(self) -> None:
        """Stop what is being saved, and take nothing new."""
        self._stopped.set()
        self._jobs.put(None)
        if self._thread is not None and self._thread is not threading.current_thread():
            self._thread.join(STOPPING_SECONDS)

    def _do(self, job: Job) -> None:
        with self._starting:
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="saving", daemon=True)
                self._thread.start()
        self._jobs.put(job)

    def _run(self) -> None:
        while not self._stopped.is_set() and (job := self._jobs.get()) is not None:
            try:
                job()
            except Exception as error:
                _log.error("a job of the saving thread failed: %s", mistake.named(error))

    def _saved(self, wish: CopyWish, progress: Progress, cancelled: threading.Event) -> CopyMade:
        def go_on() -> None:
            if cancelled.is_set() or self._stopped.is_set():
                raise CancelledError

        try:
            return self._make(wish, progress, go_on)
        except CancelledError:
            return CopyMade(False, wording.CANCELLED, cancelled=True)
        except TooSlowError:
            _log.warning("the facts of a copy did not come in time")
            return CopyMade(False, wording.TOO_SLOW)
        except CopyPassphraseError:
            return CopyMade(False, wording.PASSPHRASE_TOO_LONG)
        except DrawingError:
            _log.error("a copy could not be drawn")
            return CopyMade(False, wording.NOT_MADE)
        except OSError as error:
            _log.warning("a copy could not be written: %s", errno.errorcode.get(error.errno or 0, "no number"))
            return CopyMade(False, _SENTENCES.get(error.errno or 0, wording.NOT_WRITTEN))
        except Exception as error:
            _log.error("a copy could not be made: %s", mistake.named(error))
            return CopyMade(False, wording.NOT_MADE)

    def _make(self, wish: CopyWish, progress: Progress, go_on: Job) -> CopyMade:
        solicitor = wish.kind is CopyKind.SOLICITOR
        if solicitor and not wish.passphrase:
            return CopyMade(False, wording.NEEDS_PASSPHRASE)
        if solicitor:
            spelled(wish.passphrase)
        go_on()
        progress(CopyStep.GATHERING, 0.0)
        found = self._gathered(wish.visit, wish.site, go_on)
        if found is None:
            return CopyMade(False, wording.NOT_THERE)
        if not solicitor:
            found = without(found, button_words=not wish.button_words, browser_numbers=not wish.browser_numbers)
        go_on()
        progress(CopyStep.DRAWING, 0.3)
        content = copy_of(found, wish.kind, name=wish.name, passphrase=wish.passphrase, go_on=go_on)
        progress(CopyStep.WRITING, 0.8)
        write_copy(wish.place, content, go_on)
        progress(CopyStep.WRITING, 1.0)
        made_from = wording.MADE_FROM_OPEN if Source.OPEN in found.sources else wording.MADE_FROM_KEPT
        return CopyMade(True, f"{made_from} {wording.PASSPHRASE_ONLY if solicitor else wording.ANYBODY_CAN_READ}")

    def _letters(self, visit: str) -> Letters | None:
        try:
            found = self._gathered(visit, "", self._unless_stopped)
            return letters(without(found, button_words=True, browser_numbers=True)) if found else None
        except CancelledError:
            return None
        except Exception as error:
            _log.error("a letter could not be made: %s", mistake.named(error))
            return None

    def _unless_stopped(self) -> None:
        if self._stopped.is_set():
            raise CancelledError

    def _gathered(self, visit: str, site: str, go_on: Job) -> Found:
        """From the open pages and from what is kept, put together."""
        opened = self._asked(self._opened, visit, site, go_on)
        return together(opened, self._asked(self._kept, visit, site, go_on))

    def _asked(self, find: Find, visit: str, site: str, go_on: Job) -> Found:
        """The answer of another thread, unless the person stops waiting for it. Raises TooSlowError."""
        answers: queue.SimpleQueue[Found] = queue.SimpleQueue()
        find(visit, site, self._now(), answers.put)
        until = time.monotonic() + GATHERED_WITHIN_SECONDS
        while time.monotonic() < until:
            go_on()
            with suppress(queue.Empty):
                return answers.get(timeout=0.05)
        raise TooSlowError

    def _now(self) -> float:
        return self._clock() * 1000
