"""One run of a browser, and the loads in it: go to a page, wait until it is there and quiet, and say whether it is a page at all.

visiting.py says which loads, and what is done with the page in between.
"""

import contextlib
from asyncio import timeout
from collections.abc import Sequence
from dataclasses import dataclass, field

from playwright.async_api import Error, Page, Response
from playwright.async_api import TimeoutError as TooSlow

from netcurtain.core.document_kinds import NOTHING_IN_IT
from netcurtain.survey.hearing.listening import Listening
from netcurtain.survey.hearing.recording import Document
from netcurtain.survey.looking import limits
from netcurtain.survey.looking.browser import Browser
from netcurtain.survey.looking.failures import Failed
from netcurtain.survey.looking.waiting import settled, too_slow, within
from netcurtain.survey.trouble import Trouble

PAGE_TYPES = ("text/html", "application/xhtml+xml")
CATCH_UP_SECONDS = 2.0
"""What was reported until something ended may still be on its way."""


@dataclass(slots=True)
class Run:
    """One browser's look, while it lasts. ``tab`` is the one that is looked at; ``came``: its newest load has become a document."""

    browser: Browser
    listening: Listening
    tab: Page
    came: bool = False
    documents: list[Document] = field(default_factory=list)


async def load(run: Run, url: str, patience: float) -> None:
    """Go there. Raises failures.Failed where it does not come up in ``patience`` seconds, and what playwright raises."""
    watch = run.browser.watch
    run.listening.expect_tab()
    watch.loads()
    run.came = False
    try:
        async with timeout(patience):
            await run.tab.goto(url, wait_until="commit", timeout=0)
            run.came = True
            await run.tab.wait_for_load_state("domcontentloaded", timeout=0)
    except (TimeoutError, TooSlow):
        raise await too_slow(watch, run.tab, came=run.came) from None
    except Error:
        _judge_status(watch.documents)  # it says more than that there was nothing to be shown
        raise
    await settled(watch, run.listening, run.tab)


async def new_tab(run: Run) -> None:
    """Another tab, for a load that is as the first: the tab before shows nothing any more, and what came is not kept for the next load.

    So that no window that the page opens late is taken for ours, and that an answer out of the browser's own store, of which nobody
    heard anything, is not taken for a request.
    """
    with contextlib.suppress(Error):
        await within(limits.LOOK_SECONDS, run.tab.goto("about:blank"))
    await run.listening.quiet(limits.PIPELINE_QUIET_SECONDS, CATCH_UP_SECONDS)
    run.tab = await within(limits.LOOK_SECONDS, run.browser.new_tab())
    await within(limits.LOOK_SECONDS, _forget_what_came(run.tab))


async def _forget_what_came(tab: Page) -> None:
    """Cookies and what pages have stored stay: they hold the choice."""
    session = await tab.context.new_cdp_session(tab)
    await session.send("Network.clearBrowserCache")
    await session.detach()


def judge(documents: Sequence[Response]) -> None:
    """Raises failures.Failed where the newest answer is no page that can be looked at."""
    _judge_status(documents)
    if documents:
        kind = documents[-1].headers.get("content-type", "").partition(";")[0].strip().lower()
        if kind and kind not in PAGE_TYPES:
            raise Failed(Trouble.NOT_A_PAGE, kind if kind.replace("/", "").replace("-", "").replace("+", "").isalnum() else "")


def _judge_status(documents: Sequence[Response]) -> None:
    status = documents[-1].status if documents else 0
    if status == 401:
        raise Failed(Trouble.PASSWORD, "401")
    if status >= 400:
        raise Failed(Trouble.STATUS, str(status))
    if status in NOTHING_IN_IT:
        raise Failed(Trouble.NOT_A_PAGE, str(status))


def same_place(url: str, other: str) -> bool:
    """Whether they differ in nothing but what stands behind "?" or "#"."""
    return _place(url) == _place(other)


def _place(url: str) -> str:
    return url.partition("#")[0].partition("?")[0]
