"""What is asked before a copy is saved: for whom, of what, and where. Nothing of it is remembered for the next time."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from netcurtain.core.evidence import Source
from netcurtain.core.saved_copy import CopyKind, CopyWish
from netcurtain.history.rows import VisitRow
from netcurtain.ui.button import Button, Kind
from netcurtain.ui.choice import Choices, Option
from netcurtain.ui.confirm import Confirm
from netcurtain.ui.plain import shown
from netcurtain.ui.prose import Prose
from netcurtain.ui.reveal import reveal
from netcurtain.ui.saving import wording
from netcurtain.ui.saving.dialog import indented, say
from netcurtain.ui.saving.file_choice import FileChoice
from netcurtain.ui.saving.organisation import OrganisationPart
from netcurtain.ui.saving.places import place_sentences
from netcurtain.ui.saving.solicitor import SolicitorPart
from netcurtain.ui.theme import STEP, Size, Theme

KINDS = (CopyKind.ORGANISATION, CopyKind.SOLICITOR)
FILES = {CopyKind.ORGANISATION: ("zip", wording.ZIP_FILES), CopyKind.SOLICITOR: ("pdf", wording.PDF_FILES)}
STEM = "copy"
THIS_VISIT, EVERY_VISIT = 0, 1


class AskingPanel(QWidget):
    """``wanted`` carries the CopyWish once everything is answered. ``left``: the person wants none."""

    wanted = Signal(object)
    left = Signal()

    def __init__(self, theme: Theme, visit: VisitRow, files: FileChoice, parent: QWidget) -> None:
        super().__init__(parent)
        self._visit, self._files = visit, files
        self._place = Path()
        files.chosen.connect(self._placed)
        self.source = Prose(theme, wording.LOOKING, parent=self)
        self.whom = Choices(
            theme,
            wording.FOR_WHOM,
            [Option(wording.ORGANISATION, wording.ORGANISATION_MORE), Option(wording.SOLICITOR, wording.SOLICITOR_MORE)],
            parent=self,
        )
        self.whom.chosen.connect(self._show_kind)
        self.organisation = OrganisationPart(theme, self)
        self.organisation.line.returnPressed.connect(self.choose_place)
        self.solicitor = SolicitorPart(theme, self)
        self.solicitor.fields[1].line.returnPressed.connect(self.choose_place)
        site = Option(wording.every_visit(shown(visit.site)), wording.EVERY_VISIT_MORE)
        self.which = Choices(theme, wording.WHICH, [Option(wording.THIS_VISIT, wording.visit_day(visit.started)), site], parent=self)
        self.which.show_choice(THIS_VISIT)
        self.said = Prose(theme, "", parent=self)
        self.place_said = Prose(theme, "", parent=self)
        self.confirm = Confirm(theme, wording.CHOOSE_ANOTHER, wording.SAVE_HERE, self)
        self.confirm.left.connect(self._choose_again)
        self.confirm.sure.connect(self._go_on)
        self.choose_button = Button(theme, wording.CHOOSE_PLACE, Kind.FILLED, parent=self)
        self.choose_button.setAccessibleDescription(wording.WHERE_MORE)
        self.choose_button.clicked.connect(self.choose_place)
        self.close_button = Button(theme, wording.CLOSE, parent=self)
        self.close_button.clicked.connect(self.left)
        self._build(theme)
        self._say_nothing()
        for part in (self.organisation, self.solicitor):
            part.hide()

    @property
    def kind(self) -> CopyKind | None:
        """For whom it is to be, None before that is chosen."""
        return None if self.whom.choice is None else KINDS[self.whom.choice]

    def show_source(self, source: Source | None) -> None:
        """From which facts the copy would be made; None: from none."""
        self.source.setText(wording.GONE if source is None else wording.SOURCES[source])
        self.setAccessibleDescription(self.source.text())
        for part in (self._asking, self.choose_button):
            part.setVisible(source is not None)
        if source is None:
            say(self.source, wording.GONE)
            self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def choose_place(self) -> None:
        """Ask where it is to go, if nothing is amiss with the answers."""
        self._say_nothing()
        kind = self.kind
        if kind is None:
            say(self.said, wording.CHOOSE_FOR_WHOM)
            self.whom.cards[0].setFocus(Qt.FocusReason.TabFocusReason)
            return
        part = self._parts[kind]
        if fault := part.fault():
            say(self.said, fault)
            part.begin()
        else:
            self._files.ask(STEM, *FILES[kind])

    def empty(self) -> None:
        """Let go of every answer."""
        self._say_nothing()
        self._place = Path()
        for part in self._parts.values():
            part.empty()
        for words in (self.source, *self.which.findChildren(Prose)):
            words.setText("")
        for card in self.which.cards:
            card.setAccessibleName("")
            card.setAccessibleDescription("")

    @property
    def _parts(self) -> dict[CopyKind, OrganisationPart | SolicitorPart]:
        return {CopyKind.ORGANISATION: self.organisation, CopyKind.SOLICITOR: self.solicitor}

    def _show_kind(self) -> None:
        self._say_nothing()
        for kind, part in self._parts.items():
            part.setVisible(kind is self.kind)
            if kind is self.kind:
                reveal(part)

    def _placed(self, place: Path) -> None:
        """A place was chosen: go on, or first say what is to be said of it."""
        kind = self.kind
        if kind is None or not self.isVisible():
            return
        suffix, _words = FILES[kind]
        if place.suffix.casefold() != f".{suffix}":
            place = place.with_name(f"{place.name}.{suffix}")
            if place.exists():  # the system asked about another name
                say(self.place_said, wording.ALREADY_THERE)
                return
        self._place = place
        sentences = place_sentences(place, place.resolve())
        if sentences:
            self.confirm.ask(" ".join((*sentences, wording.THERE_QUESTION)))
            reveal(self.confirm)
        else:
            self._go_on()

    def _choose_again(self) -> None:
        self._place = Path()
        self.choose_place()

    def _go_on(self) -> None:
        kind = self.kind
        if kind is None or (fault := self._parts[kind].fault()):
            say(self.said, fault if kind else wording.CHOOSE_FOR_WHOM)
            return
        site = self._visit.site if self.which.choice == EVERY_VISIT else ""
        wish = (
            CopyWish(
                kind,
                self._place,
                self._visit.visit,
                site,
                button_words=self.organisation.button_words.isChecked(),
                browser_numbers=self.organisation.browser_numbers.isChecked(),
                name=self.organisation.name,
            )
            if kind is CopyKind.ORGANISATION
            else CopyWish(kind, self._place, self._visit.visit, site, passphrase=self.solicitor.passphrase)
        )
        self.wanted.emit(wish)

    def _say_nothing(self) -> None:
        self.confirm.hide()
        for words in (self.said, self.place_said):
            say(words, "")

    def _build(self, theme: Theme) -> None:
        self._asking = QWidget(self)
        asking = QVBoxLayout(self._asking)
        asking.setContentsMargins(0, 0, 0, 0)
        asking.setSpacing(STEP)
        for question, answers in ((wording.FOR_WHOM, self.whom), (wording.WHICH, self.which)):
            indented(Prose(theme, question, Size.LARGE, parent=self._asking), asking)
            asking.addWidget(answers)
            if answers is self.whom:
                asking.addWidget(self.organisation)
                asking.addWidget(self.solicitor)
                indented(self.said, asking)
            asking.addSpacing(STEP)
        indented(Prose(theme, wording.WHERE, Size.LARGE, parent=self._asking), asking)
        indented(Prose(theme, wording.WHERE_MORE, parent=self._asking), asking)
        indented(self.place_said, asking)
        asking.addWidget(self.confirm)
        buttons = QHBoxLayout()
        buttons.setSpacing(STEP)
        buttons.addWidget(self.choose_button)
        buttons.addWidget(self.close_button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * STEP)
        words = QVBoxLayout()
        words.setSpacing(STEP // 2)
        for prose in (
            Prose(theme, wording.SAVE_A_COPY, Size.HEADLINE, parent=self),
            Prose(theme, wording.WHAT_IT_IS, parent=self),
            self.source,
        ):
            indented(prose, words)
        column.addLayout(words)
        column.addWidget(self._asking)
        column.addLayout(buttons)
        column.addStretch(1)
