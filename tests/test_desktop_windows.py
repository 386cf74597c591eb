"""The windows on the app itself: a history is made, locked, opened, forgotten and erased, as a person does it."""

import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from netcurtain.core.keeping import Kept, Unlocking
from netcurtain.core.record import PageRecord
from netcurtain.core.settings import Retention, Settings
from netcurtain.desktop import Desktop
from netcurtain.ui import wording as ui_wording
from netcurtain.ui.application import Windows
from netcurtain.ui.first_run import wording as first_wording
from netcurtain.ui.first_run.remembering import Remembering
from netcurtain.ui.first_run.view import FirstRunView
from netcurtain.ui.history import wording
from netcurtain.ui.history.forgetting import spans
from netcurtain.ui.main_window import HISTORY
from netcurtain.ui.passphrase import wording as passphrase_wording
from netcurtain.ui.passphrase.form import PassphraseForm

WORDS = "net curtain linen"
SITE = "site.example"
PATIENCE_MS = 20_000


@pytest.fixture
def desktop(tmp_path: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desktop]:
    for name in ("DATA", "CONFIG", "CACHE", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name))
    assert qapp
    desktop = Desktop(0, update_lists=False, trial=None)
    desktop.start()
    yield desktop
    desktop.stop()


@pytest.fixture
def windows(qtbot: QtBot, qapp: QApplication, desktop: Desktop) -> Iterator[Windows]:
    windows = Windows(qapp, desktop.bridge, desktop)
    qtbot.addWidget(windows.main)
    qtbot.addWidget(windows.alert)
    windows.main.bring_back()
    with qtbot.waitActive(windows.main):
        windows.main.activateWindow()
    yield windows
    windows.close()


def type_it(form: PassphraseForm, words: str) -> None:
    for field in form.fields:
        QTest.keyClicks(field.line, words)
        QTest.keyClick(field.line, Qt.Key.Key_Return)


def test_a_history_is_made_locked_opened_forgotten_and_erased(qtbot: QtBot, windows: Windows, desktop: Desktop, tmp_path: Path) -> None:
    main, view = windows.main, windows.main.history_view
    form = view.lock_page.form

    main.first_run.go_on()
    (asking,) = main.first_run.steps[1].questions
    assert isinstance(asking, Remembering)
    asking.choices.cards[3].click()
    type_it(asking.making.form, WORDS)
    qtbot.waitUntil(lambda: desktop.settings().retention is Retention.DAYS_7, timeout=PATIENCE_MS)
    main.first_run.finish()

    desktop.app.history.keep([PageRecord("p1", "v1", SITE, f"https://{SITE}/", "Title", time.time() * 1000)])
    main.turn_to(HISTORY)
    qtbot.waitUntil(lambda: view.reading.model.row_of("v1") == 0, timeout=PATIENCE_MS)

    main.hide_at_once()
    qtbot.waitUntil(lambda: desktop.kept() is Kept.LOCKED, timeout=PATIENCE_MS)
    desktop.app.history.keep([PageRecord("p2", "v2", "not.example", "https://not.example/", "Title", time.time() * 1000)])
    assert SITE.encode() not in b"".join(file.read_bytes() for file in tmp_path.rglob("*") if file.is_file())

    windows.bring_back()
    main.turn_to(HISTORY)
    type_it(form, "something else")
    qtbot.waitUntil(lambda: passphrase_wording.wait(1) in form.said.text(), timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: form.said.text() == passphrase_wording.TRY_AGAIN, timeout=PATIENCE_MS)
    type_it(form, WORDS)
    qtbot.waitUntil(lambda: view.reading.model.row_of("v1") >= 0, timeout=PATIENCE_MS)
    assert view.reading.model.row_of("v2") == -1
    assert view.reading.model.rowCount() == 1  # a gap of less than a minute is not listed

    view.reading.list.setCurrentIndex(view.reading.model.index(view.reading.model.row_of("v1")))
    qtbot.waitUntil(view.reading.story.keep_button.isVisible, timeout=PATIENCE_MS)
    view.reading.story.keep_button.click()
    qtbot.waitUntil(lambda: view.reading.story.note.text() == wording.KEPT, timeout=PATIENCE_MS)

    last_hour, *_, everything = spans(time.time() * 1000 + 1000, None)
    view.reading.forgetting.ask(last_hour)
    view.reading.forgetting.confirm.sure_button.click()
    qtbot.waitUntil(lambda: view.reading.story.said.text() == ui_wording.DELETED, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: view.reading.model.row_of("v1") == -1, timeout=PATIENCE_MS)

    view.reading.forgetting.ask(everything)
    view.reading.forgetting.confirm.sure_button.click()
    qtbot.waitUntil(lambda: desktop.kept() is Kept.NONE, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: desktop.settings().retention is Retention.UNTIL_CLOSE, timeout=PATIENCE_MS)


def begin_making(windows: Windows) -> Remembering:
    """Up to the moment when the passphrase is being made."""
    windows.main.first_run.go_on()
    (asking,) = windows.main.first_run.steps[1].questions
    assert isinstance(asking, Remembering)
    asking.choices.cards[3].click()
    for field in asking.making.form.fields:
        field.line.setText(WORDS)
    asking.making.form.submit()
    assert asking.busy
    return asking


WAITS: dict[str, Callable[[FirstRunView, Remembering], None]] = {
    "not now": lambda _, asking: asking.making.not_now.click(),
    "back": lambda first_run, _: first_run.go_back(),
    "skip": lambda first_run, _: first_run.finish(),
    "next": lambda first_run, _: first_run.go_on(),
}


@pytest.mark.parametrize("way", WAITS.values(), ids=WAITS)
def test_while_the_passphrase_is_being_made_nobody_leaves_and_then_it_is_said_that_pages_are_kept(
    qtbot: QtBot, windows: Windows, desktop: Desktop, way: Callable[[FirstRunView, Remembering], None]
) -> None:
    asking = begin_making(windows)
    way(windows.main.first_run, asking)
    assert windows.main.first_run.step == 1
    assert asking.making.form.said.text() == passphrase_wording.ONE_MOMENT
    qtbot.waitUntil(lambda: desktop.settings().retention is Retention.DAYS_7, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: first_wording.THEN_DAYS_7 in asking.said.text(), timeout=PATIENCE_MS)
    assert windows.main.introducing


GIVES_UP: dict[str, Callable[[Windows], None]] = {
    "hide": lambda windows: windows.main.hide_at_once(),
    "another page": lambda windows: windows.main.first_run.leave(),
}


@pytest.mark.parametrize("way", GIVES_UP.values(), ids=GIVES_UP)
def test_a_passphrase_that_is_being_made_while_the_page_goes_keeps_nothing(
    qtbot: QtBot, qapp: QApplication, windows: Windows, desktop: Desktop, monkeypatch: pytest.MonkeyPatch, way: Callable[[Windows], None]
) -> None:
    answers: list[Unlocking] = []
    make = desktop.app.history.make

    def noting(passphrase: str, done: Callable[[Unlocking], None]) -> None:
        def made(unlocking: Unlocking) -> None:
            done(unlocking)
            answers.append(unlocking)

        make(passphrase, made)

    monkeypatch.setattr(desktop.app.history, "make", noting)
    begin_making(windows)
    way(windows)
    qtbot.waitUntil(lambda: bool(answers), timeout=PATIENCE_MS)
    qapp.processEvents()
    assert desktop.settings().retention is None
    assert desktop.kept() is not Kept.OPEN


def test_one_that_was_made_just_before_it_was_to_be_locked_keeps_nothing_either(
    qapp: QApplication, desktop: Desktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers: list[Unlocking] = []
    made: list[Callable[[Unlocking], None]] = []
    monkeypatch.setattr(desktop.app.history, "make", lambda _, done: made.append(done))
    desktop.make_history(WORDS, Retention.DAYS_7, answers.append)
    desktop.lock_history()
    made.pop()(Unlocking(True))
    qapp.processEvents()
    assert (desktop.settings().retention, answers) == (None, [Unlocking(False)])


def test_settings_are_changed_on_the_windows_thread(
    qtbot: QtBot, windows: Windows, desktop: Desktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: list[threading.Thread] = []
    change = desktop.app.change_settings

    def noting(settings: Settings) -> None:
        threads.append(threading.current_thread())
        change(settings)

    monkeypatch.setattr(desktop.app, "change_settings", noting)
    begin_making(windows)
    qtbot.waitUntil(lambda: desktop.settings().retention is Retention.DAYS_7, timeout=PATIENCE_MS)
    assert threads == [threading.main_thread()]
