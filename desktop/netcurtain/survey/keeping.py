"""Which results are kept: not those that say more of the computer that looked than of the site. Such a site is looked at again at the end.

The pool and the cluster both ask here.
"""

from pathlib import Path

from netcurtain.survey import wording
from netcurtain.survey.asked import SiteTask
from netcurtain.survey.result import SiteSurveyed
from netcurtain.survey.take import Take
from netcurtain.survey.trouble import Trouble

OF_THE_COMPUTER = frozenset({Trouble.COMPUTER, Trouble.NO_LINK})
MOST_IN_A_ROW = 3
"""So many results with such trouble, one after another, end the survey: all that come would be the same."""


class ComputerError(Exception):
    """The computer cannot look at any site now. The message is one sentence that says what to do."""


class Keeping:
    """Gives results to ``take``, or sets their sites aside."""

    def __init__(self, take: Take) -> None:
        self._take = take
        self._aside: set[SiteTask] = set()
        self._in_a_row = 0

    def keep(self, task: SiteTask, part: Path, found: SiteSurveyed) -> bool:
        """Whether it was kept; if not, look once more when all others are done. Raises ComputerError, and what ``take`` raises."""
        troubles = {page.trouble for page in found.pages} & OF_THE_COMPUTER
        if not troubles:
            self._in_a_row = 0
        elif self._is_set_aside(task, alone=Trouble.COMPUTER not in troubles):
            return False
        self._take(task, part, found)
        return True

    def _is_set_aside(self, task: SiteTask, *, alone: bool) -> bool:
        """A site that has it twice while others go well is the only one, and gets its row; with ``alone`` also where no other was tried."""
        again, well_since = task in self._aside, self._in_a_row == 0
        if again and (well_since or alone):
            return False
        self._in_a_row += 1
        if again or self._in_a_row >= MOST_IN_A_ROW:
            raise ComputerError(wording.COMPUTER_AT_FAULT)
        self._aside.add(task)
        return True
