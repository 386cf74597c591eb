"""Nobody answers at a site: is that the site, or has the computer no way out? A site that it has reached before is asked again; where
that one is silent, the next question goes to another one.

One on each computer that looks, for one run: pool.py has that of this computer, worker.py that of a worker. What cannot be told becomes
Trouble.NO_ANSWER, and keeping.py does not keep it.
"""

import math
import threading
from asyncio import sleep
from pathlib import Path
from time import monotonic
from typing import Protocol

import msgspec

from netcurtain.survey.asked import SiteTask
from netcurtain.survey.result import MadeWith, PageSurveyed, SiteSurveyed
from netcurtain.survey.sites import site_of
from netcurtain.survey.tries import REST_SECONDS
from netcurtain.survey.trouble import NOBODY_THERE, UNLOOKED, Trouble
from netcurtain.survey.troubled import troubled

LEAST_SECONDS = 3.0
"""From one question to the next: it is a stranger's site. Not much longer, for the network may come back in that time."""
TURN_SECONDS = 0.1
"""How often it is looked whether another has asked meanwhile."""
MOST_KNOWN = 3
"""So many sites that answered are remembered. One may have gone since, or be silent to us alone: after so many questions in a row that
nobody answered a site is looked at all the same.
"""
RESTED_SECONDS = REST_SECONDS / 2
"""Where a question had no answer, and nothing was tried for so long since, the computer has rested (keeping.py). The first site after a
rest is looked at all the same: each question without an answer brings the next rest, and a run must not end without real looks.
"""


class Surveys(Protocol):
    """Looks at sites (surveying.py)."""

    async def survey(self, task: SiteTask, into: Path) -> SiteSurveyed:
        """Write a site's files into a folder and say what was found. What goes wrong is in the result."""

    async def answers(self, address: str) -> bool:
        """Whether the site of an address says anything at all: one light request."""


class WayOut:
    """Of one computer. It may be shared by threads, each with a loop of its own."""

    def __init__(self) -> None:
        self._known: tuple[str, ...] = ()
        """Addresses at which somebody answered, one a site: whom to ask first, the newest or one that was not silent since."""
        self._asking = threading.Lock()
        self._asked: float | None = None
        """When the newest question was put."""
        self._tried = -math.inf
        """When the newest question was put, or a site was looked at all the same."""
        self._silent = 0
        """Questions in a row that nobody answered."""

    async def survey(self, surveyor: Surveys, task: SiteTask, into: Path, made_with: MadeWith) -> SiteSurveyed:
        """Look at a site, and where nobody answers there, find out why. While there is no way out only one now and then is looked at.

        Raises what the surveyor raises.
        """
        all_the_same = self._silent >= MOST_KNOWN or (self._silent > 0 and monotonic() - self._tried >= RESTED_SECONDS)
        if all_the_same:
            self._silent = 1  # whoever comes next asks
            self._tried = monotonic()
        elif self._silent and not await self._is_there(surveyor):
            return troubled(task, made_with, Trouble.NO_ANSWER, UNLOOKED)
        found = await surveyor.survey(task, into)
        if reached := next((page.url for page in found.pages if page.trouble is None or page.status), ""):
            self._known = (reached, *self._known_but(reached))[:MOST_KNOWN]
            if all_the_same:  # the silent ones were silent to us, or are gone; any other look may have loaded before an outage
                self._silent = 0
        # Not asked where it was looked at all the same: the network may be back too late for this site, and in time for the question.
        if not nobody_answered(found) or (not all_the_same and await self._is_there(surveyor)):
            return found
        return msgspec.structs.replace(found, pages=tuple(map(_unsure, found.pages)))

    async def _is_there(self, surveyor: Surveys) -> bool:
        """Asked after this was called, once for all who wait meanwhile."""
        failed = monotonic()
        while not self._asking.acquire(blocking=False):  # noqa: ASYNC110 -- who holds it may be in another thread's loop
            await sleep(TURN_SECONDS)
        try:
            if not self._known:
                return False
            if self._asked is None or self._asked <= failed:
                if self._asked is not None:
                    await sleep(max(0.0, self._asked + LEAST_SECONDS - monotonic()))
                self._asked = self._tried = monotonic()
                await self._ask(surveyor)
            return not self._silent
        finally:
            self._asking.release()

    async def _ask(self, surveyor: Surveys) -> None:
        """The first of those that are known; one that is silent is the last to be asked once more."""
        address = self._known[0]
        if await surveyor.answers(address):
            self._silent = 0
        else:
            self._silent += 1
            self._known = (*self._known_but(address), address)[:MOST_KNOWN]

    def _known_but(self, address: str) -> tuple[str, ...]:
        """Those of other sites."""
        return tuple(known for known in self._known if site_of(known) != site_of(address))


def nobody_answered(found: SiteSurveyed) -> bool:
    """At none of its addresses. One page that answered shows that there is a way out."""
    asked = [page for page in found.pages if page.trouble is not Trouble.NO_ADDRESS]
    return bool(asked) and all(page.status == 0 and (page.trouble is Trouble.TIMED_OUT or page.detail in NOBODY_THERE) for page in asked)


def _unsure(page: PageSurveyed) -> PageSurveyed:
    return page if page.trouble is Trouble.NO_ADDRESS else msgspec.structs.replace(page, trouble=Trouble.NO_ANSWER)
