"""Hiding, and coming back."""

from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QCoreApplication, QEvent, Qt
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QMenu, QToolTip, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.conftest import SITE
from tests.ui.everywhere import every_widget, texts_of

from netcurtain.core.event import (
    AppAsked,
    PageKey,
    SubmissionAnswered,
    SubmissionMade,
)
from netcurtain.core.observation import Choice
from netcurtain.ui import wording
from netcurtain.ui.application import Windows
from netcurtain.ui.now.model import State


def words_everywhere() -> list[str]:
    """Every text of every widget of every window, whatever it is called, and all that every model holds."""
    QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    found: list[str] = []
    for widget in every_widget():
        found += texts_of(widget)
        for model in widget.findChildren(QAbstractItemModel):
            found += texts_of(model)
            for row in range(model.rowCount()):
                for column in range(1 if isinstance(model, QAbstractListModel) else model.columnCount()):
                    found += [repr(model.index(row, column).data(role)) for role in (*range(16), *range(256, 264))]
    return found


def named() -> list[str]:
    return [text for text in words_everywhere() if SITE in text]


def in_front(window: QWidget) -> bool:
    return QGuiApplication.focusWindow() is window.windowHandle()


def press_esc(qtbot: QtBot, *where: QWidget) -> None:
    """Once in each of these windows."""
    for window in where:
        window.activateWindow()
        qtbot.waitUntil(partial(in_front, window))
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_Escape)


def esc_in_the_window(windows: Windows, qtbot: QtBot) -> None:
    press_esc(qtbot, windows.main, windows.main, windows.main)


def esc_from_the_dialog_on(windows: Windows, qtbot: QtBot) -> None:
    assert windows.main.pairing is not None
    press_esc(qtbot, windows.main.pairing, windows.main, windows.main)


def esc_in_the_alert(windows: Windows, qtbot: QtBot) -> None:
    windows.alert.setWindowFlag(Qt.WindowType.WindowDoesNotAcceptFocus, False)  # some systems give it the keyboard all the same
    windows.alert.show()
    press_esc(qtbot, windows.alert, windows.alert, windows.alert)


def the_button(windows: Windows, _qtbot: QtBot) -> None:
    (button,) = (button for button in windows.main.findChildren(QAbstractButton) if button.text() == wording.HIDE)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def the_tray(windows: Windows, _qtbot: QtBot) -> None:
    windows.tray.hide.trigger()


def the_screen_is_locked(windows: Windows, _qtbot: QtBot) -> None:
    windows.absence.screen(True)


def the_page_is_left(windows: Windows, _qtbot: QtBot) -> None:
    windows._bridge.happened.emit(SubmissionAnswered(PageKey("browser", "page"), "s1", Choice.LEAVE))


def the_alert_leaves_the_page(windows: Windows, qtbot: QtBot) -> None:
    (button,) = (button for button in windows.alert.findChildren(QAbstractButton) if button.text() == wording.LEAVE)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    the_page_is_left(windows, qtbot)  # the app tells of every answer


def it_is_closed(windows: Windows, _qtbot: QtBot) -> None:
    windows.main.close()


WAYS = [
    esc_in_the_window,
    esc_from_the_dialog_on,
    esc_in_the_alert,
    the_button,
    the_tray,
    the_screen_is_locked,
    the_page_is_left,
    the_alert_leaves_the_page,
    it_is_closed,
]


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__.replace("_", " "))
def test_after_hiding_in_any_way_no_window_is_there_and_no_widget_or_model_holds_the_sites_name(
    full: Windows, qtbot: QtBot, way: Callable[[Windows, QtBot], None]
) -> None:
    assert len(named()) > 12
    way(full, qtbot)
    assert [window for window in QApplication.topLevelWidgets() if window.isVisible() and window.windowTitle()] == []
    assert named() == []
    full.main.history_view.reading.finder.search.undo()
    assert named() == []


@pytest.mark.parametrize(
    "way", [the_button, the_screen_is_locked, the_page_is_left, it_is_closed], ids=lambda way: way.__name__.replace("_", " ")
)
def test_what_was_copied_out_of_a_window_goes_with_it(
    full: Windows, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, way: Callable[[Windows, QtBot], None]
) -> None:
    monkeypatch.setattr(QClipboard, "ownsClipboard", lambda _self: True)  # no clipboard of the tests' platform says so
    full.main.history_view.reading.finder.search.setText(SITE)
    full.main.history_view.reading.finder.search.selectAll()
    full.main.history_view.reading.finder.search.copy()
    assert QGuiApplication.clipboard().text() == SITE
    way(full, qtbot)
    assert QGuiApplication.clipboard().text() == ""


def test_a_tooltip_goes_with_the_window(windows: Windows, qtbot: QtBot) -> None:
    QToolTip.showText(windows.main.pos(), wording.HIDE_HOW)  # on Windows it belongs to no other window
    qtbot.waitUntil(QToolTip.isVisible)
    windows.main.hide_at_once()
    assert not QToolTip.isVisible()


@pytest.mark.parametrize("kind", [QDialog, QMenu])
def test_a_dialog_or_menu_that_somebody_opened_goes_with_the_window(windows: Windows, qtbot: QtBot, kind: type[QWidget]) -> None:
    other = kind(windows.main)
    other.show()
    qtbot.waitUntil(other.isVisible)
    windows.main.hide_at_once()
    assert not other.isVisible()


def test_esc_twice_hides_nothing(windows: Windows, qtbot: QtBot) -> None:
    windows.main.connect_browser()
    assert windows.main.pairing is not None
    press_esc(qtbot, windows.main.pairing, windows.main)
    assert windows.main.isVisible()
    assert windows.main.pairing is None


def test_with_the_screen_locked_no_alert_comes_and_nothing_comes_back_by_itself(
    full: Windows, tell: Callable[..., None], make_submission: Callable[..., SubmissionMade]
) -> None:
    full.absence.screen(True)
    tell(make_submission("s2"))
    assert not full.alert.isVisible()
    full.absence.screen(False)
    assert not full.alert.isVisible()
    assert not full.main.isVisible()
    tell(make_submission("s3"))
    assert full.alert.isVisible()
    assert full.alert.submission == "s3"
    assert not full.main.isVisible()


@pytest.mark.parametrize("way", ["the popup", "the tray", "started again"])
def test_who_asks_for_the_window_has_it_in_front_with_the_page_that_is_still_open(
    full: Windows, qtbot: QtBot, tell: Callable[..., None], way: str
) -> None:
    asks: dict[str, Callable[[], None]] = {
        "the popup": lambda: tell(AppAsked()),
        "the tray": full.tray.open.trigger,
        "started again": full.bring_back,
    }
    full.absence.screen(True)  # a screen saver that crashes never says that it is over
    full.main.showMinimized()
    full.main.hide()
    asks[way]()
    with qtbot.waitActive(full.main):
        pass
    assert not full.main.isMinimized()
    assert full.main.now.state is State.PAGE
    assert not full.absence.away
