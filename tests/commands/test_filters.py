from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.lists.conftest import LIST, Reply, Website, serving
from tests.lists.looking import of_size, shelf_at, text

from netcurtain.commands.filters import add_list, remove_list, tell_lists, tell_skipped, update_lists
from netcurtain.core.filter_options import Reason
from netcurtain.lists import wording
from netcurtain.lists.package import Packages
from netcurtain.lists.shelf import Shelf


@pytest.fixture
def website() -> Iterator[Website]:
    with serving() as one:
        yield one


@pytest.fixture
def shelf(tmp_path: Path, website: Website) -> Shelf:
    return shelf_at(tmp_path / "lists", website)


@pytest.fixture
def packages(tmp_path: Path) -> Packages:
    """A system with an older copy of the list."""
    inside = tmp_path / "root/usr/share/webext/list.txt"
    inside.parent.mkdir(parents=True)
    inside.write_text(LIST)
    return Packages(tmp_path / "root", tmp_path / "cache")


def test_an_update_tells_a_line_a_list_and_nothing_else(
    shelf: Shelf, website: Website, packages: Packages, capsys: pytest.CaptureFixture[str]
) -> None:
    website.replies["/official"] = Reply()
    assert update_lists(shelf, packages, take_smaller=False)
    out, err = capsys.readouterr()
    assert out.startswith("Test list of 20 November 2026 (")
    assert out.endswith(f" is here now, with 3 filters, from {website.at('/official')}.\n")
    assert (out.count("\n"), err) == (1, ""), "no progress line where nobody looks"


def test_where_the_web_gives_nothing_the_package_does(shelf: Shelf, packages: Packages, capsys: pytest.CaptureFixture[str]) -> None:
    assert update_lists(shelf, packages, take_smaller=False)
    assert capsys.readouterr().out.endswith("from Debian package webext.\n")


def test_a_failure_is_told_with_what_every_source_said(
    shelf: Shelf, website: Website, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    website.replies["/off"] = Reply(body=b"<html>")
    assert not add_list(shelf, "off", Packages(tmp_path, tmp_path))
    out, err = capsys.readouterr()
    assert out == ""
    assert err == (
        f"Other list was not added: what came is a web page, not a list.\n  {website.at('/off')}: what came is a web page, not a list.\n"
    )


def test_a_list_that_became_shorter_is_taken_where_asked_so(shelf: Shelf, website: Website, packages: Packages) -> None:
    website.replies["/official"] = Reply(body=of_size(100, 20))
    update_lists(shelf, packages, take_smaller=False)
    website.replies["/official"] = Reply(body=of_size(10, 21))
    assert not update_lists(shelf, packages, take_smaller=False)
    assert text(shelf) == of_size(100, 20).decode()
    assert update_lists(shelf, packages, take_smaller=True)
    assert text(shelf) == of_size(10, 21).decode()


def test_a_choice_that_cannot_be_read_is_told_beside_the_answer(shelf: Shelf, capsys: pytest.CaptureFixture[str]) -> None:
    shelf.folder.mkdir()
    (shelf.folder / "shelf.json").write_text("nonsense")
    tell_lists(shelf)
    out, err = capsys.readouterr()
    assert out.count("\n") == 3
    assert "add your own lists again" in err
    tell_lists(shelf)
    assert capsys.readouterr().err == ""


def test_without_a_name_one_is_asked_for(shelf: Shelf, capsys: pytest.CaptureFixture[str]) -> None:
    assert not remove_list(shelf, "")
    assert capsys.readouterr().err == "Say which list you mean. To see their names: netcurtain filters list\n"


def test_the_lines_that_are_not_used_are_told_with_their_reasons(
    tmp_path: Path, website: Website, packages: Packages, capsys: pytest.CaptureFixture[str]
) -> None:
    shelf = shelf_at(tmp_path / "lists", website)
    cosmetic = "".join(f"site{n}.example##.banner\n" for n in range(1200))
    mine = tmp_path / "mine.txt"
    mine.write_text(f"! Title: Mine\n||t.example^\n||u.example^$strange\n{cosmetic}||v.example^$csp=img-src *\n", encoding="utf-8")
    assert add_list(shelf, str(mine), packages)
    capsys.readouterr()
    tell_skipped(shelf)
    out = capsys.readouterr().out
    assert "Every line is used." in out.splitlines()[0]
    assert out.split("Mine: ")[1] == (
        "2 filters. 1,202 lines are not used:\n"
        "  1,200 lines about how a page looks, not about a request\n"
        + "".join(f"    site{n}.example##.banner\n" for n in range(5))
        + "    and 1,195 more\n"
        "  1 line only about what comes back, or about a part of a request that goes out all the same\n"
        "    ||v.example^$csp=img-src *\n"
        "  1 line with an option that we do not know\n"
        "    ||u.example^$strange\n"
    )


@pytest.mark.parametrize("reason", [reason for reason in Reason if reason is not Reason.COMMENT])
def test_every_reason_has_words(reason: Reason) -> None:
    assert wording.not_used(reason, 2).startswith("2 lines ")
