import stat
from importlib.resources import files
from pathlib import Path

import pytest
from tests.lists.conftest import LIST, NEWER

from netcurtain.lists import wording
from netcurtain.lists.catalogue import CatalogueEntry
from netcurtain.lists.changes import Added, Changes
from netcurtain.lists.facts import kept_from
from netcurtain.lists.reading import Reading, read
from netcurtain.lists.shelf import SECONDS_A_DAY, Shelf
from netcurtain.lists.source import Source, Validators, WebSource

STARTER = files("netcurtain.filters").joinpath("starter.txt").read_text("utf-8")
SOURCE = WebSource("https://lists.example/on.txt")
ON = CatalogueEntry("on", "List that is on", "L", "H", True, (SOURCE,))
OFF = CatalogueEntry("off", "List that is off", "L", "H", False, (WebSource("https://lists.example/off.txt"),))
NOW = 1_795_500_000.0


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path / "data" / "lists", (ON, OFF), STARTER)


def keep(shelf: Shelf, name: str = "on", text: str = LIST, source: Source = SOURCE) -> None:
    reading = read(text.encode(), name)
    assert isinstance(reading, Reading)
    shelf.keep(name, text.encode(), kept_from(reading, text.encode(), source, Validators('"one"', "then"), 0.0, NOW))


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_with_nothing_fetched_the_starter_list_is_there(shelf: Shelf) -> None:
    (starter,) = shelf.texts()
    assert (starter.title, starter.spoken) == ("Netcurtain starter", "Netcurtain starter of 24 November 2026")
    assert starter.text == STARTER
    assert not shelf.folder.exists(), "looking writes nothing"


def test_a_kept_list_is_loaded_and_spoken_of_with_its_date(shelf: Shelf) -> None:
    keep(shelf)
    keep(shelf, "off")
    starter, kept = shelf.texts()
    assert starter.title == "Netcurtain starter"
    assert (kept.title, kept.spoken, kept.text) == ("Test list", "Test list of 20 November 2026", LIST)


def test_only_this_person_can_read_it(shelf: Shelf) -> None:
    keep(shelf)
    shelf.change(Changes(on=("off",)))
    assert mode(shelf.folder) == 0o700
    assert {path.name: mode(path) for path in shelf.folder.iterdir()} == {"on.txt": 0o600, "on.json": 0o600, "shelf.json": 0o600}


def test_a_failed_write_leaves_the_old_list_and_no_litter(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    keep(shelf)

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="No space"):
        keep(shelf, text=LIST + "||newer.example^\n")
    assert shelf.texts()[1].text == LIST
    assert sorted(path.name for path in shelf.folder.iterdir()) == ["on.json", "on.txt"]


def test_validators_are_for_the_same_source_and_the_same_text_only(shelf: Shelf) -> None:
    keep(shelf)
    assert shelf.validators("on", SOURCE) == Validators('"one"', "then")
    assert shelf.validators("on", WebSource("https://mirror.example/")) == Validators()
    (shelf.folder / "on.txt").write_text("damaged")
    assert shelf.validators("on", SOURCE) == Validators()


def test_a_list_is_due_when_it_is_missing_or_older_than_it_says(shelf: Shelf) -> None:
    assert shelf.due(NOW)
    keep(shelf)
    assert not shelf.due(NOW)
    assert not shelf.due(NOW + 2 * SECONDS_A_DAY - 1)
    assert shelf.due(NOW + 2 * SECONDS_A_DAY), "the list says that it expires after two days"
    assert shelf.due(NOW - 10), "the clock was set back"
    keep(shelf, source=WebSource("https://mirror.example/"))
    assert shelf.due(NOW + SECONDS_A_DAY), "a copy from elsewhere is good for a day"


def test_hours_are_honoured(shelf: Shelf) -> None:
    keep(shelf, text=LIST.replace("2 days", "12 hours"))
    assert not shelf.due(NOW + 12 * 3600 - 1)
    assert shelf.due(NOW + 12 * 3600)


@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b"{",
        b'{"added": 3}',
        b"\xff\xfe",
        b'{"added": [{"name": "x"}]}',
        b'{"added": [{"name": "../../x", "title": "X", "source": "x"}]}',
        b'{"added": [{"name": "shelf", "title": "X", "source": "x"}]}',
    ],
)
def test_damaged_notes_are_as_none(shelf: Shelf, damage: bytes) -> None:
    keep(shelf)
    (shelf.folder / "shelf.json").write_bytes(damage)
    (shelf.folder / "on.json").write_bytes(damage)
    assert [entry.name for entry in shelf.entries() if entry.in_use] == ["on"]
    assert shelf.kept("on") is None
    assert len(shelf.texts()) == 1


def test_a_name_cannot_leave_the_folder(shelf: Shelf) -> None:
    with pytest.raises(ValueError, match="not a list's name"):
        shelf.forget("../secret")


def test_names_are_made_of_titles_and_are_free(shelf: Shelf) -> None:
    assert shelf.free_name("My Own / List.txt") == "my-own-list-txt"
    assert shelf.free_name("on") == "on-2"
    assert shelf.free_name("starter") == "starter-2"
    assert shelf.free_name("../..") == "list"


MINE = Added("mine", "Mine", "/home/me/mine.txt")


def test_a_choice_that_cannot_be_read_is_said_once_and_kept_aside(shelf: Shelf) -> None:
    shelf.change(Changes(added=(MINE,)))
    (shelf.folder / "shelf.json").write_bytes(b'{"added": [{"name": "mi')
    (sentence,) = shelf.mend(NOW)
    assert "could not be read" in sentence
    assert sentence.endswith("The old file is kept as shelf.broken.json.")
    assert (shelf.folder / "shelf.broken.json").read_bytes() == b'{"added": [{"name": "mi'
    assert shelf.mend(NOW) == ()


def test_a_change_does_not_write_over_a_choice_that_cannot_be_read(shelf: Shelf) -> None:
    keep(shelf)
    (shelf.folder / "shelf.json").write_bytes(b"precious")
    shelf.change(Changes(added=(MINE,)))
    assert (shelf.folder / "shelf.broken.json").read_bytes() == b"precious"
    assert shelf.changes().added == (MINE,)


def test_a_choice_that_can_be_neither_read_nor_moved_is_said(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    keep(shelf)
    (shelf.folder / "shelf.json").write_bytes(b"broken")

    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "replace", refuse)
    assert shelf.mend(NOW) == (wording.CHOICE_CLOSED,)


@pytest.mark.parametrize("damage", [None, b"", b"{", b'{"title": "Test list"}', b"\xff"])
def test_facts_that_are_lost_are_made_again_from_the_list(shelf: Shelf, damage: bytes | None) -> None:
    keep(shelf)
    facts = shelf.folder / "on.json"
    facts.unlink() if damage is None else facts.write_bytes(damage)
    assert shelf.kept("on") is None
    assert shelf.mend(NOW) == ()
    kept = shelf.kept("on")
    assert kept is not None
    assert (kept.spoken, kept.filters, kept.checked) == ("Test list of 20 November 2026", 3, 0.0)
    assert shelf.texts()[1].text == LIST
    assert shelf.due(NOW), "nobody knows when it was looked for"


def test_facts_of_another_text_are_made_again(shelf: Shelf) -> None:
    keep(shelf)
    (shelf.folder / "on.txt").write_text(NEWER)
    shelf.mend(NOW)
    kept = shelf.kept("on")
    assert kept is not None
    assert (kept.spoken, kept.filters) == ("Test list of 22 November 2026", 4)


def test_a_text_that_is_no_list_any_more_counts_as_missing(shelf: Shelf) -> None:
    keep(shelf)
    (shelf.folder / "on.txt").write_bytes(b"")
    shelf.mend(NOW)
    assert shelf.missing() == ("List that is on is on but not here yet. To fetch it: netcurtain filters update",)


def test_what_is_whole_is_left_alone_and_where_nothing_is_nothing_is_written(shelf: Shelf) -> None:
    assert shelf.mend(NOW) == ()
    assert not shelf.folder.exists()
    keep(shelf)
    before = shelf.kept("on")
    assert shelf.mend(NOW + 1) == ()
    assert shelf.kept("on") == before


def test_a_list_is_found_by_its_name_before_another_by_its_title(shelf: Shelf) -> None:
    shelf.change(
        Changes(
            added=(Added("one", "Two", "/home/me/1.txt"), Added("two", "Two", "/home/me/2.txt"), Added("three", "One", "/home/me/3.txt"))
        )
    )
    found = [shelf.find(name) for name in ("ONE", " two ", "three", "four")]
    assert [entry and entry.name for entry in found] == ["one", "two", "three", None]
