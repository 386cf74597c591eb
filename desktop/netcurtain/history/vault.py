"""The key of a kept history, wrapped by the passphrase. It takes both, this file and the passphrase, to open what is kept.

    passphrase --Argon2id, salt--> wrapping key --AES-256-GCM--> the 32 random bytes that the database is encrypted with

A passphrase is in no repr, log or error. Deriving takes 0.1 to 0.5 s on purpose, and lets other threads run meanwhile.
"""

import contextlib
import hashlib
import os
import secrets
import unicodedata
from io import RawIOBase
from pathlib import Path
from typing import Annotated

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from netcurtain.history import wording
from netcurtain.history.kept_folder import KeptFolder, sync_folder, write_whole

KEY_BYTES = 32
SHORTEST = 8
"""Letters of a passphrase, at least, however each was typed."""
LONGEST = 1024
"""Letters of a passphrase, at most."""
_MOST_TYPED = 4 * LONGEST
"""Signs that are looked at, where a letter is typed with several."""
MEMORY_KIB = 64 * 1024
PASSES = 3
LANES = 4
_SALT_BYTES = 16
_NONCE_BYTES = 12
_WRAPPED_BYTES = KEY_BYTES + 16
_MAX_FILE = 4096


class WrongPassphraseError(Exception):
    """The history does not open with this passphrase."""

    def __init__(self) -> None:
        super().__init__(wording.WRONG_WORDS)


class PassphraseError(Exception):
    """Nothing can be locked with this one. The message says why."""


class VaultUnreadableError(Exception):
    """The file of the key is missing or damaged, or it is there already: no passphrase can help."""

    def __init__(self) -> None:
        super().__init__(wording.KEY_UNREADABLE)


class _Wrapped(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file. The limits are there because it may have been edited: nobody shall be made to fill the memory, or wait for ever."""

    memory_kib: Annotated[int, msgspec.Meta(ge=8 * 1024, le=1024 * 1024)]
    passes: Annotated[int, msgspec.Meta(ge=1, le=16)]
    lanes: Annotated[int, msgspec.Meta(ge=1, le=16)]
    salt: Annotated[bytes, msgspec.Meta(min_length=_SALT_BYTES, max_length=_SALT_BYTES)]
    nonce: Annotated[bytes, msgspec.Meta(min_length=_NONCE_BYTES, max_length=_NONCE_BYTES)]
    key: Annotated[bytes, msgspec.Meta(min_length=_WRAPPED_BYTES, max_length=_WRAPPED_BYTES)]
    check: bytes = b""
    """A sum over the rest, which tells a damaged file from a wrong passphrase."""

    @property
    def header(self) -> bytes:
        """What is not secret, and goes into the proof of the wrapped key."""
        return f"netcurtain history 1 {self.memory_kib} {self.passes} {self.lanes} ".encode() + self.salt

    @property
    def sum(self) -> bytes:
        """A sum over all but itself."""
        return hashlib.sha256(self.header + self.nonce + self.key).digest()


class Vault:
    """The wrapped key in the folder of a kept history."""

    def __init__(self, folder: Path) -> None:
        self._folder = KeptFolder(folder)

    def exists(self) -> bool:
        """Whether there is a key, readable or not."""
        return self._folder.key.exists()

    def make(self, passphrase: str) -> bytes:
        """Make a random key, wrap it, return it. Raises PassphraseError, OSError, VaultUnreadableError where there is one already."""
        if self.exists():
            raise VaultUnreadableError
        key = secrets.token_bytes(KEY_BYTES)
        wrapped = _wrap(key, passphrase)
        self._folder.ready()
        write_whole(self._folder.key, wrapped)
        return key

    def open(self, passphrase: str) -> bytes:
        """The key. Raises WrongPassphraseError, VaultUnreadableError."""
        return _unwrap(self._read(), passphrase)

    def change(self, old: str, new: str) -> None:
        """Wrap the same key anew; the old passphrase opens nothing any more.

        Raises WrongPassphraseError, VaultUnreadableError, PassphraseError, OSError.
        """
        wrapped = _wrap(self.open(old), new)
        with self._folder.key.open("r+b", buffering=0) as before:
            if write_whole(self._folder.key, wrapped):  # else a power cut might bring back the old one, and it would be of zeros
                with contextlib.suppress(OSError):
                    _blot_out(before)

    def destroy(self) -> None:
        """Make what is kept unreadable for everybody: write over the wrapped key, then remove it. Raises OSError where neither went."""
        for file in (self._folder.key, self._folder.new_key):
            blotted = False
            with contextlib.suppress(OSError), file.open("r+b", buffering=0) as before:
                _blot_out(before)
                blotted = True
            try:
                file.unlink(missing_ok=True)
            except OSError:
                if not blotted:
                    raise
        sync_folder(self._folder.path)

    def _read(self) -> _Wrapped:
        try:
            with self._folder.key.open("rb") as file:
                wrapped = msgspec.json.decode(file.read(_MAX_FILE), type=_Wrapped)
        except (OSError, msgspec.DecodeError, UnicodeDecodeError):
            raise VaultUnreadableError from None
        if wrapped.check != wrapped.sum:
            raise VaultUnreadableError
        return wrapped


def fault_of(passphrase: str) -> str:
    """Why nothing can be locked with this one, in a sentence; empty where it can."""
    if len(passphrase) > _MOST_TYPED:
        return wording.TOO_LONG
    letters = len(_spelled(passphrase))
    if letters < SHORTEST:
        return wording.TOO_SHORT
    return wording.TOO_LONG if letters > LONGEST else ""


def _wrap(key: bytes, passphrase: str) -> bytes:
    if fault := fault_of(passphrase):
        raise PassphraseError(fault)
    salt, nonce = secrets.token_bytes(_SALT_BYTES), secrets.token_bytes(_NONCE_BYTES)
    empty = _Wrapped(MEMORY_KIB, PASSES, LANES, salt, nonce, bytes(_WRAPPED_BYTES))
    wrapping = AESGCM(_derive(empty, passphrase))
    wrapped = msgspec.structs.replace(empty, key=wrapping.encrypt(nonce, key, empty.header))
    return msgspec.json.encode(msgspec.structs.replace(wrapped, check=wrapped.sum))


def _unwrap(wrapped: _Wrapped, passphrase: str) -> bytes:
    if fault_of(passphrase):
        raise WrongPassphraseError
    try:
        return AESGCM(_derive(wrapped, passphrase)).decrypt(wrapped.nonce, wrapped.key, wrapped.header)
    except InvalidTag:
        raise WrongPassphraseError from None


def _spelled(passphrase: str) -> str:
    """NFKC, so that a passphrase typed on another keyboard or system is the same one."""
    return unicodedata.normalize("NFKC", passphrase)


def _derive(wrapped: _Wrapped, passphrase: str) -> bytes:
    return Argon2id(
        salt=wrapped.salt, length=KEY_BYTES, iterations=wrapped.passes, lanes=wrapped.lanes, memory_cost=wrapped.memory_kib
    ).derive(_spelled(passphrase).encode("utf-8", "surrogatepass"))


def _blot_out(file: RawIOBase) -> None:
    """Write zeros over a file, in place, and onto the disk."""
    length = file.seek(0, os.SEEK_END)
    file.seek(0)
    file.write(bytes(length))
    os.fsync(file.fileno())
