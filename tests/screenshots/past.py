"""The story as it was told to a session, and the real history and saving that have it. Made once for all screens of a language."""

import tempfile
import threading
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import TypeVar

from tests.screenshots import story

from netcurtain import knowledge
from netcurtain.core.evidence import Evidence
from netcurtain.core.keeping import Unlocking
from netcurtain.core.settings import Retention
from netcurtain.history.rows import VisitPage, VisitQuery, VisitRow
from netcurtain.history.store import Store
from netcurtain.lists import facts, rows
from netcurtain.saving import Saving
from netcurtain.ui.actions import ListRow

PATIENCE = 30.0
CHOSEN_TO_BE_KEPT = ("p1", "p2")
"""The visits that began with these pages."""
T = TypeVar("T")


class Past:
    """``close`` it."""

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory()
        folder = Path(self._folder.name)
        shelf = knowledge.shelf_in(folder)
        easyprivacy = facts.Kept("EasyPrivacy", "", 52_310, "", 0, story.NOW / 1000 - 7200, dated=date(2026, 11, 21))
        shelf.keep("easyprivacy", story.EASYPRIVACY.encode(), easyprivacy)
        self.lists = [ListRow(r.name, r.title, r.in_use, r.always_on, r.sentence) for r in rows.rows(shelf, story.NOW / 1000)]
        self.told = story.told(story.judged_by(knowledge.first(shelf), easyprivacy.spoken))
        self.store = Store(folder / "history", wall=lambda: story.NOW)
        self._fill()
        self.saving = Saving(self._opened, self.store.evidence, clock=lambda: story.NOW / 1000)

    def close(self) -> None:
        self.saving.stop()
        self.store.stop()
        self._folder.cleanup()

    @property
    def visits(self) -> dict[str, VisitRow]:
        """Every visit, by the name of its first page."""
        page = answer(lambda done: self.store.visits(VisitQuery(), None, 100, done), VisitPage)
        return {row.visit.rpartition(":")[2]: row for row in page.rows}

    def _opened(self, visit: str, site: str, now: float, done: Callable[[Evidence | None], None]) -> None:
        done(self.told.session.evidence(visit, site, now))

    def _fill(self) -> None:
        self.store.follow(Retention.CHOSEN)
        self.store.start()
        if not answer(lambda done: self.store.make("four plain words together", done), Unlocking).opened:
            raise SystemExit("No history could be made.")
        self.store.keep(self.told.records)
        visits = self.visits
        for first in CHOSEN_TO_BE_KEPT:
            answer(partial(self.store.keep_visit, visits[first].visit), bool)


def answer(ask: Callable[[Callable[[T], None]], None], _kind: type[T]) -> T:
    """What another thread answers."""
    answers: list[T] = []
    came = threading.Event()

    def done(said: T) -> None:
        answers.append(said)
        came.set()

    ask(done)
    if not came.wait(PATIENCE):
        raise SystemExit("The history did not answer.")
    return answers[0]
