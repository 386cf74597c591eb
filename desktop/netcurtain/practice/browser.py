"""The trial browser of `make run`: a Chromium with a fresh profile, the extension loaded and paired, that shows the practice page.

desktop.py asks for it in this order: start() with a pairing code and the practice site's address; once the browser is paired,
forget_code(); close() at the end. The extension itself opens the page, for it misses one that was opened before it.
"""

import contextlib
import json
import logging
import os
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Iterable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "microsoft-edge",
    "microsoft-edge-stable",
)
"""What they are called on the search path."""

MAC_PLACES = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)
WINDOWS_ROOTS = ("LOCALAPPDATA", "PROGRAMFILES", "PROGRAMFILES(X86)")
WINDOWS_PLACES = (
    "Chromium/Application/chrome.exe",
    "Google/Chrome/Application/chrome.exe",
    "Microsoft/Edge/Application/msedge.exe",
)

FLAGS = (
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # Chrome 137 and later take an extension from the command line only so.
    "--disable-features=DisableLoadExtensionCommandLineSwitch",
    # A profile that lives for minutes must not ask the person to unlock the system's keyring.
    "--password-store=basic",
    "--use-mock-keychain",
)
BLANK = "about:blank"
SEED = "pairing.json"
"""Read by extension/background/main.js when it is installed."""

PATIENCE_SECONDS = 5.0
"""How long the browser may take to close."""

log = logging.getLogger(__name__)


def find_chromium() -> Path | None:
    """The first Chromium, Chrome or Edge of this computer; None where there is none."""
    named = (shutil.which(name) for name in NAMES)
    return next((Path(path) for path in named if path), None) or next((place for place in _usual_places() if place.is_file()), None)


def _usual_places() -> Iterable[Path]:
    """Where macOS and Windows keep programs that are not on the search path."""
    if sys.platform == "darwin":
        return map(Path, MAC_PLACES)
    if sys.platform == "win32":
        roots = [Path(os.environ[name]) for name in WINDOWS_ROOTS if name in os.environ]
        return (root / place for place in WINDOWS_PLACES for root in roots)
    return ()


class TrialBrowser:
    """One browser with a profile of its own in a temporary folder; it knows nothing of the person's own profile. From any thread.

    ``browser`` is found where it is not given. ``extra`` are more arguments, for tests.
    """

    def __init__(self, extension: Path, browser: Path | None = None, extra: Sequence[str] = ()) -> None:
        self._extension = extension
        self._browser = browser or find_chromium()
        self._extra = tuple(extra)
        self._home: TemporaryDirectory[str] | None = None
        self._process: subprocess.Popen[bytes] | None = None
        self._asking: list[subprocess.Popen[bytes]] = []
        self._one_at_a_time = threading.RLock()

    def start(self, code: str, port: int, page: str) -> bool:
        """Open an empty window, whose extension pairs itself with this code on this port and then goes to ``page``; False without one."""
        with self._one_at_a_time:
            if self._browser is None or self._home is not None:
                return False
            try:
                self._home = TemporaryDirectory(prefix="netcurtain-", dir=_folder_for(self._browser), ignore_cleanup_errors=True)
                shutil.copytree(self._extension, self._copy)
                self._seed.write_text(json.dumps({"code": code, "port": port, "page": page}), encoding="utf-8")
                self._process = self._start(BLANK)
            except OSError:
                log.warning("the trial browser could not be started")
                self.close()
                return False
            return True

    def show(self, page: str) -> bool:
        """One more tab, in front; False where the browser is not running any more."""
        with self._one_at_a_time:
            if self._process is None or self._process.poll() is not None:
                return False
            # Each hands its address to the browser that has this profile, and ends.
            self._asking = [one for one in self._asking if one.poll() is None] + [self._start(page)]
            return True

    def forget_code(self) -> None:
        """Delete the code, as soon as the browser has connected."""
        with self._one_at_a_time:
            if self._home is not None:
                self._seed.unlink(missing_ok=True)

    def close(self) -> None:
        """End the browser and delete its profile, its copy of the extension and the code."""
        with self._one_at_a_time:
            for process in (*self._asking, self._process):
                if process is not None:
                    _end(process)
            self._asking, self._process = [], None
            if self._home is not None:
                self._home.cleanup()
                self._home = None

    @property
    def _copy(self) -> Path:
        return self._place / "extension"

    @property
    def _seed(self) -> Path:
        return self._copy / SEED

    @property
    def _place(self) -> Path:
        if self._home is None:
            raise RuntimeError("the trial browser is not running")
        return Path(self._home.name)

    def _start(self, page: str) -> subprocess.Popen[bytes]:
        command = [
            str(self._browser),
            f"--user-data-dir={self._place / 'profile'}",
            f"--load-extension={self._copy}",
            f"--disable-extensions-except={self._copy}",
            *FLAGS,
            *(("--no-sandbox",) if _is_root() else ()),
            *self._extra,
            page,
        ]
        nothing = subprocess.DEVNULL
        # A group of its own: Ctrl+C in the terminal ends the app, and the app ends the browser.
        return subprocess.Popen(  # noqa: S603 -- no shell, and every word is ours or a place on this computer
            command, env=self._environment(), stdin=nothing, stdout=nothing, stderr=nothing, start_new_session=True
        )

    def _environment(self) -> dict[str, str]:
        """What Chromium leaves beside its profile goes with the profile as well: crash reports, sockets, and its cache of pages."""
        return {**os.environ, **dict.fromkeys(("TMPDIR", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME"), str(self._place))}


def _end(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(PATIENCE_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    _end_what_it_started(process.pid)


def _end_what_it_started(group: int) -> None:
    """A browser's helpers live a moment longer than it does, and one may write into the profile while that is deleted."""
    if sys.platform != "win32":
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(group, signal.SIGKILL)


def _folder_for(browser: Path) -> Path | None:
    """Where the temporary folder goes: None is the system's own place, which a browser from a snap package cannot see."""
    if "snap" not in browser.parts:
        return None
    folder = Path.home() / "snap" / "chromium" / "common"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _is_root() -> bool:
    """Chromium's sandbox refuses to run as root on Linux."""
    return sys.platform == "linux" and os.getuid() == 0
