"""*History*: the list in its three ways, one visit in all its parts, what changed, the question before forgetting, and the lock page."""

import msgspec
from PySide6.QtWidgets import QWidget
from tests.screenshots.stage import Stage, settle, until

from netcurtain.core.keeping import Kept, Unlocking
from netcurtain.core.settings import Retention
from netcurtain.history import wording as history_wording
from netcurtain.ui.history.grouping import Grouping
from netcurtain.ui.main_window import HISTORY, MainWindow

STORY, REQUESTS, NOT_SEEN = range(3)


def kept(stage: Stage) -> MainWindow:
    main = stage.main_at("")
    main.turn_to(HISTORY)
    until(lambda: main.history_view.reading.model.rowCount() > 0)
    return main


def _listed(stage: Stage, grouping: Grouping) -> MainWindow:
    main = kept(stage)
    main.history_view.reading.finder.groups[grouping].click()
    until(lambda: main.history_view.reading.model.rowCount() > len(main.history_view.reading.finder.groups) + 1)
    return main


def by_day(stage: Stage) -> MainWindow:
    return _listed(stage, Grouping.BY_DAY)


def by_site(stage: Stage) -> MainWindow:
    return _listed(stage, Grouping.BY_SITE)


def filters(stage: Stage) -> QWidget:
    main = by_day(stage)
    finder = main.history_view.reading.finder
    finder.filters_button.click()
    finder.sensitive.click()
    until(lambda: main.history_view.reading.model.rowCount() < len(stage.behind.made))
    return main


def nothing_found(stage: Stage) -> QWidget:
    main = by_day(stage)
    main.history_view.reading.finder.search.setText("weather")
    until(lambda: main.history_view.reading.model.rowCount() == 0)
    return main


def story(stage: Stage, first_page: str = "p2") -> MainWindow:
    main = by_day(stage)
    view = main.history_view
    visit = stage.behind.made[first_page].visit
    view.reading.list.setCurrentIndex(view.reading.model.index(view.reading.model.row_of(visit)))
    until(lambda: view.reading.story.moments.rowCount() > 0)
    view.reading.sides.show_story()
    settle()
    return main


def requests(stage: Stage) -> QWidget:
    main = story(stage)
    main.history_view.reading.story.card.tabs[REQUESTS].click()
    settle()
    return main


def not_seen(stage: Stage) -> QWidget:
    main = story(stage)
    main.history_view.reading.story.card.tabs[NOT_SEEN].click()
    settle()
    return main


def another_story(stage: Stage) -> QWidget:
    return story(stage, "c1")


def changed(stage: Stage) -> QWidget:
    main = story(stage)
    view = main.history_view
    view.reading.story.changed_button.click()
    until(lambda: bool(view.reading.story.changes.said.text()))
    return main


def confirm(stage: Stage) -> QWidget:
    main = story(stage)
    main.history_view.reading.story.forget_site_button.click()
    settle()
    return main


def locked(stage: Stage) -> MainWindow:
    stage.behind.stand = Kept.LOCKED
    stage.behind.answers = msgspec.structs.replace(stage.behind.answers, retention=Retention.DAYS_30)
    main = stage.main_at("")
    main.turn_to(HISTORY)
    settle()
    return main


def wrong_passphrase(stage: Stage) -> QWidget:
    main = locked(stage)
    page = main.history_view.lock_page
    stage.behind.unlocking = Unlocking(False, history_wording.WRONG_WORDS)
    page.form.fields[0].line.setText("not the words")
    page.form.submit()
    page.erase_button.click()
    settle()
    return main
