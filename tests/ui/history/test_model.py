from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from netcurtain.history.rows import Gap, VisitPage, VisitRow
from netcurtain.ui.history import wording
from netcurtain.ui.history.grouping import Grouping
from netcurtain.ui.history.model import HEADING_ROLE, VisitModel

NOON = datetime(2026, 11, 24, 12, 0).timestamp() * 1000


def visits(*numbers: int, sites: int = 1) -> tuple[VisitRow, ...]:
    return tuple(VisitRow(f"v{n}", f"site{n % sites}.example", NOON - n * 60_000, 0, False) for n in numbers)


@pytest.fixture
def model() -> VisitModel:
    model = VisitModel(today=lambda: date(2026, 11, 24))
    model.tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)  # type: ignore[attr-defined]
    return model


def names(model: VisitModel) -> list[object]:
    rows = [model.row(place) for place in range(model.rowCount())]
    return [row.visit if isinstance(row, VisitRow) else row for row in rows]


def test_visits_are_grouped_by_day_and_spoken_whole(model: VisitModel, kept: Any) -> None:
    model.show(VisitPage(tuple(kept.rows)))
    assert [model.index(row).data(HEADING_ROLE) for row in range(2)] == ["Today", "Yesterday"]
    assert model.index(0).data(Qt.ItemDataRole.AccessibleTextRole) == "Today. 14:02, site.example, 2 companies, personal form"
    assert model.index(1).data(Qt.ItemDataRole.AccessibleTextRole) == "Yesterday. 14:02, other.example, none seen"
    assert model.row_of("v2") == 1
    assert model.row_of("gone") == -1


def test_by_site_a_visit_says_its_day_too(model: VisitModel, kept: Any) -> None:
    model.show(VisitPage(tuple(kept.rows)), (), Grouping.BY_SITE)
    assert model.index(1).data(Qt.ItemDataRole.AccessibleTextRole).startswith("other.example. 23 November 2026, 14:02")


def test_a_visit_that_is_kept_says_so(model: VisitModel, kept: Any) -> None:
    model.show(VisitPage((kept.rows[0], replace(kept.rows[0], on_disk=True, chosen=True), replace(kept.rows[0], on_disk=True))))
    spoken = [model.index(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in (1, 2)]
    assert [words.endswith(", kept") for words in spoken] == [True, False]


def ms(*moment: int) -> float:
    return datetime(*moment).timestamp() * 1000  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("until", "words"),
    [
        ((2026, 11, 24, 15, 40), "Nothing was kept until 15:40."),
        ((2026, 11, 24, 14, 2, 31), "Nothing was kept until 14:02:31."),
        ((2026, 11, 25, 9, 0), "Nothing was kept until 25 November 2026, 09:00."),
    ],
    ids=["of the same day", "of the same minute", "over night"],
)
def test_a_gap_says_until_when(until: tuple[int, ...], words: str) -> None:
    assert wording.gap(ms(2026, 11, 24, 14, 2, 1), ms(*until)) == words


@pytest.mark.parametrize(
    ("until", "words"),
    [((2026, 11, 24, 14, 9, 1), "from 14:02 until 14:09"), ((2026, 11, 24, 14, 2, 31), "from 14:02:01 until 14:02:31")],
    ids=["minutes", "seconds"],
)
def test_a_gap_within_a_visit_is_never_from_one_minute_until_the_same_one(until: tuple[int, ...], words: str) -> None:
    assert f"{words}. " in wording.gap_within(ms(2026, 11, 24, 14, 2, 1), ms(*until))


def test_nothing_in_a_gap_can_be_opened(model: VisitModel) -> None:
    first, second = visits(0, 10)
    between = Gap(second.started + 60_000, first.started - 60_000)
    model.show(VisitPage((first, second)), (between,))
    assert names(model) == ["v0", between, "v10"]
    assert "Nothing was kept until" in model.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    selectable = [bool(model.index(row).flags() & Qt.ItemFlag.ItemIsSelectable) for row in range(3)]
    assert selectable == [True, False, True]


def test_more_is_asked_for_once_and_only_where_there_is_more(model: VisitModel) -> None:
    asked: list[bool] = []
    model.more_wanted.connect(lambda: asked.append(True))
    model.show(VisitPage(visits(0, 1), more=True))
    for _ in range(2):
        model.fetchMore()
    assert asked == [True]
    model.add(visits(1)[0], VisitPage(visits(2, 3)))
    assert names(model) == ["v0", "v1", "v2", "v3"]
    assert not model.canFetchMore()
    assert model.oldest == visits(3)[0]


def test_gaps_between_two_pages_stand_once(model: VisitModel) -> None:
    gap = Gap(NOON - 5 * 60_000, NOON - 3 * 60_000)
    model.show(VisitPage(visits(0, 1), more=True), (gap,))
    assert names(model) == ["v0", "v1"]
    model.add(visits(1)[0], VisitPage(visits(7, 8)))
    assert names(model) == ["v0", "v1", gap, "v7", "v8"]
    model.renew(VisitPage(visits(0, 1), more=True), (gap,))
    assert names(model) == ["v0", "v1", gap, "v7", "v8"]


def test_by_site_a_later_page_joins_the_sites_that_are_there(model: VisitModel) -> None:
    last = VisitRow("other", "other.example", NOON - 600_000, 0, False)
    model.show(VisitPage(visits(0, 1, 2, sites=2), more=True), (), Grouping.BY_SITE)
    assert names(model) == ["v0", "v2", "v1"]
    model.add(visits(2, sites=2)[0], VisitPage((*visits(3, 4, sites=2), last), more=True))
    assert names(model) == ["v0", "v2", "v4", "v1", "v3", "other"]
    model.add(last, VisitPage(visits(20, 21, sites=2)))
    assert names(model) == ["v0", "v2", "v4", "v20", "v1", "v3", "v21", "other"]
    assert model.uncommon() == {0, 4, 7}


RENEWALS: dict[str, tuple[VisitPage, list[str], bool]] = {
    "nothing new": (VisitPage(visits(1, 2, 3), more=True), ["v1", "v2", "v3", "v4", "v5"], True),
    "a new one": (VisitPage(visits(0, 1, 2), more=True), ["v0", "v1", "v2", "v3", "v4", "v5"], True),
    "one is gone": (VisitPage(visits(1, 3, 4), more=True), ["v1", "v3", "v4", "v5"], False),
    "two new ones and one is gone": (VisitPage(visits(-1, 0, 1, 3), more=True), ["v-1", "v0", "v1", "v3", "v4", "v5"], False),
    "all of the older ones are gone": (VisitPage(visits(1, 2)), ["v1", "v2"], True),
    "all are gone": (VisitPage(()), [], False),
}


@pytest.mark.parametrize("grouping", [Grouping.BY_DAY, Grouping.BY_SITE])
@pytest.mark.parametrize(("page", "listed", "second_stays"), RENEWALS.values(), ids=RENEWALS)
def test_renewed_the_list_is_as_it_is_now_and_what_stays_is_not_moved(
    model: VisitModel, grouping: Grouping, page: VisitPage, listed: list[str], second_stays: bool
) -> None:
    model.show(VisitPage(visits(1, 2, 3), more=True), (), grouping)
    model.add(visits(3)[0], VisitPage(visits(4, 5)))
    read = QPersistentModelIndex(model.index(1))
    model.renew(page)
    assert names(model) == listed
    assert read.isValid() is second_stays
    if second_stays:
        assert read.row() == listed.index("v2")
    model.renew(page)
    assert names(model) == listed


def test_renewed_a_visit_says_what_it_says_now_and_stays_where_it_was(model: VisitModel) -> None:
    first, second = visits(0, 1)
    model.show(VisitPage((first, second)))
    read = QPersistentModelIndex(model.index(0))
    model.renew(VisitPage((replace(first, companies=3), second)))
    assert read.isValid()
    assert "3 companies" in model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)


@pytest.mark.parametrize("grouping", [Grouping.BY_DAY, Grouping.BY_SITE])
def test_where_so_much_is_new_that_some_of_it_is_not_on_the_page_what_is_older_is_asked_for_anew(
    model: VisitModel, grouping: Grouping
) -> None:
    model.show(VisitPage(visits(8, 9)), (), grouping)
    asked: list[bool] = []
    model.more_wanted.connect(lambda: asked.append(True))
    model.renew(VisitPage(visits(0, 1), more=True))
    assert names(model) == ["v0", "v1"]
    model.fetchMore()
    assert asked == [True]
    model.add(visits(9)[0], VisitPage(visits(10)))  # it was on its way, and does not follow any more
    assert names(model) == ["v0", "v1"]


def test_a_site_that_is_visited_again_comes_first(model: VisitModel) -> None:
    model.show(VisitPage(visits(1, 2, 3, 4, sites=2)), (), Grouping.BY_SITE)
    model.renew(VisitPage(visits(0, 1, 2, 3, 4, sites=2)))
    assert names(model) == ["v0", "v2", "v4", "v1", "v3"]
    model.add(visits(4)[0], VisitPage(visits(5, 6, sites=2)))
    assert names(model) == ["v0", "v2", "v4", "v6", "v1", "v3", "v5"]


@pytest.mark.parametrize("left", [(0, 1, 3, 4), (1, 3), ()], ids=["one visit", "a site", "all"])
@pytest.mark.parametrize("grouping", [Grouping.BY_DAY, Grouping.BY_SITE])
def test_what_was_forgotten_goes_wherever_it_stands(model: VisitModel, grouping: Grouping, left: tuple[int, ...]) -> None:
    model.show(VisitPage(visits(0, 1, 2, 3, 4, sites=2)), (), grouping)
    model.renew(VisitPage(visits(*left, sites=2)))
    assert sorted(map(str, names(model))) == [f"v{n}" for n in left]


def test_a_page_that_never_comes_can_be_asked_for_again_once_the_first_page_came_anew(model: VisitModel) -> None:
    model.show(VisitPage(visits(0, 1), more=True))
    model.add(visits(1)[0], VisitPage(visits(2, 3), more=True))
    model.fetchMore()
    assert not model.canFetchMore()
    model.renew(VisitPage(visits(0, 1), more=True))
    assert model.canFetchMore()


def test_a_visit_that_changed_is_told_again(model: VisitModel) -> None:
    model.show(VisitPage(visits(0, 1)))
    model.change(replace(visits(1)[0], chosen=True))
    model.change(visits(9)[0])
    assert model.index(1).data(Qt.ItemDataRole.AccessibleTextRole).endswith(", kept")
    model.renew(VisitPage(visits(0, 1)))
    assert not model.index(1).data(Qt.ItemDataRole.AccessibleTextRole).endswith(", kept")
