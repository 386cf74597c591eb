"""One page: arrive, look for forms, touch a field, choose about cookies, look again. What became of it is its row, whatever went wrong.

    visit(page, means) -> PageSurveyed
      first run    a fresh browser: arrive, touch; if it has a known banner, refuse, and the same page once more in a new tab
      second run   if so: another fresh browser, accept, and once more in a new tab

Each run has a link and a core of its own (listening.py). Nothing is ever sent, and nothing typed but MARKER, where that was asked for.
"""

import asyncio
import contextlib
import logging
import time
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.async_api import Error, Page

from netcurtain.core import mistake
from netcurtain.core.knowledge import Knowledge
from netcurtain.survey.asked import Asked
from netcurtain.survey.hearing.gathering import gather
from netcurtain.survey.hearing.listening import Listening
from netcurtain.survey.hearing.recording import Document, RunRecording, join_recordings
from netcurtain.survey.looking import limits
from netcurtain.survey.looking.browser import Browser, Seed
from netcurtain.survey.looking.choosing import Choice, Found, Unanswered, choose, find_banner
from netcurtain.survey.looking.documents import places
from netcurtain.survey.looking.failures import Failed, failure_of
from netcurtain.survey.looking.loading import CATCH_UP_SECONDS, Run, judge, load, new_tab, same_place
from netcurtain.survey.looking.notes import Notes, ToLook
from netcurtain.survey.looking.robots import LeftAlone
from netcurtain.survey.looking.touching import count_forms, touch
from netcurtain.survey.looking.waiting import answers, asked_of, read, settled, too_slow, within
from netcurtain.survey.result import Choosing, PageSurveyed, Stage
from netcurtain.survey.trouble import NOT_THE_PAGE, Trouble

log = logging.getLogger(__name__)

MARKER = "survey-marker@netcurtain.example"
"""What is typed, only with ``type_marker``: it has the shape of an e-mail address, and is nobody's."""
PICTURE_QUALITY = 60
STAGES = {Choice.REFUSE: Stage.REFUSED, Choice.ACCEPT: Stage.ACCEPTED}


@dataclass(frozen=True, slots=True)
class Means:
    """With what. ``browser`` makes one, not started; ``may`` raises robots.LeftAlone where a page must not be visited, and is asked in the
    browser that will; a load stands in ``async with turn()``, which waits until the site may be asked again; ``into`` is the folder for
    files.
    """

    knowledge: Knowledge
    asked: Asked
    browser: Callable[[Seed], Browser]
    may: Callable[[Page, str], Coroutine[Any, Any, None]]
    turn: Callable[[], AbstractAsyncContextManager[None]]
    into: Path


async def visit(page: ToLook, means: Means) -> PageSurveyed:
    """Look at a page, and say what was seen. Raises nothing but asyncio.CancelledError."""
    return await _Visit(page, means).look()


class _Visit:
    def __init__(self, page: ToLook, means: Means) -> None:
        self._page = page
        self._means = means
        self._asked = means.asked
        self._notes = Notes(page.url)
        self._allowed: set[str] = set()  # the addresses of documents that may be visited

    async def look(self) -> PageSurveyed:
        started, began = time.time() * 1000, time.monotonic()
        failed = None
        try:
            try:
                await self._in_a_browser(self._before_and_refusing)
            except LeftAlone:
                await self._forget()
                raise
            if self._notes.banner:
                with contextlib.suppress(LeftAlone):  # it was another place this time; the page itself was there
                    await self._in_a_browser(self._accepting)
        except Exception as error:
            failed = failure_of(error)
        recording = await self._recording()
        return self._notes.row(self._page, started, time.monotonic() - began, failed, recording)

    async def _before_and_refusing(self, run: Run) -> None:
        """Arrive, touch; if there is a known banner, refuse, and look again."""
        notes, tab = self._notes, run.tab
        await self._means.may(tab, self._page.url)
        run.listening.begin(Stage.ARRIVED)
        try:
            await self._load(run)
        finally:
            if documents := run.browser.watch.documents:
                notes.status = documents[-1].status
        if tab.url.startswith("http"):  # and not a page of the browser's own about what went wrong
            notes.url = tab.url
        await self._may_stay(run)
        notes.title = await asked_of(read(tab, f"document.title.slice(0, {limits.MAX_TITLE})"))
        await self._picture(tab)
        judge(run.browser.watch.documents)
        await self._keep_document(run)
        notes.forms = await within(limits.TOUCH_SECONDS, count_forms(tab))
        found = await self._banner(tab)
        run.listening.begin(Stage.TOUCHED)
        await self._touch(run)
        if found is not None:
            await self._choose(run, found, Choice.REFUSE)

    async def _banner(self, tab: Page) -> Found | None:
        """The page's banner, noted. None too where nobody can say whether it has one."""
        notes = self._notes
        with contextlib.suppress(Unanswered):
            found = await within(limits.CHOOSE_SECONDS, find_banner(tab))
            notes.banner = found.name if found else ""
            notes.became = dict.fromkeys(Choice, Choosing.NOT_TRIED if found else Choosing.NO_BANNER)  # until it is
            return found
        return None

    async def _accepting(self, run: Run) -> None:
        """The same page as somebody new, who accepts."""
        run.listening.begin(None)
        if not await self._is_the_page(run):
            return
        await self._keep_document(run)
        with contextlib.suppress(Unanswered):
            found = await within(limits.CHOOSE_SECONDS, find_banner(run.tab))
            if found is not None:
                await self._choose(run, found, Choice.ACCEPT)
        await self._may_stay(run)

    async def _choose(self, run: Run, found: Found, choice: Choice) -> None:
        """Press the banner's way, and look again. From the press on it has failed, until all of it is done."""
        became = self._notes.became

        def pressing() -> None:
            run.listening.begin(STAGES[choice])
            became[choice] = Choosing.FAILED

        said = await within(limits.CHOOSE_SECONDS, choose(run.tab, found, choice, pressing))
        await self._may_stay(run)
        if said is Choosing.DONE and not await self._again(run):
            run.listening.forget_tab()
        elif said in (Choosing.NO_WAY, Choosing.DONE):
            became[choice] = said

    async def _again(self, run: Run) -> bool:
        """After the choice: what the page still does, then the page once more in a new tab, and a field of it touched.

        False where what came up then is not the page: nobody can say what it does after the choice.
        """
        await settled(run.browser.watch, run.listening, run.tab)
        await self._may_stay(run)
        await new_tab(run)
        documents = len(run.documents)
        try:
            if not await self._is_the_page(run):
                return False
            await self._keep_document(run)
            await self._touch(run)
        except LeftAlone:
            del run.documents[documents:]
            return False
        return True

    async def _is_the_page(self, run: Run) -> bool:
        """Load it once more; False where something else comes up this time. Raises robots.LeftAlone where that must not be visited."""
        try:
            await self._load(run)
            await self._may_stay(run)
            if not same_place(run.tab.url, self._notes.url):
                return False
            judge(run.browser.watch.documents)
        except Failed as failed:  # the page itself was there: it has no trouble
            if isinstance(failed, LeftAlone) or failed.trouble not in NOT_THE_PAGE:
                raise
            return False
        return True

    async def _load(self, run: Run) -> None:
        try:
            async with self._means.turn():
                await load(run, self._page.url, self._asked.patience)
        except Exception as error:
            await self._may_tell(run, error)
            raise

    async def _may_stay(self, run: Run) -> None:
        """An address may have led to another place, or a page may have gone to some by itself: each is asked as well, once it is there.

        It is the document's address that counts. The tab's is also what a page has written there, without anything being loaded.
        """
        for place in places(run.browser.watch.documents) or (run.tab.url,):
            if place.startswith("http") and place not in self._allowed:
                await self._means.may(run.tab, place)
                self._allowed.add(place)

    async def _may_tell(self, run: Run, error: Exception) -> None:
        """Something went wrong; raises robots.LeftAlone where that was in a place that must not be visited."""
        try:
            await self._may_stay(run)
        except LeftAlone:  # it came half up, and nothing of that is kept either; why it did not come up is told
            failed = failure_of(error)
            raise LeftAlone(failed.trouble, failed.detail) from None

    async def _forget(self) -> None:
        """All that is known of the page: some of it may be of a place that must not be visited."""
        if self._notes.screenshot:
            await asyncio.to_thread((self._means.into / self._notes.screenshot).unlink, missing_ok=True)
        self._notes = Notes(self._page.url)

    async def _picture(self, tab: Page) -> None:
        """A page of which no picture can be made in time goes without."""
        name = f"{self._page.name}.jpg"
        with contextlib.suppress(Error):
            await tab.screenshot(path=self._means.into / name, type="jpeg", quality=PICTURE_QUALITY, timeout=limits.LOOK_SECONDS * 1000)
            self._notes.screenshot = name

    async def _keep_document(self, run: Run) -> None:
        """The page's HTML as it is now, for the recording; of one that is very long, its beginning."""
        html = await asked_of(read(run.tab, f"document.documentElement.outerHTML.slice(0, {limits.MAX_HTML})"))
        if len(run.documents) < limits.MAX_DOCUMENTS:
            run.documents.append(Document(run.tab.url, html))

    async def _touch(self, run: Run) -> None:
        touched = await within(limits.TOUCH_SECONDS, touch(run.tab, MARKER if self._asked.type_marker else None))
        self._notes.touched |= touched.touched
        self._notes.marker_typed |= touched.typed
        if touched.touched:
            await settled(run.browser.watch, run.listening, run.tab)
        else:
            await answers(run.tab)
        await self._may_stay(run)

    async def _recording(self) -> str:
        """The runs' recordings as one; its name, "" where there is none."""
        name, runs = f"{self._page.name}.har", self._notes.recordings
        try:
            written = bool(runs) and await asyncio.to_thread(join_recordings, runs, self._means.into / name)
        except Exception as error:
            log.error("a recording was lost: %s", mistake.named(error))
            written = False
        for part in self._means.into.glob(f"{self._page.name}.*.har.part"):
            with contextlib.suppress(OSError):
                part.unlink()
        return name if written else ""

    async def _in_a_browser(self, look: Callable[[Run], Coroutine[Any, Any, None]]) -> None:
        """A whole run, from a fresh browser to none. What was heard until something went wrong is kept. Raises what went wrong."""
        async with self._run() as run:
            try:
                async with asyncio.timeout(limits.run_seconds(self._asked)):
                    await run.browser.unless_wrong(look(run))
            except LeftAlone:
                raise
            except Exception as error:
                failed = await too_slow(run.browser.watch, run.tab, came=run.came) if isinstance(error, TimeoutError) else error
                await self._may_tell(run, failed)
                raise failed from None

    @asynccontextmanager
    async def _run(self) -> AsyncIterator[Run]:
        path = self._means.into / f"{self._page.name}.{len(self._notes.gathered) + 1}.har.part"
        async with Listening(self._means.knowledge) as listening, self._means.browser(Seed(listening.code, listening.port)) as browser:
            if not await listening.paired(limits.LINK_SECONDS):
                raise Failed(Trouble.NO_LINK)
            await browser.record(path)
            run = Run(browser, listening, browser.tab)
            try:
                yield run
            except LeftAlone:
                # Of a page that must not be visited, and was only come to by another one, nothing is kept.
                await browser.stop_recording()
                raise
            except Exception:
                await self._keep(run, path)
                raise
            await self._keep(run, path)
            if not await listening.paired(CATCH_UP_SECONDS):
                raise Failed(Trouble.NO_LINK)
            if listening.failed:
                raise Failed(Trouble.OURS, listening.failed)

    async def _keep(self, run: Run, path: Path) -> None:
        """What this run has seen."""
        await run.listening.quiet(limits.PIPELINE_QUIET_SECONDS, CATCH_UP_SECONDS)
        await run.browser.stop_recording()
        heard = run.listening.heard
        marker = MARKER if self._asked.type_marker else ""
        self._notes.gathered.append(await asyncio.to_thread(gather, heard, self._means.knowledge, marker))
        if await asyncio.to_thread(path.exists):
            self._notes.recordings.append(RunRecording(path, heard, tuple(run.documents)))
