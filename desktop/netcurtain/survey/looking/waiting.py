"""Waiting for a page, and asking it small things: each has its time, because a page may never answer."""

import asyncio
import contextlib
from collections.abc import Coroutine
from typing import Any, TypeVar

from playwright.async_api import Error, Page
from playwright.async_api import TimeoutError as TooSlow

from netcurtain.survey.hearing.listening import Listening
from netcurtain.survey.looking import limits
from netcurtain.survey.looking.failures import Failed, failure_of
from netcurtain.survey.looking.watching import Watch
from netcurtain.survey.trouble import Trouble

T = TypeVar("T")


async def settled(watch: Watch, listening: Listening, tab: Page) -> None:
    """The page has loaded, its network has been quiet for a moment, and so has the core; or it has been waited for long enough."""
    with contextlib.suppress(TooSlow):
        await tab.wait_for_load_state("load", timeout=limits.SETTLE_SECONDS * 1000)
    await watch.quiet(limits.NETWORK_QUIET_SECONDS, limits.SETTLE_SECONDS)
    await listening.quiet(limits.PIPELINE_QUIET_SECONDS, limits.SETTLE_SECONDS)
    await answers(tab)


async def answers(tab: Page) -> None:
    """Raises TimeoutError where its scripts have begun to run without an end. A page that is on its way to the next one has answered."""
    with contextlib.suppress(Error):
        await asked_of(tab.evaluate("1"))


async def read(tab: Page, expression: str) -> str:
    """Some text of a page, asked in a world of its own, where no script of the page answers instead; "" of one that is just going away."""
    try:
        session = await tab.context.new_cdp_session(tab)
        tree = await session.send("Page.getFrameTree")
        world = await session.send("Page.createIsolatedWorld", {"frameId": tree["frameTree"]["frame"]["id"]})
        wanted = {"expression": expression, "contextId": world["executionContextId"], "returnByValue": True}
        answer = await session.send("Runtime.evaluate", wanted)
        await session.detach()
    except Error:
        return ""
    return whole(str(answer["result"].get("value", "")))


def whole(text: str) -> str:
    """Half of a sign, as is left where a text is cut in the middle of one, cannot be written down anywhere: "?" stands for it."""
    return text.encode("utf-8", errors="replace").decode()


async def asked_of(question: Coroutine[Any, Any, T]) -> T:
    """A small thing that a page is asked. Raises TimeoutError."""
    return await within(limits.LOOK_SECONDS, question)


async def within(seconds: float, work: Coroutine[Any, Any, T]) -> T:
    """Raises TimeoutError where it takes longer."""
    async with asyncio.timeout(seconds):
        return await work


async def too_slow(watch: Watch, tab: Page, *, came: bool) -> Failed:
    """Why nothing came in time: far too much, scripts that let nobody in, or nothing to be let in to.

    ``came``: there was a document. While there is none a tab may not answer either, and no script of the page has a part in that.
    """
    if watch.received > limits.MUCH:
        return Failed(Trouble.TOO_LARGE)
    if not came:
        return Failed(Trouble.TIMED_OUT)
    try:
        await within(limits.ALIVE_SECONDS, tab.evaluate("1"))
    except TimeoutError:
        return Failed(Trouble.BUSY)
    except Error as error:
        return failure_of(error)
    return Failed(Trouble.TIMED_OUT)
