"""What the options of one filter mean. core/filter_list.py reads them from a line; core/network_filter.py applies them.

The question is always "is this a request to a tracker?", so an option that only changes an answer makes no filter of ours.
"""

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field

from netcurtain.core.domains import plain_host
from netcurtain.core.network_filter import DEFAULT_TYPES, Party
from netcurtain.core.question import TYPES

Written = Mapping[str, bool | str]
"""Options by name: False where a ``~`` stands before one, text where it has a value."""

ALIASES = {
    "3p": "third-party",
    "1p": "first-party",
    "strict-third-party": "strict3p",
    "strict-first-party": "strict1p",
    "from": "domain",
    "doc": "document",
    "urlblock": "document",
    "frame": "subdocument",
    "css": "stylesheet",
    "img": "image",
    "background": "image",
    "xhr": "xmlhttprequest",
    "beacon": "ping",
    "object-subrequest": "object",
    "xbl": "other",
    "dtd": "other",
}
"""Other words for the same option, those of the past too."""

UNSEEN_TYPES = frozenset(
    (
        "popup",
        "popunder",
        "webrtc",
        "inline-script",
        "inline-font",
        "genericblock",
        "elemhide",
        "generichide",
        "specifichide",
        "ehide",
        "ghide",
        "shide",
        "jsinject",
        "content",
        "extension",
        "stealth",
    )
)
"""Types that no request has which a browser reports: new windows, parts of a page, what other blockers may do on it."""

ANSWER_OPTIONS = frozenset(
    (
        "redirect-rule",
        "csp",
        "permissions",
        "header",
        "removeheader",
        "addheader",
        "removeparam",
        "queryprune",
        "replace",
        "cookie",
        "referrerpolicy",
        "uritransform",
        "urltransform",
        "urlskip",
        "jsonprune",
        "xmlprune",
        "hls",
        "ipaddress",
        "cname",
    )
)
"""Options that change an answer, look at it, or need more than the request to decide: alone they flag nothing."""

INSTEAD_OPTIONS = frozenset(("redirect", "rewrite", "empty", "mp4"))
"""The request is stopped and something else given instead: flagged. An exception with one only spares the replacement."""

SILENT_OPTIONS = frozenset(("collapse", "donottrack", "reason", "match-case", "badfilter"))
"""Options that do not change which requests are meant, or are read elsewhere."""

VALUE_OPTIONS = frozenset(("domain", "to", "denyallow", "method"))
PARTY_OPTIONS = {"third-party": Party.THIRD, "first-party": Party.FIRST, "strict3p": Party.STRICT_THIRD, "strict1p": Party.STRICT_FIRST}
_OTHER_PARTY = {
    Party.THIRD: Party.FIRST,
    Party.FIRST: Party.THIRD,
    Party.STRICT_THIRD: Party.STRICT_FIRST,
    Party.STRICT_FIRST: Party.STRICT_THIRD,
}


class Reason(enum.StrEnum):
    """Why a line is not used, in words for people."""

    COMMENT = "is a comment"
    COSMETIC = "changes what a page looks like"
    NOT_A_FILTER = "is not a filter"
    NOT_A_REQUEST = "means nothing that is seen as a request"
    CHANGES_AN_ANSWER = "changes or reads an answer"
    UNKNOWN_OPTION = "has an option that is not known"
    BAD_OPTION = "has an option that makes no sense"
    BAD_EXPRESSION = "has an expression that cannot be used"
    MEANS_EVERYTHING = "means every request there is"
    THIS_COMPUTER = "names this computer"
    CONDITIONAL = "is for another program"
    INCLUDES = "asks for another list"
    TOO_LONG = "is too long"
    TOO_MANY = "comes after too many others"


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
    domains: Mapping[str, bool] = field(default_factory=dict)
    to: Mapping[str, bool] = field(default_factory=dict)
    methods: Mapping[str, bool] = field(default_factory=dict)
    deny_allow: frozenset[str] = frozenset()


def options_of(written: Written, exception: bool) -> Options:
    """What options mean. Raises :class:`UnusableLineError` where they mean no request, or are not understood."""
    for name, value in written.items():
        _check(name, value, exception)
    types = _types(written)
    if not types:
        raise UnusableLineError(Reason.NOT_A_REQUEST)
    return Options(
        types=types,
        party=_party(written),
        important="important" in written,
        domains=_names(written, "domain"),
        to=_names(written, "to"),
        methods=_negatable(str(written.get("method", "")).lower()),
        deny_allow=_deny_allow(written),
    )


def _check(name: str, value: bool | str, exception: bool) -> None:
    if name in ANSWER_OPTIONS or (exception and name in INSTEAD_OPTIONS):
        raise UnusableLineError(Reason.CHANGES_AN_ANSWER)
    if name in VALUE_OPTIONS:
        if not isinstance(value, str) or not value:
            raise UnusableLineError(Reason.BAD_OPTION)
    elif name in TYPES or name in UNSEEN_TYPES or name in PARTY_OPTIONS or name in ("important", "all"):
        if isinstance(value, str):
            raise UnusableLineError(Reason.BAD_OPTION)
    elif name not in INSTEAD_OPTIONS and name not in SILENT_OPTIONS and name.strip("_"):
        # A run of underscores stands for nothing; it only sets options apart.
        raise UnusableLineError(Reason.UNKNOWN_OPTION)


def _types(written: Written) -> int:
    """Types are joined by "or"; where only ``~`` ones are named, it is all the others."""
    chosen = left_out = 0
    only = False
    for name, value in written.items():
        bit = sum(TYPES.values()) if name == "all" else TYPES.get(name, 0)
        if value is False:
            left_out |= bit
        elif bit or name in UNSEEN_TYPES:
            only = True
            chosen |= bit
    if "mp4" in written and not only:
        return TYPES["media"]
    return (chosen if only else DEFAULT_TYPES) & ~left_out


def _party(written: Written) -> Party | None:
    parties = {party if written[name] else _OTHER_PARTY[party] for name, party in PARTY_OPTIONS.items() if name in written}
    if {Party.THIRD, Party.FIRST} <= parties:
        return None
    # A strict one says more than the other.
    return next((party for party in (Party.STRICT_THIRD, Party.STRICT_FIRST, Party.THIRD, Party.FIRST) if party in parties), None)


def _names(written: Written, option: str) -> Mapping[str, bool]:
    return {_name(name): meant for name, meant in _negatable(str(written.get(option, ""))).items()}


def _deny_allow(written: Written) -> frozenset[str]:
    names = _names(written, "denyallow")
    if not all(names.values()):
        raise UnusableLineError(Reason.BAD_OPTION)
    return frozenset(names)


def _negatable(value: str) -> dict[str, bool]:
    parts = [part.strip() for part in value.split("|")]
    return {part.removeprefix("~"): not part.startswith("~") for part in parts if part}


def _name(written: str) -> str:
    """A host or an entity such as ``google.*``; other wild cards and expressions are not for us yet."""
    name = plain_host(written)
    if not name or "/" in name or "*" in name.removesuffix(".*"):
        raise UnusableLineError(Reason.BAD_OPTION)
    return name
