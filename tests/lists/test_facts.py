from datetime import date

import pytest
from tests.lists.conftest import LIST

from netcurtain.lists.facts import Kept, kept_again, kept_from
from netcurtain.lists.reading import Reading, read
from netcurtain.lists.source import NOTHING_KNOWN, WebSource

NOW = 1_795_500_000.0  # 24 November 2026
DAY = 86_400
SOURCE = WebSource("https://lists.example/")
UNDATED = "||tracker.example^\n"


def facts(text: str, modified: float = 0.0) -> Kept:
    reading = read(text.encode(), "list")
    assert isinstance(reading, Reading)
    return kept_from(reading, text.encode(), SOURCE, NOTHING_KNOWN, modified, NOW)


def test_a_list_is_as_old_as_it_says_whatever_its_source_says() -> None:
    kept = facts(LIST, modified=NOW)
    assert (kept.dated, kept.age(NOW), kept.age(NOW + 100 * DAY)) == (date(2026, 11, 20), 4, 104)


def test_a_list_without_a_date_has_that_of_its_source() -> None:
    assert facts(UNDATED, modified=NOW - 30 * DAY).age(NOW) == 30
    assert facts(UNDATED).age(NOW) is None


@pytest.mark.parametrize(("said", "dated"), [("25 Nov 2026", date(2026, 11, 25)), ("26 Nov 2026", None), ("1 Jan 2099", None)])
def test_a_day_still_to_come_is_no_date_for_every_later_list_would_look_older(said: str, dated: date | None) -> None:
    assert facts(f"! Last modified: {said}\n{UNDATED}").dated == dated


def test_no_list_is_younger_than_today() -> None:
    assert facts(LIST).age(NOW - 300 * DAY) == 0


def test_facts_made_again_know_no_source() -> None:
    reading = read(LIST.encode(), "list")
    assert isinstance(reading, Reading)
    kept = kept_again(reading, LIST.encode(), NOW)
    assert (kept.spoken, kept.source, kept.checked, kept.etag) == ("Test list of 20 November 2026", "", 0.0, "")
    assert kept.sha256 == facts(LIST).sha256
