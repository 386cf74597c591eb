"""The filter lists on this computer: which are in use, their texts, and what is known of them. Only this room writes here.

    shelf.json            what the person changed: lists added, lists turned off
    easyprivacy.txt       the list as it came
    easyprivacy.json      where it came from and when

A text is written before its facts, each by one atomic replacement, so that a crash leaves the old list or the new one, never half of one.
"""

import contextlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from netcurtain.lists import changes, wording
from netcurtain.lists.catalogue import CatalogueEntry
from netcurtain.lists.changes import Changes
from netcurtain.lists.facts import Kept, kept_again, sha256_of
from netcurtain.lists.files import read_small, write_whole
from netcurtain.lists.reading import Reading, read
from netcurtain.lists.source import NOTHING_KNOWN, Refused, Source, Validators, source_from

STARTER = "starter"
RESERVED = frozenset({STARTER, "shelf"})
"""Names that no other list may have."""
SECONDS_AN_HOUR = 3_600
SECONDS_A_DAY = 86_400
COPY_HOURS = 24
"""How long a copy from elsewhere is good before the list's own address is asked again."""
MAX_ADDED = 100
_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,60}")


@dataclass(frozen=True, slots=True)
class Entry:
    """A list that the shelf knows, in use or not. Of one that the person added, nobody told us licence and homepage."""

    name: str
    title: str
    sources: tuple[Source, ...]
    in_use: bool
    ours: bool
    """From the catalogue, not added by the person."""
    licence: str = ""
    homepage: str = ""


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
        changed = self.changes()
        known = [Entry(e.name, e.title, e.sources, _in_use(e, changed), True, e.licence, e.homepage) for e in self._catalogue]
        names = {entry.name for entry in known} | RESERVED
        new = (a for a in changed.added if _NAME.fullmatch(a.name) and a.name not in names)
        return (*known, *(Entry(a.name, a.title, (source_from(a.source),), True, False) for a in new))

    def find(self, name: str) -> Entry | None:
        """The list that a person means: its name, else its title, in any case."""
        entries = self.entries()
        called = {e.title.casefold(): e for e in reversed(entries)} | {e.name.casefold(): e for e in entries}
        return called.get(name.strip().casefold())

    def texts(self) -> tuple[ListText, ...]:
        """What to match against: the starter list, then every list in use that is here. One that cannot be read is left out."""
        texts = [self.starter()]
        for entry in self.entries():
            kept = self.kept(entry.name) if entry.in_use else None
            text = self._text(entry.name) if kept else None
            if kept and text is not None:
                texts.append(ListText(kept.title, kept.spoken, text))
        return tuple(texts)

    def stamp(self) -> tuple[tuple[str, str], ...]:
        """What tells whether ``texts`` would give something else than before: the command line may have changed the shelf meanwhile."""
        kept = (self.kept(entry.name) for entry in self.entries() if entry.in_use)
        return tuple((facts.spoken, facts.sha256) for facts in kept if facts)

    def missing(self) -> tuple[str, ...]:
        """A sentence for each list that is on but not here: nothing is matched against it."""
        return tuple(wording.not_here_yet(e.title) for e in self.entries() if e.in_use and self.kept(e.name) is None)

    def due(self, now: float) -> bool:
        """Whether a list in use is missing, or older than it says it should be. ``now`` is seconds since 1970."""
        return any(self.is_due(entry, now) for entry in self.entries() if entry.in_use)

    def is_due(self, entry: Entry, now: float) -> bool:
        """Whether one list should be looked for again. A clock set back makes it due; a copy from elsewhere is good for a day."""
        kept = self.kept(entry.name)
        if kept is None:
            return True
        its_own = bool(entry.sources) and kept.source == str(entry.sources[0])
        hours = kept.expiry_hours if its_own else min(kept.expiry_hours, COPY_HOURS)
        return not 0 <= now - kept.checked < hours * SECONDS_AN_HOUR

    def kept(self, name: str) -> Kept | None:
        """The facts about a text, None where there is no text or no facts."""
        try:
            facts = msgspec.json.decode(read_small(self._path(name, "json")), type=Kept)
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
        write_whole(self._path(name, "txt"), content)
        self.note(name, kept)

    def note(self, name: str, kept: Kept) -> None:
        """Replace the facts alone. Raises OSError."""
        write_whole(self._path(name, "json"), msgspec.json.encode(kept))

    def forget(self, name: str) -> None:
        """Delete a list's text and facts. Raises OSError."""
        for kind in ("json", "txt"):
            self._path(name, kind).unlink(missing_ok=True)

    def changes(self) -> Changes:
        """What the person changed; nothing where the file is missing or cannot be understood."""
        try:
            return changes.load(self._changes)
        except changes.UnreadableError:
            return Changes()

    def change(self, changed: Changes) -> None:
        """Remember what the person changed. Raises OSError."""
        changes.save(self._changes, changed)

    def mend(self, now: float) -> tuple[str, ...]:
        """Make good what a crash or a full disk left behind; a sentence for what the person has to do again. Raises nothing.

        Facts that are lost, or are of another text, are made again from the text; a text that is no list is fetched anew.
        """
        sentences = []
        try:
            if changes.put_aside_unreadable(self._changes):
                sentences.append(wording.choice_unreadable(changes.aside(self._changes).name))
        except OSError:
            sentences.append(wording.CHOICE_CLOSED)
        for entry in self.entries():
            with contextlib.suppress(OSError, ValueError):
                self._mend_facts(entry, now)
        return tuple(sentences)

    def free_name(self, title: str) -> str:
        """A name for a new list, made of its title: letters, digits and hyphens, and not taken."""
        base = re.sub(r"[^a-z0-9]+", "-", title.casefold()).strip("-")[:40].strip("-") or "list"
        taken = {entry.name for entry in self.entries()} | RESERVED
        return next(name for n in range(1, MAX_ADDED + 10) if (name := base if n == 1 else f"{base}-{n}") not in taken)

    def starter(self) -> ListText:
        """Our own list."""
        reading = self.starter_reading()
        return ListText(reading.title, wording.of_date(reading.title, reading.dated), self._starter)

    def starter_reading(self) -> Reading:
        """What our own list says about itself."""
        reading = read(self._starter.encode(), STARTER)
        if isinstance(reading, Refused):
            raise ValueError("the starter list has no filters")
        return reading

    def _mend_facts(self, entry: Entry, now: float) -> None:
        content = read_small(self._path(entry.name, "txt"))
        kept = self.kept(entry.name)
        if kept is not None and kept.sha256 == sha256_of(content):
            return
        reading = read(content, entry.title)
        if isinstance(reading, Refused):
            self._path(entry.name, "json").unlink(missing_ok=True)
        else:
            self.note(entry.name, kept_again(reading, content, now))

    @property
    def _changes(self) -> Path:
        return self.folder / "shelf.json"

    def _text(self, name: str) -> str | None:
        try:
            return read_small(self._path(name, "txt")).decode("utf-8-sig")
        except (OSError, ValueError):
            return None

    def _sha256(self, name: str) -> str:
        try:
            return sha256_of(read_small(self._path(name, "txt")))
        except (OSError, ValueError):
            return ""

    def _path(self, name: str, kind: str) -> Path:
        if not _NAME.fullmatch(name):
            raise ValueError("not a list's name")
        return self.folder / f"{name}.{kind}"


def _in_use(entry: CatalogueEntry, changed: Changes) -> bool:
    return (entry.on or entry.name in changed.on) and entry.name not in changed.off
