"""Leaving companies out from the first request on, on pages where people report something or ask for help, for who asked for that.

It works with the app closed, so the browser keeps the rules, and they are the same for everybody: they come from our own short list and
``filters/report_hosts.toml`` alone, never from the lists in use or from what somebody visited. One rule a filter, and none ever for one of
these sites themselves.
"""

from collections.abc import Iterable, Sequence

import msgspec

from netcurtain.core.blocking import BlockRule, rule_on
from netcurtain.core.domains import registrable_domain
from netcurtain.core.report_hosts import MAX_HOSTS

MAX_RULES = 300
"""Rules that the browser is asked to keep."""

MAX_COMPANIES = 60
"""Companies that are named."""


class FromTheStart(msgspec.Struct, frozen=True):
    """Whom to leave out where: ``companies`` as people know them, ``hosts`` each with all below it, ``rules`` for the pages of these."""

    companies: list[str]
    hosts: list[str]
    rules: list[BlockRule]


def from_the_start(lines: Iterable[str], companies: Iterable[str], hosts: Sequence[str]) -> FromTheStart:
    """The rules that these filters make for the pages of these hosts. What would be too many is left away, the last first.

    ``lines`` are the filters of our own list, ``companies`` are those that they mean.
    """
    pages = list(hosts[:MAX_HOSTS])
    sites = list(dict.fromkeys(registrable_domain(host) for host in pages))
    rules = [rule for line in lines if (rule := rule_on(line, sites)) is not None]
    return FromTheStart(sorted(companies)[:MAX_COMPANIES], pages, _joined(rules)[:MAX_RULES])


def _joined(rules: Sequence[BlockRule]) -> list[BlockRule]:
    """Rules that say no more than a host are said as one."""
    bare = [rule for rule in rules if rule == BlockRule(domains=rule.domains)]
    others = [rule for rule in rules if rule not in bare]
    hosts = dict.fromkeys(host for rule in bare for host in rule.domains)
    return [BlockRule(domains=list(hosts)), *others] if hosts else others
