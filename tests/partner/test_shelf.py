"""The files that a person said yes to: pinned, read anew, gone when removed."""

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from tests.partner.conftest import CONTACTS, KEY, OTHER, TODAY, WORDS, Day, signed

from netcurtain.core.partner import Partner
from netcurtain.partner import wording
from netcurtain.partner.shelf import MOST_PARTNERS, Partners
from netcurtain.partner.signed import fingerprint_of

Write = Callable[[bytes], Path]
NAME = "Example Centre"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data" / "partners"


def names(found: tuple[Partner, ...]) -> list[str]:
    return [partner.name for partner in found]


def test_looking_at_a_file_keeps_nothing(partners: Partners, write: Write, folder: Path) -> None:
    found = partners.read(write(signed(WORDS)))
    assert isinstance(found, Partner)
    assert (found.name, found.expires, found.fingerprint) == (NAME, "2027-06-30", fingerprint_of(KEY))
    assert partners.in_use() == ()
    assert not folder.exists()


def test_a_file_is_kept_for_this_user_alone_and_its_own_name_says_nothing(partners: Partners, write: Write, folder: Path, day: Day) -> None:
    assert partners.add(write(signed(WORDS))) == ""
    (kept,) = folder.iterdir()
    assert kept.stat().st_mode & 0o777 == 0o600
    assert folder.stat().st_mode & 0o777 == 0o700
    assert "xample" not in kept.name
    assert names(Partners(folder, lambda: CONTACTS, day).in_use()) == [NAME]


def test_another_key_for_the_same_name_is_refused(partners: Partners, write: Write) -> None:
    partners.add(write(signed(WORDS)))
    for spelling in (NAME, "example  CENTRE", "Examp1e Centre", "Example-Centre.", "Exàmple Céntre"):
        other = write(signed(WORDS | {"name": spelling}, OTHER))
        assert partners.read(other) == wording.OTHER_KEY
        assert partners.add(other) == wording.OTHER_KEY
    assert partners.in_use()[0].fingerprint == fingerprint_of(KEY)


def test_the_key_stays_pinned_when_the_file_has_run_out(partners: Partners, write: Write, day: Day) -> None:
    partners.add(write(signed(WORDS)))
    day.today = date(2027, 7, 1)
    assert partners.in_use() == ()
    assert names(partners.kept()) == [NAME]
    later = WORDS | {"expires": "2028-06-30"}
    assert partners.add(write(signed(later, OTHER))) == wording.OTHER_KEY
    assert partners.add(write(signed(later))) == ""
    assert names(partners.in_use()) == [NAME]


def test_once_the_first_is_removed_another_key_may_come(partners: Partners, write: Write, folder: Path) -> None:
    partners.add(write(signed(WORDS)))
    assert partners.remove("EXAMPLE centre")
    assert not folder.exists()
    assert partners.add(write(signed(WORDS, OTHER))) == ""


def test_a_newer_file_of_the_same_key_takes_the_place_of_the_older(partners: Partners, write: Write, folder: Path) -> None:
    partners.add(write(signed(WORDS)))
    partners.add(write(signed(WORDS | {"about": "We moved."})))
    assert [partner.about for partner in partners.in_use()] == ["We moved."]
    assert len(list(folder.iterdir())) == 1


@pytest.mark.parametrize("day_then", [TODAY, date(2027, 7, 1)], ids=["in use", "run out"])
def test_an_older_file_of_the_same_key_does_not_come_back(partners: Partners, write: Write, day: Day, day_then: date) -> None:
    partners.add(write(signed(WORDS | {"expires": "2028-06-30"})))
    day.today = day_then
    older = write(signed(WORDS | {"expires": "2028-06-29"}))
    assert partners.read(older) == wording.OLDER
    assert partners.add(older) == wording.OLDER
    partners.remove(NAME)
    assert partners.add(older) == ""


@pytest.mark.parametrize("name", ["Samaritans", "Police 999", "Netcurtain"])
def test_a_name_of_our_own_contacts_is_refused(partners: Partners, write: Write, name: str) -> None:
    assert partners.add(write(signed(WORDS | {"name": name}))) == wording.NAME_TAKEN


def test_nothing_is_written_through_a_link(partners: Partners, write: Write, folder: Path, tmp_path: Path) -> None:
    partners.add(write(signed(WORDS)))
    (kept,) = folder.iterdir()
    (tmp_path / "letter").write_bytes(b"Dear all")
    kept.with_suffix(".new").symlink_to(tmp_path / "letter")
    assert partners.add(write(signed(WORDS | {"about": "We moved."}))) == ""
    assert (tmp_path / "letter").read_bytes() == b"Dear all"
    assert [partner.about for partner in partners.in_use()] == ["We moved."]


def test_a_folder_that_is_a_link_takes_nothing(partners: Partners, write: Write, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    folder.parent.mkdir()
    folder.symlink_to(tmp_path / "elsewhere")
    assert partners.add(write(signed(WORDS))) == wording.NOT_WRITTEN
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_what_was_shown_is_what_is_added(partners: Partners, write: Write) -> None:
    path = write(signed(WORDS))
    partners.read(path)
    write(signed(WORDS | {"about": "Other words."}, OTHER))
    assert partners.add(path) == ""
    assert partners.in_use()[0].about == "We listen."


def test_a_file_that_has_run_out_is_not_added(partners: Partners, write: Write, day: Day) -> None:
    day.today = date(2027, 7, 1)
    assert partners.add(write(signed(WORDS))) == wording.ran_out(date(2027, 6, 30))


def test_a_kept_file_that_was_changed_on_disk_is_shown_no_longer(partners: Partners, write: Write, folder: Path) -> None:
    partners.add(write(signed(WORDS)))
    (kept,) = folder.iterdir()
    kept.write_bytes(kept.read_bytes().replace(b"0000 000 0000", b"0000 000 0001"))
    assert partners.in_use() == ()


def test_a_kept_file_under_another_name_is_not_shown(partners: Partners, write: Write, folder: Path) -> None:
    partners.add(write(signed(WORDS)))
    (kept,) = folder.iterdir()
    kept.rename(folder / "other.json")
    assert partners.in_use() == ()


def test_there_are_only_so_many(partners: Partners, write: Write) -> None:
    for number in range(MOST_PARTNERS):
        assert partners.add(write(signed(WORDS | {"name": f"Centre {number}"}))) == ""
    assert partners.add(write(signed(WORDS))) == wording.TOO_MANY
    assert partners.add(write(signed(WORDS | {"name": "Centre 3", "about": "New."}))) == ""


@pytest.mark.parametrize("kind", ["nothing", "a folder", "a pipe without an end"])
def test_what_cannot_be_read_is_said(partners: Partners, tmp_path: Path, kind: str) -> None:
    path = tmp_path / "it"
    if kind == "a folder":
        path.mkdir()
    elif kind == "a pipe without an end":
        os.mkfifo(path)
    assert partners.read(path) == wording.NOT_FOUND
    assert partners.add(path) == wording.NOT_FOUND


def test_a_disk_that_takes_nothing_is_said(tmp_path: Path, write: Write, day: Day) -> None:
    (tmp_path / "data").write_text("a file where the folder would be")
    assert Partners(tmp_path / "data" / "partners", lambda: CONTACTS, day).add(write(signed(WORDS))) == wording.NOT_WRITTEN


def test_removing_what_is_not_there_does_nothing(partners: Partners) -> None:
    assert not partners.remove("../../settings")
