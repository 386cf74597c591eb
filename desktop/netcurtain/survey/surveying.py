"""One site, address by address and page by page: is it allowed, which pages, what does each tell. Everything that goes wrong becomes a row.

    async with Surveyor(tools, asked) as surveyor:
        found = await surveyor.survey(task, into)

visiting.py looks at one page; robots.py and finding.py say which.
"""

import logging
import math
import time
from asyncio import sleep, timeout, to_thread
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import gettempdir
from time import monotonic
from types import TracebackType
from typing import Self

import msgspec
from playwright.async_api import Error, Page, Playwright

from netcurtain import __version__
from netcurtain.core.knowledge import Knowledge
from netcurtain.survey.asked import Address, Asked, SiteTask
from netcurtain.survey.looking import flags, left_over, limits, robots
from netcurtain.survey.looking.browser import Browser, Seed, folder_for, may_have_sandbox
from netcurtain.survey.looking.driving import Drivers
from netcurtain.survey.looking.failures import Failed, failure_of
from netcurtain.survey.looking.finding import LEAST_LOADS, LOADS_FOR_A_PAGE, FoundPage, find_pages
from netcurtain.survey.looking.notes import ToLook
from netcurtain.survey.looking.robots import Robots, left_alone
from netcurtain.survey.looking.visiting import Means, visit
from netcurtain.survey.result import ListUsed, MadeWith, PageSurveyed, SiteSurveyed
from netcurtain.survey.trouble import Trouble
from netcurtain.survey.troubled import troubled

ROBOTS_SECONDS = 10.0
"""How long a robots.txt may take, where ``patience`` is longer."""

log = logging.getLogger(__name__)

_versions: dict[tuple[Path, int], str] = {}
"""By browser, and when its program was put there: a system may bring a new one while we run."""


@dataclass(frozen=True, slots=True)
class Tools:
    """What a machine needs to look at pages. ``extension`` is the folder of ours; ``chromium`` is the system's browser."""

    knowledge: Knowledge
    made_lists: tuple[ListUsed, ...]
    extension: Path
    chromium: Path


class Surveyor:
    """Looks at sites; async with. Several survey() may run at once on one: each page has a browser of its own."""

    def __init__(self, tools: Tools, asked: Asked) -> None:
        self._tools = tools
        self._asked = asked
        self._drivers = Drivers()
        self._agent = ""
        self.made_with = MadeWith(__version__, "", tools.made_lists)
        """With the browser's version as soon as the block has begun."""

    async def __aenter__(self) -> Self:
        """Start what drives the browsers. Raises failures.Failed(COMPUTER, ...) where Chromium cannot be started at all."""
        await to_thread(left_over.delete, folder_for(self._tools.chromium) or Path(gettempdir()), time.time())
        try:
            async with self._drivers.lend() as driver:
                version = await _version_of(driver, self._tools.chromium, self._asked)
        except BaseException:
            await self.__aexit__(None, None, None)
            raise
        self._agent = flags.user_agent(version, __version__, self._asked.contact)
        self.made_with = MadeWith(__version__, f"Chromium {version}", self._tools.made_lists)
        return self

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None) -> None:
        """Each browser has ended with its page; now their driver does."""
        await self._drivers.__aexit__(None, None, None)

    async def survey(self, task: SiteTask, into: Path) -> SiteSurveyed:
        """Look at all pages of a site, one at a time. Writes ``<page.name>.har`` and ``<page.name>.jpg`` into the folder ``into``, which is
        there; ``PageSurveyed.recording`` and ``.screenshot`` are those bare names. Raises nothing but asyncio.CancelledError.
        """
        try:
            async with self._drivers.lend() as driver:
                site = _Site(self._asked, task.site, into, self._tools.knowledge, partial(self._browser, driver))
                pages = [page async for page in site.pages(task.addresses)]
        except Failed as failed:
            return troubled(task, self.made_with, failed.trouble, failed.detail)
        return SiteSurveyed(task.site, self.made_with, tuple(pages))

    async def answers(self, address: str) -> bool:
        """Whether its site says anything at all to its robots.txt. It has been asked for that before. Raises nothing but CancelledError."""
        try:
            async with self._drivers.lend() as driver, self._browser(driver, None) as browser:
                return await robots.answers(browser.tab, address, min(ROBOTS_SECONDS, self._asked.patience))
        except Exception as error:
            log.info("a site that was reached before could not be asked: %s", failure_of(error).trouble)
            return False

    def _browser(self, driver: Playwright, seed: Seed | None) -> Browser:
        return Browser(driver, self._tools.chromium, self._asked, self._agent, self._tools.extension, seed)


class _Site:
    """One site while it is looked at. Between any two loads of it lies the delay, also between two pages."""

    def __init__(self, asked: Asked, site: str, into: Path, knowledge: Knowledge, browser: Callable[[Seed | None], Browser]) -> None:
        self._asked = asked
        self._site = site
        self._browser = browser
        self._means = Means(knowledge, asked, browser, self._may, self._turn, into)
        self._robots: Robots | None = None
        self._delay = asked.delay
        self._loaded = -math.inf
        self._looked_at: set[str] = set()

    async def pages(self, addresses: Sequence[Address]) -> AsyncIterator[PageSurveyed]:
        """Every page, as soon as it has been looked at."""
        self._looked_at.update(address.url for address in addresses)
        more = max(0, self._asked.pages - len(addresses))
        for address in addresses:
            if address.mistake:
                yield _row(self._page(address, 1, FoundPage(address.url, 0)), Trouble.NO_ADDRESS)
                continue
            page = await visit(self._page(address, 1, FoundPage(address.url, 0)), self._means)
            others, broke_off = await self._found(address, more)
            yield msgspec.structs.replace(page, search_broke_off=broke_off)
            for number, found in enumerate(others, 2):
                more -= 1
                yield await visit(self._page(address, number, found), self._means)

    def _page(self, address: Address, number: int, found: FoundPage) -> ToLook:
        return ToLook(f"{address.number:04d}-{number:02d}", address, self._site, found.url, found.clicks)

    async def _found(self, address: Address, most: int) -> tuple[Sequence[FoundPage], bool | None]:
        """Other pages of the site with forms, and whether the search was cut short; None where none was made. What it found is kept."""
        if self._asked.clicks == 0 or most == 0:
            return (), None
        loads = max(self._asked.pages * LOADS_FOR_A_PAGE, LEAST_LOADS)
        pages: list[FoundPage] = []
        whole: bool | None = False
        try:
            async with timeout(limits.find_seconds(self._asked, loads)), self._browser(None) as browser:
                browser.watch.allow(pages=loads)
                robots = self._robots_for(browser.tab)
                async with self._turn():
                    whole = (await browser.unless_wrong(find_pages(browser.tab, robots, address.url, self._asked, pages))).whole
        except Exception as error:
            log.info("looking for other pages broke off: %s", failure_of(error).trouble)
        new = [page for page in pages if page.clicks > 0 and page.url not in self._looked_at]
        self._looked_at.update(page.url for page in new[:most])
        return new[:most], None if whole is None else not whole or len(new) > most

    async def _may(self, tab: Page, url: str) -> None:
        rule = await self._robots_for(tab).rule(url)
        # An address may lead to another host, and each load then asks both: the longest that any of them asks for holds from then on.
        self._delay = max(self._delay, rule.delay)
        if not rule.allowed:
            raise left_alone(rule)

    def _robots_for(self, tab: Page) -> Robots:
        if self._robots is None:
            self._robots = Robots(tab, min(ROBOTS_SECONDS, self._asked.patience))
        else:
            self._robots.use(tab)
        return self._robots

    @asynccontextmanager
    async def _turn(self) -> AsyncIterator[None]:
        """A load stands in it. The delay is counted from the end of the load before."""
        await sleep(max(0.0, self._loaded + self._delay - monotonic()))
        try:
            yield
        finally:
            self._loaded = monotonic()


def _row(page: ToLook, trouble: Trouble) -> PageSurveyed:
    """A page that was not looked at."""
    return PageSurveyed(
        name=page.name,
        number=page.address.number,
        site=page.site,
        label=page.address.label,
        asked=page.address.url,
        url=page.url,
        clicks=page.clicks,
        started=time.time() * 1000,
        trouble=trouble,
    )


async def _version_of(driver: Playwright, chromium: Path, asked: Asked) -> str:
    """Such as "156.0.1.2", asked of the browser itself: not every system lets its program say it. Raises failures.Failed."""
    try:
        this = chromium, (await to_thread(chromium.stat)).st_mtime_ns
        if this not in _versions:
            async with timeout(2 * limits.LAUNCH_SECONDS):
                browser = await driver.chromium.launch(
                    executable_path=chromium,
                    chromium_sandbox=may_have_sandbox(),
                    args=asked.browser_options,
                    timeout=limits.LAUNCH_SECONDS * 1000,
                )
                _versions[this] = browser.version
                await browser.close()
    except (Error, OSError) as error:
        raise Failed(Trouble.COMPUTER, "start") from error
    return _versions[this]
