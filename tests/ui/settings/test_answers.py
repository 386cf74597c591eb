from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from netcurtain.core.settings import FromTheStart, Retention, Settings
from netcurtain.ui.choice import ChoiceCard
from netcurtain.ui.first_run import wording as first_run_wording
from netcurtain.ui.settings import wording
from netcurtain.ui.settings.view import SettingsView
from netcurtain.ui.theme import Theme

Seen = Callable[[QWidget], list[str]]


def cards(view: SettingsView) -> list[ChoiceCard]:
    sections = (view.remembered, view.from_the_start, view.this_computer)
    return [card for section in sections for asking in section.questions for card in asking.choices.cards]


@pytest.mark.parametrize(
    ("place", "kept", "then"),
    [
        (0, {"retention": Retention.FORGET_SOON}, first_run_wording.THEN_FORGET_SOON),
        (1, {"retention": Retention.UNTIL_CLOSE}, first_run_wording.THEN_UNTIL_CLOSE),
        (5, {"from_the_start": FromTheStart.ALWAYS}, first_run_wording.THEN_ALWAYS),
        (6, {"from_the_start": FromTheStart.ASK}, first_run_wording.THEN_ASK),
        (9, {"stay_on": True}, first_run_wording.THEN_STAY_ON),
        (10, {"stay_on": False}, first_run_wording.THEN_NOT_STAY_ON),
    ],
    ids=["forget soon", "until close", "always", "ask", "stay on", "do not stay on"],
)
def test_a_change_holds_at_once_and_says_what_it_means(
    view: SettingsView, fake_app: Any, seen: Seen, place: int, kept: dict[str, Any], then: str
) -> None:
    QTest.mouseClick(cards(view)[place], Qt.MouseButton.LeftButton)
    assert fake_app.answers == Settings(introduced=True, **kept)
    assert then in seen(view)


@pytest.mark.parametrize(
    ("place", "starts", "then"), [(7, True, first_run_wording.THEN_AT_LOGIN), (8, False, first_run_wording.THEN_NOT_AT_LOGIN)]
)
def test_starting_at_log_in_is_changed_at_once(view: SettingsView, fake_app: Any, seen: Seen, place: int, starts: bool, then: str) -> None:
    fake_app.at_login = not starts
    view.enter()
    cards(view)[place].click()
    assert fake_app.at_login is starts
    assert then in seen(view)


def test_what_holds_is_shown_whenever_the_page_comes_into_sight(view: SettingsView, fake_app: Any, seen: Seen) -> None:
    assert [card.isChecked() for card in cards(view)] == [place == 8 for place in range(11)]
    assert first_run_wording.REMEMBER_UNANSWERED in seen(view)
    fake_app.answers = Settings(introduced=True, retention=Retention.UNTIL_CLOSE, from_the_start=FromTheStart.ASK, stay_on=True)
    fake_app.at_login = True
    view.enter()
    assert [card.isChecked() for card in cards(view)] == [place in (1, 6, 7, 9) for place in range(11)]
    assert first_run_wording.REMEMBER_UNANSWERED not in seen(view)


def test_what_was_said_of_a_change_is_gone_the_next_time(view: SettingsView, seen: Seen) -> None:
    cards(view)[5].click()
    view.leave()
    view.enter()
    assert first_run_wording.THEN_ALWAYS not in seen(view)


def test_the_notification_is_off_until_asked_for(view: SettingsView, fake_app: Any, seen: Seen) -> None:
    switch = view.this_computer.notification
    assert not switch.isChecked()
    QTest.keyClick(switch, Qt.Key.Key_Return)
    assert fake_app.answers.notifications
    assert wording.NOTIFICATION_ON in seen(view)
    QTest.mouseClick(switch, Qt.MouseButton.LeftButton)
    assert not fake_app.answers.notifications
    assert wording.NOTIFICATION_OFF in seen(view)


@pytest.mark.parametrize("possible", [True, False])
def test_the_notification_is_offered_only_while_it_is_possible(view: SettingsView, fake_app: Any, possible: bool) -> None:
    fake_app.can_delete = possible
    view.enter()
    assert view.this_computer.notification.isVisible() is possible


def test_log_in_is_not_asked_about_where_it_cannot_be_arranged(qtbot: QtBot, theme: Theme, fake_app: Any) -> None:
    fake_app.at_login = None
    view = SettingsView(theme, fake_app)
    qtbot.addWidget(view)
    assert [asking.question.words for asking in view.this_computer.questions] == [first_run_wording.STAY_ON]
