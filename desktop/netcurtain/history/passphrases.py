"""A passphrase in, the key of the kept history or the reason why not out. Not on the store's thread: it takes a while on purpose.

One try at a time, and after a wrong one a wait that grows.
"""

import hashlib
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from netcurtain.core.keeping import Unlocking
from netcurtain.history import clock, wording
from netcurtain.history.kept_file import sentence_of
from netcurtain.history.kept_folder import KeptFolder
from netcurtain.history.tries import Tries
from netcurtain.history.vault import PassphraseError, Vault, VaultUnreadableError, WrongPassphraseError

Key = TypeVar("Key")


class Passphrases:
    """Asks the vault. May be called from any thread; whoever calls waits. ``now`` is in seconds, as history/clock.py has them."""

    def __init__(self, folder: Path, now: Callable[[], float] = clock.seconds) -> None:
        self._vault = Vault(folder)
        self._tries = Tries(folder, now)
        self._one_at_a_time = threading.Lock()
        self._file = KeptFolder(folder).key
        self._made = (b"", b"")
        """The key that was made last, as a sum, and what its file was then."""

    def make(self, passphrase: str) -> bytes | Unlocking:
        """A new key, wrapped by this passphrase."""
        with self._one_at_a_time:
            try:
                key = self._vault.make(passphrase)
                self._made = (_sum(key), self._file.read_bytes())
            except (PassphraseError, VaultUnreadableError) as error:
                return Unlocking(False, str(error))
            except OSError as error:
                return Unlocking(False, sentence_of(error))
            self._tries.right()
            return key

    def unmake(self, key: bytes) -> Unlocking:
        """Take back a key that was made and has locked nothing yet. Another one that has come into its place since stays."""
        with self._one_at_a_time:
            try:
                if self._made == (_sum(key), self._file.read_bytes()):
                    self._vault.destroy()
            except FileNotFoundError:
                pass
            except OSError as error:
                return Unlocking(False, sentence_of(error))
            return Unlocking(False, wording.NOTHING_MADE)

    def open(self, passphrase: str) -> bytes | Unlocking:
        """The key."""
        return self._try(lambda: self._vault.open(passphrase))

    def change(self, old: str, new: str) -> Unlocking:
        """Wrap the key with the new passphrase, if the old one opens it."""
        answer = self._try(lambda: self._vault.change(old, new))
        return answer if isinstance(answer, Unlocking) else Unlocking(True)

    def _try(self, ask: Callable[[], Key]) -> Key | Unlocking:
        with self._one_at_a_time:
            if wait := self._tries.wait():
                return Unlocking(False, wording.WAIT, wait)
            self._tries.begin()
            try:
                key = ask()
            except WrongPassphraseError as error:
                return Unlocking(False, str(error), self._tries.wrong())
            except PassphraseError as error:
                self._tries.right()
                return Unlocking(False, str(error))
            except VaultUnreadableError as error:
                self._tries.right()
                return Unlocking(False, str(error) if self._vault.exists() else wording.FOLDER_GONE)
            except OSError as error:
                self._tries.right()
                return Unlocking(False, sentence_of(error))
            self._tries.right()
            return key


def _sum(key: bytes) -> bytes:
    return hashlib.sha256(key).digest()
