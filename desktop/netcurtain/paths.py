"""Where files live on this system: one folder a purpose, made on first use, for this person only.

app.py, cli.py, knowledge.py and two commands ask for them; all else is handed its folder.
"""

import os
import stat
import tempfile
from pathlib import Path

from platformdirs import PlatformDirs

_DIRS = PlatformDirs("netcurtain", appauthor=False, roaming=False)


TEMPORARY = "netcurtain-"
"""How the names of our folders in the system's temporary one begin: a trial's browser profile, or a run that could write nowhere else."""


class FolderError(Exception):
    """A folder cannot be used. The message is one sentence that says what to do."""


def data_place() -> Path:
    """The same folder for reading: it is not made, and what is not there is read as empty."""
    return _DIRS.user_data_path


def data_folder() -> Path:
    """What is kept: filter lists, paired browsers, and the history if the person chose one."""
    return _ready(_DIRS.user_data_path)


def cache_folder() -> Path:
    """What can be made again at any time."""
    return _ready(_DIRS.user_cache_path)


def log_folder() -> Path:
    """The log, which names no site."""
    return _ready(_DIRS.user_log_path)


def log_place() -> Path:
    """The folder of the log, which is not made."""
    return _DIRS.user_log_path


def every_place() -> tuple[Path, ...]:
    """Every folder that something of ours may lie in, for reading: none is made."""
    return tuple(dict.fromkeys((_DIRS.user_data_path, _DIRS.user_cache_path, _DIRS.user_state_path, _DIRS.user_log_path)))


def temporary_places() -> tuple[Path, ...]:
    """Where folders of that kind may be left after a crash: the system's place, and the one that a browser from a snap package sees."""
    return (Path(tempfile.gettempdir()), Path.home() / "snap" / "chromium" / "common")


def meeting_points() -> tuple[Path, ...]:
    """Where the socket may be by which a second start finds the first (ui/single_instance.py), on systems that have such files."""
    folders = (Path(os.environ.get("XDG_RUNTIME_DIR") or tempfile.gettempdir()), *Path(tempfile.gettempdir()).glob("runtime-*"))
    return tuple(folder / "netcurtain" for folder in folders)


def _ready(folder: Path) -> Path:
    try:
        for part in reversed((folder, *folder.parents)):
            part.mkdir(mode=0o700, exist_ok=True)
        _must_be_ours(folder)
        folder.chmod(0o700)
        with tempfile.TemporaryFile(dir=folder):
            return folder
    except OSError as error:
        raise FolderError(f"Netcurtain cannot write to {folder}: make that folder yours and writable, or free some space.") from error


def _must_be_ours(folder: Path) -> None:
    """A folder may have been moved to a shared place, where another person could have put a folder or a link first."""
    found = folder.lstat()
    if hasattr(os, "getuid") and (found.st_uid != os.getuid() or stat.S_ISLNK(found.st_mode)):
        raise FolderError(f"{folder} belongs to someone else: remove it, then start Netcurtain again.")
