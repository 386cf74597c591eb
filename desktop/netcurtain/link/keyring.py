"""The paired browsers on disk: one small file that only this user can read. It names no page and no site."""

import os
from pathlib import Path

import msgspec

from netcurtain.core.translation import _
from netcurtain.link.pairing import KEY_BYTES, PairedBrowser

MAX_BYTES = 64 * 1024


class KeyringUnreadableError(Exception):
    """The file is there but cannot be used: browsers have to be connected again."""

    def __init__(self) -> None:
        super().__init__(_("The list of connected browsers cannot be read, so please connect your browser again."))


class KeyringNotReadError(Exception):
    """The file may be there, but the system did not let it be read: another time it may."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "The list of connected browsers could not be read. Please close Netcurtain and open it again. "
                "If it still cannot be read, connect your browser again."
            )
        )


def load(path: Path) -> dict[str, PairedBrowser]:
    """The paired browsers by id; none where there is no file. Raises KeyringUnreadableError and KeyringNotReadError."""
    try:
        with path.open("rb") as file:
            raw = file.read(MAX_BYTES)
    except FileNotFoundError:
        return {}
    except OSError:
        raise KeyringNotReadError from None
    try:
        browsers = msgspec.json.decode(raw, type=list[PairedBrowser])
    except (msgspec.DecodeError, UnicodeDecodeError):
        raise KeyringUnreadableError from None
    if any(len(browser.key) != KEY_BYTES for browser in browsers):
        raise KeyringUnreadableError
    return {browser.id: browser for browser in browsers}


def save(path: Path, browsers: dict[str, PairedBrowser]) -> None:
    """Write all of them, whole or not at all, readable by this user alone. Raises OSError."""
    beside = path.with_suffix(".new")
    descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(msgspec.json.encode(list(browsers.values())))
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)
