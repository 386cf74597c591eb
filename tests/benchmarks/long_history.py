"""Records of a long history, the same ones every time: many short visits, one after another, as a browser would report them.

A visit has three pages, half of which ask about cookies, a page twenty flagged requests to a dozen of 400 trackers, ids are uuids, and half
of the requests tell something. Every fifth of those sentences quotes a button or a title, which nothing else says. One visit in ten ends
with a form that is sent. Sites and trackers are used as unevenly as in life. With ``--a-page 3`` there are many visits of few requests.
"""

import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random

from netcurtain.core.consent import Consent
from netcurtain.core.evidence import Circumstances, ServerClock
from netcurtain.core.finding import DecodedField, Finding, What
from netcurtain.core.level import FormLevel
from netcurtain.core.record import (
    ConsentRecord,
    FateRecord,
    FindingRecord,
    FormRecord,
    PageRecord,
    Record,
    RequestRecord,
    ServerClockRecord,
    SubmissionRecord,
)
from netcurtain.core.request import Fate

NOON = 1_795_521_600_000.0
HALF_HOUR = 1_800_000.0
WEEK = 7 * 48 * HALF_HOUR
SITES = 3000
TRACKERS = 400
TRACKERS_OF_A_SITE = 12
PAGES_OF_A_VISIT = 3
BROWSER = "3f2b8c1e-77a1-4e36-9d0a-0c5d2a6b9e41"
_TOLD = (DecodedField(What.PAGE_ADDRESS, "x", "dl"),)
_KINDS = ("this page's address", "this page's title", "which page came before it", "a number for this browser", "which form it is")


@dataclass(frozen=True, slots=True)
class Tracker:
    host: str
    organisation: str
    filter: str


@dataclass
class LongHistory:
    """``seed`` decides everything. ``requests_of_a_page`` is how many flagged requests each page has."""

    requests_of_a_page: int = 20
    random: Random = field(default_factory=lambda: Random(8))

    def __post_init__(self) -> None:
        self._trackers = [
            Tracker(f"collect{n}.tracker{n // 3}.example", f"Company {n // 4}", f"||tracker{n // 3}.example^$third-party")
            for n in range(TRACKERS)
        ]
        self._sites = [f"site{n}.example" for n in range(SITES)]
        self._of_site = [
            self.random.choices(self._trackers, [1 / (n + 1) for n in range(TRACKERS)], k=TRACKERS_OF_A_SITE) for _ in range(SITES)
        ]
        self._weights = [1 / (n + 10) for n in range(SITES)]

    def visits(self, requests: int) -> Iterator[tuple[Record, ...]]:
        """One visit after another, each half an hour after the one before, until there are so many requests."""
        of_a_visit = PAGES_OF_A_VISIT * self.requests_of_a_page
        for number in range(requests // of_a_visit):
            (site,) = self.random.choices(range(SITES), self._weights)
            yield tuple(self._visit(site, NOON + number * HALF_HOUR))

    def _visit(self, site: int, started: float) -> Iterator[Record]:
        name = self._name()
        for place in range(PAGES_OF_A_VISIT):
            page, time = (name if place == 0 else self._name()), started + place * 60_000.5
            address = f"https://www.{self._sites[site]}/section-{self.random.randrange(50)}/article-{self.random.randrange(10**9)}"
            title = f"Article {self.random.randrange(10**9)} of the section, {self._sites[site]}"
            yield PageRecord(page, name, self._sites[site], address, title, time, self._checked_with(started))
            yield ServerClockRecord(page, ServerClock(f"www.{self._sites[site]}", self.random.randrange(-2000, 2000)))
            if self.random.random() < 0.5:
                yield ConsentRecord(page, Consent.BEFORE_CHOICE, time + 500.5)
                yield ConsentRecord(page, Consent.ACCEPTED, time + 5_000.5)
            for _ in range(self.requests_of_a_page):
                yield from self._request(page, self.random.choice(self._of_site[site]), time + self.random.random() * 20_000)
        if self.random.random() < 0.1:
            yield FormRecord(page, str(self._uuid()), FormLevel.SENSITIVE)
            yield SubmissionRecord(page, str(self._uuid()), time + 30_000.25)

    def _checked_with(self, time: float) -> Circumstances:
        """Lists have another date every week."""
        week = int((time - NOON) / WEEK)
        return Circumstances((f"EasyPrivacy, week {week}", "Netcurtain's own list"), "0.9", "0.8", "Chromium 130")

    def _request(self, page: str, tracker: Tracker, time: float) -> Iterator[Record]:
        request = str(self._uuid())
        yield RequestRecord(page, request, tracker.host, tracker.organisation, tracker.filter, "EasyPrivacy", Fate.ATTEMPTED, time)
        yield FateRecord(page, request, Fate.ANSWERED)
        if self.random.random() < 0.5:
            what = f"the words “{self.random.randrange(10**6)} now”" if self.random.random() < 0.2 else self.random.choice(_KINDS)
            sentence = f"{tracker.organisation} was told {what}."
            found = Finding(page, tracker.organisation, tracker.host, tracker.filter, "EasyPrivacy", Fate.ANSWERED, time, _TOLD, sentence)
            yield FindingRecord(page, found)

    def _name(self) -> str:
        return f"{BROWSER}:{self._uuid()}"

    def _uuid(self) -> uuid.UUID:
        return uuid.UUID(int=self.random.getrandbits(128), version=4)
