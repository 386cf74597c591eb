"""The filter lists on this computer: which are in use, their texts, and how old they are. Only this file writes here.

    shelf.json            what the person changed: lists added, lists turned off
    easyprivacy.txt       the list as it came
    easyprivacy.json      where it came from and when

A text is written before its facts, each by one atomic replacement, so that a crash leaves the old list or the new one, never half of one.
"""

import contextlib
import hashlib
import os
import re
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import msgspec

from netcurtain.lists import wording
from netcurtain.lists.catalogue import CatalogueEntry
from netcurtain.lists.reading import Reading, day_of, read
from netcurtain.lists.source import MAX_BYTES, NOTHING_KNOWN, Refused, Source, Validators, source_from

STARTER = "starter"
RESERVED = frozenset({STARTER, "shelf"})
"""Names that no other list may have."""
SECONDS_A_DAY = 86_400
MAX_ADDED = 100
_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,60}")


class Kept(msgspec.Struct, frozen=True, omit_defaults=True):
    """What is known of a text on the shelf. Times are seconds since 1970; ``dated`` is the list's own day, or that of its source."""

    title: str
    source: str
    filters: int
    sha256: str
    fetched: float
    checked: float
    version: str = ""
    skipped: int = 0
    dated: date | None = None
    expiry_days: int = 5
    etag: str = ""
    last_modified: str = ""

    @property
    def spoken(self) -> str:
        """Title and date, for people."""
        return wording.of_date(self.title, self.dated)


class Added(msgspec.Struct, frozen=True):
    """A list that the person added by its address or file."""

    name: str
    title: str
    source: str


class Changes(msgspec.Struct, frozen=True, omit_defaults=True):
    """How the person's choice differs from the catalogue's."""

    added: tuple[Added, ...] = ()
    on: tuple[str, ...] = ()
    off: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """A list that the shelf knows, in use or not."""

    name: str
    title: str
    sources: tuple[Source, ...]
    in_use: bool
    ours: bool
    """From the catalogue, not added by the person."""


@dataclass(frozen=True, slots=True)
class ListText:
    """A list to load. ``spoken`` is its title with its date."""

    title: str
    spoken: str
    text: str


class Shelf:
    """The lists in one folder. Every question reads the disk, so that the app and the command line agree."""

    def __init__(self, folder: Path, catalogue: Sequence[CatalogueEntry], starter: str) -> None:
        self.folder = folder
        self._catalogue = tuple(catalogue)
        self._starter = starter

    def entries(self) -> tuple[Entry, ...]:
        """The catalogue's lists, then those added."""
        changes = self.changes()
        known = [Entry(e.name, e.title, e.sources, _in_use(e, changes), True) for e in self._catalogue]
        names = {entry.name for entry in known} | RESERVED
        new = (a for a in changes.added if _NAME.fullmatch(a.name) and a.name not in names)
        return (*known, *(Entry(a.name, a.title, (source_from(a.source),), True, False) for a in new))

    def find(self, name: str) -> Entry | None:
        """The list that a person means: its name or its title, in any case."""
        wanted = name.strip().casefold()
        return next((e for e in self.entries() if wanted in (e.name.casefold(), e.title.casefold())), None)

    def texts(self) -> tuple[ListText, ...]:
        """What to match against: the starter list, then every list in use that is here. One that cannot be read is left out."""
        texts = [self.starter()]
        for entry in self.entries():
            kept = self.kept(entry.name) if entry.in_use else None
            text = self._text(entry.name) if kept else None
            if kept and text is not None:
                texts.append(ListText(kept.title, kept.spoken, text))
        return tuple(texts)

    def missing(self) -> tuple[str, ...]:
        """A sentence for each list that is on but not here: nothing is matched against it."""
        return tuple(wording.not_here_yet(e.title) for e in self.entries() if e.in_use and self.kept(e.name) is None)

    def sentences(self, now: float) -> tuple[str, ...]:
        """What is to be said of every list, the starter list first. ``now`` is seconds since 1970."""
        starter = self._read_starter()
        others = (_sentence(entry, self.kept(entry.name), now) for entry in self.entries())
        return (wording.always_on(starter.title, starter.filters), *others)

    def due(self, now: float) -> bool:
        """Whether a list in use is missing, or older than it says it should be."""
        return any(self.is_due(entry, now) for entry in self.entries() if entry.in_use)

    def is_due(self, entry: Entry, now: float) -> bool:
        """Whether one list should be looked for again. A clock set back makes it due; a copy from elsewhere is good for a day."""
        kept = self.kept(entry.name)
        if kept is None:
            return True
        days = kept.expiry_days if entry.sources and kept.source == str(entry.sources[0]) else 1
        return not 0 <= now - kept.checked < days * SECONDS_A_DAY

    def kept(self, name: str) -> Kept | None:
        """The facts about a text, None where there is no text or no facts."""
        try:
            facts = msgspec.json.decode(_small(self._path(name, "json")), type=Kept)
        except (OSError, msgspec.DecodeError, ValueError):
            return None
        return facts if self._path(name, "txt").is_file() else None

    def validators(self, name: str, source: Source) -> Validators:
        """For a conditional request: only for the same source, and only while our text is the one they stand for."""
        kept = self.kept(name)
        if kept is None or kept.source != str(source) or self._sha256(name) != kept.sha256:
            return NOTHING_KNOWN
        return Validators(kept.etag, kept.last_modified)

    def keep(self, name: str, content: bytes, kept: Kept) -> None:
        """Replace a list by a newer text. Raises OSError where the disk does not take it; the old one then stays."""
        self._write(self._path(name, "txt"), content)
        self.note(name, kept)

    def note(self, name: str, kept: Kept) -> None:
        """Replace the facts alone."""
        self._write(self._path(name, "json"), msgspec.json.encode(kept))

    def forget(self, name: str) -> None:
        """Delete a list's text and facts."""
        for kind in ("json", "txt"):
            self._path(name, kind).unlink(missing_ok=True)

    def changes(self) -> Changes:
        """What the person changed; nothing where the file is missing or cannot be understood."""
        try:
            return msgspec.json.decode(_small(self.folder / "shelf.json"), type=Changes)
        except (OSError, msgspec.DecodeError, ValueError):
            return Changes()

    def change(self, changes: Changes) -> None:
        """Remember what the person changed. Raises OSError."""
        self._write(self.folder / "shelf.json", msgspec.json.format(msgspec.json.encode(changes)))

    def free_name(self, title: str) -> str:
        """A name for a new list, made of its title: letters, digits and hyphens, and not taken."""
        base = re.sub(r"[^a-z0-9]+", "-", title.casefold()).strip("-")[:40].strip("-") or "list"
        taken = {entry.name for entry in self.entries()} | RESERVED
        return next(name for n in range(1, MAX_ADDED + 10) if (name := base if n == 1 else f"{base}-{n}") not in taken)

    def starter(self) -> ListText:
        """Our own list."""
        reading = self._read_starter()
        return ListText(reading.title, wording.of_date(reading.title, reading.dated), self._starter)

    def _read_starter(self) -> Reading:
        reading = read(self._starter.encode(), STARTER)
        if isinstance(reading, Refused):
            raise ValueError("the starter list has no filters")
        return reading

    def _text(self, name: str) -> str | None:
        try:
            return _small(self._path(name, "txt")).decode("utf-8-sig")
        except (OSError, ValueError):
            return None

    def _sha256(self, name: str) -> str:
        try:
            return hashlib.sha256(_small(self._path(name, "txt"))).hexdigest()
        except (OSError, ValueError):
            return ""

    def _path(self, name: str, kind: str) -> Path:
        if not _NAME.fullmatch(name):
            raise ValueError("not a list's name")
        return self.folder / f"{name}.{kind}"

    def _write(self, path: Path, content: bytes) -> None:
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.folder.chmod(0o700)
        new = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
        try:
            with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            new.replace(path)
        except OSError:
            with contextlib.suppress(OSError):
                new.unlink(missing_ok=True)
            raise


def kept_from(reading: Reading, content: bytes, source: Source, validators: Validators, modified: float, now: float) -> Kept:
    """The facts to write beside a new text."""
    return Kept(
        title=reading.title,
        source=str(source),
        filters=reading.filters,
        sha256=hashlib.sha256(content).hexdigest(),
        fetched=now,
        checked=now,
        version=reading.version,
        skipped=reading.skipped,
        dated=reading.dated or day_of(modified),
        expiry_days=reading.expiry_days,
        etag=validators.etag,
        last_modified=validators.last_modified,
    )


def _in_use(entry: CatalogueEntry, changes: Changes) -> bool:
    return (entry.on or entry.name in changes.on) and entry.name not in changes.off


def _small(path: Path) -> bytes:
    with path.open("rb") as file:
        content = file.read(MAX_BYTES + 1)
    if len(content) > MAX_BYTES:
        raise ValueError("larger than any list of ours")
    return content


def _sentence(entry: Entry, kept: Kept | None, now: float) -> str:
    if not entry.in_use:
        return wording.turned_off(entry.title, entry.name)
    if kept is None:
        return wording.not_here_yet(entry.title)
    return wording.row(kept.spoken, kept.filters, int((now - kept.checked) // SECONDS_A_DAY))
