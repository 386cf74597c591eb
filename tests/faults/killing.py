"""Kill -9, over and over: each life of a history is killed at a random moment, and the next one is asked what the earlier were promised."""

import shutil
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from tests.faults.children import Children
from tests.faults.promises import Promises

LIVES = 25
"""Of one history; then comes a fresh one, so that opening it stays quick."""
AGAIN = 40
"""Submissions that nobody answered and that are sent again; a few that were answered are sent again too, as when the answer was lost."""
WITHIN = {"start": 0.4, "ready": 0.3, "stored": 0.6}
"""Seconds within which the kill comes, from the child's start, from when it is open, or from the first submission it keeps."""


@dataclass
class Tally:
    kills: int = 0
    while_opening: int = 0
    stored: int = 0
    deleted: int = 0
    broken: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        count = {word: sum(line.startswith(word) for line in self.broken) for word in ("lost", "twice", "came back", "damaged", "aside")}
        return (
            f"kill -9: {self.kills} ({self.while_opening} while opening); {self.stored} submissions acknowledged, {count['lost']} lost, "
            f"{count['twice']} twice; {self.deleted} visits deleted, {count['came back']} came back; "
            f"{count['damaged'] + count['aside']} damaged files; {len(self.broken) - sum(count.values())} other surprises"
        )


def kill_often(children: Children, kind: str, folder: Path, kills: int, random: Random) -> Tally:
    """``kills`` lives of one of jobs.KINDS, killed; histories live in ``folder`` one after another."""
    tally = Tally()
    while tally.kills < kills:
        place = folder / f"history-{tally.kills}"
        promises = Promises()
        for _ in range(min(LIVES, kills - tally.kills)):
            _live(children, kind, place, promises, tally, random)
        promises.look(children.run("open_and_look", kind, place))
        tally.stored += len(promises.stored)
        tally.deleted += len(promises.gone)
        tally.broken += promises.broken
        if not promises.broken:
            shutil.rmtree(place)
    return tally


def _live(children: Children, kind: str, place: Path, promises: Promises, tally: Tally, random: Random) -> None:
    """One life, from its start to its kill."""
    again = [*list(promises.unanswered)[:AGAIN], *random.sample(sorted(promises.stored), min(3, len(promises.stored)))]
    child = children.start("stream", kind, place, tally.kills, *again)
    after = random.choice(tuple(WITHIN))
    if after == "start":
        child.kill_in(random.uniform(0, WITHIN[after]))
    opening: list[str] = []
    is_open = False
    for line in child.lines:
        if line.startswith(after):
            child.kill_in(random.uniform(0, WITHIN[after]))
            after = "never again"
        if line == "ready":
            is_open = True
            promises.look(opening)
        elif is_open:
            promises.hear(line)
        else:
            opening.append(line)
    tally.kills += 1
    tally.while_opening += not is_open
