"""Our own short list by company. Who is left out is left out of all of it, not only where a page has contacted them so far."""

from netcurtain.core.filter_list import FilterList
from netcurtain.core.network_filter import bare
from netcurtain.core.organisations import Organisations


def by_company(starter: FilterList, organisations: Organisations) -> dict[str, tuple[str, ...]]:
    """The lines of the filters that name a host of a company in the table. Exceptions are none of them."""
    filters = [
        *(bare(host, False, None) for host in sorted(starter.hosts)),
        *(bare(host, True, None) for host in sorted(starter.third_party_hosts)),
        *(one for one in starter.filters if one.pattern.host and not one.exception),
    ]
    lines: dict[str, tuple[str, ...]] = {}
    for one in filters:
        company = organisations.of(one.pattern.host, one.pattern.text)
        if company is not None:
            lines[company.name] = (*lines.get(company.name, ()), one.line)
    return lines
