"""Which stage a moment belongs to, and which of a browser's tabs are ours. Pure.

Moments are milliseconds since 1970 by this computer's clock, which is the browser's as well. Whoever drives the browser marks them as it
goes (listening.py); what was seen is put in its place afterwards (gathering.py, recording.py).
"""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from math import inf
from typing import TypeVar

from netcurtain.survey.result import Stage

Key = TypeVar("Key")


@dataclass(frozen=True, slots=True)
class Mark:
    """From ``time`` on it was this stage; None: what is seen then is not counted."""

    time: float
    stage: Stage | None


@dataclass(frozen=True, slots=True)
class Timeline:
    """``marks`` in their order; ``tabs`` are the moments from which a tab of ours was waited for."""

    marks: tuple[Mark, ...] = ()
    tabs: tuple[float, ...] = ()

    @property
    def stages(self) -> tuple[Stage, ...]:
        """Every stage that was begun, in the order of Stage."""
        begun = {mark.stage for mark in self.marks}
        return tuple(stage for stage in Stage if stage in begun)

    def stage_at(self, time: float) -> Stage | None:
        """The stage of a moment; None before the first mark."""
        before = bisect_right([mark.time for mark in self.marks], time)
        return self.marks[before - 1].stage if before else None

    def begins(self, stage: Stage) -> float:
        """When a stage began; never, for one that did not."""
        return min((mark.time for mark in self.marks if mark.stage is stage), default=inf)

    def ends(self, stage: Stage) -> float:
        """When a stage was over: at the mark after its last one."""
        ends = [mark.time for mark in self.marks[1:]] + [inf]
        return max((end for mark, end in zip(self.marks, ends, strict=False) if mark.stage is stage), default=-inf)

    def ours(self, opened: Iterable[tuple[Key, float]]) -> frozenset[Key]:
        """The tabs of ours among those that opened, each with when: the first that is new after each moment a tab was waited for.

        A window that a page opened by itself is none of them. Where no tab was ever waited for, it is the first that opened.
        """
        firsts: dict[Key, float] = {}
        for key, time in opened:
            firsts[key] = min(time, firsts.get(key, inf))
        in_order = sorted(firsts, key=firsts.__getitem__)
        found = (next((key for key in in_order if firsts[key] >= since), None) for since in self.tabs or (-inf,))
        return frozenset(key for key in found if key is not None)
