"""The app as a program of its own: `netcurtain serve --json`, its folders in a temporary place, the events it prints at hand."""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

PATIENCE = 20.0
"""Seconds to wait for an event that must come."""

_START = """
import atexit, sys
atexit.register(lambda: print("qt:", *(name for name in sys.modules if name.split(".")[0] == "PySide6"), file=sys.stderr))
from netcurtain.cli import main
main(prog_name="netcurtain")
"""
"""`netcurtain`, but at its end it says which parts of Qt it has imported."""

Event = dict[str, Any]


class RunningApp:
    """One run after another of the app, always on the same folders, so that a browser stays paired."""

    def __init__(self, home: Path, program: Path | None = None) -> None:
        """``program`` is the file that is started; without one it is this Python with what lies here."""
        self.home = home
        self._program = program
        self.events: list[Event] = []
        """What the app has printed, over all runs, oldest first."""
        self.printed: list[str] = []
        """Every line as it came, of both outputs."""
        self._came = threading.Condition()
        self._process: subprocess.Popen[str] | None = None
        self._readers: list[threading.Thread] = []
        self.port = 0

    def add_list(self, file: Path) -> None:
        """`netcurtain filters add FILE`."""
        done = self.run("filters", "add", str(file))
        assert done.returncode == 0, done.stderr

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        """One subcommand, to its end."""
        command = [str(self._program)] if self._program else [sys.executable, "-m", "netcurtain"]
        return subprocess.run([*command, *words], env=self.environment(), capture_output=True, text=True, check=False, timeout=PATIENCE)

    def start(self, *options: str) -> None:
        """Start on the port of the last run, the first time on a free one."""
        before = self.mark()
        command = [str(self._program)] if self._program else [sys.executable, "-c", _START]
        command += ["serve", "--json", "--no-update", "--port", str(self.port), *options]
        self._process = subprocess.Popen(command, env=self.environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        self._readers = [threading.Thread(target=self._read, args=(stream,)) for stream in (self._process.stdout, self._process.stderr)]
        for reader in self._readers:
            reader.start()
        self.port = self.wait("listening", since=before)["port"]

    @property
    def pid(self) -> int:
        """The number of the process, while it runs."""
        assert self._process is not None
        return self._process.pid

    def ensure_running(self) -> None:
        """Start again where a test has stopped it."""
        if self._process is None:
            self.start()

    def stop(self) -> None:
        """End this run and read what it still says."""
        process, self._process = self._process, None
        if process is None:
            return
        process.send_signal(signal.SIGTERM)
        process.wait(PATIENCE)
        for reader in self._readers:
            reader.join()
        for stream in (process.stdout, process.stderr):
            if stream is not None:
                stream.close()

    def mark(self) -> int:
        """Where the events are now, to look only at later ones."""
        with self._came:
            return len(self.events)

    def wait(self, kind: str, *, since: int = 0, saying: str = "", **facts: object) -> Event:
        """The first event of this kind with these facts, and with these words in its sentence, now or soon; fails where none comes."""
        ends = time.monotonic() + PATIENCE
        with self._came:
            while True:
                for event in self.events[since:]:
                    if event["event"] == kind and facts.items() <= event.items() and saying in event.get("sentence", ""):
                        return event
                if not self._came.wait(ends - time.monotonic()):
                    raise AssertionError(f"no {kind} {facts}; what came: {self.events[since:]}, said: {self.printed[-5:]}")

    def wait_for_newest(self, kind: str, *, since: int = 0, **facts: object) -> None:
        """Until the newest event of this kind has these facts, now or soon; fails where it never does."""
        with self._came:
            if not self._came.wait_for(lambda: facts.items() <= self._newest(kind, since).items(), PATIENCE):
                raise AssertionError(f"the newest {kind} is not {facts}; what came: {self.events[since:]}, said: {self.printed[-5:]}")

    def _newest(self, kind: str, since: int) -> Event:
        return next((event for event in reversed(self.events[since:]) if event["event"] == kind), {})

    def kept(self) -> bytes:
        """Everything the app has written to disk, log included."""
        return b"\n".join(file.read_bytes() for file in sorted(self.home.rglob("*")) if file.is_file())

    def _read(self, stream: Sequence[str]) -> None:
        for line in stream:
            with self._came:
                self.printed.append(line)
                if line.startswith("{"):
                    self.events.append(json.loads(line))
                self._came.notify_all()

    def environment(self) -> dict[str, str]:
        """The variables that put all of its files below its home."""
        folders = {f"XDG_{name}_HOME": str(self.home / name.lower()) for name in ("DATA", "CONFIG", "CACHE", "STATE")}
        return {**os.environ, **folders, "XDG_RUNTIME_DIR": str(self.home / "runtime"), "HOME": str(self.home)}
