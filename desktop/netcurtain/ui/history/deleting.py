"""Forgetting, once the person is sure: a visit, a site, a span of time or everything, with how far it is and a way to stop."""

from collections.abc import Callable

from netcurtain.core.keeping import Deletion
from netcurtain.history.rows import VisitRow
from netcurtain.ui.actions import Actions
from netcurtain.ui.history.forgetting import Span
from netcurtain.ui.history.working import Working
from netcurtain.ui.later import Later

Names = Callable[[VisitRow], bool]
"""Whether a visit is one of those that a deletion names."""


class Deleting:
    """``forgotten`` is told what became of it, and which visits were meant."""

    def __init__(self, actions: Actions, working: Working, forgotten: Callable[[Deletion, Names], None]) -> None:
        self._actions, self._working, self._forgotten = actions, working, forgotten
        self._later = Later()

    def visit(self, row: VisitRow) -> None:
        """Forget one visit."""
        self._actions.forget_visit(row.visit, self._done(self._working.begin(), lambda other: other.visit == row.visit))

    def site(self, row: VisitRow) -> None:
        """Forget every visit to a site."""
        run = self._working.begin()
        done = self._done(run, lambda other: other.site == row.site)
        self._working.stops_by(run, self._actions.forget_site(row.site, done, self._progress(run)))

    def span(self, span: Span) -> None:
        """Forget a span of time, or everything."""
        run = self._working.begin()
        done = self._done(run, span.names)
        if span.since is None or span.until is None:
            self._actions.erase_everything(done)
        else:
            self._working.stops_by(run, self._actions.forget_between(span.since, span.until, done, self._progress(run)))

    def _done(self, run: int, names: Names) -> Callable[[Deletion], None]:
        def done(what: Deletion) -> None:
            self._working.end(run)
            self._forgotten(what, names)

        return self._later.here(done)

    def _progress(self, run: int) -> Callable[[float], None]:
        return self._later.here(lambda part: self._working.tell(run, part))
