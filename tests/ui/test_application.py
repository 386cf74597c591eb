from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QMenu, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from netcurtain.core.event import (
    AppAsked,
    CompanyView,
    FrontChanged,
    LinkChanged,
    PageKey,
    PageUpdated,
    PageView,
    SubmissionAnswered,
    SubmissionMade,
)
from netcurtain.core.finding import What
from netcurtain.core.level import FormLevel
from netcurtain.core.observation import Choice
from netcurtain.core.settings import Settings
from netcurtain.ui import application, wording
from netcurtain.ui.application import Windows
from netcurtain.ui.bridge import Bridge
from netcurtain.ui.main_window import HISTORY, MainWindow
from netcurtain.ui.now.model import State
from netcurtain.ui.single_instance import SingleInstance
from netcurtain.ui.theme import Theme
from netcurtain.ui.tray import Tray

SITE = "site.example"


@pytest.fixture(autouse=True)
def runtime_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tmp_path.chmod(0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))


def test_events_of_another_thread_reach_the_window_and_closing_it_ends_the_app(
    qtbot: QtBot, fake_app: Any, key: PageKey, make_page: Callable[..., PageView]
) -> None:
    assert qtbot is not None
    bridge = Bridge()
    seen: list[State] = []
    threads: list[Thread] = []

    def started() -> None:
        events = [LinkChanged(1), PageUpdated(make_page(), True), FrontChanged("browser", key)]
        threads.append(Thread(target=bridge.post, args=(events,)))
        threads[0].start()

    def look(event: object) -> None:
        if isinstance(event, FrontChanged):
            QTimer.singleShot(0, bridge, end)

    def end() -> None:
        window = next(w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow) and w.isVisible())
        seen.append(window.now.state)
        window.close()

    bridge.happened.connect(look)
    assert application.run(bridge, fake_app, started=started) == 0
    threads[0].join()
    assert seen == [State.PAGE]


def test_a_second_start_raises_the_first_and_starts_nothing(qtbot: QtBot, fake_app: Any) -> None:
    first = SingleInstance()
    assert first.claim(application.NAME)
    with qtbot.waitSignal(first.raised):
        assert application.run(Bridge(), fake_app, started=lambda: pytest.fail("nothing may start")) == 0
    first.close()


def test_a_second_start_that_is_to_be_hidden_leaves_the_first_as_it_is(qtbot: QtBot, fake_app: Any) -> None:
    first = SingleInstance()
    assert first.claim(application.NAME)
    with qtbot.assertNotEmitted(first.raised, wait=50):
        assert application.run(Bridge(), fake_app, started_hidden=True, started=lambda: pytest.fail("nothing may start")) == 0
    first.close()


class Ends:
    """How often the app was ended."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.count = 0
        monkeypatch.setattr(QApplication, "quit", self)

    def __call__(self, *_: object) -> None:
        self.count += 1


@pytest.fixture
def ends(monkeypatch: pytest.MonkeyPatch) -> Ends:
    return Ends(monkeypatch)


@pytest.fixture
def windows(qtbot: QtBot, qapp: QApplication, theme: Theme, kept: Any, ends: Ends, monkeypatch: pytest.MonkeyPatch) -> Iterator[Windows]:
    monkeypatch.setattr(application, "Theme", lambda _app: theme)  # each one has every widget drawn anew
    assert ends.count == 0
    kept.answers = Settings(introduced=True)
    windows = Windows(qapp, Bridge(), kept)
    qtbot.addWidget(windows.main)
    qtbot.addWidget(windows.alert)
    windows.main.bring_back()
    yield windows
    windows.close()


@pytest.fixture
def tell(windows: Windows) -> Callable[..., None]:
    """Events happen, one after another."""

    def tell(*events: object) -> None:
        for event in events:
            windows._bridge.happened.emit(event)

    return tell


@pytest.fixture
def full(
    qtbot: QtBot,
    windows: Windows,
    tell: Callable[..., None],
    key: PageKey,
    make_page: Callable[..., PageView],
    make_company: Callable[..., CompanyView],
) -> Windows:
    """Every window shows all it can of one site."""
    company = make_company(f"The company at {SITE}", What.PAGE_ADDRESS)
    page = make_page(company, headline=f"{SITE} has told", not_seen=f"Of {SITE} we cannot see everything.", form_level=FormLevel.SENSITIVE)
    tell(LinkChanged(1), PageUpdated(page, True), FrontChanged("browser", key))
    tell(SubmissionMade(key, "s1", True, (f"{SITE} told somebody.",), f"Of {SITE} we cannot see everything."))
    windows.main.now_view.rows[0].header.click()
    windows.main.turn_to(HISTORY)
    windows.main.history_view.list.setCurrentIndex(windows.main.history_view.model.index(0))
    windows.main.history_view.search.setText(SITE)
    windows.main.history_view.search.insert("x")
    windows.main.connect_browser()
    qtbot.waitUntil(windows.alert.isVisible)
    return windows


def words_everywhere() -> list[str]:
    """Every text of every widget of every window, whatever it is called, and all that every model holds."""
    QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    found: list[str] = []
    for widget in QApplication.allWidgets():
        found += texts_of(widget)
        for model in widget.findChildren(QAbstractItemModel):
            found += texts_of(model)
            for row in range(model.rowCount()):
                for column in range(1 if isinstance(model, QAbstractListModel) else model.columnCount()):
                    found += [repr(model.index(row, column).data(role)) for role in (*range(16), *range(256, 264))]
    return found


def texts_of(thing: QObject) -> list[str]:
    about = thing.metaObject()
    values = [thing.property(str(about.property(place).name())) for place in range(about.propertyCount())]
    return [value for value in values if isinstance(value, str)]


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
    full.main.history_view.search.undo()
    assert named() == []


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


@pytest.mark.parametrize(
    ("stay_on", "tray", "ended"),
    [(True, False, 0), (True, True, 0), (False, False, 1), (False, True, 1), (None, False, 1), (None, True, 0)],
)
def test_whether_the_app_goes_on_without_its_window_is_asked_when_that_is_closed(
    windows: Windows, kept: Any, ends: Ends, monkeypatch: pytest.MonkeyPatch, stay_on: bool | None, tray: bool, ended: int
) -> None:
    monkeypatch.setattr(Tray, "there", tray)
    kept.answers = Settings(introduced=True, stay_on=stay_on)
    windows.main.close()
    assert not windows.main.isVisible()
    assert ends.count == ended


def test_hiding_never_ends_the_app(windows: Windows, kept: Any, ends: Ends) -> None:
    kept.answers = Settings(introduced=True, stay_on=False)
    windows.main.hide_at_once()
    assert ends.count == 0


def test_ctrl_q_and_the_tray_end_the_app_whatever_was_answered(windows: Windows, qtbot: QtBot, kept: Any, ends: Ends) -> None:
    kept.answers = Settings(introduced=True, stay_on=True)
    with qtbot.waitActive(windows.main):
        windows.main.activateWindow()
    QTest.keyClick(windows.main.windowHandle(), Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
    assert ends.count == 1
    windows.main.connect_browser()
    assert windows.main.pairing is not None
    windows.main.pairing.activateWindow()
    qtbot.waitUntil(partial(in_front, windows.main.pairing))
    QTest.keyClick(windows.main.pairing.windowHandle(), Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
    assert ends.count == 2
    windows.tray.quit.trigger()
    assert ends.count == 3


@pytest.mark.parametrize(("wanted", "said"), [(True, ["Netcurtain has finished checking."]), (False, [])])
def test_a_notification_comes_only_where_it_was_asked_for(
    windows: Windows,
    tell: Callable[..., None],
    kept: Any,
    key: PageKey,
    make_page: Callable[..., PageView],
    monkeypatch: pytest.MonkeyPatch,
    wanted: bool,
    said: list[str],
) -> None:
    heard: list[str] = []
    monkeypatch.setattr(windows.notification, "_tell", heard.append)
    kept.answers = Settings(introduced=True, notifications=wanted)
    windows.main.hide_at_once()
    tell(LinkChanged(1), PageUpdated(make_page(form_level=FormLevel.POSSIBLY), True), FrontChanged("browser", key))
    windows.notification.settled()
    assert heard == said
