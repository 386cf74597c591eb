import stat
from dataclasses import dataclass
from pathlib import Path

import pytest

from netcurtain.history.kept_folder import KeptFolder
from netcurtain.history.tries import Tries, wait_after


@dataclass
class Now:
    seconds: float = 100.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def now() -> Now:
    return Now()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    KeptFolder(tmp_path).ready()
    return tmp_path


def wrong(tries: Tries, times: int = 1) -> float:
    waits = []
    for _ in range(times):
        tries.begin()
        waits.append(tries.wrong())
    return waits[-1]


@pytest.mark.parametrize(
    ("tries", "seconds"), [(0, 0), (-1, 0), (1, 1), (2, 2), (3, 4), (4, 8), (5, 16), (6, 32), (7, 60), (8, 60), (1_000_000, 60)]
)
def test_each_wrong_try_makes_the_next_wait_longer_up_to_a_minute(tries: int, seconds: float) -> None:
    assert wait_after(tries) == seconds


def test_the_first_try_is_heard_at_once(folder: Path, now: Now) -> None:
    assert Tries(folder, now).wait() == 0


def test_after_a_wrong_try_the_next_is_heard_when_the_wait_is_over(folder: Path, now: Now) -> None:
    tries = Tries(folder, now)
    assert wrong(tries, 3) == 4
    now.seconds += 3.9
    assert 0 < tries.wait() <= 0.11
    now.seconds += 0.1
    assert tries.wait() == 0


def test_the_wait_runs_from_the_answer_however_long_that_took(folder: Path, now: Now) -> None:
    tries = Tries(folder, now)
    tries.begin()
    now.seconds += 30
    assert tries.wrong() == 1


def test_the_number_outlives_a_restart_and_the_wait_begins_anew(folder: Path, now: Now) -> None:
    wrong(Tries(folder, now), 5)
    again = Tries(folder, now)
    assert again.wait() == 16
    now.seconds += 16
    assert again.wait() == 0
    assert wrong(again) == 32


def test_a_try_that_was_never_answered_counts(folder: Path, now: Now) -> None:
    Tries(folder, now).begin()
    assert Tries(folder, now).wait() == 1


def test_the_right_one_ends_all_waiting_for_good(folder: Path, now: Now) -> None:
    tries = Tries(folder, now)
    wrong(tries, 9)
    tries.right()
    assert tries.wait() == 0
    assert Tries(folder, now).wait() == 0
    assert not list(folder.iterdir())


def test_the_file_is_a_number_for_this_person_alone(folder: Path, now: Now) -> None:
    wrong(Tries(folder, now), 12)
    assert KeptFolder(folder).tries.read_bytes() == b"12"
    assert stat.S_IMODE(KeptFolder(folder).tries.stat().st_mode) == 0o600


@pytest.mark.parametrize("content", [b"", b"-3", b"many", b"\xff\xfe", b"1.5", "\u0663".encode()])
def test_a_file_that_says_nothing_counts_nothing(folder: Path, now: Now, content: bytes) -> None:
    KeptFolder(folder).tries.write_bytes(content)
    assert Tries(folder, now).wait() == 0


def test_a_file_with_a_huge_number_makes_nobody_wait_longer_than_a_minute(folder: Path, now: Now) -> None:
    KeptFolder(folder).tries.write_bytes(b"9" * 100_000)
    assert Tries(folder, now).wait() == 60


def test_where_nothing_can_be_written_it_counts_in_memory(tmp_path: Path, now: Now) -> None:
    tries = Tries(tmp_path / "not there", now)
    assert wrong(tries, 2) == 2
    tries.right()
    assert tries.wait() == 0
