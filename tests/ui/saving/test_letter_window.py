from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from netcurtain.core.saved_copy import Letters
from netcurtain.history.rows import VisitRow
from netcurtain.ui.reveal import reveal_what_tab_comes_to
from netcurtain.ui.saving import dialog, wording
from netcurtain.ui.saving.letter_window import NOT_YET, LetterWindow
from netcurtain.ui.theme import Theme

Words = Callable[[QWidget], list[str]]
Show = Callable[[LetterWindow], LetterWindow]
Press = Callable[[QWidget, str], None]
ANSWERED, WAITED = "They answered.", "They did not answer."


@pytest.fixture
def window(qtbot: QtBot, theme: Theme, fake_app: Any, visit: VisitRow, shown: Show) -> LetterWindow:
    fake_app.words = Letters("To [whom] at site.example", ANSWERED, WAITED)
    window = shown(LetterWindow(theme, fake_app, visit, None))
    with qtbot.waitActive(window):
        window.activateWindow()
    return window


def test_it_starts_with_a_complaint_about_this_visit(window: LetterWindow, fake_app: Any, words: Words) -> None:
    assert fake_app.asked_about == ["v1"]
    assert window.letter.text == "To [whom] at site.example"
    assert wording.LETTER_MORE in words(window)


def test_it_opens_at_its_top_though_its_words_come_while_only_close_is_there(
    qtbot: QtBot, qapp: QApplication, theme: Theme, fake_app: Any, visit: VisitRow, shown: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    def come(*_: object) -> None:
        if fake_app.held:
            fake_app.held.pop()()

    monkeypatch.setattr(dialog, "fitting", lambda size: size.boundedTo(QSize(1000, 300)))
    fake_app.hold = True
    window = LetterWindow(theme, fake_app, visit, None)
    qapp.focusChanged.connect(reveal_what_tab_comes_to)
    qapp.focusChanged.connect(come)
    try:
        shown(window)
        with qtbot.waitActive(window):
            window.activateWindow()
        qtbot.waitUntil(lambda: window.letter.isVisible() and window.sheet.verticalScrollBar().maximum() > 0)
        for _ in range(6):
            qapp.processEvents()
    finally:
        qapp.focusChanged.disconnect(reveal_what_tab_comes_to)
        qapp.focusChanged.disconnect(come)
    assert window.sheet.verticalScrollBar().value() == 0
    QTest.keyClick(window, Qt.Key.Key_Tab)
    assert window.focusWidget() is window.letter.field


def test_the_statement_for_the_ico_is_not_there_before_the_question_is_answered(window: LetterWindow, words: Words) -> None:
    assert window.asked.choice is None
    assert window.statement.text == ""
    assert not window.ico.isVisible()
    assert wording.ICO not in words(window)


@pytest.mark.parametrize(("answer", "statement"), [(0, ANSWERED), (1, WAITED)], ids=["they have answered", "30 days have passed"])
def test_after_an_answer_or_30_days_it_is_there_with_a_counter(window: LetterWindow, words: Words, answer: int, statement: str) -> None:
    window.asked.cards[answer].click()
    assert window.statement.text == statement
    assert wording.characters(len(statement), 2000) in words(window)


def test_it_says_what_was_chosen_as_long_as_nothing_was_written_in_it(window: LetterWindow, words: Words) -> None:
    for answer, statement in ((0, ANSWERED), (1, WAITED), (NOT_YET, WAITED), (0, ANSWERED)):
        window.asked.cards[answer].click()
        assert window.statement.text == statement
    window.statement.copy_button.click()
    assert wording.COPIED in words(window)
    window.asked.cards[1].click()
    assert wording.COPIED not in words(window)
    assert not window.statement.is_changed


def test_what_was_written_and_copied_stays_too(window: LetterWindow) -> None:
    window.asked.cards[0].click()
    QTest.keyClicks(window.statement.field, "I say: ")
    window.statement.copy_button.click()
    window.asked.cards[1].click()
    assert window.statement.text == f"I say: {ANSWERED}"


def test_not_yet_says_when_and_shows_none(window: LetterWindow, words: Words) -> None:
    window.asked.cards[NOT_YET].click()
    assert wording.NOT_YET_MORE in words(window)
    assert (window.ico.isVisible(), window.statement.text) == (False, "")


def test_what_was_written_in_it_stays_while_the_answer_changes(window: LetterWindow) -> None:
    window.asked.cards[0].click()
    QTest.keyClicks(window.statement.field, "I say: ")
    window.asked.cards[NOT_YET].click()
    assert not window.ico.isVisible()
    window.asked.cards[1].click()
    assert window.statement.text == f"I say: {ANSWERED}"


def test_where_it_stays_though_something_else_happened_the_person_is_asked_to_read_it_again(window: LetterWindow, words: Words) -> None:
    window.asked.cards[0].click()
    window.asked.cards[1].click()
    assert wording.IT_STAYS not in words(window)
    QTest.keyClicks(window.statement.field, "I say: ")
    for answer, said in ((1, False), (0, True), (NOT_YET, False), (1, False), (0, True)):
        window.asked.cards[answer].click()
        assert (wording.IT_STAYS in words(window)) is said


def test_of_a_visit_that_is_gone_there_is_no_letter(theme: Theme, fake_app: Any, visit: VisitRow, words: Words, shown: Show) -> None:
    fake_app.words = None
    window = shown(LetterWindow(theme, fake_app, visit, None))
    assert wording.LETTER_GONE in words(window)
    assert not window.letter.isVisible()
    assert window.focusWidget() is window.close_button


def test_nothing_changed_closes_at_once(window: LetterWindow) -> None:
    QTest.keyClick(window.letter.field, Qt.Key.Key_Escape)
    assert not window.isVisible()


@pytest.mark.parametrize("part", ["letter", "statement"])
def test_who_has_written_something_is_asked_before_it_is_lost(window: LetterWindow, press: Press, part: str) -> None:
    window.asked.cards[0].click()
    QTest.keyClicks(getattr(window, part).field, "x")
    QTest.keyClick(getattr(window, part).field, Qt.Key.Key_Escape)
    assert window.isVisible()
    assert window.confirm.question.text() == wording.CLOSE_QUESTION
    press(window, wording.GO_ON_WRITING)
    assert window.isVisible()
    press(window, wording.CLOSE)
    press(window, wording.CLOSE_IT)
    assert not window.isVisible()


def test_esc_again_is_an_answer(window: LetterWindow) -> None:
    QTest.keyClicks(window.letter.field, "x")
    QTest.keyClick(window.letter.field, Qt.Key.Key_Escape)
    QTest.keyClick(window.confirm.leave_button, Qt.Key.Key_Escape)
    assert not window.isVisible()


@pytest.mark.parametrize("part", ["letter", "statement"])
def test_what_was_copied_is_taken_back_when_it_closes_and_that_is_said(window: LetterWindow, words: Words, part: str) -> None:
    window.asked.cards[0].click()
    copied = getattr(window, part)
    copied.copy_button.click()
    assert QGuiApplication.clipboard().text() == copied.text
    assert "taken back when this window closes" in " ".join(words(window))
    window.close()
    assert QGuiApplication.clipboard().text() == ""


def test_closed_it_holds_nothing_and_a_late_answer_finds_nobody(theme: Theme, fake_app: Any, visit: VisitRow, window: LetterWindow) -> None:
    window.asked.cards[0].click()
    window.close()
    assert (window.letter.text, window.statement.text, window._statements, window._begun) == ("", "", (), "")
    fake_app.hold = True
    other = LetterWindow(theme, fake_app, visit, None)
    other.show()
    assert wording.LOOKING in [other.more.text()]
    other.close()
    fake_app.held.pop()()
    assert other.letter.text == ""
