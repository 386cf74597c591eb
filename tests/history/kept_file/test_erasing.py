"""Erasing begins with the key, and leaves nothing of ours, whatever state it was in."""

from pathlib import Path

import pytest
from tests.history.kept_file.states import opened, write

from netcurtain.history.kept_file import KeptFile
from netcurtain.history.kept_folder import KeptFolder


def test_erasing_leaves_nothing_whatever_state_it_was_in(crashed: KeptFolder) -> None:
    write(crashed.wal, 32 + 24 + 100, b"damaged")
    with opened(crashed):
        crashed.tries.write_bytes(b"3")
        crashed.new_database.write_bytes(b"half")
        crashed.new_key.write_bytes(b"half")
    assert len(crashed.damaged()) == 2
    assert KeptFile(crashed.path).erase() == ()
    assert not crashed.path.exists()


def test_the_key_is_gone_before_anything_else_goes(kept: KeptFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    gone = []
    unlink = Path.unlink

    def watched(path: Path, missing_ok: bool = False) -> None:
        if path.exists():
            gone.append(path.name)
        unlink(path, missing_ok)

    monkeypatch.setattr(Path, "unlink", watched)
    KeptFile(kept.path).erase()
    assert gone[0] == "key"
    assert set(gone) == {"key", "history.db", "ballast"}


def test_what_could_not_be_erased_is_told_and_the_rest_is_gone(kept: KeptFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    unlink = Path.unlink

    def refuse(path: Path, missing_ok: bool = False) -> None:
        if path == kept.ballast:
            raise PermissionError
        unlink(path, missing_ok)

    monkeypatch.setattr(Path, "unlink", refuse)
    assert KeptFile(kept.path).erase() == ("ballast",)
    assert not kept.database.exists()


def test_files_of_others_in_the_folder_are_left(kept: KeptFolder) -> None:
    for name in ("history.db.old", "keys", "history-damaged-.db", "notes.txt"):
        (kept.path / name).touch()
    KeptFile(kept.path).erase()
    assert {path.name for path in kept.path.iterdir()} == {"history.db.old", "keys", "history-damaged-.db", "notes.txt"}
