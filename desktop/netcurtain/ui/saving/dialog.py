"""What both windows of this room are: a dialog without a telling title, as high as its words or as the screen, where they scroll."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QCloseEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from netcurtain.history.rows import VisitRow
from netcurtain.ui import wording as ui_wording
from netcurtain.ui.button import AROUND
from netcurtain.ui.page_keys import scroll
from netcurtain.ui.plain import shown
from netcurtain.ui.prose import Prose
from netcurtain.ui.reveal import reveal
from netcurtain.ui.screen import fitting
from netcurtain.ui.theme import STEP, Theme

WIDTH = 680


class ScrollingDialog(QDialog):
    """``column`` is to be filled, ``page`` its parent. ``may_close`` can ask first, but never where it is the app that closes it.
    ``visit`` is the one that it is about.

    Once it is closed it is emptied, and deleted.
    """

    def __init__(self, theme: Theme, name: str, visit: VisitRow, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._fitted = self._least = 0
        self.visit = visit
        self.setWindowTitle(ui_wording.APP)
        self.setAccessibleName(name)
        self.page = QWidget()
        self.page.setObjectName("page")
        self.page.installEventFilter(self)
        self.column = QVBoxLayout(self.page)
        self.column.setContentsMargins(4 * STEP - AROUND, 3 * STEP, 4 * STEP - AROUND, 3 * STEP)
        self.column.setSpacing(2 * STEP)
        self.sheet = QScrollArea(self)
        self.sheet.setWidgetResizable(True)
        self.sheet.setFrameShape(QFrame.Shape.NoFrame)
        self.sheet.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.sheet.setWidget(self.page)
        self.sheet.setAccessibleName(name)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.sheet)
        self.resize(fitting(QSize(theme.scaled(WIDTH), 1)))
        self.finished.connect(self.empty)
        self.finished.connect(self.deleteLater)

    def empty(self) -> None:
        """Let go of everything that was typed or shown."""

    def may_close(self) -> bool:
        """Whether it may close now that the person asks for it."""
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes it; Page up and Page down scroll."""
        if event.key() == Qt.Key.Key_Escape:
            if self.may_close():
                self.reject()
        elif not scroll(self.sheet, event.key()):
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """The window's own button may be asked about; the app's hiding, which no person pressed in this window, never is."""
        if event.spontaneous() and not self.may_close():
            event.ignore()
        else:
            super().closeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """How high it has to be is known only now."""
        super().showEvent(event)
        if not event.spontaneous():
            self._fitted = self.height()
            self.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Made lower by hand, it scrolls."""
        super().resizeEvent(event)
        self._scroll_where_needed()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Grow and shrink with what unfolds and folds on the page."""
        if watched is self.page and event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            self.fit()
        return super().eventFilter(watched, event)

    def fit(self) -> None:
        """As high as the words need, or as the screen is; never lower than the person has made it."""
        if self.height() != self._fitted:  # not as it was left here
            self._least = self.height()
        self.resize(fitting(QSize(self.width(), max(self._least, self.page.heightForWidth(self.width())))))
        self._fitted = self.height()
        self._scroll_where_needed()

    def _scroll_where_needed(self) -> None:
        """A bar takes room from the words, which may need the bar for that alone: so none is there where all fits without it."""
        fits = self.page.heightForWidth(self.width()) <= self.height()
        policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if fits else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        if self.sheet.verticalScrollBarPolicy() != policy:
            self.sheet.setVerticalScrollBarPolicy(policy)


def indented(part: QWidget, column: QVBoxLayout) -> None:
    """Put words or a field into a column, where buttons below have their edge. Words are no wider than lines may be, and begin there."""
    row = QHBoxLayout()
    row.setContentsMargins(AROUND, 0, AROUND, 0)
    row.addWidget(part, 1)
    if isinstance(part, Prose):
        row.addStretch()
    column.addLayout(row)


def say(words: Prose, sentence: str, *, aloud: bool = True) -> None:
    """Show a sentence, "" takes it away. ``aloud``: a screen reader says it by itself, and it is in sight."""
    words.setText(shown(sentence))
    words.setVisible(bool(sentence))
    if aloud and sentence and words.isVisible():
        QAccessible.updateAccessibility(QAccessibleEvent(words, QAccessible.Event.Alert))
        reveal(words)
