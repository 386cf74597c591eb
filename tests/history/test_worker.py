"""The thread itself; what the history does on it is tried in test_store.py."""

import threading
from collections.abc import Iterator

import pytest

from netcurtain.history import worker as worker_module
from netcurtain.history.worker import Worker

TIMEOUT = 20


class Work:
    """Notes what it is asked for, in order."""

    def __init__(self) -> None:
        self.done: list[str] = []
        self.pauses: list[float | None] = []
        self.refuses: Exception | None = None
        self.tended = threading.Event()

    def begin(self) -> None:
        if self.refuses is not None:
            raise self.refuses
        self.done.append("begin")

    def tend(self) -> None:
        self.done.append("tend")
        self.tended.set()

    def pause(self) -> float | None:
        return self.pauses.pop() if self.pauses else None

    def failed(self, error: Exception) -> None:
        self.done.append(f"failed: {error}")
        raise RuntimeError

    def end(self) -> None:
        self.done.append("end")


@pytest.fixture
def work() -> Work:
    return Work()


@pytest.fixture
def worker(work: Work) -> Iterator[Worker]:
    worker = Worker("worker", work)
    yield worker
    worker.stop()


def test_what_is_due_is_done_before_every_job_and_all_jobs_before_the_end(worker: Worker, work: Work) -> None:
    worker.start()
    for name in ("first", "second"):
        assert worker.ask(lambda name=name: work.done.append(name))  # type: ignore[misc]
    worker.stop()
    assert work.done == ["begin", "tend", "first", "tend", "second", "end"]
    assert not worker.ask(lambda: None)


def test_what_is_due_is_done_when_the_pause_is_over_though_nobody_asks(worker: Worker, work: Work) -> None:
    work.pauses = [0.01]
    worker.start()
    assert work.tended.wait(TIMEOUT)


def test_one_job_that_fails_keeps_none_of_the_others_from_being_done(worker: Worker, work: Work, caplog: pytest.LogCaptureFixture) -> None:
    def fail() -> None:
        raise ValueError("a secret")

    worker.start()
    worker.ask(fail)
    worker.ask(lambda: work.done.append("next"))
    worker.stop()
    assert work.done == ["begin", "tend", "failed: a secret", "tend", "next", "end"]
    assert "secret" not in caplog.text


def test_where_it_cannot_begin_it_says_so_and_takes_no_job(worker: Worker, work: Work) -> None:
    work.refuses = OSError("no")
    with pytest.raises(OSError, match="no"):
        worker.start()
    assert not worker.ask(lambda: None, always=True)


def test_where_too_much_waits_only_what_a_person_asked_for_is_taken(worker: Worker, work: Work, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker_module, "MAX_JOBS", 1)
    busy, go_on = threading.Event(), threading.Event()

    def hold() -> None:
        busy.set()
        go_on.wait(TIMEOUT)

    worker.start()
    worker.ask(hold)
    assert busy.wait(TIMEOUT)
    assert worker.ask(lambda: work.done.append("taken"))
    assert not worker.ask(lambda: work.done.append("too much"))
    assert worker.ask(lambda: work.done.append("asked for"), always=True)
    go_on.set()
    worker.stop()
    assert [name for name in work.done if name not in ("begin", "tend", "end")] == ["taken", "asked for"]
