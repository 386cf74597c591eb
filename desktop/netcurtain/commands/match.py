"""`netcurtain match`: is this request a request to a tracker, and which filter says so?"""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import click
import msgspec

from netcurtain import knowledge
from netcurtain.commands.failure import CommandError
from netcurtain.commands.stream import BadLineError, JsonObject
from netcurtain.core.decoders.payload import Payload
from netcurtain.core.domains import host_of, is_third_party, registrable_domain
from netcurtain.core.filter_list import FilterList, parse_list
from netcurtain.core.flagging import KNOWN_VENDORS, by_vendor
from netcurtain.core.matcher import Excepted, Match, Matcher
from netcurtain.core.organisations import Organisations
from netcurtain.core.request import ResourceType, resource_type
from netcurtain.lists.shelf import Shelf
from netcurtain.lists.source import MAX_BYTES

MAX_TRIED = 100_000
"""Filters that one line may bring along; its length (commands/stream.py) is the limit that is met first, but for very short ones."""


class ListFileError(CommandError):
    """A list given with ``--list`` cannot be read. The message is one sentence that says what to do."""


class _Asked(msgspec.Struct, frozen=True):
    url: str
    page_url: str = ""
    type: str = "other"
    method: str = "GET"
    filters: Annotated[list[str], msgspec.Meta(max_length=MAX_TRIED)] | None = None


class MatchCommand:
    """Answers lines by a matcher; a line that brings its own filters is answered by these alone.

    ``vendors``: the table of known vendors says what no list says, as in the app.
    """

    def __init__(self, matcher: Matcher, organisations: Organisations, *, vendors: bool = False) -> None:
        self._matcher = matcher
        self._organisations = organisations
        self._vendors = vendors

    def answer(self, line: JsonObject) -> JsonObject:
        """One line in, one out (docs/COMMANDS.md, "match")."""
        asked = msgspec.convert(line, _Asked)
        if not asked.url:
            raise BadLineError("url is empty")
        kind, page_url = resource_type(asked.type), asked.page_url or asked.url
        if asked.filters is None:
            decision = self._matcher.decide(asked.url, page_url, kind, asked.method)
            if decision is None and self._vendors and kind is not ResourceType.MAIN_FRAME:
                return self._told_by_table(asked, page_url)
        else:
            tried = Matcher([parse_list("\n".join(asked.filters), None)])
            decision = tried.try_out(asked.url, page_url, kind, asked.method)
        return self._told(asked, page_url, decision)

    def _told_by_table(self, asked: _Asked, page_url: str) -> JsonObject:
        told = self._told(asked, page_url, None)
        flag = by_vendor(Payload(asked.url, asked.method), host_of(page_url), registrable_domain(host_of(page_url)), self._organisations)
        return told | {"outcome": "match", "list": KNOWN_VENDORS, "organisation": flag.company} if flag else told

    def _told(self, asked: _Asked, page_url: str, decision: Match | Excepted | None) -> JsonObject:
        host = host_of(asked.url)
        organisation = self._organisations.of(host, asked.url) if decision else None
        return {
            "url": asked.url,
            "outcome": "match" if isinstance(decision, Match) else "excepted" if decision else "none",
            "filter": decision.filter if decision else None,
            "exception": decision.exception if isinstance(decision, Excepted) else None,
            "list": decision.list if decision else None,
            "third_party": is_third_party(host, host_of(page_url)),
            "organisation": organisation.name if organisation else None,
        }


def matcher_in_use(shelf: Shelf) -> Matcher:
    """The lists in use; where one of them is not here, that is said, for "none" then means less."""
    for sentence in shelf.missing():
        click.echo(sentence, err=True)
    return knowledge.matcher_of(shelf.texts())


def lists_from(paths: Sequence[Path]) -> list[FilterList]:
    """The lists in files, for ``--list``. Raises ListFileError."""
    return [_list_from(path) for path in paths]


def _list_from(path: Path) -> FilterList:
    try:
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except OSError:
        raise ListFileError(f"{path} cannot be read: look whether the file is there and may be opened.") from None
    if len(content) > MAX_BYTES:
        raise ListFileError(f"{path} is larger than 20 MB: no filter list is; look whether it is the right file.")
    return parse_list(content.decode("utf-8-sig", errors="replace"), path.name)
