"""The paired browsers as they are written down, between link/pairing.py and link/keyring.py: with each change, all of them anew.

What could not be written is written with the next change, or when the app ends. A list that could not be read is never overwritten: it is
read once more before anything is written, and put aside where that fails too.
"""

import enum
import logging
from pathlib import Path

from netcurtain.link import keyring
from netcurtain.link.keyring import KeyringNotReadError, KeyringUnreadableError
from netcurtain.link.pairing import PairedBrowser, Pairings

log = logging.getLogger(__name__)

Browsers = dict[str, PairedBrowser]


class NotKept(enum.Enum):
    """What a person did that could not be written down."""

    CONNECTED = enum.auto()
    DISCONNECTED = enum.auto()
    NAMED = enum.auto()


class KeptPairings:
    """``load`` first; the rest on the link's thread, or where that does not run."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._written: Browsers = {}
        self._before: Browsers = {}
        self._unread = False
        """Whether the list on disk is to be read before it is written."""

    def load(self) -> Browsers:
        """The paired browsers by id. Raises KeyringUnreadableError and KeyringNotReadError: then there are none for now."""
        try:
            self._written = self._before = keyring.load(self._path)
        except (KeyringUnreadableError, KeyringNotReadError):
            self._unread = True
            raise
        return self._written

    def save(self, pairings: Pairings) -> NotKept | None:
        """Write them down. Where that failed: what the person has done since the last try, None where they would miss nothing."""
        missed = None
        try:
            self._read_once_more(pairings)
            keyring.save(self._path, pairings.browsers)
            self._written = pairings.browsers
        except OSError:
            log.warning("the paired browsers could not be written")
            missed = self._missed(self._before, pairings.browsers)
        self._before = pairings.browsers
        return missed

    def finish(self, pairings: Pairings) -> None:
        """The app ends: a last try, where one is needed. Another Netcurtain may have written meanwhile: what it has paired stays."""
        if pairings.browsers != self._written:
            self._unread = True
            self.save(pairings)

    def _missed(self, before: Browsers, now: Browsers) -> NotKept | None:
        if now.keys() - before.keys():
            return NotKept.CONNECTED
        if (before.keys() - now.keys()) & self._written.keys():
            return NotKept.DISCONNECTED
        named = any(before[browser].called != now[browser].called for browser in now)
        return NotKept.NAMED if named else None

    def _read_once_more(self, pairings: Pairings) -> None:
        """Browsers that were paired meanwhile stay as they are, and those that were removed here are not taken in again.

        Raises OSError where the list can be neither read nor put aside.
        """
        if not self._unread:
            return
        try:
            found = keyring.load(self._path)
        except (KeyringNotReadError, KeyringUnreadableError):
            self._path.replace(self._path.with_suffix(".broken"))
            found = {}
        self._unread = False
        for browser in found.values():
            if browser.id not in pairings.browsers and browser.id not in self._written:
                pairings.add(browser)
        self._written, self._before = found, {**found, **self._before}
