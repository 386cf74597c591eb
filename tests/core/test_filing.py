"""What may be kept of a page, and that nothing may of a private one."""

import pytest

from netcurtain.core import filing
from netcurtain.core.event import PageKey
from netcurtain.core.finding import DecodedField, Finding, What
from netcurtain.core.flagged import Flagged
from netcurtain.core.level import FormJudgement, FormLevel, Reason
from netcurtain.core.observation import RequestFate
from netcurtain.core.page import Form, Page, Visit
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
from netcurtain.core.request import Fate
from netcurtain.core.submission import Submission

FLAGGED = Flagged("r1", "https://t.example/tr", "image", "||t.example^", "EasyPrivacy", "Tee", "t.example", 5.0)
FINDING = Finding(
    "p1", "Tee", "t.example", "||t.example^", "EasyPrivacy", Fate.SENT, 5.0, (DecodedField(What.PAGE_TITLE, "T", "t"),), "Told."
)


def page(*, private: bool) -> Page:
    visit = Visit("b:p0", "site.example", private)
    return Page(PageKey("b", "p1"), 1, visit, "https://site.example/?q", "site.example", "Title", private, 4.0, True)


def form(level: FormLevel) -> Form:
    return Form("f1", "", "", FormJudgement(level, 0.9, ("health",), (Reason("title", "Illness", "health"),)))


def everything(kept: Page) -> list[Record]:
    return [
        *filing.page_records(kept),
        *filing.request_records(kept, FLAGGED),
        *filing.fate_records(kept, RequestFate("r1", "p1", Fate.ANSWERED, 200)),
        *filing.finding_records(kept, FINDING),
        *filing.form_records(kept, form(FormLevel.SENSITIVE)),
        *filing.submission_records(kept, Submission("s1", kept.key, kept.visit, "site.example", 6.0, asked=True)),
        *filing.closed_records(kept),
    ]


def test_what_is_kept() -> None:
    assert everything(page(private=False)) == [
        PageRecord("b:p1", "b:p0", "site.example", "https://site.example/?q", "Title", 4.0),
        RequestRecord("b:p1", "r1", "t.example", "Tee", "||t.example^", "EasyPrivacy", Fate.ATTEMPTED, 5.0),
        FateRecord("b:p1", "r1", Fate.ANSWERED),
        FindingRecord("b:p1", FINDING),
        FormRecord("b:p1", "f1", FormLevel.SENSITIVE),
        SubmissionRecord("b:p1", "s1", 6.0),
        PageClosedRecord("b:p1"),
    ]


def test_nothing_is_kept_of_a_private_page() -> None:
    assert everything(page(private=True)) == []


@pytest.mark.parametrize(("level", "count"), [(FormLevel.SENSITIVE, 1), (FormLevel.POSSIBLY, 1), (FormLevel.NO, 0)])
def test_only_forms_that_may_be_sensitive_are_kept(level: FormLevel, count: int) -> None:
    assert len(filing.form_records(page(private=False), form(level))) == count
