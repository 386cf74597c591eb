"""How to leave a company out: one rule a flagged filter, never a whole site, never the page's own.

The extension turns a rule into a ``declarativeNetRequest`` rule, for one tab or for the pages of certain hosts (core/from_start.py); the
fields are that interface's conditions.
"""

from collections.abc import Collection, Iterable

import msgspec

from netcurtain.core.domains import place_of
from netcurtain.core.filter_list import parse_line
from netcurtain.core.network_filter import DEFAULT_TYPES, NetworkFilter, Party, Pattern, means
from netcurtain.core.question import LIST_NAMES, TYPES
from netcurtain.core.request import ResourceType

MAX_PATTERN = 1_000
"""Characters of a pattern that is handed to a browser."""

_BROWSER_TYPES = {listed: kind.value for kind, listed in LIST_NAMES.items() if kind is not ResourceType.MAIN_FRAME}
"""The lists' types in webRequest's names; ``other`` is whatever is left, and a whole document is never touched."""


class BlockRule(msgspec.Struct, frozen=True, omit_defaults=True):
    """One rule: ``domains`` for a bare ``||host^``, otherwise ``url_filter`` (same anchors as the list's) or ``regex``.

    ``types`` and ``excluded_types`` are webRequest's names. ``allow`` is an exception that lets through.
    """

    domains: list[str] = []
    url_filter: str = ""
    regex: str = ""
    types: list[str] = []
    excluded_types: list[str] = []
    excluded_domains: list[str] = []
    match_case: bool = False
    allow: bool = False


def rule_for(line: str, *, page_host: str, action_host: str | None) -> BlockRule | None:
    """The rule that stops what a filter means, in the tab of one page.

    None where that cannot be done: only the page's own site or the form's action stands where the filter points, or no rule can say the
    same. The filter's ``domain=`` is passed over: the company is left out of the whole visit.
    """
    meant = _readable(line)
    if meant is None or meant.exception or meant.party in (Party.FIRST, Party.STRICT_FIRST):
        return None
    site = place_of(page_host).site
    host = meant.pattern.host
    if host and (_within(host, site) or (action_host and _within(action_host, host) and not _within(action_host, site))):
        return None
    # What a filter with a host cannot reach needs no sparing; to spare the action's host would spare all hosts below it too.
    spared = [name for name in (site, action_host) if name and (not host or _within(name, host))]
    return _rule(meant, spared)


def rule_on(line: str, sites: Collection[str]) -> BlockRule | None:
    """The rule that stops what a filter means on the pages of several sites: the same for everybody, so no form's action is known.

    None where the filter is for certain pages, where it points at one of the sites, or where no rule can say the same. Nothing that a page
    asks of any of these sites is ever stopped.
    """
    meant = _readable(line)
    if meant is None or meant.exception or meant.domains or meant.party in (Party.FIRST, Party.STRICT_FIRST):
        return None
    host = meant.pattern.host
    if host and any(_within(host, site) for site in sites):
        return None
    return _rule(meant, [site for site in sites if not host or _within(site, host)])


def allow_rule_for(line: str, *, page_host: str, action_host: str | None) -> BlockRule | None:
    """The rule that lets through what an exception spares, never more; None where no rule says the same, or where none is needed."""
    meant = _readable(line)
    if meant is None or not meant.exception or meant.party not in (None, Party.THIRD):
        # Of the page's own site nothing is ever stopped.
        return None
    page = place_of(page_host)
    host = meant.pattern.host
    if host and (_within(host, page.site) or host == action_host):
        return None
    if meant.domains and not means(meant.domains, page):
        return None
    spared = [page.site] if meant.party is Party.THIRD and page.site and not host else []
    rule = _rule(meant, spared)
    return msgspec.structs.replace(rule, allow=True) if rule else None


def _readable(line: str) -> NetworkFilter | None:
    """A filter that a rule can say: not one for certain methods, or for hosts without an ending."""
    meant = parse_line(line)
    if not isinstance(meant, NetworkFilter) or meant.methods or not meant.types & DEFAULT_TYPES:
        return None
    return None if any("*" in name for name in (*meant.to, *meant.deny_allow)) else meant


def _rule(meant: NetworkFilter, spared: Iterable[str]) -> BlockRule | None:
    """Third party is not said: the browser would ask it of the frame, the filter means the page, and the page's own site is spared."""
    pattern = meant.pattern
    only = [name for name, included in meant.to.items() if included]
    bare = bool(pattern.host) and pattern.text == "^" and not only
    if not bare and not _can_be_handed_on(pattern):
        return None
    excluded = [*spared, *(name for name, included in meant.to.items() if not included), *meant.deny_allow]
    types, excluded_types = _types(meant.types)
    return BlockRule(
        domains=[pattern.host] if bare else only,
        url_filter="" if bare or pattern.expression else _as_url_filter(pattern),
        regex=pattern.text if pattern.expression else "",
        types=types,
        excluded_types=excluded_types,
        excluded_domains=sorted(set(excluded)),
        match_case=pattern.match_case,
    )


def _can_be_handed_on(pattern: Pattern) -> bool:
    """Whether a browser takes it; one that means every address would stop what the form itself needs."""
    says_something = bool(pattern.host or pattern.text.strip("*|^"))
    return says_something and pattern.text.isascii() and len(pattern.text) <= MAX_PATTERN


def _as_url_filter(pattern: Pattern) -> str:
    """The pattern with its host, as a list writes it. The browser takes the same anchors, but no star after ``||``."""
    text = f"||{pattern.host}{pattern.text}" if pattern.host else pattern.text
    return text.removeprefix("||") if text.startswith("||*") else text


def _types(bits: int) -> tuple[list[str], list[str]]:
    """Types to say, or types to leave out where ``other`` is meant: a browser may know more of those than we do."""
    if bits & TYPES["other"]:
        return [], [name for listed, name in _BROWSER_TYPES.items() if not bits & TYPES[listed]]
    return [name for listed, name in _BROWSER_TYPES.items() if bits & TYPES[listed]], []


def _within(host: str, parent: str) -> bool:
    return host == parent or (bool(parent) and host.endswith("." + parent))
