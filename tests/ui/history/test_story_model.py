from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from netcurtain.core.consent import Consent
from netcurtain.core.request import Fate
from netcurtain.history.rows import MomentKind, RequestRow, StoryLine
from netcurtain.ui.history import wording
from netcurtain.ui.history.moment_delegate import LOOKS
from netcurtain.ui.history.story_model import MOMENT_ROLE, GrowingModel, RequestModel, StoryModel, found_by, moments

BEFORE, ACCEPTED = wording.PHASES[Consent.BEFORE_CHOICE], wording.PHASES[Consent.ACCEPTED]


def test_a_story_is_told_to_the_second_with_what_each_moment_is_about(kept: Any) -> None:
    model = StoryModel()
    model.show(kept.stories["v1"].lines)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert model.index(1).data(Qt.ItemDataRole.AccessibleTextRole) == "14:02:31, told: Meta was told its address."


@pytest.mark.parametrize(
    ("consents", "phases"),
    [
        ([None, None], ["", ""]),
        ([Consent.BEFORE_CHOICE, Consent.BEFORE_CHOICE, Consent.ACCEPTED], [BEFORE, "", ACCEPTED]),
        ([None, Consent.ACCEPTED], ["", ACCEPTED]),
        ([Consent.ACCEPTED, None, Consent.ACCEPTED], [ACCEPTED, wording.PHASES[None], ACCEPTED]),
    ],
)
def test_how_the_question_about_cookies_stands_is_said_where_it_changes(consents: list[Consent | None], phases: list[str]) -> None:
    lines = tuple(StoryLine(float(n), "w", consent=consent) for n, consent in enumerate(consents))
    assert [moment.phase for moment in moments(lines)] == phases
    assert [moment.last for moment in moments(lines)] == [False] * (len(lines) - 1) + [True]


def test_a_phase_is_spoken_before_the_moment_that_it_begins_with() -> None:
    model = StoryModel()
    model.show((StoryLine(0.0, "w", consent=Consent.ACCEPTED),))
    assert str(model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)).startswith(f"{ACCEPTED}. ")


@pytest.mark.parametrize(("kind", "word"), [(MomentKind.CONTACTED, "contacted"), (MomentKind.TRIED, "tried")])
def test_of_who_was_only_contacted_or_not_reached_it_does_not_say_told(kind: MomentKind, word: str) -> None:
    model = StoryModel()
    model.show((StoryLine(0.0, "Hotjar was here.", kind),))
    assert str(model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)).endswith(f", {word}: Hotjar was here.")


def test_every_kind_and_every_stand_has_its_word_and_picture() -> None:
    assert set(wording.MOMENTS) == set(LOOKS) == set(MomentKind)
    assert set(wording.PHASES) == {None, *Consent}


def test_requests_have_their_filter_and_what_became_of_them_and_each_word_says_what_it_is(kept: Any) -> None:
    model = RequestModel()
    model.show(kept.stories["v1"].requests)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert model.index(0).data() == (
        "Time: 14:02:10, Company: Meta, Where it went: t.example, What became of it: stopped by Netcurtain, "
        "Filter: ||t.example^, List: EasyPrivacy"
    )


def test_of_a_request_nothing_is_named_that_there_is_not(kept: Any) -> None:
    (row,) = kept.stories["v1"].requests
    assert found_by(row) == "Filter: ||t.example^, List: EasyPrivacy"
    assert found_by(replace(row, filter="")) == "List: EasyPrivacy"
    assert found_by(replace(row, filter="", filter_list="")) == ""


LINES = tuple(StoryLine(float(n), f"moment {n}") for n in range(4))
REQUESTS = tuple(RequestRow(float(n), "t.example", "Meta", "||t.example^", "EasyPrivacy", Fate.ATTEMPTED) for n in range(4))


class Told:
    """What a model says of its rows while it takes on others."""

    def __init__(self, model: GrowingModel[Any]) -> None:
        self.resets = 0
        self.inserted: list[tuple[int, int]] = []
        self.changed: list[int] = []
        model.modelReset.connect(self._reset)
        model.rowsInserted.connect(lambda _parent, first, last: self.inserted.append((first, last)))
        model.dataChanged.connect(lambda first, _last: self.changed.append(first.row()))
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)

    def _reset(self) -> None:
        self.resets += 1


def test_moments_that_come_while_a_page_is_open_leave_the_others_where_they_are() -> None:
    model = StoryModel()
    model.show(LINES[:2])
    told = Told(model)
    model.show(LINES)
    assert (told.resets, told.inserted, told.changed) == (0, [(2, 3)], [1])
    assert [model.index(row).data(MOMENT_ROLE).last for row in range(4)] == [False, False, False, True]
    model.show(LINES)
    assert (told.resets, told.inserted, told.changed) == (0, [(2, 3)], [1])


def test_requests_that_come_or_get_further_leave_the_others_where_they_are() -> None:
    model = RequestModel()
    model.show(REQUESTS[:2])
    told = Told(model)
    answered = replace(REQUESTS[0], fate=Fate.ANSWERED)
    model.show((answered, *REQUESTS[1:3]))
    assert (told.resets, told.inserted, told.changed) == (0, [(2, 2)], [0])
    assert "answered" in model.index(0).data()
    model.show((answered, replace(REQUESTS[1], fate=Fate.SENT), REQUESTS[2]))
    assert (told.resets, told.inserted, told.changed) == (0, [(2, 2)], [0, 1])


@pytest.mark.parametrize(
    "rows", [(), REQUESTS[:1], REQUESTS[1:], (REQUESTS[1], REQUESTS[0], *REQUESTS[2:])], ids=["none", "fewer", "others", "order"]
)
def test_where_one_is_missing_or_elsewhere_all_of_them_are_new(rows: tuple[RequestRow, ...]) -> None:
    model = RequestModel()
    model.show(REQUESTS[:2])
    told = Told(model)
    model.show(rows)
    assert (told.resets, told.inserted, told.changed) == (1, [], [])
    assert model.rowCount() == len(rows)
