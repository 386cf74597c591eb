"""What became of looks that failed through the computer that looked: go on, rest, end, or is it the site after all? Pure.

keeping.py asks here. Moments are seconds of a clock that never goes back; a computer is a worker's address, or HERE.
"""

import enum
import math
from collections.abc import Collection
from dataclasses import dataclass

from netcurtain.survey.asked import SiteTask

HERE = ""
"""This computer, where no cluster looks."""
UNKNOWN = "?"
"""Some worker of a cluster. It works where any does."""
MOST_IN_A_ROW = 3
"""So many looks that fail, one after another: the computer rests before its next."""
REST_SECONDS = 60.0
"""A blink of the network is shorter, or a few of these."""
MOST_RESTS = 10
"""A computer on which nothing went well after so many rests is given up. They are counted: a clock may go on while a computer sleeps."""
MOST_RUNS = 2
"""A site that was set aside when so many runs had to end is told of in the next, as it is: else no run might be the last."""


class Fault(enum.Enum):
    """Why a look says more of the computer than of the site."""

    OWN = "own"
    """The computer's alone."""
    EITHER = "either"
    """The computer's or the site's: one look cannot say."""
    NO_ANSWER = "no_answer"
    """Either, too, and only the computer itself can find out (way_out.py): it could not."""


@dataclass(slots=True)
class _Computer:
    """``well``: how many looks went well in this run. The others are of those that failed since."""

    well: int = 0
    looks: int = 0
    rests: int = 0
    until: float = -math.inf
    why: str = ""


class Tries:
    """Of one run."""

    def __init__(self) -> None:
        self._computers: dict[str, _Computer] = {}
        self._aside: dict[SiteTask, dict[str, int]] = {}
        """Those of which nothing is told so far. By computer: how many looks had gone well there when this one failed first."""

    def went_well(self, computer: str) -> None:
        """The computer works."""
        self._computers |= {one: _Computer(self._of(one).well + 1) for one in (computer, UNKNOWN)}

    def told(self, task: SiteTask) -> None:
        """The site has its row, whatever it says."""
        self._aside.pop(task, None)

    def failed(self, task: SiteTask, computer: str, fault: Fault, why: str, now: float) -> bool:
        """One more look has failed. Whether that is told of the site all the same; if not, it is set aside."""
        on, before = self._of(computer), self._aside.setdefault(task, {})
        again = computer in before
        others_go_well = on.well > before.setdefault(computer, on.well) and not on.looks
        alone = again and on.rests and now >= on.until and len(self._aside) < MOST_IN_A_ROW
        if (fault is not Fault.NO_ANSWER and others_go_well) or (fault is Fault.EITHER and alone):
            return True
        on.looks += 1
        on.why = why
        if on.looks >= MOST_IN_A_ROW and now >= on.until:  # what fails in the middle of a rest began before it
            on.rests += 1
            on.until = now + REST_SECONDS
        return False

    def works(self) -> bool:
        """Whether sites that were set aside may be looked at once more: somewhere the newest look went well."""
        return any(of.well and not of.looks for computer, of in self._computers.items() if computer != UNKNOWN)

    def set_aside(self) -> tuple[SiteTask, ...]:
        """The sites of which nothing is told so far."""
        return tuple(self._aside)

    def why(self, computer: str) -> str:
        """Our own word for how it failed last."""
        return self._of(computer).why

    def ready_at(self, computer: str) -> float:
        """The moment from which it may be given a site."""
        return self._of(computer).until

    def resting(self, now: float) -> frozenset[str]:
        """Computers that are to be given none now."""
        return frozenset(computer for computer, of in self._computers.items() if of.until > now)

    def given_up(self, computers: Collection[str]) -> str | None:
        """Where each of these has rested too often for nothing, the one that did last."""
        if not computers or any(self._of(computer).rests <= MOST_RESTS for computer in computers):
            return None
        return max(computers, key=self.ready_at)

    def _of(self, computer: str) -> _Computer:
        return self._computers.setdefault(computer, _Computer())
