"""What drives the browsers: playwright's own program, one for many sites at a time.

``async with Drivers() as drivers`` for a survey, ``async with drivers.lend() as driver`` for a site. A program that has ended, or has
driven long enough, is replaced.
"""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from types import TracebackType
from typing import Self

from playwright.async_api import Error, Playwright, async_playwright

from netcurtain.survey.looking import limits
from netcurtain.survey.looking.failures import Failed
from netcurtain.survey.trouble import Trouble

MAX_LENT = 200
"""Sites that one drives. It remembers a little of each, and a survey may be long."""
ANSWER_SECONDS = 5.0
"""One that does not answer in that time has ended."""


@dataclass(slots=True)
class _Driver:
    playwright: Playwright
    lent: int = 0
    users: int = 0
    retired: bool = False

    async def answers(self) -> bool:
        """Whether it is still there."""
        try:
            async with asyncio.timeout(ANSWER_SECONDS):
                await (await self.playwright.request.new_context()).dispose()
        except Exception:
            return False
        return True

    async def stop(self) -> None:
        with contextlib.suppress(Error, TimeoutError, OSError):
            async with asyncio.timeout(ANSWER_SECONDS):
                await self.playwright.stop()


class Drivers:
    """Async with. Within, any number may be lent at a time; they share one program."""

    def __init__(self) -> None:
        self._current: _Driver | None = None
        self._one_at_a_time = asyncio.Lock()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None) -> None:
        """End it."""
        await self._retire()

    @asynccontextmanager
    async def lend(self) -> AsyncIterator[Playwright]:
        """A driver that answers, while the block runs. Raises failures.Failed(COMPUTER) where none comes up in time."""
        async with self._one_at_a_time:
            driver = self._current
            if driver is None or driver.lent >= MAX_LENT or not await driver.answers():
                await self._retire()
                driver = self._current = _Driver(await _started())
            driver.lent += 1
            driver.users += 1
        try:
            yield driver.playwright
        finally:
            driver.users -= 1
            if driver.retired and not driver.users:
                await driver.stop()

    async def _retire(self) -> None:
        """Nobody else gets it; it ends with the last who has it."""
        driver, self._current = self._current, None
        if driver is not None:
            driver.retired = True
            if not driver.users:
                await driver.stop()


async def _started() -> Playwright:
    """All others wait until it is there: so it has its time."""
    try:
        async with asyncio.timeout(limits.LAUNCH_SECONDS):
            return await async_playwright().start()
    except (OSError, Error) as error:  # it took too long, among others
        raise Failed(Trouble.COMPUTER, "start") from error
