"""A recording through the pipeline: its entries become what a browser would have reported, and what core/session.py says is gathered.

    entry -> recorded.py -> its page (pages.py) -> core/session.py -> events of the core -> gathering.py -> result.py

Requests are reported many at a time, as a browser does; before another page begins, all that waits is told.
"""

from collections.abc import Iterable, Sequence

from netcurtain.core import observation as seen
from netcurtain.core.decoders.cookies import cookie_names, known_names
from netcurtain.core.domains import host_of, registrable_domain, without_query_values
from netcurtain.core.event import MatchSeen
from netcurtain.core.instruction import BodyWanted
from netcurtain.core.observation import FormDescriptor
from netcurtain.core.outcome import Outcome
from netcurtain.core.request import Request, ResourceType
from netcurtain.core.session import Knowledge, Session
from netcurtain.core.told import with_facts
from netcurtain.har.fates import status_of
from netcurtain.har.gathering import Gathering
from netcurtain.har.page_parts import is_still_to_come
from netcurtain.har.page_text import read_page
from netcurtain.har.pages import MAX_TITLE, Pages, Visited
from netcurtain.har.recorded import Recorded, is_cut, page_text, recorded, says_nothing
from netcurtain.har.result import Found, ListUsed
from netcurtain.har.shape import Entry, Page

AT_ONCE = 200
"""Requests of a page that are told together."""
MAX_WAITING = 8 * 1024 * 1024
"""Bytes of bodies that wait to be told."""
BROWSER, TAB = "recording", 1
PRIVATE = True
"""Nothing of a recording is kept, so no record of it is made."""
MAX_FORMS, MAX_GROUPS = 100, 50
"""Forms of one page, and groups of fields outside of every form, of all its texts together."""
MAX_FRAMES = 100
"""Frames of one page whose texts are read."""
_IN_A_PAGE = (ResourceType.SUB_FRAME, ResourceType.OBJECT)
"""What may hold a document of its own within a page."""
NOT_MODIFIED = 304
"""What the browser had in store is shown."""


def check(elements: Iterable[Page | Entry | None], knowledge: Knowledge, lists: tuple[ListUsed, ...]) -> Found:
    """What a recording tells. Raises what the reading of it raises."""
    run = _Run(knowledge, lists)
    for element in elements:
        run.take(element)
    return run.end()


class _Run:
    def __init__(self, knowledge: Knowledge, lists: tuple[ListUsed, ...]) -> None:
        self._session = Session(knowledge)
        self._gathering = Gathering(knowledge.organisations, knowledge.lexicon, lists)
        self._lists = lists
        self._pages = Pages()
        self._waiting: dict[str, Visited] = {}
        self._bytes = self._number = self._unread = 0

    def take(self, element: Page | Entry | None) -> None:
        """One element of the file."""
        if element is None:
            self._unread += 1
        elif isinstance(element, Page):
            self._pages.name(element)
        elif (request := recorded(element)) is not None:
            self._request(request, element)
        elif says_nothing(element):
            self._unread += 1

    def end(self) -> Found:
        """All of it."""
        self._tell_all()
        pages = (*self._pages.all, *self._pages.without_requests())
        return Found(tuple(self._gathering.page(page) for page in pages), self._lists, self._unread)

    def _request(self, request: Recorded, entry: Entry) -> None:
        known = len(self._pages.all)
        page, request = self._pages.place(request, entry.page)
        if len(self._pages.all) > known:
            self._tell_all()
        page.count(request)
        if request.type is ResourceType.MAIN_FRAME and not request.redirects and not request.stays:
            _take_text(page, entry)
        page.waiting.append(request)
        self._waiting[page.name] = page
        self._bytes += len(request.body)
        if _is_shown_in(page, request, entry):
            self._take_frame(page, request, entry)
        elif len(page.waiting) >= AT_ONCE:
            self._tell(page)
        if self._bytes > MAX_WAITING:
            self._tell_all()

    def _take_frame(self, page: Visited, request: Recorded, entry: Entry) -> None:
        """The forms of a frame that is no tracker's own, told as its page's before anything that may be sent by them."""
        text = page_text(entry)
        if text and request not in self._tell(page):
            _take_frame_text(page, request, text)
            self._tell_page(page)

    def _tell_all(self) -> None:
        for page in list(self._waiting.values()):
            self._tell(page)
        self._bytes = 0

    def _tell(self, page: Visited) -> list[Recorded]:
        """Report what is new of a page, in a browser's order. Returned are the requests that were flagged."""
        self._waiting.pop(page.name, None)
        self._tell_page(page)
        requests: dict[str, Recorded] = {}
        for request in page.waiting:
            self._number += 1
            requests[f"r{self._number}"] = request
        page.waiting = []
        batch = [_request(name, page, request) for name, request in requests.items()]
        out = self._told(page, seen.Requests(batch))
        decoded = dict(out.decoded)
        for _, instruction in out.instructions:
            if isinstance(instruction, BodyWanted) and (one := requests.get(instruction.request)) is not None:
                decoded |= self._told(page, seen.Body(instruction.request, page.name, one.form, one.body or None, one.kind)).decoded
        flagged = {event.request.request: event.request.organisation for event in out.events if isinstance(event, MatchSeen)}
        cookies = self._told(page, seen.Fates([_fate(name, page, requests[name]) for name in flagged])).cookies if flagged else {}
        decoded |= {name: with_facts(decoded.get(name, ()), told, flagged[name]) for name, told in cookies.items()}
        self._gathering.flagged(page, out, requests, decoded)
        return [requests[name] for name in flagged if name in requests]

    def _tell_page(self, page: Visited) -> None:
        if page.opened:
            self._told(page, seen.PageChanged(page.name, page.url, page.title))
        else:
            page.opened = True
            self._told(page, seen.PageOpened(page.name, TAB, page.url, PRIVATE, page.started or 0.0, page.title))
        for number, descriptor in enumerate(page.forms, page.described - len(page.forms)):
            self._told(page, seen.FormDescribed(page.name, f"f{number}", descriptor))
        page.forms = []

    def _told(self, page: Visited, observation: seen.Observation) -> Outcome:
        out = self._session.receive(BROWSER, observation)
        self._gathering.take(page.name, out)
        return out


def _request(name: str, page: Visited, request: Recorded) -> Request:
    return Request(
        id=name,
        page=page.name,
        url=request.url,
        type=request.type,
        method=request.method,
        time=request.time or 0.0,
        has_body=bool(request.body or request.form),
    )


def _fate(name: str, page: Visited, request: Recorded) -> seen.RequestFate:
    """How far it got, with the names of cookies that the extension would tell."""
    cookies = known_names(host_of(request.url), cookie_names(request.cookie)) if request.cookie else []
    return seen.RequestFate(name, page.name, request.fate, cookies=cookies)


def _is_shown_in(page: Visited, request: Recorded, entry: Entry) -> bool:
    """Whether a request surely is for a frame of the page, or for an object, and came back with what is shown there.

    What is neither said to be a frame nor in Chrome's words a document may have been fetched and never shown. A page without an address
    of its own yet is told nothing by a frame: the frame's address would be taken for it.
    """
    if request.type not in _IN_A_PAGE or page.frames >= MAX_FRAMES or not (page.has_document or request.referrer):
        return False
    status = status_of(entry.response)
    return (request.sure or (entry.kind or "").lower() == "document") and (200 <= status < 300 or status == NOT_MODIFIED)


def _take_text(page: Visited, entry: Entry) -> None:
    """What a page says of itself."""
    if text := page_text(entry):
        read = read_page(text, page.url)
        page.has_text = page.has_text or not (is_cut(entry) or (not read.forms and not read.groups and is_still_to_come(text)))
        page.title = read.title[:MAX_TITLE] or page.title
        _take_forms(page, read.forms, read.groups)


def _take_frame_text(page: Visited, request: Recorded, text: str) -> None:
    """The forms of a frame, with the frame's address, as the extension does.

    Of another site's frame without groups of fields outside of forms: a video's volume, or what an advertisement asks, is not the page's.
    """
    page.frames += 1
    read = read_page(text, without_query_values(request.url))
    is_own = registrable_domain(host_of(request.url)) == registrable_domain(host_of(page.url))
    _take_forms(page, read.forms, read.groups if is_own else ())


def _take_forms(page: Visited, forms: Sequence[FormDescriptor], groups: Sequence[FormDescriptor]) -> None:
    forms = forms[: max(0, MAX_FORMS - (page.described - page.groups))]
    groups = groups[: max(0, MAX_GROUPS - page.groups)]
    page.groups += len(groups)
    page.described += len(forms) + len(groups)
    page.forms += [*forms, *groups]
