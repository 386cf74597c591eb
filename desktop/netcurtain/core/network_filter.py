"""One network filter: what its pattern and options mean, and whether it applies to a request. core/filter_list.py makes them from lines."""

import enum
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from types import MappingProxyType

import re2

from netcurtain.core.domains import Place, place_of, plain_host, plain_path
from netcurtain.core.question import TYPES, Question

MAX_COMPILED = 20_000
"""Patterns whose compiled form is remembered."""
EXPRESSION_MEMORY = 1 << 20
"""Bytes that one expression may take when compiled; a list cannot ask for more."""
EXPRESSION_STEPS = 1_000
"""Steps that one expression may have when compiled: it takes as long as these times the letters it sees. EasyPrivacy's have up to 261."""
MAX_WILD = 100
"""Wild cards and separators of one pattern; EasyPrivacy's have up to 4."""

NOTHING_NAMED: Mapping[str, bool] = MappingProxyType({})
"""One for all: of a list's filters, most name nothing."""

DEFAULT_TYPES = sum(TYPES.values()) - TYPES["document"]
"""Without an option a filter means every type but a whole document."""

_NAMED_HOST = re.compile(r"\|\|(\[[0-9a-f:.]+\]|[a-z0-9_\-](?:[a-z0-9_.\-]*[a-z0-9_\-])?)(?=[/^:?]|\|$)")
_SEPARATOR = r"(?:[^A-Za-z0-9_.%\-]|$)"
_ANY_HOST_START = r"^[a-z][a-z0-9+.\-]*://(?:[^/?#]*\.)?"
_ADDRESS = re.compile(r"\d+\.\d+\.\d+\.\d+")
_END_OF_ADDRESS = re.compile(r"[\d.]+")
"""No host has such a name, but it may be the end of a numeric address: "||2.7^" of 192.0.2.7."""
_ANY_HOST_WITHIN = r"^[a-z][a-z0-9+.\-]*://(?:[^/?#]*)"
_ANY_SOCKET = re.compile(r"\|ws://\*?", re.IGNORECASE)
_HOST_IN_PATTERN = re.compile(r"(\|\||\|?[a-z*]*://)([^/^?:|]*)", re.IGNORECASE)


class Party(enum.Enum):
    """Whose requests a filter means, seen from the page. The strict ones compare whole hosts, not registrable domains."""

    THIRD = "third"
    FIRST = "first"
    STRICT_THIRD = "strict third"
    STRICT_FIRST = "strict first"
    SIBLING = "sibling"
    """The same site, but another host of it."""

    def takes(self, asked: Question) -> bool:
        """Whether a request is of this party."""
        if self is Party.THIRD:
            return asked.third_party
        if self is Party.FIRST:
            return not asked.third_party
        if self is Party.SIBLING:
            return not asked.third_party and asked.place.host != asked.page.host
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

    @property
    def steps(self) -> int:
        """How slow it is: steps for each letter of an address. None where plain text is looked for; wild cards are never the slowest."""
        return 0 if self.plain else min(compiled(self).programsize, EXPRESSION_STEPS)

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
    ``deny_allow`` are hosts that it leaves out with all below them. ``methods`` are in lower case. The ``_expressions`` are regular ones
    on a whole host, beside the names.
    """

    line: str
    list: str | None
    pattern: Pattern
    exception: bool = False
    important: bool = False
    types: int = DEFAULT_TYPES
    party: Party | None = None
    domains: Mapping[str, bool] = field(default_factory=lambda: NOTHING_NAMED)
    to: Mapping[str, bool] = field(default_factory=lambda: NOTHING_NAMED)
    methods: Mapping[str, bool] = field(default_factory=lambda: NOTHING_NAMED)
    deny_allow: frozenset[str] = frozenset()
    domain_expressions: tuple[tuple[str, bool], ...] = ()
    to_expressions: tuple[tuple[str, bool], ...] = ()

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
            (not (self.domains or self.domain_expressions) or means(self.domains, asked.page, self.domain_expressions))
            and (not (self.to or self.to_expressions) or means(self.to, asked.place, self.to_expressions))
            and (not self.methods or self.methods.get(asked.method, not any(self.methods.values())))
            and self.deny_allow.isdisjoint(asked.place.names)
        )

    @property
    def pages(self) -> tuple[str, ...]:
        """The only pages the filter can apply on; none for a filter that applies on many."""
        if any(meant for _, meant in self.domain_expressions):
            return ()
        return tuple(name for name, meant in self.domains.items() if meant)


def means(named: Mapping[str, bool], place: Place, expressions: tuple[tuple[str, bool], ...] = ()) -> bool:
    """Whether names and expressions mean a host.

    The most exact name decides; then an expression that leaves it out, then one that means it. Where nothing fits, it is meant only if
    all that is named is left out.
    """
    for name in place.names:
        if name in named:
            return named[name]
    if expressions:
        fitting = [meant for expression, meant in expressions if compiled_name(expression).search(place.host)]
        if fitting:
            return all(fitting)
    return not (any(named.values()) or any(meant for _, meant in expressions))


def without(written: NetworkFilter, off: NetworkFilter) -> NetworkFilter | None:
    """What a ``$badfilter`` leaves of a filter: None where it takes all of it, the filter itself where it is about another.

    Of a filter that names pages, one that names some of them takes those pages alone. Names that are left out are never taken apart.
    """
    named = replace(written, line=off.line, list=off.list, domains=off.domains)
    if named != off:
        return written
    if written.domains == off.domains:
        return None
    if written.domain_expressions or not (_all_meant(written) and _all_meant(off)):
        return written
    left = {page: True for page in written.domains if off.domains.keys().isdisjoint(place_of(page).names)}
    # A named part of what stays has to be left out: google.com of google.*, shop.example.com of example.com.
    for page in off.domains:
        if page not in left and not left.keys().isdisjoint(place_of(page).names):
            left[page] = False
    return replace(written, domains=left) if any(left.values()) else None


def _all_meant(written: NetworkFilter) -> bool:
    return bool(written.domains) and all(written.domains.values())


def bare(host: str, third_party: bool, title: str | None) -> NetworkFilter:
    """The filter of the line ``||host^`` or ``||host^$third-party``; nine of ten in EasyPrivacy."""
    line = f"||{host}^$third-party" if third_party else f"||{host}^"
    pattern = Pattern(text="^", host=host, literal="", plain=True, expression=False, match_case=False)
    return NetworkFilter(line, title, pattern, party=Party.THIRD if third_party else None)


def pattern_of(written: str, match_case: bool) -> Pattern:
    """The pattern of a line, without its options. Raises re2.error for one that cannot be run in linear time and bounded memory."""
    if len(written) > 2 and written.startswith("/") and written.endswith("/"):
        pattern = Pattern(written[1:-1], "", "", False, True, match_case)
        compiled(pattern)
        return pattern
    if written.count("*") + written.count("^") > MAX_WILD:
        raise re2.error("too many wild cards")
    text = "|ws" if _ANY_SOCKET.fullmatch(written) else _as_browsers_write(written)
    text = text if match_case else text.lower()
    text = re.sub(r"\*{2,}", "*", text)
    # A * at an open end says nothing; but a | beside it is a letter of the address, and would become the end of it.
    if text.startswith("*") and not text.startswith("*|"):
        text = text[1:]
    if text.endswith("*|"):
        text = text[:-1]
    if text.endswith("*") and not text.endswith("|*"):
        text = text[:-1]
    host = ""
    named = _NAMED_HOST.match(text.lower())
    if named and (not _END_OF_ADDRESS.fullmatch(named[1]) or _ADDRESS.fullmatch(named[1])):
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
    """A pattern as an expression that runs in linear time. Raises re2.error."""
    if pattern.expression:
        return _bounded(pattern.text, pattern.match_case)
    return re2.compile(_expression(pattern), _options(case_sensitive=True))


@lru_cache(maxsize=MAX_COMPILED)
def compiled_name(expression: str) -> "re2._Regexp":
    """An expression on hosts, which are in lower case. Raises re2.error for one that cannot be run in linear time."""
    return _bounded(expression, case_sensitive=False)


def _bounded(expression: str, case_sensitive: bool) -> "re2._Regexp":
    made = re2.compile(expression, _options(case_sensitive))
    if made.programsize > EXPRESSION_STEPS:
        raise re2.error("too large")
    return made


def _options(case_sensitive: bool) -> "re2.Options":
    options = re2.Options()
    options.max_mem = EXPRESSION_MEMORY
    options.log_errors = False
    options.case_sensitive = case_sensitive
    return options


def _expression(pattern: Pattern) -> str:
    text, start, end = pattern.text, "", ""
    if pattern.host:
        start = "^"
    elif text.startswith("||."):
        # The dot stands between two labels: "||.t.example" means what is below t.example.
        start, text = f"(?i:{_ANY_HOST_WITHIN})", text[2:]
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
    named = _HOST_IN_PATTERN.match(text)
    if named is None:
        return plain_path(text)
    return named[1] + ".".join(map(_plain_label, named[2].split("."))) + plain_path(text[named.end() :])


def _plain_label(label: str) -> str:
    # Beside a * the label is not whole, so nothing is known of its other letters.
    return plain_path(label) if "*" in label or label.isascii() else plain_host(label)
