import time
from datetime import datetime

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from netcurtain.history.rows import VisitRow
from netcurtain.ui import wording as ui_wording
from netcurtain.ui.history import wording
from netcurtain.ui.history.forgetting import Forgetting, Span, day_around, spans
from netcurtain.ui.theme import TARGET, Theme


def at(*moment: int) -> float:
    return datetime(*moment).timestamp() * 1000  # type: ignore[arg-type]


NOW = at(2026, 11, 25, 0, 30)
TODAY = (at(2026, 11, 25), at(2026, 11, 26))
YESTERDAY = (at(2026, 11, 24), at(2026, 11, 25))


@pytest.mark.parametrize("day", [None, NOW - 60_000], ids=["no visit is open", "a visit of today is open"])
def test_the_last_hour_goes_over_midnight_and_today_does_not(day: float | None) -> None:
    assert spans(NOW, day) == (
        Span(wording.LAST_HOUR, NOW - 3_600_000, NOW),
        Span(wording.TODAY, *TODAY),
        Span(wording.EVERYTHING),
    )


def test_the_day_of_the_visit_that_is_read_is_offered() -> None:
    assert spans(NOW, at(2026, 11, 24, 14, 2))[2] == Span("Every visit of 24 November 2026", *YESTERDAY)


@pytest.mark.parametrize(
    ("span", "named"),
    [
        (Span("", *YESTERDAY), [True, True, False]),
        (Span("", YESTERDAY[0] + 1, YESTERDAY[1] + 1), [False, True, True]),
        (Span(""), [True, True, True]),
    ],
    ids=["a day", "a little later", "everything"],
)
def test_it_names_the_visits_that_began_in_it(span: Span, named: list[bool]) -> None:
    began = (YESTERDAY[0], YESTERDAY[1] - 1, YESTERDAY[1])
    assert [span.names(VisitRow("v", "site.example", moment, 0, False)) for moment in began] == named


def test_a_day_with_another_hour_is_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Europe/London")
    time.tzset()
    try:
        since, until = day_around(at(2026, 10, 25, 12, 0))
    finally:
        monkeypatch.undo()
        time.tzset()
    assert until - since == 25 * 3_600_000


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.resize(600, 400)
    parent.show()
    return parent


@pytest.fixture
def forgetting(theme: Theme, parent: QWidget) -> Forgetting:
    return Forgetting(theme, lambda: at(2026, 11, 24, 14, 2), parent, clock=lambda: NOW / 1000)


def test_the_menu_offers_each_and_each_is_as_high_as_a_finger(forgetting: Forgetting) -> None:
    forgetting.open_menu()
    actions = forgetting.offers.actions()
    assert [action.text() for action in actions] == [
        wording.LAST_HOUR,
        wording.TODAY,
        "Every visit of 24 November 2026",
        wording.EVERYTHING,
    ]
    assert all(forgetting.offers.actionGeometry(action).height() >= TARGET - 6 for action in actions)
    forgetting.empty()
    assert forgetting.offers.actions() == []
    assert not forgetting.offers.isVisible()


@pytest.mark.parametrize(("place", "span"), list(enumerate(spans(NOW, at(2026, 11, 24, 14, 2)))))
def test_nothing_is_forgotten_before_the_person_is_sure(qtbot: QtBot, forgetting: Forgetting, place: int, span: Span) -> None:
    forgetting.open_menu()
    with qtbot.assertNotEmitted(forgetting.wanted):
        forgetting.offers.actions()[place].trigger()
    assert forgetting.confirm.isVisible()
    with qtbot.waitSignal(forgetting.wanted) as signal:
        forgetting.confirm.sure_button.click()
    assert signal.args == [span]


def test_the_last_hour_is_the_one_before_the_person_was_sure(qtbot: QtBot, theme: Theme, parent: QWidget) -> None:
    times = [NOW / 1000]
    forgetting = Forgetting(theme, lambda: None, parent, clock=lambda: times[-1])
    forgetting.ask(spans(NOW, None)[0])
    times.append(NOW / 1000 + 600)
    with qtbot.waitSignal(forgetting.wanted) as signal:
        forgetting.confirm.sure_button.click()
    assert signal.args == [Span(wording.LAST_HOUR, NOW - 3_000_000, NOW + 600_000)]


def test_everything_says_that_it_is_everything(forgetting: Forgetting) -> None:
    forgetting.ask(Span(wording.EVERYTHING))
    assert forgetting.confirm.question.text() == ui_wording.ERASE_QUESTION
    assert (forgetting.confirm.leave_button.text(), forgetting.confirm.sure_button.text()) == (ui_wording.LEAVE_IT, ui_wording.ERASE)


@pytest.mark.parametrize("span", spans(NOW, at(2026, 11, 24, 14, 2))[:-1], ids=lambda span: span.words)
def test_the_menu_and_the_question_say_which_visits_go(forgetting: Forgetting, span: Span) -> None:
    forgetting.ask(span)
    assert span.words.startswith("Every visit of ")
    assert forgetting.confirm.question.text().startswith(f"Forget e{span.words[1:]}? ")
    assert "Kept visits go too" in forgetting.confirm.question.text()
    assert "began before or went on after" in forgetting.confirm.question.text()
    assert (forgetting.confirm.leave_button.text(), forgetting.confirm.sure_button.text()) == ("Leave them as they are", "Forget them")
