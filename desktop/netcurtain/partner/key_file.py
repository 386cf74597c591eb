"""The charity's own key on its own disk: read, or made where there is none, readable by that user alone."""

import contextlib
import os
from dataclasses import dataclass
from pathlib import Path

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, load_pem_private_key

from netcurtain.partner import wording

MAX_BYTES = 16 * 1024


class KeyFileError(Exception):
    """The key cannot be read or made. The message is one sentence."""


@dataclass(frozen=True, slots=True)
class KeyFile:
    """``is_new`` where it was only just made; ``is_open`` where others on this computer can read it, as far as the system tells."""

    key: Ed25519PrivateKey
    is_new: bool = False
    is_open: bool = False


def key_in(path: Path) -> KeyFile:
    """The key in this file. Raises KeyFileError."""
    try:
        with path.open("rb") as file:
            key = load_pem_private_key(file.read(MAX_BYTES), password=None)
            is_open = os.name == "posix" and bool(os.fstat(file.fileno()).st_mode & 0o077)
    except FileNotFoundError:
        return KeyFile(_new_key(path), is_new=True)
    except (OSError, ValueError, TypeError, UnsupportedAlgorithm):
        raise KeyFileError(wording.KEY_UNREADABLE) from None
    if not isinstance(key, Ed25519PrivateKey):
        raise KeyFileError(wording.KEY_UNREADABLE)
    return KeyFile(key, is_open=is_open)


def _new_key(path: Path) -> Ed25519PrivateKey:
    """A key that is there already is never written over; one that could not be written whole is not left there."""
    key = Ed25519PrivateKey.generate()
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except OSError:
        raise KeyFileError(wording.KEY_NOT_WRITTEN) from None
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        with contextlib.suppress(OSError):
            path.unlink()
        raise KeyFileError(wording.KEY_NOT_WRITTEN) from None
    return key
