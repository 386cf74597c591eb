"""Submissions that are remembered: so that one sent again is not counted again, and an answer finds what it answers."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from netcurtain.core.event import PageKey
from netcurtain.core.keeping import Stored
from netcurtain.core.page import Visit

MAX_SUBMISSIONS = 1000


@dataclass(slots=True)
class Submission:
    """A form that was sent, or is held. ``site`` is where it goes; ``asked``: a warning about it is, or may be, before the person.

    ``reached`` are the companies that something went out to from its page, with how many requests did; it
    stays true, also of a page that was left. ``filed``: the
    history was told of it, and will say what became of it; ``stored`` is what it said, or what was clear without it.
    """

    id: str
    page: PageKey
    visit: Visit
    site: str
    time: float
    asked: bool
    answered: bool = False
    form: str = ""
    reached: Mapping[str, int] = field(default_factory=dict)
    filed: bool = False
    stored: Stored | None = None

    @property
    def waits(self) -> bool:
        """Whether its warning is still unanswered."""
        return self.asked and not self.answered


class Submissions:
    """The newest submissions by their uuid. At the limit those that wait for nothing are forgotten first, the oldest of the page that has
    most of them: one that sends without end takes no other's place.
    """

    def __init__(self) -> None:
        self._by_id: dict[str, Submission] = {}

    def __contains__(self, submission: str) -> bool:
        return submission in self._by_id

    def __len__(self) -> int:
        return len(self._by_id)

    def get(self, submission: str) -> Submission | None:
        """The submission, if it is remembered."""
        return self._by_id.get(submission)

    def add(self, submission: Submission) -> Submission | None:
        """Remember a submission; the answer is one that had to be forgotten for it."""
        forgotten = self._make_room() if len(self._by_id) >= MAX_SUBMISSIONS else None
        self._by_id[submission.id] = submission
        return forgotten

    def undecided_on(self, page: PageKey) -> list[Submission]:
        """The submissions of a page that were neither sent nor given up."""
        return [one for one in self._by_id.values() if one.page == page and not one.filed and one.stored is None]

    def waiting_on(self, page: PageKey) -> list[Submission]:
        """The submissions of a page whose warning is unanswered."""
        return [one for one in self._by_id.values() if one.page == page and one.waits]

    def _make_room(self) -> Submission:
        may_go = [one for one in self._by_id.values() if not one.waits] or list(self._by_id.values())
        ((most, _),) = Counter(one.page for one in may_go).most_common(1)
        oldest = next(one for one in may_go if one.page == most)
        return self._by_id.pop(oldest.id)
