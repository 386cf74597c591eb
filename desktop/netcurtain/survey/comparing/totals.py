"""Counts over all pages that comparing.py compares."""

from collections import Counter
from collections.abc import Iterable, Mapping

from netcurtain.survey.comparing.comparison import Change, CompanyTotal, PageChange, StateTotal
from netcurtain.survey.facts import State


class Totals:
    """The counts so far."""

    def __init__(self) -> None:
        self.compared = 0
        self._states: Counter[State] = Counter()
        self._once: Counter[State] = Counter()
        self._in_state: Counter[tuple[State, Change]] = Counter()
        self._categories: dict[str, str] = {}
        self._old: Counter[str] = Counter()
        self._new: Counter[str] = Counter()
        self._pages: Counter[tuple[str, Change]] = Counter()
        self._sites: dict[tuple[str, Change], set[str]] = {}

    def take(self, page: PageChange, states: Iterable[State], old: Mapping[str, str], new: Mapping[str, str]) -> None:
        """A page that was compared in ``states``; ``old`` and ``new`` are the companies met there, each with its category."""
        self.compared += 1
        self._states.update(states)
        self._once.update(page.not_compared)
        self._in_state.update({(one.state, one.change) for company in page.companies for one in company.states})
        self._old.update(old.keys())
        self._new.update(new.keys())
        self._categories |= {**old, **new}
        for company in page.companies:
            self._pages[company.name, company.change] += 1
            self._sites.setdefault((company.name, company.change), set()).add(page.site)

    def states(self) -> tuple[StateTotal, ...]:
        """By state."""
        return tuple(
            StateTotal(
                state,
                self._states[state],
                self._once[state],
                self._in_state[state, Change.GAINED],
                self._in_state[state, Change.LOST],
            )
            for state in State
        )

    def companies(self) -> tuple[CompanyTotal, ...]:
        """By company, those on the most pages first."""
        names = sorted(self._categories, key=lambda name: (-self._new[name], -self._old[name], name.casefold()))
        return tuple(
            CompanyTotal(
                name,
                self._categories[name],
                self._old[name],
                self._new[name],
                *(self._pages[name, change] for change in Change),
                *(len(self._sites.get((name, change), ())) for change in (Change.GAINED, Change.LOST)),
            )
            for name in names
        )
