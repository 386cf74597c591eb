"""The main window: its pages, a way to hide at once, a quiet line at the bottom, and one at the top where something is amiss.

Until the first run is over, or while it is gone through again, that is all there is to see but the line at the top.
"""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from netcurtain.core.event import (
    EraseAsked,
    FormJudged,
    KeptChanged,
    ListsChanged,
    PageGone,
    PageKey,
    SubmissionAnswered,
    Trouble,
    UpdateNeeded,
)
from netcurtain.core.keeping import Kept
from netcurtain.core.observation import Choice
from netcurtain.core.support import Contact
from netcurtain.ui import wording
from netcurtain.ui.actions import Actions
from netcurtain.ui.bottom_line import BottomLine
from netcurtain.ui.button import Button, Kind
from netcurtain.ui.closing import close_beside, close_what_was_on_disk
from netcurtain.ui.first_run.view import FirstRunView
from netcurtain.ui.history.view import HistoryView
from netcurtain.ui.mark import Flow, hairline
from netcurtain.ui.notice import Notice
from netcurtain.ui.now.model import NowModel
from netcurtain.ui.now.view import NowView
from netcurtain.ui.other_ways.view import OtherWaysView
from netcurtain.ui.page import Page
from netcurtain.ui.page_keys import scroll
from netcurtain.ui.pairing.dialog import PairingDialog
from netcurtain.ui.plain import shown
from netcurtain.ui.quick_hide import QuickHide
from netcurtain.ui.screen import fitting
from netcurtain.ui.settings.view import SettingsView
from netcurtain.ui.theme import STEP, Look, Theme, app_icon

SIZE = QSize(1040, 760)
SMALLEST = QSize(660, 300)
"""A screen of 1366 by 768 at 200 % leaves 683 by 350 or so."""
ROOMY = QSize(760, 480)
"""A narrower window goes without the button to connect a browser, which *Settings* has as well; a lower one without the line at its end."""
NOW, HISTORY, OTHER_WAYS = 0, 1, 2
"""Places of tabs. *Other ways* is there only where there are contacts; the last one is *Settings*."""


def smallest(look: Look) -> QSize:
    """The least size of the main window: it grows with the text, as far as the screen has room."""
    return fitting(QSize(look.scaled(SMALLEST.width()), look.scaled(SMALLEST.height()))).expandedTo(SMALLEST)


class MainWindow(QMainWindow):
    """Give it every event. ``hidden`` says that the person asked for everything to be out of sight; ``closed`` that they closed it,
    ``asking_changed`` that they want to be asked somewhere else.

    ``notifications_possible`` is asked whenever *Settings* comes into sight.
    """

    hidden = Signal()
    closed = Signal()
    asking_changed = Signal()

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
        self.setMinimumSize(smallest(theme.look))
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
        theme.changed.connect(self._show_around)
        if not actions.settings().introduced:
            self.introduce()

    @property
    def pairing(self) -> PairingDialog | None:
        """The open pairing dialog."""
        return self._pairing

    @property
    def introducing(self) -> bool:
        """Whether the first run is shown."""
        return self._first_run.in_front

    @property
    def other_ways_view(self) -> OtherWaysView | None:
        """*Other ways*, where there are contacts."""
        return self._other_ways.view if self._other_ways is not None else None

    @property
    def settings_view(self) -> SettingsView:
        """*Settings*."""
        return self._settings.view

    @property
    def first_run(self) -> FirstRunView:
        """The first run, whether it is shown or not."""
        return self._first_run.view

    @Slot(object)
    def hear(self, event: object) -> None:
        """Take in one event."""
        self.now.hear(event)
        for page in (*self._pages, self._first_run):
            page.hear(event)
        if self._pairing is not None:
            self._pairing.hear(event)
        match event:
            case ListsChanged(lists=lists):
                self.lists.setText(shown(wording.checked_with(lists)))
            case Trouble(sentence=sentence):
                self.say(sentence)
            case UpdateNeeded(side=side, name=name):
                self.say(wording.update_needed(side, shown(name)))
            case KeptChanged(kept=Kept.NONE):
                close_what_was_on_disk(self, self._actions)
            case KeptChanged(kept=Kept.LOCKED) | EraseAsked():
                close_beside(self)
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
        self._pages[page].turn_to()
        self._pages[page].enter()

    def introduce(self) -> None:
        """Show the first run from its first step."""
        self._show_first_run()
        self.first_run.begin()

    @Slot()
    def hide_at_once(self) -> None:
        """Out of sight first, then empty: nothing of a site stays in any window, and what is kept is locked."""
        self._put_away()
        self._actions.lock_history()

    @Slot()
    def lock(self) -> None:
        """Lock what is kept, and show nothing of it while that is being done, in no window."""
        close_beside(self)
        self.history_view.empty()
        self._actions.lock_history()

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
        self._put_away()
        if self._actions.settings().lock_after:  # who does not want it locked by time wants it to go on being kept
            self._actions.lock_history()
        self.closed.emit()

    def _put_away(self) -> None:
        self.hide()
        self._close_pairing()
        self.now.cover(True)
        self.turn_to(NOW)
        self.hidden.emit()

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
            self.history_view.focus_search()

    def _show_first_run(self) -> None:
        for page in self._pages:
            page.leave()
        self._show_introducing(True)

    def _show_introducing(self, introducing: bool) -> None:
        if introducing:
            self._first_run.turn_to()
        else:
            self._first_run.leave()
        self._with_tabs = not introducing
        self._show_around()

    def _show_around(self) -> None:
        """What stands around the page, as far as there is room."""
        self.setMinimumSize(smallest(self._theme.look))
        for tab in self.tabs:
            tab.setVisible(self._with_tabs)
        self._connect.setVisible(self._with_tabs and self.width() >= self._theme.scaled(ROOMY.width()))
        self._bottom.setVisible(self._with_tabs and self.height() >= self._theme.scaled(ROOMY.height()))

    @Slot()
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
        tabs = Flow(between=STEP // 2)
        for tab in self.tabs:
            tabs.addWidget(tab)
        top.addLayout(tabs, 1)
        top.addWidget(self._connect)
        top.addWidget(hide, 0, Qt.AlignmentFlag.AlignTop)
        return top

    def _build_pages(self, theme: Theme, contacts: tuple[Contact, ...], notifications_possible: Callable[[], bool], frame: QWidget) -> None:
        """The first two are there from the start; the others are built when somebody turns to them."""
        self.pages = pages = QStackedWidget(frame)
        now_view = NowView(theme, self.now, self.connect_browser, self._actions.open_practice, pages)
        now = Page(pages, lambda: now_view)
        history = Page(
            pages, partial(HistoryView, theme, self._actions, pages), enter=HistoryView.ask, leave=HistoryView.empty, hear=HistoryView.hear
        )
        self.now_view, self.history_view = now.view, history.view
        self._pages: list[Page[Any]] = [now, history]
        self._other_ways: Page[OtherWaysView] | None = None
        if contacts:
            other_ways = partial(OtherWaysView, theme, contacts, pages, partners=self._actions.partners)
            self._other_ways = Page(pages, other_ways, leave=OtherWaysView.empty)
            self._other_ways.entered.connect(self._show_other_ways)
            self._pages.append(self._other_ways)
        settings = partial(SettingsView, theme, self._actions, pages, can_notify=notifications_possible, other_ways=bool(contacts))
        self._settings = Page(pages, settings, enter=SettingsView.enter, leave=SettingsView.leave, hear=SettingsView.hear)
        self._settings.built.connect(self._follow_settings)
        self._pages.append(self._settings)
        first_run = partial(FirstRunView, theme, self._actions, pages, other_ways=bool(contacts))
        self._first_run = Page(pages, first_run, leave=FirstRunView.leave, hear=FirstRunView.hear)
        self._first_run.built.connect(self._follow_first_run)

    @Slot(object)
    def _follow_settings(self, settings: SettingsView) -> None:
        settings.connect_wanted.connect(self.connect_browser)
        settings.first_steps.connect(self.introduce)
        settings.asking_changed.connect(self.asking_changed)

    @Slot(object)
    def _follow_first_run(self, first_run: FirstRunView) -> None:
        first_run.finished.connect(lambda: self.turn_to(NOW))
        first_run.other_ways.connect(lambda: self.turn_to(OTHER_WAYS))
