"""Which filters could mean a request: a few of many thousands, found by its host, its page and its words. Built once by core/matcher.py."""

from collections import Counter
from collections.abc import Iterable, Sequence

from netcurtain.core.domains import Place
from netcurtain.core.filter_list import FilterList
from netcurtain.core.network_filter import NetworkFilter, bare, words_of
from netcurtain.core.question import Question

MAX_CACHED = 10_000
"""Hosts, and pages, whose filters are remembered; pages choose the hosts, so there is an end to it."""

_COMMON = frozenset(
    b"http https www com net org uk de html htm php js json css gif png jpg svg js1 api v1 v2 v3 id url 1 2 3 0 static assets cdn en us "
    b"script scripts images img lib ajax min index page t s p c v".split()
)
"""Words that stand in very many addresses: the last to find a filter by."""

_Candidate = tuple[str, NetworkFilter]
"""A filter behind the piece of text, in lower case, that has to stand in the address: most are turned away by it alone."""
_Candidates = tuple[_Candidate, ...]


class FilterIndex:
    """Filters of one kind (blocking, or exceptions). Each lies in one place only, the one that is asked for least often.

    A filter with a host lies at that host; else one for certain pages only, at those; else by its rarest word; the few without a word
    are looked at every time. ``lists`` give the hosts that are filters by themselves; those in ``off`` do not count.
    """

    def __init__(self, filters: Iterable[NetworkFilter], lists: Sequence[FilterList] = (), off: frozenset[str] = frozenset()) -> None:
        self._lists = lists
        self._off = off
        self._by_host: dict[str, list[_Candidate]] = {}
        self._by_page: dict[str, list[_Candidate]] = {}
        self._by_word: dict[bytes, list[_Candidate]] = {}
        self._rest: list[_Candidate] = []
        self._at_cache: dict[str, _Candidates] = {}
        self._on_cache: dict[str, _Candidates] = {}
        self._enter(filters)
        self._words = frozenset(self._by_word)

    def find(self, asked: Question) -> NetworkFilter | None:
        """A filter that means this request."""
        url = asked.url
        for piece, candidate in self._at(asked.place):
            if piece in url and candidate.applies(asked):
                return candidate
        for piece, candidate in self._on(asked.page):
            if piece in url and candidate.applies(asked):
                return candidate
        for word in self._words.intersection(asked.tokens):
            for piece, candidate in self._by_word[word]:
                if piece in url and candidate.applies(asked):
                    return candidate
        for piece, candidate in self._rest:
            if piece in url and candidate.applies(asked):
                return candidate
        return None

    def _enter(self, filters: Iterable[NetworkFilter]) -> None:
        worded: list[tuple[NetworkFilter, list[bytes]]] = []
        for entered in filters:
            candidate = _candidate(entered)
            if entered.pattern.host:
                self._by_host.setdefault(entered.pattern.host, []).append(candidate)
            elif pages := entered.pages:
                for page in pages:
                    self._by_page.setdefault(page, []).append(candidate)
            elif words := words_of(entered.pattern):
                worded.append((entered, words))
            else:
                self._rest.append(candidate)
        counts = Counter(word for _, words in worded for word in words)
        for entered, words in worded:
            rarest = min(words, key=lambda word: (word in _COMMON, counts[word], -len(word)))
            self._by_word.setdefault(rarest, []).append(_candidate(entered))

    def _at(self, place: Place) -> _Candidates:
        """The filters that name a host or one above it."""
        found = self._at_cache.get(place.host)
        if found is None:
            named = (candidate for name in place.names for candidate in self._by_host.get(name, ()))
            found = (*map(_candidate, self._bare(place)), *named)
            _remember(self._at_cache, place.host, found)
        return found

    def _bare(self, place: Place) -> list[NetworkFilter]:
        made: list[NetworkFilter] = []
        for one in self._lists:
            for third_party, hosts in ((False, one.hosts), (True, one.third_party_hosts)):
                if not hosts.isdisjoint(place.names):
                    made.extend(bare(name, third_party, one.title) for name in place.names if name in hosts)
        return [candidate for candidate in made if candidate.line not in self._off]

    def _on(self, page: Place) -> _Candidates:
        """The filters for this page and few others."""
        found = self._on_cache.get(page.host)
        if found is None:
            found = tuple(candidate for name in page.names for candidate in self._by_page.get(name, ()))
            _remember(self._on_cache, page.host, found)
        return found


def _remember(cache: dict[str, _Candidates], host: str, found: _Candidates) -> None:
    if len(cache) >= MAX_CACHED:
        cache.clear()
    cache[host] = found


def _candidate(entered: NetworkFilter) -> _Candidate:
    return entered.pattern.literal.lower(), entered
