"""The visits that fit what is asked for, page by page. An answer to an earlier question never counts."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, QTimer

from netcurtain.history.rows import Gap, VisitPage, VisitQuery, VisitRow
from netcurtain.ui.actions import Actions
from netcurtain.ui.later import Later

PAGE = 200
"""Visits that are asked for at once."""
PATIENCE_MS = 2000
"""After so long without an answer, a newer question waits for it no more."""


@dataclass(frozen=True, slots=True)
class Question:
    """Which visits, and whether the gaps between them are wanted as well. ``anew``: not to renew the list, but to begin it again.
    ``limit``: how many of them, where more than the first page may have changed.
    """

    query: VisitQuery
    gaps: bool
    anew: bool
    limit: int = PAGE


class Pages(QObject):
    """Asks one question at a time: while the history is busy with one, only the newest of those that follow is kept for afterwards.

    ``arrived`` gets the question, its first page and the gaps; ``more_arrived`` each page after a visit.
    """

    def __init__(
        self,
        actions: Actions,
        arrived: Callable[[Question, VisitPage, tuple[Gap, ...]], None],
        more_arrived: Callable[[VisitRow, VisitPage], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._actions, self._arrived, self._more_arrived = actions, arrived, more_arrived
        self._later = Later()
        self._number = 0
        self._query = VisitQuery()
        self._waiting: Question | None = None
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self._patience.timeout.connect(self._ask_waiting)

    def ask(self, question: Question) -> None:
        """Ask for the first page, as soon as the question before is answered."""
        if (waiting := self._waiting) is not None and waiting.query == question.query:
            question = replace(question, anew=question.anew or waiting.anew, limit=max(question.limit, waiting.limit))
        self._waiting = question
        if not self._patience.isActive():
            self._ask_waiting()

    def more(self, after: VisitRow) -> None:
        """Ask for the page after a visit."""
        mine = self._number

        def arrived(page: VisitPage) -> None:
            if mine == self._number:
                self._more_arrived(after, page)

        self._actions.visits(self._query, after, PAGE, self._later.here(arrived))

    def forget(self) -> None:
        """No answer that is still on its way counts, and nothing waits to be asked."""
        self._number += 1
        self._waiting = None
        self._query = VisitQuery()
        self._patience.stop()

    def _ask_waiting(self) -> None:
        question, self._waiting = self._waiting, None
        if question is None:
            return
        if question.anew:
            self._number += 1  # a page that follows the list before does not follow this one
        self._patience.start()
        mine = self._number
        gaps: list[tuple[Gap, ...]] = [()]

        def arrived(page: VisitPage) -> None:
            if mine == self._number:
                self._patience.stop()
                self._query = question.query
                if self._waiting is None or not self._waiting.anew:
                    self._arrived(question, page, gaps[0])
                self._ask_waiting()

        if question.gaps:  # answered in order, so the gaps are there before the visits
            self._actions.gaps(self._later.here(lambda found: gaps.__setitem__(0, found)))
        self._actions.visits(question.query, None, question.limit, self._later.here(arrived))
