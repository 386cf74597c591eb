"""What a browser hears of a form that was sent: whether it is in the history, and why where it is not. Until then it says it again.

    sending.py -> file() -> the record -> history/store.py, after its commit -> Session.acknowledge -> settle() -> the browser

Where there is nothing to keep, the answer is given at once.
"""

from netcurtain.core import filing
from netcurtain.core.instruction import SubmissionSeen
from netcurtain.core.keeping import Stored
from netcurtain.core.observation import Submitted
from netcurtain.core.outcome import Outcome
from netcurtain.core.page import Page
from netcurtain.core.submission import Submission


def file(page: Page, submission: Submission, out: Outcome) -> None:
    """A form is on its way: the history hears of it, and of one that is told again once more, for it keeps each once."""
    if not submission.filed and submission.stored is None and not page.visit.paused:
        page.submitted.append(submission.time)
    records = filing.submission_records(page, submission)
    out.records.extend(records)
    submission.filed = bool(records)
    if not records:
        settle(submission, Stored.NOT_WANTED, out)


def settle(submission: Submission, stored: Stored, out: Outcome) -> None:
    """What became of it is known: its browser need not tell of it again."""
    submission.stored = stored
    out.instructions.append((submission.page.browser, SubmissionSeen(submission.id, submission.page.page, stored)))


def at_once(submitted: Submitted, stored: Stored) -> SubmissionSeen:
    """The answer for one that nothing is remembered of."""
    return SubmissionSeen(submitted.submission, submitted.page, stored)
