from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from netcurtain.core.settings import FromTheStart, Retention, Settings
from netcurtain.core.support import Nation
from netcurtain.ui.actions import BrowserRow
from netcurtain.ui.button import AROUND, Button, Kind
from netcurtain.ui.choice import ChoiceCard
from netcurtain.ui.first_run import wording
from netcurtain.ui.first_run.view import FirstRunView
from netcurtain.ui.theme import TARGET, Theme

Seen = Callable[[QWidget], list[str]]


def press_enter(times: int = 1) -> None:
    for _ in range(times):
        focused = QGuiApplication.focusObject()
        assert isinstance(focused, QWidget)
        QTest.keyClick(focused, Qt.Key.Key_Return)


def card(view: FirstRunView, words: str, of: str = "") -> ChoiceCard:
    asking = next(
        a for step in view.steps for a in step.questions if of in ("", a.question.words) and words in [b.words for b in a.question.answers]
    )
    return next(c for c in asking.choices.cards if c.accessibleName() == words)


def retention(app: Any) -> Retention | None:
    answer: Retention | None = app.answers.retention
    return answer


def chosen(view: FirstRunView) -> list[str]:
    cards = [c for step in view.steps for asking in step.questions for c in asking.choices.cards]
    return [c.accessibleName() for c in cards if c.isChecked()]


def test_each_step_says_where_one_is_and_its_heading_has_the_focus(view: FirstRunView, seen: Seen) -> None:
    headings = [wording.WHAT, wording.REMEMBER, wording.HOW, wording.CONNECT]
    for place, heading in enumerate(headings):
        said = seen(view)
        assert wording.step(place + 1, 4) in said
        assert heading in said
        assert view.steps[place].heading.hasFocus()
        assert view.steps[place].heading.accessibleName() == heading
        view.go_on()


def test_four_presses_of_enter_go_through_it_unanswered(qtbot: QtBot, view: FirstRunView, fake_app: Any) -> None:
    with qtbot.waitSignal(view.finished):
        press_enter(4)
    assert fake_app.answers == Settings(introduced=True)
    assert fake_app.at_login is False
    assert fake_app.practised == 0


def test_where_a_browser_is_connected_the_fourth_enter_opens_the_practice_page(qtbot: QtBot, view: FirstRunView, fake_app: Any) -> None:
    fake_app.paired = [BrowserRow("b1", "Chrome 156", 1.0, 2.0, True)]
    with qtbot.waitSignal(view.finished):
        press_enter(4)
    assert fake_app.practised == 1


def test_nothing_is_chosen_before_one_chooses(view: FirstRunView) -> None:
    assert len(view.findChildren(ChoiceCard)) == 11
    assert chosen(view) == []


@pytest.mark.parametrize(
    ("question", "words", "kept"),
    [
        (wording.REMEMBER, wording.FORGET_SOON, Settings(retention=Retention.FORGET_SOON)),
        (wording.REMEMBER, wording.UNTIL_CLOSE, Settings(retention=Retention.UNTIL_CLOSE)),
        (wording.FROM_THE_START, wording.ALWAYS, Settings(from_the_start=FromTheStart.ALWAYS)),
        (wording.FROM_THE_START, wording.ASK, Settings(from_the_start=FromTheStart.ASK)),
        (wording.STAY_ON, wording.YES, Settings(stay_on=True)),
        (wording.STAY_ON, wording.NO, Settings(stay_on=False)),
    ],
)
def test_an_answer_is_kept_as_soon_as_it_is_chosen(view: FirstRunView, fake_app: Any, question: str, words: str, kept: Settings) -> None:
    card(view, words, question).click()
    assert fake_app.answers == kept


@pytest.mark.parametrize(("words", "starts"), [(wording.YES, True), (wording.NO, False)])
def test_starting_at_log_in_is_arranged_or_undone(view: FirstRunView, fake_app: Any, words: str, starts: bool) -> None:
    fake_app.at_login = not starts
    card(view, words, wording.AT_LOGIN).click()
    assert fake_app.at_login is starts
    assert fake_app.answers == Settings()


def test_one_may_change_ones_mind(view: FirstRunView, fake_app: Any) -> None:
    card(view, wording.FORGET_SOON).click()
    card(view, wording.UNTIL_CLOSE).click()
    assert fake_app.answers.retention is Retention.UNTIL_CLOSE
    assert chosen(view) == [wording.UNTIL_CLOSE]


def test_what_holds_without_an_answer_is_said_until_there_is_one(view: FirstRunView, seen: Seen) -> None:
    view.go_on()
    assert wording.REMEMBER_UNANSWERED in seen(view)
    card(view, wording.FORGET_SOON).click()
    assert wording.REMEMBER_UNANSWERED not in seen(view)


def test_an_answer_that_could_not_be_kept_is_taken_back_and_said(view: FirstRunView, fake_app: Any, seen: Seen) -> None:
    view.go_on()
    view.go_on()
    fake_app.at_login = None
    card(view, wording.YES, wording.AT_LOGIN).click()
    assert wording.NOT_ARRANGED in seen(view)
    assert chosen(view) == []


def test_log_in_is_not_asked_about_where_it_cannot_be_arranged(qtbot: QtBot, theme: Theme, fake_app: Any) -> None:
    fake_app.at_login = None
    view = FirstRunView(theme, fake_app)
    qtbot.addWidget(view)
    assert [asking.question.words for asking in view.steps[2].questions] == [wording.FROM_THE_START, wording.STAY_ON]


def test_back_goes_back_and_the_answers_are_still_there(view: FirstRunView) -> None:
    view.go_on()
    view.go_on()
    card(view, wording.NO, wording.AT_LOGIN).click()
    card(view, wording.ASK).click()
    QTest.mouseClick(view.back, Qt.MouseButton.LeftButton)
    assert view.step == 1
    QTest.mouseClick(view.back, Qt.MouseButton.LeftButton)
    assert view.step == 0
    assert not view.back.isVisible()
    QTest.mouseClick(view.next, Qt.MouseButton.LeftButton)
    view.go_on()
    assert chosen(view) == [wording.ASK, wording.NO]


@pytest.mark.parametrize("step", [0, 1, 2])
def test_it_can_be_skipped_at_any_step(qtbot: QtBot, view: FirstRunView, fake_app: Any, step: int) -> None:
    card(view, wording.ASK).click()
    for _ in range(step):
        view.go_on()
    with qtbot.waitSignal(view.finished):
        QTest.mouseClick(view.skip, Qt.MouseButton.LeftButton)
    assert fake_app.answers == Settings(introduced=True, from_the_start=FromTheStart.ASK)


def test_the_last_step_has_done_instead_of_next_and_skip(qtbot: QtBot, view: FirstRunView, fake_app: Any) -> None:
    for _ in range(3):
        view.go_on()
    assert not view.next.isVisible()
    assert not view.skip.isVisible()
    with qtbot.waitSignal(view.finished):
        QTest.mouseClick(view.done, Qt.MouseButton.LeftButton)
    assert fake_app.answers.introduced


def test_whoever_comes_again_sees_their_answers(view: FirstRunView, fake_app: Any) -> None:
    fake_app.answers = Settings(introduced=True, retention=Retention.FORGET_SOON, from_the_start=FromTheStart.ALWAYS, stay_on=False)
    fake_app.at_login = True
    view.begin()
    assert view.step == 0
    assert chosen(view) == [wording.FORGET_SOON, wording.ALWAYS, wording.YES, wording.NO]


def test_going_through_it_again_changes_no_answer(view: FirstRunView, fake_app: Any) -> None:
    answers = Settings(
        introduced=True, retention=Retention.FORGET_SOON, from_the_start=FromTheStart.ALWAYS, stay_on=True, nation=Nation.WALES
    )
    fake_app.answers = answers
    view.begin()
    press_enter(4)
    assert fake_app.answers == answers


def test_by_keyboard_alone_a_card_is_chosen_and_enter_then_goes_on(view: FirstRunView, fake_app: Any) -> None:
    press_enter()
    QTest.keyClick(view.steps[1].heading, Qt.Key.Key_Tab)
    first, second, *_ = view.steps[1].questions[0].choices.cards
    assert first.hasFocus()
    QTest.keyClick(first, Qt.Key.Key_Space)
    assert retention(fake_app) is Retention.FORGET_SOON
    QTest.keyClick(first, Qt.Key.Key_Down)
    assert second.hasFocus()
    assert retention(fake_app) is Retention.UNTIL_CLOSE
    QTest.keyClick(second, Qt.Key.Key_Return)
    assert view.step == 2


def test_enter_on_a_card_chooses_it_and_does_not_go_on(view: FirstRunView, fake_app: Any) -> None:
    view.go_on()
    first = view.steps[1].questions[0].choices.cards[0]
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Return)
    assert (view.step, fake_app.answers.retention) == (1, Retention.FORGET_SOON)


def test_tab_comes_to_next_before_back_and_skip(view: FirstRunView) -> None:
    view.go_on()
    view.steps[1].questions[0].choices.cards[-1].setFocus()
    walked = []
    for _ in range(3):
        focused = view.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Tab)
        walked.append(view.focusWidget())
    assert walked == [view.next, view.back, view.skip]


def test_the_first_step_leads_to_other_ways_only_where_there_are_any(
    qtbot: QtBot, theme: Theme, view: FirstRunView, fake_app: Any, seen: Seen
) -> None:
    assert {wording.WHO_MAY_NOTICE_SENTENCE, wording.OTHER_WAYS_HINT, *wording.WHAT_SENTENCES} <= set(seen(view))
    button = next(b for b in view.findChildren(Button) if b.text() == wording.OTHER_WAYS)
    with qtbot.waitSignal(view.other_ways):
        button.click()
    assert not fake_app.answers.introduced
    other = FirstRunView(theme, fake_app)
    qtbot.addWidget(other)
    assert not [label for label in other.findChildren(QLabel) if label.text() == wording.OTHER_WAYS_HINT]


def test_every_step_has_at_most_one_filled_button_and_every_control_a_name_and_a_size(view: FirstRunView) -> None:
    for _ in view.steps:
        filled = [b for b in view.findChildren(Button) if b.isVisible() and b._kind is Kind.FILLED]
        assert len(filled) == 1
        for control in view.findChildren(QAbstractButton):
            if control.isVisible():
                assert control.accessibleName(), control
                assert control.height() >= TARGET, control
        view.go_on()


def test_the_words_stay_where_they_are_when_there_is_something_to_scroll(qtbot: QtBot, view: FirstRunView) -> None:
    view.go_on()
    step = view.steps[1]
    bar = step.verticalScrollBar()

    def lefts() -> tuple[int, int]:
        return tuple(part.mapTo(view, QPoint(0, 0)).x() for part in (step.heading, view.next))  # type: ignore[return-value]

    qtbot.waitUntil(lambda: bar.maximum() == 0)
    before = lefts()
    assert not bar.isEnabled()
    view.resize(view.width(), 400)
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    assert bar.isEnabled()
    assert lefts() == before
    assert before[0] - AROUND == before[1], "the words stand above the buttons"


@pytest.mark.parametrize(("height", "fits"), [(700, True), (400, False)], ids=["as it opens", "where there is little room"])
def test_a_step_fits_or_scrolls_and_a_line_says_that_it_does(qtbot: QtBot, view: FirstRunView, height: int, fits: bool) -> None:
    view.resize(1040, height)
    for _ in range(4):
        bar = view.steps[view.step].verticalScrollBar()
        qtbot.waitUntil(lambda bar=bar: (bar.maximum() == 0) is fits)  # type: ignore[misc]
        assert view._edge.isVisible() is not fits
        if view.step < 3:
            view.go_on()
