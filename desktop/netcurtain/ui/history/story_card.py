"""One visit on a card: where and when, its moments, its requests, what could not be seen, and what can be done with it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from netcurtain.history.rows import VisitStory
from netcurtain.ui import wording
from netcurtain.ui.button import AROUND, TAB_AROUND, Button, Kind
from netcurtain.ui.history import wording as history_wording
from netcurtain.ui.history.moment_delegate import MomentDelegate
from netcurtain.ui.history.request_delegate import RequestDelegate
from netcurtain.ui.history.story_model import RequestModel, StoryModel
from netcurtain.ui.history.story_parts import NotSeenPart, StoryList
from netcurtain.ui.mark import Flow, hairline
from netcurtain.ui.mirrored import margins
from netcurtain.ui.plain import shown
from netcurtain.ui.prose import Prose
from netcurtain.ui.theme import STEP, Colour, Size, Theme

TABS = (wording.STORY, wording.REQUESTS, history_wording.NOT_SEEN)


class StoryCard(QFrame):
    """Its buttons are for whoever shows the card to follow."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.moments = StoryModel(self)
        self.requests = RequestModel(self)
        self.site = Prose(theme, "", Size.LARGE, wide=True, parent=self)
        self.day = Prose(theme, "", Size.BODY, Colour.SOFT, wide=True, parent=self)
        self.lists = Prose(theme, "", Size.SMALL, Colour.SOFT, wide=True, parent=self)
        self.note = Prose(theme, "", Size.SMALL, Colour.SOFT, wide=True, parent=self)
        self.tabs = [Button(theme, word, Kind.TAB, parent=self) for word in TABS]
        for place, tab in enumerate(self.tabs):
            tab.clicked.connect(lambda _checked, place=place: self.turn_to(place))
        self._parts = QStackedWidget(self)
        self._build_parts(theme)
        self._build_buttons(theme)
        self._put_together()
        self.empty()

    def show_story(self, story: VisitStory, *, can_keep: bool) -> None:
        """Show a visit. ``can_keep``: there is an open history to keep it in."""
        row = story.row
        if row.chosen:
            self.say(history_wording.KEPT)
        if self.keep_button.hasFocus() and row.chosen:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self.keep_button.setVisible(can_keep and not row.chosen)
        self.site.setText(shown(row.site))
        self.day.setText(wording.moment(row.started))
        _show(self.lists, history_wording.checked_with([shown(name) for name in story.lists]))
        self._none.setVisible(not story.requests and not story.more_requests)
        _show(self.more_moments, history_wording.more_moments(story.more_moments) if story.more_moments else "")
        _show(self.more_requests, history_wording.more_requests(story.more_requests) if story.more_requests else "")
        self.moments.show(story.lines)
        self.requests.show(story.requests)
        gaps = (history_wording.gap_within(gap.since, gap.until) for gap in story.gaps)
        told = (*gaps, *(shown(sentence) for sentence in story.not_seen), wording.STORY_NOT_SEEN)
        self.not_seen.say(tuple(dict.fromkeys(told)))  # the history may have said the last one already

    def say(self, sentence: str, *, aloud: bool = False) -> None:
        """A line under the day; a screen reader says it by itself where ``aloud``."""
        _show(self.note, sentence)
        if aloud:
            QAccessible.updateAccessibility(QAccessibleEvent(self.note, QAccessible.Event.Alert))

    def turn_to(self, place: int) -> None:
        """Show one of its parts."""
        for number, tab in enumerate(self.tabs):
            tab.setChecked(number == place)
        self._parts.setCurrentIndex(place)

    def empty(self) -> None:
        """Let go of every word of the visit."""
        self.moments.show(())
        self.requests.show(())
        self.not_seen.say(())
        for line in (self.site, self.day):
            line.setText("")
        for line in (self.lists, self.note, self.more_moments, self.more_requests):
            _show(line, "")
        self.turn_to(0)

    def _build_parts(self, theme: Theme) -> None:
        self.list = StoryList(theme, wording.STORY, self.moments, MomentDelegate, self)
        self.request_list = StoryList(theme, wording.REQUESTS, self.requests, RequestDelegate, self)
        self.not_seen = NotSeenPart(theme, self)
        self._none = Prose(theme, wording.STORY_EMPTY, Size.BODY, Colour.SOFT, parent=self)
        self.more_moments = Prose(theme, "", Size.SMALL, Colour.SOFT, wide=True, parent=self)
        self.more_requests = Prose(theme, "", Size.SMALL, Colour.SOFT, wide=True, parent=self)
        for above, part, below in ((None, self.list, self.more_moments), (self._none, self.request_list, self.more_requests)):
            whole = QWidget(self._parts)
            column = QVBoxLayout(whole)
            column.setContentsMargins(margins(whole, STEP, 0, 0, 0))
            column.setSpacing(0)
            if above is not None:
                column.addWidget(above)
            row = QHBoxLayout()  # its words are in line with the others, its rings before them
            row.addSpacing(-STEP)
            row.addWidget(part)
            column.addLayout(row, 1)
            column.addWidget(hairline(whole))
            column.addSpacing(STEP)
            column.addWidget(below)
            column.addWidget(Prose(theme, wording.STORY_NOT_SEEN, Size.SMALL, Colour.SOFT, wide=True, parent=whole))
            self._parts.addWidget(whole)
        self._parts.addWidget(self.not_seen)

    def _build_buttons(self, theme: Theme) -> None:
        self.save_button = Button(theme, history_wording.SAVE_COPY, parent=self)
        self.keep_button = Button(theme, history_wording.KEEP, parent=self)
        self.changed_button = Button(theme, history_wording.HAS_CHANGED, parent=self)
        self.forget_visit_button = Button(theme, wording.FORGET_VISIT, parent=self)
        self.forget_site_button = Button(theme, wording.FORGET_SITE, parent=self)
        for button, how in ((self.save_button, history_wording.SAVE_COPY_HOW), (self.keep_button, history_wording.KEEP_HOW)):
            button.setAccessibleDescription(how)
            button.setToolTip(how)

    def _put_together(self) -> None:
        heading = QVBoxLayout()
        heading.setContentsMargins(3 * STEP, 2 * STEP, 3 * STEP, STEP)
        heading.setSpacing(STEP // 2)
        for line in (self.site, self.day, self.lists, self.note):
            heading.addWidget(line)
        tabs = Flow()
        tabs.setContentsMargins(margins(self, 3 * STEP - TAB_AROUND, 0, 2 * STEP, 0))
        for tab in self.tabs:
            tabs.addWidget(tab)
        body = QVBoxLayout()
        body.setContentsMargins(margins(self, 2 * STEP, STEP, 2 * STEP, STEP))
        body.addWidget(self._parts, 1)
        buttons = Flow()
        for button in (self.save_button, self.keep_button, self.changed_button, self.forget_visit_button, self.forget_site_button):
            buttons.addWidget(button)
        below = QVBoxLayout()
        below.setContentsMargins(3 * STEP - AROUND, STEP, 3 * STEP - AROUND, STEP)
        below.addLayout(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addLayout(heading)
        column.addLayout(tabs)
        column.addWidget(hairline(self))
        column.addLayout(body, 1)
        column.addWidget(hairline(self))
        column.addLayout(below)


def _show(line: Prose, words: str) -> None:
    line.setText(words)
    line.setVisible(bool(words))
