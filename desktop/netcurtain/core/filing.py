"""From what the pipeline saw to what may be kept. Of a private page, nothing: each function answers with no record at all.

While a visit is paused, and once the person does not want it kept, nothing is kept of it either, and nothing says that. Only that a page
was left is told all the same: it may have been kept before. And in a pause, that what was kept as sent before it reached nobody.
"""

from netcurtain.core.evidence import ServerClock
from netcurtain.core.finding import Finding
from netcurtain.core.flagged import Flagged
from netcurtain.core.level import FormLevel
from netcurtain.core.observation import ConsentSeen, RequestFate
from netcurtain.core.page import Form, Page, Visit
from netcurtain.core.record import (
    ConsentRecord,
    FateRecord,
    FindingRecord,
    FormRecord,
    PageClosedRecord,
    PageRecord,
    Record,
    RequestRecord,
    ServerClockRecord,
    SubmissionRecord,
    VisitUnkeptRecord,
)
from netcurtain.core.request import Fate
from netcurtain.core.submission import Submission


def name_of(page: Page) -> str:
    """A page's name, unique over all browsers and runs."""
    return f"{page.key.browser}:{page.key.page}"


def page_records(page: Page) -> tuple[Record, ...]:
    """The page itself, again when its address or title changed, or when something of it turns out to be missing."""
    if not _may_be_kept(page):
        return ()
    circumstances, from_start = page.circumstances, page.from_start
    return (PageRecord(name_of(page), page.visit.id, page.site, page.url, page.title, page.started, circumstances, from_start),)


def request_records(page: Page, flagged: Flagged) -> tuple[Record, ...]:
    """A flagged request."""
    if not _may_be_kept(page):
        return ()
    record = RequestRecord(
        name_of(page),
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
    if report.fate is Fate.ATTEMPTED:
        return nobody_records(name_of(page), page.visit, report.request)
    return (FateRecord(name_of(page), report.request, report.fate),) if _may_be_kept(page) else ()


def nobody_records(page: str, visit: Visit, request: str) -> tuple[Record, ...]:
    """A flagged request reached nobody after all; ``page`` is the page's name, as in ``name_of``. In a pause this is kept as well: it says
    nothing more of anybody, and puts right what was kept before.
    """
    return () if visit.private or visit.unkept else (FateRecord(page, request, Fate.ATTEMPTED),)


def finding_records(page: Page, finding: Finding) -> tuple[Record, ...]:
    """What a company was told, or the page tried to tell it."""
    return (FindingRecord(name_of(page), finding),) if _may_be_kept(page) else ()


def form_records(page: Page, form: Form) -> tuple[Record, ...]:
    """A form that was judged sensitive, or possibly so."""
    if not _may_be_kept(page) or form.judgement.level is FormLevel.NO:
        return ()
    return (FormRecord(name_of(page), form.id, form.judgement.level),)


def resumed_records(page: Page) -> tuple[Record, ...]:
    """A page that is looked at again after a pause, with the forms on it: it may have come up meanwhile."""
    return (*page_records(page), *(record for form in page.forms.values() for record in form_records(page, form)))


def consent_records(page: Page, seen: ConsentSeen) -> tuple[Record, ...]:
    """How the page's question about cookies stands."""
    return (ConsentRecord(name_of(page), seen.consent, seen.time),) if _may_be_kept(page) else ()


def server_clock_records(page: Page, clock: ServerClock) -> tuple[Record, ...]:
    """How far this computer's clock is from the server's."""
    return (ServerClockRecord(name_of(page), clock),) if _may_be_kept(page) else ()


def submission_records(page: Page, submission: Submission) -> tuple[Record, ...]:
    """A form that went on its way."""
    return (SubmissionRecord(name_of(page), submission.id, submission.time),) if _may_be_kept(page) else ()


def closed_records(page: Page) -> tuple[Record, ...]:
    """The page was left."""
    return () if page.private else (PageClosedRecord(name_of(page)),)


def unkept_records(page: Page) -> tuple[Record, ...]:
    """The person does not want the page's visit kept. Of a private one nothing is, and nobody need hear of it."""
    return () if page.private else (VisitUnkeptRecord(page.visit.id),)


def _may_be_kept(page: Page) -> bool:
    return not page.private and not page.visit.paused and not page.visit.unkept


def _name(page: Page) -> str:
    return f"{page.key.browser}:{page.key.page}"
