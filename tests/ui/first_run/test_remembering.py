from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from netcurtain.core.event import KeptChanged
from netcurtain.core.keeping import Kept, Unlocking
from netcurtain.core.settings import Retention, Settings
from netcurtain.ui import wording as ui_wording
from netcurtain.ui.button import Button, Kind
from netcurtain.ui.choice import ChoiceCard
from netcurtain.ui.first_run import wording
from netcurtain.ui.first_run.remembering import Remembering
from netcurtain.ui.first_run.view import FirstRunView
from netcurtain.ui.passphrase import wording as passphrase_wording

Seen = Callable[[QWidget], list[str]]
FORGET_SOON, UNTIL_CLOSE, CHOSEN, DAYS_7, DAYS_30 = range(5)
WORDS = "net curtain linen"


@pytest.fixture
def asking(view: FirstRunView) -> Remembering:
    view.go_on()
    (asking,) = view.steps[1].questions
    assert isinstance(asking, Remembering)
    return asking


def cards(asking: Remembering) -> list[ChoiceCard]:
    return asking.choices.cards


def make(asking: Remembering, passphrase: str = WORDS, again: str = WORDS) -> None:
    for field, typed in zip(asking.making.form.fields, (passphrase, again), strict=True):
        field.line.setText(typed)
    asking.making.form.submit()


@pytest.mark.parametrize(
    ("place", "retention", "then"),
    [
        (CHOSEN, Retention.CHOSEN, wording.THEN_CHOSEN),
        (DAYS_7, Retention.DAYS_7, wording.THEN_DAYS_7),
        (DAYS_30, Retention.DAYS_30, wording.THEN_DAYS_30),
    ],
)
def test_an_answer_behind_a_passphrase_holds_only_once_there_is_one(
    qtbot: QtBot, asking: Remembering, fake_app: Any, place: int, retention: Retention, then: str
) -> None:
    cards(asking)[place].click()
    assert asking.making.isVisible()
    assert fake_app.answers == Settings()
    make(asking, again="something else")
    assert fake_app.answers == Settings()
    make(asking)
    qtbot.waitUntil(lambda: not asking.making.isVisible())
    assert fake_app.passphrases == [WORDS]
    assert fake_app.answers.retention is retention
    assert asking.said.text() == (f"{then} {wording.SESSION_STAYS}" if retention.keeps_all else then)
    assert asking.choices.choice == place


def test_while_a_passphrase_is_asked_for_start_keeping_is_the_one_filled_button(view: FirstRunView, asking: Remembering) -> None:
    def filled() -> list[Button]:
        return [button for button in view.findChildren(Button) if button.isVisible() and button._kind is Kind.FILLED]

    assert filled() == [view.next]
    cards(asking)[DAYS_30].click()
    assert filled() == [asking.making.form.go]
    asking.making.not_now.click()
    assert filled() == [view.next]
    cards(asking)[DAYS_30].click()
    view.go_back()
    assert filled() == [view.next]


def test_not_now_leaves_the_answer_as_it_was(asking: Remembering, fake_app: Any, seen: Seen) -> None:
    cards(asking)[DAYS_7].click()
    asking.making.not_now.click()
    assert fake_app.answers == Settings()
    assert asking.choices.choice is None
    assert wording.REMEMBER_UNANSWERED in seen(asking)


def test_a_passphrase_that_could_not_be_made_is_told_and_nothing_is_kept(
    qtbot: QtBot, asking: Remembering, fake_app: Any, seen: Seen
) -> None:
    fake_app.unlocking = Unlocking(False, "The disk is full.")
    cards(asking)[DAYS_7].click()
    make(asking)
    qtbot.waitUntil(lambda: "The disk is full." in seen(asking))
    assert asking.making.isVisible()
    assert fake_app.answers == Settings()


def test_next_does_not_pass_over_a_passphrase_that_was_begun(view: FirstRunView, asking: Remembering, fake_app: Any, seen: Seen) -> None:
    cards(asking)[CHOSEN].click()
    view.go_on()
    assert view.step == 1
    assert passphrase_wording.MAKE_FIRST in seen(asking)
    assert asking.making.form.fields[0].line.hasFocus()
    cards(asking)[UNTIL_CLOSE].click()
    view.go_on()
    assert (view.step, fake_app.answers.retention) == (2, Retention.UNTIL_CLOSE)


@pytest.mark.parametrize("way", [FirstRunView.go_back, FirstRunView.finish, FirstRunView.leave], ids=["back", "skip", "hide"])
def test_going_away_lets_go_of_a_passphrase_that_was_begun(
    view: FirstRunView, asking: Remembering, fake_app: Any, way: Callable[[FirstRunView], None]
) -> None:
    cards(asking)[DAYS_30].click()
    asking.making.form.fields[0].line.setText(WORDS)
    way(view)
    assert fake_app.answers.retention is None
    assert not asking.begun
    assert asking.choices.choice is None
    assert asking.making.form.fields[0].line.text() == ""


def test_by_keyboard_alone_one_can_go_past_the_answers_and_make_the_passphrase(
    qtbot: QtBot, view: FirstRunView, asking: Remembering, fake_app: Any
) -> None:
    cards(asking)[UNTIL_CLOSE].setFocus()
    QTest.keyClick(cards(asking)[UNTIL_CLOSE], Qt.Key.Key_Space)
    for place in (CHOSEN, DAYS_7):
        QTest.keyClick(cards(asking)[place - 1], Qt.Key.Key_Down)
        assert cards(asking)[place].hasFocus()
        assert asking.making.isVisible()
    QTest.keyClick(cards(asking)[DAYS_7], Qt.Key.Key_Tab)
    for field in asking.making.form.fields:
        assert field.line.hasFocus()
        QTest.keyClicks(field.line, WORDS)
        QTest.keyClick(field.line, Qt.Key.Key_Return)
    qtbot.waitUntil(cards(asking)[DAYS_7].hasFocus)
    assert fake_app.answers.retention is Retention.DAYS_7
    QTest.keyClick(cards(asking)[DAYS_7], Qt.Key.Key_Return)
    assert view.step == 2


def test_another_answer_while_it_is_being_made_waits(qtbot: QtBot, asking: Remembering, fake_app: Any) -> None:
    fake_app.hold = True
    cards(asking)[DAYS_7].click()
    make(asking)
    cards(asking)[UNTIL_CLOSE].click()
    assert asking.choices.choice == DAYS_7
    fake_app.held.pop()()
    qtbot.waitUntil(lambda: wording.THEN_DAYS_7 in asking.said.text())


@pytest.mark.parametrize(
    "way",
    [lambda view, _: view.go_back(), lambda view, _: view.finish(), lambda view, _: view.go_on(), lambda _, put_off: put_off.click()],
    ids=["back", "skip", "next", "not now"],
)
def test_while_it_is_being_made_one_waits_and_the_answer_then_holds(
    qtbot: QtBot, view: FirstRunView, asking: Remembering, fake_app: Any, seen: Seen, way: Callable[[FirstRunView, Button], None]
) -> None:
    fake_app.hold = True
    cards(asking)[DAYS_7].click()
    make(asking)
    asking.making.form.say("")
    way(view, asking.making.not_now)
    assert (view.step, fake_app.answers.introduced, asking.choices.choice) == (1, False, DAYS_7)
    assert passphrase_wording.ONE_MOMENT in seen(asking)
    fake_app.held.pop()()
    qtbot.waitUntil(lambda: wording.THEN_DAYS_7 in asking.said.text())


def test_going_out_of_sight_while_it_is_being_made_gives_it_up(view: FirstRunView, asking: Remembering, fake_app: Any) -> None:
    fake_app.hold = True
    cards(asking)[DAYS_7].click()
    make(asking)
    view.leave()
    assert fake_app.locks == 1
    assert not asking.begun


@pytest.mark.parametrize("height", [300, 380])
def test_after_an_answer_was_chosen_the_one_with_the_keyboard_is_in_sight(
    qtbot: QtBot, qapp: QApplication, view: FirstRunView, asking: Remembering, height: int
) -> None:
    view.resize(800, height)
    cards(asking)[UNTIL_CLOSE].setFocus()
    QTest.keyClick(cards(asking)[UNTIL_CLOSE], Qt.Key.Key_Space)
    for place in (CHOSEN, DAYS_7, DAYS_30):
        QTest.keyClick(cards(asking)[place - 1], Qt.Key.Key_Down)

    def in_sight() -> bool:
        view.grab()
        card = cards(asking)[DAYS_30]
        return (
            asking.making.isVisible()
            and card.hasFocus()
            and card.visibleRegion().boundingRect().contains(card.rect().adjusted(0, 9, 0, -9))
        )

    for _ in range(10):  # what scrolls does so as soon as everything has its place
        qapp.processEvents()
    qtbot.waitUntil(in_sight)


@pytest.mark.parametrize(("kept", "locked"), [(Kept.OPEN, False), (Kept.LOCKED, True)])
def test_where_there_is_a_passphrase_another_way_of_keeping_needs_none(
    asking: Remembering, fake_app: Any, kept: Kept, locked: bool
) -> None:
    fake_app.stand, fake_app.answers = kept, Settings(retention=Retention.CHOSEN)
    cards(asking)[DAYS_30].click()
    assert wording.SESSION_STAYS in asking.said.text()
    assert fake_app.answers.retention is Retention.DAYS_30
    assert not asking.making.isVisible()
    assert (wording.LOCKED_NOW in asking.said.text()) is locked


@pytest.fixture
def keeping(asking: Remembering, fake_app: Any) -> Remembering:
    fake_app.stand, fake_app.answers = Kept.OPEN, Settings(retention=Retention.DAYS_7)
    asking.refresh()
    return asking


@pytest.mark.parametrize("place", [FORGET_SOON, UNTIL_CLOSE])
def test_who_wants_nothing_kept_any_more_is_asked_what_becomes_of_what_was(
    keeping: Remembering, fake_app: Any, seen: Seen, place: int
) -> None:
    cards(keeping)[place].click()
    assert not fake_app.answers.retention.on_disk
    assert wording.WHAT_OF_THE_KEPT in seen(keeping)
    assert (fake_app.stand, fake_app.erased) == (Kept.OPEN, 0)


def test_the_question_stays_while_one_goes_on_to_another_answer_without_keeping(keeping: Remembering, seen: Seen) -> None:
    cards(keeping)[UNTIL_CLOSE].click()
    cards(keeping)[FORGET_SOON].click()
    assert wording.WHAT_OF_THE_KEPT in seen(keeping)
    cards(keeping)[DAYS_7].click()
    assert wording.WHAT_OF_THE_KEPT not in seen(keeping)


@pytest.fixture
def for_long(keeping: Remembering, fake_app: Any) -> Remembering:
    fake_app.answers = Settings(retention=Retention.DAYS_30)
    keeping.refresh()
    return keeping


def test_for_a_shorter_time_asks_before_what_is_older_goes(for_long: Remembering, fake_app: Any, seen: Seen) -> None:
    cards(for_long)[DAYS_7].click()
    assert wording.SHORTEN_QUESTION in seen(for_long)
    assert fake_app.answers == Settings(retention=Retention.DAYS_30)
    for_long.shortening.sure_button.click()
    assert fake_app.answers == Settings(retention=Retention.DAYS_7)
    assert (for_long.choices.choice, for_long.begun) == (DAYS_7, False)


@pytest.mark.parametrize(
    "way",
    [lambda _, asking: asking.shortening.leave_button.click(), lambda view, _: view.leave(), lambda view, _: view.hide()],
    ids=["leave it", "another page", "out of sight"],
)
def test_who_is_not_sure_keeps_the_longer_time(
    view: FirstRunView, for_long: Remembering, fake_app: Any, way: Callable[[FirstRunView, Remembering], None]
) -> None:
    cards(for_long)[DAYS_7].click()
    way(view, for_long)
    view.leave()
    assert fake_app.answers.retention is Retention.DAYS_30
    assert for_long.choices.choice == DAYS_30


def test_next_does_not_pass_over_that_question(view: FirstRunView, for_long: Remembering) -> None:
    cards(for_long)[DAYS_7].click()
    view.go_on()
    assert view.step == 1
    assert for_long.shortening.leave_button.hasFocus()


@pytest.mark.parametrize(
    ("before", "after", "kept", "said"),
    [
        (Retention.UNTIL_CLOSE, Retention.DAYS_7, Kept.NONE, wording.SESSION_STAYS),
        (Retention.CHOSEN, Retention.DAYS_30, Kept.OPEN, wording.SESSION_STAYS),
        (Retention.DAYS_7, Retention.DAYS_30, Kept.OPEN, ""),
        (Retention.DAYS_30, Retention.CHOSEN, Kept.OPEN, wording.KEPT_GOES),
        (Retention.UNTIL_CLOSE, Retention.CHOSEN, Kept.LOCKED, wording.KEPT_GOES),
        (Retention.UNTIL_CLOSE, Retention.CHOSEN, Kept.NONE, ""),
        (Retention.DAYS_7, Retention.UNTIL_CLOSE, Kept.OPEN, ""),
    ],
)
def test_a_change_of_mind_says_what_becomes_of_what_is_there(before: Retention, after: Retention, kept: Kept, said: str) -> None:
    assert wording.then_of_what_is_there(before, after, kept) == said


def test_erasing_after_a_change_of_mind_says_that_this_session_goes_too() -> None:
    assert "session" in wording.WHAT_OF_THE_KEPT


def test_it_can_stay_locked(keeping: Remembering, fake_app: Any, seen: Seen) -> None:
    cards(keeping)[UNTIL_CLOSE].click()
    keeping.staying.leave_button.click()
    assert (fake_app.stand, fake_app.erased) == (Kept.LOCKED, 0)
    assert wording.STAYS_LOCKED in seen(keeping)


@pytest.mark.parametrize(("deleted", "said"), [(True, ui_wording.DELETED), (False, ui_wording.NOT_DELETED)])
def test_it_can_be_erased_and_what_came_of_that_is_said(
    qtbot: QtBot, keeping: Remembering, fake_app: Any, seen: Seen, deleted: bool, said: str
) -> None:
    fake_app.can_delete = deleted
    cards(keeping)[UNTIL_CLOSE].click()
    keeping.staying.sure_button.click()
    qtbot.waitUntil(lambda: said in seen(keeping))
    assert fake_app.erased == 1


def test_where_files_are_left_it_can_be_erased_once_more_until_they_are_gone(
    qtbot: QtBot, view: FirstRunView, keeping: Remembering, fake_app: Any, seen: Seen
) -> None:
    fake_app.can_delete, fake_app.unreadable, fake_app.traces = False, True, ("history.db",)
    cards(keeping)[UNTIL_CLOSE].click()
    keeping.staying.sure_button.click()
    qtbot.waitUntil(lambda: ui_wording.ERASED_BUT_FILES in seen(keeping))
    view.hear(KeptChanged(Kept.NONE))
    cards(keeping)[FORGET_SOON].click()
    assert keeping.once_more.isVisible()
    assert not keeping.staying.isVisible()
    view.hear(KeptChanged(Kept.OPEN))
    assert not keeping.once_more.isVisible()
    view.go_back()
    view.go_on()
    assert keeping.once_more.isVisible()
    keeping.once_more.leave_button.click()
    assert (fake_app.erased, fake_app.locks) == (1, 0)
    view.go_back()
    view.go_on()
    fake_app.can_delete, fake_app.unreadable, fake_app.traces = True, False, ()
    keeping.once_more.sure_button.click()
    qtbot.waitUntil(lambda: ui_wording.DELETED in seen(keeping))
    assert fake_app.erased == 2
    view.go_back()
    view.go_on()
    assert not keeping.once_more.isVisible()


def test_who_had_nothing_kept_is_asked_nothing(asking: Remembering, fake_app: Any, seen: Seen) -> None:
    fake_app.stand, fake_app.answers = Kept.LOCKED, Settings(retention=Retention.UNTIL_CLOSE)
    cards(asking)[FORGET_SOON].click()
    assert wording.WHAT_OF_THE_KEPT not in seen(asking)


def test_what_was_erased_elsewhere_is_followed_and_what_is_being_typed_stays(
    view: FirstRunView, keeping: Remembering, fake_app: Any
) -> None:
    fake_app.stand, fake_app.answers = Kept.NONE, Settings(retention=Retention.UNTIL_CLOSE)
    view.hear(KeptChanged(Kept.NONE))
    assert keeping.choices.choice == UNTIL_CLOSE
    cards(keeping)[DAYS_7].click()
    keeping.making.form.fields[0].line.setText(WORDS)
    view.hear(KeptChanged(Kept.NONE))
    assert keeping.choices.choice == DAYS_7
    assert keeping.making.form.fields[0].line.text() == WORDS
