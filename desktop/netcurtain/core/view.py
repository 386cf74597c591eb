"""From a page to what is shown of it: a frozen snapshot."""

from netcurtain.core import wording
from netcurtain.core.event import CompanyView, PageView
from netcurtain.core.level import FormLevel
from netcurtain.core.page import Company, Page
from netcurtain.core.verdict import company_sentences, headline, page_level


def view_of(page: Page) -> PageView:
    """The page as it stands."""
    form = page.main_form()
    not_seen = [wording.NOT_SEEN_TYPED if page.visit.companies else wording.NOTHING_SEEN]
    if not page.from_start:
        not_seen.append(wording.MISSED_THE_START)
    return PageView(
        key=page.key,
        host=page.host,
        url=page.url,
        title=page.title,
        private=page.private,
        from_start=page.from_start,
        companies=tuple(_company(company) for company in page.companies.values()),
        level=page_level(page),
        form_level=form.judgement.level if form else FormLevel.NO,
        headline=headline(page),
        not_seen=" ".join(not_seen),
    )


def _company(company: Company) -> CompanyView:
    return CompanyView(
        name=company.name,
        category=company.category,
        requests=company.requests,
        told=company.told(),
        sentences=company_sentences(company),
        seen=tuple(flagged.seen() for flagged in company.newest),
        went_out=company.went_out,
    )
