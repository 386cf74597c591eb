"""One network filter: what its pattern and options mean, and whether it applies to a request. core/filter_list.py makes them from lines."""

import enum
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

import re2

from netcurtain.core.domains import Place, plain_host, plain_path
from netcurtain.core.question import TYPES, Question, tokens_of

MAX_COMPILED = 20_000
"""Patterns whose compiled form is remembered."""
EXPRESSION_MEMORY = 1 << 20
"""Bytes that one expression may take when compiled; a list cannot ask for more."""

DEFAULT_TYPES = sum(TYPES.values()) - TYPES["document"]
"""Without an option a filter means every type but a whole document."""

_NAMED_HOST = re.compile(r"\|\|(\[[0-9a-f:.]+\]|[a-z0-9_.\-]*[a-z0-9_\-])(?=[/^:?]|\|$)")
_SEPARATOR = r"(?:[^A-Za-z0-9_.%\-]|$)"
_ANY_HOST_START = r"^[a-z][a-z0-9+.\-]*://(?:[^/?#]*\.)?"
_WORD = re.compile(r"[a-z0-9]+", re.IGNORECASE)


class Party(enum.Enum):
    """Whose requests a filter means, seen from the page. The strict ones compare whole hosts, not registrable domains."""

    THIRD = "third"
    FIRST = "first"
    STRICT_THIRD = "strict third"
    STRICT_FIRST = "strict first"

    def takes(self, asked: Question) -> bool:
        """Whether a request is of this party."""
        if self is Party.THIRD:
            return asked.third_party
        if self is Party.FIRST:
            return not asked.third_party
        return (asked.place.host == asked.page.host) is (self is Party.STRICT_FIRST)


@dataclass(frozen=True, slots=True)
class Pattern:
    """Which addresses a filter means.

    ``host`` is the whole host of a ``||host`` pattern, and ``text`` then what has to follow it; otherwise ``text`` may stand anywhere.
    ``literal`` is the longest piece that has to be there; with ``plain`` it is all there is. ``expression``: ``text`` is a regular one.
    """

    text: str
    host: str
    literal: str
    plain: bool
    expression: bool
    match_case: bool

    def fits(self, asked: Question) -> bool:
        """Whether the address of a request is meant; of a pattern with a host, the caller has already looked at the host."""
        if self.host:
            address = asked.raw_rest if self.match_case else asked.rest
            if self.plain:
                return address.startswith(self.literal)
        else:
            address = asked.raw_url if self.match_case or self.expression else asked.url
            if self.plain:
                return self.literal in address
        if self.literal not in address:
            return False
        return compiled(self).search(address) is not None


@dataclass(frozen=True, slots=True)
class NetworkFilter:
    """A line of a list that says which requests are trackers, or (``exception``) which are let be. ``list`` is None outside a list.

    ``types`` is a set of bits (core/question.py). ``domains`` are the pages and ``to`` the hosts it means (True) or leaves out (False);
    ``deny_allow`` are hosts that it leaves out with all below them. ``methods`` are in lower case.
    """

    line: str
    list: str | None
    pattern: Pattern
    exception: bool = False
    important: bool = False
    types: int = DEFAULT_TYPES
    party: Party | None = None
    domains: Mapping[str, bool] = field(default_factory=dict)
    to: Mapping[str, bool] = field(default_factory=dict)
    methods: Mapping[str, bool] = field(default_factory=dict)
    deny_allow: frozenset[str] = frozenset()

    def applies(self, asked: Question) -> bool:
        """Whether a request is meant."""
        if not self.types & asked.type:
            return False
        if self.party is not None and not self.party.takes(asked):
            return False
        if not self.pattern.fits(asked):
            return False
        if self.pattern.host and self.pattern.host not in asked.place.names:
            return False
        return (
            (not self.domains or means(self.domains, asked.page))
            and (not self.to or means(self.to, asked.place))
            and (not self.methods or self.methods.get(asked.method, not any(self.methods.values())))
            and self.deny_allow.isdisjoint(asked.place.names)
        )

    @property
    def pages(self) -> tuple[str, ...]:
        """The only pages the filter can apply on; none for a filter that applies on many."""
        return tuple(name for name, meant in self.domains.items() if meant)


def means(named: Mapping[str, bool], place: Place) -> bool:
    """Whether a list of names means a host: the most exact name decides; where none is there, those with no positive name mean all."""
    for name in place.names:
        if name in named:
            return named[name]
    return not any(named.values())


def bare(host: str, third_party: bool, title: str | None) -> NetworkFilter:
    """The filter of the line ``||host^`` or ``||host^$third-party``; nine of ten in EasyPrivacy."""
    line = f"||{host}^$third-party" if third_party else f"||{host}^"
    pattern = Pattern(text="^", host=host, literal="", plain=True, expression=False, match_case=False)
    return NetworkFilter(line, title, pattern, party=Party.THIRD if third_party else None)


def pattern_of(written: str, match_case: bool) -> Pattern:
    """The pattern of a line, without its options. Raises re2.error for an expression that cannot be run in linear time."""
    if len(written) > 2 and written.startswith("/") and written.endswith("/"):
        pattern = Pattern(written[1:-1], "", "", False, True, match_case)
        compiled(pattern)
        return pattern
    text = _as_browsers_write(written)
    text = text if match_case else text.lower()
    text = re.sub(r"\*{2,}", "*", text)
    if not text.startswith("|"):
        text = text.removeprefix("*")
    text = text.removesuffix("|").removesuffix("*") if text.endswith("*|") else text.removesuffix("*")
    host = ""
    if named := _NAMED_HOST.match(text.lower()):
        host = named[1]
        text = text[named.end() :]
    literal = max(re.split(r"[*^|]", text), key=len)
    return Pattern(
        text=text,
        host=host,
        literal="" if host and text == "^" else literal,
        plain=text == literal or bool(host and text == "^"),
        expression=False,
        match_case=match_case,
    )


@lru_cache(maxsize=MAX_COMPILED)
def compiled(pattern: Pattern) -> "re2._Regexp":
    """A pattern as an expression that runs in linear time."""
    options = re2.Options()
    options.max_mem = EXPRESSION_MEMORY
    options.log_errors = False
    options.case_sensitive = pattern.match_case or not pattern.expression
    return re2.compile(pattern.text if pattern.expression else _expression(pattern), options)


def words_of(pattern: Pattern) -> list[bytes]:
    """The words that stand whole in every address a pattern means; empty where there is none to go by."""
    if pattern.expression:
        return []
    text = pattern.text.lower()
    words = []
    for word in _WORD.finditer(text):
        before, after = text[: word.start()][-1:], text[word.end() :][:1]
        # At an open end, or beside a *, the word in the address may be longer.
        if before not in ("", "*") and after not in ("", "*"):
            words.extend(tokens_of(word[0]))
    return words


def _expression(pattern: Pattern) -> str:
    text, start, end = pattern.text, "", ""
    if pattern.host:
        start = "^"
    elif text.startswith("||"):
        start, text = f"(?i:{_ANY_HOST_START})", text[2:]
    elif text.startswith("|"):
        start, text = "^", text[1:]
    if text.endswith("|"):
        end, text = "$", text[:-1]
    body = "".join(_PIECES.get(piece) or re.escape(piece) for piece in re.split(r"([*^])", text))
    return start + body + end


_PIECES = {"*": ".*", "^": _SEPARATOR}


def _as_browsers_write(text: str) -> str:
    if text.isascii():
        return text
    anchor, rest = ("||", text[2:]) if text.startswith("||") else ("", text)
    if not anchor:
        return plain_path(rest)
    host = re.match(r"[^/^*?:|]*", rest)
    end = host.end() if host else 0
    return anchor + _plain_labels(rest[:end]) + plain_path(rest[end:])


def _plain_labels(host: str) -> str:
    return plain_host(host) + ("." if host.endswith(".") else "")
