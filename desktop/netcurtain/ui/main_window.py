"""The main window: its pages, a way to hide at once, a quiet line at the bottom, and one at the top where something is amiss.

Until the first run is over, or while it is gone through again, that is all there is to see but the line at the top.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from netcurtain.core.event import FormJudged, ListsChanged, PageGone, PageKey, SubmissionAnswered, Trouble, UpdateNeeded
from netcurtain.core.observation import Choice
from netcurtain.core.support import Contact
from netcurtain.ui import wording
from netcurtain.ui.actions import Actions
from netcurtain.ui.bottom_line import BottomLine
from netcurtain.ui.button import Button, Kind
from netcurtain.ui.first_run.view import FirstRunView
from netcurtain.ui.history.view import HistoryView
from netcurtain.ui.mark import hairline
from netcurtain.ui.notice import Notice
from netcurtain.ui.now.model import NowModel
from netcurtain.ui.now.view import NowView
from netcurtain.ui.other_ways.view import OtherWaysView
from netcurtain.ui.page_keys import scroll
from netcurtain.ui.pairing.dialog import PairingDialog
from netcurtain.ui.plain import shown
from netcurtain.ui.quick_hide import QuickHide
from netcurtain.ui.screen import fitting
from netcurtain.ui.settings.view import SettingsView
from netcurtain.ui.theme import STEP, Theme, app_icon

SIZE = QSize(1040, 760)
SMALLEST = QSize(660, 300)
"""A screen of 1366 by 768 at 200 % leaves 683 by 350 or so."""
ROOMY = QSize(760, 480)
"""A narrower window goes without the button to connect a browser, which *Settings* has as well; a lower one without the line at its end."""
NOW, HISTORY, OTHER_WAYS = 0, 1, 2
"""Places of tabs. *Other ways* is there only where there are contacts; the last one is *Settings*."""


@dataclass(frozen=True, slots=True)
class Page:
    """A tab's page, and what happens when it comes into sight and goes out of it."""

    view: QWidget
    enter: Callable[[], None]
    leave: Callable[[], None]


class MainWindow(QMainWindow):
    """Give it every event. ``hidden`` says that the person asked for everything to be out of sight; ``closed`` that they closed it.

    ``notifications_possible`` is asked whenever *Settings* comes into sight.
    """

    hidden = Signal()
    closed = Signal()

    def __init__(
        self,
        theme: Theme,
        actions: Actions,
        contacts: Sequence[Contact] = (),
        notifications_possible: Callable[[], bool] = lambda: False,
    ) -> None:
        super().__init__()
        self.setWindowTitle(wording.APP)
        self.setWindowIcon(app_icon())
        self.resize(fitting(SIZE).expandedTo(SMALLEST))
        self.setMinimumSize(SMALLEST)
        self._theme, self._actions = theme, actions
        self._pairing: PairingDialog | None = None
        self._with_tabs = True
        self._subjects: dict[PageKey, tuple[str, ...]] = {}
        self.now = NowModel(self)
        self._build(theme, tuple(contacts), notifications_possible)
        self.quick_hide = QuickHide(self)
        self.quick_hide.asked.connect(self.hide_at_once)
        for place in range(len(self.tabs)):
            keys = QKeySequence(Qt.KeyboardModifier.ControlModifier | Qt.Key(Qt.Key.Key_1 + place))
            QShortcut(keys, self).activated.connect(lambda place=place: self._turn_by_key(place))
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self).activated.connect(self._find)
        self.turn_to(NOW)
        self._show_status()
        if not actions.settings().introduced:
            self.introduce()

    @property
    def pairing(self) -> PairingDialog | None:
        """The open pairing dialog."""
        return self._pairing

    @property
    def introducing(self) -> bool:
        """Whether the first run is shown."""
        return self.pages.currentWidget() is self.first_run

    @Slot(object)
    def hear(self, event: object) -> None:
        """Take in one event."""
        self.now.hear(event)
        self.history_view.hear(event)
        self.settings_view.hear(event)
        self.first_run.hear(event)
        if self._pairing is not None:
            self._pairing.hear(event)
        match event:
            case ListsChanged(lists=lists):
                self.lists.setText(shown(wording.checked_with(lists)))
            case Trouble(sentence=sentence):
                self.say(sentence)
            case UpdateNeeded(side=side, name=name):
                self.say(wording.update_needed(side, shown(name)))
            case FormJudged(key=key, categories=categories) if categories:
                self._subjects[key] = categories
            case PageGone(key=key):
                self._subjects.pop(key, None)
            case SubmissionAnswered(choice=Choice.LEAVE | None):
                # The page that went with its card up may have been left by the site's own way out.
                self.hide_at_once()
        self._show_status()

    def say(self, sentence: str) -> None:
        """Say at the top of the window what does not work and what to do; it names no site."""
        self.notice.say(sentence)

    def turn_to(self, page: int) -> None:
        """Show a page by its place among the tabs; all others are left, the first run too."""
        self._show_introducing(False)
        for place, other in enumerate(self._pages):
            self.tabs[place].setChecked(place == page)
            if place != page:
                other.leave()
        self.pages.setCurrentWidget(self._pages[page].view)
        self._pages[page].enter()

    def introduce(self) -> None:
        """Show the first run from its first step."""
        self._show_first_run()
        self.first_run.begin()

    @Slot()
    def hide_at_once(self) -> None:
        """Out of sight first, then empty: nothing of a site stays in any window."""
        self.hide()
        self._close_pairing()
        self.now.cover(True)
        self.turn_to(NOW)
        self.hidden.emit()

    @Slot()
    def bring_back(self) -> None:
        """Show the window again, in front; with the first run as long as nobody has gone through or skipped it."""
        self.now.cover(False)
        self._show_status()
        if not self.isVisible() and not self._actions.settings().introduced:
            self._show_first_run()
            self.first_run.resume()
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    @Slot()
    def connect_browser(self) -> None:
        """Open the pairing dialog."""
        self._close_pairing()
        dialog = PairingDialog(self._theme, self._actions, self)
        dialog.finished.connect(self._close_pairing)
        self._pairing = dialog
        dialog.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll, where nothing that has the focus does so by itself."""
        page = self.first_run.steps[self.first_run.step] if self.introducing else self.pages.currentWidget()
        if not scroll(page, event.key()):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A small window keeps what matters most."""
        super().resizeEvent(event)
        self._show_around()

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

    def _turn_by_key(self, page: int) -> None:
        if not self.introducing:
            self.turn_to(page)
            self.tabs[page].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _find(self) -> None:
        if not self.introducing:
            self.turn_to(HISTORY)
            self.history_view.search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show_first_run(self) -> None:
        for page in self._pages:
            page.leave()
        self._show_introducing(True)

    def _show_introducing(self, introducing: bool) -> None:
        if introducing:
            self.pages.setCurrentWidget(self.first_run)
        else:
            self.first_run.leave()
        self._with_tabs = not introducing
        self._show_around()

    def _show_around(self) -> None:
        """What stands around the page, as far as there is room."""
        for tab in self.tabs:
            tab.setVisible(self._with_tabs)
        self._connect.setVisible(self._with_tabs and self.width() >= ROOMY.width())
        self._bottom.setVisible(self._with_tabs and self.height() >= ROOMY.height())

    def _show_other_ways(self) -> None:
        """What the person may be about to report in the page in front comes first."""
        view = self.now.view
        if self.other_ways_view is not None:
            self.other_ways_view.show_for(self._subjects.get(view.key, ()) if view else (), self._actions.settings().nation)

    def _show_status(self) -> None:
        self.status.setText(wording.browsers(self.now.browsers))

    def _build(self, theme: Theme, contacts: tuple[Contact, ...], notifications_possible: Callable[[], bool]) -> None:
        # What Tab comes to first is built first.
        frame = QWidget(self)
        words = (wording.NOW, wording.HISTORY, *((wording.OTHER_WAYS,) if contacts else ()), wording.SETTINGS)
        top = self._build_top(theme, words, frame)
        self.notice = Notice(theme, frame)
        self._build_pages(theme, contacts, notifications_possible, frame)
        self._bottom = BottomLine(theme, frame)
        self.status, self.lists = self._bottom.status, self._bottom.lists
        column = QVBoxLayout(frame)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(hairline(frame))
        column.addWidget(self.notice)
        column.addWidget(self.pages, 1)
        column.addWidget(self._bottom)
        self.setCentralWidget(frame)

    def _build_top(self, theme: Theme, words: Sequence[str], frame: QWidget) -> QHBoxLayout:
        self.tabs = [Button(theme, word, Kind.TAB, parent=frame) for word in words]
        for place, tab in enumerate(self.tabs):
            tab.clicked.connect(lambda _checked, place=place: self.turn_to(place))
        self._connect = Button(theme, wording.CONNECT, Kind.PLAIN, icon="plug", parent=frame)
        self._connect.clicked.connect(self.connect_browser)
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
        top.addWidget(self._connect)
        top.addWidget(hide)
        return top

    def _build_pages(self, theme: Theme, contacts: tuple[Contact, ...], notifications_possible: Callable[[], bool], frame: QWidget) -> None:
        self.now_view = NowView(theme, self.now, self.connect_browser, self._actions.open_practice, frame)
        self.history_view = HistoryView(theme, self._actions, frame)
        self.other_ways_view = OtherWaysView(theme, contacts, frame) if contacts else None
        self.settings_view = SettingsView(theme, self._actions, frame, can_notify=notifications_possible, other_ways=bool(contacts))
        self.settings_view.connect_wanted.connect(self.connect_browser)
        self.settings_view.first_steps.connect(self.introduce)
        self.first_run = FirstRunView(theme, self._actions, frame, other_ways=bool(contacts))
        self.first_run.finished.connect(lambda: self.turn_to(NOW))
        self.first_run.other_ways.connect(lambda: self.turn_to(OTHER_WAYS))
        self._pages = [
            Page(self.now_view, _nothing, _nothing),
            Page(self.history_view, self.history_view.ask, self.history_view.empty),
            *([Page(self.other_ways_view, self._show_other_ways, self.other_ways_view.empty)] if self.other_ways_view else []),
            Page(self.settings_view, self.settings_view.enter, self.settings_view.leave),
        ]
        self.pages = QStackedWidget(frame)
        for page in self._pages:
            self.pages.addWidget(page.view)
        self.pages.addWidget(self.first_run)


def _nothing() -> None:
    """A page that follows by itself what there is to see."""
