"""What the browsers hear of the person's answers, and of the history on disk."""

from dataclasses import replace

import pytest
from tests.core.scenes import Scene

from netcurtain.core import from_start
from netcurtain.core.instruction import Standing
from netcurtain.core.keeping import Kept
from netcurtain.core.settings import AlertPlace, FromTheStart, Retention, Settings
from netcurtain.core.standing import standing_of

EVERYBODYS = from_start.FromTheStart(["Tee"], ["report.example"], [])
ON_DISK = (Retention.CHOSEN, Retention.DAYS_7, Retention.DAYS_30)


@pytest.mark.parametrize("kept", Kept)
@pytest.mark.parametrize("retention", Retention)
def test_what_is_to_be_kept_on_disk_is_remembered_until_the_app_closes_where_there_is_no_history(retention: Retention, kept: Kept) -> None:
    in_vain = kept is Kept.NONE and retention in ON_DISK
    said = standing_of(Settings(retention=retention), kept, Scene().session.knowledge)
    assert said == Standing(Retention.UNTIL_CLOSE if in_vain else retention, None, kept)


@pytest.mark.parametrize("answer", [None, FromTheStart.ASK, FromTheStart.ALWAYS])
def test_who_is_left_out_from_the_start_is_said_only_to_who_asked_for_it(answer: FromTheStart | None) -> None:
    knowledge = replace(Scene().session.knowledge, from_the_start=EVERYBODYS)
    said = standing_of(Settings(from_the_start=answer), Kept.NONE, knowledge)
    assert said.from_the_start is (EVERYBODYS if answer is FromTheStart.ALWAYS else None)


@pytest.mark.parametrize("place", AlertPlace)
def test_the_page_is_told_that_our_window_asks_only_where_that_alone_was_wanted(place: AlertPlace) -> None:
    said = standing_of(Settings(alert=place), Kept.NONE, Scene().session.knowledge)
    assert said.in_window is (place is AlertPlace.WINDOW)
