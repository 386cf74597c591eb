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
    assert (reading.dated, reading.expiry_hours) == (date(2026, 11, 20), 48)


def test_a_list_that_says_nothing_has_the_name_it_was_given() -> None:
    reading = facts("||tracker.example^\n")
    assert (reading.title, reading.version, reading.dated, reading.expiry_hours) == ("Given name", "", None, 120)


@pytest.mark.parametrize(
    ("line", "dated"),
    [
        ("! Version: 202608130529", date(2026, 8, 13)),
        ("! Last modified: 2026-08-13T05:29:00Z", date(2026, 8, 13)),
        ("! Last modified: Sun, 08 Mar 2026 13:25:26 +0000", date(2026, 3, 8)),
        ("! TimeUpdated: 2026-09-04T16:15:41+00:00", date(2026, 9, 4)),
        ("! Version: 2.1.10.80", None),
        ("! Last modified: %timestamp%", None),
        ("! Last modified: 31 Feb 2026", None),
        ("! Last modified: 3 Xyz 2026", None),
        ("! Version: 20268", None),
    ],
)
def test_its_date_is_read_in_every_way_that_lists_write_it(line: str, dated: date | None) -> None:
    assert facts(f"{line}\n||tracker.example^\n").dated == dated


@pytest.mark.parametrize(
    ("said", "hours"),
    [
        ("4 days (update frequency)", 96),
        ("1 day", 24),
        ("1 days", 24),
        ("12 hours", 12),
        ("12 hours (update frequency)", 12),
        ("12h", 12),
        ("48 hours", 48),
        ("6", 144),
        ("1 hour", 6),
        ("30 minutes", 6),
        ("0 days", 6),
        ("999 days", 336),
        ("soon", 120),
    ],
)
def test_it_is_good_for_as_long_as_it_says_within_six_hours_and_a_fortnight(said: str, hours: int) -> None:
    assert facts(f"! Expires: {said}\n||tracker.example^\n").expiry_hours == hours


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"<!DOCTYPE html><title>Sign in to the wifi</title>", wording.WEB_PAGE),
        (b"\n  <html>||tracker.example^", wording.WEB_PAGE),
        (b"\xef\xbb\xbf<html>||tracker.example^", wording.WEB_PAGE),
        (b"\xef\xbb\xbf \r\n\t\xef\xbb\xbf<HTML>\n||tracker.example^", wording.WEB_PAGE),
        (b"<!-- one moment -->\n||tracker.example^", wording.WEB_PAGE),
        (b"! Title: a list\n# a comment\n<head><title>Gone</title>\n||tracker.example^", wording.WEB_PAGE),
        (b"||tracker.example^\nNotice: out of memory\n</body>\n", wording.WEB_PAGE),
        (b"<?xml version='1.0'?>\n<Error>\n||tracker.example^\n</Error>", wording.WEB_PAGE),
        (b"<Error><Code>AccessDenied</Code></Error>\n/gone.js", wording.WEB_PAGE),
        (b'{\n "message": "Not Found",\n "status": 404\n}', wording.MESSAGE),
        (b'[\n{"error":1}\n]', wording.MESSAGE),
        (b'[{"error":1},\n||tracker.example^]', wording.MESSAGE),
        (b"404: Not Found", wording.NO_FILTERS),
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


@pytest.mark.parametrize(
    "text", ["[Adblock Plus 2.0]\n||a.example^", "[$path=/x]||a.example^\n||b.example^", "/a<b.js\n", "! <html>\n||a.example^"]
)
def test_what_only_looks_like_a_page_is_a_list(text: str) -> None:
    assert facts(text).filters >= 1


def test_a_title_cannot_play_tricks() -> None:
    assert facts("! Title: Calm\u202e\x1b[31m list\n||tracker.example^\n").title == "Calm[31m list"
    assert facts(f"! Title: {'x' * 200}\n||tracker.example^\n").title == "x" * 80


def test_a_day_that_no_calendar_has_is_none() -> None:
    assert day_of(1e300) is None
    assert day_of(0) is None
