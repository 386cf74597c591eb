"""The desktop app with its windows, and the browser beside it: the alert asks the same question as the card, and one answer ends both."""

import os
from collections.abc import Callable, Iterator

import msgspec
import pytest
from playwright.sync_api import Page
from PySide6.QtCore import QAbstractTableModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from tests.end_to_end import card, own_exit
from tests.end_to_end.browser import close
from tests.end_to_end.card import Card
from tests.end_to_end.conftest import Stage
from tests.end_to_end.website import clinic, others, police

from netcurtain.core.event import SubmissionAnswered
from netcurtain.core.settings import AlertPlace
from netcurtain.desktop import Desktop
from netcurtain.ui import wording
from netcurtain.ui.application import Windows
from netcurtain.ui.button import Button

pytestmark = pytest.mark.browser

PATIENCE_MS = 10_000
IN_WINDOW = "Netcurtain's window asks you what to do."


class Person:
    """Somebody with the app's windows and a browser tab in front of them."""

    def __init__(self, qtbot: QtBot, desktop: Desktop, windows: Windows, stage: Stage) -> None:
        self.qtbot, self.desktop, self.windows, self.stage = qtbot, desktop, windows, stage
        self.page = stage.browser.context.new_page()
        self.card = Card(self.page)
        self.answers: list[object] = []
        """What the windows heard of the forms that were held."""

    def hear(self, event: object) -> None:
        if isinstance(event, SubmissionAnswered):
            self.answers.append(event.choice)

    def open_report(self, path: str = police.START) -> None:
        self.page.goto(f"https://{police.HOST}{path}")
        self.stage.record.wait(police.HOST, "/settled")
        self.until(lambda: self.windows.main.now.view is not None and self.windows.main.now.view.level == "warning")

    def press_continue(self) -> None:
        self.page.click("#go")
        self.card.wait()

    def until(self, so: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(so, timeout=PATIENCE_MS)

    def until_asked(self) -> None:
        self.until(self.windows.alert.isVisible)

    def until_it_has_gone(self) -> None:
        """The form has arrived, and the page after it is up."""
        self.stage.record.wait(police.HOST, police.START, method="POST")
        self.stage.record.wait(police.HOST, "/settled", where=lambda r: r.body == police.WHAT_HAPPENED)

    def until_not_asked(self) -> None:
        self.until(lambda: not self.windows.alert.isVisible())

    def answer(self, text: str) -> None:
        """Press a button of the alert."""
        (button,) = (button for button in self.windows.alert.findChildren(Button) if button.text() == text)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def delivered(self) -> bool:
        return bool(self.stage.record.of(police.HOST, path=police.START, method="POST"))


@pytest.fixture
def person(stage: Stage, qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[Person]:
    """The app without a window makes room for the one with windows, in the same folders, so that the browser knows it."""
    stage.app.stop()
    for name, folder in stage.app.environment().items():
        if name.startswith("XDG_"):
            monkeypatch.setitem(os.environ, name, folder)
    desktop = Desktop(stage.app.port, update_lists=False, trial=None)
    windows = Windows(qapp, desktop.bridge, desktop)
    try:
        windows.main.bring_back()
        desktop.start()
        stage.browser.wait_for_link(up=True)
        one = Person(qtbot, desktop, windows, stage)
        desktop.bridge.happened.connect(one.hear)
        yield one
        close(one.page)
    finally:  # whatever happens, the port is free for the next test
        windows.close()
        desktop.stop()


def test_the_alert_asks_without_naming_the_site_and_its_answer_sends_the_form(person: Person) -> None:
    person.open_report()
    person.press_continue()
    person.until_asked()

    said = [label.text() for label in person.windows.alert.findChildren(QLabel)]
    assert any("Meta (Facebook)" in line for line in said)
    assert not any(word in line for line in (*said, person.windows.alert.windowTitle()) for word in ("northshire", "police", "Report"))
    assert not person.delivered()

    person.answer(wording.AS_IT_IS)
    person.card.wait_until_gone()
    person.until_it_has_gone()
    assert not person.windows.alert.isVisible()


def test_without_these_companies_works_from_the_alert_as_well(person: Person) -> None:
    person.open_report()
    person.press_continue()
    person.until_asked()
    person.stage.record.clear()

    person.answer(wording.WITHOUT_COMPANIES)

    person.stage.record.wait(police.HOST, "/settled", where=lambda r: r.body == police.WHAT_HAPPENED)
    assert person.stage.record.of(*others.TRACKERS) == []


def test_an_answer_in_the_page_ends_the_alert(person: Person) -> None:
    person.open_report()
    person.press_continue()
    person.until_asked()

    person.card.press(card.NOT_NOW)

    person.until_not_asked()
    assert not person.delivered()


def _ask_in(person: Person, place: AlertPlace) -> None:
    person.desktop.change_settings(msgspec.structs.replace(person.desktop.settings(), alert=place))


def test_where_the_window_alone_is_to_ask_the_page_says_so_and_the_window_sends_the_form(person: Person) -> None:
    _ask_in(person, AlertPlace.WINDOW)
    person.open_report()
    person.press_continue()
    person.until_asked()

    person.card.wait_for_text(IN_WINDOW)
    assert person.card.controls()[-2:] == [card.LEAVE, card.HERE]

    person.answer(wording.AS_IT_IS)
    person.card.wait_until_gone()
    person.until_it_has_gone()


def test_whoever_wants_to_be_asked_in_the_page_all_the_same_is(person: Person) -> None:
    _ask_in(person, AlertPlace.WINDOW)
    person.open_report()
    person.press_continue()
    person.card.wait_for_text(IN_WINDOW)
    person.until_asked()

    person.card.press(card.HERE)
    person.card.wait_for_text("What you wrote is still here.")
    person.card.press_until_it_counts(card.AS_IT_IS)

    person.until_it_has_gone()
    person.until_not_asked()


def test_the_page_asks_by_itself_when_the_window_is_to_ask_no_more(person: Person) -> None:
    _ask_in(person, AlertPlace.WINDOW)
    person.open_report()
    person.press_continue()
    person.card.wait_for_text(IN_WINDOW)

    _ask_in(person, AlertPlace.PAGE)

    person.card.wait_for_text("What you wrote is still here.")
    assert IN_WINDOW not in person.card.text()
    person.card.press_until_it_counts(card.NOT_NOW)
    assert not person.delivered()


def test_the_page_asks_by_itself_when_the_app_is_gone(person: Person) -> None:
    _ask_in(person, AlertPlace.WINDOW)
    person.open_report()
    person.press_continue()
    person.card.wait_for_text(IN_WINDOW)

    person.desktop.app.link.stop()

    person.card.wait_for_text("What you wrote is still here.")
    person.card.press_until_it_counts(card.AS_IT_IS)
    person.until_it_has_gone()


def test_the_alert_is_there_only_while_its_tab_is_in_front(person: Person) -> None:
    person.open_report()
    person.press_continue()
    person.until_asked()

    other = person.stage.browser.context.new_page()
    other.goto(f"https://{clinic.LIBRARY_HOST}/")
    person.until_not_asked()
    other.close()
    person.page.bring_to_front()
    person.until_asked()


def test_now_and_history_tell_of_the_page(person: Person) -> None:
    person.open_report()
    main = person.windows.main
    assert main.now.view is not None
    assert "Meta (Facebook)" in [company.name for company in main.now.view.companies]

    main.turn_to(1)
    person.until(lambda: main.history_view.reading.model.index(0).data() == "northshire.police.uk")


def _words_in_windows() -> str:
    """Everything that any widget of the app holds, to be seen or not."""
    words: list[str] = []
    for widget in QApplication.allWidgets():
        words += [widget.windowTitle(), widget.toolTip(), widget.accessibleName(), widget.accessibleDescription()]
        if isinstance(widget, QLabel | QLineEdit):
            words.append(widget.text())
        if isinstance(widget, QAbstractItemView) and (model := widget.model()) is not None:
            columns = model.columnCount() if isinstance(model, QAbstractTableModel) else 1
            words += [str(model.index(row, column).data()) for row in range(model.rowCount()) for column in range(columns)]
    return "\n".join(words)


def _shown(widgets: list[QWidget]) -> list[QWidget]:
    return [widget for widget in widgets if widget.isVisible()]


@pytest.mark.parametrize("way", own_exit.WAYS.values(), ids=own_exit.WAYS)
def test_a_site_with_an_exit_of_its_own_is_left_by_it_with_the_card_up_and_the_windows_are_empty(
    person: Person, way: Callable[[Page], None]
) -> None:
    person.open_report(police.WITH_EXIT)
    person.press_continue()
    person.until_asked()
    main = person.windows.main
    main.turn_to(1)
    person.until(lambda: main.history_view.reading.model.rowCount() == 1)
    assert "northshire" in _words_in_windows()

    way(person.page)

    person.page.wait_for_url(f"https://{others.NEUTRAL}/")
    person.until(lambda: not _shown(QApplication.topLevelWidgets()))
    person.qtbot.waitUntil(lambda: "northshire" not in _words_in_windows(), timeout=PATIENCE_MS)
    # By its exit alone: neither we nor the person said anything.
    assert person.answers == [None]
    assert person.stage.record.of(others.NEUTRAL, path="/weather") == []
    assert not person.delivered()
