"""What a child of fork_server.py does on a small disk of its own: it is full, it fills, or nothing can be written."""

from collections.abc import Callable
from pathlib import Path

from tests.faults import own_disk
from tests.faults.jobs import Tell, tell_opened
from tests.faults.life import Life

SMALL_DISK = 6 * 1024 * 1024
ENOUGH = 100
"""Submissions after which a log that had room has none."""


def on_full_disk(tell: Tell, place: str) -> None:
    """A history whose disk is full when it is opened; a visit is deleted there, then all of it."""
    history, made = _on_own_disk(tell, Path(place))
    if not made:
        return
    own_disk.fill(history.parent / "filler")
    life = Life(history, tell)
    tell_opened(tell, life.open())
    for number in range(3):
        life.send(f"1-{number}")
    life.wait()
    life.forget("0-0")
    tell(f"shown {len(life.visits())}")
    life.store.stop()
    tell(f"left {sorted(file.name for file in history.iterdir() if file.stat().st_size)}")


def on_disk_that_fills(tell: Tell, place: str) -> None:
    """A disk that is full while the history is open, and has room again later."""
    history, made = _on_own_disk(tell, Path(place))
    if not made:
        return
    answers: list[str] = []

    def listen(line: str) -> None:
        answers.append(line)
        tell(line)

    life = Life(history, listen)
    tell_opened(tell, life.open())
    # What an opening writes has been written once there are answers; and what the log has room for is used up before anything is refused.
    life.send("0-9")
    life.wait()
    life.visits()
    own_disk.fill(history.parent / "filler")
    number = 0
    while not any(line.startswith("disk") for line in answers) and number < ENOUGH:
        life.send(f"1-{number}")
        life.wait()
        number += 1
    for last in (number, number + 1):
        life.send(f"1-{last}")
    life.wait()
    life.forget("0-0")
    tell(f"shown {len(life.visits())}")
    (history.parent / "filler").unlink()
    life.send("2-0")
    life.wait()
    life.store.stop()


def on_read_only_disk(tell: Tell, place: str) -> None:
    """A disk on which nothing can be written."""
    history, made = _on_own_disk(tell, Path(place))
    if not made:
        return
    own_disk.make_read_only(history.parent)
    before = {file.name: file.read_bytes() for file in history.iterdir()}
    life = Life(history, tell)
    tell_opened(tell, life.open())
    life.send("1-0")
    life.wait()
    life.store.stop()
    tell(f"unchanged {before == {file.name: file.read_bytes() for file in history.iterdir()}}")


def _on_own_disk(tell: Tell, folder: Path) -> tuple[Path, bool]:
    """A history of three visits on a small disk of its own; told where this system does not let us have one."""
    history = folder / "history"
    try:
        own_disk.mount(folder, SMALL_DISK)
    except own_disk.NoOwnDiskError:
        tell("no disk")
        return history, False
    life = Life(history, lambda _line: None)
    life.open()
    for number in range(3):
        life.send(f"0-{number}")
    life.wait()
    life.store.stop()
    return history, True


JOBS: dict[str, Callable[..., None]] = {job.__name__: job for job in (on_full_disk, on_disk_that_fills, on_read_only_disk)}
