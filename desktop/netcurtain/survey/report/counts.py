"""All that the report counts, site by site as they come, so that a long survey needs no more memory than a short one. Pure.

Contacted: a request was seen to leave. Told: one of those held a fact that we could read. Tried: no request was seen to leave.
"""

import enum
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from statistics import fmean

from netcurtain.core.finding import What
from netcurtain.survey import facts
from netcurtain.survey.facts import State
from netcurtain.survey.result import MadeWith, PageSurveyed, SiteSurveyed
from netcurtain.survey.trouble import Trouble


class About(enum.StrEnum):
    """What kinds of facts are about, as people would sort them."""

    PAGE = "page"
    DONE = "done"
    """What was pressed or done, and which questions were there."""
    WHO = "who"
    """A detail about a person, or what was typed."""
    REST = "rest"


ABOUT: Mapping[What, About] = {
    What.PAGE_ADDRESS: About.PAGE,
    What.PAGE_TITLE: About.PAGE,
    What.REFERRER: About.PAGE,
    What.LINK_ADDRESS: About.PAGE,
    What.BUTTON_TEXT: About.DONE,
    What.EVENT: About.DONE,
    What.FORM_ID: About.DONE,
    What.FORM_FIELDS: About.DONE,
    What.IDENTITY: About.WHO,
    What.ACCOUNT: About.WHO,
    What.TYPED: About.WHO,
    What.VISITOR_ID: About.REST,
    What.CONSENT: About.REST,
    What.OTHER: About.REST,
}
"""Every kind, in the order in which the report tells them."""


@dataclass(slots=True)
class CompanyCount:
    """One company over the whole survey, in numbers of sites."""

    name: str
    categories: set[str] = field(default_factory=set)
    """What it is, as each site's own result has it; more than one only where results of different versions were mixed."""
    contacted: int = 0
    """Sites on which a request to it was seen to leave, in any state."""
    tried: int = 0
    """Sites that only tried."""
    by_state: Counter[State] = field(default_factory=Counter)
    """Sites on which it was contacted, by state."""
    told: Counter[What] = field(default_factory=Counter)
    """Sites that told it this."""


@dataclass(slots=True)
class CategoryCount:
    """All companies of one category, in numbers of sites."""

    names: set[str] = field(default_factory=set)
    sites: int = 0
    """That contacted one of them, in any state."""
    told: Counter[About] = field(default_factory=Counter)
    """That told one of them something of this sort."""


@dataclass(slots=True)
class StateCount:
    """One state, over the pages that were looked at as a whole in all three."""

    contacted: int = 0
    """Pages that contacted a company."""
    companies: list[int] = field(default_factory=list)
    """How many, page by page."""

    @property
    def average(self) -> float:
        """Companies a page; 0 without pages."""
        return fmean(self.companies) if self.companies else 0.0


@dataclass(slots=True)
class Counts:
    """The survey in numbers. ``take`` one site after the other."""

    addresses: int = 0
    repeats: int = 0
    """Rows that are a page that another line of the list asked for, too: each such page is counted once."""
    pages: int = 0
    looked_at: int = 0
    """Pages that were looked at as a whole before any choice; all shares of pages are of these."""
    in_part: int = 0
    """Pages of which something was seen, and not all: they had trouble, or their start was missed. In no share of pages."""
    late: int = 0
    """Pages of which the start was missed in some state."""
    in_part_contacted: int = 0
    """Those of them that contacted a company before any choice."""
    with_trouble: Counter[Trouble] = field(default_factory=Counter)
    sensitive: int = 0
    touched: int = 0
    marked: int = 0
    """Pages with a field in which the marker was typed."""
    told_before: int = 0
    """Pages that told a company something before any choice; each page that was looked at stands in one of these four."""
    contacted_before: int = 0
    tried_before: int = 0
    nobody_before: int = 0
    told: Counter[What] = field(default_factory=Counter)
    """Pages that told a company this, in any state."""
    told_before_by_kind: Counter[What] = field(default_factory=Counter)
    told_which_page: int = 0
    """Pages that told a company their address or their title, in any state."""
    told_who: int = 0
    """Pages that told a company a detail about a person, or of an account, in any state."""
    companies: dict[str, CompanyCount] = field(default_factory=dict)
    categories: dict[str, CategoryCount] = field(default_factory=dict)
    """By the categories of filters/organisations.toml; of companies that were contacted."""
    told_in_doubt: set[str] = field(default_factory=set)
    """Companies of which nobody can say that they were told nothing: a page that has them was not seen wholly, or told them something after
    a choice that failed. That is in no number.
    """
    sent_in_doubt: set[str] = field(default_factory=set)
    """Companies of which nobody can say that no request to them left, for the same reasons."""
    compared: int = 0
    """Pages that were looked at as a whole in all three states."""
    states: dict[State, StateCount] = field(default_factory=lambda: {state: StateCount() for state in State})
    sites_reached: Counter[State] = field(default_factory=Counter)
    """Sites of which a page was looked at in a state."""
    made_with: dict[MadeWith, None] = field(default_factory=dict)
    first: float | None = None
    last: float | None = None
    """When the first page was begun and the last was done, in milliseconds since 1970."""

    def take(self, site: SiteSurveyed) -> None:
        """Count one site. Each site comes once."""
        self.addresses += len({page.number for page in site.pages})
        self.made_with[site.made_with] = None
        pages = each_once(site.pages)
        self.repeats += len(site.pages) - len(pages)
        for page in pages:
            self._page(page)
        self._companies_of(pages)
        for state in State:
            self.sites_reached[state] += any(facts.reached(page, state) for page in pages)

    @property
    def sites(self) -> int:
        """Sites that were looked at, as a whole or in part; all shares of sites are of these."""
        return self.sites_reached[State.BEFORE]

    def most_met(self) -> list[CompanyCount]:
        """The companies, those on most sites first."""
        return sorted(self.companies.values(), key=lambda one: (-one.contacted, -one.tried, one.name.lower()))

    def _page(self, page: PageSurveyed) -> None:
        self.pages += 1
        if page.trouble is not None:
            self.with_trouble[page.trouble] += 1
        if not facts.reached(page, State.BEFORE):
            return
        self.marked += page.marker_typed
        self.late += not all(one.from_start for one in facts.seen(page))
        self.first = min(page.started, self.first or page.started)
        self.last = max(page.started + page.seconds * 1000, self.last or 0.0)
        if not is_whole(page):
            self.in_part += 1
            self.in_part_contacted += bool(contacted(page, State.BEFORE))
            return
        self.looked_at += 1
        self.sensitive += facts.sensitive(page)
        self.touched += page.touched
        self._before(page)
        told = kinds_told(page)
        self.told.update(told)
        self.told_which_page += bool(told & {What.PAGE_ADDRESS, What.PAGE_TITLE})
        self.told_who += bool(told & {What.IDENTITY, What.ACCOUNT})
        self.told_before_by_kind.update(kinds_told(page, State.BEFORE))
        self._states(page)

    def _before(self, page: PageSurveyed) -> None:
        if kinds_told(page, State.BEFORE):
            self.told_before += 1
        elif contacted(page, State.BEFORE):
            self.contacted_before += 1
        elif tried(page, State.BEFORE):
            self.tried_before += 1
        else:
            self.nobody_before += 1

    def _states(self, page: PageSurveyed) -> None:
        if all(is_whole(page, state) for state in State):
            self.compared += 1
            for state, counted in self.states.items():
                companies = contacted(page, state)
                counted.contacted += bool(companies)
                counted.companies.append(companies)

    def _companies_of(self, pages: Iterable[PageSurveyed]) -> None:
        """Each company once a site, however many pages of it met it."""
        met: dict[str, _Met] = {}
        categories: dict[str, set[What]] = {}
        for page in pages:
            self._doubts(page)
            for company in facts.companies(page):
                looks = facts.looks(page, company)
                told = facts.kinds_told(looks)
                here = met.setdefault(company.name, _Met())
                here.categories.add(company.category)
                here.told.update(told)
                here.states.update(state for state in State if facts.went_out(facts.looks(page, company, state)))
                if facts.went_out(looks):
                    here.contacted = True
                    categories.setdefault(company.category, set()).update(told)
                    self.categories.setdefault(company.category, CategoryCount()).names.add(company.name)
        for name, here in met.items():
            self._company(self.companies.setdefault(name, CompanyCount(name)), here)
        for category, whats in categories.items():
            self.categories[category].sites += 1
            self.categories[category].told.update({ABOUT[what] for what in whats})

    def _company(self, one: CompanyCount, here: "_Met") -> None:
        one.categories.update(here.categories)
        one.contacted += here.contacted
        one.tried += not here.contacted
        one.by_state.update(here.states)
        one.told.update(here.told)

    def _doubts(self, page: PageSurveyed) -> None:
        """Also of companies that this page met in no state, and another one did."""
        for company in page.companies:
            looks, wholly = facts.looks(page, company), facts.wholly(page)
            if not wholly or set(facts.kinds_told(company.looks)) - set(facts.kinds_told(looks)):
                self.told_in_doubt.add(company.name)
            if not wholly or (facts.went_out(company.looks) and not facts.went_out(looks)):
                self.sent_in_doubt.add(company.name)


@dataclass(slots=True)
class _Met:
    """One company on one site."""

    categories: set[str] = field(default_factory=set)
    contacted: bool = False
    states: set[State] = field(default_factory=set)
    told: set[What] = field(default_factory=set)


def each_once(pages: Iterable[PageSurveyed]) -> tuple[PageSurveyed, ...]:
    """Lines of the list that ask the same have a row each, and were looked at once. Lines that hold no address ask nothing."""
    which = {(page.asked, page.url, page.started, "" if page.site else page.name): page for page in pages}
    return tuple(which.values())


def is_whole(page: PageSurveyed, state: State = State.BEFORE) -> bool:
    """Whether it means anything that a company was not seen on a page in a state: from its start, and without trouble."""
    return facts.wholly(page, state)


def kinds_told(page: PageSurveyed, state: State | None = None) -> frozenset[What]:
    """What a page told any company in a state, or in any."""
    return frozenset(what for company in page.companies for what in facts.kinds_told(facts.looks(page, company, state)))


def contacted(page: PageSurveyed, state: State) -> int:
    """How many companies a page contacted in a state."""
    return sum(facts.went_out(facts.looks(page, company, state)) for company in page.companies)


def tried(page: PageSurveyed, state: State) -> int:
    """How many companies a page only tried to contact in a state."""
    there = (facts.looks(page, company, state) for company in page.companies)
    return sum(bool(looks) and not facts.went_out(looks) for looks in there)
