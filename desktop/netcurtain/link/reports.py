"""Reports on their way from the link to the session: in turns, a tab after a tab, and with pauses in which the loop reads what comes in.

Lives on the link's thread. Which tab is next is decided in turns.py.
"""

import asyncio
import time
from collections.abc import Callable

from netcurtain.core.observation import Observation
from netcurtain.link.turns import MAX_WAITING, Turn, Turns

SLICE_SECONDS = 0.005
"""How long reports are worked off before the loop may do something else."""
MAX_HELD = 2 * MAX_WAITING
"""The weight from which on nothing more is read: of what must not be passed over, too."""


class Reports:
    """``hear`` is called with a browser and its report, ``missed`` with a browser and a page of which some requests were passed over."""

    def __init__(self, hear: Callable[[str, Observation], None], missed: Callable[[str, str], None]) -> None:
        self._hear = hear
        self._missed = missed
        self.start()

    def start(self) -> None:
        """Begin with nothing, on the loop that runs now."""
        self._turns = Turns()
        self._at_work = False
        self._room = asyncio.Event()
        self._room.set()

    def take(self, browser: str, observation: Observation) -> None:
        """Hear a report when it is its turn: at once where nothing else waits."""
        if not self._turns.add(browser, observation):
            self._hear(browser, observation)
        if self._turns.waiting > MAX_HELD:
            self._room.clear()
        if not self._at_work:
            self._work()

    def finish(self, browser: str) -> None:
        """Hear all that a browser has said so far."""
        while (turn := self._turns.next(browser)) is not None:
            self._have(turn)

    def forget(self, browser: str) -> None:
        """Hear nothing more of what a browser has said so far."""
        self._turns.forget(browser)

    async def room(self) -> None:
        """Wait until more may be taken in."""
        await self._room.wait()

    def _work(self) -> None:
        until = time.monotonic() + SLICE_SECONDS
        self._at_work = False
        while (turn := self._turns.next()) is not None:
            self._have(turn)
            if time.monotonic() >= until:
                self._at_work = True
                asyncio.get_running_loop().call_soon(self._work)
                break
        if self._turns.waiting <= MAX_HELD:
            self._room.set()

    def _have(self, turn: Turn) -> None:
        for observation in turn.observations:
            self._hear(turn.browser, observation)
        for page in turn.gaps:
            self._missed(turn.browser, page)
