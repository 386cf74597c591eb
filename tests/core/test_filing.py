"""What may be kept of a page, and that nothing may of a private one."""

import pytest

from netcurtain.core import filing
from netcurtain.core.consent import Consent
from netcurtain.core.event import PageKey
from netcurtain.core.evidence import Circumstances, ServerClock
from netcurtain.core.finding import DecodedField, Finding, What
from netcurtain.core.flagged import Flagged
from netcurtain.core.level import FormJudgement, FormLevel, Reason
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

FLAGGED = Flagged("r1", "https://t.example/tr", "image", "||t.example^", "EasyPrivacy", "Tee", "t.example", 5.0)
CHECKED_WITH = Circumstances(("EasyPrivacy",), "0.1.0", "0.1.0", "Chrome 156")
FINDING = Finding(
    "p1", "Tee", "t.example", "||t.example^", "EasyPrivacy", Fate.SENT, 5.0, (DecodedField(What.PAGE_TITLE, "T", "t"),), "Told."
)


def page(*, private: bool) -> Page:
    visit = Visit("b:p0", "site.example", private)
    made = Page(PageKey("b", "p1"), 1, visit, "https://site.example/?q", "site.example", "Title", private, 4.0, True)
    made.circumstances = CHECKED_WITH
    return made


def form(level: FormLevel) -> Form:
    return Form("f1", "", "", FormJudgement(level, 0.9, ("health",), (Reason("title", "Illness", "health"),)))


def unwanted(*, private: bool) -> Page:
    kept = page(private=private)
    kept.visit.unkept = True
    return kept


def everything(kept: Page) -> list[Record]:
    return [
        *filing.page_records(kept),
        *filing.request_records(kept, FLAGGED),
        *filing.fate_records(kept, RequestFate("r1", "p1", Fate.ANSWERED, 200)),
        *filing.finding_records(kept, FINDING),
        *filing.form_records(kept, form(FormLevel.SENSITIVE)),
        *filing.consent_records(kept, ConsentSeen("p1", Consent.REFUSED, 7.0)),
        *filing.server_clock_records(kept, ServerClock("site.example", 8.0)),
        *filing.submission_records(kept, Submission("s1", kept.key, kept.visit, "site.example", 6.0, asked=True)),
        *filing.closed_records(kept),
    ]


def test_what_is_kept() -> None:
    assert everything(page(private=False)) == [
        PageRecord("b:p1", "b:p0", "site.example", "https://site.example/?q", "Title", 4.0, CHECKED_WITH),
        RequestRecord("b:p1", "r1", "t.example", "Tee", "||t.example^", "EasyPrivacy", Fate.ATTEMPTED, 5.0),
        FateRecord("b:p1", "r1", Fate.ANSWERED),
        FindingRecord("b:p1", FINDING),
        FormRecord("b:p1", "f1", FormLevel.SENSITIVE),
        ConsentRecord("b:p1", Consent.REFUSED, 7.0),
        ServerClockRecord("b:p1", ServerClock("site.example", 8.0)),
        SubmissionRecord("b:p1", "s1", 6.0),
        PageClosedRecord("b:p1"),
    ]


def test_nothing_is_kept_of_a_private_page() -> None:
    assert everything(page(private=True)) == []


def test_of_a_visit_that_is_not_to_be_kept_only_that_its_page_was_left() -> None:
    assert everything(unwanted(private=False)) == [PageClosedRecord("b:p1")]


@pytest.mark.parametrize("private", [False, True], ids=["a window", "a private window"])
def test_that_a_visit_is_not_to_be_kept_is_told_of_what_may_have_been_kept_alone(private: bool) -> None:
    assert filing.unkept_records(page(private=private)) == (() if private else (VisitUnkeptRecord("b:p0"),))


@pytest.mark.parametrize(("level", "count"), [(FormLevel.SENSITIVE, 1), (FormLevel.POSSIBLY, 1), (FormLevel.NO, 0)])
def test_only_forms_that_may_be_sensitive_are_kept(level: FormLevel, count: int) -> None:
    assert len(filing.form_records(page(private=False), form(level))) == count
