"""Forgetting more than one visit: the last hour, a day, or everything. Asked once more before it is done."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from netcurtain.history.rows import VisitRow
from netcurtain.ui import wording as ui_wording
from netcurtain.ui.button import AROUND, Button, Kind
from netcurtain.ui.confirm import Confirm
from netcurtain.ui.history import wording
from netcurtain.ui.theme import STEP, Theme

HOUR_MS = 3_600_000.0


@dataclass(frozen=True, slots=True)
class Span:
    """What can be forgotten at once: its words, and from when until when, in milliseconds since 1970; both None is everything."""

    words: str
    since: float | None = None
    until: float | None = None

    def names(self, visit: VisitRow) -> bool:
        """Whether it is among them, as far as its beginning says."""
        return self.since is None or self.until is None or self.since <= visit.started < self.until


def spans(now: float, day: float | None) -> tuple[Span, ...]:
    """What the menu offers. ``now`` and ``day``, a moment of the visit that is read, in milliseconds since 1970."""
    today = Span(wording.TODAY, *day_around(now))
    other = [Span(wording.day_of(day), *day_around(day))] if day is not None and day_around(day) != day_around(now) else []
    return (last_hour(now), today, *other, Span(wording.EVERYTHING))


def last_hour(now: float) -> Span:
    """The hour before a moment, in milliseconds since 1970."""
    return Span(wording.LAST_HOUR, now - HOUR_MS, now)


def day_around(moment: float) -> tuple[float, float]:
    """From midnight to midnight where the person is. Days are not always 24 hours long."""
    midnight = datetime.fromtimestamp(moment / 1000).replace(hour=0, minute=0, second=0, microsecond=0)
    return midnight.timestamp() * 1000, (midnight + timedelta(days=1)).timestamp() * 1000


class Forgetting(Button):
    """The button with its menu. ``confirm``, which whoever shows the button puts in its place, asks once more; ``wanted`` then carries a
    Span. ``day`` is asked when the menu opens.
    """

    wanted = Signal(object)

    def __init__(self, theme: Theme, day: Callable[[], float | None], parent: QWidget, clock: Callable[[], float] = time.time) -> None:
        super().__init__(theme, wording.FORGET, Kind.PLAIN, parent=parent)
        self._day, self._clock = day, clock
        self._span = Span("")
        self.offers = QMenu(self)
        self.offers.setAccessibleName(wording.FORGET)
        self.offers.setStyleSheet(f"QMenu::item {{ padding: {STEP + STEP // 2}px {3 * STEP}px; }}")  # as high as a finger
        self.confirm = Confirm(theme, wording.LEAVE_THEM, wording.DO_FORGET_THEM, parent)
        self.confirm.left.connect(lambda: self.setFocus(Qt.FocusReason.OtherFocusReason))
        self.confirm.sure.connect(lambda: self.wanted.emit(self._reckoned()))
        self.clicked.connect(self.open_menu)

    def open_menu(self) -> None:
        """Above the button, which stands at the end of the page."""
        self.offers.clear()
        for span in spans(self._clock() * 1000, self._day()):
            self.offers.addAction(span.words).triggered.connect(lambda _checked=False, span=span: self.ask(span))
        self.offers.popup(self.mapToGlobal(QPoint(AROUND, -self.offers.sizeHint().height())))

    def ask(self, span: Span) -> None:
        """Once more before it is done."""
        self._span = span
        if span.since is None:
            self.confirm.ask(ui_wording.ERASE_QUESTION, ui_wording.ERASE, ui_wording.LEAVE_IT)
        else:
            self.confirm.ask(wording.forget_question(span.words))

    def _reckoned(self) -> Span:
        """The last hour is the one before the person was sure."""
        return last_hour(self._clock() * 1000) if self._span.words == wording.LAST_HOUR else self._span

    def empty(self) -> None:
        """Nothing is open, and no day is named."""
        self.offers.close()
        self.offers.clear()
        self._span = Span("")
        self.confirm.hide()
