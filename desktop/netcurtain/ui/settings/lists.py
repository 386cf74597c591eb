"""The filter lists: which are on, how old each is, and a look for newer ones."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from netcurtain.core.event import ListsChanged
from netcurtain.ui.actions import Actions, Cancel, ListRow
from netcurtain.ui.bar import FINEST, Bar
from netcurtain.ui.button import AROUND, Button
from netcurtain.ui.later import Later
from netcurtain.ui.plain import shown
from netcurtain.ui.prose import Prose
from netcurtain.ui.settings import wording
from netcurtain.ui.settings.section import Section
from netcurtain.ui.switch import Switch
from netcurtain.ui.tab_order import tab_before
from netcurtain.ui.theme import STEP, Colour, Size, Theme


class ListsSection(Section):
    """A switch a list; our own small one is always on. One thing at a time: while one is done, presses change nothing."""

    def __init__(self, theme: Theme, actions: Actions, parent: QWidget) -> None:
        super().__init__(theme, wording.LISTS, parent)
        self._actions = actions
        self._later = Later()
        self._asked = 0
        self._working = False
        self._cancel: Cancel | None = None
        self._shown: tuple[ListRow, ...] = ()
        self.rows: dict[str, Switch | OwnList] = {}
        self.switches: dict[str, Switch] = {}
        self.quiet(wording.LISTS_MORE)
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self.body.addLayout(self._column)
        self.update_button = Button(theme, wording.LOOK_FOR_NEWER, parent=self.card)
        self.update_button.clicked.connect(self._update)
        self.bar = Bar(theme, wording.LOOK_FOR_NEWER, self.card)
        self.stop_button = Button(theme, wording.STOP, parent=self.card)
        self.stop_button.clicked.connect(self._stop)
        inset = QHBoxLayout()
        inset.setContentsMargins(AROUND, 0, AROUND, 0)
        inset.addWidget(self.bar)
        self.body.addLayout(inset)
        self.body.addWidget(self.stop_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.update_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._show_looking(False)

    def refresh(self) -> None:
        """Ask for them anew; what was being done may still come to its end, unseen."""
        super().refresh()
        self._working = False
        self._show_looking(False)
        self._asked += 1
        self._ask()

    def leave(self) -> None:
        """Answers that are on their way no longer count; what is being looked for comes to its end, unseen."""
        self._asked += 1
        self._cancel = None

    def hear(self, event: object) -> None:
        """Another text is in use."""
        if isinstance(event, ListsChanged):
            self._ask()

    def _ask(self) -> None:
        mine = self._asked
        self._actions.lists(self._later.here(lambda rows: self._show(rows) if mine == self._asked else None))

    def _show(self, rows: tuple[ListRow, ...]) -> None:
        if [row.name for row in rows] != [row.name for row in self._shown]:
            self._rebuild(rows)
        self._shown = rows
        for row in rows:
            self.rows[row.name].say(shown(row.sentence))
            if row.name in self.switches:
                self.switches[row.name].show_on(row.in_use)

    def _rebuild(self, rows: tuple[ListRow, ...]) -> None:
        for old in self.rows.values():
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.switches = {row.name: Switch(self._theme, shown(row.title), parent=self.card) for row in rows if not row.always_on}
        self.rows = {row.name: self.switches.get(row.name) or OwnList(self._theme, shown(row.title), self.card) for row in rows}
        for name, switch in self.switches.items():
            switch.clicked.connect(lambda on, name=name: self._use(name, on))
        for widget in self.rows.values():
            self._column.addWidget(widget)
            tab_before(widget, self.update_button)

    def _use(self, name: str, on: bool) -> None:
        if self._working:
            self._show(self._shown)  # the switch that was pressed goes back
        else:
            self._actions.use_list(name, on, self._later.here(self._begin(wording.WORKING)))

    def _update(self) -> None:
        if self._working:
            return
        mine = self._asked
        ended = self._begin(wording.LOOKING)

        def done(sentences: tuple[str, ...]) -> None:
            if mine == self._asked:
                words = " ".join(sentences)
                stopped = not self.stop_button.isEnabled()
                self._show_looking(False)
                ended(f"{words} {wording.STOPPED}".strip() if stopped else words or wording.NO_LISTS)

        def progress(part: float) -> None:
            if mine == self._asked:
                self.bar.setValue(round(FINEST * part))

        self._show_looking(True)
        self._cancel = self._actions.update_lists(self._later.here(done), self._later.here(progress))

    def _stop(self) -> None:
        if self._cancel is not None:
            self.stop_button.setEnabled(False)
            self.say(wording.STOPPING)
            self._cancel()

    def _show_looking(self, looking: bool) -> None:
        """The bar and *Stop* are there while somebody looks; the keyboard stays where it was, on the one button that is there."""
        had_focus = (self.update_button if looking else self.stop_button).hasFocus()
        self.bar.setValue(0)
        self.stop_button.setEnabled(True)
        self.update_button.setVisible(not looking)
        for widget in (self.bar, self.stop_button):
            widget.setVisible(looking)
        if had_focus:
            (self.stop_button if looking else self.update_button).setFocus(Qt.FocusReason.OtherFocusReason)

    def _begin(self, words: str) -> Callable[[str], None]:
        """Say that it is being done; the answer ends it with a sentence of what came of it."""
        self._working = True
        mine = self._asked
        self.say(words)

        def done(sentence: str) -> None:
            if mine == self._asked:
                self._working = False
                self.say(sentence)
                self._ask()

        return done


class OwnList(QWidget):
    """Our own list's row: it has no switch."""

    def __init__(self, theme: Theme, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._sentence = Prose(theme, "", Size.SMALL, Colour.SOFT, wide=True, parent=self)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Prose(theme, title, wide=True, parent=self))
        words.addWidget(self._sentence)
        row = QHBoxLayout(self)
        row.setContentsMargins(AROUND, AROUND + STEP // 2, AROUND, AROUND + STEP // 2)
        row.setSpacing(2 * STEP)
        row.addLayout(words, 1)
        row.addWidget(Prose(theme, wording.ALWAYS_ON, colour=Colour.SOFT, parent=self), 0, Qt.AlignmentFlag.AlignVCenter)

    def say(self, sentence: str) -> None:
        """The line under its title."""
        self._sentence.setText(sentence)
