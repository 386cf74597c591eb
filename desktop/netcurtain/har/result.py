"""What was found in a recording: frozen, and the same for text, JSON and HTML. No query values, cookies, codes or bodies are in it."""

from dataclasses import dataclass
from datetime import date

import msgspec

from netcurtain.core.finding import DecodedEvent
from netcurtain.core.level import Level


@dataclass(frozen=True, slots=True)
class ListUsed:
    """A filter list that the recording was checked with. ``dated`` is its own day, where it has one."""

    name: str
    version: str
    filters: int
    dated: date | None = None


class ToldEvent(msgspec.Struct, frozen=True):
    """What one request told; ``went_out``: the recording has an answer to it."""

    event: DecodedEvent
    went_out: bool


@dataclass(frozen=True, slots=True)
class Claim:
    """What can be said of the requests of a page to one host. ``source`` lists it: our table of companies, or a filter list.

    ``day`` is the first one in UTC; ``listed_as`` the company, or that it is a tracker; ``dated`` when the source was made or looked at.
    """

    host: str
    went_out: bool
    day: date | None
    listed_as: str
    source: str
    dated: date | None


@dataclass(frozen=True, slots=True)
class CompanyFound:
    """One company on one page: how many requests, the filters that flagged them, what they told, and what can be said.

    ``gives_away`` are the words in it that say alone what the page is about.
    """

    name: str
    requests: int
    filters: tuple[str, ...]
    events: tuple[ToldEvent, ...]
    sentences: tuple[str, ...]
    claims: tuple[Claim, ...]
    gives_away: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PageFound:
    """One page. ``started`` is milliseconds since 1970; ``sensitive`` None where the page's text could not be read.

    A page that the file names and has no request of has no ``requests``, and no ``url`` where its title is none.
    """

    url: str
    title: str
    started: float | None
    requests: int
    third_party_hosts: int
    sensitive: bool | None
    categories: tuple[str, ...]
    level: Level
    companies: tuple[CompanyFound, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """All of a recording. ``unread`` counts the entries that could not be read, or do not say what was asked for."""

    pages: tuple[PageFound, ...]
    lists: tuple[ListUsed, ...]
    unread: int
