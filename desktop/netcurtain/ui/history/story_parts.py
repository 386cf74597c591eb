"""The parts of a visit's story: its moments and its requests as lists, and what could not be seen."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QScrollArea, QVBoxLayout, QWidget

from netcurtain.ui.history import wording as history_wording
from netcurtain.ui.history.painting import Index, MeasuredRows
from netcurtain.ui.history.story_model import RequestModel, StoryModel
from netcurtain.ui.mirrored import margins
from netcurtain.ui.prose import Prose
from netcurtain.ui.reveal import reveal_row
from netcurtain.ui.theme import STEP, Size, Theme

LIST_HEIGHT = 176
"""The least height of a list, in pixels at the usual text size: a few of its rows."""


class StoryList(QListView):
    """Moments or requests, laid out again when the width changes: their height depends on it. Nothing in it is wider than it is.

    The keyboard comes to it only where there are any: its ring is around one of them.
    """

    def __init__(self, theme: Theme, name: str, model: StoryModel | RequestModel, painted: type[MeasuredRows], parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._width = 0
        self.setModel(model)
        self.rows = painted(theme, self)
        self.setItemDelegate(self.rows)
        self.setAccessibleName(name)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        model.modelAboutToBeReset.connect(self.rows.forget)
        model.modelReset.connect(self._welcome)
        self._welcome()
        self._dress()
        theme.changed.connect(self._dress)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In another width, words wrap elsewhere."""
        super().resizeEvent(event)
        if self.viewport().width() != self._width:
            self._width = self.viewport().width()
            self.rows.forget()
            self.scheduleDelayedItemsLayout()

    def currentChanged(self, current: Index, previous: Index) -> None:
        """In a low window all of the card scrolls, too: the row that the keyboard comes to is in sight there as well."""
        super().currentChanged(current, previous)
        if self.hasFocus():
            reveal_row(self)

    def _welcome(self) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if self.model().rowCount() else Qt.FocusPolicy.NoFocus)

    def _dress(self) -> None:
        """Take on the size that text has now."""
        self.setMinimumHeight(self._theme.scaled(LIST_HEIGHT))
        self.scheduleDelayedItemsLayout()
        self.viewport().update()


class NotSeenPart(QScrollArea):
    """Sentences one below the other. The keyboard comes to it to scroll it; a screen reader reads it as a whole."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(history_wording.NOT_SEEN)
        self.sentences: tuple[str, ...] = ()
        self.say(())

    def say(self, sentences: tuple[str, ...]) -> None:
        """Say other sentences."""
        if sentences == self.sentences and self.widget() is not None:
            return
        self.sentences = sentences
        self.setAccessibleDescription(" ".join(sentences))
        page = QWidget()
        page.setObjectName("page")
        column = QVBoxLayout(page)
        column.setContentsMargins(margins(self, STEP, STEP, 0, STEP))
        column.setSpacing(STEP)
        for sentence in sentences:
            column.addWidget(Prose(self._theme, sentence, Size.BODY, wide=True, parent=page))
        column.addStretch(1)
        before = self.takeWidget()
        self.setWidget(page)
        if before is not None:
            before.deleteLater()
