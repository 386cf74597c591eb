"""Which page a recorded request belongs to: the one the file names, else that of the main document before it or of its referrer. Pure.

The words of HAR for the first are ``pages`` and ``pageref``; proxies such as Charles and mitmproxy write none.
"""

import re
from collections import deque
from dataclasses import dataclass, field

from msgspec.structs import replace

from netcurtain.core.domains import host_of, registrable_domain, without_query, without_query_values
from netcurtain.core.observation import FormDescriptor
from netcurtain.core.request import ResourceType
from netcurtain.har.recorded import Recorded, milliseconds
from netcurtain.har.shape import Page as NamedPage

MAX_NAMED = 20_000
"""Pages that a file names."""
MAX_PAGES = 5000
"""Pages that are told apart; what belongs to later ones is counted with the last."""
RECENT = 50
"""Pages that a referrer may mean."""
BEFORE_ITS_PAGE = 100.0
"""Milliseconds by which a request may come before the main document of its page, for clocks that differ."""
FRAME_WITHIN = 10_000.0
"""Milliseconds after a page came up in which another site's document with that page as its referrer is taken as a part of it."""
MAX_HOSTS = 20_000
MAX_TITLE = 600

_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*:\S*|[^\s/]+\.[^\s/]+/\S*|/\S*", re.IGNORECASE)


@dataclass(slots=True)
class Visited:
    """One page of the recording, with what is known of it so far. ``url`` has no query values.

    ``has_text``: all of its own text was read; ``frames`` counts those whose text was. ``forms`` wait to be told, ``described`` counts all,
    ``groups`` those of them that are fields outside of every form.
    """

    name: str
    url: str
    title: str
    started: float | None
    has_document: bool = False
    redirected: bool = False
    has_text: bool = False
    frames: int = 0
    forms: list[FormDescriptor] = field(default_factory=list)
    described: int = 0
    groups: int = 0
    requests: int = 0
    first: float | None = None
    document_time: float | None = None
    hosts: set[str] = field(default_factory=set)
    waiting: list[Recorded] = field(default_factory=list)
    opened: bool = False

    def count(self, request: Recorded) -> None:
        """One more request."""
        self.requests += 1
        if request.time is not None:
            self.first = request.time if self.first is None or request.time < self.first else self.first
        if len(self.hosts) < MAX_HOSTS:
            self.hosts.add(host_of(request.url))

    def third_party_hosts(self) -> int:
        """How many hosts of others it asked."""
        own = registrable_domain(host_of(self.url))
        return sum(registrable_domain(host) != own for host in self.hosts)


class Pages:
    """The pages of one recording."""

    def __init__(self) -> None:
        self.all: list[Visited] = []
        self._named: dict[str, NamedPage] = {}
        self._by_reference: dict[str, deque[Visited]] = {}
        self._recent: deque[Visited] = deque(maxlen=RECENT)

    def name(self, page: NamedPage) -> None:
        """The file names a page; some programs do so only after the requests. Of two under one name the first counts."""
        if page.id is None or len(self._named) >= MAX_NAMED or str(page.id) in self._named:
            return
        self._named[str(page.id)] = page
        known = self._by_reference.get(str(page.id))
        if known:
            known[0].title = known[0].title or _title(page)
            known[0].started = milliseconds(page.started) or known[0].started

    def place(self, request: Recorded, reference: str | int | None) -> tuple[Visited, Recorded]:
        """The page of a request, and the request with what it is for on that page."""
        page = self._referred(request, str(reference)) if reference not in (None, "") else self._guessed(request)
        if request.type is ResourceType.MAIN_FRAME and not request.stays:
            if page.has_document and not page.redirected and not request.sure:
                return page, replace(request, type=ResourceType.SUB_FRAME)
            if not page.has_document or page.redirected:
                _take_document(page, request)
        return page, request

    def without_requests(self) -> list[Visited]:
        """The pages that the file names and has no request of, with what their names tell; none where its requests name no page."""
        if self.all and not self._by_reference:
            return []
        named = [one for reference, one in self._named.items() if reference not in self._by_reference]
        empty = (Visited("", _address(one), _title(one), milliseconds(one.started)) for one in named)
        return [one for one in empty if one.url or one.title][: MAX_PAGES - len(self.all)]

    def _referred(self, request: Recorded, reference: str) -> Visited:
        """Of a file that says it. With Safari, Playwright and HTTP Toolkit that is a whole tab or program, with page after page in it."""
        known = self._by_reference.get(reference)
        if known is None:
            known = self._by_reference[reference] = deque(maxlen=RECENT)
        if known and not _begins_another(request, known[-1]):
            return known[-1] if len(known) == 1 else _by_referrer(request, known) or known[-1]
        named = self._named.get(reference)
        page = self._new(request, named if not known else None)
        if named and len(known) == 1 and not known[0].has_text and known[0].title == _title(named):
            known[0].title = ""  # it names the last page, or the program
        known.append(page)
        return page

    def _guessed(self, request: Recorded) -> Visited:
        """Of a file that does not say it."""
        origin = _by_referrer(request, self._recent)
        newest = self._recent[-1] if self._recent else None
        if newest is None:
            return self._new(request)
        if request.type is not ResourceType.MAIN_FRAME or request.stays:
            return origin or newest
        if newest.redirected or not (newest.has_document or _is_later(request, newest)) or _is_again(request, newest):
            return newest
        if not request.sure and origin is not None and _is_frame(request, origin):
            return origin
        return self._new(request)

    def _new(self, request: Recorded, named: NamedPage | None = None) -> Visited:
        """A page begins. One without a document in the file has its address from its title, where that is one, or from a referrer."""
        if len(self.all) >= MAX_PAGES:
            return self.all[-1]
        elsewhere = (_address(named) if named else "") or request.referrer
        url = request.url if request.type is ResourceType.MAIN_FRAME else elsewhere or request.url
        started = milliseconds(named.started) if named else None
        title = _title(named) if named else ""
        page = Visited(f"p{len(self.all) + 1}", without_query_values(url), title, started if started is not None else request.time)
        self.all.append(page)
        self._recent.append(page)
        return page


def _by_referrer(request: Recorded, pages: deque[Visited]) -> Visited | None:
    """The newest of the pages that the referrer names. Other sites are told the origin alone, which says no more than the site."""
    if not request.referrer:
        return None
    address = without_query(request.referrer)
    origin = _origin(address) + "/"
    is_whole = address != origin or request.url.startswith(origin)
    of_origin = None
    for page in reversed(pages):
        if is_whole and without_query(page.url) == address:
            return page
        if of_origin is None and page.url.startswith(origin):
            of_origin = page
    return of_origin


def _begins_another(request: Recorded, page: Visited) -> bool:
    """Whether a request is a further page under the reference of this one: surely a main document, and not this page's."""
    if request.type is not ResourceType.MAIN_FRAME or request.stays or not request.sure or page.redirected or _is_again(request, page):
        return False
    return page.has_document or _is_later(request, page)


def _is_later(request: Recorded, page: Visited) -> bool:
    """Whether a page had requests before this one, so that it cannot be the page's main document."""
    return page.first is not None and request.time is not None and request.time - page.first > BEFORE_ITS_PAGE


def _is_again(request: Recorded, page: Visited) -> bool:
    """Whether a main document stands in the file twice."""
    return page.has_document and request.time == page.document_time and without_query_values(request.url) == page.url


def _take_document(page: Visited, request: Recorded) -> None:
    page.has_document, page.redirected, page.document_time = True, request.redirects, request.time
    page.url = without_query_values(request.url)


def _is_frame(request: Recorded, page: Visited) -> bool:
    soon = request.time is None or page.started is None or 0 <= request.time - page.started <= FRAME_WITHIN
    return soon and registrable_domain(host_of(request.url)) != registrable_domain(host_of(page.url))


def _origin(address: str) -> str:
    return "/".join(address.partition("?")[0].split("/", 3)[:3])


def _address(named: NamedPage) -> str:
    """A page's address, where its title is one."""
    called = named.title or ""
    return without_query_values(called) if called.startswith(("http://", "https://")) else ""


def _title(named: NamedPage) -> str:
    """A page's title; some browsers write the address there, whose values are nobody's business, HTTP Toolkit the name of a program."""
    title = " ".join((named.title or "").split())[:MAX_TITLE]
    is_address = title.lower().startswith(("http://", "https://")) or _ADDRESS.fullmatch(title)
    return "" if is_address or title == str(named.id) else title
