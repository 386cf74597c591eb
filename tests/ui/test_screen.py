"""A small laptop at 200 %: every window fits, and what does not fit in it scrolls."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from netcurtain import knowledge
from netcurtain.core.event import FrontChanged, LinkChanged, PageKey, PageUpdated, PageView, SubmissionMade
from netcurtain.core.settings import Settings
from netcurtain.ui import screen, wording
from netcurtain.ui.alert.window import AlertWindow
from netcurtain.ui.first_run.view import FirstRunView
from netcurtain.ui.history.story_parts import StoryList
from netcurtain.ui.main_window import HISTORY, ROOMY, SMALLEST, MainWindow, smallest
from netcurtain.ui.pairing.dialog import PairingDialog
from netcurtain.ui.theme import TARGET, Look, Theme

LAPTOP = QRect(0, 14, 683, 356)
"""1366 by 768 at 200 %, without its panel."""


@pytest.fixture(autouse=True)
def laptop(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(screen, "room", lambda: LAPTOP)
    monkeypatch.setattr("netcurtain.ui.alert.window.room", lambda: LAPTOP)


@pytest.fixture
def window(qtbot: QtBot, theme: Theme, kept: Any) -> Iterator[MainWindow]:
    kept.answers = Settings(introduced=True)
    window = MainWindow(theme, kept, contacts=knowledge.support())
    qtbot.addWidget(window)
    window.bring_back()
    yield window
    window.close()


def is_in_sight(widget: QWidget, window: QWidget) -> bool:
    """All of it is inside the window, or can be scrolled to, downwards only."""
    QApplication.processEvents()
    areas = [(area, page) for area in window.findChildren(QScrollArea) if (page := area.widget()) is not None and page.isAncestorOf(widget)]
    around = areas[-1][1] if areas else window
    fits = QRect(QPoint(), around.size()).contains(QRect(widget.mapTo(around, QPoint()), widget.size()))
    return fits and all(page.width() <= area.viewport().width() for area, page in areas)


def test_the_window_fits_the_screen_and_shows_all_its_tabs_and_the_way_out(window: MainWindow) -> None:
    assert QSize(*SMALLEST.toTuple()) == window.minimumSize()
    assert window.height() + screen.FRAME.height() <= LAPTOP.height()
    assert window.width() <= LAPTOP.width()
    (hide,) = (button for button in window.findChildren(QAbstractButton) if button.text() == wording.HIDE)
    for button in (*window.tabs, hide):
        assert button.isVisible()
        assert is_in_sight(button, window)


@pytest.mark.parametrize(
    ("text_size", "room", "least"),
    [(100, QRect(0, 0, 1366, 728), (660, 300)), (200, QRect(0, 0, 1366, 728), (1320, 600)), (200, LAPTOP, (675, 320))],
    ids=["usual text", "large text", "large text on a small screen"],
)
def test_the_least_size_grows_with_the_text_as_far_as_the_screen_has_room(
    monkeypatch: pytest.MonkeyPatch, text_size: int, room: QRect, least: tuple[int, int]
) -> None:
    monkeypatch.setattr(screen, "room", lambda: room)
    assert smallest(Look(text_size=text_size)).toTuple() == least


@pytest.mark.parametrize("size", [QSize(683, 320), SMALLEST], ids=["laptop", "smallest"])
def test_a_small_window_goes_without_what_can_be_had_elsewhere_until_it_is_large_again(window: MainWindow, size: QSize) -> None:
    connect = next(button for button in window.findChildren(QAbstractButton) if button.text() == wording.CONNECT)
    around = (connect, window.status, window.lists)
    window.resize(size)
    assert not any(widget.isVisible() for widget in around)
    window.resize(ROOMY)
    assert all(widget.isVisible() for widget in around)
    window.introduce()
    window.resize(ROOMY.width() + 1, ROOMY.height())
    assert not any(widget.isVisible() for widget in (*around, *window.tabs))


def test_in_a_small_window_a_visit_and_what_can_be_done_with_it_can_be_reached(qtbot: QtBot, window: MainWindow) -> None:
    window.resize(SMALLEST)
    window.turn_to(HISTORY)
    view = window.history_view
    assert is_in_sight(view.reading.list, window)
    qtbot.waitUntil(lambda: view.reading.list.height() >= 2 * TARGET)
    view.reading.list.setCurrentIndex(view.reading.model.index(0))
    view.reading.list.activated.emit(view.reading.model.index(0))
    qtbot.waitUntil(lambda: view.reading.story.moments.rowCount() > 0)
    QApplication.processEvents()
    assert view.reading.story.findChildren(StoryList)[0].height() >= 3 * TARGET
    for words in (wording.FORGET_VISIT, wording.FORGET_SITE, wording.STORY, wording.REQUESTS):
        assert is_in_sight(next(b for b in view.findChildren(QAbstractButton) if b.text() == words), window)


def test_in_a_small_window_the_search_is_found_from_a_visit_too(window: MainWindow) -> None:
    window.resize(SMALLEST)
    window.turn_to(HISTORY)
    view = window.history_view
    view.reading.list.setCurrentIndex(view.reading.model.index(0))
    view.reading.list.activated.emit(view.reading.model.index(0))
    assert not view.reading.finder.search.isVisible()
    QTest.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert view.reading.finder.search.hasFocus()


def test_the_pairing_dialog_fits_and_its_buttons_can_be_reached(window: MainWindow) -> None:
    window.connect_browser()
    dialog = window.pairing
    assert isinstance(dialog, PairingDialog)
    assert dialog.width() <= LAPTOP.width()
    assert dialog.height() + screen.FRAME.height() <= LAPTOP.height()
    for button in dialog.findChildren(QAbstractButton):
        if button.isVisible() and button.text():
            assert is_in_sight(button, dialog)


def test_the_alert_fits_with_every_button_and_its_words_scroll(
    qtbot: QtBot, theme: Theme, fake_app: Any, key: PageKey, make_submission: Callable[..., SubmissionMade]
) -> None:
    alert = AlertWindow(theme, fake_app)
    qtbot.addWidget(alert)
    made = make_submission()
    alert.hear(FrontChanged("browser", key))
    alert.hear(SubmissionMade(made.key, made.submission, True, made.told * 6, made.not_seen))
    assert LAPTOP.contains(alert.geometry())
    for button in alert.findChildren(QAbstractButton):
        assert is_in_sight(button, alert)
    alert.close()


def test_every_step_of_the_first_run_keeps_its_buttons_in_sight(qtbot: QtBot, theme: Theme, fake_app: Any) -> None:
    view = FirstRunView(theme, fake_app, other_ways=True)
    qtbot.addWidget(view)
    view.resize(SMALLEST.width(), LAPTOP.height() - 60)
    view.show()
    view.begin()
    for _ in view.steps[1:]:
        assert is_in_sight(view.next, view)
        assert is_in_sight(view.skip, view)
        assert view.steps[view.step].height() > view.height() / 2
        view.go_on()
    assert is_in_sight(view.done, view)
    view.close()


def test_another_page_is_read_from_its_top(
    window: MainWindow, key: PageKey, make_page: Callable[..., PageView], make_company: Callable[..., Any]
) -> None:
    companies = [make_company(f"Company {number}") for number in range(9)]
    page = make_page(*companies)
    for event in (LinkChanged(1), PageUpdated(page, True), FrontChanged("browser", key)):
        window.hear(event)
    QApplication.processEvents()
    bar = window.now_view.verticalScrollBar()
    bar.setValue(90)
    window.hear(PageUpdated(make_page(*companies, make_company("One more")), False))
    QApplication.processEvents()
    assert bar.value() == 90
    other = PageKey("browser", "other")
    for event in (PageUpdated(make_page(*companies, key=other), True), FrontChanged("browser", other)):
        window.hear(event)
    assert bar.value() == 0


@pytest.mark.parametrize("shown", ["settings", "first run"])
def test_page_down_scrolls_whatever_has_the_focus(window: MainWindow, shown: str) -> None:
    page: QScrollArea
    if shown == "settings":
        window.turn_to(len(window.tabs) - 1)
        focused, page = window.tabs[0], window.settings_view
    else:
        window.introduce()
        focused, page = window.first_run.next, window.first_run.steps[0]
    QApplication.processEvents()
    focused.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(focused, Qt.Key.Key_PageDown)
    assert page.verticalScrollBar().value() > 0
    QTest.keyClick(focused, Qt.Key.Key_PageUp)
    assert page.verticalScrollBar().value() == 0
