"""The *History* page: read what was seen, keep or forget it; or, while it is locked, open it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from netcurtain.core.event import HistoryChanged, KeptChanged, PageUpdated, SubmissionMade
from netcurtain.core.keeping import Deletion, Kept
from netcurtain.ui.actions import Actions
from netcurtain.ui.history.lock_page import LockPage
from netcurtain.ui.history.reading import ReadingPart
from netcurtain.ui.plain import shown
from netcurtain.ui.theme import STEP, Theme


class HistoryView(QWidget):
    """The part that is read, or a line for the passphrase instead. Asks for rows only while it is in sight."""

    def __init__(self, theme: Theme, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self._opening = False
        self._asks_for_passphrase = False
        self.reading = ReadingPart(theme, actions, self)
        self.reading.open_kept.connect(self._open_what_was_kept)
        self.lock_page = LockPage(theme, actions, self)
        self.lock_page.opened.connect(self._unlocked)
        self.lock_page.erased.connect(self._erased)
        self.lock_page.back.connect(self._go_back)
        self._parts = QStackedWidget(self)
        self._parts.addWidget(self.reading)
        self._parts.addWidget(self.lock_page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(3 * STEP, 2 * STEP, 3 * STEP, 0)
        whole.addWidget(self._parts)

    def hear(self, event: object) -> None:
        """Something was seen that the history may hold soon, or holds no more; look again in a moment, if anybody is looking."""
        if isinstance(event, KeptChanged):
            self._kept_changed(event.kept)
        elif self.isVisible() and not self.locked and isinstance(event, PageUpdated | SubmissionMade | HistoryChanged):
            self.reading.look_again(any_gone=isinstance(event, HistoryChanged))

    @property
    def locked(self) -> bool:
        """Whether nothing is shown before the passphrase is typed."""
        return self._actions.kept() is Kept.LOCKED and (self._opening or self._actions.settings().keeps.on_disk)

    def ask(self) -> None:
        """Ask for what is shown, unless the history is locked."""
        if self.locked:
            self._show_lock_page()
            return
        self._parts.setCurrentWidget(self.reading)
        self._asks_for_passphrase = False
        self.reading.ask()

    def empty(self) -> None:
        """Forget what is on the screen, at once; answers still on their way no longer count."""
        self._opening = self._asks_for_passphrase = False
        self.reading.empty()
        self.lock_page.empty()

    def focus_search(self) -> None:
        """The keyboard goes to the search, where there is one."""
        if not self.locked:
            self.reading.sides.show_list()
            self.reading.finder.search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _kept_changed(self, kept: Kept) -> None:
        if kept is not Kept.OPEN:
            if self.reading.story.row is not None or kept is Kept.LOCKED:
                self.reading.empty()
            else:  # it may be saying what was erased
                self.reading.let_go()
        if self.isVisible():
            self.ask()

    def _show_lock_page(self) -> None:
        if not self._asks_for_passphrase:
            self._asks_for_passphrase = True
            self.reading.empty()
            self._parts.setCurrentWidget(self.lock_page)
            self.lock_page.begin(can_go_back=not self._actions.settings().keeps.on_disk)

    def _open_what_was_kept(self) -> None:
        self._opening = True
        self.ask()

    def _go_back(self) -> None:
        self._opening = False
        self.ask()

    def _unlocked(self, sentence: str) -> None:
        self._opening = False
        self.ask()
        self.reading.finder.search.setFocus(Qt.FocusReason.OtherFocusReason)
        if sentence:
            self.reading.say_instead(shown(sentence))

    def _erased(self, what: Deletion) -> None:
        if self.isVisible() and (what.gone or what.unreadable):
            self._opening = False
            self.reading.say_forgotten(what)
            self.ask()
