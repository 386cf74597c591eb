"""A disk that loses its power, pure: what was done to it in order, and one of the states it may be in after a cut.

What was synced stays. Of the writes since then any may be there, be missing, or be torn: a sector of 512 bytes is whole or it is not there.
New, renamed and deleted names come to the disk in their order, up to some point after the last time their folder was synced.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from random import Random

SECTOR = 512


@dataclass(frozen=True, slots=True)
class Created:
    name: str


@dataclass(frozen=True, slots=True)
class Written:
    name: str
    offset: int
    data: bytes


@dataclass(frozen=True, slots=True)
class Cut:
    """A file was cut to ``size``, or made longer with zeros."""

    name: str
    size: int


@dataclass(frozen=True, slots=True)
class Synced:
    name: str


@dataclass(frozen=True, slots=True)
class Renamed:
    name: str
    to: str


@dataclass(frozen=True, slots=True)
class Deleted:
    name: str


@dataclass(frozen=True, slots=True)
class FolderSynced:
    pass


@dataclass(frozen=True, slots=True)
class Told:
    """Somebody was told something at this moment: a submission is stored, a passphrase was changed."""

    what: str


Step = Created | Written | Cut | Synced | Renamed | Deleted | FolderSynced | Told


@dataclass(frozen=True, slots=True)
class Luck:
    """How likely each unsynced write is to be on the disk, and how likely one of those is torn."""

    kept: float
    torn: float


LUCKS = (Luck(0.0, 0.0), Luck(0.5, 0.3), Luck(0.9, 0.5), Luck(0.5, 0.0), Luck(1.0, 0.0))


@dataclass
class _Contents:
    """What is in one file, under whatever name."""

    synced: bytearray = field(default_factory=bytearray)
    unsynced: list[Written | Cut] = field(default_factory=list)


class Disk:
    """Follows the steps, and can lose its power after any of them."""

    def __init__(self) -> None:
        self._names: dict[str, _Contents] = {}
        self._synced_names: dict[str, _Contents] = {}
        self._changes: list[Created | Renamed | Deleted] = []
        self._created: list[_Contents] = []

    def follow(self, step: Step) -> None:
        match step:
            case Created(name):
                self._names[name] = _Contents()
                self._changes.append(step)
                self._created.append(self._names[name])
            case Renamed(name, to):
                self._names[to] = self._names.pop(name)
                self._changes.append(step)
            case Deleted(name):
                del self._names[name]
                self._changes.append(step)
            case Written(name) | Cut(name):
                self._names[name].unsynced.append(step)
            case Synced(name):
                contents = self._names[name]
                for write in contents.unsynced:
                    _apply(contents.synced, write)
                contents.unsynced.clear()
            case FolderSynced():
                self._synced_names = dict(self._names)
                self._changes.clear()
                self._created.clear()

    def after_cut(self, random: Random, luck: Luck) -> dict[str, bytes]:
        """One state that may be found when the power is back: the bytes of each file, by name."""
        names = dict(self._synced_names)
        created = iter(self._created)
        happened = sum(random.random() < luck.kept for _ in self._changes)
        for change in self._changes[:happened]:
            match change:
                case Created(name):
                    names[name] = next(created)
                case Renamed(name, to):
                    names[to] = names.pop(name)
                case Deleted(name):
                    del names[name]
        return {name: _found(contents, random, luck) for name, contents in names.items()}


def cut_after(steps: Sequence[Step], position: int, random: Random, luck: Luck) -> dict[str, bytes]:
    """The files after the first ``position`` steps and a cut."""
    disk = Disk()
    for step in steps[:position]:
        disk.follow(step)
    return disk.after_cut(random, luck)


def told_before(steps: Sequence[Step], position: int) -> list[str]:
    return [step.what for step in steps[:position] if isinstance(step, Told)]


def _found(contents: _Contents, random: Random, luck: Luck) -> bytes:
    found = bytearray(contents.synced)
    for write in contents.unsynced:
        if random.random() >= luck.kept:
            continue
        if isinstance(write, Written) and random.random() < luck.torn:
            for part in _sectors(write):
                if random.random() < 0.5:
                    _apply(found, part)
        else:
            _apply(found, write)
    return bytes(found)


def _sectors(write: Written) -> list[Written]:
    """The same write, in pieces that end where a sector ends."""
    edges = range((write.offset // SECTOR + 1) * SECTOR, write.offset + len(write.data), SECTOR)
    starts = [write.offset, *edges]
    ends = [*edges, write.offset + len(write.data)]
    return [
        Written(write.name, start, write.data[start - write.offset : end - write.offset]) for start, end in zip(starts, ends, strict=True)
    ]


def _apply(contents: bytearray, write: Written | Cut) -> None:
    size = write.size if isinstance(write, Cut) else write.offset + len(write.data)
    if size > len(contents):
        contents.extend(bytes(size - len(contents)))
    if isinstance(write, Cut):
        del contents[size:]
    else:
        contents[write.offset : size] = write.data
