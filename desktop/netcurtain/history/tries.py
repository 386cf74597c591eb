"""Wrong passphrases in a row: each makes the next wait longer. The file holds a number and no time, and outlives a restart."""

import contextlib
from collections.abc import Callable
from pathlib import Path

from netcurtain.history import clock
from netcurtain.history.kept_folder import KeptFolder, write_whole

LONGEST_WAIT = 60.0
"""Seconds."""
MAX_COUNTED = 1_000
"""More wrong tries than this are not told apart."""
_DIGITS = 4


def wait_after(wrong: int) -> float:
    """Seconds until another try is heard, after so many wrong ones in a row: 1, 2, 4 and so on, 60 at most."""
    return min(2.0 ** (min(wrong, MAX_COUNTED) - 1), LONGEST_WAIT) if wrong > 0 else 0.0


class Tries:
    """Counts wrong tries. ``now`` is in seconds, and goes on while the computer sleeps.

    As no time is on disk, the wait after the last wrong try begins anew when this is made.
    """

    def __init__(self, folder: Path, now: Callable[[], float] = clock.seconds) -> None:
        self._file = KeptFolder(folder).tries
        self._now = now
        self._wrong = _read(self._file)
        self._since = now()

    def wait(self) -> float:
        """Seconds until a try is heard; 0 where one is heard now."""
        return max(0.0, self._since + wait_after(self._wrong) - self._now())

    def begin(self) -> None:
        """A try is heard. It counts as wrong, on disk too, until ``right`` is said: whoever stops the app meanwhile gains nothing."""
        self._wrong = min(self._wrong + 1, MAX_COUNTED)
        self._since = self._now()
        with contextlib.suppress(OSError):  # a full disk must not keep the person out: it counts in memory
            write_whole(self._file, str(self._wrong).encode())

    def wrong(self) -> float:
        """The try was wrong: the wait runs from now. Seconds until another one is heard."""
        self._since = self._now()
        return self.wait()

    def right(self) -> None:
        """The try was right, or all was erased: nothing is counted any more."""
        self._wrong = 0
        with contextlib.suppress(OSError):
            self._file.unlink(missing_ok=True)


def _read(file: Path) -> int:
    """How many are on disk; none where the file says nothing: who can change it can remove it as well."""
    try:
        with file.open("rb") as content:
            text = content.read(_DIGITS)
    except OSError:
        return 0
    return min(int(text), MAX_COUNTED) if text.isdigit() else 0
