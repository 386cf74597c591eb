"""Whether Netcurtain starts when the person logs in to this computer: an entry in the system's own list, where they can see it and end it.

Linux: a file in the autostart folder (freedesktop.org's Desktop Application Autostart). macOS: a launch agent. Windows: a value under the
registry's Run key. The entry is called Netcurtain and says nothing about what it is for. It names this program by its full path, and starts
it without its window; once that program is gone, the entry is off.
"""

import configparser
import importlib
import os
import plistlib
import re
import subprocess
import sys
import xml.parsers.expat
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from platformdirs import PlatformDirs

NAME = "Netcurtain"
LABEL = "netcurtain"
HIDDEN = "--hidden"
MAX_BYTES = 64 * 1024
WINDOWS_RUN = r"Software\Microsoft\Windows\CurrentVersion\Run"
WINDOWS_SWITCHED_OFF = r"Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run"
"""Where the Task Manager notes what the person has switched off there."""


class Entry(Protocol):
    """Our place in the list of what starts at log-in. ``write`` and ``remove`` raise OSError; there may be nothing to remove."""

    def where(self) -> str:
        """Where the entry is, for a person to find it; "" where there is none, whether or not it starts anything."""

    def program(self) -> str:
        """The program that is started, "" where none is."""

    def write(self, command: Sequence[str]) -> None:
        """Start this from now on."""

    def remove(self) -> None:
        """Start nothing any more."""


def possible() -> bool:
    """Whether it can be arranged on this system."""
    return _entry() is not None


def is_on() -> bool:
    """Whether it is arranged, and the program that it names is still there."""
    entry = _entry()
    return entry is not None and _is_there(entry.program())


def where() -> str:
    """Where our entry is, also one that starts nothing any more; "" where there is none."""
    entry = _entry()
    return entry.where() if entry is not None else ""


def turn(on: bool) -> bool:
    """Arrange it, or undo it; whether that was done."""
    entry = _entry()
    if entry is None:
        return False
    try:
        if on:
            entry.write(command())
        else:
            entry.remove()
    except (OSError, ValueError):
        return False
    return True


def command() -> list[str]:
    """How to start this very program again without its window, by full paths."""
    if getattr(sys, "frozen", False):  # a bundle: its program is all there is
        return [sys.executable, HIDDEN]
    started = Path(sys.argv[0]).absolute()
    if sys.platform != "win32" and started.name == LABEL and os.access(started, os.X_OK) and started.is_file():
        return [str(started), HIDDEN]
    python = Path(sys.executable)
    quiet = python.with_name("pythonw.exe")  # on Windows, the one that opens no black window
    return [str(quiet if quiet.is_file() else python), "-m", "netcurtain", HIDDEN]


@dataclass(frozen=True, slots=True)
class DesktopFile:
    """Linux: a desktop entry."""

    path: Path

    def where(self) -> str:
        """The file."""
        return str(self.path) if os.path.lexists(self.path) else ""

    def program(self) -> str:
        """By ``TryExec``; a desktop may note in the same file that the person has switched it off."""
        try:
            parser = configparser.RawConfigParser(strict=False)
            parser.read_string(_text_of(self.path).decode())
            keys = parser["Desktop Entry"]
        except (OSError, KeyError, ValueError, configparser.Error):
            return ""
        off = keys.get("Hidden", "false").strip() == "true" or keys.get("X-GNOME-Autostart-enabled", "true").strip() == "false"
        return "" if off else _unescaped(keys.get("TryExec", ""))

    def write(self, command: Sequence[str]) -> None:
        """The whole file anew. Raises ValueError for a program with a sign in its path that desktops do not read there."""
        if set(command[0]) & set("=%"):
            raise ValueError
        lines = [
            "[Desktop Entry]",
            "Type=Application",
            f"Name={NAME}",
            f"Exec={' '.join(_quoted(argument) for argument in command)}",
            f"TryExec={_escaped(command[0])}",
            "Icon=netcurtain",
            "Terminal=false",
        ]
        _write(self.path, ("\n".join(lines) + "\n").encode())

    def remove(self) -> None:
        """Its absence is all it takes."""
        self.path.unlink(missing_ok=True)


@dataclass(frozen=True, slots=True)
class LaunchAgent:
    """macOS: a property list in ~/Library/LaunchAgents. It counts from the next log-in on."""

    path: Path

    def where(self) -> str:
        """The file."""
        return str(self.path) if os.path.lexists(self.path) else ""

    def program(self) -> str:
        """The first of its arguments."""
        try:
            agent = plistlib.loads(_text_of(self.path))
            return str(agent["ProgramArguments"][0]) if agent.get("RunAtLoad") else ""
        except (OSError, ValueError, LookupError, TypeError, AttributeError, xml.parsers.expat.ExpatError):
            return ""

    def write(self, command: Sequence[str]) -> None:
        """The whole file anew."""
        agent = {"Label": LABEL, "ProgramArguments": list(command), "RunAtLoad": True, "ProcessType": "Interactive"}
        _write(self.path, plistlib.dumps(agent))

    def remove(self) -> None:
        """Its absence is all it takes."""
        self.path.unlink(missing_ok=True)


@dataclass(frozen=True, slots=True)
class RunKey:
    """Windows: a value in the person's own part of the registry, read and written by Python's module ``winreg``."""

    winreg: Any

    def where(self) -> str:
        """The value under the Run key."""
        return rf"HKEY_CURRENT_USER\{WINDOWS_RUN}\{NAME}" if self._value(WINDOWS_RUN) is not None else ""

    def program(self) -> str:
        """The first argument of the command line."""
        line, state = self._value(WINDOWS_RUN), self._value(WINDOWS_SWITCHED_OFF)
        if not isinstance(line, str) or (isinstance(state, bytes) and state[:1] == b"\x03"):
            return ""
        return line[1:].partition('"')[0] if line.startswith('"') else line.partition(" ")[0]

    def write(self, command: Sequence[str]) -> None:
        """Also where it was switched off in the Task Manager before: the newer answer counts."""
        with self.winreg.CreateKey(self.winreg.HKEY_CURRENT_USER, WINDOWS_RUN) as key:
            self.winreg.SetValueEx(key, NAME, 0, self.winreg.REG_SZ, subprocess.list2cmdline(command))
        self._delete(WINDOWS_SWITCHED_OFF)

    def remove(self) -> None:
        """Both values."""
        self._delete(WINDOWS_RUN)
        self._delete(WINDOWS_SWITCHED_OFF)

    def _value(self, where: str) -> object:
        try:
            with self.winreg.OpenKey(self.winreg.HKEY_CURRENT_USER, where) as key:
                value: object = self.winreg.QueryValueEx(key, NAME)[0]
        except OSError:
            return None
        return value

    def _delete(self, where: str) -> None:
        try:
            with self.winreg.OpenKey(self.winreg.HKEY_CURRENT_USER, where, 0, self.winreg.KEY_SET_VALUE) as key:
                self.winreg.DeleteValue(key, NAME)
        except FileNotFoundError:
            return


def _autostart() -> Entry:
    return DesktopFile(PlatformDirs().user_config_path / "autostart" / f"{LABEL}.desktop")


def _launch_agent() -> Entry:
    return LaunchAgent(Path.home() / "Library" / "LaunchAgents" / f"{LABEL}.plist")


def _run_key() -> Entry:
    return RunKey(importlib.import_module("winreg"))


ENTRIES: dict[str, Callable[[], Entry]] = {"linux": _autostart, "darwin": _launch_agent, "win32": _run_key}
"""By ``sys.platform``."""


def _entry() -> Entry | None:
    make = ENTRIES.get(sys.platform)
    return make() if make is not None else None


def _is_there(program: str) -> bool:
    try:
        return bool(program) and Path(program).is_file()
    except (OSError, ValueError):
        return False


def _text_of(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(MAX_BYTES)


def _write(path: Path, content: bytes) -> None:
    """Whole or not at all."""
    path.parent.mkdir(parents=True, mode=0o700, exist_ok=True)
    beside = path.with_suffix(".new")
    beside.write_bytes(content)
    beside.replace(path)


def _quoted(argument: str) -> str:
    """An argument of ``Exec``: in quotes, with ``" ` $ \\`` escaped and per cent signs doubled, and the whole escaped as every text is."""
    quoted = re.sub(r'(["`$\\])', r"\\\1", argument).replace("%", "%%")
    return _escaped(f'"{quoted}"')


_ESCAPES = {"\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def _escaped(text: str) -> str:
    """A text as a desktop entry holds it; a space is written out where a reader would drop it."""
    escaped = "".join(_ESCAPES.get(c, c) for c in text)
    return "\\s" + escaped[1:] if escaped.startswith(" ") else escaped


def _unescaped(text: str) -> str:
    return re.sub(r"\\([sntr\\])", lambda found: {"s": " ", "n": "\n", "t": "\t", "r": "\r", "\\": "\\"}[found[1]], text)
