from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from netcurtain.ui.history.model import HEADING_ROLE, RequestModel, StoryModel, VisitModel


def test_visits_are_grouped_by_day_and_spoken_whole(kept: Any) -> None:
    model = VisitModel(today=lambda: date(2026, 11, 24))
    assert model.show(tuple(kept.rows))
    assert not model.show(tuple(kept.rows))
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert [model.index(row).data(HEADING_ROLE) for row in range(2)] == ["Today", "Yesterday"]
    assert model.index(0).data(Qt.ItemDataRole.AccessibleTextRole) == "14:02, site.example, 2 companies, personal form"
    assert model.index(1).data(Qt.ItemDataRole.AccessibleTextRole) == "14:02, other.example, none seen"
    assert model.row_of("v2") == 1
    assert model.row_of("gone") == -1


def test_a_second_visit_of_a_day_has_no_heading(kept: Any) -> None:
    model = VisitModel(today=lambda: date(2026, 11, 24))
    model.show((kept.rows[0], kept.rows[0]))
    assert [model.index(row).data(HEADING_ROLE) for row in range(2)] == ["Today", ""]


def test_a_story_is_told_to_the_second(kept: Any) -> None:
    model = StoryModel()
    model.show(kept.stories["v1"].lines)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert model.index(1).data(Qt.ItemDataRole.AccessibleTextRole) == "14:02:31 Meta was told its address."


def test_requests_have_their_filter_and_what_became_of_them(kept: Any) -> None:
    model = RequestModel()
    model.show(kept.stories["v1"].requests)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    cells = [model.index(0, column).data() for column in range(model.columnCount())]
    assert cells == ["14:02:10", "Meta", "t.example", "stopped by Netcurtain", "||t.example^", "EasyPrivacy"]
