"""The kept history: whether it is open, when it is locked, another passphrase, and erasing everything. Only where there is one."""

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from netcurtain.core.event import KeptChanged
from netcurtain.core.keeping import Deletion, Kept
from netcurtain.ui import deletion
from netcurtain.ui import wording as ui_wording
from netcurtain.ui.actions import Actions
from netcurtain.ui.button import AROUND, Button, Kind
from netcurtain.ui.confirm import Confirm
from netcurtain.ui.later import Later
from netcurtain.ui.mirrored import margins
from netcurtain.ui.other_ways.picker import Picker
from netcurtain.ui.passphrase import wording as passphrase_wording
from netcurtain.ui.passphrase.making import changing_form
from netcurtain.ui.prose import Prose
from netcurtain.ui.reveal import reveal
from netcurtain.ui.settings import wording
from netcurtain.ui.settings.section import Section
from netcurtain.ui.theme import STEP, Theme

MINUTES = (1, 2, 5, 10, 15, 30, 60, 0)
STATES = {Kept.OPEN: wording.IT_IS_OPEN, Kept.LOCKED: wording.IT_IS_LOCKED, Kept.NONE: ""}


class KeptSection(Section):
    """One thing open below the buttons at a time."""

    def __init__(self, theme: Theme, actions: Actions, parent: QWidget) -> None:
        super().__init__(theme, wording.KEPT, parent)
        self._actions = actions
        self._later = Later()
        self._files_left = False
        """Whether an erasure left files of ours there: it is to be done once more."""
        self.state = Prose(theme, "", bold=True, wide=True, parent=self.card)
        self.lock_now = Button(theme, wording.LOCK_NOW, parent=self.card)
        self.lock_now.clicked.connect(actions.lock_history)
        self.picker = Picker(theme, wording.LOCK_AFTER, [(count, wording.minutes(count)) for count in MINUTES], self.card)
        self.picker.picked.connect(self._picked)
        self.change = Button(theme, wording.CHANGE_IT, parent=self.card)
        self.change.clicked.connect(self._open_changing)
        self.erase = Button(theme, ui_wording.ERASE, parent=self.card)
        self.erase.clicked.connect(self._open_erasing)
        self.changing = changing_form(theme, actions.change_passphrase, self.card)
        self.changing.opened.connect(self._changed)
        cancel = Button(theme, passphrase_wording.CANCEL, Kind.PLAIN, parent=self.changing)
        cancel.setAccessibleDescription(wording.CHANGE_IT)
        cancel.clicked.connect(lambda: self._closed(self.change))
        self.changing.buttons.addWidget(cancel)
        self.erasing = Confirm(theme, ui_wording.LEAVE_IT, ui_wording.ERASE, self.card)
        self.erasing.left.connect(lambda: self._closed(self.erase))
        self.erasing.sure.connect(self._erase)
        self._lay_out()
        self.refresh()

    def refresh(self) -> None:
        """Show how it stands."""
        super().refresh()
        self.close_open()
        self._show(self._actions.kept())

    def leave(self) -> None:
        """Close what is open."""
        self.close_open()
        self.picker.box.hidePopup()

    def hear(self, event: object) -> None:
        """It was made, opened, locked or erased."""
        if isinstance(event, KeptChanged):
            self._show(event.kept)

    def _show(self, kept: Kept) -> None:
        if kept is Kept.NONE:
            self.close_open()
        if kept is not Kept.OPEN and self.lock_now.hasFocus():
            self.change.setFocus(Qt.FocusReason.OtherFocusReason)
        # What is said of an erasure stays until the page is left.
        self.setVisible(kept is not Kept.NONE or self._files_left or not self.said.isHidden())
        for widget in (self._controls, self.change):
            widget.setVisible(kept is not Kept.NONE)
        self.erase.setVisible(kept is not Kept.NONE or self._files_left)
        self._also.setText(wording.lock_also(self._actions.settings().lock_after))
        self.state.setText(STATES[kept])
        self.state.setVisible(kept is not Kept.NONE)
        self.lock_now.setVisible(kept is Kept.OPEN)
        self.picker.show_pick(self._actions.settings().lock_after)

    def _picked(self, minutes: int) -> None:
        self._actions.change_settings(msgspec.structs.replace(self._actions.settings(), lock_after=minutes))
        self._also.setText(wording.lock_also(minutes))
        self.say(wording.then_lock_after(minutes))

    def _open_changing(self) -> None:
        self.close_open()
        self.say("")
        self.changing.show()
        self.changing.begin()
        reveal(self.changing)

    def _changed(self, sentence: str) -> None:
        self._closed(self.change)
        self.say(sentence or passphrase_wording.CHANGED)

    def _open_erasing(self) -> None:
        self.close_open()
        self.say("")
        self.erasing.ask(ui_wording.ERASE_QUESTION)
        reveal(self.erasing)

    def _erase(self) -> None:
        def erased(what: Deletion) -> None:
            self._files_left = what.unreadable or (self._files_left and not what.gone)
            if self.isVisible():
                self.say(deletion.told(what))
                self._show(self._actions.kept())
                reveal(self.said)

        self.say(passphrase_wording.ONE_MOMENT)
        self.said.setFocus(Qt.FocusReason.OtherFocusReason)  # the buttons may go, and the keyboard is not to land on another question
        reveal(self.said)
        self._actions.erase_everything(self._later.here(erased))

    def close_open(self) -> None:
        """Close what is open below the buttons."""
        self.changing.hide()
        self.erasing.hide()

    def _closed(self, button: Button) -> None:
        """Closed by who used it: the focus goes back to where it was opened."""
        button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.close_open()

    def _lay_out(self) -> None:
        self._controls = QWidget(self.card)
        state = QHBoxLayout()
        state.setContentsMargins(margins(self, AROUND, 0, 0, 0))
        state.addWidget(self.state, 1, Qt.AlignmentFlag.AlignVCenter)
        state.addWidget(self.lock_now)
        picking = QHBoxLayout()
        picking.addWidget(self.picker, 1)
        picking.addStretch(1)
        also = QHBoxLayout()
        also.setContentsMargins(AROUND, 0, AROUND, STEP)
        self._also = Prose(self._theme, "", parent=self._controls)
        also.addWidget(self._also, 100)
        also.addStretch(1)
        controls = QVBoxLayout(self._controls)
        controls.setContentsMargins(0, 0, 0, 0)
        controls.addLayout(state)
        controls.addLayout(picking)
        controls.addLayout(also)
        buttons = QHBoxLayout()
        buttons.setSpacing(STEP)
        buttons.addWidget(self.change)
        buttons.addWidget(self.erase)
        buttons.addStretch(1)
        self.body.addWidget(self._controls)
        self.body.addLayout(buttons)
        self.body.addWidget(self.changing)
        self.body.addWidget(self.erasing)
