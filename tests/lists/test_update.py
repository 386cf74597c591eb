from pathlib import Path

import pytest
from tests.lists.conftest import LIST, Reply, Website
from tests.lists.looking import NOW, of_size, once, shelf_at, text, titles

from netcurtain.lists import wording
from netcurtain.lists.progress import Step
from netcurtain.lists.shelf import SECONDS_A_DAY, Shelf
from netcurtain.lists.update import Change, Result, add, remove, update


@pytest.fixture
def shelf(tmp_path: Path, website: Website) -> Shelf:
    return shelf_at(tmp_path / "lists", website)


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
    assert result.sentence == "Other list of 20 November 2026 (four days old) is in use now, with 3 filters."
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
        assert remove(shelf, name) == Result(Change.FAILED, STAYS, name="starter")
        assert add(shelf, name, NOW) == Result(Change.UNCHANGED, STAYS, name="starter")


def test_a_name_that_nobody_has_is_not_removed(shelf: Shelf) -> None:
    assert remove(shelf, "nothing").sentence == wording.unknown("nothing")


@pytest.mark.parametrize("name", ["", "  "])
def test_without_a_name_it_is_asked_for(shelf: Shelf, name: str) -> None:
    assert remove(shelf, name) == add(shelf, name, NOW) == Result(Change.FAILED, wording.NO_NAME)


def test_a_name_cannot_play_tricks_on_the_terminal(shelf: Shelf) -> None:
    assert "\x1b" not in remove(shelf, "\x1b[2Jlist").sentence


def test_off_and_on_again_takes_the_shorter_list_too(shelf: Shelf, website: Website) -> None:
    website.replies["/official"] = Reply(body=of_size(100, 20))
    once(shelf)
    website.replies["/official"] = Reply(body=of_size(50, 21))
    remove(shelf, "on")
    assert add(shelf, "on", NOW).change is Change.ADDED
    assert text(shelf) == of_size(50, 21).decode()


def test_it_is_told_which_list_of_how_many_is_being_looked_for(shelf: Shelf, website: Website, tmp_path: Path) -> None:
    website.replies["/official"] = Reply()
    (tmp_path / "mine.txt").write_text("||mine.example^\n")
    add(shelf, str(tmp_path / "mine.txt"), NOW)
    steps: list[Step] = []
    list(update(shelf, NOW, watch=steps.append))
    assert steps[0] == Step("Test list", 1, 2, "asking 127.0.0.1", 0, None)
    assert Step("Test list", 1, 2, "asking 127.0.0.1", len(LIST), len(LIST)) in steps
    assert Step("Test list", 1, 2, "reading it", 0, None) in steps, "without bytes, so that the line says so in words"
    assert {(step.title, step.number, step.of) for step in steps} == {("Test list", 1, 2), ("mine", 2, 2)}
    steps.clear()
    add(shelf, "off", NOW, watch=steps.append)
    assert steps[0] == Step("Other list", 1, 1, "asking 127.0.0.1", 0, None)
