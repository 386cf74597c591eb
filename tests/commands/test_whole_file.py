from collections.abc import Iterator
from pathlib import Path

import pytest

from netcurtain.commands.whole_file import write_whole


def test_the_parts_stand_one_after_another_in_a_file_of_this_person_alone(tmp_path: Path) -> None:
    output = tmp_path / "copy"
    output.write_bytes(b"an older one, which is longer")
    write_whole(output, [b"one, ", b"two"])
    assert output.read_bytes() == b"one, two"
    assert output.stat().st_mode & 0o777 == 0o600
    assert list(tmp_path.iterdir()) == [output]


def test_where_it_breaks_off_the_file_before_is_still_there_and_nothing_else(tmp_path: Path) -> None:
    def parts() -> Iterator[bytes]:
        yield b"one, "
        raise OSError("the disk is full")

    output = tmp_path / "copy"
    output.write_bytes(b"an older one")
    with pytest.raises(OSError, match="full"):
        write_whole(output, parts())
    assert output.read_bytes() == b"an older one"
    assert list(tmp_path.iterdir()) == [output]
