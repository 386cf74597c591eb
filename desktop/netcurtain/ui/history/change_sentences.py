"""What changed between two visits to a site, in sentences: what to be careful about, then what changed, then what did not. Pure."""

import enum

from netcurtain.history.rows import Change, CompanyChange, SiteChange
from netcurtain.ui import wording as ui_wording
from netcurtain.ui.history import wording
from netcurtain.ui.plain import shown

MOST_COMPANIES = 100
MOST_SENTENCES = 6
"""Companies that are told of, and sentences of one company on one visit."""


class Said(enum.Enum):
    """What a sentence is about."""

    CAREFUL = enum.auto()
    COMPANY = enum.auto()
    WHEN = enum.auto()
    SENTENCE = enum.auto()


def sentences(change: SiteChange) -> tuple[tuple[Said, str], ...]:
    """All of it, from top to bottom."""
    said: list[tuple[Said, str]] = []
    said += [(Said.CAREFUL, wording.DOUBTS[doubt]) for doubt in change.doubts]
    if change.doubts:
        said.append((Said.CAREFUL, wording.MAY_MISLEAD))
    if all(company.change is Change.SAME for company in change.companies):
        said.append((Said.CAREFUL, wording.NO_CHANGE))
    order = list(Change)
    for company in sorted(change.companies, key=lambda company: order.index(company.change))[:MOST_COMPANIES]:
        said += _of_company(company)
    if len(change.companies) > MOST_COMPANIES:
        said.append((Said.WHEN, ui_wording.and_more(len(change.companies) - MOST_COMPANIES)))
    return tuple(said)


def _of_company(company: CompanyChange) -> list[tuple[Said, str]]:
    said = [(Said.COMPANY, wording.changed_company(company.change, shown(company.organisation)))]
    if company.change is Change.SAME:
        return said
    for when, told in ((wording.COMPANIES_BEFORE, company.before), (wording.COMPANIES_AFTER, company.after)):
        if told:
            said.append((Said.WHEN, when))
            said += [(Said.SENTENCE, shown(sentence)) for sentence in told[:MOST_SENTENCES]]
            said += [(Said.WHEN, ui_wording.and_more(len(told) - MOST_SENTENCES))] if len(told) > MOST_SENTENCES else []
    return said
