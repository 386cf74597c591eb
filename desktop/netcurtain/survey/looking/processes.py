"""What a browser takes of this computer, and its end by force: its processes, found by their folder, and that folder itself.

All of it may take a moment: browser.py asks in a thread.
"""

import contextlib
import os
import signal
import sys
import time
from pathlib import Path

import psutil

from netcurtain.survey.looking import limits

OFTEN = 0.01
"""Seconds between two looks whether a browser that was killed is gone."""
NETWORK = "--utility-sub-type=network.mojom.NetworkService"
"""How Chromium starts the process through which everything comes that any of its pages and workers asks for."""


def root_of(home: str) -> psutil.Process | None:
    """The process that was started on this folder, of which all its others come."""
    for process in psutil.Process().children(recursive=True):
        with contextlib.suppress(psutil.Error):
            if any(word.startswith(f"--user-data-dir={home}") for word in process.cmdline()):
                return process
    return None


def memory_of(root: psutil.Process) -> int:
    """Bytes of all of them. What several share, their program above all, is left out."""
    total = 0
    for process in _with_children(root):
        with contextlib.suppress(psutil.Error):
            memory = process.memory_info()
            total += memory.rss - getattr(memory, "shared", 0)
    return total


def network_of(root: psutil.Process) -> psutil.Process | None:
    """The process through which everything comes; None where there is none."""
    for process in _with_children(root):
        with contextlib.suppress(psutil.Error):
            if NETWORK in process.cmdline():
                return process
    return None


def came_through(network: psutil.Process) -> int:
    """Bytes that it has read since it began, packed as they came. 0 where the system does not say so, as macOS."""
    with contextlib.suppress(psutil.Error, AttributeError):
        # On Linux "read_bytes" are those of disks alone.
        read = network.io_counters()
        return int(getattr(read, "read_chars", read.read_bytes))
    return 0


def size_of(folder: Path) -> int:
    """Bytes that a folder takes of the disk. Files come and go meanwhile."""
    total = 0
    for within, _, names in os.walk(folder):
        for name in names:
            with contextlib.suppress(OSError):
                told = Path(within, name).lstat()
                # A file may have holes, which take nothing.
                total += told.st_blocks * 512 if sys.platform != "win32" else told.st_size
    return total


def end_all(root: psutil.Process) -> None:
    """Kill them, and wait until they are gone: one that still runs may write into the folder while that is deleted."""
    processes = _with_children(root)
    for process in processes:
        with contextlib.suppress(psutil.Error):
            process.kill()
    if sys.platform != "win32":
        # Those that were started in this very moment, or whose parent was gone already: they are all of one group.
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(root.pid, signal.SIGKILL)
    until = time.monotonic() + limits.CLOSE_SECONDS
    while any(map(_runs, processes)) and time.monotonic() < until:
        time.sleep(OFTEN)


def _with_children(root: psutil.Process) -> list[psutil.Process]:
    with contextlib.suppress(psutil.Error):
        return [root, *root.children(recursive=True)]
    return [root]


def _runs(process: psutil.Process) -> bool:
    """One that has ended may be in the table still, until its parent has heard of it; it does nothing more."""
    try:
        return bool(process.is_running() and process.status() != psutil.STATUS_ZOMBIE)
    except psutil.Error:
        return False
