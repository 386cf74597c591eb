"""A plain headless Chromium, without the extension, driven from a loop on a thread of its own: the tests' thread may have another's."""

import asyncio
import threading
from collections.abc import Awaitable, Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from typing import TypeVar

from playwright.async_api import BrowserContext, Page, async_playwright

T = TypeVar("T")
PATIENCE = 60


class Tabs:
    """Opens pages, and does something with them."""

    def __init__(self, context: BrowserContext, loop: asyncio.AbstractEventLoop) -> None:
        self._context = context
        self._loop = loop

    def at(self, url: str, do: Callable[[Page], Awaitable[T]], script: str = "") -> T:
        """What ``do`` gives, on the page at ``url``, or in a fresh tab where that is "". ``script`` runs before each of its documents."""

        async def done() -> T:
            tab = await self._context.new_page()
            try:
                if script:
                    await tab.add_init_script(script)
                if url:
                    await tab.goto(url)
                return await do(tab)
            finally:
                for page in self._context.pages:
                    await page.close()

        return asyncio.run_coroutine_threadsafe(done(), self._loop).result(PATIENCE)


@contextmanager
def running(chromium: str) -> Iterator[Tabs]:
    """The browser, until the block ends."""
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    leave: asyncio.Future[None] = loop.create_future()
    come: Future[BrowserContext] = Future()

    async def stay() -> None:
        async with async_playwright() as driver:
            browser = await driver.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
            come.set_result(await browser.new_context())
            await leave
            await browser.close()

    staying = asyncio.run_coroutine_threadsafe(stay(), loop)
    try:
        yield Tabs(come.result(PATIENCE), loop)
    finally:
        loop.call_soon_threadsafe(leave.set_result, None)
        staying.result(PATIENCE)
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()
