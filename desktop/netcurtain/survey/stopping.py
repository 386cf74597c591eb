"""Ctrl+C, and being asked to end: once stops a survey in order, what is done being kept; a second time ends it at once."""

import asyncio
import contextlib
import signal
import sys
import threading
from collections.abc import Callable, Coroutine, Iterator
from types import FrameType
from typing import Any

CLOSED = () if sys.platform == "win32" else (signal.SIGHUP,)
"""The window was closed in which it runs. Whoever starts it with `nohup` wants that to go unheard."""
SIGNALS = (signal.SIGINT, signal.SIGTERM, *CLOSED)


class StoppedError(Exception):
    """The person stopped it."""


class Stopping:
    """Whether it was asked for. ``told`` is called once, when it is."""

    def __init__(self, told: Callable[[], None]) -> None:
        self._told = told
        self._asked = threading.Event()

    def is_asked(self) -> bool:
        """Known at once, before anything was stopped: what fails from now on may fail because it is being stopped."""
        return self._asked.is_set()

    def run(self, work: Coroutine[Any, Any, None]) -> None:
        """Do the work to its end. Raises StoppedError, and what the work raises."""
        asyncio.run(self._run(work))

    async def _run(self, work: Coroutine[Any, Any, None]) -> None:
        task, loop = asyncio.ensure_future(work), asyncio.get_running_loop()

        def stop() -> None:
            task.cancel()
            with contextlib.suppress(OSError):  # the window may be closed, and what it showed gone
                self._told()

        with self._heard(lambda: loop.call_soon_threadsafe(stop)):
            try:
                await task
            except asyncio.CancelledError:
                raise StoppedError from None
        if self.is_asked():  # what it was doing may have taken the stop for something else, and gone on
            raise StoppedError

    @contextlib.contextmanager
    def _heard(self, stop: Callable[[], object]) -> Iterator[None]:
        def hear(_number: int, _frame: FrameType | None) -> None:
            if not self._asked.is_set():
                self._asked.set()
                for number in heard:
                    # A window that closes often says so twice.
                    signal.signal(number, signal.SIG_IGN if number in CLOSED else signal.SIG_DFL)
                stop()

        heard = [number for number in SIGNALS if number not in CLOSED or signal.getsignal(number) is not signal.SIG_IGN]
        before = {number: signal.signal(number, hear) for number in heard}
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)
