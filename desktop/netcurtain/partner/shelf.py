"""The partners' files that a person said yes to: one file each in a folder of ours, for this user alone, read anew whenever somebody looks.

The first key that a name came with is pinned, by the kept file itself: a file of a name like it with another key is refused until the
person removes the first. So is one of the same key that runs out sooner, since an old file may have an old number. A file that has run
out is shown no longer, and stays until it is removed or a newer one takes its place.
"""

import hashlib
import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

from netcurtain.core.partner import Partner
from netcurtain.partner import wording
from netcurtain.partner.names import same_name
from netcurtain.partner.signed import MAX_BYTES, Signed, opened
from netcurtain.partner.words import WordsError, usable

MOST_PARTNERS = 20


class Partners:
    """The folder is made with the first file. ``contacts`` gives the names of our own, which no file may bear; ``today`` the day.

    Nothing is raised for what a file or a disk does.
    """

    def __init__(self, folder: Path, contacts: Callable[[], tuple[str, ...]], today: Callable[[], date] = date.today) -> None:
        self._folder, self._contacts, self._today = folder, contacts, today
        self._asked_about: tuple[Path, bytes] | None = None

    def in_use(self) -> tuple[Partner, ...]:
        """Those that have not run out, by name."""
        return tuple(signed.partner for signed in self._kept() if signed.words.expires >= self._today())

    def kept(self) -> tuple[Partner, ...]:
        """All of them, those that have run out too."""
        return tuple(signed.partner for signed in self._kept())

    def read(self, path: Path) -> Partner | str:
        """What this file would add; or one sentence about why it cannot be used."""
        self._asked_about = None
        read = self._readable(path)
        if isinstance(read, str):
            return read
        signed, content = read
        self._asked_about = (path, content)
        return signed.partner

    def add(self, path: Path) -> str:
        """Use this file; "" or one sentence about why not. One by the same name and key takes the place of the older.

        What ``read`` told of it last is what is used: what the person said yes to, even if the file is another one by now.
        """
        seen, self._asked_about = self._asked_about, None
        read = self._readable(path, seen[1] if seen is not None and seen[0] == path else None)
        if isinstance(read, str):
            return read
        signed, content = read
        return self._write(self._place(signed.words.name), content)

    def remove(self, name: str) -> bool:
        """Use it no longer: the file goes, and its key is pinned no more. Whether it was there and is gone."""
        try:
            self._place(name).unlink()
        except OSError:
            return False
        try:
            self._folder.rmdir()  # the last one leaves nothing behind
        except OSError:
            return True
        return True

    def _readable(self, path: Path, content: bytes | None = None) -> tuple[Signed, bytes] | str:
        try:
            content = _content(path) if content is None else content
            signed = opened(content)
            usable(signed.words, self._contacts(), self._today())
        except OSError:
            return wording.NOT_FOUND
        except WordsError as error:
            return str(error)
        before = self._kept_in(self._place(signed.words.name))
        if before is not None and before.key != signed.key:
            return wording.OTHER_KEY
        if before is not None and before.words.expires > signed.words.expires:
            return wording.OLDER
        if before is None and len(self._kept()) >= MOST_PARTNERS:
            return wording.TOO_MANY
        return signed, content

    def _kept(self) -> list[Signed]:
        try:
            places = sorted(self._folder.glob("*.json"))[:MOST_PARTNERS]
        except OSError:
            return []
        kept = [signed for place in places if (signed := self._kept_in(place)) is not None]
        return sorted(kept, key=lambda signed: signed.words.name.casefold())

    def _kept_in(self, place: Path) -> Signed | None:
        """A kept file is checked like a new one: whoever can write in the folder may still not sign."""
        try:
            signed = opened(_content(place))
        except (OSError, WordsError):
            return None
        return signed if place.name == self._place(signed.words.name).name else None

    def _place(self, name: str) -> Path:
        """Each name has one file, and the file's own name says nothing of it."""
        return self._folder / f"{hashlib.sha256(same_name(name).encode()).hexdigest()[:32]}.json"

    def _write(self, place: Path, content: bytes) -> str:
        """Nothing is written through a link that somebody else may have put there."""
        beside = place.with_suffix(".new")
        try:
            for folder in (self._folder.parent, self._folder):
                folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            if self._folder.is_symlink():
                return wording.NOT_WRITTEN
            beside.unlink(missing_ok=True)
            with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            beside.replace(place)
        except OSError:
            return wording.NOT_WRITTEN
        return ""


def _content(path: Path) -> bytes:
    """What is in a file, one byte more than it may have at most; never what is not a plain file, which may have no end."""
    if not path.is_file():
        raise FileNotFoundError
    with path.open("rb") as file:
        return file.read(MAX_BYTES + 1)
