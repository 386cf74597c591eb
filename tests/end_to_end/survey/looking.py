"""Looking at pages of ours with a Surveyor on the system's Chromium."""

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import urlsplit

import psutil

from netcurtain.survey.asked import Address, Asked, SiteTask
from netcurtain.survey.result import PageSurveyed, SiteSurveyed
from netcurtain.survey.surveying import Surveyor, Tools

T = TypeVar("T")

Look = Callable[..., list[SiteSurveyed]]
"""Looks at some sites, each an address or several, ``at_once`` at a time; more is as in Asked."""


def looked(tools: Tools, asked: Asked, sites: Sequence[str | Sequence[str]], into: Path, at_once: int) -> list[SiteSurveyed]:
    """What a Surveyor says of them, in their order."""
    tasks = [_task(number, [urls] if isinstance(urls, str) else urls) for number, urls in enumerate(sites)]
    return run(_look(tools, asked, tasks, into, at_once))


def run(work: Coroutine[Any, Any, T]) -> T:
    """In a thread of its own: this one's loop may belong to the browser of other tests."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, work).result()


def only_page(site: SiteSurveyed) -> PageSurveyed:
    (page,) = site.pages
    return page


def _task(number: int, urls: Sequence[str]) -> SiteTask:
    site = urlsplit(urls[0]).hostname or ""
    return SiteTask(site, tuple(Address(10 * number + n, url) for n, url in enumerate(urls, 1)))


async def _look(tools: Tools, asked: Asked, tasks: Sequence[SiteTask], into: Path, at_once: int) -> list[SiteSurveyed]:
    room = asyncio.Semaphore(at_once)

    async def one(task: SiteTask) -> SiteSurveyed:
        async with room:
            return await surveyor.survey(task, into)

    async with Surveyor(tools, asked) as surveyor:
        return await asyncio.gather(*map(one, tasks))


async def until_so(is_so: Callable[[], bool]) -> None:
    """Wait for something that must come; the test's own time is the limit."""
    while not is_so():  # noqa: ASYNC110 -- nobody says when a browser has started
        await asyncio.sleep(0.02)


def browsers_in(home: Path) -> list[str]:
    """What runs with a folder in this one."""
    return [word for process in psutil.process_iter() for word in _words_of(process) if str(home) in word]


def _words_of(process: psutil.Process) -> list[str]:
    try:
        return list(process.cmdline())
    except psutil.Error:
        return []
