"""What a browser takes of this computer: its processes are found by their folder, and measured."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil
import pytest

from netcurtain.survey.looking import processes

MB = 1024 * 1024
WAITING = "import sys; print('here', flush=1); sys.stdin.buffer.read(int(sys.argv[1])); print('read', flush=True); sys.stdin.buffer.read()"


@contextmanager
def started(*words: str) -> Iterator[subprocess.Popen[bytes]]:
    """A program that is there, reads so many bytes, as the first word says, and then waits to be ended."""
    with subprocess.Popen(
        [sys.executable, "-c", WAITING, *words], stdin=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True
    ) as one:
        try:
            assert one.stdout is not None
            assert one.stdout.readline() == b"here\n"  # until then it may be called as we are
            yield one
        finally:
            one.kill()


def test_the_size_of_a_folder_is_that_of_all_files_below_it_without_their_holes(tmp_path: Path) -> None:
    (tmp_path / "one" / "two").mkdir(parents=True)
    (tmp_path / "one" / "a").write_bytes(b"x" * MB)
    (tmp_path / "one" / "two" / "b").write_bytes(b"x" * MB)
    with (tmp_path / "hole").open("wb") as file:
        file.truncate(100 * MB)
    (tmp_path / "nowhere").symlink_to(tmp_path / "gone")
    assert 2 * MB <= processes.size_of(tmp_path) < (3 * MB if sys.platform == "linux" else 103 * MB)


def test_a_browser_is_found_by_its_folder_and_is_gone_when_it_was_ended(tmp_path: Path) -> None:
    with started("0", f"--user-data-dir={tmp_path}/profile") as browser:
        root = processes.root_of(str(tmp_path))
        assert root is not None
        assert root.pid == browser.pid
        assert processes.memory_of(root) > 0
        processes.end_all(root)
        assert root.status() == psutil.STATUS_ZOMBIE if sys.platform == "linux" else not root.is_running()
    assert processes.root_of(str(tmp_path)) is None


@pytest.mark.skipif(sys.platform != "linux", reason="this system does not say how much comes through a process")
def test_what_came_through_its_network_process_is_known() -> None:
    with started(str(5 * MB), processes.NETWORK) as one:
        network = processes.network_of(psutil.Process(one.pid))
        assert network is not None
        before = processes.came_through(network)
        assert one.stdin is not None
        assert one.stdout is not None
        one.stdin.write(b"x" * 5 * MB)
        one.stdin.flush()
        assert one.stdout.readline() == b"read\n"
        assert processes.came_through(network) >= before + 4 * MB


def test_a_browser_without_such_a_process_has_none(tmp_path: Path) -> None:
    with started("0", f"--user-data-dir={tmp_path}") as one:
        assert processes.network_of(psutil.Process(one.pid)) is None
