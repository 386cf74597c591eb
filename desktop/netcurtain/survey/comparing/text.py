"""A comparison for a terminal, ``as_text``, and for programs, ``as_json``. The page to pass on is html.py's."""

from collections.abc import Iterator
from typing import Any

import msgspec

from netcurtain.core.wording import company_first
from netcurtain.har.report import plain
from netcurtain.survey.comparing import wording
from netcurtain.survey.comparing.comparison import Change, CompanyChange, Comparison, Difference, NotCompared, PageChange, PageOnce, Survey
from netcurtain.survey.report.site_wording import ONLY_TYPED
from netcurtain.survey.wording import trouble

_UNSEEN = {
    code: f"\\u{code:04x}" for code in (*range(32), *range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F)
}
"""Marks that a terminal would obey instead of showing; an address or a label may have them."""

_COMPANIES = {
    Change.GAINED: wording.company_gained,
    Change.LOST: wording.company_lost,
    Change.CHANGED: wording.company_changed,
}
_STATES = {Change.GAINED: wording.seen_in_new, Change.LOST: wording.seen_in_old, Change.CHANGED: wording.seen_in_both}


def as_text(comparison: Comparison) -> str:
    """For people."""
    return "\n".join(line.translate(_UNSEEN) for line in _lines(comparison)) + "\n"


def as_json(comparison: Comparison) -> str:
    """One JSON object: ``notes``, which say what may not be concluded, then comparison.Comparison as it is. Times are ISO 8601, UTC."""
    told: dict[str, Any] = {"notes": notes(comparison), **msgspec.to_builtins(comparison)}
    return msgspec.json.format(msgspec.json.encode(told), indent=2).decode() + "\n"


def summary(comparison: Comparison) -> str:
    """The first line."""
    return wording.summary(comparison.compared, len(comparison.changed), len({page.site for page in comparison.changed}))


def notes(comparison: Comparison) -> tuple[str, ...]:
    """What is to be read before anything else: what was not the same, and what cannot be concluded."""
    both = (wording.FIRST, comparison.old), (wording.SECOND, comparison.new)
    unfinished = (wording.unfinished(name, survey.left) for name, survey in both if survey.left)
    different = tuple(
        wording.asked_otherwise(comparison.asked_otherwise) if difference is Difference.OPTIONS else wording.DIFFERENCES[difference]
        for difference in comparison.differences
    )
    return (*unfinished, *(different or (wording.SAME_MEANS,)), wording.ONE_LOOK, wording.ONLY_LIKE, wording.CANNOT_SEE, wording.ADVICE)


def about(survey: Survey) -> tuple[str, ...]:
    """One of the two surveys: when, how large, and what it rests on."""
    made = (*(f"Netcurtain {version}" for version in survey.netcurtain), *survey.browsers, *survey.lists)
    size = wording.survey(survey.first, survey.last, survey.sites, survey.pages, survey.with_trouble)
    return (size, "; ".join(made), " ".join(survey.options))


def heading(page: PageChange | PageOnce | NotCompared) -> str:
    """A page's site, or the line of the list where that names none; and what the list calls it."""
    site = page.site or page.asked
    return f"{site} ({page.label})" if page.label else site


def address(page: PageChange) -> str:
    """Where a page was; and where in the first survey, if that was elsewhere."""
    old, new = plain(page.old.url), plain(page.new.url)
    return new if old == new else f"{old} \u2192 {new}"


def when(page: PageChange) -> str:
    """When a page was looked at, and with what."""
    return wording.looked_at(*(wording.at(place.seen, place.browser) for place in (page.old, page.new)))


def company(change: CompanyChange) -> str:
    """What became of a company on a page."""
    return _COMPANIES[change.change](company_first(change.name))


def states(change: CompanyChange) -> tuple[str, ...]:
    """The same, state by state."""
    return tuple(_STATES[one.change](one) for one in change.states)


def flagged_by(change: CompanyChange) -> str:
    """The filters that say so, each with its list and version; or that none does."""
    return f"{wording.FLAGGED_BY}: {'; '.join(change.filters)}" if change.filters else ONLY_TYPED


def recordings(page: PageChange) -> str:
    """Where the requests themselves are to be found, in either survey's folder."""
    there = [f"{name}: {place.recording}" for name, place in ((wording.FIRST, page.old), (wording.SECOND, page.new)) if place.recording]
    return f"{wording.RECORDINGS}: {'; '.join(there)}" if there else ""


def once(page: PageOnce) -> str:
    """A page of one survey alone: why, and who was seen there."""
    had = f" {trouble(page.trouble)}" if page.trouble else ""
    companies = wording.companies_there([company_first(name) for name in page.companies], page.nobody)
    return f"{plain(page.at.url)} ({wording.ABSENT[page.why]}).{had} {companies}"


def not_compared(page: NotCompared) -> str:
    """A page that nothing is said of, and why."""
    both = ((wording.FIRST, page.old_trouble), (wording.SECOND, page.new_trouble))
    why = " ".join((wording.WHY[page.why], *(f"{name}: {trouble(had)}" for name, had in both if had)))
    return f"{heading(page)}: {plain(page.url or page.asked)}. {why}"


def _lines(comparison: Comparison) -> Iterator[str]:
    yield from (wording.TITLE, "", summary(comparison))
    for name, survey in ((wording.FIRST, comparison.old), (wording.SECOND, comparison.new)):
        first, *more = about(survey)
        yield from (f"{name}: {first}", *(f"  {line}" for line in more if line))
    yield from ("", f"{wording.READ_FIRST}:", *(f"- {note}" for note in notes(comparison)))
    yield from ("", f"{wording.STATES_TITLE}:", *(f"  {wording.state(total)}" for total in comparison.states))
    yield from ("", f"{wording.COMPANIES_TITLE}:")
    yield from _companies(comparison)
    yield from ("", f"{wording.CHANGED_TITLE}:")
    if not comparison.changed:
        yield f"  {wording.NO_CHANGE}"
    for page in comparison.changed:
        yield from _page(page)
    for title, pages in ((wording.ONLY_NEW_TITLE, comparison.only_new), (wording.ONLY_OLD_TITLE, comparison.only_old)):
        yield from ("", f"{title}:")
        yield from ([f"  {heading(one)}: {once(one)}" for one in pages] or [f"  {wording.NONE}"])
    yield from ("", f"{wording.NOT_COMPARED_TITLE}:")
    without = [f"  {not_compared(one)}" for one in comparison.not_compared]
    yield from (without or [f"  {wording.NONE}"])


def _companies(comparison: Comparison) -> Iterator[str]:
    if not comparison.companies:
        yield f"  {wording.NO_COMPANIES}"
    for total in comparison.companies:
        yield f"  {wording.company_total(total, company_first(total.name), comparison.compared)}"


def _page(page: PageChange) -> Iterator[str]:
    yield from ("", f"  {heading(page)}", f"  {address(page)}", f"  {when(page)}")
    for change in page.companies:
        yield f"    {company(change)}"
        yield from (f"      {line}" for line in (*states(change), flagged_by(change)))
    yield from (f"    {line}" for line in (wording.not_compared(page.not_compared), recordings(page)) if line)
