"""One visit, explained: its moments, its requests, and how to forget it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QListView,
    QScrollArea,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from netcurtain.history.rows import VisitRow, VisitStory
from netcurtain.ui import wording
from netcurtain.ui.button import Button, Kind
from netcurtain.ui.history.delegate import MomentDelegate
from netcurtain.ui.history.model import RequestModel, StoryModel
from netcurtain.ui.mark import Glyph, hairline
from netcurtain.ui.plain import shown
from netcurtain.ui.prose import Prose
from netcurtain.ui.theme import STEP, TARGET, Colour, Size, Theme


class StoryView(QWidget):
    """Shows a VisitStory; without one, a calm word instead."""

    forget_visit = Signal(object)
    forget_site = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.moments = StoryModel(self)
        self.requests = RequestModel(self)
        self._row: VisitRow | None = None

        self.said = Prose(theme, wording.PICK_A_VISIT, Size.BODY, Colour.SOFT, parent=self)
        self.said.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        quiet = QWidget(self)
        column = QVBoxLayout(quiet)
        column.addStretch(2)
        column.addWidget(Glyph(theme, "curtain", Colour.LINE, 56, quiet), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(STEP)
        column.addWidget(self.said, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

        self._stack = QStackedWidget(self)
        self._quiet = quiet
        self._told = QScrollArea(self)
        self._told.setWidgetResizable(True)
        self._told.setFrameShape(QFrame.Shape.NoFrame)
        self._told.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._told.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._told.setWidget(self._build(theme))
        self._stack.addWidget(quiet)
        self._stack.addWidget(self._told)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 3 * STEP)
        layout.addWidget(self._stack)

    def _build(self, theme: Theme) -> QWidget:
        card = QFrame(self)
        card.setObjectName("card")
        self._site = Prose(theme, "", Size.LARGE, wide=True, parent=card)
        self._day = Prose(theme, "", Size.BODY, Colour.SOFT, wide=True, parent=card)
        self._tabs = [Button(theme, wording.STORY, Kind.TAB, parent=card), Button(theme, wording.REQUESTS, Kind.TAB, parent=card)]
        self._story = MomentList(theme, self.moments, card)
        self._table = request_table(self.requests, card)
        self._none = Prose(theme, wording.STORY_EMPTY, Size.BODY, Colour.SOFT, parent=card)
        self._parts = QStackedWidget(card)
        self._parts.addWidget(self._story)
        self._parts.addWidget(self._table)
        for place, tab in enumerate(self._tabs):
            tab.clicked.connect(lambda _checked, place=place: self._turn_to(place))
        forget_visit = Button(theme, wording.FORGET_VISIT, parent=card)
        forget_visit.clicked.connect(lambda: self.forget_visit.emit(self._row))
        forget_site = Button(theme, wording.FORGET_SITE, parent=card)
        forget_site.clicked.connect(lambda: self.forget_site.emit(self._row))

        tabs = QHBoxLayout()
        tabs.setContentsMargins(STEP, 0, 0, 0)
        tabs.setSpacing(0)
        for tab in self._tabs:
            tabs.addWidget(tab)
        tabs.addStretch(1)
        body = QVBoxLayout()
        body.setContentsMargins(3 * STEP, STEP, 2 * STEP, STEP)
        body.addWidget(self._none)
        body.addWidget(self._parts, 1)
        body.addSpacing(STEP // 2)
        body.addWidget(Prose(theme, wording.STORY_NOT_SEEN, Size.SMALL, Colour.SOFT, wide=True, parent=card))
        forget = QHBoxLayout()
        forget.setContentsMargins(2 * STEP, STEP, 2 * STEP, STEP)
        forget.addWidget(forget_visit)
        forget.addWidget(forget_site)
        forget.addStretch(1)
        heading = QVBoxLayout()
        heading.setContentsMargins(3 * STEP, 3 * STEP, 3 * STEP, STEP)
        heading.addWidget(self._site)
        heading.addWidget(self._day)
        column = QVBoxLayout(card)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addLayout(heading)
        column.addLayout(tabs)
        column.addWidget(hairline(card))
        column.addLayout(body, 1)
        column.addWidget(hairline(card))
        column.addLayout(forget)
        return card

    def show_story(self, story: VisitStory | None) -> None:
        """Show a visit; None says that it is no longer there."""
        if story is None:
            self.empty(wording.STORY_GONE)
            return
        if self._row is None or self._row.visit != story.row.visit:
            self._turn_to(0)
        self._row = story.row
        self._site.setText(shown(story.row.site))
        self._day.setText(f"{wording.day(story.row.started)}, {wording.clock(story.row.started)}")
        self._none.setVisible(not story.requests)
        self.moments.show(story.lines)
        self.requests.show(story.requests)
        self._stack.setCurrentWidget(self._told)

    def say_deleted(self, gone: bool) -> None:
        """What was, or was not, deleted."""
        self.empty(wording.DELETED if gone else wording.NOT_DELETED)

    def empty(self, words: str = wording.PICK_A_VISIT) -> None:
        """Let go of every word of the visit."""
        self._row = None
        self.moments.show(())
        self.requests.show(())
        self._site.setText("")
        self._day.setText("")
        self.said.setText(words)
        self._stack.setCurrentWidget(self._quiet)

    def _turn_to(self, place: int) -> None:
        for number, tab in enumerate(self._tabs):
            tab.setChecked(number == place)
        self._parts.setCurrentIndex(place)


class MomentList(QListView):
    """The moments, laid out again when the width changes: their height depends on it."""

    def __init__(self, theme: Theme, model: StoryModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setItemDelegate(MomentDelegate(theme, self))
        self.setAccessibleName(wording.STORY)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        theme.changed.connect(self.viewport().update)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words wrap elsewhere now."""
        self.scheduleDelayedItemsLayout()
        super().resizeEvent(event)


def request_table(model: RequestModel, parent: QWidget) -> QTableView:
    """The table of requests; keys move in it, Tab leaves it."""
    table = QTableView(parent)
    table.setModel(model)
    table.setAccessibleName(wording.REQUESTS)
    table.setShowGrid(False)
    table.setTabKeyNavigation(False)
    table.setWordWrap(False)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setCornerButtonEnabled(False)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(TARGET - 4)
    header = table.horizontalHeader()
    header.setHighlightSections(False)
    header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    return table
