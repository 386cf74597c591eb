"""What a page does to the browser that it is looked at in: noticed while it happens, and the first thing that is too much ends the look.

browser.py lets a Watch see the browser; whoever works with its tabs does so within Watch.unless_wrong().
"""

import asyncio
import contextlib
from collections.abc import Callable, Coroutine, Mapping, Sequence
from functools import partial
from typing import Any, TypeVar

from playwright.async_api import BrowserContext, Dialog, Download, Error, Frame, Page, Request, Response

from netcurtain.survey.looking import limits
from netcurtain.survey.looking.documents import with_answer, without_download
from netcurtain.survey.looking.failures import Failed
from netcurtain.survey.trouble import Trouble

T = TypeVar("T")

AFTERWARDS_SECONDS = 0.3
"""An operation on a tab that crashed may fail a moment before it is said that it crashed."""
OUR_PAGES = "chrome-extension://"


class Watch:
    """One browser's. ``documents`` are the answers, since loads(), that became a main document of one of our tabs, or led to it
    (documents.py); the newest last.
    """

    def __init__(self) -> None:
        loop = asyncio.get_running_loop()
        self._now = loop.time
        self._wrong: asyncio.Future[Failed] = loop.create_future()
        self._ours: list[Page] = []
        self._opening = 0
        self._opened: list[Page] = []
        self._windows = self._dialogs = self._navigations = self._tried = 0
        self._counted: set[Frame] = set()
        self._open: dict[Request, float] = {}
        self._changed = self._now()
        self._tasks: set[asyncio.Task[None]] = set()
        self._ending = False
        self._pages = 1
        self.received = 0
        """Bytes, unpacked. What workers ask for is not among them."""
        self._through = 0
        """Bytes, packed, of the browser's network process, since it began."""
        self._through_before = 0
        self.documents: list[Response] = []

    def begin(self, context: BrowserContext) -> None:
        """Watch a browser, and the tab that it has from the start."""
        context.on("page", self._page_opened)
        context.on("dialog", self._dialog)
        context.on("request", self._request)
        context.on("requestfinished", self._request_ended)
        context.on("requestfailed", self._request_ended)
        context.on("response", self._response)
        context.on("close", lambda _: self.is_wrong(Trouble.CRASHED, "browser"))

    async def new_tab(self, context: BrowserContext) -> Page:
        """One more tab of ours. Pages that open at the same moment are not."""
        self._opening += 1
        try:
            tab = await context.new_page()
            await self.take(tab)
        finally:
            self._opening -= 1
            opened, self._opened = self._opened, []
            for page in opened:
                self._page_opened(page)
        return tab

    async def take(self, tab: Page) -> None:
        """From now on a tab is ours: what goes wrong in it counts."""
        self._ours.append(tab)
        tab.on("crash", lambda _: self.is_wrong(Trouble.CRASHED, "tab"))
        tab.on("close", lambda _: self.is_wrong(Trouble.CRASHED, "closed"))
        tab.on("framenavigated", self._frame_navigated)
        tab.on("download", self._downloaded)
        await self._count_bytes(tab)

    def end(self) -> None:
        """What happens from now on is us, closing it."""
        self._ending = True

    def allow(self, pages: int) -> None:
        """So many pages are looked at in this browser one after the other, and each may have its share."""
        self._pages = pages

    def loads(self) -> None:
        """We ask for a page ourselves: what is too much is counted from here."""
        self._navigations = self.received = 0
        self.documents = []
        self._through_before = self._through

    def came_through(self, total: int) -> None:
        """So many bytes have come through the browser's network process since it began, whoever in it asked for them."""
        self._through = total
        if total - self._through_before > limits.MAX_WITH_WORKERS * self._pages:
            self.is_wrong(Trouble.TOO_LARGE, "workers")

    def is_wrong(self, trouble: Trouble, detail: str = "") -> None:
        """The look is over; the first trouble is the page's."""
        if not self._ending and not self._wrong.done():
            self._wrong.set_result(Failed(trouble, detail))

    async def unless_wrong(self, work: Coroutine[Any, Any, T]) -> T:
        """Do something, and stop in the middle of it where something is too much. Raises failures.Failed, and what the work raises."""
        task = asyncio.create_task(work)
        either: set[asyncio.Future[Any]] = {task, self._wrong}
        try:
            await asyncio.wait(either, return_when=asyncio.FIRST_COMPLETED)
            if task.done() and not task.cancelled() and task.exception() is not None:
                await asyncio.wait({self._wrong}, timeout=AFTERWARDS_SECONDS)
            if self._wrong.done():
                raise self._wrong.result()
            return await task
        finally:
            task.cancel()
            await asyncio.wait({task})
            if not task.cancelled():
                task.exception()  # taken notice of

    async def quiet(self, seconds: float, patience: float) -> bool:
        """Wait until from now on nothing was asked for or answered for so long; False where that is not so within ``patience``."""
        start = self._now()
        end = start + patience
        while (now := self._now()) < end:
            since = max((begun for begun in self._open.values() if now - begun < limits.OLD_REQUEST_SECONDS), default=0.0)
            if since:
                await asyncio.sleep(min(seconds / 5, end - now))
            elif (left := max(start, self._changed) + seconds - now) > 0:
                await asyncio.sleep(min(left, end - now))
            else:
                return True
        return False

    async def stop(self) -> None:
        """Nothing of the watch runs on."""
        self.end()
        for task in self._tasks:
            task.cancel()
        if self._tasks:
            await asyncio.wait(self._tasks)

    def _page_opened(self, page: Page) -> None:
        if page in self._ours:
            return
        if self._opening:
            self._opened.append(page)
            return
        if not page.url.startswith(OUR_PAGES):
            self._windows += 1
            if self._windows > limits.MAX_WINDOWS * self._pages:
                self.is_wrong(Trouble.WINDOWS)
                return
        self._do(page.close)

    async def _count_bytes(self, target: Page | Frame) -> None:
        """Of a tab, or of a frame with a process of its own. Raises playwright's Error for any other frame: its tab's count has it."""
        context = target.context if isinstance(target, Page) else target.page.context
        session = await context.new_cdp_session(target)
        session.on("Network.dataReceived", self._data_received)
        # Chromium itself need not keep for us what comes in.
        await session.send("Network.enable", {"maxTotalBufferSize": 0, "maxResourceBufferSize": 0})

    def _frame_navigated(self, frame: Frame) -> None:
        if frame.parent_frame is None or frame in self._counted or self._tried >= limits.MAX_FRAMES:
            return
        self._tried += 1
        self._counted.add(frame)
        self._do(partial(self._count_frame, frame))

    async def _count_frame(self, frame: Frame) -> None:
        try:
            await self._count_bytes(frame)
        except Error:
            self._counted.discard(frame)  # it may go to another site yet

    def _dialog(self, dialog: Dialog) -> None:
        self._dialogs += 1
        if self._dialogs > limits.MAX_DIALOGS * self._pages:
            self.is_wrong(Trouble.BUSY, "dialogs")
        # A page that is asked to go may say that it does not want to.
        self._do(dialog.accept if dialog.type == "beforeunload" else dialog.dismiss)

    def _request(self, request: Request) -> None:
        self._changed = self._now()
        self._open[request] = self._changed
        if self._is_of_tab(request) and request.redirected_from is None:
            self._navigations += 1
            if self._navigations > limits.MAX_NAVIGATIONS * self._pages:
                self.is_wrong(Trouble.REDIRECTS)

    def _request_ended(self, request: Request) -> None:
        self._changed = self._now()
        self._open.pop(request, None)

    def _response(self, response: Response) -> None:
        if self._is_of_tab(response.request):
            said = response.headers.get("content-length", "")
            if said.isdecimal() and int(said) > limits.MAX_BYTES:
                self.is_wrong(Trouble.TOO_LARGE)
            self.documents = with_answer(self.documents, response)[-limits.MAX_NAVIGATIONS :]

    def _downloaded(self, download: Download) -> None:
        """Whatever kind it said that it is."""
        self.documents = without_download(self.documents, download.url)

    def _is_of_tab(self, request: Request) -> bool:
        """Whether it asks for the main document of one of our tabs."""
        return asks_for_document(request, self._ours)

    def _data_received(self, message: Mapping[str, Any]) -> None:
        self.received += max(int(message.get("dataLength", 0)), int(message.get("encodedDataLength", 0)))
        if self.received > limits.MAX_BYTES * self._pages:
            self.is_wrong(Trouble.TOO_LARGE)

    def _do(self, what: Callable[[], Coroutine[Any, Any, None]]) -> None:
        async def done() -> None:
            with contextlib.suppress(Error):
                await what()

        task = asyncio.create_task(done())
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


def asks_for_document(request: Request, tabs: Sequence[Page]) -> bool:
    """Whether it asks for the main document of one of these tabs."""
    if not request.is_navigation_request():
        return False
    try:
        frame = request.frame
    except Error:  # it is so early that it has none yet
        return False
    return frame.parent_frame is None and frame.page in tabs
