from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from netcurtain.core.consent import Consent
from netcurtain.history.rows import MomentKind, StoryLine
from netcurtain.ui.history import wording
from netcurtain.ui.history.moment_delegate import LOOKS
from netcurtain.ui.history.story_model import RequestModel, StoryModel, moments

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


def test_requests_have_their_filter_and_what_became_of_them(kept: Any) -> None:
    model = RequestModel()
    model.show(kept.stories["v1"].requests)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    cells = [model.index(0, column).data() for column in range(model.columnCount())]
    assert cells == ["14:02:10", "Meta", "t.example", "stopped by Netcurtain", "||t.example^", "EasyPrivacy"]
