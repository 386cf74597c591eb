"""Has this site changed? Two visits compared, company by company, by what was seen on each. Pure; history/seen.py reads what was seen."""

from netcurtain.history.rows import Change, CompanyChange, Doubt, SiteChange
from netcurtain.history.seen import Seen, SeenCompany

_ORDER = tuple(Change)
"""What is new stands first, what is the same last."""


def compared(older: Seen, newer: Seen) -> SiteChange:
    """What changed from one visit to the other."""
    names = {*older.companies, *newer.companies}
    companies = [_company(name, older.companies.get(name), newer.companies.get(name)) for name in names]
    return SiteChange(
        older.row,
        newer.row,
        tuple(sorted(companies, key=lambda company: (_ORDER.index(company.change), company.organisation.casefold(), company.organisation))),
        _doubts(older, newer),
    )


def _doubts(older: Seen, newer: Seen) -> tuple[Doubt, ...]:
    both = older.doubts | newer.doubts
    kinds = [company.known for visit in (older, newer) for company in visit.companies.values()]
    found = {
        Doubt.OTHER_LISTS: older.lists != newer.lists and Doubt.LISTS_UNKNOWN not in both,
        Doubt.OTHER_PAGES: older.addresses != newer.addresses,
        Doubt.OTHER_CONSENT: older.consents != newer.consents,
        Doubt.STOPPED: older.stopped != newer.stopped,
        Doubt.KINDS_UNKNOWN: not all(kinds),
    }
    return tuple(doubt for doubt in Doubt if doubt in both or found.get(doubt))


def _company(name: str, before: SeenCompany | None, after: SeenCompany | None) -> CompanyChange:
    return CompanyChange(
        name,
        _change(before, after),
        before.sentences(name) if before is not None else (),
        after.sentences(name) if after is not None else (),
    )


def _change(before: SeenCompany | None, after: SeenCompany | None) -> Change:
    """What it was told decides; where that is the same, whether it was reached; then what was only tried. Where the kinds of facts are not
    known of both, only whether it was told anything.
    """
    if before is None:
        return Change.GAINED
    if after is None:
        return Change.LOST
    known = before.known and after.known
    told = _told(before, known), _told(after, known)
    if told[0] != told[1]:
        return Change.TOLD_MORE if told[1] & ~told[0] else Change.TOLD_LESS
    if before.reached != after.reached:
        return Change.TOLD_MORE if after.reached else Change.TOLD_LESS
    tried = (before.tried.kinds & ~told[0], after.tried.kinds & ~told[1]) if known else (0, 0)
    if tried[0] != tried[1]:
        return Change.TRIED_MORE if tried[1] & ~tried[0] else Change.TRIED_LESS
    return Change.SAME


def _told(company: SeenCompany, known: bool) -> int:
    return company.told.kinds if known else int(bool(company.told.sentences))
