from collections.abc import Callable, Iterator
from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from netcurtain.core.settings import ThemeChoice
from netcurtain.history.rows import Gap, VisitPage, VisitRow
from netcurtain.ui.history.grouping import Grouping
from netcurtain.ui.history.model import VisitModel
from netcurtain.ui.history.visit_delegate import HEADING, ROW
from netcurtain.ui.history.visit_list import VisitList
from netcurtain.ui.theme import Theme

NOON = datetime(2026, 11, 24, 12, 0).timestamp() * 1000


def visits(first: int, last: int, sites: int = 1) -> tuple[VisitRow, ...]:
    return tuple(
        VisitRow(f"v{n:03}", f"site{n % sites}.example", NOON - n * 1000, n % 3, n % 2 == 0, chosen=True) for n in range(first, last)
    )


@pytest.fixture
def model() -> VisitModel:
    return VisitModel()


@pytest.fixture
def listed(qtbot: QtBot, theme: Theme, model: VisitModel) -> Iterator[VisitList]:
    host = QWidget()
    qtbot.addWidget(host)
    listed = VisitList(theme, model, host)
    listed.resize(300, 400)
    host.resize(300, 400)
    host.show()
    yield listed
    host.close()


def heights(listed: VisitList, model: VisitModel) -> list[int]:
    return [listed.visualRect(model.index(place)).height() for place in range(model.rowCount())]


def test_only_what_has_a_heading_is_higher_also_after_the_list_was_changed(listed: VisitList, model: VisitModel) -> None:
    model.show(VisitPage(visits(1, 4), more=True))
    assert heights(listed, model) == [ROW + HEADING, ROW, ROW]
    model.add(visits(3, 4)[0], VisitPage(visits(4, 5)))
    model.renew(VisitPage(visits(0, 5)))
    assert heights(listed, model) == [ROW + HEADING, ROW, ROW, ROW, ROW]
    model.renew(VisitPage(visits(1, 5)))
    assert heights(listed, model) == [ROW + HEADING, ROW, ROW, ROW]
    model.show(VisitPage(visits(0, 4, sites=2)), (), Grouping.BY_SITE)
    assert heights(listed, model) == [ROW + HEADING, ROW, ROW + HEADING, ROW]


def test_a_gap_is_as_high_as_its_words(listed: VisitList, model: VisitModel) -> None:
    model.show(VisitPage(visits(0, 1)), (Gap(NOON - 400_000_000, NOON - 100_000_000),))
    wide = heights(listed, model)[1]
    listed.resize(150, 400)
    assert heights(listed, model)[1] > wide


def test_larger_text_has_higher_rows(listed: VisitList, model: VisitModel, theme: Theme) -> None:
    model.show(VisitPage(visits(0, 3)))
    theme.choose(ThemeChoice.SYSTEM, 200)
    try:
        assert heights(listed, model) == [2 * (ROW + HEADING), 2 * ROW, 2 * ROW]
    finally:
        theme.choose(ThemeChoice.SYSTEM, 100)
    assert heights(listed, model) == [ROW + HEADING, ROW, ROW]


def test_the_visit_that_is_read_is_no_block_of_colour_under_its_heading(listed: VisitList, model: VisitModel) -> None:
    model.show(VisitPage(visits(0, 2)))
    listed.setCurrentIndex(model.index(0))
    picture = listed.viewport().grab().toImage()
    assert picture.pixelColor(picture.width() // 2, 2) == picture.pixelColor(picture.width() // 2, picture.height() - 2)


def scroll_to(listed: VisitList, model: VisitModel, place: int) -> int:
    listed.updateGeometries()
    listed.scrollTo(model.index(place), VisitList.ScrollHint.PositionAtTop)
    return listed.visualRect(model.index(place)).top()


CHANGES: dict[str, tuple[Callable[[VisitModel], None], str]] = {
    "a new one": (lambda model: model.renew(VisitPage(visits(0, 60), more=True)), "v031"),
    "older ones": (lambda model: model.add(visits(99, 100)[0], VisitPage(visits(100, 150))), "v031"),
    "some are gone": (lambda model: model.renew(VisitPage(visits(10, 100), more=True)), "v031"),
}


@pytest.mark.parametrize(("change", "read"), CHANGES.values(), ids=CHANGES)
def test_while_rows_come_and_go_what_is_read_stays_where_it_is(
    listed: VisitList, model: VisitModel, change: Callable[[VisitModel], None], read: str
) -> None:
    model.show(VisitPage(visits(1, 100), more=True))
    top = scroll_to(listed, model, 30)
    with listed.staying():
        change(model)
    assert listed.visualRect(model.index(model.row_of(read))).top() == top


def test_a_site_that_moves_up_takes_nothing_else_away_from_where_it_is_read(listed: VisitList, model: VisitModel) -> None:
    model.show(VisitPage(visits(2, 100, sites=2), more=True), (), Grouping.BY_SITE)
    top = scroll_to(listed, model, 10)
    read = model.row(10)
    assert isinstance(read, VisitRow)
    with listed.staying():
        model.renew(VisitPage(visits(1, 100, sites=2), more=True))
    assert model.row_of(read.visit) != 10
    assert listed.visualRect(model.index(model.row_of(read.visit))).top() == top


def test_at_the_top_the_newest_comes_into_sight(listed: VisitList, model: VisitModel) -> None:
    model.show(VisitPage(visits(1, 100), more=True))
    with listed.staying():
        model.renew(VisitPage(visits(0, 60), more=True))
    assert listed.verticalScrollBar().value() == 0


def test_the_next_page_is_asked_for_before_the_end_is_reached_and_not_before_one_scrolls(listed: VisitList, model: VisitModel) -> None:
    asked: list[bool] = []
    model.more_wanted.connect(lambda: asked.append(True))
    model.show(VisitPage(visits(0, 100), more=True))
    listed.updateGeometries()
    listed.verticalScrollBar().setValue(72 * 20)
    assert asked == []
    listed.verticalScrollBar().setValue(listed.verticalScrollBar().maximum() - 500)
    assert asked == [True]


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
@pytest.mark.parametrize("grouping", list(Grouping))
def test_it_is_painted_from_either_side(listed: VisitList, model: VisitModel, direction: Qt.LayoutDirection, grouping: Grouping) -> None:
    listed.setLayoutDirection(direction)
    model.show(VisitPage(visits(0, 2)), (Gap(NOON - 200_000, NOON - 100_000),), grouping)
    picture = listed.grab().toImage()
    paper = picture.pixelColor(picture.width() // 2, picture.height() - 2)
    # The time stands where reading begins: only there does ink reach the edge of the rows.
    edge = range(18, 24) if direction == Qt.LayoutDirection.LeftToRight else range(picture.width() - 24, picture.width() - 18)
    assert any(picture.pixelColor(x, y) != paper for x in edge for y in range(HEADING, HEADING + ROW // 2))
