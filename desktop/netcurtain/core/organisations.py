"""Whose host is it? ``filters/organisations.toml`` as a table that names the company behind a request. Pure: text in, names out."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

RECORDER = "session_recording"
"""The category of what can record how a page is used."""

MAX_CACHED = 10_000
"""Hosts whose answer is remembered; pages choose the hosts, so there is an end to it."""


@dataclass(frozen=True, slots=True)
class Organisation:
    """A company, or one of the things it runs. ``hosts`` are ``host`` or ``host/path``; ``does`` is one plain sentence.

    ``telling``: the name itself may say what a page is about.
    """

    name: str
    hosts: tuple[str, ...]
    category: str
    does: str
    country: str
    source: str
    date: date
    telling: bool = False


_Place = tuple[str, Organisation]
"""A path without its last slash (empty for the whole host), and whose it is."""


class Organisations:
    """The organisations by host. An address in the table stands for its subdomains too, label by label: never for a look-alike."""

    def __init__(self, organisations: Iterable[Organisation]) -> None:
        self.all = tuple(organisations)
        self.nameable = frozenset(one.name for one in self.all) - frozenset(one.name for one in self.all if one.telling)
        self._places: dict[str, tuple[_Place, ...]] = {}
        self._cache: dict[str, tuple[_Place, ...]] = {}
        for organisation in self.all:
            for place in organisation.hosts:
                self._enter(place, organisation)

    def of(self, host: str, url: str = "") -> Organisation | None:
        """Who is behind ``host``; None for a host not in the table. The longest host wins, then the longest path.

        ``url``, a whole address or only its path, tells a company's services apart.
        """
        path = _path(url)
        for prefix, organisation in self._at(host):
            if not prefix or path == prefix or path.startswith(prefix + "/"):
                return organisation
        return None

    def _enter(self, place: str, organisation: Organisation) -> None:
        host, slash, path = place.partition("/")
        prefix = (slash + path).rstrip("/")
        there = self._places.get(host, ())
        if not host or host != _folded(host) or any(prefix == known for known, _ in there):
            raise ValueError(f"{place} is not a host in lower case, or is there twice")
        self._places[host] = tuple(sorted((*there, (prefix, organisation)), key=lambda known: -len(known[0])))

    def _at(self, host: str) -> tuple[_Place, ...]:
        """Every place that could speak for a host, the most exact first."""
        found = self._cache.get(host)
        if found is None:
            labels = _folded(host).split(".")
            suffixes = (".".join(labels[n:]) for n in range(len(labels)))
            found = tuple(place for suffix in suffixes for place in self._places.get(suffix, ()))
            if len(self._cache) >= MAX_CACHED:
                self._cache.clear()
            self._cache[host] = found
        return found


def parse_organisations(text: str) -> Organisations:
    """The table from its text, which is ours: anything wrong in it raises KeyError, TypeError or ValueError."""
    return Organisations(
        Organisation(
            name=table["name"],
            hosts=tuple(table["hosts"]),
            category=table["category"],
            does=table["does"],
            country=table["country"],
            source=table["source"],
            date=table["date"],
            telling=table.get("telling", False),
        )
        for table in tomllib.loads(text)["organisation"]
    )


def _folded(host: str) -> str:
    return host.lower().rstrip(".")


def _path(url: str) -> str:
    """The path of an address, without query and fragment."""
    plain = url.partition("#")[0].partition("?")[0]
    if plain.startswith("/"):
        return plain
    slash, path = plain.partition("://")[2].partition("/")[1:]
    return slash + path
