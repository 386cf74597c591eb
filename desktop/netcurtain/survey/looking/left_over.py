"""What a survey that ended hard has left: temporary folders of ours, which the next survey deletes."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import psutil

from netcurtain.survey.looking.browser import PREFIX

OURS = re.compile(re.escape(PREFIX) + r"[a-z0-9_]{8}")
"""As `tempfile` names them. Somebody may call the folder of their results much like that."""
RESULTS = "survey.json"
OLD_SECONDS = 24 * 60 * 60.0
"""Another survey may run on this computer right now; nothing in its folders is that old."""


def delete(place: Path, now: float) -> None:
    """Of ours there, those in which nothing has changed for a day, and which no program was started on. ``now``: seconds since 1970."""
    old = [folder for folder in place.glob(f"{PREFIX}*") if _is_old(folder, now)]
    if old:
        words = "\n".join(_words())
        for folder in old:
            if str(folder) not in words:
                shutil.rmtree(folder, ignore_errors=True)


def _is_old(folder: Path, now: float) -> bool:
    try:
        if folder.is_symlink() or not folder.is_dir() or not OURS.fullmatch(folder.name) or (folder / RESULTS).exists():
            return False
        return all(now - path.lstat().st_mtime > OLD_SECONDS for path in (folder, *folder.rglob("*")))
    except OSError:  # it is just going away, or somebody else's
        return False


def _words() -> Iterator[str]:
    """With which words everything that runs was started."""
    for process in psutil.process_iter():
        try:
            yield from process.cmdline()
        except psutil.Error:
            continue
