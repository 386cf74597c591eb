"""A copy in its file: whole or not at all."""

import os
from pathlib import Path

import pytest

from netcurtain.evidence.written import write_copy


def nothing() -> None:
    """Goes on."""


def stop() -> None:
    raise InterruptedError


def test_it_is_written_for_this_person_alone(tmp_path: Path) -> None:
    write_copy(tmp_path / "copy.zip", b"new", nothing)
    assert (tmp_path / "copy.zip").read_bytes() == b"new"
    assert (tmp_path / "copy.zip").stat().st_mode & 0o777 == 0o600


def test_stopped_it_leaves_what_was_there_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "copy.zip").write_bytes(b"old")
    with pytest.raises(InterruptedError):
        write_copy(tmp_path / "copy.zip", b"new", stop)
    assert [(file.name, file.read_bytes()) for file in tmp_path.iterdir()] == [("copy.zip", b"old")]


def test_a_disk_that_is_full_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_number: int) -> None:
        raise OSError(28, "full")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="full"):
        write_copy(tmp_path / "copy.zip", b"new", nothing)
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_is_no_name_is_told_as_one(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="no name"):
        write_copy(tmp_path / "a\0b", b"new", nothing)
    assert list(tmp_path.iterdir()) == []
