"""Is this a request to a tracker? Every request of every page comes through here; the answer names the filter that decided, and its list.
Pure: no clock, no disk.

    address, page, type -> the filters that could mean it (core/filter_index.py) -> one does -> an exception does too?
"""

from collections.abc import Sequence

import msgspec

from netcurtain.core.domains import place_of
from netcurtain.core.filter_index import FilterIndex
from netcurtain.core.filter_list import FilterList
from netcurtain.core.filter_record import Record, line_of, list_of
from netcurtain.core.layout import Layout, layout_of
from netcurtain.core.question import ask
from netcurtain.core.request import ResourceType


class Match(msgspec.Struct, frozen=True):
    """A filter means the request. ``filter`` is the line as the list has it; ``list`` its title, None for a filter of no list."""

    filter: str
    list: str | None


class Excepted(msgspec.Struct, frozen=True):
    """A filter means the request, but an exception lets it be; ``list`` is the exception's. ``filter`` is None only from ``try_out``."""

    filter: str | None
    exception: str
    list: str | None


class Matcher:
    """Several lists as one, or their layout. Nothing changes after it is made but a bounded memory of hosts; new lists are a new one."""

    def __init__(self, lists: Sequence[FilterList] | Layout) -> None:
        layout = lists if isinstance(lists, Layout) else layout_of(lists)
        self._blocking = FilterIndex(layout.blocking, layout.titles)
        self._important = FilterIndex(layout.important, layout.titles)
        self._exceptions = FilterIndex(layout.exceptions, layout.titles)
        self._important_exceptions = FilterIndex(layout.important_exceptions, layout.titles)
        self._page_exceptions = FilterIndex(layout.page_exceptions, layout.titles)

    def make_ready(self) -> None:
        """Read what else is read when it is first needed: some milliseconds that no request has to wait for then."""
        place_of("")

    def decide(self, url: str, page_url: str, kind: ResourceType, method: str = "GET") -> Match | Excepted | None:
        """What the lists say about a request. Without a page it is its own; an address that goes out to nobody is nobody's."""
        meant = self._blocking.find(url, page_url, kind, method)
        if meant is None:
            return None
        exception = self._exceptions.find(url, page_url, kind, method)
        if exception and (important := self._important.find(url, page_url, kind, method)):
            # An exception gives way to it, unless it is important too.
            meant, exception = important, self._important_exceptions.find(url, page_url, kind, method)
        exception = exception or self._page_exception(page_url)
        return Excepted(line_of(meant), line_of(exception), list_of(exception)) if exception else Match(line_of(meant), list_of(meant))

    def try_out(self, url: str, page_url: str, kind: ResourceType, method: str = "GET") -> Match | Excepted | None:
        """As ``decide``, but an exception counts too where there is nothing to except: for trying a single filter."""
        if decision := self.decide(url, page_url, kind, method):
            return decision
        if ask(url, page_url, kind, method) is None:
            return None
        exception = self._exceptions.find(url, page_url, kind, method) or self._page_exception(page_url)
        return Excepted(None, line_of(exception), list_of(exception)) if exception else None

    def _page_exception(self, page_url: str) -> Record | None:
        """The exception for all that a page asks for (``@@||host^$document``); nothing beats it."""
        return self._page_exceptions.find(page_url, page_url, ResourceType.MAIN_FRAME, "GET") if page_url else None
