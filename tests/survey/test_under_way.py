"""What a cluster has under way, while its workers go and come: no cluster but stand-ins for the way to one."""

import asyncio
from types import SimpleNamespace

import pytest
from tests.survey.stand_in import on_worker, task

from netcurtain.survey import cluster, wording

SITE = task("site1.example", 1)


class Cluster:
    """A client of a cluster that loses its workers; the only task ends when that has been looked at often enough."""

    loop = None

    def __init__(self, *threads: int) -> None:
        self._threads = list(threads)
        self._ended = asyncio.Event()

    def scheduler_info(self) -> dict[str, int]:
        if len(self._threads) == 1:
            self._ended.set()
        return {"total_threads": self._threads.pop(0)}

    async def __anext__(self) -> SimpleNamespace:
        await self._ended.wait()
        return SimpleNamespace(key="only")


def test_it_is_told_once_each_time_that_no_workers_are_left(monkeypatch: pytest.MonkeyPatch) -> None:
    async def told_with(*threads: int) -> list[str]:
        client, told = Cluster(*threads), list[str]()
        monkeypatch.setattr("distributed.as_completed", lambda **_more: client)
        under_way = cluster.UnderWay(client, b"", on_worker, told.append)
        under_way._given["only"] = cluster._Given(SITE, None, frozenset())
        assert (await under_way.next())[0] == SITE
        return told

    monkeypatch.setattr(cluster, "WAIT_SECONDS", 0.0)
    assert asyncio.run(told_with(2, 2, 0, 0, 1, 0)) == [wording.NO_WORKER_LEFT] * 2
    assert asyncio.run(told_with(0, 0, 1, 1)) == [wording.NO_WORKER_YET]


class Restarting:
    """A client whose only worker dies, and comes back under another address."""

    loop = None

    def __init__(self) -> None:
        self.given: list[dict[str, object]] = []
        self.cancelled: list[str] = []
        self._ended: asyncio.Queue[SimpleNamespace] = asyncio.Queue()

    def scheduler_info(self) -> dict[str, int]:
        return {"total_threads": 1}

    async def nthreads(self) -> dict[str, int]:
        return {"tcp://new": 1}

    def submit(self, *_: object, **how: object) -> SimpleNamespace:
        self.given.append(how)
        key = str(len(self.given))

        async def cancel() -> None:
            self.cancelled.append(key)

        return SimpleNamespace(key=key, where=how.get("workers"), cancel=cancel)

    def add(self, future: SimpleNamespace) -> None:
        """As of as_completed: what is for a worker that is gone never ends."""
        if future.where is None:
            self._ended.put_nowait(future)

    async def __anext__(self) -> SimpleNamespace:
        return await self._ended.get()


def test_a_task_for_workers_that_are_gone_is_given_to_whoever_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    async def given() -> None:
        client = Restarting()
        monkeypatch.setattr("distributed.as_completed", lambda **_more: client)
        under_way = cluster.UnderWay(client, b"", on_worker, print)
        under_way.add(SITE, ["tcp://old"])
        task, future = await under_way.next()
        assert (task, future.key, len(under_way)) == (SITE, "2", 0)
        assert client.cancelled == ["1"], "else two might look at it at a time"

    monkeypatch.setattr(cluster, "WAIT_SECONDS", 0.0)
    asyncio.run(given())
