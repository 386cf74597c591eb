"""Our own short list by company. Who is left out is left out of all of it, not only where a page has contacted them so far."""

from netcurtain.core.filter_list import FilterList
from netcurtain.core.network_filter import NetworkFilter, bare
from netcurtain.core.organisations import Organisations

PRACTICE = "practice"
"""The category of what only our own practice page tells."""


def by_company(starter: FilterList, organisations: Organisations) -> dict[str, tuple[str, ...]]:
    """The lines of the filters that name a host of a company in the table. Exceptions are none of them."""
    lines: dict[str, tuple[str, ...]] = {}
    for one in _flagging(starter):
        company = organisations.of(one.pattern.host, one.pattern.text) if one.pattern.host else None
        if company is not None:
            lines[company.name] = (*lines.get(company.name, ()), one.line)
    return lines


def for_every_page(starter: FilterList, organisations: Organisations) -> tuple[tuple[str, ...], frozenset[str]]:
    """The lines of all filters but our practice page's and exceptions, and the companies in the table that some of them name."""
    lines: list[str] = []
    companies: set[str] = set()
    for one in _flagging(starter):
        company = organisations.of(one.pattern.host, one.pattern.text) if one.pattern.host else None
        if company is None:
            lines.append(one.line)
        elif company.category != PRACTICE:
            lines.append(one.line)
            companies.add(company.name)
    return tuple(lines), frozenset(companies)


def _flagging(starter: FilterList) -> list[NetworkFilter]:
    return [
        *(bare(host, False, None) for host in sorted(starter.hosts)),
        *(bare(host, True, None) for host in sorted(starter.third_party_hosts)),
        *(one for one in starter.filters if not one.exception),
    ]
