"""*Now*, the alert, and the line at the top of the window."""

from PySide6.QtWidgets import QWidget
from tests.screenshots.stage import Stage, settle, whole
from tests.screenshots.story import pages

from netcurtain import wording
from netcurtain.core.event import FrontChanged, PageKey, Trouble
from netcurtain.ui.alert.window import AlertWindow
from netcurtain.ui.main_window import MainWindow

TOLD, QUIET = pages()


def no_browser(stage: Stage) -> QWidget:
    return stage.main()


def no_page(stage: Stage) -> QWidget:
    return stage.main_at("")


def nothing_seen(stage: Stage) -> QWidget:
    return stage.main_at(QUIET)


def as_list(stage: Stage) -> MainWindow:
    return stage.main_at(TOLD)


def one_company(stage: Stage) -> QWidget:
    main = as_list(stage)
    main.now_view.rows[0].header.click()
    settle()
    whole(main, main.now_view)
    return main


def as_picture(stage: Stage) -> MainWindow:
    main = as_list(stage)
    main.now_view.page.as_picture.click()
    settle()
    return main


def picture_and_words(stage: Stage) -> QWidget:
    main = as_picture(stage)
    main.now_view.page.picture.canvas.cards[0].click()
    settle()
    whole(main, main.now_view)
    return main


def something_amiss(stage: Stage) -> QWidget:
    main = as_list(stage)
    main.hear(Trouble(wording.SETTINGS_NOT_KEPT))
    settle()
    return main


def alert(stage: Stage) -> QWidget:
    window = AlertWindow(stage.theme, stage.behind)
    held = stage.behind.told.held
    window.hear(FrontChanged(held.key.browser, PageKey(held.key.browser, held.key.page)))
    window.hear(held)
    stage.windows.append(window)
    settle()
    return window
