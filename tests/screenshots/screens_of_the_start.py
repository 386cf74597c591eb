"""The first run's steps, and how a browser is connected."""

from PySide6.QtWidgets import QWidget
from tests.screenshots.stage import Stage, settle

from netcurtain.core.event import BrowserPaired
from netcurtain.core.keeping import Kept
from netcurtain.core.settings import Settings
from netcurtain.ui.main_window import MainWindow

WHAT, REMEMBERING, HOW, CONNECTING = range(4)


def _at_step(stage: Stage, step: int) -> MainWindow:
    stage.behind.answers, stage.behind.stand = Settings(), Kept.NONE
    main = stage.main()
    for _ in range(step):
        main.first_run.go_on()
    settle()
    return main


def what(stage: Stage) -> QWidget:
    return _at_step(stage, WHAT)


def remembering(stage: Stage) -> MainWindow:
    return _at_step(stage, REMEMBERING)


def passphrase(stage: Stage) -> QWidget:
    main = remembering(stage)
    main.first_run.steps[REMEMBERING].questions[0].choices.cards[-1].click()
    settle()
    return main


def how(stage: Stage) -> QWidget:
    return _at_step(stage, HOW)


def connecting(stage: Stage) -> QWidget:
    stage.behind.paired = []
    return _at_step(stage, CONNECTING)


def connected(stage: Stage) -> QWidget:
    return _at_step(stage, CONNECTING)


def pairing(stage: Stage) -> QWidget:
    main = stage.main_at("")
    main.connect_browser()
    settle()
    if main.pairing is None:
        raise SystemExit("There is no pairing dialog.")
    return main.pairing


def paired(stage: Stage) -> QWidget:
    dialog = pairing(stage)
    main = dialog.parentWidget()
    if isinstance(main, MainWindow):
        main.hear(BrowserPaired(*((row := stage.behind.paired[0]).id, row.name)))
    settle()
    return dialog
