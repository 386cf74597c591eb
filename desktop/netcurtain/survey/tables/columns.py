"""The columns of both tables, each with how its cell follows from a result. tables.py writes them; what each means is in tables_wording.py.

A cell is None where nobody can say, such as what happens after refusing on a page that cannot be refused.
"""

import enum
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from netcurtain.core.finding import What
from netcurtain.survey import facts
from netcurtain.survey.facts import State
from netcurtain.survey.result import CompanySurveyed, MadeWith, PageSurveyed, SiteSurveyed
from netcurtain.survey.tables.tables_wording import OUR_TABLE
from netcurtain.survey.wording import trouble

Cell = str | int | float | bool | datetime | tuple[str, ...] | None


class Holds(enum.StrEnum):
    """What a column's cells are."""

    TEXT = "text"
    NUMBER = "whole number"
    SECONDS = "seconds"
    YES_NO = "yes or no"
    TIME = "time (UTC)"
    TEXTS = "texts"
    SENTENCES = "sentences"


_NOBODY = CompanySurveyed("", "", ())


@dataclass(frozen=True, slots=True, repr=False)
class Row:
    """A row of either table. In the table of pages it is about no company; ``repeat_of`` is the page that this one repeats, if any."""

    made_with: MadeWith
    page: PageSurveyed
    repeat_of: str | None
    company: CompanySurveyed = _NOBODY


@dataclass(frozen=True, slots=True)
class Column:
    """One column."""

    name: str
    holds: Holds
    cell: Callable[[Row], Cell]


def page_rows(site: SiteSurveyed) -> Iterator[Row]:
    """A site's pages."""
    again = facts.repeats(site)
    return (Row(site.made_with, page, again.get(page.name)) for page in site.pages)


def company_rows(site: SiteSurveyed) -> Iterator[Row]:
    """A site's pages, each once for each of its companies that was met in a state that counts."""
    return (replace(row, company=one) for row in page_rows(site) for one in facts.companies(row.page))


_TEXT, _NUMBER, _YES_NO, _TIME, _TEXTS = Holds.TEXT, Holds.NUMBER, Holds.YES_NO, Holds.TIME, Holds.TEXTS


_WHICH: tuple[tuple[str, Holds, Callable[[PageSurveyed], Cell]], ...] = (
    ("page", _TEXT, lambda page: page.name),
    ("number", _NUMBER, lambda page: page.number),
    ("site", _TEXT, lambda page: page.site),
    ("label", _TEXT, lambda page: page.label),
    ("asked", _TEXT, lambda page: page.asked),
    ("url", _TEXT, lambda page: page.url),
    ("clicks", _NUMBER, lambda page: page.clicks),
    ("title", _TEXT, lambda page: page.title),
    ("trouble", _TEXT, lambda page: page.trouble),
    ("seen_wholly", _YES_NO, facts.wholly),
)
"""Which page it is: the first columns of both tables, with repeat_of."""
_REPEAT_OF = Column("repeat_of", _TEXT, lambda row: row.repeat_of)

_ABOUT: tuple[tuple[str, Holds, Callable[[PageSurveyed], Cell]], ...] = (
    ("sensitive", _YES_NO, facts.judged),
    ("categories", _TEXTS, facts.categories),
    ("forms", _NUMBER, facts.forms),
    ("touched", _YES_NO, lambda page: page.touched if page.seen else None),
    ("marker_typed", _YES_NO, lambda page: page.marker_typed if page.seen else None),
    ("banner", _TEXT, lambda page: page.banner or None),
    ("refused", _TEXT, lambda page: facts.choice(page, page.refused)),
    ("accepted", _TEXT, lambda page: facts.choice(page, page.accepted)),
)
"""What kind of page it is, and what was done there."""

_FILES: tuple[tuple[str, Holds, Callable[[PageSurveyed], Cell]], ...] = (
    ("page_started_utc", _TIME, lambda page: facts.moment(page.started)),
    ("har", _TEXT, lambda page: page.recording),
    ("screenshot", _TEXT, lambda page: page.screenshot),
)

_MADE_WITH: tuple[tuple[str, Holds, Callable[[MadeWith], Cell]], ...] = (
    ("lists", _TEXTS, facts.list_lines),
    ("browser", _TEXT, lambda made: made.browser),
    ("netcurtain", _TEXT, lambda made: made.netcurtain),
)
"""What every claim rests on: the last columns of both tables."""

_TOLD_COLUMNS = {
    "page_address_told": What.PAGE_ADDRESS,
    "page_title_told": What.PAGE_TITLE,
    "button_told": What.BUTTON_TEXT,
    "form_fields_told": What.FORM_FIELDS,
    "identity_told": What.IDENTITY,
    "typed_told": What.TYPED,
    "visitor_number_told": What.VISITOR_ID,
    "account": What.ACCOUNT,
}


def _of_page(columns: Sequence[tuple[str, Holds, Callable[[PageSurveyed], Cell]]]) -> tuple[Column, ...]:
    def of_row(cell: Callable[[PageSurveyed], Cell]) -> Callable[[Row], Cell]:
        return lambda row: cell(row.page)

    return tuple(Column(name, holds, of_row(cell)) for name, holds, cell in columns)


def _of_made_with() -> tuple[Column, ...]:
    def of_row(cell: Callable[[MadeWith], Cell]) -> Callable[[Row], Cell]:
        return lambda row: cell(row.made_with)

    return tuple(Column(name, holds, of_row(cell)) for name, holds, cell in _MADE_WITH)


def _by_state(name: str, holds: Holds, cell: Callable[[Row, State], Cell]) -> tuple[Column, ...]:
    """A column for each state; ``name`` has {} where the state's word goes."""

    def of_row(state: State) -> Callable[[Row], Cell]:
        return lambda row: cell(row, state)

    return tuple(Column(name.format(state), holds, of_row(state)) for state in State)


def _told(what: What) -> Callable[[Row], Cell]:
    return lambda row: facts.told(row.page, row.company, what)


def _companies(row: Row, state: State) -> Cell:
    """How many were contacted. None at all is said only where that means something."""
    count = sum(facts.contacted(row.page, company, state) is True for company in row.page.companies)
    return count if count or facts.met(row.page, None, state) is False else None


def _only_tried(row: Row) -> Cell:
    there = {state: facts.looks(row.page, row.company, state) for state in State}
    return tuple(str(state) for state, looks in there.items() if looks and not facts.went_out(looks))


def _kinds(row: Row, state: State | None = None) -> Cell:
    return _words(facts.kinds_told_in(row.page, row.company, state))


def _kinds_tried(row: Row) -> Cell:
    return _words(facts.kinds_tried_in(row.page, row.company))


def _words(kinds: tuple[What, ...] | None) -> Cell:
    return None if kinds is None else tuple(map(str, kinds))


def _all_companies(row: Row) -> Cell:
    names = tuple(company.name for company in facts.companies(row.page))
    return names if names or facts.met_nobody(row.page) else None


def _filters(row: Row, state: State | None = None) -> Cell:
    looks = facts.looks(row.page, row.company, state)
    return tuple(facts.filter_line(one, row.made_with) or OUR_TABLE for one in facts.filters(looks)) if looks else None


def _first_seen(row: Row, state: State | None = None) -> Cell:
    return facts.moment(facts.first_seen(facts.looks(row.page, row.company, state)))


PAGES: tuple[Column, ...] = (
    *_of_page(_WHICH),
    _REPEAT_OF,
    Column("trouble_in_words", Holds.TEXT, lambda row: trouble(row.page.trouble, row.page.detail) if row.page.trouble else None),
    Column("status", Holds.NUMBER, lambda row: row.page.status or None),
    Column("search_broke_off", Holds.YES_NO, lambda row: None if row.page.clicks else row.page.search_broke_off),
    *_of_page(_ABOUT),
    *_by_state("looked_{}", Holds.YES_NO, lambda row, state: facts.reached(row.page, state)),
    *_by_state("companies_{}", Holds.NUMBER, _companies),
    *_by_state("requests_{}", Holds.NUMBER, lambda row, state: facts.all_requests(row.page, state)),
    *_by_state("other_hosts_{}", Holds.NUMBER, lambda row, state: facts.third_party_hosts(row.page, state)),
    *_by_state("level_{}", Holds.TEXT, lambda row, state: facts.level(row.page, state)),
    Column("companies", Holds.TEXTS, _all_companies),
    Column("seconds", Holds.SECONDS, lambda row: row.page.seconds),
    *_of_page(_FILES),
    *_of_made_with(),
)
"""One row a page."""

RESULTS: tuple[Column, ...] = (
    *_of_page(_WHICH),
    _REPEAT_OF,
    Column("company", Holds.TEXT, lambda row: row.company.name),
    Column("category", Holds.TEXT, lambda row: row.company.category),
    *_by_state("{}", Holds.YES_NO, lambda row, state: facts.contacted(row.page, row.company, state)),
    Column("only_tried", Holds.TEXTS, _only_tried),
    *_by_state("requests_{}", Holds.NUMBER, lambda row, state: facts.requests(row.page, row.company, state)),
    Column("told", Holds.SENTENCES, lambda row: facts.sentences(row.company, facts.looks(row.page, row.company))),
    Column("told_kinds", Holds.TEXTS, _kinds),
    *_by_state("told_kinds_{}", Holds.TEXTS, _kinds),
    Column("tried_kinds", Holds.TEXTS, _kinds_tried),
    *(Column(name, Holds.YES_NO, _told(what)) for name, what in _TOLD_COLUMNS.items()),
    Column("hosts", Holds.TEXTS, lambda row: facts.hosts(facts.looks(row.page, row.company))),
    Column("filters", Holds.TEXTS, _filters),
    *_by_state("filters_{}", Holds.TEXTS, _filters),
    Column("first_seen_utc", Holds.TIME, _first_seen),
    *_by_state("first_seen_{}_utc", Holds.TIME, _first_seen),
    *_of_page(_ABOUT),
    *_of_page(_FILES),
    *_of_made_with(),
)
"""One row a page and company."""
