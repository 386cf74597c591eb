import os
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


def test_where_a_link_leads_to_a_file_that_file_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    target, output = tmp_path / "there" / "target", tmp_path / "link"
    for leads_to in (target, Path("there") / "target"):
        output.unlink(missing_ok=True)
        output.symlink_to(leads_to)
        write_whole(output, [b"one"])
        assert output.is_symlink()
        assert target.read_bytes() == b"one"
        assert list(target.parent.iterdir()) == [target]


def test_what_is_no_file_is_written_to_and_stays_what_it_is(tmp_path: Path) -> None:
    output = tmp_path / "pipe"
    os.mkfifo(output)
    reader = os.open(output, os.O_RDONLY | os.O_NONBLOCK)
    try:
        write_whole(output, [b"one, ", b"two"])
        assert os.read(reader, 100) == b"one, two"
    finally:
        os.close(reader)
    assert output.is_fifo()
    with pytest.raises(OSError, match="directory"):
        write_whole(tmp_path, [b"one"])
    assert tmp_path.is_dir()


def test_a_file_that_is_open_already_goes_on_after_what_is_in_it(tmp_path: Path) -> None:
    with (tmp_path / "said").open("wb") as file:
        file.write(b"before, ")
        file.flush()
        write_whole(Path(f"/dev/fd/{file.fileno()}"), [b"one"])
    assert (tmp_path / "said").read_bytes() == b"before, one"
    assert [path.name for path in tmp_path.iterdir()] == ["said"]
