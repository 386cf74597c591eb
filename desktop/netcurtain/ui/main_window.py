"""The main window: *Now* and *History*, a way to hide at once, a quiet line at the bottom, and one at the top where something is amiss."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from netcurtain.core.event import ListsChanged, SubmissionAnswered, Trouble
from netcurtain.core.observation import Choice
from netcurtain.ui import wording
from netcurtain.ui.actions import Actions
from netcurtain.ui.button import Button, Kind
from netcurtain.ui.history.view import HistoryView
from netcurtain.ui.mark import hairline
from netcurtain.ui.notice import Notice
from netcurtain.ui.now.model import NowModel
from netcurtain.ui.now.view import NowView
from netcurtain.ui.pairing.dialog import PairingDialog
from netcurtain.ui.plain import shown
from netcurtain.ui.prose import Prose
from netcurtain.ui.quick_hide import QuickHide
from netcurtain.ui.theme import STEP, Colour, Size, Theme, app_icon

SIZE = (1040, 760)
SMALLEST = (760, 560)


class MainWindow(QMainWindow):
    """Give it every event. ``hidden`` says that the person asked for everything to be out of sight; ``closed`` that they closed it."""

    hidden = Signal()
    closed = Signal()

    def __init__(self, theme: Theme, actions: Actions) -> None:
        super().__init__()
        self.setWindowTitle(wording.APP)
        self.setWindowIcon(app_icon())
        self.resize(*SIZE)
        self.setMinimumSize(*SMALLEST)
        self._theme, self._actions = theme, actions
        self._pairing: PairingDialog | None = None
        self.now = NowModel(self)
        self._build(theme)
        self.quick_hide = QuickHide(self)
        self.quick_hide.asked.connect(self.hide_at_once)
        for key, page in ((Qt.Key.Key_1, 0), (Qt.Key.Key_2, 1)):
            QShortcut(QKeySequence(Qt.KeyboardModifier.ControlModifier | key), self).activated.connect(lambda page=page: self.turn_to(page))
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self).activated.connect(self._find)
        self.turn_to(0)
        self._show_status()

    @property
    def pairing(self) -> PairingDialog | None:
        """The open pairing dialog."""
        return self._pairing

    @Slot(object)
    def hear(self, event: object) -> None:
        """Take in one event."""
        self.now.hear(event)
        self.history_view.hear(event)
        if self._pairing is not None:
            self._pairing.hear(event)
        match event:
            case ListsChanged(lists=lists):
                self.lists.setText(shown(wording.checked_with(lists)))
            case Trouble(sentence=sentence):
                self.say(sentence)
            case SubmissionAnswered(choice=Choice.LEAVE):
                self.hide_at_once()
        self._show_status()

    def say(self, sentence: str) -> None:
        """Say at the top of the window what does not work and what to do; it names no site."""
        self.notice.say(sentence)

    def turn_to(self, page: int) -> None:
        """Show *Now* (0) or *History* (1)."""
        for number, tab in enumerate(self.tabs):
            tab.setChecked(number == page)
        self.pages.setCurrentIndex(page)
        if page == 1:
            self.history_view.ask()
        else:
            self.history_view.empty()

    @Slot()
    def hide_at_once(self) -> None:
        """Out of sight first, then empty: nothing of a site stays in any window."""
        self.hide()
        self._close_pairing()
        self.now.cover(True)
        self.turn_to(0)
        self.hidden.emit()

    @Slot()
    def bring_back(self) -> None:
        """Show the window again, in front."""
        self.now.cover(False)
        self._show_status()
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    @Slot()
    def connect_browser(self) -> None:
        """Open the pairing dialog."""
        self._close_pairing()
        dialog = PairingDialog(self._theme, self._actions, self)
        dialog.rejected.connect(self.quick_hide.press)  # Esc closes the dialog, and is the first of the three
        dialog.finished.connect(self._close_pairing)
        self._pairing = dialog
        dialog.show()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing empties the window as hiding does; application.py decides whether the app goes on."""
        event.accept()
        self.hide_at_once()
        self.closed.emit()

    def _close_pairing(self) -> None:
        dialog, self._pairing = self._pairing, None
        if dialog is not None:
            dialog.close()
            dialog.deleteLater()

    def _find(self) -> None:
        self.turn_to(1)
        self.history_view.search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show_status(self) -> None:
        self.status.setText(wording.browsers(self.now.browsers))

    def _build(self, theme: Theme) -> None:
        frame = QWidget(self)
        self.tabs = [Button(theme, wording.NOW, Kind.TAB, parent=frame), Button(theme, wording.HISTORY, Kind.TAB, parent=frame)]
        for place, tab in enumerate(self.tabs):
            tab.clicked.connect(lambda _checked, place=place: self.turn_to(place))
        connect = Button(theme, wording.CONNECT, Kind.PLAIN, icon="plug", parent=frame)
        connect.clicked.connect(self.connect_browser)
        hide = Button(theme, wording.HIDE, Kind.OUTLINED, icon="curtain", parent=frame)
        hide.setAccessibleDescription(wording.HIDE_HOW)
        hide.setToolTip(wording.HIDE_HOW)
        hide.clicked.connect(self.hide_at_once)
        top = QHBoxLayout()
        top.setContentsMargins(2 * STEP, STEP, 2 * STEP, 0)
        top.setSpacing(STEP // 2)
        for tab in self.tabs:
            top.addWidget(tab)
        top.addStretch(1)
        top.addWidget(connect)
        top.addWidget(hide)

        # What Tab comes to first is built first.
        self.notice = Notice(theme, frame)
        self.now_view = NowView(theme, self.now, self.connect_browser, self._actions.open_practice, frame)
        self.history_view = HistoryView(theme, self._actions, frame)
        self.pages = QStackedWidget(frame)
        self.pages.addWidget(self.now_view)
        self.pages.addWidget(self.history_view)
        self.status = Prose(theme, "", Size.SMALL, Colour.SOFT, parent=frame)
        self.lists = Prose(theme, "", Size.SMALL, Colour.SOFT, parent=frame)
        self.lists.setAlignment(Qt.AlignmentFlag.AlignRight)
        bottom = QHBoxLayout()
        bottom.setContentsMargins(3 * STEP, STEP, 3 * STEP, STEP)
        bottom.addWidget(self.status)
        bottom.addStretch(1)
        bottom.addWidget(self.lists)

        column = QVBoxLayout(frame)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(hairline(frame))
        column.addWidget(self.notice)
        column.addWidget(self.pages, 1)
        column.addWidget(hairline(frame))
        column.addLayout(bottom)
        self.setCentralWidget(frame)
