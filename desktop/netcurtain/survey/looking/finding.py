"""Find the pages of a site that have a form, by following its links breadth first; one load at a time, and only where robots.txt allows."""

from asyncio import sleep
from collections import deque
from contextlib import suppress
from dataclasses import dataclass

from playwright.async_api import Error, Page, Response
from playwright.async_api import TimeoutError as TooSlow

from netcurtain.survey.asked import Asked
from netcurtain.survey.looking.documents import with_answer
from netcurtain.survey.looking.failures import failure_of
from netcurtain.survey.looking.links import links, without_fragment
from netcurtain.survey.looking.robots import Robots
from netcurtain.survey.looking.touching import count_forms
from netcurtain.survey.looking.watching import asks_for_document
from netcurtain.survey.sites import site_of
from netcurtain.survey.trouble import Trouble

LOADS_FOR_A_PAGE = 5
"""How many loads each page that may be found is worth; a large site's links have no end."""
LEAST_LOADS = 20
MAX_WAITING = 1000
"""Addresses that wait to be loaded."""
SETTLE_SECONDS = 2.0
"""Many a form is only there a moment after its page."""

ERROR_PAGE = "chrome-error://**"
NOT_NOW = frozenset({403, 408, 429})
"""Answers that say that the server did not want to answer us, or not now; and nothing of whether there is a page."""
NO_PAGE = frozenset({Trouble.NOT_A_PAGE, Trouble.DOWNLOAD})
"""A load that ends so led to something that is there, and is no page."""


@dataclass(frozen=True, slots=True, repr=False)
class FoundPage:
    """A page to look at, and how many links it is away from the address of the list."""

    url: str
    clicks: int


@dataclass(frozen=True, slots=True, repr=False)
class Search:
    """What a search found. ``whole``: it came to its end, and all that it led to could be seen; None where none was made.

    One that loaded nothing was not made; one that got no further than its first load is not whole.
    """

    pages: tuple[FoundPage, ...]
    whole: bool | None


async def find_pages(tab: Page, robots: Robots, address: str, asked: Asked, into: list[FoundPage] | None = None) -> Search:
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
        return Search(tuple(found), None)
    site = site_of(address)
    known = {without_fragment(address)}
    waiting = deque([FoundPage(address, 0)])
    delay = asked.delay
    loads, most = 0, max(asked.pages * LOADS_FOR_A_PAGE, LEAST_LOADS)
    searched = missed = False
    while waiting and loads < most and len(found) < asked.pages:
        page = waiting.popleft()
        rule = await robots.rule(page.url)
        delay = max(delay, rule.delay)
        if not rule.allowed:
            missed |= not rule.is_known
            continue
        if loads:
            await sleep(delay)
        loads += 1
        if not (loaded := await _load(tab, page.url, asked.patience)):
            missed |= loaded is None
            continue
        came_to = without_fragment(loaded)
        # One address leads to another: to one that was known already, or off the site.
        if site_of(came_to) != site or (came_to != without_fragment(page.url) and came_to in known):
            continue
        if came_to != without_fragment(page.url) and not (rule := await robots.rule(came_to)).allowed:
            missed |= not rule.is_known
            continue
        known.add(came_to)
        if page.clicks:
            forms = await count_forms(tab)
            missed |= forms is None
            if forms:
                found.append(page)
        if page.clicks < asked.clicks:
            searched = True
            following = await links(tab)
            missed |= following is None
            for url in following or ():
                if url not in known:
                    missed |= len(waiting) >= MAX_WAITING
                    if len(waiting) < MAX_WAITING:
                        known.add(url)
                        waiting.append(FoundPage(url, page.clicks + 1))
    return Search(tuple(found), searched and not (missed or waiting) if loads else None)


async def _load(tab: Page, url: str, patience: float) -> str | None:
    """Where it led: the address of the page that was loaded. "" where no page is there; None where nobody can say: it did not come, or not
    to us, or its server is in trouble.

    Not the tab's own address, which a page may change without loading anything. Raises failures.Failed(COMPUTER) where this computer is
    offline: with all that follow it would be the same.
    """
    came: list[Response] = []

    def note(response: Response) -> None:
        if asks_for_document(response.request, (tab,)):
            came[:] = with_answer(came, response)

    tab.on("response", note)
    try:
        answer = await tab.goto(url, timeout=patience * 1000, wait_until="domcontentloaded")
        await _settled(tab)
    except TooSlow:
        return None
    except Error as error:
        if "net::" in error.message:
            await _said(tab)
        if (failed := failure_of(error)).trouble is Trouble.COMPUTER:
            raise failed from None  # playwright's words have the address in them
        return "" if failed.trouble in NO_PAGE else None
    finally:
        tab.remove_listener("response", note)
    if answer is None or answer.status >= 500 or answer.status in NOT_NOW:
        return None if answer else ""
    return (came[-1].url if came else tab.url) if answer.ok else ""


async def _said(tab: Page) -> None:
    """Until the browser's own page about a load that failed is there: it would come up in the middle of the next."""
    with suppress(Error):
        await tab.wait_for_url(ERROR_PAGE, timeout=SETTLE_SECONDS * 1000)


async def _settled(tab: Page) -> None:
    with suppress(Error):  # many pages are never quiet
        await tab.wait_for_load_state("networkidle", timeout=SETTLE_SECONDS * 1000)
