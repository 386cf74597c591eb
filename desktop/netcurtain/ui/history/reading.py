"""*History* while it may be read: visits are found and listed on one side, and the chosen one is told on the other."""

from PySide6.QtCore import QModelIndex, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from netcurtain.core.keeping import Deletion, Kept
from netcurtain.history.rows import Gap, VisitPage, VisitQuery, VisitRow, VisitStory
from netcurtain.ui import deletion
from netcurtain.ui.actions import Actions
from netcurtain.ui.button import Button, Kind
from netcurtain.ui.copies import MarkedCopies
from netcurtain.ui.history import wording
from netcurtain.ui.history.deleting import Deleting, Names
from netcurtain.ui.history.finder import Finder
from netcurtain.ui.history.forgetting import Forgetting, Span
from netcurtain.ui.history.grouping import Grouping, Row
from netcurtain.ui.history.model import ROW_ROLE, VisitModel
from netcurtain.ui.history.once_more import OnceMore
from netcurtain.ui.history.pages import PAGE, Pages, Question
from netcurtain.ui.history.quiet import QuietWords
from netcurtain.ui.history.shrinking import Shrinking
from netcurtain.ui.history.sides import Sides
from netcurtain.ui.history.story import StoryView
from netcurtain.ui.history.visit_list import VisitList
from netcurtain.ui.history.working import Working
from netcurtain.ui.later import Later
from netcurtain.ui.saving.gone import close_what_is_gone
from netcurtain.ui.theme import STEP, Theme

NEWS_MS = 300
"""So long after something was seen the list is asked for again: many things are seen one after another."""


class ReadingPart(QWidget):
    """``open_kept``: what is locked is to be opened."""

    open_kept = Signal()

    def __init__(self, theme: Theme, actions: Actions, parent: QWidget) -> None:
        super().__init__(parent)
        self._actions = actions
        self._later = Later()
        self._open = ""
        self._day: float | None = None
        self._begun = self._any_gone = False
        self._listed: tuple[VisitQuery, Grouping] | None = None
        self.model = VisitModel(self)
        self._pages = Pages(actions, self._arrived, self._more_arrived, self)
        self._news = QTimer(self)
        self._news.setSingleShot(True)
        self._news.setInterval(NEWS_MS)
        self._news.timeout.connect(self.ask)
        self._build(theme)
        self._deleting = Deleting(actions, self.working, self._forgotten)
        self._connect()

    def ask(self) -> None:
        """Ask for the visits that are looked for. At first those that were chosen to be kept, where there are any."""
        kept = self._actions.kept()
        self.open_kept_button.setVisible(kept is Kept.LOCKED)
        self.finder.groups[Grouping.KEPT].setVisible(kept is Kept.OPEN)
        if not self._begun and kept is Kept.OPEN:
            self.finder.go(Grouping.KEPT)
        elif kept is not Kept.OPEN and self.finder.grouping is Grouping.KEPT:
            self.finder.go(Grouping.BY_DAY)
        query, grouping = self.finder.query, self.finder.grouping
        gaps = kept is Kept.OPEN and grouping is Grouping.BY_DAY and not self.finder.fewer
        limit = max(PAGE, self.model.loaded) if self._any_gone and (query, grouping) == self._listed else PAGE
        self._any_gone = False
        self._pages.ask(Question(query, gaps, anew=(query, grouping) != self._listed, limit=limit))

    def look_again(self, *, any_gone: bool) -> None:
        """Something was seen that may be listed soon; ask again in a moment. ``any_gone``: some of all that is listed may be gone."""
        self._any_gone |= any_gone
        if not self._news.isActive():
            self._news.start()

    def empty(self) -> None:
        """No word of any visit stays."""
        self.let_go()
        self.story.empty()
        self.sides.show_list()

    def let_go(self) -> None:
        """No word of any visit stays, but for the story."""
        self._open, self._day, self._listed = "", None, None
        self._begun = self._any_gone = False
        self._news.stop()
        self._pages.forget()
        self.finder.empty()
        self.model.show(VisitPage(()))
        self.quiet.empty()
        self._lists.setCurrentWidget(self.quiet)
        self.forgetting.empty()
        self.confirm.forget()
        self.working.end()

    def say_instead(self, words: str) -> None:
        """A sentence in the place of a visit."""
        self.story.say_instead(words)
        self.sides.show_story()

    def say_forgotten(self, what: Deletion) -> None:
        """What became of a deletion, in the place of the visit that was read."""
        self._open, self._day = "", None
        self.confirm.forget()
        self.list.selectionModel().clear()
        self.say_instead(wording.STOPPED if what.stopped else deletion.told(what))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the story stands in the place of the list."""
        self.sides.arrange(self.width())
        super().resizeEvent(event)

    def _arrived(self, question: Question, page: VisitPage, gaps: tuple[Gap, ...]) -> None:
        if not self._begun:
            self._begun = True
            if not page.rows and self.finder.grouping is Grouping.KEPT and not self.finder.fewer:
                self.finder.go(Grouping.BY_DAY)
                self.ask()
                return
        if question.query != self.finder.query:
            return  # something else is looked for by now, and asked for in a moment
        now = (question.query, self.finder.grouping)
        if now != self._listed:
            self._listed = now
            self.model.show(page, gaps, self.finder.grouping)
        else:
            with self.list.staying():
                self.model.renew(page, gaps)
        self._keep_place()
        if self._open:
            self._tell(self._open)

    def _more_arrived(self, after: VisitRow, page: VisitPage) -> None:
        with self.list.staying():
            self.model.add(after, page)

    def _keep_place(self) -> None:
        """The visit that is read stays the chosen one, and the keyboard is never on what is not there."""
        row = self.model.row_of(self._open) if self._open else -1
        if row >= 0 and self.list.currentIndex().row() != row:
            with QSignalBlocker(self.list.selectionModel()):
                self.list.setCurrentIndex(self.model.index(row))  # without its signals nothing is scrolled
            self.list.viewport().update()
        some = self.model.rowCount() > 0
        searching = bool(self.finder.query.search)
        self.quiet.say(searching=searching, filtering=self.finder.filtering, grouping=self.finder.grouping)
        self.story.offer(visits=self.model.oldest is not None, listed=some)
        if not some and self.list.hasFocus():
            self.finder.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self._lists.setCurrentWidget(self.list if some else self.quiet)

    def _more_wanted(self) -> None:
        if (oldest := self.model.oldest) is not None:
            self._pages.more(oldest)

    def _chosen(self, index: QModelIndex) -> None:
        row: Row | None = index.data(ROW_ROLE)
        if isinstance(row, Gap):
            self._open, self._day = "", None
            self.confirm.forget()
            self.story.empty()
        elif row is not None and row.visit != self._open:
            self._open, self._day = row.visit, row.started
            self.confirm.forget()
            self.story.empty()
            self._tell(row.visit)

    def _entered(self, index: QModelIndex) -> None:
        """A press or Enter, where moving in the list alone does not cover it."""
        if isinstance(index.data(ROW_ROLE), VisitRow):
            self.sides.show_story()

    def _tell(self, visit: str) -> None:
        def arrived(story: VisitStory | None) -> None:
            if visit == self._open:
                self.story.show_story(story, can_keep=self._actions.kept() is Kept.OPEN)
                if story is not None:
                    self.model.change(story.row)

        self._actions.story(visit, self._later.here(arrived))

    def _save_copy(self, row: VisitRow) -> None:
        from netcurtain.ui.saving.window import SaveCopyWindow

        main = self.window()
        window = next((window for window in main.findChildren(SaveCopyWindow) if window.isVisible()), None)
        if window is not None and window.visit.visit != row.visit and not window.working:
            window.close()
            window = None
        window = window or SaveCopyWindow(self._theme, self._actions, row, main)  # one at a time: it may be at work
        window.show()
        window.raise_()
        window.activateWindow()

    def _keep(self, row: VisitRow) -> None:
        def done(kept: bool) -> None:
            if row.visit == self._open:
                if kept:
                    self.ask()
                else:
                    self.story.card.say(wording.NOT_KEPT, aloud=True)

        self._actions.keep_visit(row.visit, self._later.here(done))

    def _wants_visit_gone(self, row: VisitRow) -> None:
        """Asked once more where it is kept; what is in memory alone would go by itself."""
        if not row.on_disk:
            self._forget_visit(row)
            return
        question = wording.forget_visit_question(row.site)
        self.confirm.ask_before(lambda: self._forget_visit(row), question, self.story.forget_visit_button)

    def _wants_site_gone(self, row: VisitRow) -> None:
        question = wording.forget_site_question(row.site)
        self.confirm.ask_before(lambda: self._forget_site(row), question, self.story.forget_site_button, several=True)

    def _forget_visit(self, row: VisitRow) -> None:
        self._focus_list()
        self._deleting.visit(row)

    def _forget_site(self, row: VisitRow) -> None:
        self._focus_list()
        self._deleting.site(row)

    def _focus_list(self) -> None:
        """What was used goes away with the visit. A list that gets the keyboard is not to open its first visit."""
        with QSignalBlocker(self.list.selectionModel()):
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _forget_span(self, span: Span) -> None:
        self.forgetting.setFocus(Qt.FocusReason.OtherFocusReason)
        self._deleting.span(span)

    def _forgotten(self, what: Deletion, names: Names) -> None:
        """Whatever became of it, some of it may be gone."""
        close_what_is_gone(self.window(), what, names)
        if self.isVisible():
            self._any_gone = True
            self.say_forgotten(what)
            self.ask()

    def _build(self, theme: Theme) -> None:
        self._theme = theme
        self.finder = Finder(theme, self._actions, self)
        self.list = VisitList(theme, self.model, self)
        self.quiet = QuietWords(theme, self)
        self._lists = QStackedWidget(self)
        self._lists.addWidget(self.quiet)
        self._lists.addWidget(self.list)
        self._lists.setMinimumHeight(STEP)  # in a low window the ways to find are not to be pushed onto each other
        self.open_kept_button = Button(theme, wording.OPEN_KEPT, Kind.PLAIN, parent=self)
        self.forgetting = Forgetting(theme, lambda: self._day, self)
        self.back_button = Button(theme, wording.BACK_TO_LIST, Kind.PLAIN, parent=self)
        self.confirm = OnceMore(theme, self)
        self.working = Working(theme, self)
        self.story = StoryView(theme, self._actions, self)
        left, right = QWidget(self), QWidget(self)
        left_column, right_column = QVBoxLayout(left), QVBoxLayout(right)
        for column in (left_column, right_column):
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(STEP)
        left_column.addWidget(Shrinking(self.finder, left))
        left_column.addWidget(self._lists, 1)
        for button in (self.open_kept_button, self.forgetting):
            left_column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)
        right_column.addWidget(self.back_button, 0, Qt.AlignmentFlag.AlignLeading)
        right_column.addWidget(self.confirm)
        right_column.addWidget(self.story, 1)
        both = QHBoxLayout()
        both.setSpacing(3 * STEP)
        both.addWidget(left)
        both.addWidget(right, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.working)
        whole.addWidget(self.forgetting.confirm)
        whole.addLayout(both, 1)
        self.sides = Sides(theme, left, right, self.back_button, self._focus_list)
        for view in self.findChildren(QAbstractItemView):
            MarkedCopies(view)

    def _connect(self) -> None:
        self.finder.asked.connect(self.ask)
        self.quiet.show_all_button.clicked.connect(self._show_all)
        self.model.more_wanted.connect(self._more_wanted)
        self.list.selectionModel().currentChanged.connect(self._chosen)
        self.list.clicked.connect(self._entered)
        self.list.activated.connect(self._entered)
        self.open_kept_button.clicked.connect(self.open_kept)
        self.forgetting.wanted.connect(self._forget_span)
        self.confirm.asked.connect(self.forgetting.confirm.hide)
        self.forgetting.confirm.asked.connect(self.confirm.forget)
        self.story.save_copy.connect(self._save_copy)
        self.story.keep_visit.connect(self._keep)
        self.story.forget_visit.connect(self._wants_visit_gone)
        self.story.forget_site.connect(self._wants_site_gone)

    def _show_all(self) -> None:
        self.finder.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self.finder.show_all()
