"""*Save a copy*: its questions for either reader, the work, what came of it, and the letter."""

from pathlib import Path

from PySide6.QtWidgets import QWidget
from tests.screenshots.stage import Stage, settle, until

from netcurtain.core.saved_copy import CopyKind, CopyMade, CopyStep
from netcurtain.evidence import outcome_wording as wording
from netcurtain.ui.saving.asking import KINDS
from netcurtain.ui.saving.letter_window import LetterWindow
from netcurtain.ui.saving.window import SaveCopyWindow
from netcurtain.ui.saving.wording import LOOKING

SYNCED = Path("/home/sam/OneDrive/copy-2026-11-24.zip")
STICK = Path("/media/sam/stick/copy-2026-11-24.zip")
ANSWERED = 0


def asked(stage: Stage) -> SaveCopyWindow:
    window = SaveCopyWindow(stage.theme, stage.behind, stage.behind.made["p2"], stage.main_at(""))
    stage.open(window)
    until(lambda: window.asking.source.text() != LOOKING)
    return window


def _asked_for(stage: Stage, kind: CopyKind) -> SaveCopyWindow:
    window = asked(stage)
    window.asking.whom.cards[KINDS.index(kind)].click()
    settle()
    return window


def organisation(stage: Stage) -> SaveCopyWindow:
    return _asked_for(stage, CopyKind.ORGANISATION)


def solicitor(stage: Stage) -> QWidget:
    return _asked_for(stage, CopyKind.SOLICITOR)


def place(stage: Stage) -> QWidget:
    """A place that others may look into."""
    window = organisation(stage)
    window.asking._placed(SYNCED)
    settle()
    return window


def _saved(stage: Stage) -> SaveCopyWindow:
    window = organisation(stage)
    window.asking._place = STICK
    window.asking._go_on()
    settle()
    return window


def at_work(stage: Stage) -> QWidget:
    stage.behind.hold = True
    stage.behind.copy_steps = [(CopyStep.DRAWING, 0.4)]
    return _saved(stage)


def done(stage: Stage) -> QWidget:
    stage.behind.copy_made = CopyMade(True, f"{wording.MADE_FROM_OPEN} {wording.ANYBODY_CAN_READ}")
    return _saved(stage)


def not_done(stage: Stage) -> QWidget:
    stage.behind.copy_made = CopyMade(False, wording.NO_ROOM)
    return _saved(stage)


def letter(stage: Stage) -> LetterWindow:
    window = LetterWindow(stage.theme, stage.behind, stage.behind.made["p2"], stage.main_at(""))
    stage.open(window)
    until(lambda: bool(window.letter.text))
    return window


def statement(stage: Stage) -> QWidget:
    window = letter(stage)
    window.asked.cards[ANSWERED].click()
    settle()
    return window
