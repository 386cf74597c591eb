from collections.abc import Callable
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from netcurtain.core.event import (
    FrontChanged,
    LinkChanged,
    PageKey,
    PageUpdated,
    PageView,
    SubmissionMade,
)
from netcurtain.core.level import FormLevel
from netcurtain.core.settings import AlertPlace, Settings, ThemeChoice
from netcurtain.ui import application
from netcurtain.ui.application import Windows
from netcurtain.ui.bridge import Bridge
from netcurtain.ui.main_window import MainWindow
from netcurtain.ui.now.model import State
from netcurtain.ui.single_instance import SingleInstance
from netcurtain.ui.theme import Theme


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


def test_the_windows_look_as_the_person_chose_from_the_start(
    qtbot: QtBot, qapp: QApplication, theme: Theme, fake_app: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen: list[tuple[ThemeChoice, int]] = []
    monkeypatch.setattr(theme, "choose", lambda *choice: chosen.append(choice))
    monkeypatch.setattr(application, "Theme", lambda _app: theme)
    fake_app.answers = Settings(introduced=True, theme=ThemeChoice.DARK, text_size=150)
    windows = Windows(qapp, Bridge(), fake_app)
    qtbot.addWidget(windows.main)
    windows.close()
    assert chosen == [(ThemeChoice.DARK, 150)]


@pytest.mark.parametrize("place", AlertPlace, ids=list(AlertPlace))
def test_who_wants_to_be_asked_in_the_page_alone_has_the_small_window_go_at_once(
    windows: Windows, tell: Callable[..., None], key: PageKey, make_submission: Callable[..., SubmissionMade], place: AlertPlace
) -> None:
    tell(FrontChanged("browser", key), make_submission())
    assert windows.alert.isVisible()
    (asking,) = windows.main.settings_view.asking.questions
    asking.choices.cards[[answer.value for answer in asking.question.answers].index(place)].click()
    assert windows.alert.isVisible() is (place is not AlertPlace.PAGE)
