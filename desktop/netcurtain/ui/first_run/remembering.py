"""The question of what is remembered: an answer behind a passphrase holds once there is one, and who changes their mind is asked what
becomes of what was kept.
"""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from netcurtain.core.event import KeptChanged
from netcurtain.core.keeping import Deletion, Kept
from netcurtain.core.settings import Retention
from netcurtain.ui import deletion
from netcurtain.ui import wording as ui_wording
from netcurtain.ui.actions import Actions
from netcurtain.ui.confirm import Confirm
from netcurtain.ui.first_run import wording
from netcurtain.ui.first_run.asking import Asking
from netcurtain.ui.first_run.questions import REMEMBER
from netcurtain.ui.later import Later
from netcurtain.ui.passphrase import wording as passphrase_wording
from netcurtain.ui.passphrase.form import Done
from netcurtain.ui.passphrase.making import MakingPanel
from netcurtain.ui.reveal import reveal
from netcurtain.ui.theme import Theme


class Remembering(Asking):
    """As any question; below its answers a passphrase is made, or what was kept is decided on."""

    _below: tuple[QWidget, ...] = ()
    _files_left = False
    """Whether an erasure left files of ours there: it is to be done once more."""

    def __init__(self, theme: Theme, actions: Actions, parent: QWidget, *, tells: bool = False, headed: bool = True) -> None:
        self._wanted = Retention.CHOSEN
        self._before = Retention.UNTIL_CLOSE
        self._later = Later()
        super().__init__(theme, actions, REMEMBER, parent, tells=tells, headed=headed)
        self.making = MakingPanel(theme, self._make, self)
        self.making.made.connect(self._made)
        self.making.put_off.connect(self._put_off)
        self.making.turned.connect(self.filled)
        self.making.hide()
        self.staying = Confirm(theme, wording.LET_IT_STAY, wording.ERASE_IT, self)
        self.staying.left.connect(self._stays)
        self.staying.sure.connect(self._erase)
        self.shortening = Confirm(theme, wording.LEAVE_AS_IT_WAS, wording.SHORTEN, self)
        self.shortening.left.connect(self._put_off)
        self.shortening.sure.connect(self._shorten)
        self.once_more = Confirm(theme, ui_wording.LEAVE_IT, wording.ERASE_IT, self)
        self.once_more.left.connect(self._focus_choice)
        self.once_more.sure.connect(self._erase)
        self._below = (self.making, self.staying, self.shortening)
        for part in (*self._below, self.once_more):
            self.column.addWidget(part)

    @property
    def begun(self) -> bool:
        """Whether a passphrase is to be made, or a question to be answered, before the answer holds."""
        return not self.making.isHidden() or not self.shortening.isHidden()

    @property
    def busy(self) -> bool:
        """Whether the passphrase is just being made."""
        return self.making.form.busy

    def remind(self) -> None:
        """Say so, at the passphrase or the question."""
        if self.busy:
            self.making.form.say(passphrase_wording.ONE_MOMENT, aloud=True)
            return
        if not self.shortening.isHidden():
            self.shortening.leave_button.setFocus(Qt.FocusReason.TabFocusReason)
            reveal(self.shortening)
            return
        self.making.form.begin()
        reveal(self.making)
        self.making.form.say(passphrase_wording.MAKE_FIRST, aloud=True)

    def let_go(self) -> None:
        """A passphrase that was begun is none, even one that is just being made, and the answer before it holds. What was kept stays, as
        long as nobody answers.
        """
        if self.busy:
            self._actions.lock_history()
        self.refresh()

    def close_questions(self) -> None:
        """Another question about erasing is asked elsewhere."""
        if not self.shortening.isHidden():
            self.refresh()
        self.staying.hide()
        self.once_more.hide()

    def hear(self, event: object) -> None:
        """The history was made, opened, locked or erased, perhaps elsewhere. What is being typed stays."""
        if not isinstance(event, KeptChanged):
            return
        if event.kept is Kept.NONE:
            self.staying.hide()
            self.shortening.hide()
        else:
            self.once_more.hide()
        if not self.begun and not self.busy:
            self.choices.show_choice(self.question.place(self._actions))

    def showEvent(self, event: QShowEvent) -> None:
        """A question that was out of sight is closed; this one is still to be answered."""
        super().showEvent(event)
        self._ask_once_more()

    def refresh(self) -> None:
        """Show the answer that holds now; what was begun is let go of."""
        self._close()
        super().refresh()

    def _chosen(self, place: int) -> None:
        value = self.question.answers[place].value
        if not isinstance(value, Retention):
            return
        if self.busy:  # it is being made for another answer, which holds in a moment
            self.choices.show_choice(self._place_of(self._wanted))
            return
        asks = self._actions.settings().keeps.on_disk or not self.staying.isHidden()
        self._close()
        kept = self._actions.kept()
        self._wanted, self._before = value, self._actions.settings().keeps
        if value.on_disk and kept is Kept.NONE:
            self.say("")
            self.making.show()  # the keyboard stays on the answers: who goes through them with the arrows may go on
            self._unfold(self.making)
            QAccessible.updateAccessibility(QAccessibleEvent(self.making, QAccessible.Event.Alert))
            return
        if value is Retention.DAYS_7 and self._before is not Retention.DAYS_7:
            self.say("")
            self.shortening.ask(wording.SHORTEN_QUESTION, focus=False)
            self._unfold(self.shortening)
            return
        super()._chosen(place)
        self._tell_more(kept)
        if asks and not value.on_disk and kept is not Kept.NONE:
            self.staying.ask(wording.WHAT_OF_THE_KEPT, focus=False)
            self._unfold(self.staying)

    def _tell_more(self, kept: Kept) -> None:
        """What the change means for what is there already, and whether it is locked."""
        more = [wording.then_of_what_is_there(self._before, self._wanted, kept)]
        if self._wanted.on_disk and kept is Kept.LOCKED:
            more.append(wording.LOCKED_NOW)
        if any(more):
            self.say(" ".join(filter(None, (self.said.text(), *more))), aloud=True)

    def _unfold(self, part: QWidget) -> None:
        """In sight, but not at the price of the answer that has the keyboard."""
        reveal(part)
        for card in self.choices.cards:
            if card.hasFocus():
                reveal(card)

    def _close(self) -> None:
        for part in self._below:
            part.hide()

    def _place_of(self, wanted: Retention) -> int:
        return next(place for place, answer in enumerate(self.question.answers) if answer.value is wanted)

    def _make(self, passphrase: str, done: Done) -> None:
        self._actions.make_history(passphrase, self._wanted, done)

    def _made(self, sentence: str) -> None:
        self.refresh()
        then = self.question.answers[self._place_of(self._wanted)].then
        more = wording.then_of_what_is_there(self._before, self._wanted, Kept.NONE)
        self.say(" ".join(filter(None, (then, more, sentence))), aloud=True)
        self._focus_choice()

    def _put_off(self) -> None:
        if self.busy:
            self.remind()
            return
        self.refresh()
        self._focus_choice()

    def _shorten(self) -> None:
        super()._chosen(self._place_of(self._wanted))
        self._tell_more(self._actions.kept())
        self._focus_choice()

    def _stays(self) -> None:
        self._actions.lock_history()
        self.say(wording.STAYS_LOCKED, aloud=True)
        self._focus_choice()

    def _erase(self) -> None:
        self._focus_choice()

        def erased(what: Deletion) -> None:
            self._files_left = what.unreadable or (self._files_left and not what.gone)
            self.say(deletion.told(what), aloud=True)
            self._ask_once_more()
            if self.once_more.isVisible():
                reveal(self.once_more)

        self._actions.erase_everything(self._later.here(erased))

    def _ask_once_more(self) -> None:
        if self._files_left and self._actions.kept() is Kept.NONE:
            self.once_more.ask(ui_wording.ERASE_QUESTION, focus=False)

    def _focus_choice(self) -> None:
        """What was used is gone: back to the answers."""
        self.choices.cards[self.choices.choice or 0].setFocus(Qt.FocusReason.OtherFocusReason)
