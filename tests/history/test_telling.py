import logging

import pytest

from netcurtain.history import wording
from netcurtain.history.telling import Troubles
from netcurtain.history.trouble import StoreError


def test_a_trouble_is_told_once_until_it_is_over() -> None:
    told: list[str] = []
    troubles = Troubles(told.append)
    for _ in range(3):
        troubles.failed(StoreError(wording.DISK_FULL))
    troubles.over()
    troubles.tell(wording.DISK_FULL)
    assert told == [wording.DISK_FULL] * 2


def test_a_trouble_is_told_again_to_who_asks_for_something_again() -> None:
    told: list[str] = []
    troubles = Troubles(told.append)
    for _ in range(2):
        troubles.asked()
        troubles.tell(wording.DISK_FULL)
        troubles.tell(wording.DISK_FULL)
    assert told == [wording.DISK_FULL] * 2


def test_another_trouble_is_told_at_once() -> None:
    told: list[str] = []
    troubles = Troubles(told.append)
    troubles.tell(wording.DISK_FULL)
    troubles.tell(wording.IN_USE)
    assert told == [wording.DISK_FULL, wording.IN_USE]


def test_a_bug_of_ours_is_logged_without_its_content_and_told_to_nobody(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    told: list[str] = []
    Troubles(told.append).failed(ValueError("police.example"))
    assert told == []
    assert "a job of the history failed: ValueError" in caplog.text
    assert "police" not in caplog.text
