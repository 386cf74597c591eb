"""From what the pipeline saw to what may be kept. Of a private page, nothing: each function answers with no record at all.

While a visit is paused nothing is kept of it either, and nothing says that. Only that a page was left is told all the same: it may have
been kept before.
"""

from netcurtain.core.finding import Finding
from netcurtain.core.flagged import Flagged
from netcurtain.core.level import FormLevel
from netcurtain.core.observation import RequestFate
from netcurtain.core.page import Form, Page
from netcurtain.core.record import (
    FateRecord,
    FindingRecord,
    FormRecord,
    PageClosedRecord,
    PageRecord,
    Record,
    RequestRecord,
    SubmissionRecord,
)
from netcurtain.core.submission import Submission


def page_records(page: Page) -> tuple[Record, ...]:
    """The page itself, again when its address or title changed."""
    if not _may_be_kept(page):
        return ()
    return (PageRecord(_name(page), page.visit.id, page.site, page.url, page.title, page.started),)


def request_records(page: Page, flagged: Flagged) -> tuple[Record, ...]:
    """A flagged request."""
    if not _may_be_kept(page):
        return ()
    record = RequestRecord(
        _name(page),
        flagged.request,
        flagged.host,
        flagged.organisation,
        flagged.filter,
        flagged.filter_list,
        flagged.fate,
        flagged.time,
    )
    return (record,)


def fate_records(page: Page, report: RequestFate) -> tuple[Record, ...]:
    """How far a flagged request got."""
    return (FateRecord(_name(page), report.request, report.fate),) if _may_be_kept(page) else ()


def finding_records(page: Page, finding: Finding) -> tuple[Record, ...]:
    """What a company was told, or the page tried to tell it."""
    return (FindingRecord(_name(page), finding),) if _may_be_kept(page) else ()


def form_records(page: Page, form: Form) -> tuple[Record, ...]:
    """A form that was judged sensitive, or possibly so."""
    if not _may_be_kept(page) or form.judgement.level is FormLevel.NO:
        return ()
    return (FormRecord(_name(page), form.id, form.judgement.level),)


def resumed_records(page: Page) -> tuple[Record, ...]:
    """A page that is looked at again after a pause, with the forms on it: it may have come up meanwhile."""
    return (*page_records(page), *(record for form in page.forms.values() for record in form_records(page, form)))


def submission_records(page: Page, submission: Submission) -> tuple[Record, ...]:
    """A form that went on its way."""
    return (SubmissionRecord(_name(page), submission.id, submission.time),) if _may_be_kept(page) else ()


def closed_records(page: Page) -> tuple[Record, ...]:
    """The page was left."""
    return () if page.private else (PageClosedRecord(_name(page)),)


def _may_be_kept(page: Page) -> bool:
    return not page.private and not page.visit.paused


def _name(page: Page) -> str:
    return f"{page.key.browser}:{page.key.page}"
