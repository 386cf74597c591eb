"""What the options of one filter mean. core/filter_list.py reads them from a line; core/network_filter.py applies them.

The question is always "is this a request to a tracker?", so an option that only changes an answer makes no filter of ours.
docs/FILTERS.md says of every option where its meaning comes from.
"""

import enum
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import re2

from netcurtain.core.domains import plain_host
from netcurtain.core.network_filter import DEFAULT_TYPES, NOTHING_NAMED, Party, compiled_name
from netcurtain.core.question import TYPES

Written = Sequence[tuple[str, bool | str]]
"""Options in the order of the line, by their one name: False where a ``~`` stands before one, text where it has a value."""
Expressions = tuple[tuple[str, bool], ...]
"""Regular expressions on a host, and whether such hosts are meant (True) or left out."""

ALIASES = {
    "3p": "third-party",
    "1p": "first-party",
    "strict-third-party": "strict3p",
    "strict-first-party": "strict1p",
    "from": "domain",
    "doc": "document",
    "frame": "subdocument",
    "css": "stylesheet",
    "img": "image",
    "background": "image",
    "xhr": "xmlhttprequest",
    "beacon": "ping",
    "object-subrequest": "object",
    "xbl": "other",
    "dtd": "other",
    "ehide": "elemhide",
    "ghide": "generichide",
    "shide": "specifichide",
    "queryprune": "removeparam",
    "urltransform": "uritransform",
    "rewrite": "redirect",
}
"""Other words for the same option, those of the past too."""


class Kind(enum.Enum):
    """What an option does to the question."""

    TYPE = "names a type of request"
    UNSEEN = "names what no browser reports as a request: a new window, parts of a page, what other blockers do on it"
    PARTY = "names whose requests are meant"
    NAMES = "names pages, hosts or methods"
    IMPORTANT = "overrules exceptions"
    WHOLE_PAGE = "an exception for all that a page asks for"
    INSTEAD = "the request is stopped and something else given instead: flagged; an exception only spares the replacement"
    ANSWER = "only changes an answer, or a request that goes out all the same"
    NEEDS_MORE = "decides by what a request does not tell"
    ELSEWHERE = "is for one program, or for a DNS server"
    ASIDE = "switches another part of a blocker off"
    SILENT = "changes nothing about which requests are meant, or is read elsewhere"


_OPTIONS_OF_KIND: dict[Kind, str] = {
    Kind.TYPE: f"{' '.join(TYPES)} all",
    Kind.UNSEEN: (
        "popup popunder webrtc inline-script inline-font genericblock elemhide generichide specifichide jsinject content extension"
    ),
    Kind.PARTY: "third-party first-party strict3p strict1p",
    Kind.NAMES: "domain to denyallow method",
    Kind.IMPORTANT: "important",
    Kind.WHOLE_PAGE: "urlblock",
    Kind.INSTEAD: "redirect empty mp4",
    Kind.ANSWER: (
        "redirect-rule csp permissions removeheader addheader removeparam replace cookie referrerpolicy uritransform urlskip jsonprune "
        "xmlprune hls"
    ),
    Kind.NEEDS_MORE: "header requestheader responseheader ipaddress cname sitekey tag",
    Kind.ELSEWHERE: "app network client ctag dnstype dnsrewrite",
    Kind.ASIDE: "stealth",
    Kind.SILENT: "collapse donottrack reason match-case badfilter",
}
KINDS: dict[str, Kind] = {name: kind for kind, names in _OPTIONS_OF_KIND.items() for name in names.split()}
"""Every option there is, and what it does to the question."""

_NO_VALUE = frozenset((Kind.TYPE, Kind.UNSEEN, Kind.PARTY, Kind.IMPORTANT, Kind.WHOLE_PAGE))
_NO_NEGATION = frozenset(("all", "important", "urlblock", "badfilter"))
_BITS = {**TYPES, "all": sum(TYPES.values()), "urlblock": TYPES["document"]}
_METHODS = frozenset(("connect", "delete", "get", "head", "options", "patch", "post", "put", "trace"))
_ENTRY = re.compile(r"(~?)(?:(/(?:\\.|[^\\/])+/)(?=\||$)|([^|]*))(?:\||$)")
_NAME = re.compile(r"(?:[a-z0-9_%-]+\.)*[a-z0-9_%-]+(?:\.\*)?|\[[0-9a-f:.]+\]")

_PARTIES: dict[frozenset[str], Party | None] = {
    frozenset(): None,
    frozenset(("3",)): Party.THIRD,
    frozenset(("1",)): Party.FIRST,
    frozenset(("strict3",)): Party.STRICT_THIRD,
    frozenset(("strict1",)): Party.STRICT_FIRST,
    frozenset(("3", "1")): None,
    frozenset(("3", "strict3")): Party.THIRD,
    frozenset(("1", "strict1")): Party.STRICT_FIRST,
    frozenset(("1", "strict3")): Party.SIBLING,
    frozenset(("3", "1", "strict3")): Party.STRICT_THIRD,
    frozenset(("3", "1", "strict1")): Party.STRICT_FIRST,
    frozenset(("strict3", "strict1")): None,
    frozenset(("3", "strict3", "strict1")): Party.THIRD,
    frozenset(("1", "strict3", "strict1")): Party.FIRST,
    frozenset(("3", "1", "strict3", "strict1")): None,
}
"""Both of a pair mean anybody; what is left of the two pairs is joined by "and". Not here: another site on the very same host."""
_PARTY_NAMES = {
    "third-party": ("3", "1"),
    "first-party": ("1", "3"),
    "strict3p": ("strict3", "strict1"),
    "strict1p": ("strict1", "strict3"),
}


class Reason(enum.StrEnum):
    """Why a line is not used, in words for people."""

    COMMENT = "is a comment"
    COSMETIC = "changes what a page looks like"
    NOT_A_FILTER = "is not a filter"
    NOT_A_REQUEST = "means nothing that is seen as a request"
    CHANGES_AN_ANSWER = "changes or reads an answer"
    NEEDS_MORE = "asks what a request does not tell"
    UNKNOWN_OPTION = "has an option that is not known"
    BAD_OPTION = "has an option that makes no sense"
    BAD_EXPRESSION = "has an expression that cannot be used"
    MEANS_EVERYTHING = "means every request there is"
    THIS_COMPUTER = "names this computer"
    CONDITIONAL = "is for another program"
    INCLUDES = "asks for another list"
    TOO_LONG = "is too long"
    TOO_MANY = "comes after too many others"


_UNUSABLE = {
    Kind.ANSWER: Reason.CHANGES_AN_ANSWER,
    Kind.NEEDS_MORE: Reason.NEEDS_MORE,
    Kind.ELSEWHERE: Reason.CONDITIONAL,
    Kind.ASIDE: Reason.NOT_A_REQUEST,
}
"""Options that make no filter of ours, whatever stands beside them."""


class UnusableLineError(Exception):
    """A line cannot be used, and why."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Options:
    """The options of one filter, in the terms of :class:`~netcurtain.core.network_filter.NetworkFilter`."""

    types: int = DEFAULT_TYPES
    party: Party | None = None
    important: bool = False
    domains: Mapping[str, bool] = field(default_factory=lambda: NOTHING_NAMED)
    domain_expressions: Expressions = ()
    to: Mapping[str, bool] = field(default_factory=lambda: NOTHING_NAMED)
    to_expressions: Expressions = ()
    methods: Mapping[str, bool] = field(default_factory=lambda: NOTHING_NAMED)
    deny_allow: frozenset[str] = frozenset()


_NO_OPTIONS = Options()


def is_known(name: str) -> bool:
    """Whether there is an option of this name. A run of underscores stands for nothing; it only sets options apart."""
    name = name.lower().removeprefix("~")
    return ALIASES.get(name, name) in KINDS or not name.strip("_")


def narrows(name: str) -> bool:
    """Whether an option says which requests are meant: a filter without a pattern needs one that does."""
    return KINDS.get(name) not in (Kind.IMPORTANT, Kind.SILENT, None)


def options_of(written: Written, exception: bool) -> Options:
    """What options mean. Raises :class:`UnusableLineError` where they mean no request, or are not understood."""
    if not written:
        return _NO_OPTIONS
    for name, value in written:
        _check(name, value, exception)
    values = {name: value for name, value in written if isinstance(value, str)}
    types = _types(written)
    if not types:
        raise UnusableLineError(Reason.NOT_A_REQUEST)
    domains, domain_expressions = _hosts(values, "domain")
    to, to_expressions = _hosts(values, "to")
    return Options(
        types=types,
        party=_party(written),
        important=any(name == "important" for name, _ in written),
        domains=domains,
        domain_expressions=domain_expressions,
        to=to,
        to_expressions=to_expressions,
        methods=_methods(values),
        deny_allow=_deny_allow(values),
    )


def _check(name: str, value: bool | str, exception: bool) -> None:
    kind = KINDS.get(name)
    if kind is None:
        if name.startswith("~") and is_known(name):
            raise UnusableLineError(Reason.BAD_OPTION)
        if name.strip("_"):
            raise UnusableLineError(Reason.UNKNOWN_OPTION)
        return
    if kind in _UNUSABLE:
        raise UnusableLineError(_UNUSABLE[kind])
    if kind is Kind.INSTEAD and exception:
        raise UnusableLineError(Reason.CHANGES_AN_ANSWER)
    if (
        (kind is Kind.NAMES and (not isinstance(value, str) or not value))
        or (kind in _NO_VALUE and isinstance(value, str))
        or (value is False and name in _NO_NEGATION)
        or (kind is Kind.WHOLE_PAGE and not exception)
    ):
        raise UnusableLineError(Reason.BAD_OPTION)


def _types(written: Written) -> int:
    """Types are joined by "or", in the order of the line; one with ``~`` takes away from those before it, or from all."""
    types: int | None = None
    for name, value in written:
        if KINDS.get(name) not in (Kind.TYPE, Kind.UNSEEN, Kind.WHOLE_PAGE):
            continue
        bits = _BITS.get(name, 0)
        types = (DEFAULT_TYPES if types is None else types) & ~bits if value is False else (types or 0) | bits
    if types is None:
        return TYPES["media"] if any(name == "mp4" for name, _ in written) else DEFAULT_TYPES
    return types


def _party(written: Written) -> Party | None:
    parties = frozenset(_PARTY_NAMES[name][0 if value else 1] for name, value in written if name in _PARTY_NAMES)
    if parties not in _PARTIES:
        raise UnusableLineError(Reason.NOT_A_REQUEST)
    return _PARTIES[parties]


def _hosts(values: Mapping[str, str], option: str) -> tuple[Mapping[str, bool], Expressions]:
    """The hosts that an option names, and its expressions on hosts."""
    if option not in values:
        return NOTHING_NAMED, ()
    names: dict[str, bool] = {}
    expressions: list[tuple[str, bool]] = []
    for negation, expression, name in _ENTRY.findall(values[option]):
        if expression:
            _try_out(expression[1:-1])
            expressions.append((expression[1:-1], not negation))
        elif name.strip() or negation:
            names[_name(name)] = not negation
    if not names and not expressions:
        raise UnusableLineError(Reason.BAD_OPTION)
    return names or NOTHING_NAMED, tuple(expressions)


def _try_out(expression: str) -> None:
    try:
        compiled_name(expression)
    except (re2.error, UnicodeError):
        raise UnusableLineError(Reason.BAD_EXPRESSION) from None


def _deny_allow(values: Mapping[str, str]) -> frozenset[str]:
    names, expressions = _hosts(values, "denyallow")
    if expressions or not all(names.values()):
        raise UnusableLineError(Reason.BAD_OPTION)
    return frozenset(names)


def _methods(values: Mapping[str, str]) -> Mapping[str, bool]:
    if "method" not in values:
        return NOTHING_NAMED
    parts = [part.strip() for part in values["method"].lower().split("|") if part.strip()]
    methods = {part.removeprefix("~"): not part.startswith("~") for part in parts}
    if not methods or not methods.keys() <= _METHODS:
        raise UnusableLineError(Reason.BAD_OPTION)
    return methods


def _name(written: str) -> str:
    """A host, or an entity such as ``google.*``; no list has other wild cards in names."""
    name = plain_host(written.strip())
    if not _NAME.fullmatch(name):
        raise UnusableLineError(Reason.BAD_OPTION)
    return name
