from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from netcurtain.history.rows import Change, CompanyChange, Doubt, SiteChange, VisitRow
from netcurtain.ui import wording as ui_wording
from netcurtain.ui.button import PLAIN_AROUND
from netcurtain.ui.history import wording
from netcurtain.ui.history.changes import ChangesPart
from netcurtain.ui.theme import Theme

HOUR = 3_600_000
Seen = Callable[[QWidget], list[str]]


@pytest.fixture
def visits(kept: Any) -> list[VisitRow]:
    first = kept.rows[0]
    visits = [replace(first, visit=f"n{n}", started=first.started - n * HOUR) for n in range(3)]
    kept.rows = [*visits, kept.rows[1]]
    for newer, older in ((0, 1), (1, 2), (0, 2)):
        gained = CompanyChange(f"C{newer}{older}", Change.GAINED, (), ("It was told.",))
        kept.site_changes[visits[older].visit, visits[newer].visit] = SiteChange(
            visits[older], visits[newer], (gained,), (Doubt.OTHER_LISTS,)
        )
    return visits


@pytest.fixture
def part(qtbot: QtBot, theme: Theme, kept: Any, visits: list[VisitRow]) -> Iterator[ChangesPart]:
    host = QWidget()
    qtbot.addWidget(host)
    part = ChangesPart(theme, kept, host)
    host.resize(600, 500)
    part.resize(600, 500)
    host.show()
    assert visits
    yield part
    host.close()


def test_a_visit_is_compared_with_the_last_one_before(part: ChangesPart, visits: list[VisitRow], seen: Seen) -> None:
    part.show_visit(visits[1])
    assert wording.changed_company(Change.GAINED, "C12") in seen(part)
    assert wording.DOUBTS[Doubt.OTHER_LISTS] in seen(part)
    assert part.said.text() == wording.between(visits[2].started, visits[1].started)
    assert part.pick_button.accessibleName() == wording.compared_with(visits[2].started)


def test_the_first_one_is_compared_with_the_one_after(part: ChangesPart, visits: list[VisitRow], seen: Seen) -> None:
    part.show_visit(visits[2])
    assert wording.changed_company(Change.GAINED, "C12") in seen(part)


def test_the_first_one_of_very_many_is_compared_with_the_one_after_as_well(
    part: ChangesPart, kept: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = kept.rows[0]
    kept.rows = [replace(first, visit=f"v{n:03}", started=first.started - n * HOUR) for n in range(450)]
    compared: list[tuple[str, str]] = []
    monkeypatch.setattr(kept, "changes", lambda older, newer, _done: compared.append((older, newer)))
    part.show_visit(kept.rows[449])
    assert compared == [("v449", "v448")]
    assert [other.visit for other in part.others] == [f"v{n}" for n in range(399, 449)]


def test_once_emptied_no_word_of_a_visit_stays_on_the_button_that_picks_another(part: ChangesPart, visits: list[VisitRow]) -> None:
    part.show_visit(visits[0])
    part.empty()
    assert (part.pick_button.text(), part.pick_button.accessibleName()) == (wording.HAS_CHANGED, wording.HAS_CHANGED)


def test_any_other_one_can_be_picked_and_the_older_one_always_comes_first(part: ChangesPart, visits: list[VisitRow], seen: Seen) -> None:
    part.show_visit(visits[0])
    part.pick_button.click()
    assert [action.text() for action in part.menu.actions()] == [ui_wording.moment(visit.started) for visit in visits[1:]]
    part.menu.actions()[1].trigger()
    assert wording.changed_company(Change.GAINED, "C02") in seen(part)
    part.menu.close()


def test_a_site_that_was_visited_once_has_nothing_to_compare(part: ChangesPart, kept: Any) -> None:
    part.show_visit(kept.rows[-1])
    assert part.said.text() == wording.ONLY_VISIT
    assert not part.pick_button.isVisible()


def test_a_visit_that_was_forgotten_meanwhile_is_said(part: ChangesPart, kept: Any, visits: list[VisitRow]) -> None:
    kept.site_changes.clear()
    part.show_visit(visits[0])
    assert part.said.text() == wording.CHANGE_GONE


def test_an_answer_that_comes_after_it_was_emptied_shows_nothing(part: ChangesPart, kept: Any, visits: list[VisitRow], seen: Seen) -> None:
    kept.hold = True
    part.show_visit(visits[0])
    part.empty()
    for answer in kept.held:
        answer()
    assert not any("example" in words or "C0" in words for words in seen(part))
    kept.held.clear()
    part.show_visit(visits[0])
    for answer in list(kept.held):
        answer()
    part.empty()
    kept.held[-1]()
    assert not any("example" in words or "C0" in words for words in seen(part))


def test_the_way_back_is_in_line_with_what_is_read(part: ChangesPart) -> None:
    assert part.back_button.x() + PLAIN_AROUND == part.heading.x() == part.area.x()


def test_the_way_back_has_the_keyboard(qtbot: QtBot, part: ChangesPart, visits: list[VisitRow]) -> None:
    part.window().activateWindow()
    part.show_visit(visits[0])
    qtbot.waitUntil(part.back_button.hasFocus)
    with qtbot.waitSignal(part.back):
        QTest.keyClick(part.back_button, Qt.Key.Key_Return)


def test_what_changed_can_be_scrolled_by_keyboard_and_is_read_as_a_whole(part: ChangesPart, visits: list[VisitRow]) -> None:
    assert part.area.focusPolicy() == Qt.FocusPolicy.NoFocus
    part.show_visit(visits[0])
    assert part.area.focusPolicy() == Qt.FocusPolicy.StrongFocus
    assert "It was told." in part.area.accessibleDescription()
    part.empty()
    assert part.area.accessibleDescription() == ""
