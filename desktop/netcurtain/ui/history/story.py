"""The right side of *History*: a visit's card, what changed since another visit, or a calm word where neither is shown."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from netcurtain.history.rows import VisitRow, VisitStory
from netcurtain.ui import wording
from netcurtain.ui.actions import Actions
from netcurtain.ui.history.changes import ChangesPart
from netcurtain.ui.history.story_card import StoryCard
from netcurtain.ui.mark import Glyph
from netcurtain.ui.prose import Prose
from netcurtain.ui.theme import STEP, Colour, Size, Theme

PICTURE = 56


class StoryView(QWidget):
    """Shows a VisitStory; without one, a calm word instead. Its signals carry the visit's row."""

    save_copy = Signal(object)
    keep_visit = Signal(object)
    forget_visit = Signal(object)
    forget_site = Signal(object)

    def __init__(self, theme: Theme, actions: Actions, parent: QWidget) -> None:
        super().__init__(parent)
        self._row: VisitRow | None = None
        self._calm = wording.PICK_A_VISIT
        self.said = Prose(theme, self._calm, Size.BODY, Colour.SOFT, parent=self)
        self.said.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._glyph = Glyph(theme, "curtain", Colour.LINE, PICTURE, self)
        self._quiet = self._build_quiet()
        self.card = StoryCard(theme, self)
        self.moments, self.requests, self.note = self.card.moments, self.card.requests, self.card.note
        self.keep_button, self.save_button, self.changed_button = self.card.keep_button, self.card.save_button, self.card.changed_button
        self.forget_visit_button, self.forget_site_button = self.card.forget_visit_button, self.card.forget_site_button
        self._told = QScrollArea(self)
        self._told.setWidgetResizable(True)
        self._told.setFrameShape(QFrame.Shape.NoFrame)
        self._told.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._told.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._told.setWidget(self.card)
        self.changes = ChangesPart(theme, actions, self)
        self.changes.back.connect(self._back_to_visit)
        self._stack = QStackedWidget(self)
        for part in (self._quiet, self._told, self.changes):
            self._stack.addWidget(part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 2 * STEP)
        layout.addWidget(self._stack)
        for button, signal in (
            (self.save_button, self.save_copy),
            (self.keep_button, self.keep_visit),
            (self.forget_visit_button, self.forget_visit),
            (self.forget_site_button, self.forget_site),
        ):
            button.clicked.connect(lambda _checked=False, signal=signal: signal.emit(self._row))
        self.changed_button.clicked.connect(self._show_changes)

    @property
    def row(self) -> VisitRow | None:
        """The visit that is shown."""
        return self._row

    def show_story(self, story: VisitStory | None, *, can_keep: bool = False) -> None:
        """Show a visit; None says that it is no longer there. ``can_keep``: there is an open history to keep it in."""
        if story is None:
            self.empty(wording.STORY_GONE)
            return
        if self._row is None or self._row.visit != story.row.visit:
            self.card.turn_to(0)
            self.card.say("")
            self.changes.empty()
            self._stack.setCurrentWidget(self._told)
            self._told.verticalScrollBar().setValue(0)
        self._row = story.row
        self.card.show_story(story, can_keep=can_keep)

    def say_instead(self, words: str) -> None:
        """A sentence in the place of a visit; a screen reader says it by itself."""
        self.empty(words)
        if self.isVisible():
            QAccessible.updateAccessibility(QAccessibleEvent(self.said, QAccessible.Event.Alert))

    def offer(self, *, visits: bool, listed: bool) -> None:
        """Whether there are visits, and whether anything is listed, be it gaps alone. Nobody is asked to pick a visit where there is none,
        and where there is nothing at all, the list says it.
        """
        beside_gaps = wording.NO_VISITS_MORE if listed else ""
        before, self._calm = self._calm, wording.PICK_A_VISIT if visits else beside_gaps
        if self.said.text() == before:
            self._say(self._calm)

    def empty(self, words: str = "") -> None:
        """Let go of every word of the visit, and say others in their place."""
        self._row = None
        self.card.empty()
        self.changes.empty()
        self._say(words or self._calm)
        self._stack.setCurrentWidget(self._quiet)

    def _say(self, words: str) -> None:
        self.said.setText(words)
        self._glyph.setVisible(bool(words))  # never without its words

    def _show_changes(self) -> None:
        if self._row is not None:
            self._stack.setCurrentWidget(self.changes)
            self.changes.show_visit(self._row)

    def _back_to_visit(self) -> None:
        self.changes.empty()
        self._stack.setCurrentWidget(self._told)
        self.changed_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build_quiet(self) -> QWidget:
        quiet = QWidget(self)
        column = QVBoxLayout(quiet)
        column.addStretch(2)
        column.addWidget(self._glyph, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(STEP)
        column.addWidget(self.said, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        return quiet
