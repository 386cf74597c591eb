"""Of what a survey left that ended hard, the next one deletes what is ours, old, and nobody's any more."""

import os
import subprocess
import sys
import time
from pathlib import Path

from netcurtain.survey.looking import left_over
from netcurtain.survey.looking.browser import PREFIX

DAY = 24 * 60 * 60
OLD, BUSY, STARTED_ON, RESULTS, FILE, LINK = (f"{PREFIX}{name * 8}" for name in "abcdef")
NAMED = f"{PREFIX}police-may"
"""The folder of somebody's results may be called so; what is in RESULTS is one as well."""


def test_only_what_is_ours_and_old_and_in_no_use_is_deleted(tmp_path: Path) -> None:
    folders = {name: tmp_path / name for name in (OLD, BUSY, STARTED_ON, NAMED, RESULTS, "other-old")}
    for folder in folders.values():
        (folder / "profile").mkdir(parents=True)
    now = time.time() + 2 * DAY
    os.utime(folders[BUSY] / "profile", (now, now))
    (folders[RESULTS] / "survey.json").touch()
    started_on = folders[STARTED_ON]
    (tmp_path / FILE).touch()
    (tmp_path / LINK).symlink_to(folders["other-old"])
    command = [sys.executable, "-c", "import sys; sys.stdin.read()", f"--user-data-dir={started_on}/profile"]
    with subprocess.Popen(command, stdin=subprocess.PIPE) as process:
        left_over.delete(tmp_path, now)
        process.communicate()
    names = {path.name for path in tmp_path.iterdir()}
    assert names == {BUSY, STARTED_ON, NAMED, RESULTS, "other-old", FILE, LINK}


def test_what_is_of_today_stays(tmp_path: Path) -> None:
    (tmp_path / OLD).mkdir()
    left_over.delete(tmp_path, time.time())
    assert list(tmp_path.iterdir()) == [tmp_path / OLD]
