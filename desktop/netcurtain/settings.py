"""The person's answers (core/settings.py) on disk: one small file that only this user can read. It names no page and no site."""

import os
from pathlib import Path

import msgspec

from netcurtain.core.settings import Settings
from netcurtain.core.translation import _

NAME = "settings.json"
"""Of the file, in the folder of the app's own data."""
MAX_BYTES = 16 * 1024
_UNREADABLE = (OSError, msgspec.DecodeError, UnicodeDecodeError)


class SettingsUnreadableError(Exception):
    """The file was there but could not be used, and was put aside: what holds now is as if nothing had been answered."""

    def __init__(self) -> None:
        super().__init__(_("Your answers in Netcurtain could not be read, so please look through the settings again."))


class SettingsFile:
    """Nothing is written before the person has answered something: only ``save`` makes the file."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def load(self) -> Settings:
        """The answers; none where there is no file. Keys of another version are passed over. Raises SettingsUnreadableError."""
        try:
            return self._read()
        except _UNREADABLE:
            self._put_aside()
            raise SettingsUnreadableError from None

    def peek(self) -> Settings:
        """The answers, before there is a window that could tell of a file that cannot be read: it counts as none, and stays where it is."""
        try:
            return self._read()
        except _UNREADABLE:
            return Settings()

    def _read(self) -> Settings:
        try:
            with self.path.open("rb") as file:
                raw = file.read(MAX_BYTES + 1)
        except FileNotFoundError:
            return Settings()
        if len(raw) > MAX_BYTES:
            raise msgspec.DecodeError
        return msgspec.json.decode(raw, type=Settings)

    def save(self, settings: Settings) -> None:
        """Write all of them, whole or not at all, readable by this user alone. Raises OSError."""
        beside = self.path.with_suffix(".new")
        descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(msgspec.json.encode(settings))
            file.flush()
            os.fsync(file.fileno())
        beside.replace(self.path)

    def _put_aside(self) -> None:
        """The next answer must not overwrite what somebody may still be able to read. Where even this fails, it stays where it is."""
        try:
            self.path.replace(self.path.with_suffix(".broken"))
        except OSError:
            return
