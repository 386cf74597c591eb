"""Records to keep, with everything filled in that a test does not care about."""

from dataclasses import dataclass

from netcurtain.core.consent import Consent
from netcurtain.core.evidence import Circumstances, ServerClock
from netcurtain.core.finding import DecodedField, Finding, What
from netcurtain.core.level import FormLevel
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
)
from netcurtain.core.request import Fate

NOON = 1_795_521_600_000.0
META = "Meta (Facebook)"
CHECKED_WITH = Circumstances(("EasyPrivacy, 25 November 2026", "Netcurtain's own"), "0.9", "0.8", "Chromium 130")


@dataclass
class Make:
    """Records, with everything filled in that a test does not care about."""

    time: float = NOON

    def page(self, page: str = "p1", visit: str = "v1", site: str = "police.example", **changes: object) -> PageRecord:
        values = {"url": f"https://www.{site}/report?step", "title": "Report a crime", "started": self.time, **changes}
        return PageRecord(page, visit, site, **values)  # type: ignore[arg-type]

    def request(self, request: str = "r1", page: str = "p1", after: float = 0.0, **changes: object) -> RequestRecord:
        values = {
            "host": "www.facebook.com",
            "organisation": META,
            "filter": "||facebook.com/tr",
            "filter_list": "EasyPrivacy",
            "fate": Fate.ATTEMPTED,
            **changes,
        }
        return RequestRecord(page, request, time=self.time + after, **values)  # type: ignore[arg-type]

    def fate(self, fate: Fate, request: str = "r1", page: str = "p1") -> FateRecord:
        return FateRecord(page, request, fate)

    def finding(
        self, fate: Fate = Fate.SENT, page: str = "p1", after: float = 0.0, whats: tuple[What, ...] = (What.PAGE_ADDRESS,), value: str = "x"
    ) -> FindingRecord:
        told = tuple(DecodedField(what, value, "p") for what in whats)
        kinds = " and ".join(whats)
        sentence = f"{META} was told {kinds}." if fate.went_out else f"This page tried to tell {META} {kinds}."
        found = Finding(page, META, "www.facebook.com", "||facebook.com/tr", "EasyPrivacy", fate, self.time + after, told, sentence)
        return FindingRecord(page, found)

    def form(self, level: FormLevel = FormLevel.SENSITIVE, page: str = "p1", form: str = "f1") -> FormRecord:
        return FormRecord(page, form, level)

    def submission(self, submission: str = "s1", page: str = "p1", after: float = 0.0) -> SubmissionRecord:
        return SubmissionRecord(page, submission, self.time + after)

    def consent(self, consent: Consent = Consent.ACCEPTED, page: str = "p1", after: float = 0.0) -> ConsentRecord:
        return ConsentRecord(page, consent, self.time + after)

    def clock(self, offset: float = 2000.0, host: str = "www.police.example", page: str = "p1") -> ServerClockRecord:
        return ServerClockRecord(page, ServerClock(host, offset))

    def closed(self, page: str = "p1") -> PageClosedRecord:
        return PageClosedRecord(page)

    def left(self, number: int = 1, site: str = "police.example") -> tuple[Record, ...]:
        """A whole visit, up to its end."""
        page = f"p{number}"
        return (
            self.page(page, f"v{number}", site),
            self.request(page=page),
            self.submission(f"s{number}", page),
            self.closed(page),
        )
