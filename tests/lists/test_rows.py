from pathlib import Path

import pytest
from tests.lists.conftest import LIST

from netcurtain.lists import wording
from netcurtain.lists.catalogue import CatalogueEntry
from netcurtain.lists.changes import Added, Changes
from netcurtain.lists.facts import Kept, kept_again, kept_from
from netcurtain.lists.reading import Reading, read
from netcurtain.lists.rows import ListRow, command_lines, old_lists, row_of, rows
from netcurtain.lists.shelf import SECONDS_A_DAY, Entry, Shelf
from netcurtain.lists.source import NOTHING_KNOWN, WebSource
from netcurtain.lists.update import remove

NOW = 1_795_500_000.0  # 24 November 2026
STARTER = "! Title: Netcurtain starter\n! Version: 20261120\n||tracker.localhost^\n"
SOURCE = WebSource("https://lists.example/on.txt")
ON = CatalogueEntry("on", "Test list", "CC0", "https://lists.example/", True, (SOURCE,))
OFF = CatalogueEntry("off", "Other list", "GPL-3.0", "https://other.example/", False, ())
MINE = Added("mine", "Mine", "/home/me/mine.txt")


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path / "lists", (ON, OFF), STARTER)


def keep(shelf: Shelf, name: str = "on", text: str = LIST, modified: float = 0.0) -> Kept:
    reading = read(text.encode(), name)
    assert isinstance(reading, Reading)
    kept = kept_from(reading, text.encode(), SOURCE, NOTHING_KNOWN, modified, NOW)
    shelf.keep(name, text.encode(), kept)
    return kept


def test_the_settings_have_a_row_for_every_list_with_our_own_first(shelf: Shelf) -> None:
    shelf.change(Changes(added=(MINE,)))
    keep(shelf)
    keep(shelf, "mine", "! Title: My own\n||mine.example^\n")
    assert rows(shelf, NOW + 100 * SECONDS_A_DAY) == (
        ListRow(
            "starter",
            "Netcurtain starter",
            "GPL-3.0-or-later",
            "",
            True,
            True,
            "Netcurtain starter of 20 November 2026 (104 days old), 1 filter, always on.",
        ),
        ListRow(
            "on",
            "Test list",
            "CC0",
            "https://lists.example/",
            True,
            False,
            "Test list of 20 November 2026 (104 days old), 3 filters, checked 100 days ago.",
        ),
        ListRow("off", "Other list", "GPL-3.0", "https://other.example/", False, False, "Not in use."),
        ListRow("mine", "My own", "", "", True, False, "My own, 1 filter, checked 100 days ago. It does not say how old it is."),
    )


def test_a_list_that_is_on_and_not_here_says_so(shelf: Shelf) -> None:
    assert rows(shelf, NOW)[1].sentence == "On, but not here yet."


def test_the_command_line_says_which_command_gets_a_list(shelf: Shelf) -> None:
    assert command_lines(shelf, NOW)[1:] == (
        "Test list is on but not here yet. To fetch it: netcurtain filters update",
        "Other list is off. To use it: netcurtain filters add off",
    )
    keep(shelf)
    assert (
        command_lines(shelf, NOW)[1]
        == "Test list of 20 November 2026 (four days old), 3 filters, checked today. To stop using it: netcurtain filters remove on"
    )


def test_a_list_that_is_called_by_its_title_says_no_other_name(shelf: Shelf) -> None:
    shelf.change(Changes(added=(MINE,)))
    keep(shelf, "mine", "! Title: MINE\n||mine.example^\n")
    assert command_lines(shelf, NOW)[-1] == "MINE, 1 filter, checked today. It does not say how old it is."


def test_of_lists_with_the_same_title_each_says_the_name_that_removes_it_alone(shelf: Shelf) -> None:
    shelf.change(Changes(added=(MINE, Added("mine-2", "Mine", "/home/me/other.txt"))))
    for name in ("mine", "mine-2"):
        keep(shelf, name, "! Title: Mine\n||mine.example^\n")
    lines = command_lines(shelf, NOW)[-2:]
    assert [line.rpartition(" It does not say how old it is. ")[2] for line in lines] == [
        "To stop using it: netcurtain filters remove mine",
        "To stop using it: netcurtain filters remove mine-2",
    ]
    assert remove(shelf, "mine-2").name == "mine-2"
    assert [entry.name for entry in shelf.entries()] == ["on", "off", "mine"]


def test_a_copy_that_was_just_fetched_is_as_old_as_its_text(shelf: Shelf) -> None:
    keep(shelf, text="! Title: Test list\n||tracker.example^\n", modified=NOW - 390 * SECONDS_A_DAY)
    assert rows(shelf, NOW)[1].sentence == "Test list of 30 October 2025 (390 days old), 1 filter, checked today."


def test_facts_made_again_are_not_said_to_have_been_checked() -> None:
    reading = read(LIST.encode(), "on")
    assert isinstance(reading, Reading)
    row = row_of(Entry("on", "Test list", (), True, True), kept_again(reading, LIST.encode(), NOW), NOW)
    assert row.sentence.endswith("3 filters, not checked yet.")


@pytest.mark.parametrize(("days", "is_old"), [(26, False), (27, True)], ids=["thirty days old", "a day older"])
def test_a_list_is_old_after_thirty_days(shelf: Shelf, days: int, is_old: bool) -> None:
    keep(shelf)
    found = old_lists(shelf, NOW + days * SECONDS_A_DAY)
    assert [one.name for one in found] == (["on"] if is_old else [])
    if is_old:
        assert found[0].sentence.startswith("Test list of 20 November 2026 is 31 days old, so newer companies may not be in it.")


def test_neither_a_list_that_is_off_nor_one_without_a_date_nor_our_own_is_called_old(shelf: Shelf) -> None:
    keep(shelf, "off")
    keep(shelf, "on", "||tracker.example^\n")
    assert old_lists(shelf, NOW + 1_000 * SECONDS_A_DAY) == ()


def test_ages_are_words() -> None:
    assert [wording.aged("L", days) for days in (None, -1, 0, 1, 9, 104)] == [
        "L",
        "L (from today)",
        "L (from today)",
        "L (one day old)",
        "L (nine days old)",
        "L (104 days old)",
    ]
    assert [wording.checked(days) for days in (None, -1, 0, 1, 9, 11)] == [
        "not checked yet",
        "checked today",
        "checked today",
        "checked yesterday",
        "checked nine days ago",
        "checked 11 days ago",
    ]
