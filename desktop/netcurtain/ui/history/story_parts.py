"""The parts of a visit's story: its moments as a list, its requests as a table, and what could not be seen."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QListView, QScrollArea, QTableView, QVBoxLayout, QWidget

from netcurtain.ui import wording
from netcurtain.ui.history import wording as history_wording
from netcurtain.ui.history.moment_delegate import MomentDelegate
from netcurtain.ui.history.story_model import RequestModel, StoryModel
from netcurtain.ui.prose import Prose
from netcurtain.ui.theme import STEP, Size, Theme


class MomentList(QListView):
    """The moments, laid out again when the width changes: their height depends on it."""

    def __init__(self, theme: Theme, model: StoryModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.setModel(model)
        self._moments = MomentDelegate(theme, self)
        self.setItemDelegate(self._moments)
        self.setAccessibleName(wording.STORY)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setMinimumHeight(theme.scaled(MOMENTS_HEIGHT))
        theme.changed.connect(self.scheduleDelayedItemsLayout)
        theme.changed.connect(self.viewport().update)
        model.modelAboutToBeReset.connect(self._moments.forget)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words wrap elsewhere now."""
        self.scheduleDelayedItemsLayout()
        super().resizeEvent(event)


MOMENTS_HEIGHT = 176
"""The least height of the moments, in pixels at the usual text size: a few of them."""


class RequestTable(QTableView):
    """The requests; keys move in it, Tab leaves it."""

    def __init__(self, theme: Theme, model: RequestModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setModel(model)
        self.setAccessibleName(wording.REQUESTS)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setCornerButtonEnabled(False)
        self.setCornerWidget(QWidget(self))
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self._dress()
        theme.changed.connect(self._dress)

    def _dress(self) -> None:
        """Take on the size that text has now."""
        self.verticalHeader().setDefaultSectionSize(self._theme.target - STEP // 2)


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
        column.setContentsMargins(0, STEP, 0, STEP)
        column.setSpacing(STEP)
        for sentence in sentences:
            column.addWidget(Prose(self._theme, sentence, Size.BODY, wide=True, parent=page))
        column.addStretch(1)
        before = self.takeWidget()
        self.setWidget(page)
        if before is not None:
            before.deleteLater()
