import asyncio
import threading
from collections.abc import Callable

import pytest

from netcurtain.link.thread import LoopThread


async def listen(started: Callable[[int], None], stopping: asyncio.Event) -> None:
    started(4321)
    await stopping.wait()


async def fail(_started: Callable[[int], None], _stopping: asyncio.Event) -> None:
    raise ValueError("marker")


def test_it_starts_does_what_it_is_asked_to_stops_and_starts_again() -> None:
    thread = LoopThread("link")
    for _ in range(2):
        assert thread.start(listen) == 4321
        assert thread.running
        assert thread.now(lambda: threading.current_thread().name) == "link"
        done = threading.Event()
        thread.soon(done.set)
        assert done.wait(10)
        thread.stop()
        assert not thread.running
    thread.stop()


def test_while_it_does_not_run_nothing_is_done() -> None:
    thread = LoopThread("link")
    thread.soon(lambda: pytest.fail("done"))
    with pytest.raises(RuntimeError, match="not running"):
        thread.now(lambda: pytest.fail("done"))


def test_whoever_starts_it_hears_why_it_could_not() -> None:
    thread = LoopThread("link")
    with pytest.raises(ValueError, match="marker"):
        thread.start(fail)
    assert not thread.running


def test_what_fails_is_told_to_who_asked_and_the_loop_goes_on() -> None:
    thread = LoopThread("link")
    thread.start(listen)
    with pytest.raises(ZeroDivisionError):
        thread.now(lambda: 1 // 0)
    assert thread.now(lambda: 7) == 7
    thread.stop()
