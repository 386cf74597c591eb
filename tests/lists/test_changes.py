from pathlib import Path

import pytest

from netcurtain.lists.changes import Added, Changes, UnreadableError, load, save

MINE = Changes(added=(Added("mine", "Mine", "/mine.txt"),), off=("easyprivacy",))


def test_what_was_saved_is_loaded(tmp_path: Path) -> None:
    save(tmp_path / "lists" / "shelf.json", MINE)
    assert load(tmp_path / "lists" / "shelf.json") == MINE


def test_where_there_is_no_file_nothing_was_changed(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert load(tmp_path / "shelf.json") == Changes()
    assert load(tmp_path / "file" / "shelf.json") == Changes()


@pytest.mark.parametrize("content", [b"", b"{", b"\xff", b'{"added": 3}'])
def test_a_file_that_makes_no_sense_is_no_empty_choice(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "shelf.json").write_bytes(content)
    with pytest.raises(UnreadableError):
        load(tmp_path / "shelf.json")
