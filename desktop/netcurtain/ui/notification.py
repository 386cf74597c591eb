"""One quiet sentence, for who has asked for it: the page with a form before them has been looked at. It names nothing and nobody."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Slot

from netcurtain.core.event import BrowserLeft, FrontChanged, PageGone, PageKey, PageUpdated, PageView
from netcurtain.core.level import FormLevel
from netcurtain.ui import wording

QUIET_MS = 3000
"""A page that has not changed for this long is one that we have finished with."""
MOST_VISITS = 1000
"""Visits remembered as told; the oldest is forgotten first."""


@dataclass(frozen=True, slots=True)
class When:
    """What has to be so at the moment of telling: the person wants it, and does not look at the app anyway, and is here."""

    wanted: Callable[[], bool]
    looking: Callable[[], bool]
    away: Callable[[], bool]


class Notification(QObject):
    """Give it every event. ``tell`` shows a sentence. Of a page it keeps two names that say nothing, while there is a form on it."""

    def __init__(self, tell: Callable[[str], None], when: When, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tell, self._when = tell, when
        self._visits: dict[PageKey, str] = {}
        self._told: dict[str, None] = {}
        self._front: PageKey | None = None
        self.quiet = QTimer(self)
        self.quiet.setSingleShot(True)
        self.quiet.setInterval(QUIET_MS)
        self.quiet.timeout.connect(self.settled)

    @Slot(object)
    def hear(self, event: object) -> None:
        """Take in one event."""
        changed: PageKey | None
        match event:
            case PageUpdated(view=view):
                self._take(view)
                changed = view.key
            case FrontChanged(browser=browser, key=key):
                if key is None and (self._front is None or self._front.browser != browser):
                    return
                self._front = changed = key
            case PageGone(key=changed):
                self._visits.pop(changed, None)
            case BrowserLeft(browser=browser):
                self._visits = {page: visit for page, visit in self._visits.items() if page.browser != browser}
                changed = self._front
            case _:
                return
        if changed == self._front:
            self._begin_again()

    @Slot()
    def settled(self) -> None:
        """The page in front has not changed for a while."""
        visit = self._visits.get(self._front) if self._front is not None else None
        if visit is None or not self._when.wanted() or self._when.looking() or self._when.away():
            return
        self._told[visit] = None
        if len(self._told) > MOST_VISITS:
            self._told.pop(next(iter(self._told)))
        self._tell(wording.FINISHED)

    def _take(self, view: PageView) -> None:
        if view.form_level is FormLevel.NO:
            self._visits.pop(view.key, None)
        else:
            self._visits[view.key] = view.visit

    def _begin_again(self) -> None:
        visit = self._visits.get(self._front) if self._front is not None else None
        if visit is None or visit in self._told:
            self.quiet.stop()
        else:
            self.quiet.start()
