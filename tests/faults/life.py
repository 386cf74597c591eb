"""One life of the history, in a process of its own: open it, keep what a busy browser sends, and tell what was promised.

Submissions are named ``RUN-NUMBER``; each stands on a page of its own with flagged requests around it, as a browser would send them.
Some visits are only there to be forgotten again.
"""

import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from pathlib import Path

from tests.faults.careless import CarelessStore

from netcurtain.core.consent import Consent
from netcurtain.core.evidence import Circumstances, ServerClock
from netcurtain.core.finding import DecodedField, Finding, What
from netcurtain.core.keeping import Acknowledged, Deletion, Kept, Unlocking
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
from netcurtain.core.settings import Retention
from netcurtain.history.rows import VisitPage, VisitQuery, VisitRow
from netcurtain.history.store import Store

PASSPHRASE = "a long walk by the river"
BEGAN = time.time() * 1000
"""Milliseconds since 1970: nothing here is so old that its time has come."""
REQUESTS = 12
MOST_WAITING = 6
"""Submissions that are under way at once."""
TIMEOUT = 60.0
WITH = Circumstances(("EasyPrivacy",), "0.9")
META = ("Meta (Facebook)", "www.facebook.com", "||facebook.com/tr", "EasyPrivacy")


class Life:
    """``tell`` hears words of what became true, on any thread: ``stored NAME`` or another answer, ``gone VISIT``, ``trouble SENTENCE``."""

    def __init__(self, place: Path, tell: Callable[[str], None], make_store: "Callable[..., Store | CarelessStore]" = Store) -> None:
        self._tell = tell
        self._under_way: set[str] = set()
        self._changed = threading.Condition()
        self.store = make_store(place, trouble=lambda sentence: tell(f"trouble {sentence}"), acknowledged=self._acknowledged)

    def open(self) -> Unlocking:
        """Start, make the passphrase where there is none yet, and open what is kept."""
        self.store.start()
        self.store.follow(Retention.DAYS_30)
        return self._answer(self.store.make if self.store.kept is Kept.NONE else self.store.unlock)

    def unlock(self) -> Unlocking:
        """Start, and open what should be there."""
        self.store.start()
        self.store.follow(Retention.DAYS_30)
        return self._answer(self.store.unlock)

    def _answer(self, open_with: Callable[[str, Callable[[Unlocking], None]], None]) -> Unlocking:
        """Once more where it has to wait: a life that ended in the middle of opening counts as a wrong try."""
        opened: Future[Unlocking] = Future()
        open_with(PASSPHRASE, opened.set_result)
        answer = opened.result(TIMEOUT)
        if answer.wait:
            time.sleep(answer.wait)
            return self._answer(open_with)
        return answer

    def send(self, name: str) -> None:
        """Keep one submission with all that is around it; waits while too many are under way."""
        with self._changed:
            assert self._changed.wait_for(lambda: len(self._under_way) < MOST_WAITING, TIMEOUT)
            self._under_way.add(name)
        self.store.keep(around(name))
        self.store.keep([SubmissionRecord(f"page-{name}", name, moment(name))])

    def keep_and_forget(self, name: str) -> None:
        """Keep a visit, and delete it again."""
        self.store.keep(around(name))
        self.forget(name)

    def forget(self, name: str, word: str = "gone") -> None:
        def done(deletion: Deletion) -> None:
            self._tell(f"{word} visit-{name}" if deletion.gone else f"not gone visit-{name} {deletion.traces}")

        self.store.forget_visit(f"visit-{name}", done)

    def wait(self) -> None:
        """Until all that was sent is answered."""
        with self._changed:
            assert self._changed.wait_for(lambda: not self._under_way, TIMEOUT)

    def visits(self) -> tuple[VisitRow, ...]:
        found: Future[VisitPage] = Future()
        self.store.visits(VisitQuery(), None, 100_000, found.set_result)
        return found.result(TIMEOUT).rows

    def _acknowledged(self, answers: Sequence[Acknowledged]) -> None:
        for answer in answers:
            self._tell(f"{answer.stored.value} {answer.submission}")
        with self._changed:
            self._under_way.difference_update(answer.submission for answer in answers)
            self._changed.notify_all()


def moment(name: str) -> float:
    """When it was, in milliseconds since 1970: a number of its own for each name."""
    run, number = name.split("-")
    return BEGAN + int(run) * 1000 + int(number)


def around(name: str) -> tuple[Record, ...]:
    """A visit of one page, with its requests, a finding and a form."""
    page, time = f"page-{name}", moment(name)
    company, host, line, of_list = META
    told = (DecodedField(What.PAGE_ADDRESS, "x", "dl"),)
    return (
        PageRecord(page, f"visit-{name}", f"site-{name}.example", f"https://site-{name}.example/report", f"Report {name}", time, WITH),
        ServerClockRecord(page, ServerClock(f"server-{name}.example", 1000.0)),
        ConsentRecord(page, Consent.REFUSED, time),
        *(RequestRecord(page, f"r{n}", f"t{n}.example", company, line, of_list, Fate.ATTEMPTED, time + n) for n in range(REQUESTS)),
        *(FateRecord(page, f"r{n}", Fate.SENT) for n in range(REQUESTS)),
        FindingRecord(page, Finding(page, company, host, line, of_list, Fate.SENT, time, told, f"{company} was told the address.")),
        FormRecord(page, "f1", FormLevel.SENSITIVE),
    )
