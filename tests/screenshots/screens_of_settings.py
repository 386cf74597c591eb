"""*Settings* from top to bottom, at rest and with every question in it asked; *Other ways*."""

from PySide6.QtWidgets import QScrollArea, QWidget
from tests.screenshots.stage import Stage, settle, until, whole
from tests.ui.a_partner import PARTNER_FILE

from netcurtain.ui.main_window import OTHER_WAYS, MainWindow


def top(stage: Stage) -> MainWindow:
    main = stage.main_at("")
    main.turn_to(len(main.tabs) - 1)
    until(lambda: bool(main.settings_view.lists.rows))
    return main


def all_of_it(stage: Stage) -> QWidget:
    main = top(stage)
    whole(main, main.settings_view)
    return main


def asking(stage: Stage) -> QWidget:
    main = top(stage)
    view = main.settings_view
    view.kept.change.click()
    first, second, *_ = view.browsers.lines.values()
    first.rename.click()
    second.disconnect_button.click()
    stage.behind.hold = True
    stage.behind.list_progress = [0.4]
    view.lists.update_button.click()
    if view.partners is not None:
        view.partners.look_at(PARTNER_FILE)
    settle()
    whole(main, view)
    return main


def other_ways(stage: Stage) -> MainWindow:
    main = stage.main_at("")
    main.turn_to(OTHER_WAYS)
    settle()
    return main


def other_ways_all(stage: Stage) -> QWidget:
    """As it is for the story's form, with what a charity added."""
    main = stage.main_at("p2")
    main.turn_to(OTHER_WAYS)
    settle()
    view = main.pages.currentWidget()
    if isinstance(view, QScrollArea):
        whole(main, view)
    return main
