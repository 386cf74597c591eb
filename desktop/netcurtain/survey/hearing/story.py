"""What was heard of a run, cut into what is to be told of each stage. Pure.

A stage's part is the page and its forms as they were until it was over, the requests that went in it, by their own time, and whatever was
told of these requests, be it later: also when their page was gone by then. So no page is told to be gone; the story knows which was there
when. Windows that a page opened are in no part.
"""

from collections.abc import Iterator
from math import inf

from msgspec.structs import replace

from netcurtain.core import observation as seen
from netcurtain.core.request import Fate, Request
from netcurtain.survey.hearing.listening import Heard, Noted
from netcurtain.survey.result import Stage

RequestKey = tuple[str, str]
"""A request's page and its own name."""


class Story:
    """What was heard, looked through once: our pages with when they opened and closed, which stage each request belongs to, and how far
    it got in the end.
    """

    def __init__(self, heard: Heard) -> None:
        self.heard = heard
        self.timeline = heard.timeline
        opened = [note.report for note in heard.notes if isinstance(note.report, seen.PageOpened)]
        ours = self.timeline.ours((page.tab, page.time) for page in opened)
        self.opened = {page.page: page.time for page in reversed(opened) if page.tab in ours}
        self.closed: dict[str, float] = {}
        self.requests: dict[RequestKey, Request] = {}
        self.fates: dict[RequestKey, Fate] = {}
        for note in heard.notes:
            match note.report:
                case seen.PageClosed(page=page, time=time):
                    self.closed.setdefault(page, note.time if time is None else time)
                case seen.Requests(requests=requests):
                    for asked in requests:  # told again after the link was away, it is the same request
                        self.requests.setdefault((asked.page, asked.id), asked)
                case seen.Fates(fates=fates):
                    for told in fates:  # the last word counts: what was about to leave and found nobody there has not left
                        key = told.page, told.request
                        if self.fates.get(key) is not Fate.ANSWERED:
                            self.fates[key] = told.fate

    def parts(self, stage: Stage) -> Iterator[Noted]:
        """What is told of a stage."""
        end = self.timeline.ends(stage)
        for note in self.heard.notes:
            part = self._part(note.report, stage, is_over=note.time >= end, end=end)
            if part is not None:
                yield part

    def asked(self, stage: Stage) -> dict[RequestKey, Request]:
        """The requests of our pages that went in a stage."""
        return {key: asked for key, asked in self.requests.items() if self._is_of(stage, *key)}

    def _part(self, report: Noted, stage: Stage, *, is_over: bool, end: float) -> Noted | None:
        match report:
            case seen.PageClosed():
                return None
            case seen.Requests(requests=requests):
                mine = [one for one in requests if self._is_of(stage, one.page, one.id)]
                return seen.Requests(mine) if mine else None
            case seen.Fates(fates=fates):
                got = [one for one in fates if self._is_of(stage, one.page, one.request) and not self._is_withdrawn(one.fate, one)]
                return seen.Fates(got) if got else None
            case seen.Body(page=page, request=request) | seen.SetUpSeen(page=page, request=request):
                return report if self._is_of(stage, page, request) else None
            case seen.TypedSeen(page=page, request=request, time=time):
                if not self._is_of(stage, page, request, time):
                    return None
                return replace(report, fate=self.fates[page, request]) if self._is_withdrawn(report.fate, report) else report
            case seen.PageOpened(page=page, time=time):
                return report if page in self.opened and time < end else None
            case _:
                return report if report.page in self.opened and not is_over else None

    def _is_of(self, stage: Stage, page: str, request: str, time: float | None = None) -> bool:
        """Whether a request of ours belongs to a stage; ``time`` is that of one of which only the tab has told."""
        if page not in self.opened:
            return False
        if (asked := self.requests.get((page, request))) is not None:
            time = asked.time
        return time is not None and self.timeline.stage_at(time) is stage

    def _is_withdrawn(self, fate: Fate, told: seen.RequestFate | seen.TypedSeen) -> bool:
        """Whether that something went out was taken back in the end. The core takes back what it says of a page; of what it says of single
        requests, which is gathered as it comes, nothing is to be said that does not hold in the end.
        """
        return fate.went_out and not self.fates.get((told.page, told.request), fate).went_out

    def is_there(self, page: str, stage: Stage) -> bool:
        """Whether a page of ours was open at a stage."""
        begin, end = self.timeline.begins(stage), self.timeline.ends(stage)
        return page in self.opened and self.opened[page] < end and self.closed.get(page, inf) > begin
