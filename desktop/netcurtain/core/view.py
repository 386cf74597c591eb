"""From a page to what is shown of it: a frozen snapshot."""

from netcurtain.core.event import CompanyView, PageView
from netcurtain.core.flagged import Company
from netcurtain.core.level import FormLevel
from netcurtain.core.page import Page
from netcurtain.core.verdict import company_sentences, headline, not_seen, page_level


def view_of(page: Page) -> PageView:
    """The page as it stands. Of one whose visit is paused nothing but that it is: neither who is there nor that something was missed."""
    paused = page.visit.paused
    return PageView(
        key=page.key,
        host=page.host,
        url=page.url,
        title=page.title,
        private=page.private,
        from_start=page.from_start or paused,
        companies=() if paused else tuple(_company(company) for company in page.companies.values()),
        level=page_level(page),
        form_level=FormLevel.NO if paused else page.form_level(),
        headline=headline(page),
        not_seen=" ".join(not_seen(page)),
        visit=page.visit.id,
        paused=paused,
    )


def _company(company: Company) -> CompanyView:
    """A busy page changes a thousand times a second, and nearly all of its companies do not: those are shown as they were."""
    now = _stands(company)
    if company.shown is None or company.shown[0] != now:
        company.shown = now, _made(company)
    return company.shown[1]


def _stands(company: Company) -> object:
    """Whatever a view of it is made from, as little as tells one state from every other: facts are only added, but for what
    is taken back.
    """
    return (
        company.requests,
        company.went_out,
        company.taken_back,
        len(company.facts_told),
        len(company.facts_tried),
        len(company.sentences),
        next(reversed(company.sentences), ""),
        company.set_up,
        company.hidden,
        [flagged.fate for flagged in company.newest],
        [flagged.flagged_by for flagged in company.newest],
    )


def _made(company: Company) -> CompanyView:
    return CompanyView(
        name=company.name,
        category=company.category,
        requests=company.requests,
        told=company.told(),
        sentences=company_sentences(company),
        seen=tuple(flagged.seen() for flagged in company.newest),
        went_out=company.went_out,
    )
