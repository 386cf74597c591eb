"""What each answer of a source leads to: the newer list is kept, and on every failure the old one stays and the reason is said."""

import os
from pathlib import Path

import pytest
from tests.lists.conftest import LIST, NEWER, NO_LENGTH, Reply, Website
from tests.lists.looking import NOW, of_size, once, shelf_at, text, titles

from netcurtain.lists import wording
from netcurtain.lists.package import Packages
from netcurtain.lists.shelf import SECONDS_A_DAY, Shelf
from netcurtain.lists.update import Change, update


@pytest.fixture
def shelf(tmp_path: Path, website: Website) -> Shelf:
    return shelf_at(tmp_path / "lists", website)


def test_the_first_time_the_list_is_fetched_from_its_own_address(shelf: Shelf, website: Website) -> None:
    website.replies["/official"] = Reply()
    result = once(shelf)
    assert result.change is Change.UPDATED
    assert result.sentence == f"Test list of 20 November 2026 (four days old) is here now, with 3 filters, from {website.at('/official')}."
    assert text(shelf) == LIST
    assert [path for path, _ in website.asked] == ["/official"], "a list that is off is never asked for"


def test_a_newer_list_replaces_the_old(shelf: Shelf, website: Website) -> None:
    website.replies["/official"] = Reply()
    once(shelf)
    website.replies["/official"] = Reply(body=NEWER.encode())
    assert once(shelf).change is Change.UPDATED
    assert text(shelf) == NEWER


def test_what_is_unchanged_is_noted_as_looked_at(shelf: Shelf, website: Website) -> None:
    website.replies["/official"] = lambda asked: Reply(304 if asked.get("if-none-match") else 200, headers={"ETag": '"one"'})
    once(shelf)
    result = once(shelf, NOW + 5 * SECONDS_A_DAY)
    assert (result.change, result.sentence) == (Change.UNCHANGED, "Test list of 20 November 2026 (nine days old) is still the newest.")
    kept = shelf.kept("on")
    assert kept is not None
    assert (kept.fetched, kept.checked) == (NOW, NOW + 5 * SECONDS_A_DAY)
    assert not shelf.due(NOW + 5 * SECONDS_A_DAY)


def test_the_same_text_sent_again_is_unchanged(shelf: Shelf, website: Website) -> None:
    website.replies["/official"] = Reply()
    once(shelf)
    assert once(shelf, NOW + 10).change is Change.UNCHANGED
    kept = shelf.kept("on")
    assert kept is not None
    assert (kept.fetched, kept.checked) == (NOW, NOW + 10)


def test_where_its_own_address_fails_the_mirror_is_asked(shelf: Shelf, website: Website) -> None:
    website.replies["/mirror"] = Reply()
    assert once(shelf).change is Change.UPDATED
    assert [path for path, _ in website.asked] == ["/official", "/mirror"]


def test_a_mirror_is_not_asked_about_the_official_text(shelf: Shelf, website: Website) -> None:
    website.replies["/official"] = Reply(headers={"ETag": '"one"'})
    once(shelf)
    website.replies["/official"] = Reply(500)
    website.replies["/mirror"] = Reply(body=NEWER.encode())
    once(shelf)
    assert "if-none-match" not in website.asked[-1][1]
    assert text(shelf) == NEWER


def test_the_package_is_last_and_only_where_allowed(shelf: Shelf, tmp_path: Path) -> None:
    inside = tmp_path / "root/usr/share/webext/assets/list.txt"
    inside.parent.mkdir(parents=True)
    inside.write_text(LIST)
    assert once(shelf).change is Change.FAILED
    result = once(shelf, packages=Packages(tmp_path / "root", tmp_path / "cache"))
    assert (result.change, text(shelf)) == (Change.UPDATED, LIST)
    assert result.sentence.endswith("from Debian package webext.")
    assert len(result.tried) == 2
    again = once(shelf, NOW + 1, Packages(tmp_path / "root", tmp_path / "cache"))
    assert (
        again.sentence == "Test list of 20 November 2026 (four days old) is the newest that could be reached; its own address gave no list."
    )


OLDER = LIST.replace("20 Nov", "19 Nov") + "||older.example^\n"


@pytest.mark.parametrize(
    ("reply", "why"),
    [
        (Reply(404), "the server answered 404"),
        (Reply(length=10_000), wording.CUT_SHORT),
        (Reply(body=b"<!doctype html><p>Sign in to use this network</p>"), wording.WEB_PAGE),
        (Reply(headers={"Content-Type": "text/html"}), wording.WEB_PAGE),
        (Reply(body=b"! Title: nothing\n"), wording.NO_FILTERS),
        (Reply(body=b"\xff\xfe||"), wording.NOT_TEXT),
        (Reply(body=b""), wording.NO_FILTERS),
        (Reply(body=b"<html>" + LIST.encode()), wording.WEB_PAGE),
        (Reply(body=b'{"message": "Not Found",\n"status": 404\n}'), wording.MESSAGE),
        (Reply(500), "the server answered 500"),
        (Reply(body=OLDER.encode()), wording.OLDER),
    ],
)
def test_on_any_failure_the_old_list_stays_and_the_reason_is_said(shelf: Shelf, website: Website, reply: Reply, why: str) -> None:
    website.replies["/official"] = Reply()
    once(shelf)
    website.replies["/official"] = reply
    result = once(shelf, NOW + 10)
    assert result.change is Change.FAILED
    assert result.sentence == f"Test list could not be updated: {why}. Test list of 20 November 2026 (four days old) stays in use."
    assert result.tried == (f"{website.at('/official')}: {why}.", f"{website.at('/mirror')}: the server answered 404.")
    assert text(shelf) == LIST
    kept = shelf.kept("on")
    assert kept is not None
    assert kept.checked == NOW


def test_a_list_that_lost_a_fifth_is_taken_and_one_that_lost_more_is_not(shelf: Shelf, website: Website) -> None:
    website.replies["/official"] = Reply(body=of_size(100, 20))
    once(shelf)
    website.replies["/official"] = Reply(body=of_size(79, 21))
    result = once(shelf)
    assert result.change is Change.FAILED
    assert result.sentence == (
        "Test list could not be updated: it has only 79 filters, and the one you have has 100. "
        "Test list of 20 November 2026 (four days old) stays in use. "
        "If the shorter list is the right one, turn it off and on again in Settings, or run: netcurtain filters update --take-smaller"
    )
    website.replies["/official"] = Reply(body=of_size(80, 21))
    assert once(shelf).change is Change.UPDATED


def test_a_list_that_became_shorter_for_good_is_taken_where_the_person_says_so(shelf: Shelf, website: Website) -> None:
    website.replies["/official"] = Reply(body=of_size(100, 20))
    once(shelf)
    website.replies["/official"] = Reply(body=of_size(50, 21))
    (result,) = update(shelf, NOW, take_smaller=True)
    assert (result.change, text(shelf)) == (Change.UPDATED, of_size(50, 21).decode())
    assert once(shelf).change is Change.UNCHANGED


def test_even_then_what_is_no_list_is_refused(shelf: Shelf, website: Website) -> None:
    website.replies["/official"] = Reply(body=of_size(100, 20))
    once(shelf)
    for body in (b"<html>", b"", of_size(10, 19)):
        website.replies["/official"] = Reply(body=body)
        (result,) = update(shelf, NOW, take_smaller=True)
        assert (result.change, text(shelf)) == (Change.FAILED, of_size(100, 20).decode())


def test_a_list_cut_short_without_a_length_is_one_that_shrank(shelf: Shelf, website: Website) -> None:
    website.replies["/official"] = Reply(body=of_size(100, 20))
    once(shelf)
    whole = of_size(100, 21)
    website.replies["/official"] = Reply(body=whole[: len(whole) // 2], length=NO_LENGTH)
    result = once(shelf)
    assert (result.change, text(shelf)) == (Change.FAILED, of_size(100, 20).decode())
    assert "the one you have has 100" in result.sentence


@pytest.mark.parametrize("body", [b"", b"<html>", b"404: Not Found", b"success\n", b"\xff\xfe", b'{\n"message": "Not Found"\n}'])
def test_the_very_first_time_what_is_no_list_is_refused_as_well(shelf: Shelf, website: Website, body: bytes) -> None:
    website.replies["/official"] = Reply(body=body)
    assert once(shelf).change is Change.FAILED
    assert titles(shelf) == ["Netcurtain starter"]
    assert not shelf.folder.exists()


def test_a_copy_without_a_date_does_not_replace_a_list_that_has_one(shelf: Shelf, website: Website) -> None:
    website.replies["/official"] = Reply()
    once(shelf)
    website.replies["/official"] = Reply(404)
    website.replies["/mirror"] = Reply(
        body=LIST.replace("20 Nov 2026", "%timestamp%").replace("202611200830", "1").encode() + b"||x.example^\n"
    )
    result = once(shelf)
    assert result.tried[-1] == f"{website.at('/mirror')}: {wording.UNDATED}."
    assert text(shelf) == LIST


def test_an_old_copy_is_called_old_however_fresh_it_was_fetched(shelf: Shelf, tmp_path: Path) -> None:
    inside = tmp_path / "root/usr/share/webext/assets/list.txt"
    inside.parent.mkdir(parents=True)
    inside.write_text("! Title: Test list\n! Last modified: %timestamp%\n||tracker.example^\n")
    os.utime(inside, (NOW - 390 * SECONDS_A_DAY,) * 2)
    result = once(shelf, packages=Packages(tmp_path / "root", tmp_path / "cache"))
    assert result.sentence.startswith("Test list of 30 October 2025 (390 days old) is here now")


DATA = Path(__file__).parents[3] / "shared" / "data"


@pytest.mark.skipif(not DATA.exists(), reason="the recorded lists are not here")
def test_of_two_real_easyprivacies_the_newer_one_stays_whatever_comes_after(shelf: Shelf, website: Website) -> None:
    july, august = ((DATA / name).read_bytes() for name in ("easyprivacy-2026-07-14.txt", "easyprivacy.txt"))
    website.replies["/official"] = Reply(body=july, headers={"ETag": '"july"'})
    assert once(shelf).sentence.startswith("EasyPrivacy of 14 July 2026 (133 days old) is here now")
    website.replies["/official"] = lambda asked: Reply(304 if asked.get("if-none-match") == '"july"' else 404)
    assert once(shelf, NOW + 5).change is Change.UNCHANGED
    website.replies["/official"] = Reply(body=august, headers={"ETag": '"august"'})
    assert once(shelf).sentence.startswith("EasyPrivacy of 13 August 2026 (103 days old) is here now, with 55,330 filters")
    refusals = {
        "the server answered 404": Reply(404),
        wording.CUT_SHORT: Reply(body=august[:700_000], length=len(august)),
        "it has only": Reply(body=august[:700_000], length=NO_LENGTH),
        wording.WEB_PAGE: Reply(body=b"<!doctype html><title>Sign in</title>"),
        wording.OLDER: Reply(body=july),
    }
    for why, reply in refusals.items():
        website.replies["/official"] = reply
        result = once(shelf)
        assert (result.change, text(shelf) == august.decode()) == (Change.FAILED, True)
        assert f"Test list could not be updated: {why}" in result.sentence
        assert "EasyPrivacy of 13 August 2026 (103 days old) stays in use." in result.sentence
