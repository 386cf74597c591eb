"""`netcurtain uninstall`: everything is listed, asked about once, and gone; what is not ours stays."""

import os
import socket
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from netcurtain import log, paths, start_at_login
from netcurtain.commands import uninstall as uninstalling
from netcurtain.commands import wording
from netcurtain.commands.uninstall import found, is_open, uninstall
from netcurtain.core.settings import Settings
from netcurtain.settings import SettingsFile

KINDS = ("DATA", "CONFIG", "CACHE", "STATE")
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the folders of Linux")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of our own; nothing outside it is looked at."""
    for kind in KINDS:
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(tmp_path / kind.lower()))
    (tmp_path / "run").mkdir()
    (tmp_path / "tmp").mkdir()
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path / "run"))
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tmp"))
    return tmp_path


@pytest.fixture
def used(home: Path) -> Path:
    """A home where Netcurtain was used."""
    SettingsFile(paths.data_folder() / "settings.json").save(Settings(introduced=True))
    history = paths.data_folder() / "history"
    history.mkdir()
    for name in ("key", "history.db", "history.db-wal", "ballast", "history-damaged-1.db"):
        (history / name).write_bytes(b"sealed")
    (paths.data_folder() / "lists").mkdir()
    (paths.data_folder() / "lists" / "easyprivacy.txt").write_text("! Title: EasyPrivacy", encoding="utf-8")
    (paths.cache_folder() / "matcher").write_bytes(b"laid out")
    (paths.log_folder() / log.FILE).touch()
    assert start_at_login.turn(True)
    profile = home / "tmp" / "netcurtain-ab_12xyz" / "profile"
    profile.mkdir(parents=True)
    (profile / "History").write_bytes(b"sites")
    return home


def everything(home: Path) -> set[str]:
    return {str(path.relative_to(home)) for path in home.rglob("*") if not path.is_dir() or path.is_symlink()}


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    def give(said: str) -> None:
        monkeypatch.setattr("click.termui.visible_prompt_func", lambda _prompt: said)

    return give


def test_every_file_is_listed_and_removed(used: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = everything(used)
    assert len(before) == 11
    assert uninstall(lambda: None, yes=True)
    out, err = capsys.readouterr()
    listed = {line.strip().removeprefix(f"{used}/") for line in out.splitlines() if line.startswith("  ")}
    assert (listed, err) == (before, "")
    assert everything(used) == set()
    assert found().nothing
    assert not (used / "data" / "netcurtain").exists()
    assert out.index(wording.HISTORY_TOO) < out.index(wording.REMOVED) < out.index(wording.WHAT_STAYS)


def test_the_key_of_a_kept_history_is_destroyed_before_anything_else(used: Path) -> None:
    seen: list[set[str]] = []
    uninstall(lambda: seen.append(everything(used)), yes=True)
    assert len(seen) == 1
    assert len(seen[0]) == 11


def test_a_key_that_cannot_be_destroyed_is_unlinked_with_the_rest(used: Path) -> None:
    def fail() -> None:
        raise PermissionError

    assert uninstall(fail, yes=True)
    assert everything(used) == set()


def test_what_erasing_the_history_writes_goes_too(used: Path) -> None:
    def erase() -> None:
        (used / "data" / "netcurtain" / "settings.json").rename(used / "data" / "netcurtain" / "settings.broken")

    assert uninstall(erase, yes=True)
    assert everything(used) == set()


def test_without_a_history_none_is_spoken_of(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    SettingsFile(paths.data_folder() / "settings.json").save(Settings())
    assert uninstall(lambda: None, yes=True)
    assert wording.HISTORY_TOO not in capsys.readouterr().out
    assert everything(home) == set()


@pytest.mark.parametrize("said", ["n", ""], ids=["no", "just Enter"])
def test_nothing_goes_without_a_yes(used: Path, answer: Callable[[str], None], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    answer(said)
    before = everything(used)
    erased: list[int] = []
    assert not uninstall(lambda: erased.append(1), yes=False)
    assert (everything(used), erased) == (before, [])
    out, err = capsys.readouterr()
    assert wording.CLOSE_FIRST in out
    assert err == f"{wording.NOTHING_REMOVED}\n"


def test_with_a_yes_it_goes(used: Path, answer: Callable[[str], None]) -> None:
    answer("y")
    assert uninstall(lambda: None, yes=False)
    assert everything(used) == set()


def test_where_nothing_is_nothing_is_asked(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert uninstall(lambda: None, yes=False)
    assert capsys.readouterr().out == f"{wording.NOTHING_OF_OURS}\n{wording.WHAT_STAYS}\n"
    assert everything(home) == set()


def test_links_are_removed_and_not_followed(used: Path) -> None:
    precious = used / "letters"
    precious.mkdir()
    (precious / "letter.txt").write_text("to Anna", encoding="utf-8")
    (used / "data" / "netcurtain" / "link").symlink_to(precious)
    assert [path for path in (*found().files, *found().folders) if "letter.txt" in path.name or path.name == "letters"] == []
    assert uninstall(lambda: None, yes=True)
    assert everything(used) == {"letters/letter.txt"}


def test_a_folder_that_is_only_a_link_is_left_alone(home: Path) -> None:
    elsewhere = home / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "file").write_bytes(b"")
    (home / "data").mkdir()
    (home / "data" / "netcurtain").symlink_to(elsewhere)
    assert uninstall(lambda: None, yes=True)
    assert (elsewhere / "file").exists()


@pytest.mark.skipif(os.getuid() != 0, reason="only root can give a folder away")
def test_a_folder_of_somebody_else_is_left_alone(home: Path) -> None:
    theirs = home / "tmp" / "netcurtain-abcdefgh"
    theirs.mkdir()
    (theirs / "file").write_bytes(b"")
    os.chown(theirs, 12345, 12345)
    assert uninstall(lambda: None, yes=True)
    assert (theirs / "file").exists()


def test_other_temporary_folders_are_left_alone(home: Path) -> None:
    other = home / "tmp" / "netcurtain-notes-of-mine"
    other.mkdir()
    assert uninstall(lambda: None, yes=True)
    assert other.exists()


def test_what_cannot_be_removed_is_told(used: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    stubborn = used / "data" / "netcurtain" / "settings.json"
    really = Path.unlink

    def unlink(path: Path, missing_ok: bool = False) -> None:
        if path == stubborn:
            raise PermissionError
        really(path, missing_ok=missing_ok)

    monkeypatch.setattr(Path, "unlink", unlink)
    assert not uninstall(lambda: None, yes=True)
    out, err = capsys.readouterr()
    assert err == f"{wording.NOT_REMOVED}\n  {stubborn}\n"
    assert wording.REMOVED not in out
    assert everything(used) == {"data/netcurtain/settings.json"}


def test_while_a_window_is_open_nothing_is_removed(used: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket(socket.AF_UNIX) as window:
        window.bind(str(paths.meeting_points()[0]))
        window.listen()
        assert not uninstall(lambda: None, yes=True)
        assert capsys.readouterr().err == f"{wording.STILL_OPEN}\n"
        assert (used / "data" / "netcurtain" / "settings.json").exists()


def test_a_socket_that_a_crash_left_is_removed_too(home: Path) -> None:
    with socket.socket(socket.AF_UNIX) as window:
        window.bind(str(paths.meeting_points()[0]))
    assert not is_open(paths.meeting_points()[0])
    assert uninstall(lambda: None, yes=True)
    assert everything(home) == set()


def test_an_odd_name_cannot_speak_to_the_terminal(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (paths.data_folder() / "a\x1b[2Jb").write_bytes(b"")
    assert uninstalling.uninstall(lambda: None, yes=True)
    assert "a<U+001B>[2Jb" in capsys.readouterr().out
    assert everything(home) == set()
