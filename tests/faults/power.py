"""Power cuts: one life is written down step by step, then the disk is put together as it may be after a cut at any of its moments."""

import itertools
import pickle
import shutil
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from tests.faults.children import Children
from tests.faults.disk import LUCKS, Luck, Step, Synced, Told, Written, cut_after, told_before
from tests.faults.promises import Promises

DATABASE = "history.db"
LIFE = 30
"""Submissions of one recorded life."""
CUTS = 5
"""Of one recorded life; then comes another."""
GENERATIONS = 4
"""Lives of one history, each of which ends with a cut."""


@dataclass
class Tally:
    cuts: int = 0
    stored: int = 0
    deleted: int = 0
    broken: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        lost = sum(line.startswith("lost") for line in self.broken)
        return (
            f"power cuts: {self.cuts}; {self.stored} submissions acknowledged before them, {lost} lost; {self.deleted} visits deleted; "
            f"{len(self.broken) - lost} other surprises"
        )


@dataclass(frozen=True)
class Recording:
    """``steps`` of one life; the first ``before`` of them are what was there already, and what was promised in earlier lives."""

    steps: list[Step]
    before: int


def recorded(children: Children, kind: str, folder: Path, run: int, told: Sequence[str]) -> Recording:
    """All that one life does to the disk that is laid out in ``folder``, or to an empty one: to its end."""
    file = folder.with_suffix(".steps")
    folder.mkdir(exist_ok=True)
    children.run("record", kind, folder, file, run, LIFE)
    there, lived = pickle.loads(file.read_bytes())
    before: list[Step] = [*there, *(Told(what) for what in told)]
    return Recording([*before, *lived], len(before))


def moments(recording: Recording, count: int, random: Random) -> list[int]:
    """Where to cut: right after something was promised, when the most can be lost; right before a sync, when the most is under way; while
    the log is written back into the database, when pages are torn that were whole for long; and anywhere.
    """
    after: dict[str, list[int]] = {"promised": [], "before a sync": [], "written back": [], "anywhere": []}
    for position, step in enumerate(recording.steps[recording.before :], recording.before):
        after["anywhere"].append(position)
        match step:
            case Told():
                after["promised"].append(position + 1)
            case Synced():
                after["before a sync"].append(position)
            case Written(name) if name == DATABASE:
                after["written back"].append(position + 1)
    return [random.choice(list(after.values())[number % len(after)]) for number in range(count)]


def cut_often(children: Children, kind: str, folder: Path, cuts: int, random: Random) -> Tally:
    """``cuts`` of lives of one of jobs.KINDS. A life goes on where a cut ended the one before; every few lives one begins with nothing."""
    tally = Tally()
    before: Recording | None = None
    for life in itertools.count():
        place = folder / f"life-{life}"
        told: list[str] = []
        if before and life % GENERATIONS:
            told = cut(before, moments(before, 4, random)[-1], place, random, random.choice(LUCKS))
        before = recorded(children, kind, place, life, told)
        for position in moments(before, min(CUTS, cuts - tally.cuts), random):
            place = folder / f"cut-{tally.cuts}"
            told = cut(before, position, place, random, LUCKS[tally.cuts % len(LUCKS)])
            _look(children, kind, place, told, tally)
        if tally.cuts == cuts:
            break
    return tally


def cut(recording: Recording, position: int, place: Path, random: Random, luck: Luck) -> list[str]:
    """Lay out the disk after a cut; what was told before it."""
    lay_out(place, recording.steps, position, random, luck)
    return told_before(recording.steps, position)


def _look(children: Children, kind: str, place: Path, told: Sequence[str], tally: Tally) -> None:
    promises = Promises(may_tear=True)
    for line in told:
        promises.hear(line)
    tally.stored += len(promises.stored)
    tally.deleted += len(promises.gone)
    promises.look(children.run("open_and_look", kind, place))
    tally.cuts += 1
    tally.broken += [f"{line} ({place.name})" for line in promises.broken]
    if not promises.broken:
        shutil.rmtree(place)


def lay_out(place: Path, steps: Sequence[Step], position: int, random: Random, luck: Luck) -> None:
    """The files of the history as they are found when the power is back. What was shared memory may hold anything."""
    place.mkdir(mode=0o700)
    files = cut_after(steps, position, random, luck)
    if f"{DATABASE}-wal" in files and random.random() < 0.3:
        files[f"{DATABASE}-shm"] = random.randbytes(32_768)
    for name, data in files.items():
        (place / name).write_bytes(data)
        (place / name).chmod(0o600)
