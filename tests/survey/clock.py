"""A clock for the keeping of results: time passes only where it is waited for."""

import asyncio
from typing import Any

import pytest

from netcurtain.survey import keeping, way_out


class Clock:
    """``waited`` are the seconds of each wait of a computer that rests. Nothing else goes on meanwhile."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.now = 1_000.0
        self.waited: list[float] = []
        for module in (keeping, way_out):
            monkeypatch.setattr(module, "monotonic", self.moment)
        monkeypatch.setattr(keeping, "time", self.moment)
        monkeypatch.setattr(keeping, "sleep", self.sleep)

    def moment(self) -> float:
        """No two are the same."""
        self.now += 0.001
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.waited.append(seconds)
        self.now += seconds


class Loop(asyncio.SelectorEventLoop):
    """For several that wait at once: where all do, the moment comes at once for which the first of them waits."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        super().__init__()
        self.now = 1_000.0
        for module in (keeping, way_out):
            monkeypatch.setattr(module, "monotonic", self.moment)
        monkeypatch.setattr(keeping, "time", self.moment)

    def time(self) -> float:
        return self.now

    def moment(self) -> float:
        """No two are the same."""
        self.now += 0.001
        return self.now

    def _run_once(self) -> None:
        this: Any = self
        waits = [timer.when() for timer in this._scheduled if not timer.cancelled()]
        if waits and not this._ready:
            self.now = max(self.now, min(waits))
        this.__class__.__base__._run_once(self)
