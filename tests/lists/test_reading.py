from datetime import date

import pytest
from tests.lists.conftest import LIST

from netcurtain.lists import wording
from netcurtain.lists.reading import Reading, day_of, read
from netcurtain.lists.source import Refused


def facts(text: str) -> Reading:
    reading = read(text.encode(), "Given name")
    assert isinstance(reading, Reading)
    return reading


def test_a_list_says_what_it_is() -> None:
    reading = facts(LIST)
    assert (reading.title, reading.version, reading.filters, reading.skipped) == ("Test list", "202611200830", 3, 1)
    assert (reading.dated, reading.expiry_days) == (date(2026, 11, 20), 2)


def test_a_list_that_says_nothing_has_the_name_it_was_given() -> None:
    reading = facts("||tracker.example^\n")
    assert (reading.title, reading.version, reading.dated, reading.expiry_days) == ("Given name", "", None, 5)


@pytest.mark.parametrize(
    ("line", "dated"),
    [
        ("! Version: 202608130529", date(2026, 8, 13)),
        ("! Last modified: 2026-08-13T05:29:00Z", date(2026, 8, 13)),
        ("! Last modified: %timestamp%", None),
        ("! Last modified: 31 Feb 2026", None),
        ("! Last modified: 3 Xyz 2026", None),
        ("! Version: 20268", None),
    ],
)
def test_its_date_is_read_in_every_way_that_lists_write_it(line: str, dated: date | None) -> None:
    assert facts(f"{line}\n||tracker.example^\n").dated == dated


@pytest.mark.parametrize(("said", "days"), [("6 days", 6), ("12 hours", 1), ("48 hours", 2), ("999 days", 14), ("soon", 5), ("0 days", 1)])
def test_it_is_good_for_as_long_as_it_says_within_a_day_and_a_fortnight(said: str, days: int) -> None:
    assert facts(f"! Expires: {said}\n||tracker.example^\n").expiry_days == days


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"<!DOCTYPE html><title>Sign in to the wifi</title>", wording.WEB_PAGE),
        (b"\n  <html>||tracker.example^", wording.WEB_PAGE),
        (b"! Title: empty\n! nothing here\n", wording.NO_FILTERS),
        (b"example.com##.banner\n", wording.NO_FILTERS),
        (b"", wording.NO_FILTERS),
        (b"\x1f\x8b\x08\x00zipped", wording.NOT_TEXT),
        (b"||a.example^\0", wording.NOT_TEXT),
        (b"x" * 20_000_001, wording.TOO_LARGE),
    ],
)
def test_what_is_no_list_is_refused(content: bytes, why: str) -> None:
    assert read(content, "Given name") == Refused(why)


def test_a_title_cannot_play_tricks() -> None:
    assert facts("! Title: Calm\u202e\x1b[31m list\n||tracker.example^\n").title == "Calm[31m list"
    assert facts(f"! Title: {'x' * 200}\n||tracker.example^\n").title == "x" * 80


def test_a_day_that_no_calendar_has_is_none() -> None:
    assert day_of(1e300) is None
    assert day_of(0) is None
