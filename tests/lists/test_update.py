from dataclasses import replace
from pathlib import Path

import pytest
from tests.lists.conftest import LIST, NEWER, Reply, Website

from netcurtain.lists import wording
from netcurtain.lists.catalogue import CatalogueEntry
from netcurtain.lists.package import Packages
from netcurtain.lists.shelf import SECONDS_A_DAY, Shelf
from netcurtain.lists.source import PackageSource, WebSource
from netcurtain.lists.update import Change, Result, add, remove, update

NOW = 1_795_500_000.0
STARTER = "! Title: Netcurtain starter\n||tracker.localhost^\n"
PACKAGE = PackageSource("webext", "usr/share/**/list.txt")


@pytest.fixture
def shelf(tmp_path: Path, website: Website) -> Shelf:
    sources = (WebSource(website.at("/official")), WebSource(website.at("/mirror")), PACKAGE)
    on = CatalogueEntry("on", "Test list", "L", "H", True, sources)
    off = CatalogueEntry("off", "Other list", "L", "H", False, (WebSource(website.at("/off")),))
    return Shelf(tmp_path / "lists", (on, off), STARTER)


def once(shelf: Shelf, now: float = NOW, packages: Packages | None = None) -> Result:
    (result,) = update(shelf, now, packages)
    return result


def text(shelf: Shelf) -> str:
    return shelf.texts()[1].text


def titles(shelf: Shelf) -> list[str]:
    return [one.title for one in shelf.texts()]


def test_the_first_time_the_list_is_fetched_from_its_own_address(shelf: Shelf, website: Website) -> None:
    website.replies["/official"] = Reply()
    result = once(shelf)
    assert result.change is Change.UPDATED
    assert result.sentence == f"Test list of 20 November 2026 is here now, with 3 filters, from {website.at('/official')}."
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
    assert (result.change, result.sentence) == (Change.UNCHANGED, "Test list of 20 November 2026 is still the newest.")
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
    assert again.sentence == "Test list of 20 November 2026 is the newest that could be reached; its own address gave no list."


FEWER = "! Last modified: 23 Nov 2026\n||tracker.example^\n"
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
        (Reply(body=FEWER.encode()), wording.SHRUNK),
        (Reply(body=OLDER.encode()), wording.OLDER),
    ],
)
def test_on_any_failure_the_old_list_stays_and_the_reason_is_said(shelf: Shelf, website: Website, reply: Reply, why: str) -> None:
    website.replies["/official"] = Reply()
    once(shelf)
    website.replies["/official"] = reply
    result = once(shelf, NOW + 10)
    assert result.change is Change.FAILED
    assert result.sentence == f"Test list could not be updated: {why}. Test list of 20 November 2026 stays in use."
    assert result.tried == (f"{website.at('/official')}: {why}.", f"{website.at('/mirror')}: the server answered 404.")
    assert text(shelf) == LIST
    kept = shelf.kept("on")
    assert kept is not None
    assert kept.checked == NOW


def test_with_nothing_kept_the_starter_list_is_named(shelf: Shelf) -> None:
    assert once(shelf).sentence.endswith("Our own starter list is in use all the same.")


def test_a_full_disk_is_said_and_nothing_is_raised(shelf: Shelf, website: Website, monkeypatch: pytest.MonkeyPatch) -> None:
    website.replies["/official"] = Reply()

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    result = once(shelf)
    assert (result.change, wording.NOT_WRITTEN in result.sentence) == (Change.FAILED, True)
    assert add(shelf, website.at("/official"), NOW).sentence == wording.not_added(website.at("/official"), wording.NOT_WRITTEN)


def test_what_is_not_due_is_left_alone_where_asked_so(shelf: Shelf, website: Website) -> None:
    website.replies["/official"] = Reply()
    once(shelf)
    assert list(update(shelf, NOW + SECONDS_A_DAY, due_only=True)) == []
    assert len(list(update(shelf, NOW + 2 * SECONDS_A_DAY, due_only=True))) == 1


def test_a_list_of_the_catalogue_can_be_added(shelf: Shelf, website: Website) -> None:
    website.replies["/off"] = Reply(body=LIST.replace("Test list", "Other list").encode())
    result = add(shelf, "other LIST", NOW)
    assert result.change is Change.ADDED
    assert result.sentence == "Other list of 20 November 2026 is in use now, with 3 filters."
    assert titles(shelf) == ["Netcurtain starter", "Other list"]


def test_a_list_that_cannot_be_read_is_not_added(shelf: Shelf, website: Website, tmp_path: Path) -> None:
    assert add(shelf, "off", NOW).sentence == "Other list was not added: the server answered 404."
    assert add(shelf, website.at("/nothing"), NOW).sentence == f"{website.at('/nothing')} was not added: the server answered 404."
    assert add(shelf, "http://lists.example/x.txt", NOW).sentence.endswith(f"{wording.NOT_ALLOWED}.")
    assert add(shelf, str(tmp_path / "none.txt"), NOW).sentence.endswith(f"{wording.NO_FILE}.")
    assert add(shelf, "~nobody-of-this-name/list.txt", NOW).sentence.endswith(f"{wording.NO_FILE}.")
    assert add(shelf, str(tmp_path), NOW).sentence.endswith(f"{wording.NO_FILE}.")
    assert [entry.name for entry in shelf.entries() if entry.in_use] == ["on"]
    assert not shelf.folder.exists()


def test_a_file_can_be_added_updated_and_removed(shelf: Shelf, tmp_path: Path) -> None:
    path = tmp_path / "My filters.txt"
    path.write_text("||mine.example^\n||more.example^\n||most.example^\n")
    result = add(shelf, str(path), NOW)
    assert (result.change, result.sentence) == (Change.ADDED, "My filters is in use now, with 3 filters.")
    path.write_text("||mine.example^\n")
    catalogues, mine = update(shelf, NOW + 1)
    assert catalogues.change is Change.FAILED
    assert mine.change is Change.UPDATED, "the person's own file may shrink"
    assert shelf.texts()[-1].text == "||mine.example^\n"
    path.unlink()
    assert [one.change for one in update(shelf, NOW + 2)] == [Change.FAILED, Change.FAILED]
    assert shelf.texts()[-1].text == "||mine.example^\n", "the copy stays"
    assert remove(shelf, "My Filters").sentence == "My filters is no longer in use."
    assert [path.name for path in shelf.folder.iterdir()] == ["shelf.json"]


def test_adding_twice_updates(shelf: Shelf, website: Website) -> None:
    website.replies["/mine.txt"] = Reply(body=b"||mine.example^\n")
    assert add(shelf, website.at("/mine.txt"), NOW).change is Change.ADDED
    website.replies["/mine.txt"] = Reply(body=b"||mine.example^\n||more.example^\n")
    assert add(shelf, website.at("/mine.txt"), NOW).change is Change.UPDATED
    assert titles(shelf) == ["Netcurtain starter", "mine"]


def test_what_is_removed_is_neither_loaded_nor_fetched(shelf: Shelf, website: Website) -> None:
    website.replies["/official"] = Reply()
    once(shelf)
    assert remove(shelf, "on").change is Change.REMOVED
    assert titles(shelf) == ["Netcurtain starter"]
    website.asked.clear()
    assert list(update(shelf, NOW)) == []
    assert website.asked == []
    assert remove(shelf, "on").change is Change.FAILED
    assert add(shelf, "on", NOW).change is Change.ADDED
    assert titles(shelf) == ["Netcurtain starter", "Test list"]


STAYS = "Netcurtain starter is our own small list and is always on."


def test_the_starter_list_stays(shelf: Shelf) -> None:
    for name in ("starter", "Netcurtain Starter"):
        assert remove(shelf, name) == Result(Change.FAILED, STAYS)
        assert add(shelf, name, NOW) == Result(Change.UNCHANGED, STAYS)


def test_a_name_that_nobody_has_is_not_removed(shelf: Shelf) -> None:
    assert remove(shelf, "nothing").sentence == wording.unknown("nothing")


def test_of_two_real_easyprivacies_the_newer_one_stays(shelf: Shelf, website: Website) -> None:
    data = Path(__file__).parents[3] / "shared" / "data"
    if not data.exists():
        pytest.skip("the recorded lists are not here")
    website.replies["/official"] = Reply(body=(data / "easyprivacy-2026-07-14.txt").read_bytes())
    assert once(shelf).sentence.startswith("EasyPrivacy of 14 July 2026 is here now")
    website.replies["/official"] = Reply(body=(data / "easyprivacy.txt").read_bytes())
    assert once(shelf).sentence.startswith("EasyPrivacy of 13 August 2026 is here now, with 55,330 filters")
    website.replies["/official"] = Reply(body=(data / "easyprivacy-2026-07-14.txt").read_bytes())
    assert replace(once(shelf), tried=()).sentence.endswith(
        "it is older than the one you have. EasyPrivacy of 13 August 2026 stays in use."
    )
