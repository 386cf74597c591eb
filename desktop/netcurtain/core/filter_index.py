"""Which filter means a request? A few of many thousands are looked at, found by its host, its text and its page. Used by core/matcher.py.

``find_plainly`` is for every address there is; ``find`` says the same, faster, for those written as browsers write them. Three of four
requests are meant by no filter, so that is the case to be quick in: one look-up of what is remembered, and one pass over the address.
"""

from collections.abc import Sequence
from functools import reduce
from itertools import chain
from operator import or_

from netcurtain.core.domains import MAX_HOST, Place, host_of, place_of
from netcurtain.core.filter_record import ANYWHERE, Record, stand_in_order
from netcurtain.core.filter_tables import Records, Tables, records_at
from netcurtain.core.network_filter import NetworkFilter
from netcurtain.core.origin import host_at, is_third_party, plain_host_at
from netcurtain.core.question import BITS, Question, ask
from netcurtain.core.request import MAX_URL, ResourceType
from netcurtain.core.text_index import TextIndex

MAX_CACHED = 10_000
"""Origins of requests, and hosts of pages, that are remembered; pages choose both, so there is an end to it."""

MANY = 100
"""Filters that are always looked at."""
MAX_LOOKED = 8_000_000
"""Characters that the literals of more than those are looked for in: only a list made to be slow comes near it."""

MAX_STEPS = 30_000_000
"""Steps that whole filters of one kind may take for one request: a list can bring very many that are slow, though linear. Those that do not
fit any more are not asked. The slowest of EasyPrivacy takes 17 million for the longest address, and plain text none."""

Asked = tuple[str, str, ResourceType, str]
"""Address, address of the page, type, method."""


class FilterIndex:
    """Filters of one kind (blocking, or exceptions). ``titles`` are those of the lists, by number."""

    def __init__(self, tables: Tables, titles: tuple[str | None, ...]) -> None:
        self._titles = titles
        self._by_host = tables.by_host
        self._texts = TextIndex(tables.by_text)
        self._by_page = tables.by_page
        self._always = tables.rest
        self._other_types = reduce(or_, (types for _, types, _ in chain(self._always, *tables.by_page.values())), 0)
        self._origins: dict[str, Records] = {}
        self._unpacked: dict[str, Records] = {}
        self._pages: dict[str, Place] = {}
        self._empty = not any(tables)

    def find(self, url: str, page_url: str, kind: ResourceType, method: str) -> Record | None:
        """A filter that means this request."""
        if self._empty:
            return None
        slash = url.find("/", 8)
        start = url[:slash] if slash > 0 else url
        at_host = self._origins.get(start)
        if at_host is None:
            at_host = self._meet(start)
        if at_host is None or not url.isascii() or len(url) > MAX_URL:
            return self.find_plainly(url, page_url, kind, method)

        text, bit = url.lower(), BITS[kind]
        if at_host and (found := self._first(at_host, text, bit, start, (url, page_url, kind, method))):
            return found
        if (records := self._texts.find(text)) and (found := self._first(records, text, bit, start, (url, page_url, kind, method))):
            return found
        if self._other_types & bit:
            return self._first(self._others(page_url, start), text, bit, start, (url, page_url, kind, method))
        return None

    def find_plainly(self, url: str, page_url: str, kind: ResourceType, method: str) -> Record | None:
        """A filter that means this request, in whatever way the addresses are written."""
        asked = ask(url, page_url, kind, method)
        if asked is None:
            return None
        start = asked.url[: len(asked.url) - len(asked.rest)]
        records = (*self._at(asked.place.host), *self._texts.find(asked.url), *self._others(page_url, start))
        return self._first(records, asked.url, asked.type, start, (url, page_url, kind, method), asked)

    def _first(
        self, records: Sequence[Record], text: str, bit: int, start: str, request: Asked, asked: Question | None = None
    ) -> Record | None:
        """The first filter that means the request; ``text`` is its address in lower case, beginning with ``start``, ``bit`` its type.

        ``asked`` is the same as ``request``, where that is taken apart already.
        """
        if len(records) > MANY:
            records = records[: max(MANY, MAX_LOOKED // len(text))]
        left = MAX_STEPS
        page: Place | None = None
        for record in records:
            if record[1] & bit and record[0] in text:
                page = page or self._page(request[1], start)
                means = _means(record, text, start, page)
                if isinstance(means, NetworkFilter):
                    asked = asked or ask(*request)
                    if asked is None or (steps := means.pattern.steps * len(asked.rest)) > left:
                        continue
                    left -= steps
                    means = means.applies(asked)
                if means:
                    return record
        return None

    def _meet(self, start: str) -> Records | None:
        """The filters for an origin that is met for the first time; None where it is not written in the plain way."""
        host = plain_host_at(start)
        if host is None:
            return None
        if len(self._origins) >= MAX_CACHED:
            self._origins.clear()
        found = self._origins[start] = self._at(host)
        return found

    def _at(self, host: str) -> Records:
        """The filters that name a host or one above it."""
        records: Records = ()
        while host:
            found = self._by_host.get(host)
            if found is not None:
                records += self._unpacked_at(host, found)
            host = host.partition(".")[2]
        return records

    def _unpacked_at(self, host: str, found: int | bytes) -> Records:
        """What stands at a host. What had to be unpacked is remembered, as very many other hosts may lie below one."""
        if isinstance(found, int):
            return records_at(host, found, self._titles)
        records = self._unpacked.get(host)
        if records is None:
            if len(self._unpacked) >= MAX_CACHED:
                self._unpacked.clear()
            records = self._unpacked[host] = records_at(host, found, self._titles)
        return records

    def _page(self, page_url: str, start: str) -> Place:
        """Where a page is; a request without one is its own."""
        slash = page_url.find("/", 8)
        page = page_url[:slash] if slash > 0 else page_url
        place = self._pages.get(page)
        if place is None:
            place = place_of(host_of(page_url)[:MAX_HOST] if page_url else host_at(start)[0])
            if plain_host_at(page):
                if len(self._pages) >= MAX_CACHED:
                    self._pages.clear()
                self._pages[page] = place
        return place

    def _others(self, page_url: str, start: str) -> Records:
        """The filters that are not found by the address: those for this page and few others, and those for all there are."""
        names = self._page(page_url, start).names if self._by_page else ()
        return (*self._always, *chain.from_iterable(self._by_page[name] for name in names if name in self._by_page))


def _means(record: Record, text: str, start: str, page: Place) -> NetworkFilter | bool:
    """Whether a filter means the request, its literal and type being right; the filter itself where all of it has to be asked."""
    third_party, pages, all_but, how, _, _, whole = record[2]
    if pages is not None and pages.isdisjoint(page.names) is not all_but:
        return False
    if third_party is not None and third_party is not is_third_party(host_at(start)[0], page.host):
        return False
    if whole is None:
        return how == ANYWHERE or text.startswith(record[0], host_at(start)[1])
    pieces, written = whole
    return written if stand_in_order(pieces, text) else False
