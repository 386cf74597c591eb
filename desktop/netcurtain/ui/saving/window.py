"""Save a copy: the questions, the work, and what came of it, one after another in one dialog of the main window.

Closed or hidden while it works, the work is stopped and nothing is left of it.
"""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from netcurtain.core.evidence import Source
from netcurtain.core.saved_copy import CopyKind, CopyMade, CopyStep, CopyWish
from netcurtain.history.rows import VisitRow
from netcurtain.ui.actions import Actions, Cancel
from netcurtain.ui.later import Later
from netcurtain.ui.saving import wording
from netcurtain.ui.saving.asking import AskingPanel
from netcurtain.ui.saving.dialog import ScrollingDialog
from netcurtain.ui.saving.file_choice import FileChoice
from netcurtain.ui.saving.letter_window import LetterWindow
from netcurtain.ui.saving.outcome import OutcomePanel
from netcurtain.ui.saving.running import RunningPanel
from netcurtain.ui.theme import Theme


class SaveCopyWindow(ScrollingDialog):
    """``show`` it. It asks what a copy would be made from by itself."""

    def __init__(self, theme: Theme, actions: Actions, visit: VisitRow, parent: QWidget | None) -> None:
        super().__init__(theme, wording.SAVE_A_COPY, visit, parent)
        self._actions = actions
        self._later = Later()
        self._run = 0
        self.working = False
        """Whether a copy is being made."""
        self._cancel: Cancel | None = None
        self.setAccessibleDescription(wording.WHAT_IT_IS)
        self.files = FileChoice(self)
        self.asking = AskingPanel(theme, visit, self.files, self.page)
        self.asking.wanted.connect(self.save)
        self.asking.left.connect(self.reject)
        self.running = RunningPanel(theme, self.page)
        self.running.stopped.connect(self._stop)
        self.outcome = OutcomePanel(theme, self.page)
        self.outcome.letter.connect(self._write_letter)
        self.outcome.back.connect(self._begin)
        self.outcome.done.connect(self.accept)
        for panel in (self.asking, self.running, self.outcome):
            self.column.addWidget(panel)
        self._begin()

    def save(self, wish: CopyWish) -> None:
        """Have it saved."""
        self._run += 1
        run = self._run
        letter = wish.kind is CopyKind.ORGANISATION
        place = wish.place

        def show_step(at: tuple[CopyStep, float]) -> None:
            self._progressed(run, *at)

        def show_made(made: CopyMade) -> None:
            self._made(run, made, place, letter=letter)

        progress, done = self._later.here(show_step), self._later.here(show_made)
        self._turn_to(self.running)
        self.running.begin()
        self.working = True
        cancel = self._actions.save_copy(wish, lambda step, part: progress((step, part)), done)
        if self.working:
            self._cancel = cancel

    def empty(self) -> None:
        """It is closed: stop what is at work, and let go of all that was typed."""
        self._run += 1
        self._stop()
        self.files.close()
        self.asking.empty()
        self.outcome.empty()

    def _begin(self) -> None:
        """The questions; meanwhile the page may have been left, so what a copy is made from is asked each time."""
        self._turn_to(self.asking)
        run = self._run
        self._actions.copy_source(self.visit.visit, self._later.here(lambda source: self._show_source(run, source)))

    def _stop(self) -> None:
        cancel, self._cancel = self._cancel, None
        if cancel is not None:
            cancel()

    def _show_source(self, run: int, source: Source | None) -> None:
        if run == self._run:
            self.asking.show_source(source)

    def _progressed(self, run: int, step: CopyStep, part: float) -> None:
        if run == self._run:
            self.running.show_step(step, part)

    def _made(self, run: int, made: CopyMade, place: Path, *, letter: bool) -> None:
        if run == self._run:
            self._cancel, self.working = None, False
            self._turn_to(self.outcome)
            self.outcome.show_made(made, place, letter=letter)

    def _turn_to(self, panel: QWidget) -> None:
        for other in (self.asking, self.running, self.outcome):
            other.setVisible(other is panel)
        self.sheet.verticalScrollBar().setValue(0)

    def _write_letter(self) -> None:
        window = LetterWindow(self._theme, self._actions, self.visit, self.parentWidget())
        self.accept()
        window.show()
