"""``netcurtain filters update|add|remove``, and the settings' same: what changes on the shelf, told as results with a sentence each.

How one list is looked for is in search.py; printing and drawing are the caller's.
"""

import enum
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from urllib.parse import urlsplit

import msgspec

from netcurtain.core.filter_list import shown
from netcurtain.lists import wording
from netcurtain.lists.changes import Added, Changes
from netcurtain.lists.facts import Kept, kept_from
from netcurtain.lists.package import Packages
from netcurtain.lists.progress import Tell, Watch, telling, unwatched
from netcurtain.lists.reading import Reading, read
from netcurtain.lists.search import Found, NotFound, Terms, Useless, ask, modified_by, search
from netcurtain.lists.shelf import MAX_ADDED, STARTER, Entry, ListText, Shelf
from netcurtain.lists.source import NOTHING_KNOWN, FileSource, Fresh, Refused, Source, source_from


class Change(enum.StrEnum):
    """What became of one list."""

    ADDED = "added"
    REMOVED = "removed"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one list; ``name`` is empty where none is meant; ``tried`` says, a sentence a source, why each was of no use."""

    change: Change
    sentence: str
    tried: tuple[str, ...] = ()
    name: str = ""


def update(
    shelf: Shelf,
    now: float,
    packages: Packages | None = None,
    *,
    due_only: bool = False,
    take_smaller: bool = False,
    watch: Watch = unwatched,
) -> Iterator[Result]:
    """Look for newer texts of the lists in use, and of no other. Each result comes as soon as its list is done.

    ``now`` is seconds since 1970. Without ``packages`` no Debian package is looked for. ``due_only`` leaves out what is recent enough.
    ``take_smaller`` takes a list however many filters it has lost. What ``watch`` raises ends the looking.
    """
    wanted = [entry for entry in shelf.entries() if entry.in_use and not (due_only and not shelf.is_due(entry, now))]
    for number, entry in enumerate(wanted, 1):
        yield _update(shelf, entry, Terms(now, packages, take_smaller), telling(watch, entry.title, number, len(wanted)))


def add(shelf: Shelf, what: str, now: float, packages: Packages | None = None, watch: Watch = unwatched) -> Result:
    """Take a list into use: one of the catalogue by name or title, an https address, or a file. If it cannot be read, nothing changes."""
    starter = shelf.starter()
    if not what.strip():
        return Result(Change.FAILED, wording.NO_NAME)
    if _is_starter(what, starter):
        return Result(Change.UNCHANGED, wording.stays_on(starter.title), name=STARTER)
    entry = shelf.find(what) or _same_source(shelf, what)
    tell = telling(watch, entry.title if entry else shown(what), 1, 1)
    try:
        if entry is None:
            return _add_new(shelf, what, now, tell)
        terms = Terms(now, packages)
        return _update(shelf, entry, terms, tell) if entry.in_use else _turn_on(shelf, entry, terms, tell)
    except OSError:
        return Result(Change.FAILED, wording.not_added(shown(what), wording.NOT_WRITTEN))


def remove(shelf: Shelf, name: str) -> Result:
    """Take a list out of use. A text that was added is deleted; one of the catalogue's stays, to be there again without a network."""
    starter = shelf.starter()
    if not name.strip():
        return Result(Change.FAILED, wording.NO_NAME)
    if _is_starter(name, starter):
        return Result(Change.FAILED, wording.stays_on(starter.title), name=STARTER)
    entry = shelf.find(name)
    if entry is None or not entry.in_use:
        return Result(Change.FAILED, wording.unknown(shown(name)))
    changes = shelf.changes()
    without = Changes(
        added=tuple(a for a in changes.added if a.name != entry.name),
        on=tuple(n for n in changes.on if n != entry.name),
        off=(*changes.off, entry.name) if entry.ours else changes.off,
    )
    try:
        shelf.change(without)
        if not entry.ours:
            shelf.forget(entry.name)
    except OSError:
        return Result(Change.FAILED, wording.not_removed(entry.title), name=entry.name)
    return Result(Change.REMOVED, wording.removed(entry.title), name=entry.name)


def _update(shelf: Shelf, entry: Entry, terms: Terms, tell: Tell) -> Result:
    before = shelf.kept(entry.name)
    outcome = search(shelf, entry, terms, tell)
    if isinstance(outcome, Found):
        change, sentence = _found(outcome, before, terms.now)
        return Result(change, sentence, _told(outcome.useless), entry.name)
    stays = wording.aged(before.spoken, before.age(terms.now)) if before else ""
    more = wording.TO_TAKE_SMALLER if outcome.only_smaller else ""
    return Result(Change.FAILED, wording.not_updated(entry.title, outcome.why, stays, more), _told(outcome.useless), entry.name)


def _found(found: Found, before: Kept | None, now: float) -> tuple[Change, str]:
    kept = found.kept
    spoken = wording.aged(kept.spoken, kept.age(now))
    if before is None or before.sha256 != kept.sha256:
        return Change.UPDATED, wording.updated(spoken, kept.filters, str(found.source))
    return Change.UNCHANGED, wording.newest_reached(spoken) if found.useless else wording.unchanged(spoken)


def _turn_on(shelf: Shelf, entry: Entry, terms: Terms, tell: Tell) -> Result:
    # Whoever turns it off and on again wants it as it is now, however small; without a network, as it was.
    outcome = search(shelf, entry, replace(terms, take_smaller=True), tell)
    kept = outcome.kept if isinstance(outcome, Found) else shelf.kept(entry.name)
    if kept is None:
        why = outcome.why if isinstance(outcome, NotFound) else ""
        return Result(Change.FAILED, wording.not_added(entry.title, why), _told(outcome.useless), entry.name)
    changes = shelf.changes()
    shelf.change(msgspec.structs.replace(changes, on=(*changes.on, entry.name), off=tuple(n for n in changes.off if n != entry.name)))
    return _added(entry.name, kept, terms.now)


def _add_new(shelf: Shelf, what: str, now: float, tell: Tell) -> Result:
    source, changes = source_from(what), shelf.changes()
    read_or_refused = _read_new(source, full=len(changes.added) >= MAX_ADDED, tell=tell)
    if isinstance(read_or_refused, Refused):
        return Result(Change.FAILED, wording.not_added(what, read_or_refused.why))
    answer, reading = read_or_refused
    name = shelf.free_name(reading.title)
    kept = kept_from(reading, answer.content, source, answer.validators, modified_by(source, answer), now)
    shelf.keep(name, answer.content, kept)
    shelf.change(msgspec.structs.replace(changes, added=(*changes.added, Added(name, reading.title, str(source)))))
    return _added(name, kept, now)


def _read_new(source: Source, *, full: bool, tell: Tell) -> tuple[Fresh, Reading] | Refused:
    if full:
        return Refused(wording.TOO_MANY)
    answer = ask(source, NOTHING_KNOWN, None, tell)
    if not isinstance(answer, Fresh):
        return answer if isinstance(answer, Refused) else Refused(wording.NOT_REACHED)
    path = source.path if isinstance(source, FileSource) else PurePosixPath(urlsplit(str(source)).path)
    reading = read(answer.content, path.stem or "list")
    return reading if isinstance(reading, Refused) else (answer, reading)


def _is_starter(what: str, starter: ListText) -> bool:
    return what.strip().casefold() in (STARTER, starter.title.casefold())


def _added(name: str, kept: Kept, now: float) -> Result:
    return Result(Change.ADDED, wording.added(wording.aged(kept.spoken, kept.age(now)), kept.filters), name=name)


def _told(useless: tuple[Useless, ...]) -> tuple[str, ...]:
    return tuple(one.sentence for one in useless)


def _same_source(shelf: Shelf, what: str) -> Entry | None:
    source = source_from(what)
    return next((entry for entry in shelf.entries() if source in entry.sources and not entry.ours), None)
