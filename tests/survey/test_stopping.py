"""Ctrl+C, and being asked to end, while a survey runs."""

import asyncio
import contextlib
import os
import signal
from collections.abc import Iterator

import pytest

from netcurtain.survey.stopping import SIGNALS, StoppedError, Stopping


@pytest.fixture(autouse=True)
def _hears_that_its_window_closed() -> Iterator[None]:
    """Also where the tests were started with `nohup`."""
    before = signal.signal(signal.SIGHUP, signal.SIG_DFL)
    yield
    signal.signal(signal.SIGHUP, before)


def handlers() -> list[object]:
    return [signal.getsignal(number) for number in SIGNALS]


@pytest.mark.parametrize("number", SIGNALS)
def test_work_is_stopped_in_order(number: signal.Signals) -> None:
    told, done = list[str](), list[str]()
    stopping = Stopping(lambda: told.append("stopping"))
    before = handlers()

    async def work() -> None:
        try:
            os.kill(os.getpid(), number)
            await asyncio.Event().wait()
        finally:
            done.append(f"asked: {stopping.is_asked()}")

    with pytest.raises(StoppedError):
        stopping.run(work())
    assert (told, done) == (["stopping"], ["asked: True"])
    assert handlers() == before


def test_a_window_that_closes_may_say_so_twice_and_nobody_has_to_hear_it() -> None:
    def told() -> None:
        raise BrokenPipeError

    async def work() -> None:
        try:
            os.kill(os.getpid(), signal.SIGHUP)
            await asyncio.Event().wait()
        finally:
            os.kill(os.getpid(), signal.SIGHUP)

    with pytest.raises(StoppedError):
        Stopping(told).run(work())


def test_a_closed_window_is_not_heard_where_nobody_wants_it_to_be() -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    stopping = Stopping(lambda: pytest.fail("nobody asked for it"))

    async def work() -> None:
        os.kill(os.getpid(), signal.SIGHUP)

    try:
        stopping.run(work())
        assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGHUP, before)


def test_work_that_ends_by_itself_is_not_stopped() -> None:
    before = handlers()
    stopping = Stopping(lambda: pytest.fail("nobody asked for it"))
    stopping.run(asyncio.sleep(0))
    assert not stopping.is_asked()
    assert handlers() == before


def test_work_that_takes_the_stop_for_something_else_and_goes_on_was_stopped_all_the_same() -> None:
    async def work() -> None:
        with contextlib.suppress(asyncio.CancelledError):
            os.kill(os.getpid(), signal.SIGINT)
            await asyncio.Event().wait()

    with pytest.raises(StoppedError):
        Stopping(lambda: None).run(work())


def test_what_the_work_raises_is_raised() -> None:
    async def work() -> None:
        raise ValueError("of the work")

    with pytest.raises(ValueError, match="of the work"):
        Stopping(lambda: None).run(work())
