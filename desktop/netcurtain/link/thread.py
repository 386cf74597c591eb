"""The thread that the link lives on: an asyncio loop that other threads start, stop, and give work to."""

import asyncio
import threading
from collections.abc import Callable, Coroutine
from concurrent.futures import Future
from contextlib import suppress
from typing import Any, TypeVar

T = TypeVar("T")

Main = Callable[[Callable[[int], None], asyncio.Event], Coroutine[Any, Any, None]]
"""What runs on the thread: calls its first argument with the port that it listens on, then goes on until the event is set."""


class LoopThread:
    """Started and stopped by other threads than its own, and as often as they like."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread: threading.Thread | None = None
        self._stopping: asyncio.Event | None = None

    @property
    def running(self) -> bool:
        """Whether there is a loop that takes work."""
        return self._loop is not None

    def start(self, main: Main) -> int:
        """Run ``main`` on a new thread, and wait for its port. Raises what it raises before."""
        started: Future[int] = Future()
        self._thread = threading.Thread(target=lambda: asyncio.run(self._run(main, started)), name=self._name, daemon=True)
        self._thread.start()
        return started.result()

    def stop(self) -> None:
        """End ``main`` and with it the thread; nothing where it does not run."""
        if self._loop is not None and self._stopping is not None and self._thread is not None:
            self._loop.call_soon_threadsafe(self._stopping.set)
            self._thread.join()
            self._loop = None

    def soon(self, work: Callable[[], None]) -> None:
        """Do something on the loop, and do not wait for it; nothing where it does not run."""
        if self._loop is not None:
            with suppress(RuntimeError):  # it has stopped just now
                self._loop.call_soon_threadsafe(work)

    def now(self, work: Callable[[], T]) -> T:
        """Do something on the loop and wait for the answer; never from the loop's own thread. Raises RuntimeError where it does not run."""
        if self._loop is None:
            raise RuntimeError("the link is not running")

        async def worked() -> T:
            return work()

        return asyncio.run_coroutine_threadsafe(worked(), self._loop).result()

    async def _run(self, main: Main, started: Future[int]) -> None:
        stopping = asyncio.Event()

        def say(port: int) -> None:
            self._loop, self._stopping = asyncio.get_running_loop(), stopping
            started.set_result(port)

        try:
            await main(say, stopping)
        except Exception as error:
            if started.done():
                raise
            started.set_exception(error)  # whoever started it must not wait for ever
