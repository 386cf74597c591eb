"""What a program and all that it has started use of the processor, by part: Linux tells it in `/proc`."""

import os
import re
from collections import defaultdict
from pathlib import Path

_TICKS = os.sysconf("SC_CLK_TCK")
_PROC = Path("/proc")


class Used:
    """The seconds of one program since `begin`. Of a part that has ended meanwhile, as far as `look` last saw it."""

    def __init__(self, pid: int) -> None:
        self._pid = pid
        self._before: dict[int, float] = {}
        self._seen: dict[int, tuple[str, float]] = {}

    def begin(self) -> None:
        self._before = {pid: _seconds(pid) for pid in _family(self._pid)}
        self._seen = {}

    def look(self) -> None:
        """To be asked as often as parts come and go: a page's process may end with the page."""
        self._seen |= {pid: (_part(pid), seconds) for pid in _family(self._pid) if (seconds := _seconds(pid))}

    def total(self) -> float:
        """The seconds of all parts together; a `look` as well."""
        return sum(self.since().values())

    def since(self) -> dict[str, float]:
        """By what a part does: pages, extensions, the network, the rest of the browser."""
        self.look()
        by_part: dict[str, float] = defaultdict(float)
        for pid, (part, seconds) in self._seen.items():
            by_part[part] += seconds - self._before.get(pid, 0.0)
        return dict(by_part)


def _family(pid: int) -> list[int]:
    parents: dict[int, list[int]] = defaultdict(list)
    for entry in _PROC.iterdir():
        if entry.name.isdigit() and (stat := _stat(int(entry.name))):
            parents[int(stat[1])].append(int(entry.name))
    found = [pid]
    for one in found:
        found.extend(parents[one])
    return found


def _stat(pid: int) -> list[str]:
    """The fields after the name, which may have spaces in it; none where the process has gone."""
    try:
        return (_PROC / str(pid) / "stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    except OSError:
        return []


def _seconds(pid: int) -> float:
    stat = _stat(pid)
    return (int(stat[11]) + int(stat[12])) / _TICKS if stat else 0.0


def _part(pid: int) -> str:
    try:
        command = (_PROC / str(pid) / "cmdline").read_bytes().decode("utf-8", "replace")
    except OSError:
        return "gone"
    if "--extension-process" in command:
        return "extensions"
    if "NetworkService" in command:
        return "network"
    kind = re.search(r"--type=([\w-]+)", command)
    return kind[1] if kind else "itself"


def memory(pid: int) -> float:
    """The resident megabytes of one process."""
    return int((_PROC / str(pid) / "statm").read_text(encoding="utf-8").split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6
