"""Whose reports are next. Every tab has a lane of its own and the lanes take turns, so that a page that never stops asking for things
holds up no other tab's submission.

    link/server.py -> add() -> lanes by tab -> next() -> core/session.py

Within a tab everything keeps its order. Pure: no clock, no socket.
"""

from collections import OrderedDict, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from netcurtain.core.observation import (
    AppWanted,
    Body,
    ConsentSeen,
    EraseWanted,
    Fates,
    FormDescribed,
    Observation,
    PageClosed,
    PageInFront,
    PageOpened,
    RequestFate,
    Requests,
)
from netcurtain.core.request import Request

TURN = 25
"""What a tab may have done in one turn, in weights: about 5 ms."""
LETTERS = 4096
"""Letters of an address or a body that weigh as much as another report."""
MAX_WAITING = 20_000
"""The weight in bulk that may wait in all. What is over a tab's share is passed over; a page of whose requests some were has a gap."""
SHARE = 4
"""A tab may have waiting a fourth part of the room that is left, so that however many of them flood, the next one has some."""
MAX_PAGES = 20_000
"""Pages whose tab is known; that of the oldest is forgotten first."""

BULK = (Requests, Fates, Body, ConsentSeen)
"""What is passed over where too much of it waits. Never a form, what was done with it, or what was typed in a request."""

_Lane = tuple[str, int | str]
"""A browser and one of its tabs; of a page whose tab is not known, its name."""
_Piece = tuple[Observation, int]
"""Something to report, and its weight."""


@dataclass(frozen=True, slots=True)
class Turn:
    """What one tab of a browser reports now, in order. ``gaps`` are pages of whose requests some were passed over since the last turn."""

    browser: str
    observations: Sequence[Observation]
    gaps: Sequence[str]


@dataclass(slots=True)
class _Waiting:
    pieces: deque[_Piece] = field(default_factory=deque)
    weight: int = 0
    gaps: dict[str, None] = field(default_factory=dict)


class Turns:
    """The lanes of every browser. ``waiting`` is the weight of all that waits."""

    def __init__(self) -> None:
        self._lanes: OrderedDict[_Lane, _Waiting] = OrderedDict()
        self._tabs: dict[tuple[str, str], int] = {}
        self.waiting = 0

    def add(self, browser: str, observation: Observation) -> bool:
        """Put a report into its tab's lane. False for one that tells of no tab's doings, as which page is looked at: it is due at once."""
        match observation:
            case Requests() | Fates():
                for piece, page in _pieces(observation):
                    self._put(browser, page, piece)
                return True
            case PageInFront() | EraseWanted() | AppWanted():
                return False
            case PageOpened(page=page, tab=tab):
                self._learn(browser, page, tab)
        self._put(browser, observation.page, (observation, _weight(observation)))
        if isinstance(observation, PageClosed):
            self._tabs.pop((browser, observation.page), None)
        return True

    def next(self, browser: str | None = None) -> Turn | None:
        """The next tab's turn, of one browser or of all; None where nothing waits."""
        lane = next((lane for lane in self._lanes if browser in (None, lane[0])), None)
        if lane is None:
            return None
        waiting = self._lanes.pop(lane)
        taken: list[Observation] = []
        weight = 0
        while waiting.pieces and (not taken or weight + waiting.pieces[0][1] <= TURN):
            observation, one = waiting.pieces.popleft()
            taken.append(observation)
            weight += one
        self.waiting -= weight
        waiting.weight -= weight
        gaps, waiting.gaps = tuple(waiting.gaps), {}
        if waiting.pieces:
            self._lanes[lane] = waiting
        return Turn(lane[0], taken, gaps)

    def forget(self, browser: str) -> None:
        """Nothing of what a browser has said is to be heard any more."""
        for lane in [lane for lane in self._lanes if lane[0] == browser]:
            self.waiting -= self._lanes.pop(lane).weight
        self._tabs = {page: tab for page, tab in self._tabs.items() if page[0] != browser}

    def _learn(self, browser: str, page: str, tab: int) -> None:
        self._tabs[browser, page] = tab
        if len(self._tabs) > MAX_PAGES:
            del self._tabs[next(iter(self._tabs))]

    def _put(self, browser: str, page: str, piece: _Piece) -> None:
        observation, weight = piece
        lane = (browser, self._tabs.get((browser, page), page))
        waiting = self._lanes.get(lane)
        room = (MAX_WAITING - self.waiting) // SHARE
        if waiting is not None and isinstance(observation, BULK) and waiting.weight + weight > room:
            if isinstance(observation, Requests):
                waiting.gaps[page] = None
            return
        if waiting is None:
            waiting = self._lanes[lane] = _Waiting()
        waiting.pieces.append(piece)
        waiting.weight += weight
        self.waiting += weight


def _pieces(batch: Requests | Fates) -> Iterator[tuple[_Piece, str]]:
    """A batch in pieces that fit into a turn, each about one page, and which one."""
    reports: Sequence[Request | RequestFate] = batch.requests if isinstance(batch, Requests) else batch.fates
    by_page: dict[str, list[Request | RequestFate]] = {}
    for report in reports:
        by_page.setdefault(report.page, []).append(report)
    for page, theirs in by_page.items():
        piece: list[Request | RequestFate] = []
        weight = 0
        for report in theirs:
            one = 1 + len(report.url) // LETTERS if isinstance(report, Request) else 1
            if piece and weight + one > TURN:
                yield (_batch(piece), weight), page
                piece, weight = [], 0
            piece.append(report)
            weight += one
        yield (_batch(piece), weight), page


def _batch(reports: Sequence[Request | RequestFate]) -> Observation:
    requests = [report for report in reports if isinstance(report, Request)]
    return Requests(requests) if requests else Fates([report for report in reports if isinstance(report, RequestFate)])


def _weight(observation: Observation) -> int:
    match observation:
        case FormDescribed():
            return TURN  # reading one takes about as long
        case Body(form=form, raw=raw):
            texts = sum(len(name) + sum(map(len, values)) for name, values in (form or {}).items())
            return 1 + (len(raw or b"") + texts) // LETTERS
        case _:
            return 1
