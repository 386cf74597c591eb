"""Every screen of the app as a scene: the window that shows it, filled from the story. Sentences are made at import, so speak first.

A scene is built anew for who looks at it, and is only shown: nothing in it is asked of anybody but the FakeApp.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QWidget
from tests.ui.a_partner import PARTNER_FILE
from tests.ui.accessible import story
from tests.ui.accessible.stage import Stage, settle

from netcurtain.core.event import BrowserPaired, ListsChanged, Trouble
from netcurtain.core.evidence import Source
from netcurtain.core.keeping import Kept, Unlocking
from netcurtain.core.saved_copy import CopyStep
from netcurtain.core.settings import Retention, Settings
from netcurtain.ui.alert.window import AlertWindow
from netcurtain.ui.history.grouping import Grouping
from netcurtain.ui.main_window import HISTORY, OTHER_WAYS, MainWindow
from netcurtain.ui.saving.letter_window import LetterWindow
from netcurtain.ui.saving.window import SaveCopyWindow


@dataclass(frozen=True, slots=True)
class Scene:
    """``takes_keys``: its window can have the keyboard, as every one but the alert can."""

    build: Callable[[Stage], QWidget]
    takes_keys: bool = True


SCENES: dict[str, Scene] = {}


def scene(build: Callable[[Stage], QWidget]) -> Callable[[Stage], QWidget]:
    """One of the scenes, by its function's name."""
    SCENES[build.__name__.replace("_", " ")] = Scene(build, takes_keys=build.__name__ != "the_alert")
    return build


@scene
def now_without_a_browser(stage: Stage) -> QWidget:
    main = stage.main()
    main.hear(Trouble("The history could not be written. Is the disk full?"))
    return main


@scene
def now_without_a_page(stage: Stage) -> QWidget:
    main = stage.main()
    main.hear(story.in_front()[0])
    main.hear(ListsChanged(("EasyPrivacy of 13 August 2026",)))
    return main


@scene
def now_with_nothing_seen(stage: Stage) -> QWidget:
    main = stage.main()
    for event in story.in_front():
        main.hear(event)
    return main


@scene
def now_as_a_list(stage: Stage) -> QWidget:
    main = stage.main()
    for event in story.in_front(*story.COMPANIES):
        main.hear(event)
    main.now_view.rows[0].header.click()
    return main


@scene
def now_as_a_picture(stage: Stage) -> QWidget:
    main = stage.main()
    for event in story.in_front(*story.COMPANIES):
        main.hear(event)
    main.now_view.page.as_picture.click()
    settle()
    main.now_view.page.picture.canvas.cards[0].click()
    return main


def _history(stage: Stage, grouping: Grouping = Grouping.BY_DAY) -> MainWindow:
    main = stage.main()
    main.turn_to(HISTORY)
    settle()
    finder = main.history_view.reading.finder
    if grouping is not finder.grouping:
        finder.groups[grouping].click()
    settle()
    return main


def _read(main: MainWindow, visit: str) -> None:
    model = main.history_view.reading.model
    main.history_view.reading.list.setCurrentIndex(model.index(model.row_of(visit)))
    main.history_view.reading.sides.show_story()
    settle()


@scene
def history_by_day(stage: Stage) -> QWidget:
    main = _history(stage)
    main.history_view.reading.finder.filters_button.click()
    return main


@scene
def history_by_site(stage: Stage) -> QWidget:
    return _history(stage, Grouping.BY_SITE)


@scene
def history_of_what_was_kept(stage: Stage) -> QWidget:
    return _history(stage, Grouping.KEPT)


@scene
def history_with_nothing_found(stage: Stage) -> QWidget:
    stage.app.rows = []
    return _history(stage)


@scene
def history_of_one_visit(stage: Stage) -> QWidget:
    main = _history(stage)
    _read(main, "v3")
    return main


@scene
def history_of_its_requests(stage: Stage) -> QWidget:
    main = _history(stage)
    _read(main, "v1")
    main.history_view.reading.story.card.tabs[1].click()
    return main


@scene
def history_of_what_was_not_seen(stage: Stage) -> QWidget:
    main = _history(stage)
    _read(main, "v1")
    main.history_view.reading.story.card.tabs[2].click()
    return main


@scene
def history_asked_once_more(stage: Stage) -> QWidget:
    main = _history(stage)
    _read(main, "v1")
    main.history_view.reading.story.forget_site_button.click()
    return main


@scene
def history_of_what_changed(stage: Stage) -> QWidget:
    main = _history(stage)
    _read(main, "v1")
    main.history_view.reading.story.changed_button.click()
    return main


@scene
def history_locked(stage: Stage) -> QWidget:
    stage.app.stand = Kept.LOCKED
    stage.app.answers = Settings(introduced=True, retention=Retention.DAYS_30)
    main = _history(stage)
    page = main.history_view.lock_page
    stage.app.unlocking = Unlocking(False, "That is not the passphrase.")
    page.form.fields[0].line.setText("not the words")
    page.form.submit()
    page.erase_button.click()
    return main


@scene
def other_ways(stage: Stage) -> QWidget:
    main = stage.main()
    main.turn_to(OTHER_WAYS)
    return main


def _settings(stage: Stage) -> MainWindow:
    main = stage.main()
    main.turn_to(len(main.tabs) - 1)
    settle()
    return main


@scene
def settings(stage: Stage) -> QWidget:
    return _settings(stage)


@scene
def settings_asking(stage: Stage) -> QWidget:
    main = _settings(stage)
    view = main.settings_view
    view.kept.change.click()
    lines = list(view.browsers.lines.values())
    lines[0].rename.click()
    lines[1].disconnect_button.click()
    stage.app.hold = True
    view.lists.update_button.click()
    if view.partners is not None:
        view.partners.look_at(PARTNER_FILE)
    return main


@scene
def settings_erasing(stage: Stage) -> QWidget:
    main = _settings(stage)
    main.settings_view.kept.erase.click()
    return main


def _first_run(stage: Stage, step: int) -> MainWindow:
    stage.app.answers = Settings()
    main = stage.main()
    for _ in range(step):
        main.first_run.go_on()
    settle()
    return main


@scene
def first_run_what_it_is(stage: Stage) -> QWidget:
    return _first_run(stage, 0)


@scene
def first_run_remembering(stage: Stage) -> QWidget:
    return _first_run(stage, 1)


@scene
def first_run_making_a_passphrase(stage: Stage) -> QWidget:
    stage.app.stand = Kept.NONE
    main = _first_run(stage, 1)
    main.first_run.steps[1].questions[0].choices.cards[-1].click()
    return main


@scene
def first_run_how(stage: Stage) -> QWidget:
    return _first_run(stage, 2)


@scene
def first_run_connecting(stage: Stage) -> QWidget:
    stage.app.paired = []
    main = _first_run(stage, 3)
    main.first_run.connecting.show_how.click()
    return main


@scene
def first_run_connected(stage: Stage) -> QWidget:
    return _first_run(stage, 3)


@scene
def pairing(stage: Stage) -> QWidget:
    main = stage.main()
    main.connect_browser()
    settle()
    assert main.pairing is not None
    return main.pairing


@scene
def paired(stage: Stage) -> QWidget:
    dialog = pairing(stage)
    stage.app.paired = stage.app.paired[:1]
    main = dialog.parentWidget()
    assert isinstance(main, MainWindow)
    main.hear(BrowserPaired("b1", "Chrome 156"))
    return dialog


def _saving(stage: Stage) -> SaveCopyWindow:
    dialog = SaveCopyWindow(stage.theme, stage.app, stage.app.rows[0], stage.main())
    stage.over(dialog)
    return dialog


@scene
def saving_asking(stage: Stage) -> QWidget:
    return _saving(stage)


@scene
def saving_for_the_organisation(stage: Stage) -> QWidget:
    dialog = _saving(stage)
    dialog.asking.whom.cards[0].click()
    dialog.asking.organisation.with_name.click()
    dialog.asking.choose_button.click()
    return dialog


@scene
def saving_for_a_solicitor(stage: Stage) -> QWidget:
    dialog = _saving(stage)
    dialog.asking.whom.cards[1].click()
    for field in dialog.asking.solicitor.fields:
        field.line.setText("four plain words together")
    dialog.asking._placed(Path("/media/stick/copy.pdf"))
    return dialog


@scene
def saving_at_work(stage: Stage) -> QWidget:
    stage.app.hold = True
    stage.app.copy_steps = [(CopyStep.DRAWING, 0.4)]
    return _saved(stage)


@scene
def saving_done(stage: Stage) -> QWidget:
    return _saved(stage)


def _saved(stage: Stage) -> SaveCopyWindow:
    stage.app.source = Source.OPEN
    dialog = _saving(stage)
    dialog.asking.show_source(Source.OPEN)
    dialog.asking.whom.cards[0].click()
    dialog.asking._place = Path.home() / "copy-2026-11-26.zip"
    dialog.asking._go_on()
    return dialog


@scene
def the_letter(stage: Stage) -> QWidget:
    dialog = LetterWindow(stage.theme, stage.app, stage.app.rows[0], stage.main())
    stage.over(dialog)
    dialog.asked.cards[0].click()
    dialog.letter.field.insertPlainText("Changed. ")
    dialog.may_close()
    return dialog


@scene
def the_alert(stage: Stage) -> QWidget:
    alert = AlertWindow(stage.theme, stage.app)
    stage.windows.append(alert)
    for event in story.held():
        alert.hear(event)
    return alert
