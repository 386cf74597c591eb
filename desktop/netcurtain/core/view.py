"""From a page to what the *Now* window and the history see of it: frozen snapshots."""

from netcurtain.core import wording
from netcurtain.core.event import CompanyView, PageView
from netcurtain.core.page import Company, Page
from netcurtain.core.verdict import FormLevel
from netcurtain.core.warning import company_sentences, headline, page_level


def view_of(page: Page, lists: tuple[str, ...]) -> PageView:
    """The page as it stands."""
    form = page.main_form()
    not_seen = [wording.NOT_SEEN_TYPED if page.visit.companies else wording.NOTHING_SEEN]
    if not page.from_start:
        not_seen.append(wording.MISSED_THE_START)
    return PageView(
        key=page.key,
        visit=page.visit.id,
        host=page.host,
        site=page.site,
        url=page.url,
        title=page.title,
        private=page.private,
        started=page.started,
        from_start=page.from_start,
        requests=page.requests,
        companies=tuple(_company(company) for company in page.companies.values()),
        level=page_level(page),
        form_level=form.judgement.level if form else FormLevel.NO,
        categories=form.judgement.categories if form else (),
        reasons=form.judgement.reasons if form else (),
        headline=headline(page),
        not_seen=" ".join(not_seen),
        lists=lists,
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
