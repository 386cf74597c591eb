"""Which visit a new page belongs to: the pages of one site, one after another in a tab. Pure: the only times are those of the pages."""

from netcurtain.core.observation import PageOpened
from netcurtain.core.page import Visit

MAX_VISITS = 2000
"""Visits that a further page can join; that of the tab used longest ago is forgotten first."""
BACK_WITHIN = 30_000.0
"""Milliseconds that a tab may show another site, or none, before its visit is over: some sites sign people in on another host."""

_Place = tuple[str, int]
"""A browser and one of its tabs."""


class Visits:
    """The visit of every tab, and those a tab has left a moment ago."""

    def __init__(self) -> None:
        self._now: dict[_Place, Visit] = {}
        self._left: dict[tuple[_Place, str], tuple[Visit, float]] = {}

    def __len__(self) -> int:
        return len(self._now) + len(self._left)

    def of(self, browser: str, opened: PageOpened, site: str) -> Visit:
        """The visit that a page goes on with, or begins. A private window and another never share one."""
        place = (browser, opened.tab)
        visit = self._now.pop(place, None)
        if visit is None or visit.site != site or visit.private != opened.private:
            self._left = {where: left for where, left in self._left.items() if opened.time - left[1] <= BACK_WITHIN}
            if visit is not None:
                self._leave(place, visit, opened.time)
            visit = self._back(place, site, opened.private) or Visit(f"{browser}:{opened.page}", site, opened.private)
        visit.paused = visit.paused or opened.paused
        visit.unkept = visit.unkept or opened.unkept
        self._now[place] = visit
        if len(self._now) > MAX_VISITS:
            self._now.pop(next(iter(self._now)))
        return visit

    def known(self) -> list[Visit]:
        """Every visit that a further page can join."""
        return [*self._now.values(), *(visit for visit, _ in self._left.values())]

    def closed(self, browser: str, tab: int, time: float | None) -> None:
        """A tab's page was closed. Without another one soon its visit is over; where its time is not known, only another site ends it."""
        place = (browser, tab)
        if time is not None and place in self._now:
            self._leave(place, self._now.pop(place), time)

    def forget(self, browser: str) -> None:
        """Drop every visit of a browser."""
        self._now = {place: visit for place, visit in self._now.items() if place[0] != browser}
        self._left = {where: left for where, left in self._left.items() if where[0][0] != browser}

    def _leave(self, place: _Place, visit: Visit, time: float) -> None:
        """The tab has no page of the site any more: for a moment the visit can still go on."""
        if len(self._left) >= MAX_VISITS:
            self._left.pop(next(iter(self._left)))
        self._left[(place, visit.site)] = (visit, time)

    def _back(self, place: _Place, site: str, private: bool) -> Visit | None:
        """The visit that goes on, where the tab was at this site a moment ago."""
        visit, _ = self._left.pop((place, site), (None, 0.0))
        return visit if visit is not None and visit.private == private else None
