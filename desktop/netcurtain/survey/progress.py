"""How far a survey is, on stderr: a bar that moves on a terminal; elsewhere a plain line now and then, by count."""

import time
from collections.abc import Callable
from types import TracebackType
from typing import Self, TextIO

from rich.console import Console
from rich.progress import BarColumn, TextColumn
from rich.progress import Progress as Bar

from netcurtain.survey import wording
from netcurtain.survey.result import SiteSurveyed

LINES = 20
"""About as many plain lines as a whole survey has; with fewer sites, one for each."""


class Progress:
    """``of`` sites in all, of which ``before`` were done in an earlier run. A site has failed when a page of it had trouble; so have
    ``silent`` of those before, and are looked at a second time.

    ``clock`` gives seconds. Use it as ``with``; at its end the bar is gone.
    """

    def __init__(self, of: int, before: int, stream: TextIO, clock: Callable[[], float] = time.monotonic, *, silent: int = 0) -> None:
        self._of = of
        self._before = before
        self._done = 0
        self._failed = silent
        self._stream = stream
        self._clock = clock
        self._began = clock()
        self._every = max(1, of // LINES)
        self._bar = _bar_on(stream) if stream.isatty() else None

    def __enter__(self) -> Self:
        if self._bar is not None:
            self._task = self._bar.add_task(
                "", total=self._of, completed=self._before, failed=self._failed, left=self._of - self._before, time=""
            )
            self._bar.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._bar is not None:
            self._bar.stop()

    def one_more(self, found: SiteSurveyed) -> None:
        """A site is done."""
        self._done += 1
        self._failed += _has_trouble(found)
        done = self._before + self._done
        self._show(done, line=done % self._every == 0 or done == self._of)

    def once_more(self, found: SiteSurveyed) -> None:
        """A site that was done, with trouble, was looked at a second time. How far that is, is said elsewhere (keeping.py)."""
        self._failed -= not _has_trouble(found)
        self._show(self._before + self._done, line=False)

    def _show(self, done: int, *, line: bool) -> None:
        if self._bar is not None:
            time_left = wording.time_left(self._seconds_left()) if done < self._of else ""
            self._bar.update(self._task, completed=done, failed=self._failed, left=self._of - done, time=time_left)
        elif line:
            self._stream.write(wording.progress(done, self._of, self._failed, self._seconds_left()) + "\n")
            self._stream.flush()

    def say(self, sentence: str) -> None:
        """A sentence above the bar."""
        if self._bar is not None:
            self._bar.console.print(sentence, markup=False, highlight=False)
        else:
            self._stream.write(sentence + "\n")
            self._stream.flush()

    def _seconds_left(self) -> float:
        """As if every site to come took as long as those of this run did."""
        return (self._clock() - self._began) / self._done * (self._of - self._before - self._done)


def _has_trouble(found: SiteSurveyed) -> bool:
    return any(page.trouble is not None for page in found.pages)


def _bar_on(stream: TextIO) -> Bar:
    return Bar(
        BarColumn(),
        TextColumn("{task.completed:,.0f} " + wording.DONE),
        TextColumn("{task.fields[failed]:,} " + wording.FAILED),
        TextColumn("{task.fields[left]:,} " + wording.LEFT),
        TextColumn("{task.fields[time]}"),  # rich's own forgets what took longer than half a minute, as sites do
        console=Console(file=stream),
        transient=True,
    )
