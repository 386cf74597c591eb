"""One of two surveys, read for comparing.py: its pages in a short form, one by one, and what is the same for all of them.

What is the same on many pages is in memory once (about 1 kB a page). A line that asks what an earlier one asked counts once.
"""

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator
from typing import Any, TypeVar

import msgspec

from netcurtain.core.evidence import Unsaid
from netcurtain.core.finding import What
from netcurtain.survey import facts
from netcurtain.survey.comparing import wording
from netcurtain.survey.comparing.comparison import Place, Survey
from netcurtain.survey.facts import State
from netcurtain.survey.folder import Begun
from netcurtain.survey.report.claims_wording import options
from netcurtain.survey.result import CompanySurveyed, MadeWith, PageSurveyed, SiteSurveyed
from netcurtain.survey.trouble import Trouble

_Alike = TypeVar("_Alike", bound=Hashable)
Key = tuple[str, str]
"""The address in the list, and where a page found from it was. Of the address itself nothing more: where it leads to may change."""

"""The name of an option of the browser. What follows may be a name and a password, such as a proxy's, and is not told."""


class Told(msgspec.Struct, frozen=True):
    """A company in one state."""

    state: State
    kinds: tuple[What, ...]
    went_out: bool


class Company(msgspec.Struct, frozen=True, cache_hash=True):
    """A company on a page, in the states that count."""

    name: str
    category: str
    told: tuple[Told, ...]
    filters: tuple[str, ...]

    def at(self, state: State) -> Told | None:
        """What is known of it in a state; None where it was not met."""
        return next((told for told in self.told if told.state is state), None)

    def met(self, states: Iterable[State]) -> bool:
        """Whether it was met in any of these."""
        return any(self.at(state) for state in states)


class Page(Unsaid, frozen=True):
    """A page, short. ``states`` are those in which it means something that a company was not seen; ``nobody`` is facts.met_nobody.

    ``alike``: another page of the site, found from the same address, has the same address but for what follows a question mark, which is
    not kept. Nobody can say which of them is which in another survey.
    """

    site: str
    label: str
    asked: str
    place: Place
    found: bool
    trouble: Trouble | None
    states: tuple[State, ...]
    companies: tuple[Company, ...]
    nobody: bool | None = False
    alike: bool = False

    @property
    def key(self) -> Key:
        """By which it is found in the other survey."""
        return self.asked, self.place.url if self.found else ""


class Reading:
    """A survey, while it is read: its pages one by one, and what is the same for all of them."""

    def __init__(self, begun: Begun) -> None:
        self.begun = begun
        self.asked: dict[str, bool] = {}
        """Each address that was looked at; and whether other pages were looked for from there, to the end."""
        self._alike: dict[Hashable, Any] = {}
        """What was read before, by itself, so that what is alike on many pages is kept once."""
        self._made_with: dict[MadeWith, None] = {}
        self._sites: set[str] = set()
        self._pages = self._with_trouble = self._read = 0
        self._first = self._last = 0.0

    def pages(self, sites: Iterable[SiteSurveyed]) -> Iterator[Page]:
        """Each page once; of pages that are alike the first."""
        for site in sites:
            self._read += 1
            self._made_with[site.made_with] = None
            again = facts.repeats(site)
            pages = [page for page in site.pages if page.name not in again]
            keys = Counter(map(_key, pages))
            for page in pages:
                self._count(page)
                if count := keys.pop(_key(page), 0):
                    yield self._short(page, site.made_with, alike=count > 1)
        self._alike.clear()

    @property
    def left(self) -> int:
        """How many sites the survey has not looked at yet, when all was read."""
        return max(0, self.begun.sites - self._read)

    def survey(self) -> Survey:
        """What was read, when all was."""
        made_with = tuple(self._made_with)
        return Survey(
            first=facts.moment(self._first),
            last=facts.moment(self._last),
            sites=len(self._sites),
            pages=self._pages,
            with_trouble=self._with_trouble,
            lists=_each(line for made in made_with for line in facts.list_lines(made)),
            netcurtain=_each(made.netcurtain for made in made_with),
            browsers=_each(made.browser for made in made_with),
            options=options(msgspec.structs.replace(self.begun.asked, contact="")),  # a comparison is passed on
            left=self.left,
        )

    def _count(self, page: PageSurveyed) -> None:
        self._sites.add(page.site)
        self._pages += 1
        self._with_trouble += page.trouble is not None
        if page.started:
            self._first = min(self._first or page.started, page.started)
            self._last = max(self._last, page.started)
        if not page.clicks:
            self.asked[page.asked] = page.trouble is None and page.search_broke_off is False

    def _short(self, page: PageSurveyed, made_with: MadeWith, *, alike: bool) -> Page:
        return Page(
            site=self._once(page.site),
            label=self._once(page.label),
            asked=self._once(page.asked),
            place=Place(self._once(page.url), facts.moment(page.started), self._once(made_with.browser), page.recording),
            found=page.clicks > 0,
            trouble=page.trouble,
            states=tuple(state for state in State if facts.wholly(page, state)),
            companies=tuple(self._company(page, company, made_with) for company in facts.companies(page)),
            nobody=facts.met_nobody(page),
            alike=alike,
        )

    def _company(self, page: PageSurveyed, company: CompanySurveyed, made_with: MadeWith) -> Company:
        told = []
        for state in State:
            if there := facts.looks(page, company, state):
                told.append(self._once(Told(state, self._once(facts.kinds_told(there)), facts.went_out(there))))
        looks = facts.looks(page, company)
        filters = tuple(facts.filter_line(one, made_with) or wording.OUR_TABLE for one in facts.filters(looks))
        return self._once(Company(self._once(company.name), self._once(company.category), self._once(tuple(told)), self._once(filters)))

    def _once(self, value: _Alike) -> _Alike:
        known: _Alike = self._alike.setdefault(value, value)
        return known


def _key(page: PageSurveyed) -> Key:
    return page.asked, page.url if page.clicks else ""


def _each(words: Iterable[str]) -> tuple[str, ...]:
    """Each once, in order. A site that no machine could look at says nothing of what it was made with."""
    return tuple(sorted(set(filter(None, words))))
