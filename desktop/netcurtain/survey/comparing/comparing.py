"""Two surveys compared, page by page and company by company. compare(OLD, NEW) -> Comparison; told by text.py's as_text and as_json and by
html.py's as_html, each of which takes the Comparison and gives a str.

Only like is compared with like: a page without trouble both times, in the states of the choice about cookies that were reached both times.
Of the old survey a short form is kept in memory (reading.py); the new one goes by site by site.
"""

from collections.abc import Iterable
from pathlib import Path

from netcurtain.survey import folder
from netcurtain.survey.comparing.comparison import (
    Absent,
    Change,
    CompanyChange,
    Comparison,
    Difference,
    NotCompared,
    PageChange,
    PageOnce,
    StateChange,
    Survey,
    Why,
)
from netcurtain.survey.comparing.reading import Company, Page, Reading, Told
from netcurtain.survey.comparing.totals import Totals
from netcurtain.survey.facts import State
from netcurtain.survey.folder import Begun
from netcurtain.survey.result import SiteSurveyed


def compare(old: Path, new: Path) -> Comparison:
    """Compare the surveys in two folders. Raises SurveyFolderError where one of them holds none."""
    begun = folder.begun_in(old), folder.begun_in(new)
    return compared(folder.sites_of(old), folder.sites_of(new), *begun)


def compared(old: Iterable[SiteSurveyed], new: Iterable[SiteSurveyed], old_begun: Begun, new_begun: Begun) -> Comparison:
    """Compare two surveys, each read once. An address that stands twice in a list counts once."""
    before, after = Reading(old_begun), Reading(new_begun)
    waiting = {page.key: page for page in before.pages(old)}
    totals, changed, not_compared, found_new = Totals(), list[PageChange](), list[NotCompared](), list[Page]()
    for page in after.pages(new):
        earlier = waiting.pop(page.key, None)
        if earlier is None:
            found_new.append(page)
        elif isinstance(one := _both(earlier, page, totals), NotCompared):
            not_compared.append(one)
        elif one.companies:
            changed.append(one)
    only_new = [page for page in found_new if not _not_looked_for(page, before)]
    only_old = [page for page in waiting.values() if not _not_looked_for(page, after)]
    not_compared += [_not_compared(None, page, Why.NOT_LOOKED_FOR) for page in found_new if _not_looked_for(page, before)]
    not_compared += [_not_compared(page, None, Why.NOT_LOOKED_FOR) for page in waiting.values() if _not_looked_for(page, after)]
    surveys = before.survey(), after.survey()
    otherwise = _asked_otherwise(old_begun, new_begun)
    return Comparison(
        *surveys,
        differences=_differences(*surveys, otherwise),
        asked_otherwise=otherwise,
        compared=totals.compared,
        same=totals.compared - len(changed),
        states=totals.states(),
        companies=totals.companies(),
        changed=tuple(sorted(changed, key=lambda page: (page.site, page.asked, page.new.url))),
        only_new=_once(only_new, before, after),
        only_old=_once(only_old, after, before),
        not_compared=tuple(sorted(not_compared, key=lambda page: (page.site, page.asked, page.url))),
    )


def _not_looked_for(page: Page, other: Reading) -> bool:
    """Whether a page of one survey alone comes from an address that had trouble in the other, or of which not all links were followed."""
    return other.asked.get(page.asked) is False


def _asked_otherwise(old: Begun, new: Begun) -> tuple[str, ...]:
    """The names of what was not asked alike, and of no value: one may hold a password."""
    return tuple(name for name in old.asked.__struct_fields__ if getattr(old.asked, name) != getattr(new.asked, name))


def _differences(old: Survey, new: Survey, asked_otherwise: tuple[str, ...]) -> tuple[Difference, ...]:
    found = {
        Difference.LISTS: set(old.lists) != set(new.lists),
        Difference.NETCURTAIN: set(old.netcurtain) != set(new.netcurtain),
        Difference.BROWSER: set(old.browsers) != set(new.browsers),
        Difference.OPTIONS: bool(asked_otherwise),
    }
    return tuple(difference for difference in Difference if found[difference])


def _both(old: Page, new: Page, totals: Totals) -> PageChange | NotCompared:
    """A page that is in both surveys."""
    if old.alike or new.alike:
        return _not_compared(old, new, Why.ALIKE)
    states = tuple(state for state in State if state in old.states and state in new.states)
    if not states:
        return _not_compared(old, new, Why.TROUBLE if old.trouble or new.trouble else Why.NO_STATE)
    before, after = ({company.name: company for company in page.companies} for page in (old, new))
    changes = (_company(before.get(name), after.get(name), states) for name in sorted({*before, *after}, key=str.casefold))
    change = PageChange(
        site=new.site,
        label=new.label or old.label,
        asked=new.asked,
        old=old.place,
        new=new.place,
        companies=tuple(filter(None, changes)),
        not_compared=tuple(state for state in State if (state in old.states) is not (state in new.states)),
    )
    met = [{name: company.category for name, company in page.items() if company.met(states)} for page in (before, after)]
    totals.take(change, states, *met)
    return change


def _company(old: Company | None, new: Company | None, states: tuple[State, ...]) -> CompanyChange | None:
    """What changed about a company in states that are compared; None where nothing did."""
    changes = tuple(filter(None, (_state(state, *(page.at(state) if page else None for page in (old, new))) for state in states)))
    if not changes:
        return None
    seen_then, seen_now = (page is not None and page.met(states) for page in (old, new))
    newest = new if seen_now else old
    assert newest is not None  # noqa: S101 -- a change has a company
    change = Change.CHANGED if seen_then and seen_now else Change.GAINED if seen_now else Change.LOST
    return CompanyChange(newest.name, newest.category, change, changes, newest.filters)


def _state(state: State, old: Told | None, new: Told | None) -> StateChange | None:
    if old == new:
        return None
    before, after = (told.kinds if told else () for told in (old, new))
    return StateChange(
        state=state,
        change=Change.CHANGED if old and new else Change.GAINED if new else Change.LOST,
        more=tuple(what for what in after if what not in before),
        less=tuple(what for what in before if what not in after),
        went_out=(old is not None and old.went_out, new is not None and new.went_out),
    )


def _once(pages: list[Page], other: Reading, own: Reading) -> tuple[PageOnce, ...]:
    once = [
        PageOnce(
            site=page.site,
            label=page.label,
            asked=page.asked,
            at=page.place,
            why=_absent(page, other, own),
            trouble=page.trouble,
            companies=tuple(company.name for company in page.companies),
            nobody=page.nobody,
        )
        for page in pages
    ]
    return tuple(sorted(once, key=lambda page: (page.site, page.asked, page.at.url)))


def _absent(page: Page, other: Reading, own: Reading) -> Absent:
    """Why the other survey does not have a page."""
    if page.asked in other.asked:
        return Absent.NOT_FOUND
    if not other.left:
        return Absent.NOT_LISTED
    return Absent.NOT_YET if other.begun.sites_hash == own.begun.sites_hash else Absent.PERHAPS_NOT_YET


def _not_compared(old: Page | None, new: Page | None, why: Why) -> NotCompared:
    page = new or old
    assert page is not None  # noqa: S101 -- it is in one of the surveys
    return NotCompared(page.site, page.label, page.asked, page.place.url, why, old.trouble if old else None, new.trouble if new else None)
