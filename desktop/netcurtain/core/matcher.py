"""Is this a request to a tracker? Every request of every page comes through here; the answer names the filter that decided, and its list.
Pure: no clock, no disk.

    address, page, type -> question -> the filters that could mean it -> one does -> an exception does too?
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from netcurtain.core.filter_index import FilterIndex
from netcurtain.core.filter_list import FilterList
from netcurtain.core.network_filter import NetworkFilter, Pattern, bare
from netcurtain.core.question import TYPES, Question, ask
from netcurtain.core.request import ResourceType


@dataclass(frozen=True, slots=True)
class Match:
    """A filter means the request. ``filter`` is the line as the list has it; ``list`` its title, None for a filter of no list."""

    filter: str
    list: str | None


@dataclass(frozen=True, slots=True)
class Excepted:
    """A filter means the request, but an exception lets it be; ``list`` is the exception's. ``filter`` is None only from ``try_out``."""

    filter: str | None
    exception: str
    list: str | None


class Matcher:
    """Several lists as one. Nothing changes after it is made but its bounded memory of hosts; new lists are a new matcher."""

    def __init__(self, lists: Sequence[FilterList]) -> None:
        used = _not_turned_off(lists)
        bare_off = frozenset(line for one in lists for off in one.turned_off if (line := _bare_line(off)))
        self._blocking = FilterIndex((f for f in used if not f.exception), lists, bare_off)
        self._important = FilterIndex(f for f in used if not f.exception and f.important)
        exceptions = [f for f in used if f.exception]
        self._exceptions = FilterIndex(exceptions)
        self._important_exceptions = FilterIndex(f for f in exceptions if f.important)
        self._page_exceptions = FilterIndex(f for f in exceptions if f.types & TYPES["document"])

    def decide(self, url: str, page_url: str, kind: ResourceType, method: str = "GET") -> Match | Excepted | None:
        """What the lists say about a request. Without a page it is its own; an address that goes out to nobody is nobody's."""
        asked = ask(url, page_url, kind, method)
        if asked is None:
            return None
        meant = self._blocking.find(asked)
        if meant is None:
            return None
        exception = self._exception(asked, page_url)
        if exception is None:
            return Match(meant.line, meant.list)
        if important := self._important.find(asked):
            # An exception gives way to it, unless it is important too.
            meant, exception = important, self._important_exceptions.find(asked)
        return Excepted(meant.line, exception.line, exception.list) if exception else Match(meant.line, meant.list)

    def try_out(self, url: str, page_url: str, kind: ResourceType, method: str = "GET") -> Match | Excepted | None:
        """As ``decide``, but an exception counts too where there is nothing to except: for trying a single filter."""
        decision = self.decide(url, page_url, kind, method)
        asked = ask(url, page_url, kind, method)
        if decision is not None or asked is None:
            return decision
        exception = self._exception(asked, page_url)
        return Excepted(None, exception.line, exception.list) if exception else None

    def _exception(self, asked: Question, page_url: str) -> NetworkFilter | None:
        """The exception for a request, or for the whole page that it is made on (``@@||host^$document``)."""
        if found := self._exceptions.find(asked):
            return found
        page = ask(page_url, page_url, ResourceType.MAIN_FRAME) if page_url else None
        return self._page_exceptions.find(page) if page else None


def _not_turned_off(lists: Sequence[FilterList]) -> list[NetworkFilter]:
    off: dict[Pattern, list[NetworkFilter]] = {}
    for one in lists:
        for other in one.turned_off:
            off.setdefault(other.pattern, []).append(_meaning(other))
    return [f for one in lists for f in one.filters if f.pattern not in off or _meaning(f) not in off[f.pattern]]


def _meaning(written: NetworkFilter) -> NetworkFilter:
    """A filter without its words: equal for two lines that mean the same."""
    return replace(written, line="", list=None)


def _bare_line(off: NetworkFilter) -> str | None:
    """The line ``||host^`` or ``||host^$third-party`` that is turned off, if it is such a one."""
    lines = (bare(off.pattern.host, third_party, None) for third_party in (False, True))
    return next((line.line for line in lines if _meaning(line) == _meaning(off)), None)
