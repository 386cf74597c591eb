"""Nobody answers at a site: is that the site, or has the computer no way out? A site that it has reached before is asked again.

One on each computer that looks, for one run: pool.py has that of this computer, worker.py that of a worker. What cannot be told becomes
Trouble.NO_ANSWER, and keeping.py does not keep it.
"""

import threading
from asyncio import sleep
from pathlib import Path
from time import monotonic
from typing import Protocol

import msgspec

from netcurtain.survey.asked import SiteTask
from netcurtain.survey.result import MadeWith, PageSurveyed, SiteSurveyed
from netcurtain.survey.trouble import NOBODY_THERE, Trouble
from netcurtain.survey.troubled import troubled

LEAST_SECONDS = 3.0
"""From one question to the next: it is a stranger's site. Not much longer, for the network may come back in that time."""
TURN_SECONDS = 0.1
"""How often it is looked whether another has asked meanwhile."""


class Surveys(Protocol):
    """Looks at sites (surveying.py)."""

    async def survey(self, task: SiteTask, into: Path) -> SiteSurveyed:
        """Write a site's files into a folder and say what was found. What goes wrong is in the result."""

    async def answers(self, address: str) -> bool:
        """Whether the site of an address says anything at all: one light request."""


class WayOut:
    """Of one computer. It may be shared by threads, each with a loop of its own."""

    def __init__(self) -> None:
        self._known = ""
        """The newest address at which somebody answered."""
        self._asking = threading.Lock()
        self._asked: float | None = None
        """When the newest question was put."""
        self._answered = True

    async def survey(self, surveyor: Surveys, task: SiteTask, into: Path, made_with: MadeWith) -> SiteSurveyed:
        """Look at a site, and where nobody answers there, find out why. While there is no way out no site is looked at.

        Raises what the surveyor raises.
        """
        if not self._answered and self._known and not await self._is_there(surveyor):
            return troubled(task, made_with, Trouble.NO_ANSWER)
        found = await surveyor.survey(task, into)
        if reached := next((page.url for page in found.pages if page.trouble is None or page.status), ""):
            self._known = reached
        if not _nobody_answered(found) or await self._is_there(surveyor):
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
                self._asked = monotonic()
                self._answered = await surveyor.answers(self._known)
            return self._answered
        finally:
            self._asking.release()


def _nobody_answered(found: SiteSurveyed) -> bool:
    """At none of its addresses. One page that answered shows that there is a way out."""
    asked = [page for page in found.pages if page.trouble is not Trouble.NO_ADDRESS]
    return bool(asked) and all(page.status == 0 and (page.trouble is Trouble.TIMED_OUT or page.detail in NOBODY_THERE) for page in asked)


def _unsure(page: PageSurveyed) -> PageSurveyed:
    return page if page.trouble is Trouble.NO_ADDRESS else msgspec.structs.replace(page, trouble=Trouble.NO_ANSWER)
