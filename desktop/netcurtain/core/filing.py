"""From what the pipeline saw to what may be kept. Of a private page, nothing: each function answers with no record at all."""

from netcurtain.core.finding import Finding
from netcurtain.core.level import FormLevel
from netcurtain.core.observation import RequestFate
from netcurtain.core.page import Flagged, Form, Page
from netcurtain.core.record import FateRecord, FindingRecord, FormRecord, PageRecord, Record, RequestRecord, SubmissionRecord
from netcurtain.core.submission import Submission


def page_records(page: Page) -> tuple[Record, ...]:
    """The page itself, again when its address or title changed."""
    if page.private:
        return ()
    return (PageRecord(_name(page), page.visit.id, page.site, page.url, page.title, page.started),)


def request_records(page: Page, flagged: Flagged) -> tuple[Record, ...]:
    """A flagged request."""
    if page.private:
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
    return () if page.private else (FateRecord(_name(page), report.request, report.fate),)


def finding_records(page: Page, finding: Finding) -> tuple[Record, ...]:
    """What a company was told, or the page tried to tell it."""
    return () if page.private else (FindingRecord(_name(page), finding),)


def form_records(page: Page, form: Form) -> tuple[Record, ...]:
    """A form that was judged sensitive, or possibly so."""
    if page.private or form.judgement.level is FormLevel.NO:
        return ()
    return (FormRecord(_name(page), form.id, form.judgement.level),)


def submission_records(page: Page, submission: Submission) -> tuple[Record, ...]:
    """A form that went on its way."""
    return () if page.private else (SubmissionRecord(_name(page), submission.id, submission.time),)


def _name(page: Page) -> str:
    return f"{page.key.browser}:{page.key.page}"
