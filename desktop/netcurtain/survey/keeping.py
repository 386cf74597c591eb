"""Which results are kept: not those that say more of the computer that looked than of the site. Such a site is looked at again.

The pool and the cluster both ask here; tries.py decides. A computer on which nothing works rests and is tried again, for some minutes.
A site at which nobody answers, though others are reached, has its row at once, and is looked at once more at the end of the run (silent);
where that is stopped before, at the end of the next one (once_more.py).
"""

from asyncio import sleep
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, time

from netcurtain.survey import once_more, wording
from netcurtain.survey.asked import SiteTask
from netcurtain.survey.folder import SurveyFolder
from netcurtain.survey.result import SiteSurveyed
from netcurtain.survey.take import Take
from netcurtain.survey.tries import HERE, MOST_RUNS, Fault, Tries
from netcurtain.survey.trouble import UNLOOKED, Trouble
from netcurtain.survey.way_out import nobody_answered

FAULTS = {Trouble.COMPUTER: Fault.OWN, Trouble.NO_LINK: Fault.EITHER, Trouble.NO_ANSWER: Fault.NO_ANSWER}
"""The first that any page of a site has."""
SAYS_NOTHING = frozenset({Trouble.NO_ADDRESS, Trouble.OURS, Trouble.WORKER_LOST})
"""From these nobody can say whether the computer works."""
SILENT_SECONDS = 60.0
"""From a look at a site at which nobody answered to the next, at least: names or a line that are away for a moment are back by then."""
LINES = 20
"""About so many times it is told how far the second looks are; with fewer sites, after each."""
SLICE_SECONDS = 1.0
"""A computer that rests goes on as soon as a look that it had under way ends well."""


class ComputerError(Exception):
    """The computer cannot look at any site now. The message is one sentence that says what to do."""


class Keeping:
    """Gives results to ``take``, or sets their sites aside; ``tell`` the person what is waited for.

    ``silent`` are sites at which nobody answered in an earlier run that was stopped before their second look.
    """

    def __init__(self, folder: SurveyFolder, take: Take, tell: Callable[[str], None], silent: Iterable[SiteTask] = ()) -> None:
        self._folder = folder
        self._take = take
        self._tell = tell
        self._tries = Tries()
        self._told: set[str] = set()
        self._ended = False
        self._looking = 0
        self._silent = {task: monotonic() - once_more.seconds_since(folder, task, time()) for task in silent}
        """Sites at which nobody answered, though others were reached, and when that was."""
        self._twice = self._twice_of = self._answered = 0
        """Second looks: how many are done, of how many, and at how many of these somebody answered."""

    @contextmanager
    def looking(self) -> Iterator[None]:
        """A look is under way in it: the run is not ended by others meanwhile."""
        self._looking += 1
        try:
            yield
        finally:
            self._looking -= 1

    def keep(self, task: SiteTask, part: Path, found: SiteSurveyed, computer: str = HERE) -> bool:
        """Whether that is all that this look says; if not, look once more (``works``). Raises what ``take`` raises."""
        at_fault, of_the_site = _at_fault(found), any(page.trouble not in SAYS_NOTHING for page in found.pages)
        second = self.is_silent(task)
        if second and (at_fault or not of_the_site):
            self.says_no_more(task)
            return True
        if at_fault is not None:
            fault, why = at_fault
            # Where there is a row already, it says as much as this look, or more; but not as one that nobody took.
            has_more = fault is Fault.NO_ANSWER and self._folder.has(task) and not _is_unlooked(found)
            if not has_more and not self.is_told(task, computer, fault, why):
                return False
        elif of_the_site:
            self._tries.went_well(computer)
            self._told.discard(computer)
            if nobody_answered(found) and not self._folder.has(task):
                once_more.mark(part, time())
                self._silent[task] = monotonic()
        self.take(task, part, found)
        if second:
            self._looked_twice(answered=not nobody_answered(found))
        return True

    def is_silent(self, task: SiteTask) -> bool:
        """Whether its row says that nobody answered. A second look changes that only where it says something of the site."""
        return task in self._silent

    def says_no_more(self, task: SiteTask) -> bool:
        """Nothing came of a look. Whether it was a second one: then its site's row stays as it is."""
        if second := self.is_silent(task):
            self._looked_twice(answered=False)
        return second

    async def silent(self) -> tuple[SiteTask, ...]:
        """Sites at which nobody answered, as soon as it is time to look at them once more. The person is told."""
        if self._silent:
            self._twice_of = len(self._silent)
            self._tell(wording.silent(self._twice_of))
            await sleep(min(SILENT_SECONDS, max(0.0, max(self._silent.values()) + SILENT_SECONDS - monotonic())))
        return tuple(self._silent)

    def looked_twice(self) -> None:
        """All second looks are done. Until then one that says nothing may have failed because the run is being stopped: it is done again
        by the next. Raises SurveyFolderError.
        """
        for task in self._silent:
            once_more.unmark(self._folder, task)

    def take(self, task: SiteTask, part: Path, found: SiteSurveyed) -> None:
        """It is kept, whatever it says. Raises what ``take`` raises."""
        self._tries.told(task)
        self._take(task, part, found)

    def is_told(self, task: SiteTask, computer: str, fault: Fault, why: str) -> bool:
        """A look failed through the computer, or so it seems: whether it is told of the site all the same. If not, look once more."""
        return self._folder.ends_with(task) >= MOST_RUNS or self._tries.failed(task, computer, fault, why, monotonic())

    def works(self) -> bool:
        """Whether it is time to look once more at what was not kept."""
        return self._tries.works()

    def resting(self) -> frozenset[str]:
        """Computers that are to be given no site now. The person is told of each, once."""
        resting = self._tries.resting(monotonic())
        for computer in sorted(resting - self._told):
            self._told.add(computer)
            self._tell(wording.rests(computer, self._tries.why(computer)))
        return resting

    async def ready(self, computers: Collection[str] = (HERE,)) -> None:
        """Wait until one of these may be given a site. Raises ComputerError where each of them has rested too often for nothing."""
        while self.resting().issuperset(computers):
            if not self._looking and (last := self._tries.given_up(computers)) is not None:
                if not self._ended:  # whoever else waits comes here, too
                    self._ended = True
                    self._folder.ended_with(self._tries.set_aside())
                raise ComputerError(wording.at_fault(last, self._tries.why(last)))
            rest = min(map(self._tries.ready_at, computers)) - monotonic()
            await sleep(max(0.0, min(SLICE_SECONDS, rest)))

    def _looked_twice(self, *, answered: bool) -> None:
        self._twice += 1
        self._answered += answered
        if self._twice % max(1, self._twice_of // LINES) == 0 or self._twice == self._twice_of:
            self._tell(wording.tried_once_more(self._twice, self._twice_of, self._answered))


def _is_unlooked(found: SiteSurveyed) -> bool:
    return any(page.detail == UNLOOKED for page in found.pages)


def _at_fault(found: SiteSurveyed) -> tuple[Fault, str] | None:
    """The computer's fault that a result shows, and why. One page that went well shows that it works: then the others' trouble is told."""
    if any(page.trouble is None for page in found.pages):
        return None
    shown = ((fault, trouble, page.detail) for trouble, fault in FAULTS.items() for page in found.pages if page.trouble is trouble)
    return next(((fault, wording.why(trouble, detail)) for fault, trouble, detail in shown), None)
