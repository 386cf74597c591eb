"""A survey in the shape of `check --format json` (docs/COMMANDS.md), so that what reads one reads the other: check.json.

One entry for each page and each state of the choice about cookies that was reached, with these keys more:

    consent               "before", "after_refusing" or "after_accepting"
    trouble               what went wrong, in a word (trouble.py), or null; what was seen until then is told all the same
    seen_wholly           it was seen in this state from its start and without trouble: only then what is not here means something
    browser, lists        what the entry rests on
    organisations         first_seen: when the first of its requests began
      events              first_seen, and flagged_by: the filter with its list and the list's version, our own table, or null

Where a page had trouble, or its start was missed, null stands for what nobody can say: never false, none or nothing seen. Organisations
are then those that were seen, and there may be more. A page of which nothing was seen has no entry, and a line that asks what an
earlier one asked has none of its own. Each entry stands on a line of its own, so that a long survey can be read line by line.
"""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec

from netcurtain.survey import facts
from netcurtain.survey.facts import State
from netcurtain.survey.result import CompanySurveyed, EventSeen, ListUsed, Look, MadeWith, PageSurveyed, SiteSurveyed
from netcurtain.survey.tables.tables_wording import OUR_TABLE
from netcurtain.survey.whole import whole

NAME = "check.json"


def write(sites: Iterable[SiteSurveyed], folder: Path) -> Path:
    """Write check.json into a folder that is there; an earlier one is replaced. Raises OSError."""
    place = folder / NAME
    lists: dict[ListUsed, None] = {}
    with whole(place) as file:
        file.write(b'{"pages":[')
        before = b"\n"
        for site in sites:
            lists |= dict.fromkeys(site.made_with.lists)
            for entry in entries(site):
                file.write(before + msgspec.json.encode(entry))
                before = b",\n"
        used = [{"name": one.name, "version": one.version, "filters": one.filters} for one in lists]
        file.write(b'\n],\n"lists":' + msgspec.json.encode(used) + b"}\n")
    return place


def entries(site: SiteSurveyed) -> Iterator[dict[str, Any]]:
    """A site's pages, each once for each state that was reached."""
    again = facts.repeats(site)
    pages = (page for page in site.pages if page.name not in again)
    return (_entry(page, state, site.made_with) for page in pages for state in State if facts.reached(page, state))


def _entry(page: PageSurveyed, state: State, made_with: MadeWith) -> dict[str, Any]:
    met = ((company, facts.looks(page, company, state)) for company in page.companies)
    return {
        "url": page.url,
        "title": page.title,
        "started": _time(page.started),
        "requests": facts.all_requests(page, state),
        "third_party_hosts": facts.third_party_hosts(page, state),
        "sensitive": facts.judged(page, state),
        "categories": facts.categories(page, state),
        "level": facts.level(page, state),
        "organisations": [_organisation(company, looks, made_with) for company, looks in met if looks],
        "consent": state,
        "trouble": page.trouble,
        "seen_wholly": facts.wholly(page, state),
        "browser": made_with.browser,
        "lists": list(facts.list_lines(made_with)),
    }


def _organisation(company: CompanySurveyed, looks: Sequence[Look], made_with: MadeWith) -> dict[str, Any]:
    first: dict[bytes, EventSeen] = {}
    for event in (event for look in looks for event in look.events):
        first.setdefault(msgspec.json.encode(event.line), event)
    return {
        "name": company.name,
        "requests": sum(look.requests for look in looks),
        "filters": [one.filter for one in facts.filters(looks) if one.filter],
        "events": [_event(event, looks, made_with) for event in first.values()],
        "sentences": list(dict.fromkeys(sentence for look in looks for sentence in look.sentences)),
        "first_seen": _time(facts.first_seen(looks)),
    }


def _event(event: EventSeen, looks: Sequence[Look], made_with: MadeWith) -> dict[str, Any]:
    """What one request told. Where nothing flagged it, it is here because what was typed was in it."""
    flagged = event.by in facts.filters(looks)
    by = facts.filter_line(event.by, made_with) or OUR_TABLE
    return {**event.line, "first_seen": _time(event.time), "flagged_by": by if flagged else None}


def _time(milliseconds: float | None) -> str | None:
    moment = facts.moment(milliseconds)
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z") if moment else None
