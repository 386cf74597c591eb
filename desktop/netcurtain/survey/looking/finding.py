"""Find the pages of a site that have a form, by following its links breadth first; one load at a time, and only where robots.txt allows."""

from asyncio import sleep
from collections import deque
from contextlib import suppress
from dataclasses import dataclass

from playwright.async_api import Error, Page

from netcurtain.survey.asked import Asked
from netcurtain.survey.looking.links import links, without_fragment
from netcurtain.survey.looking.robots import Robots
from netcurtain.survey.looking.touching import count_forms
from netcurtain.survey.sites import site_of

LOADS_FOR_A_PAGE = 5
"""How many loads each page that may be found is worth; a large site's links have no end."""
LEAST_LOADS = 20
MAX_WAITING = 1000
"""Addresses that wait to be loaded."""
SETTLE_SECONDS = 2.0
"""Many a form is only there a moment after its page."""

ERROR_PAGE = "chrome-error://**"


@dataclass(frozen=True, slots=True, repr=False)
class FoundPage:
    """A page to look at, and how many links it is away from the address of the list."""

    url: str
    clicks: int


async def find_pages(tab: Page, robots: Robots, address: str, asked: Asked, into: list[FoundPage] | None = None) -> tuple[FoundPage, ...]:
    """The address itself, whatever it is, then the pages of its site with a form within ``asked.clicks``; ``asked.pages`` at most.

    With 0 clicks, or where robots.txt does not allow the address, nothing is loaded. Otherwise pages are loaded in ``tab``, with
    ``asked.delay`` or what robots.txt asks before each but the first, each for ``asked.patience`` at most; LOADS_FOR_A_PAGE times
    ``asked.pages`` of them, or LEAST_LOADS if that is more. Raises nothing of playwright's. The caller waits before the next load.

    ``into`` is filled with the same, page by page: what is in it stays, where looking for more is broken off. Where an address leads to
    another is known only once it has been asked for; what came of it is passed over where robots.txt does not allow that other.
    """
    found = [] if into is None else into
    found.append(FoundPage(address, 0))
    if asked.clicks <= 0 or asked.pages <= 1:
        return tuple(found)
    site = site_of(address)
    known = {without_fragment(address)}
    waiting = deque([FoundPage(address, 0)])
    loads, most = 0, max(asked.pages * LOADS_FOR_A_PAGE, LEAST_LOADS)
    while waiting and loads < most and len(found) < asked.pages:
        page = waiting.popleft()
        rule = await robots.rule(page.url)
        if not rule.allowed:
            continue
        if loads:
            await sleep(max(asked.delay, rule.delay))
        loads += 1
        if not await _load(tab, page.url, asked.patience):
            continue
        came_to = without_fragment(tab.url)
        # One address leads to another: to one that was known already, or off the site.
        if site_of(came_to) != site or (came_to != without_fragment(page.url) and came_to in known):
            continue
        if came_to != without_fragment(page.url) and not await robots.allowed(came_to):
            continue
        known.add(came_to)
        if page.clicks and await count_forms(tab):
            found.append(page)
        if page.clicks < asked.clicks:
            for url in await links(tab):
                if url not in known and len(waiting) < MAX_WAITING:
                    known.add(url)
                    waiting.append(FoundPage(url, page.clicks + 1))
    return tuple(found)


async def _load(tab: Page, url: str, patience: float) -> bool:
    """Whether it is there, as a page."""
    try:
        answer = await tab.goto(url, timeout=patience * 1000, wait_until="domcontentloaded")
    except Error as error:
        if "net::" in error.message:
            await _said(tab)
        return False
    await _settled(tab)
    return answer is not None and answer.ok


async def _said(tab: Page) -> None:
    """Until the browser's own page about a load that failed is there: it would come up in the middle of the next."""
    with suppress(Error):
        await tab.wait_for_url(ERROR_PAGE, timeout=SETTLE_SECONDS * 1000)


async def _settled(tab: Page) -> None:
    with suppress(Error):  # many pages are never quiet
        await tab.wait_for_load_state("networkidle", timeout=SETTLE_SECONDS * 1000)
