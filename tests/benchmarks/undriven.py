"""Chromium as a person has it: told to open a page, then left alone. A driver would look on at every request, and be measured too."""

import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.request import Request, urlopen

from tests.end_to_end import browser as chromium
from tests.end_to_end.running_app import RunningApp

_START = 30.0
_STOP = 20.0
_AGAIN = 0.1
"""Seconds, all three."""


@dataclass(frozen=True)
class Undriven:
    """A browser that runs: its process, and the port on which it can be asked."""

    pid: int
    port: int

    def open(self, url: str) -> None:
        """In another tab."""
        urlopen(Request(f"http://127.0.0.1:{self.port}/json/new?{url}", method="PUT"), timeout=_START).close()


def prepare(path: str, profile: Path, port: int, app: RunningApp, extension: Path | None) -> None:
    """A profile that has been used before; where the extension is there, it knows the app."""
    with chromium.running(path, profile, port, extension=extension) as browser:
        if extension:
            browser.pair(app.wait("pairing_code")["code"], app.port)
        page = browser.context.new_page()
        page.goto("about:blank")


@contextmanager
def running(path: str, profile: Path, port: int, extension: Path | None) -> Iterator[Undriven]:
    """The browser while the block runs, with nothing open."""
    told = profile / "DevToolsActivePort"
    while (profile / "SingletonLock").is_symlink():  # The one before is still on its way out, and would take this one's page.
        time.sleep(_AGAIN)
    told.unlink(missing_ok=True)
    flags = chromium.flags_for(port, [extension] if extension else [])
    command = [path, f"--user-data-dir={profile}", *flags, "--remote-debugging-port=0", "about:blank"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        ends = time.monotonic() + _START
        while not told.exists() or "\n" not in told.read_text():
            assert time.monotonic() < ends, "Chromium did not come up"
            time.sleep(_AGAIN)
        yield Undriven(process.pid, int(told.read_text().split()[0]))
    finally:
        process.terminate()
        process.wait(_STOP)
