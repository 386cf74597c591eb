"""The *History* page: find a visit, read what happened, forget it."""

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListView, QStackedWidget, QVBoxLayout, QWidget

from netcurtain.core.event import HistoryChanged, PageUpdated, SubmissionMade
from netcurtain.history.rows import VisitRow, VisitStory
from netcurtain.ui import wording
from netcurtain.ui.actions import Actions
from netcurtain.ui.history.delegate import VisitDelegate
from netcurtain.ui.history.model import ROW_ROLE, VisitModel
from netcurtain.ui.history.story import StoryView
from netcurtain.ui.later import Later
from netcurtain.ui.mark import Glyph
from netcurtain.ui.prose import Prose
from netcurtain.ui.theme import STEP, Colour, Size, Theme

MOST_VISITS = 500
TYPING_MS = 150
LIST_WIDTH = (216, 344)
LIST_SHARE = 0.34
"""The list's narrowest and its widest, and its share of the page between them."""
LONGEST_SEARCH = 200


class HistoryView(QWidget):
    """Visits on the left, the story of the chosen one on the right. Asks for rows only while it is in sight."""

    def __init__(self, theme: Theme, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self._later = Later()
        self._asked = 0
        self._open = ""
        self.model = VisitModel(self)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(TYPING_MS)
        self._soon.timeout.connect(self.ask)

        self.search = QLineEdit(self)
        self.search.setPlaceholderText(wording.SEARCH)
        self.search.setAccessibleName(wording.SEARCH)
        self.search.setMaxLength(LONGEST_SEARCH)
        self.search.textChanged.connect(lambda _text: self._soon.start())
        self.list = QListView(self)
        self.list.setModel(self.model)
        self.list.setAccessibleName(wording.VISITS)
        self.list.setItemDelegate(VisitDelegate(theme, self.list))
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setMouseTracking(True)
        self.list.selectionModel().currentChanged.connect(self._chosen)
        self._none, self._none_words, self._none_more = _quiet_words(theme, self)
        self._lists = QStackedWidget(self)
        self._lists.addWidget(self.list)
        self._lists.addWidget(self._none)
        self.story = StoryView(theme, self)
        self.story.forget_visit.connect(self._forget_visit)
        self.story.forget_site.connect(self._forget_site)

        left = QVBoxLayout()
        left.setSpacing(STEP)
        left.addWidget(self.search)
        left.addWidget(self._lists, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(3 * STEP, 3 * STEP, 3 * STEP, 0)
        row.setSpacing(3 * STEP)
        row.addLayout(left)
        row.addWidget(self.story, 1)
        theme.changed.connect(self.list.viewport().update)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window, the list leaves the story room."""
        least, most = LIST_WIDTH
        for widget in (self.search, self._lists):
            widget.setFixedWidth(max(least, min(most, round(self.width() * LIST_SHARE))))
        super().resizeEvent(event)

    def hear(self, event: object) -> None:
        """Something was seen that the history may hold soon, or holds no more; look again in a moment, if anybody is looking."""
        if self.isVisible() and isinstance(event, PageUpdated | SubmissionMade | HistoryChanged):
            self._look_again()

    def ask(self) -> None:
        """Ask for the visits that fit the search; a later question makes earlier answers void."""
        self._asked += 1
        mine = self._asked
        self._actions.visits(
            self.search.text().strip(), MOST_VISITS, self._later.here(lambda rows: self._visits(rows) if mine == self._asked else None)
        )

    def empty(self) -> None:
        """Forget what is on the screen, at once; answers still on their way no longer count."""
        self._asked += 1
        self._open = ""
        self.search.setText("")  # unlike clear(), leaves nothing to undo
        self._soon.stop()
        self.model.show(())
        self._none_words.setText("")
        self._none_more.setText("")
        self._lists.setCurrentWidget(self._none)
        self.story.empty()

    def _look_again(self) -> None:
        if not self._soon.isActive():
            self._soon.start()

    def _visits(self, rows: tuple[VisitRow, ...]) -> None:
        place = self.list.verticalScrollBar().value()
        if self.model.show(rows):
            row = self.model.row_of(self._open)
            if row >= 0:
                selection = self.list.selectionModel()
                selection.blockSignals(True)
                self.list.setCurrentIndex(self.model.index(row))
                selection.blockSignals(False)
            self.list.verticalScrollBar().setValue(place)
        searching = bool(self.search.text().strip())
        self._none_words.setText(wording.NONE_FOUND if searching else wording.NO_VISITS)
        self._none_more.setText(wording.NONE_FOUND_MORE if searching else wording.NO_VISITS_MORE)
        self._lists.setCurrentWidget(self.list if rows else self._none)
        if self._open:
            self._tell(self._open)

    def _chosen(self, index: QModelIndex) -> None:
        row: VisitRow | None = index.data(ROW_ROLE)
        if row is not None and row.visit != self._open:
            self._open = row.visit
            self.story.empty()
            self._tell(row.visit)

    def _tell(self, visit: str) -> None:
        def arrived(story: VisitStory | None) -> None:
            if visit == self._open:
                self.story.show_story(story)

        self._actions.story(visit, self._later.here(arrived))

    def _forget_visit(self, row: VisitRow) -> None:
        self._actions.forget_visit(row.visit, self._later.here(self._forgotten))

    def _forget_site(self, row: VisitRow) -> None:
        self._actions.forget_site(row.site, self._later.here(self._forgotten))

    def _forgotten(self, gone: bool) -> None:
        if not self.isVisible():
            return
        self._open = ""
        self.list.selectionModel().clear()
        self.story.say_deleted(gone)
        self.ask()


def _quiet_words(theme: Theme, parent: QWidget) -> tuple[QWidget, Prose, Prose]:
    """Where the list would be, if there were anything to list."""
    part = QWidget(parent)
    words = Prose(theme, "", Size.LARGE, wide=True, parent=part)
    more = Prose(theme, "", Size.BODY, Colour.SOFT, wide=True, parent=part)
    column = QVBoxLayout(part)
    column.setContentsMargins(2 * STEP, 4 * STEP, 2 * STEP, 0)
    column.setSpacing(STEP)
    column.addWidget(Glyph(theme, "clock", Colour.TEAL, 40, part), 0, Qt.AlignmentFlag.AlignLeft)
    column.addSpacing(STEP)
    column.addWidget(words)
    column.addWidget(more)
    column.addStretch(1)
    return part, words, more
