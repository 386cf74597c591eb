"""What follows from a page's result, worked out once for tables, report and comparison, so that all of them say the same. Pure.

Everything goes in two steps: ``looks(page, company, state)`` are the looks that count, and the rest reads looks::

    for state in State:
        if met(page, company, state):
            told = kinds_told(looks(page, company, state))

Three answers, and never two: met, not met, and None where nobody can say, because that state was not reached or the page had trouble.

What was seen after a choice about cookies counts only where that choice was made (Choosing.DONE): otherwise nobody can say after what it
came, nor whether it was still this page. It is told site by site in the report, as what it is, and is in no number and no table.
"""

import enum
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime

from netcurtain.core.finding import What
from netcurtain.core.level import Level
from netcurtain.core.wording import recorders
from netcurtain.har.report import plain
from netcurtain.har.wording import list_line
from netcurtain.survey.result import (
    BEFORE,
    Choosing,
    CompanySurveyed,
    FilterSeen,
    ListUsed,
    Look,
    MadeWith,
    PageSurveyed,
    Seen,
    SiteSurveyed,
    Stage,
)


class State(enum.StrEnum):
    """How the page's question about cookies stood. The value is the word of every column and key."""

    BEFORE = "before"
    AFTER_REFUSING = "after_refusing"
    AFTER_ACCEPTING = "after_accepting"


STAGES: Mapping[State, tuple[Stage, ...]] = {
    State.BEFORE: BEFORE,
    State.AFTER_REFUSING: (Stage.REFUSED,),
    State.AFTER_ACCEPTING: (Stage.ACCEPTED,),
}

_KINDS = {str(what): what for what in What}


def reached(page: PageSurveyed, state: State) -> bool:
    """Whether the page was looked at in this state: something of it was seen, and the choice was made where there is one to make."""
    return bool(seen(page, state))


def seen(page: PageSurveyed, state: State | None = None) -> tuple[Seen, ...]:
    """What the core said of the page as a whole in this state; without a state, in all of them."""
    return tuple(one for one in page.seen if one.stage in _stages(page, state))


def wholly(page: PageSurveyed, state: State | None = None) -> bool:
    """Whether it means anything that something was not seen on the page in this state; without a state, in any that was reached."""
    of = seen(page, state)
    return page.trouble is None and bool(of) and all(one.from_start for one in of)


def sensitive(page: PageSurveyed) -> bool:
    """Whether the page was judged to ask for something sensitive, in any state."""
    return any(one.sensitive for one in seen(page))


def judged(page: PageSurveyed, state: State | None = None) -> bool | None:
    """The same as yes, no, and None where nobody can say: it was not found to, but nothing was seen, or the page had trouble.

    Without a state it is about all of them.
    """
    if any(one.sensitive for one in seen(page, state)):
        return True
    doubtful = state is None and any(one.sensitive for one in page.seen)
    return False if wholly(page, state) and not doubtful else None


def categories(page: PageSurveyed, state: State | None = None) -> tuple[str, ...] | None:
    """Of what it asks, each once, the strongest first; without a state, in any. None where there is none, and nobody can say that."""
    found = tuple(dict.fromkeys(category for one in seen(page, state) for category in one.categories))
    return found or (None if judged(page, state) is None else ())


def forms(page: PageSurveyed) -> int | None:
    """How many forms were seen; None where none was, and nobody can say that there is none."""
    return page.forms or (page.forms if page.seen and page.trouble is None else None)


def choice(page: PageSurveyed, became: Choosing | None) -> Choosing | None:
    """What became of a choice; None where nobody can say. Where there was trouble, no banner may only mean that nobody came to look."""
    return became if became is not Choosing.NO_BANNER or (page.seen and page.trouble is None) else None


def level(page: PageSurveyed, state: State) -> Level | None:
    """The highest level of the page in a state; None where nobody can say. A warning is the highest whatever was not seen."""
    levels = {one.level for one in seen(page, state)} if reached(page, state) else set()
    highest = next((one for one in Level if one in levels), None)
    return highest if highest is Level.WARNING or wholly(page, state) else None


def all_requests(page: PageSurveyed, state: State) -> int | None:
    """How many requests the page made in a state, to whomever; None where nobody can say."""
    return sum(one.requests for one in seen(page, state)) if wholly(page, state) else None


def third_party_hosts(page: PageSurveyed, state: State) -> int | None:
    """To how many hosts other than its own it made them, at least; None where nobody can say."""
    return max(one.third_party_hosts for one in seen(page, state)) if wholly(page, state) else None


def looks(page: PageSurveyed, company: CompanySurveyed, state: State | None = None) -> tuple[Look, ...]:
    """The looks of a company that count in a state; without a state, in any."""
    return tuple(look for look in company.looks if look.stage in _stages(page, state))


def companies(page: PageSurveyed) -> tuple[CompanySurveyed, ...]:
    """The companies that were met in any state."""
    return tuple(company for company in page.companies if looks(page, company))


def met_nobody(page: PageSurveyed) -> bool | None:
    """Whether no company was met at all; None where none was, and nobody can say that."""
    if companies(page):
        return False
    return True if wholly(page) and not page.companies else None


def met(page: PageSurveyed, company: CompanySurveyed | None, state: State) -> bool | None:
    """Whether the page asked a company for something in a state. ``company`` is None where it was met in no state.

    None: nobody can say. The state was not reached, or it was and not seen there, but the page had trouble or its start was missed.
    """
    if company is not None and looks(page, company, state):
        return True
    return False if wholly(page, state) else None


def contacted(page: PageSurveyed, company: CompanySurveyed | None, state: State) -> bool | None:
    """Whether a request to the company was seen to leave in a state; None as for ``met``."""
    if company is not None and went_out(looks(page, company, state)):
        return True
    return False if wholly(page, state) else None


def requests(page: PageSurveyed, company: CompanySurveyed, state: State) -> int | None:
    """How many requests the company had in a state; None as for ``met``."""
    there = met(page, company, state)
    return None if there is None else sum(look.requests for look in looks(page, company, state))


def told(page: PageSurveyed, company: CompanySurveyed, what: What) -> bool | None:
    """Whether the company was told this kind of fact at any time; None where it was not seen to be, but the page was not seen wholly."""
    if what in kinds_told(looks(page, company)):
        return True
    return False if wholly(page) and what not in kinds_told(company.looks) else None


def kinds_told_in(page: PageSurveyed, company: CompanySurveyed, state: State | None = None) -> tuple[What, ...] | None:
    """The kinds of facts that it was told in a state; without a state, in any. That there was none is said only where it means something;
    else None: also where it was told something after a choice that failed, for then nobody can say when.
    """
    doubtful = state is None and bool(kinds_told(company.looks))
    return kinds_told(looks(page, company, state)) or (() if wholly(page, state) and not doubtful else None)


def kinds_tried_in(page: PageSurveyed, company: CompanySurveyed) -> tuple[What, ...] | None:
    """The same of the kinds of facts that were only in requests that were not seen to leave, in any state."""
    return kinds_tried(looks(page, company)) or (() if wholly(page) and not kinds_tried(company.looks) else None)


def told_nothing(page: PageSurveyed) -> bool:
    """Whether it can be said that no company was told anything, whatever came of a choice."""
    return wholly(page) and not any(kinds_told(company.looks) for company in page.companies)


def kinds_told(of: Iterable[Look]) -> tuple[What, ...]:
    """The kinds of facts in requests that were seen to leave, each once, in the order of What."""
    return _kinds(of, went_out=True)


def kinds_tried(of: Sequence[Look]) -> tuple[What, ...]:
    """The kinds of facts that were only in requests that were not seen to leave."""
    told = kinds_told(of)
    return tuple(what for what in _kinds(of, went_out=False) if what not in told)


def went_out(of: Iterable[Look]) -> bool:
    """Whether any request was seen to leave."""
    return any(look.went_out for look in of)


def sentences(company: CompanySurveyed, of: Sequence[Look]) -> tuple[str, ...]:
    """What people read of a company: what each request told, else what the core says of it as a whole; what a recorder can do, once.

    As in har/report.py: without queries, e-mail addresses and codes.
    """
    told = [str(event.line["sentence"]) for look in of for event in look.events if event.line.get("sentence")]
    whole = [sentence for look in of for sentence in look.sentences]
    also = [sentence for sentence in whole if sentence == recorders([company.name])]
    return tuple(dict.fromkeys(plain(sentence) for sentence in (*(told or whole), *also) if sentence))


def filters(of: Iterable[Look]) -> tuple[FilterSeen, ...]:
    """The filters that flagged requests, each once. One with no text is our own table of companies."""
    return tuple(dict.fromkeys(one for look in of for one in look.filters))


def hosts(of: Iterable[Look]) -> tuple[str, ...]:
    """The hosts of the flagged requests, each once."""
    return tuple(dict.fromkeys(host for look in of for host in look.hosts))


def first_seen(of: Iterable[Look]) -> float | None:
    """When the first request went, in milliseconds since 1970; None without any look."""
    return min((look.first_seen for look in of), default=None)


def repeats(site: SiteSurveyed) -> Mapping[str, str]:
    """The pages of lines whose address was asked in an earlier line: by name, the name of the page that they repeat.

    It is the same look at the same page, told once more under the later line's number and label (sites.py); who counts looks leaves it out.
    Lines that hold no address repeat nothing: "n/a" may stand for anything.
    """
    first: dict[str, int] = {}
    pages = [page for page in site.pages if page.site]
    for page in pages:
        first[page.asked] = min(page.number, first.get(page.asked, page.number))
    again = ((page, first[page.asked]) for page in pages if page.number != first[page.asked])
    return {page.name: page.name.replace(f"{page.number:04d}", f"{number:04d}", 1) for page, number in again}


def list_of(one: FilterSeen, made_with: MadeWith) -> ListUsed | None:
    """The list that a filter is from, with its version; None where our own table flagged the request."""
    return next((used for used in made_with.lists if used.name == one.filter_list), None) if one.filter_list else None


def filter_line(one: FilterSeen, made_with: MadeWith) -> str:
    """A filter with its list and the list's version: "||t.example^ (EasyPrivacy, version 7)"; "" where our own table flagged."""
    if not one.filter:
        return ""
    used = list_of(one, made_with)
    version = f", version {used.version}" if used and used.version else ""
    return f"{one.filter} ({one.filter_list}{version})" if one.filter_list else one.filter


def list_lines(made_with: MadeWith) -> tuple[str, ...]:
    """The lists that a result rests on, each with its version and how many filters it has."""
    return tuple(list_line(used.name, used.version, used.filters) for used in made_with.lists)


def moment(milliseconds: float | None) -> datetime | None:
    """A time of a result, in UTC."""
    try:
        return datetime.fromtimestamp(milliseconds / 1000, UTC) if milliseconds else None
    except (ValueError, OverflowError, OSError):
        return None


def _stages(page: PageSurveyed, state: State | None) -> frozenset[Stage]:
    """The stages that count in a state; without a state, in any."""
    return frozenset(stage for one in State if state in (None, one) and _chosen(page, one) for stage in STAGES[one])


def _chosen(page: PageSurveyed, state: State) -> bool:
    match state:
        case State.BEFORE:
            return True
        case State.AFTER_REFUSING:
            return page.refused is Choosing.DONE
        case State.AFTER_ACCEPTING:
            return page.accepted is Choosing.DONE


def _kinds(of: Iterable[Look], *, went_out: bool) -> tuple[What, ...]:
    events = (event for look in of for event in look.events if event.went_out is went_out)
    found = {fact.get("what") for event in events for fact in event.line.get("told", ())}
    return tuple(what for word, what in _KINDS.items() if word in found)
