import stat
from importlib.resources import files
from pathlib import Path

import pytest
from tests.lists.conftest import LIST

from netcurtain.lists import wording
from netcurtain.lists.catalogue import CatalogueEntry
from netcurtain.lists.reading import Reading, read
from netcurtain.lists.shelf import SECONDS_A_DAY, Changes, Shelf, kept_from
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


def test_each_list_is_told_in_one_sentence(shelf: Shelf) -> None:
    assert shelf.sentences(NOW)[1:] == (
        "List that is on is on but not here yet. To fetch it: netcurtain filters update",
        "List that is off is off. To use it: netcurtain filters add off",
    )
    keep(shelf)
    assert shelf.sentences(NOW + 3 * SECONDS_A_DAY)[1] == "Test list of 20 November 2026, 3 filters, checked 3 days ago."
    assert shelf.sentences(NOW)[0].startswith("Netcurtain starter, ")


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


def test_ages_are_words() -> None:
    assert [wording.age(days) for days in (-1, 0, 1, 9)] == ["checked today", "checked today", "checked yesterday", "checked 9 days ago"]
