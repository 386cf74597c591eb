"""From a page to what the popup says of it: who is here, a sentence a company."""

from netcurtain.core import wording
from netcurtain.core.flagged import Company
from netcurtain.core.instruction import PageWords
from netcurtain.core.page import Page
from netcurtain.core.verdict import company_sentence, earlier, headline, not_seen

MAX_SAID = 30
"""Companies that get a sentence; the others are counted."""


def words_of(page: Page) -> PageWords:
    """The page as it stands. Those that were told something come first, then those only contacted, then those only tried."""
    first = headline(page)
    rest = " ".join(line for line in not_seen(page) if line != first)
    if page.visit.paused:
        return PageWords(page.key.page, first, [], rest, paused=True, unkept=page.visit.unkept)
    form = page.main_form()
    return PageWords(
        page.key.page,
        first,
        _told(page, first),
        rest,
        unkept=page.visit.unkept,
        form=form.judgement.level if form else None,
        asks=page.visit.asks,
    )


def _told(page: Page, first: str) -> list[str]:
    companies = sorted(page.companies.values(), key=_told_least)
    said = [company_sentence(company) for company in companies[:MAX_SAID]]
    if len(companies) > MAX_SAID:
        said.append(wording.more_companies(len(companies) - MAX_SAID))
    before = earlier(page)
    return said if " ".join(before) == first else [*said, *before]


def _told_least(company: Company) -> int:
    if not company.went_out:
        return 2
    return 0 if wording.kinds_told(company.told()) else 1
