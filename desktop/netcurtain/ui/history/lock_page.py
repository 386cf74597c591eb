"""What *History* shows while it is locked: a line for the passphrase, and a way to erase everything. No count, no date, no site."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from netcurtain.core.keeping import Deletion
from netcurtain.ui import deletion
from netcurtain.ui import wording as ui_wording
from netcurtain.ui.actions import Actions
from netcurtain.ui.button import AROUND, Button, Kind, in_line
from netcurtain.ui.centred import centred
from netcurtain.ui.confirm import Confirm
from netcurtain.ui.history import wording
from netcurtain.ui.later import Later
from netcurtain.ui.mark import Glyph
from netcurtain.ui.passphrase.making import opening_form
from netcurtain.ui.prose import Prose
from netcurtain.ui.reveal import reveal
from netcurtain.ui.theme import STEP, Colour, Size, Theme

ICON = 40


class LockPage(QScrollArea):
    """``opened`` carries the history's sentence. ``erased`` carries what became of it. ``back``: to what needs no passphrase."""

    opened = Signal(str)
    erased = Signal(object)
    back = Signal()

    def __init__(self, theme: Theme, actions: Actions, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(wording.LOCKED)
        self._actions = actions
        self._later = Later()
        page = QWidget()
        page.setObjectName("page")
        self.form = opening_form(theme, actions.open_history, page)
        self.form.opened.connect(self.opened)
        self.form.fields[0].line.setAccessibleDescription(f"{wording.LOCKED}. {wording.LOCKED_MORE}")
        self.back_button = Button(theme, wording.BACK_TO_SESSION, Kind.PLAIN, parent=page)
        self.back_button.clicked.connect(self.back)
        self.erase_button = Button(theme, ui_wording.ERASE, Kind.PLAIN, parent=page)
        self.erase_button.clicked.connect(self._ask)
        self.confirm = Confirm(theme, ui_wording.LEAVE_IT, ui_wording.ERASE, page)
        self.confirm.left.connect(lambda: self.erase_button.setFocus(Qt.FocusReason.OtherFocusReason))
        self.confirm.sure.connect(self._erase)
        self.said = Prose(theme, "", wide=True, parent=page)
        words = QVBoxLayout()
        words.setContentsMargins(AROUND, 0, AROUND, 0)
        words.setSpacing(STEP)
        heading = QHBoxLayout()  # beside each other: scrolled to what is below, no half of a picture is left
        heading.setSpacing(STEP)
        heading.addWidget(Glyph(theme, "curtain", Colour.TEAL, ICON, page), 0, Qt.AlignmentFlag.AlignTop)
        heading.addWidget(Prose(theme, wording.LOCKED, Size.HEADLINE, wide=True, parent=page), 1, Qt.AlignmentFlag.AlignVCenter)
        words.addLayout(heading)
        words.addWidget(Prose(theme, wording.LOCKED_MORE, colour=Colour.SOFT, wide=True, parent=page))
        said = QVBoxLayout()
        said.setContentsMargins(AROUND, 0, AROUND, 0)
        said.addWidget(self.said)
        column = QVBoxLayout()
        column.setContentsMargins(STEP // 2, STEP, STEP // 2, 3 * STEP)
        column.setSpacing(0)
        column.addLayout(words)
        column.addSpacing(2 * STEP)
        column.addWidget(self.form)
        column.addSpacing(3 * STEP)
        for part in (self.back_button, self.erase_button):
            column.addLayout(in_line(part))
        column.addLayout(said)
        column.addWidget(self.confirm)
        column.addStretch(1)
        centred(theme, page, column)
        self.setWidget(page)

    def begin(self, *, can_go_back: bool) -> None:
        """It comes into sight, the keyboard on the passphrase."""
        self.back_button.setVisible(can_go_back)
        self.say("")
        self.verticalScrollBar().setValue(0)
        self.form.begin()

    def empty(self) -> None:
        """Let go of what was typed, asked and said."""
        self.form.empty()
        self.confirm.hide()
        self.say("")

    def say(self, sentence: str) -> None:
        """What came of erasing."""
        self.said.setText(sentence)
        self.said.setVisible(bool(sentence))

    def _ask(self) -> None:
        self.say("")
        self.confirm.ask(ui_wording.ERASE_QUESTION)
        reveal(self.confirm)

    def _erase(self) -> None:
        def erased(what: Deletion) -> None:
            self.say(deletion.told(what))
            self.erased.emit(what)

        self.say(wording.WORKING)
        self.erase_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self._actions.erase_everything(self._later.here(erased))
