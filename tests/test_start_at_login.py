import os
import plistlib
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from netcurtain import start_at_login
from netcurtain.start_at_login import WINDOWS_RUN, WINDOWS_SWITCHED_OFF, DesktopFile

ODD = ["netcurtain", "a b", 'quo"te', "back\\slash", "$HOME `id`", "50%f", "tab\tline\nend", "ünïcode", " first"]
"""Names of folders that a careless Exec line would break on."""


class Registry:
    """As much of ``winreg`` as is used: one level of keys, values by name."""

    HKEY_CURRENT_USER, KEY_SET_VALUE, REG_SZ = "user", 2, 1

    def __init__(self) -> None:
        self.keys: dict[str, dict[str, object]] = {WINDOWS_RUN: {}}

    @contextmanager
    def OpenKey(self, _root: str, name: str, _reserved: int = 0, _access: int = 0) -> Iterator[dict[str, object]]:  # noqa: N802
        if name not in self.keys:
            raise FileNotFoundError(name)
        yield self.keys[name]

    @contextmanager
    def CreateKey(self, _root: str, name: str) -> Iterator[dict[str, object]]:  # noqa: N802
        yield self.keys.setdefault(name, {})

    def QueryValueEx(self, key: dict[str, object], name: str) -> tuple[object, int]:  # noqa: N802
        if name not in key:
            raise FileNotFoundError(name)
        return key[name], 1

    def SetValueEx(self, key: dict[str, object], name: str, _reserved: int, _kind: int, value: object) -> None:  # noqa: N802
        key[name] = value

    def DeleteValue(self, key: dict[str, object], name: str) -> None:  # noqa: N802
        if name not in key:
            raise FileNotFoundError(name)
        del key[name]


@pytest.fixture
def registry(monkeypatch: pytest.MonkeyPatch) -> Registry:
    registry = Registry()
    monkeypatch.setitem(sys.modules, "winreg", registry)
    return registry


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the command `netcurtain` is installed."""
    program = tmp_path / "my bin" / "netcurtain"
    program.parent.mkdir()
    program.write_text("#!/bin/sh\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setattr(sys, "argv", [str(program), "--trial", "extension"])
    return program


@pytest.fixture(params=["linux", "darwin", "win32"])
def system(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, registry: Registry) -> str:
    assert registry is not None
    name: str = request.param
    if name != "win32" and os.name != "posix":
        pytest.skip("file modes and folders of other systems")
    monkeypatch.setattr(sys, "platform", name)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    return name


def files_under(folder: Path) -> list[Path]:
    return sorted(path.relative_to(folder) for path in folder.rglob("*") if path.is_file())


def test_on_every_system_it_is_off_until_turned_on_and_off_again_without_a_trace(system: str, program: Path, tmp_path: Path) -> None:
    before = files_under(tmp_path)
    assert program.is_file()
    assert system
    assert start_at_login.possible()
    assert not start_at_login.is_on()
    assert start_at_login.turn(False)
    assert start_at_login.turn(True)
    assert start_at_login.is_on()
    assert start_at_login.turn(True)
    assert start_at_login.turn(False)
    assert not start_at_login.is_on()
    assert files_under(tmp_path) == before


def test_no_entry_says_more_than_the_name_and_the_program(system: str, program: Path, tmp_path: Path, registry: Registry) -> None:
    start_at_login.turn(True)
    read: dict[str, Callable[[], object]] = {
        "linux": lambda: (tmp_path / "config/autostart/netcurtain.desktop").read_text(encoding="utf-8").splitlines(),
        "darwin": lambda: plistlib.loads((tmp_path / "Library/LaunchAgents/netcurtain.plist").read_bytes()),
        "win32": lambda: registry.keys,
    }
    python = f'"{sys.executable}"' if " " in sys.executable else sys.executable
    expected: dict[str, object] = {
        "linux": [
            "[Desktop Entry]",
            "Type=Application",
            "Name=Netcurtain",
            f'Exec="{program}" "--hidden"',
            f"TryExec={program}",
            "Icon=netcurtain",
            "Terminal=false",
        ],
        "darwin": {"Label": "netcurtain", "ProgramArguments": [str(program), "--hidden"], "RunAtLoad": True, "ProcessType": "Interactive"},
        "win32": {WINDOWS_RUN: {"Netcurtain": f"{python} -m netcurtain --hidden"}},
    }
    assert read[system]() == expected[system]


def test_where_the_entry_is_can_be_told_also_once_its_program_is_gone(system: str, program: Path, tmp_path: Path) -> None:
    places = {
        "linux": str(tmp_path / "config/autostart/netcurtain.desktop"),
        "darwin": str(tmp_path / "Library/LaunchAgents/netcurtain.plist"),
        "win32": rf"HKEY_CURRENT_USER\{WINDOWS_RUN}\Netcurtain",
    }
    assert start_at_login.where() == ""
    start_at_login.turn(True)
    program.unlink()
    assert start_at_login.where() == places[system]
    start_at_login.turn(False)
    assert start_at_login.where() == ""


def test_once_the_program_is_gone_it_is_off(system: str, program: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", str(program))  # what Windows starts
    start_at_login.turn(True)
    assert start_at_login.is_on()
    program.unlink()
    assert not start_at_login.is_on()
    assert system


def test_where_the_disk_says_no_it_says_so(
    system: str, program: Path, tmp_path: Path, registry: Registry, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_arguments: object) -> None:
        raise PermissionError

    assert program.is_file()
    monkeypatch.setattr(registry, "SetValueEx", refused, raising=False)
    for folder in ("config", "Library"):
        (tmp_path / folder).write_text("a file where a folder should be", encoding="utf-8")
    assert not start_at_login.turn(True)
    assert not start_at_login.is_on()
    assert system


def test_on_another_system_it_cannot_be_arranged(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "plan9")
    assert not start_at_login.possible()
    assert start_at_login.where() == ""
    assert not start_at_login.is_on()
    assert not start_at_login.turn(True)


@pytest.mark.parametrize("line", ["Hidden=true", "X-GNOME-Autostart-enabled=false", "TryExec=/nowhere", "[broken", "=\x00"])
def test_what_the_person_switched_off_elsewhere_is_off(tmp_path: Path, line: str) -> None:
    entry = DesktopFile(tmp_path / "netcurtain.desktop")
    entry.write([sys.executable])
    assert entry.program() == sys.executable
    with entry.path.open("a", encoding="utf-8") as file:
        file.write(line + "\n")
    assert entry.program() in ("", "/nowhere")


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"<plist>", b"<plist version='1.0'><array/></plist>", b"[Desktop Entry]\n"])
def test_a_broken_entry_is_off(system: str, tmp_path: Path, registry: Registry, content: bytes) -> None:
    start_at_login.turn(True)
    for path in (*tmp_path.rglob("netcurtain.desktop"), *tmp_path.rglob("netcurtain.plist")):
        path.write_bytes(content)
    registry.keys[WINDOWS_RUN]["Netcurtain"] = content
    assert not start_at_login.is_on()
    assert start_at_login.turn(True)
    assert start_at_login.is_on()
    assert system


def test_what_was_switched_off_in_the_task_manager_is_off_until_it_is_asked_for_again(
    registry: Registry, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    start_at_login.turn(True)
    registry.keys[WINDOWS_SWITCHED_OFF] = {"Netcurtain": b"\x03" + bytes(11)}
    assert not start_at_login.is_on()
    start_at_login.turn(True)
    assert start_at_login.is_on()


@pytest.mark.parametrize("started", ["netcurtain/__main__.py", "pytest", "-c", ""])
def test_started_in_another_way_it_starts_by_pythons_path(monkeypatch: pytest.MonkeyPatch, started: str) -> None:
    monkeypatch.setattr(sys, "argv", [started])
    assert start_at_login.command() == [sys.executable, "-m", "netcurtain", "--hidden"]


def test_on_windows_no_black_window_comes_with_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    quiet = tmp_path / "pythonw.exe"
    quiet.write_bytes(b"")
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python.exe"))
    assert start_at_login.command()[0] == str(quiet)


def arguments_of(line: str) -> list[str]:
    """What a desktop reads in an Exec line, by the letter of the Desktop Entry Specification."""
    value = re.sub(r"\\(.)", lambda m: {"s": " ", "n": "\n", "t": "\t", "r": "\r", "\\": "\\"}[m[1]], line)
    found = re.findall(r'"((?:[^"\\]|\\["`$\\])*)"', value)
    return [re.sub(r'\\(["`$\\])', r"\1", argument).replace("%", "\0").replace("\0\0", "%") for argument in found]


@pytest.mark.skipif(os.name != "posix", reason="names that other systems do not allow")
@pytest.mark.parametrize("name", ODD)
def test_an_exec_line_names_any_program_exactly(tmp_path: Path, name: str) -> None:
    entry = DesktopFile(tmp_path / "netcurtain.desktop")
    program = tmp_path / name.replace("%", "")
    entry.write([str(program), "--hidden", name])
    line = next(line for line in entry.path.read_text(encoding="utf-8").split("\n") if line.startswith("Exec="))
    assert arguments_of(line.removeprefix("Exec=")) == [str(program), "--hidden", name]
    assert entry.program() == str(program)


@pytest.mark.parametrize("folder", ["50%", "a=b"])
def test_a_program_that_no_desktop_would_find_is_not_arranged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: str) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setattr(sys, "argv", ["pytest"])
    monkeypatch.setattr(sys, "executable", f"/{folder}/python")
    assert not start_at_login.turn(True)
    assert files_under(tmp_path) == []


@pytest.mark.skipif(sys.platform != "linux", reason="the variable is that of Linux")
def test_the_variable_moves_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "elsewhere"))
    start_at_login.turn(True)
    assert files_under(tmp_path) == [Path("elsewhere/autostart/netcurtain.desktop")]


def test_both_commands_are_real_ones() -> None:
    """`python -m netcurtain` knows the option that keeps the window away."""
    asked: Any = subprocess.run([sys.executable, "-m", "netcurtain", "--help"], capture_output=True, text=True, check=True)
    assert start_at_login.HIDDEN in asked.stdout


def test_of_a_bundle_its_own_program_is_started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "netcurtain.exe"
    monkeypatch.setattr(sys, "executable", str(program))
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert start_at_login.command() == [str(program), "--hidden"]
