"""The windows, and the browser beside them, with the keyboard alone: from the first run to a saved copy, and out of sight at once."""

import os
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, Playwright
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from tests.end_to_end import browser as chromium
from tests.end_to_end import card
from tests.end_to_end.browser import OURS, Browser, close
from tests.end_to_end.card import Card
from tests.end_to_end.waiting import until
from tests.end_to_end.website import police, server
from tests.end_to_end.website.record import Record

from netcurtain import knowledge
from netcurtain.core.record import PageRecord
from netcurtain.core.settings import Retention
from netcurtain.desktop import Desktop
from netcurtain.ui import wording
from netcurtain.ui.application import Windows
from netcurtain.ui.first_run import wording as first_wording
from netcurtain.ui.first_run.questions import REMEMBER
from netcurtain.ui.history import wording as history_wording
from netcurtain.ui.saving import wording as saving_wording
from netcurtain.ui.saving.window import SaveCopyWindow

pytestmark = pytest.mark.browser

PATIENCE_MS = 30_000
FURTHEST = 60
"""As many presses of Tab as nobody should need."""
YESTERDAY = "library.example"
ARROWS = (Qt.Key.Key_Down, Qt.Key.Key_Right)


class Hands:
    """Two hands on a keyboard. Keys go to whatever has the keyboard, and nowhere else."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        window = QGuiApplication.focusWindow()
        assert window is not None, "no window has the keyboard"
        QTest.keyClick(window, key, modifier)
        QApplication.processEvents()

    def type(self, words: str) -> None:
        focused = QApplication.focusWidget()
        assert isinstance(focused, QLineEdit), f"nothing can be typed into {focused}"
        QTest.keyClicks(focused, words)

    def focused(self) -> str:
        widget = QApplication.focusWidget()
        return widget.accessibleName() if widget is not None else ""

    def go_to(self, name: str) -> QWidget:
        """Tab until the keyboard is there; of some of which one is to be chosen, the arrows go on."""
        met: list[str] = []
        for _ in range(FURTHEST):
            widget = QApplication.focusWidget()
            if widget is not None and self._by_arrows(name):
                found = QApplication.focusWidget()
                assert found is not None
                return found
            met.append(self.focused())
            self.press(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab does not come to {name!r}, but to {list(dict.fromkeys(met))}")

    def press_on(self, name: str) -> None:
        """Go there, and press it."""
        self.go_to(name)
        self.press(Qt.Key.Key_Space)

    def until(self, so: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(so, timeout=PATIENCE_MS)

    def until_in_front(self, window: QWidget) -> None:
        self.until(lambda: QGuiApplication.focusWindow() is window.windowHandle())

    def bring_to_front(self, window: QWidget) -> None:
        """As the system does where a window over it has closed, or with Alt+Tab: these tests have no such system."""
        window.activateWindow()
        self.until_in_front(window)

    def _by_arrows(self, name: str) -> bool:
        if self.focused() == name:
            return True
        start = QApplication.focusWidget()
        if not isinstance(start, QAbstractButton) or not (start.autoExclusive() or start.group()):
            return False
        parent = start.parentWidget()
        assert parent is not None
        siblings = parent.findChildren(type(start), options=Qt.FindChildOption.FindDirectChildrenOnly)
        if name not in [one.accessibleName() for one in siblings if one.isVisible()]:
            return False
        for arrow in ARROWS:
            for _ in siblings:
                if self.focused() == name:
                    return True
                self.press(arrow)
        return self.focused() == name


@pytest.fixture
def desktop(tmp_path: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desktop]:
    """The app as it is on the first day, all of its files and the person's own in a folder of the test's."""
    assert qapp
    for name in ("DATA", "CONFIG", "CACHE", "STATE"):
        monkeypatch.setitem(os.environ, f"XDG_{name}_HOME", str(tmp_path / name))
    (tmp_path / "home").mkdir()
    monkeypatch.setitem(os.environ, "HOME", str(tmp_path / "home"))
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(tmp_path / "qt"))
    desktop = Desktop(0, update_lists=False, trial=None)
    desktop.start()
    yield desktop
    desktop.stop()


@pytest.fixture
def windows(qtbot: QtBot, qapp: QApplication, desktop: Desktop) -> Iterator[Windows]:
    windows = Windows(qapp, desktop.bridge, desktop, knowledge.support())
    qtbot.addWidget(windows.main)
    qtbot.addWidget(windows.alert)
    windows.main.bring_back()
    with qtbot.waitActive(windows.main):
        windows.main.activateWindow()
    yield windows
    windows.close()


@pytest.fixture
def opened(chromium_path: str, driver: Playwright, tmp_path: Path) -> Iterator[tuple[Browser, Record]]:
    """A browser that knows nothing of the app yet, and the website."""
    with server.running() as (port, record), chromium.running(chromium_path, tmp_path / "profile", port, driver=driver) as browser:
        yield browser, record


def test_from_the_first_run_to_a_saved_copy_and_out_of_sight(
    qtbot: QtBot, desktop: Desktop, windows: Windows, opened: tuple[Browser, Record], tmp_path: Path
) -> None:
    hands, (browser, record) = Hands(qtbot), opened
    _first_run(hands, desktop, windows, browser)
    _a_warning(hands, windows, browser, record)
    _yesterdays_visit(hands, desktop, windows)
    saved = _a_copy(hands, windows, tmp_path / "home" / "copy.zip")
    assert saved.stat().st_size > 0

    hands.bring_to_front(windows.main)
    for _ in range(3):
        hands.press(Qt.Key.Key_Escape)
    assert not windows.main.isVisible()
    assert not [window for window in QApplication.topLevelWidgets() if window.isVisible()]


def _first_run(hands: Hands, desktop: Desktop, windows: Windows, browser: Browser) -> None:
    """Through its four steps: how long pages are remembered is answered, and a browser is connected."""
    assert windows.main.introducing
    hands.press_on(first_wording.NEXT)
    until_close = next(answer.words for answer in REMEMBER.answers if answer.value is Retention.UNTIL_CLOSE)
    hands.press_on(until_close)
    hands.until(lambda: desktop.settings().retention is Retention.UNTIL_CLOSE)
    hands.press_on(first_wording.NEXT)
    hands.press_on(first_wording.NEXT)
    hands.press_on(wording.COPY)
    code = QApplication.clipboard().text()
    _pair(browser, code, desktop.app.link.port)
    hands.until(lambda: windows.main.first_run.connecting.can_practise)
    hands.press_on(first_wording.DONE)
    assert not windows.main.introducing


def _pair(browser: Browser, code: str, port: int) -> None:
    page = browser.context.new_page()
    page.goto(f"{OURS}/options/options.html")
    for field, words in (("code", code), ("port", str(port))):
        _tab_in_page(page, field)
        page.keyboard.press("Control+a")
        page.keyboard.type(words)
    _tab_in_page(page, "pair")
    page.keyboard.press("Enter")
    until(page, lambda: page.input_value("#code") == "", "the code to work")
    close(page)


def _tab_in_page(page: Page, name: str) -> None:
    for _ in range(FURTHEST):
        if page.evaluate("document.activeElement.id") == name:
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"Tab does not come to {name!r}")


def _a_warning(hands: Hands, windows: Windows, browser: Browser, record: Record) -> None:
    """A form is filled in and sent; the small window says so and takes no key; the card in the page is answered."""
    page = browser.context.new_page()
    ask = Card(page)
    page.goto(f"https://{police.HOST}{police.START}")
    record.wait(police.HOST, "/settled")
    hands.until(lambda: windows.main.now.view is not None and windows.main.now.view.level == "warning")
    _tab_in_page(page, "when")
    page.keyboard.type("last night")
    page.keyboard.press("Enter")
    ask.wait_until_it_takes_a_press()
    hands.until(windows.alert.isVisible)
    for _ in range(FURTHEST):
        if ask.focused() == card.AS_IT_IS:
            break
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    ask.wait_until_gone()
    record.wait(police.HOST, police.START, method="POST")
    hands.until(lambda: not windows.alert.isVisible())
    close(page)
    hands.bring_to_front(windows.main)


def _yesterdays_visit(hands: Hands, desktop: Desktop, windows: Windows) -> None:
    """It is searched for, found, and read."""
    yesterday = (time.time() - timedelta(days=1).total_seconds()) * 1000
    desktop.app.history.keep([PageRecord("old", "of-yesterday", YESTERDAY, f"https://{YESTERDAY}/", "Books", yesterday)])
    view = windows.main.history_view
    hands.press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    hands.type("librar")
    hands.until(lambda: view.reading.model.rowCount() == 1 and view.reading.model.row_of("of-yesterday") == 0)
    hands.go_to(wording.VISITS)
    hands.press(Qt.Key.Key_Down)
    hands.until(lambda: view.reading.story.row is not None and view.reading.story.row.site == YESTERDAY)
    assert view.reading.story.card.isVisible()


def _a_copy(hands: Hands, windows: Windows, place: Path) -> Path:
    """For the organisation, at a place that is typed."""
    hands.press_on(history_wording.SAVE_COPY)
    hands.until(lambda: bool(windows.main.findChildren(SaveCopyWindow)))
    (dialog,) = windows.main.findChildren(SaveCopyWindow)
    hands.until_in_front(dialog)
    hands.press_on(saving_wording.ORGANISATION)
    hands.press_on(saving_wording.CHOOSE_PLACE)
    hands.until(lambda: dialog.files.dialog is not None)
    asked = dialog.files.dialog
    assert asked is not None
    hands.until_in_front(asked)
    hands.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    hands.type(str(place))
    hands.press(Qt.Key.Key_Return)
    hands.until(lambda: dialog.files.dialog is None)
    hands.bring_to_front(dialog)
    if dialog.asking.confirm.isVisible():
        hands.press_on(saving_wording.SAVE_HERE)
    hands.until(dialog.outcome.isVisible)
    assert place.exists(), dialog.outcome.sentence.text()
    hands.press_on(saving_wording.DONE)
    return place
