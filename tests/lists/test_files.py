import stat
from pathlib import Path

import pytest

from netcurtain.lists.files import read_small, write_whole
from netcurtain.lists.source import MAX_BYTES


def test_what_was_written_is_read_and_is_this_persons_alone(tmp_path: Path) -> None:
    path = tmp_path / "lists" / "a.txt"
    write_whole(path, b"one")
    write_whole(path, b"two")
    assert read_small(path) == b"two"
    assert [stat.S_IMODE(one.stat().st_mode) for one in (path, path.parent)] == [0o600, 0o700]
    assert list(path.parent.iterdir()) == [path]


def test_what_is_larger_than_any_list_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "large"
    path.write_bytes(b"")
    with path.open("r+b") as file:
        file.truncate(MAX_BYTES + 1)
    with pytest.raises(ValueError, match="larger"):
        read_small(path)
