"""Pages that were left while it was not known yet whether somebody got what they sent last: a page says most as it is left, and that nobody
was there is heard a moment later.

Only what has to be taken back then stays of such a page, and no word of what it told. Pure: the only times are those that are heard.
"""

from collections.abc import Collection
from dataclasses import dataclass, replace

from netcurtain.core import filing
from netcurtain.core.counting import fewer
from netcurtain.core.event import PageKey
from netcurtain.core.keeping import Deleted
from netcurtain.core.observation import Observation, PageClosed, PageOpened, RequestFate, Requests
from netcurtain.core.outcome import Outcome
from netcurtain.core.page import Page, Visit
from netcurtain.core.request import Fate

MAX_LEFT, MAX_SENT = 100, 10_000
"""Pages of which that is remembered, and requests of all of them together: the newest pages."""
HEARD_WITHIN = 30_000.0
"""Milliseconds for which it is."""


@dataclass(frozen=True, slots=True, repr=False)
class Sent:
    """A request that was sent. ``typed``: it took along what was typed; ``at_visit``: its company is one that the visit tells apart."""

    request: str
    organisation: str
    typed: bool
    at_visit: bool


@dataclass(frozen=True, slots=True, repr=False)
class Left:
    """A page that was left. ``name`` is the page's in the history, "" where nothing is kept of it; ``time`` is when, in milliseconds since
    1970; ``reached`` is the page's own, which the forms that it sent speak of.
    """

    visit: Visit
    name: str
    time: float
    reached: dict[str, int]
    sent: dict[str, Sent]


class LeftPages:
    """The newest pages that were left, by their names, that left longest ago first."""

    def __init__(self) -> None:
        self._left: dict[PageKey, Left] = {}
        self._now: dict[str, float] = {}
        """The newest time that was heard from each browser: one whose clock is wrong is not to count for others."""

    def __len__(self) -> int:
        return len(self._left)

    @property
    def requests(self) -> int:
        """How many requests are remembered."""
        return sum(len(left.sent) for left in self._left.values())

    def heard(self, browser: str, observation: Observation) -> None:
        """Something was heard: it may say how late it is, and some pages be left too long."""
        match observation:
            case PageOpened(time=float(time)) if time < self._now.get(browser, time) - HEARD_WITHIN:
                self.forget_browser(browser)  # its clock was ahead and was put right: nobody knows any more how long ago that was
            case PageOpened(time=float(time)) | PageClosed(time=float(time)):
                pass
            case Requests(requests=[*_, last]):
                time = last.time
            case _:
                return
        if time > self._now.get(browser, -1.0):
            self._now[browser] = time
            late = time - HEARD_WITHIN
            self._left = {key: left for key, left in self._left.items() if key.browser != browser or left.time >= late}

    def leave(self, page: Page) -> None:
        """A page was left. Those of its requests that stand for more than one are not taken back (``Flagged.gets_to``)."""
        sent = {
            one.request: Sent(one.request, one.organisation, one.counted.typed, one.counted.visit)
            for one in page.flagged.values()
            if one.fate is Fate.SENT and one.count == 1
        }
        if not sent:
            return
        name = "" if page.private else filing.name_of(page)
        self._left.pop(page.key, None)
        self._left[page.key] = Left(page.visit, name, self._now.get(page.key.browser, 0.0), page.reached, sent)
        while len(self._left) > MAX_LEFT or (self.requests > MAX_SENT and len(self._left) > 1):
            self._forget_oldest()

    def hear(self, key: PageKey, report: RequestFate, out: Outcome) -> Visit | None:
        """How far a request of such a page got; the visit, where it has to be taken back that it went out."""
        left = self._left.get(key)
        if left is None or report.fate not in (Fate.ATTEMPTED, Fate.ANSWERED):
            return None
        sent = left.sent.pop(report.request, None)
        if sent is None or report.fate is Fate.ANSWERED:
            return None
        fewer(left.reached, sent.organisation)
        left.visit.take_back(sent.organisation if sent.at_visit else None, typed=sent.typed)
        if left.name:
            out.records.extend(filing.nobody_records(left.name, left.visit, sent.request))
        return left.visit

    def forget_browser(self, browser: str) -> None:
        """A browser went away for good."""
        self._now.pop(browser, None)
        self._left = {key: left for key, left in self._left.items() if key.browser != browser}

    def forget_deleted(self, deleted: Deleted, going_on: Collection[Visit]) -> None:
        """The person deleted these visits. One that goes on still says which companies it reached, and that is to be right."""
        going = {visit.id for visit in going_on}
        before, self._left = self._left, {}
        for key, left in before.items():
            if not deleted.has(left.visit.id, left.visit.site):
                self._left[key] = left
            elif left.visit.id in going:
                self._left[key] = replace(left, name="")

    def _forget_oldest(self) -> None:
        del self._left[next(iter(self._left))]
