"""``netcurtain filters update|add|remove``: what changes on the shelf, told as results with a sentence each. Printing is the caller's.

a source's answer -> reading.read (the whole list parsed) -> is it better than the one we have? -> shelf.keep
"""

import enum
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from urllib.parse import urlsplit

import msgspec

from netcurtain.lists import wording
from netcurtain.lists.fetch import fetch
from netcurtain.lists.package import Packages, read_file, read_package
from netcurtain.lists.reading import Reading, read
from netcurtain.lists.shelf import MAX_ADDED, STARTER, Added, Changes, Entry, Kept, ListText, Shelf, kept_from
from netcurtain.lists.source import (
    NOTHING_KNOWN,
    Answer,
    FileSource,
    Fresh,
    PackageSource,
    Refused,
    Source,
    Unchanged,
    Validators,
    WebSource,
    source_from,
)


class Change(enum.StrEnum):
    """What became of one list."""

    ADDED = "added"
    REMOVED = "removed"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one list; ``tried`` says, a sentence a source, why each one was of no use."""

    change: Change
    sentence: str
    tried: tuple[str, ...] = ()


_Useless = tuple[Source, str]
"""A source and why it was of no use."""


def update(shelf: Shelf, now: float, packages: Packages | None = None, *, due_only: bool = False) -> Iterator[Result]:
    """Look for newer texts of the lists in use, and of no other. Each result comes as soon as its list is done.

    ``now`` is seconds since 1970. Without ``packages`` no Debian package is looked for. ``due_only`` leaves out what is recent enough.
    """
    for entry in shelf.entries():
        if entry.in_use and not (due_only and not shelf.is_due(entry, now)):
            yield _update(shelf, entry, now, packages)


def add(shelf: Shelf, what: str, now: float, packages: Packages | None = None) -> Result:
    """Take a list into use: one of the catalogue by name or title, an https address, or a file. If it cannot be read, nothing changes."""
    starter = shelf.starter()
    if _is_starter(what, starter):
        return Result(Change.UNCHANGED, wording.stays_on(starter.title))
    entry = shelf.find(what) or _same_source(shelf, what)
    try:
        if entry is None:
            return _add_new(shelf, what, now)
        return _update(shelf, entry, now, packages) if entry.in_use else _turn_on(shelf, entry, now, packages)
    except OSError:
        return Result(Change.FAILED, wording.not_added(what, wording.NOT_WRITTEN))


def remove(shelf: Shelf, name: str) -> Result:
    """Take a list out of use and delete its text."""
    starter = shelf.starter()
    if _is_starter(name, starter):
        return Result(Change.FAILED, wording.stays_on(starter.title))
    entry = shelf.find(name)
    if entry is None or not entry.in_use:
        return Result(Change.FAILED, wording.unknown(name))
    changes = shelf.changes()
    without = Changes(
        added=tuple(a for a in changes.added if a.name != entry.name),
        on=tuple(n for n in changes.on if n != entry.name),
        off=(*changes.off, entry.name) if entry.ours else changes.off,
    )
    try:
        shelf.change(without)
        shelf.forget(entry.name)
    except OSError:
        return Result(Change.FAILED, wording.not_removed(entry.title))
    return Result(Change.REMOVED, wording.removed(entry.title))


def _update(shelf: Shelf, entry: Entry, now: float, packages: Packages | None) -> Result:
    result = _search(shelf, entry, now, packages)
    if isinstance(result, Result):
        return result
    kept = shelf.kept(entry.name)
    sentence = wording.not_updated(entry.title, _why(result), kept.spoken if kept else "")
    return Result(Change.FAILED, sentence, _told(result))


def _search(shelf: Shelf, entry: Entry, now: float, packages: Packages | None) -> Result | list[_Useless]:
    """Ask the sources in their order, up to the first that is of use; else why each one was of none."""
    before = shelf.kept(entry.name)
    useless: list[_Useless] = []
    for source in entry.sources:
        if isinstance(source, PackageSource) and packages is None:
            continue
        outcome = _from(shelf, entry, source, now, packages)
        if isinstance(outcome, Kept):
            return _found(source, before, outcome, useless)
        useless.append((source, outcome.why))
    return useless


def _from(shelf: Shelf, entry: Entry, source: Source, now: float, packages: Packages | None) -> Kept | Refused:
    """One source: the facts of the list that is kept after asking it, or why to try the next."""
    kept = shelf.kept(entry.name)
    answer = _ask(source, shelf.validators(entry.name, source), packages)
    if isinstance(answer, Refused):
        return answer
    try:
        if isinstance(answer, Unchanged):
            return _note(shelf, entry, kept, now)
        reading = read(answer.content, entry.title)
        if isinstance(reading, Refused):
            return reading
        new = kept_from(reading, answer.content, source, answer.validators, _modified(source, answer), now)
        if kept and not isinstance(source, FileSource) and (why := _worse(new, kept)):
            return Refused(why)
        if kept and kept.sha256 == new.sha256:
            new = msgspec.structs.replace(new, fetched=kept.fetched)
        shelf.keep(entry.name, answer.content, new)
    except OSError:
        return Refused(wording.NOT_WRITTEN)
    return new


def _note(shelf: Shelf, entry: Entry, kept: Kept | None, now: float) -> Kept | Refused:
    if kept is None:
        return Refused(wording.NOT_REACHED)
    noted = msgspec.structs.replace(kept, checked=now)
    shelf.note(entry.name, noted)
    return noted


def _worse(new: Kept, kept: Kept) -> str:
    """Why a new text must not replace the old one; empty where it may."""
    if new.filters * 2 < kept.filters:
        return wording.SHRUNK
    return wording.OLDER if new.dated and kept.dated and new.dated < kept.dated else ""


def _found(source: Source, before: Kept | None, kept: Kept, useless: list[_Useless]) -> Result:
    if before is None or before.sha256 != kept.sha256:
        return Result(Change.UPDATED, wording.updated(kept.spoken, kept.filters, str(source)), _told(useless))
    sentence = wording.newest_reached(kept.spoken) if useless else wording.unchanged(kept.spoken)
    return Result(Change.UNCHANGED, sentence, _told(useless))


def _why(useless: list[_Useless]) -> str:
    """The first source's reason speaks for all."""
    return useless[0][1] if useless else wording.NOT_REACHED


def _told(useless: list[_Useless]) -> tuple[str, ...]:
    return tuple(wording.reason(str(source), why) for source, why in useless)


def _ask(source: Source, known: Validators, packages: Packages | None) -> Answer:
    match source:
        case WebSource(url):
            return fetch(url, known)
        case FileSource(path):
            return read_file(path)
        case PackageSource():
            return read_package(source, packages) if packages else Refused(wording.NO_PACKAGES)


def _turn_on(shelf: Shelf, entry: Entry, now: float, packages: Packages | None) -> Result:
    result = _search(shelf, entry, now, packages)
    if not isinstance(result, Result):
        return Result(Change.FAILED, wording.not_added(entry.title, _why(result)), _told(result))
    changes = shelf.changes()
    shelf.change(msgspec.structs.replace(changes, on=(*changes.on, entry.name), off=tuple(n for n in changes.off if n != entry.name)))
    return _added(shelf.kept(entry.name), entry.title)


def _add_new(shelf: Shelf, what: str, now: float) -> Result:
    source, changes = source_from(what), shelf.changes()
    read_or_refused = _read_new(source, full=len(changes.added) >= MAX_ADDED)
    if isinstance(read_or_refused, Refused):
        return Result(Change.FAILED, wording.not_added(what, read_or_refused.why))
    answer, reading = read_or_refused
    name = shelf.free_name(reading.title)
    kept = kept_from(reading, answer.content, source, answer.validators, _modified(source, answer), now)
    shelf.keep(name, answer.content, kept)
    shelf.change(msgspec.structs.replace(changes, added=(*changes.added, Added(name, reading.title, str(source)))))
    return _added(kept, reading.title)


def _read_new(source: Source, *, full: bool) -> tuple[Fresh, Reading] | Refused:
    if full:
        return Refused(wording.TOO_MANY)
    answer = _ask(source, NOTHING_KNOWN, None)
    if not isinstance(answer, Fresh):
        return answer if isinstance(answer, Refused) else Refused(wording.NOT_REACHED)
    path = source.path if isinstance(source, FileSource) else PurePosixPath(urlsplit(str(source)).path)
    reading = read(answer.content, path.stem or "list")
    return reading if isinstance(reading, Refused) else (answer, reading)


def _modified(source: Source, answer: Fresh) -> float:
    # When a person last saved a file says nothing about how old its list is.
    return 0.0 if isinstance(source, FileSource) else answer.modified


def _is_starter(what: str, starter: ListText) -> bool:
    return what.strip().casefold() in (STARTER, starter.title.casefold())


def _added(kept: Kept | None, title: str) -> Result:
    spoken, count = (kept.spoken, kept.filters) if kept else (title, 0)
    return Result(Change.ADDED, wording.added(spoken, count))


def _same_source(shelf: Shelf, what: str) -> Entry | None:
    source = source_from(what)
    return next((entry for entry in shelf.entries() if source in entry.sources and not entry.ours), None)
