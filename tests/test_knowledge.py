"""What the core judges by, as it is read from the files that ship with the app."""

from pathlib import Path

import pytest

from netcurtain import __version__, knowledge
from netcurtain.core.matcher import Match
from netcurtain.core.request import ResourceType
from netcurtain.lists import compiled


def test_the_first_second_knows_every_way_of_a_company_that_our_own_list_has(tmp_path: Path) -> None:
    starter = knowledge.first(knowledge.shelf_in(tmp_path)).starter
    assert {"||facebook.com/tr^", "||connect.facebook.net/signals/"} <= set(starter["Meta (Facebook)"])


def test_the_first_second_knows_whom_to_leave_out_from_the_start_and_where(tmp_path: Path) -> None:
    known = knowledge.first(knowledge.shelf_in(tmp_path)).from_the_start
    assert known is not None
    assert {"police.uk", "nhs.uk"} <= set(known.hosts)
    assert "Meta (Facebook)" in known.companies
    assert known.rules


def test_the_other_ways_ship_with_the_app() -> None:
    assert {"emergency_999", "samaritans"} <= {contact.key for contact in knowledge.support()}


def test_the_lists_in_use_are_read_from_the_cache_the_second_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    shelf = knowledge.shelf_in(tmp_path)
    asked = "https://www.facebook.com/tr/", "https://www.shop.example/", ResourceType.IMAGE
    first = knowledge.from_shelf(shelf).matcher.decide(*asked)
    monkeypatch.setattr(compiled, "parse_list", None)
    again = knowledge.matcher_of(shelf.texts()).decide(*asked)
    assert isinstance(again, Match)
    assert again == first


def test_without_a_cache_folder_the_lists_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    shelf = knowledge.shelf_in(tmp_path)
    assert knowledge.matcher_of(shelf.texts()).decide("https://www.facebook.com/tr/", "https://www.shop.example/", ResourceType.IMAGE)


def test_a_page_is_checked_by_this_version_of_the_app(tmp_path: Path) -> None:
    assert knowledge.first(knowledge.shelf_in(tmp_path)).app == __version__
