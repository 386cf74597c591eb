"""The near end of fork_server.py: children that tell line by line, and can be killed at any moment."""

import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


class ChildFailedError(AssertionError):
    """A child failed by itself. What it said stands on stderr."""


class Children:
    def __init__(self, server: "subprocess.Popen[str]") -> None:
        self._server = server

    def start(self, job: str, *arguments: object) -> "Child":
        """Start one; it must come to its end before the next one is started."""
        assert self._server.stdin
        self._server.stdin.write(json.dumps([job, *map(str, arguments)]) + "\n")
        self._server.stdin.flush()
        return Child(int(self._read().removeprefix("pid ")), self._lines())

    def run(self, job: str, *arguments: object) -> list[str]:
        """What one told from its beginning to its end."""
        return list(self.start(job, *arguments).lines)

    def _lines(self) -> Iterator[str]:
        while not (line := self._read()).startswith("over "):
            yield line
        status = int(line.removeprefix("over "))
        if status not in (0, -signal.SIGKILL):
            raise ChildFailedError(f"a child ended with {status}")

    def _read(self) -> str:
        assert self._server.stdout
        line = self._server.stdout.readline()
        if not line.endswith("\n"):
            raise ChildFailedError("the fork server ended")
        return line.removesuffix("\n")


class Child:
    """``lines`` end when it has ended."""

    def __init__(self, pid: int, lines: Iterator[str]) -> None:
        self._pid = pid
        self.lines = lines

    def kill_in(self, seconds: float) -> None:
        """As ``kill -9`` does, some time from now. It must not end by itself before."""
        timer = threading.Timer(seconds, os.kill, (self._pid, signal.SIGKILL))
        timer.daemon = True
        timer.start()


@contextmanager
def running() -> Iterator[Children]:
    with subprocess.Popen(
        [sys.executable, "-W", "error", "-m", "tests.faults.fork_server"],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        bufsize=1,
    ) as server:
        yield Children(server)
        assert server.stdin
        server.stdin.close()
