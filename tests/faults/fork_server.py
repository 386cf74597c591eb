"""Imports once and forks a child for each trial, so that a trial costs milliseconds: ``python -m tests.faults.fork_server``.

It reads a line for each child, ``JOB`` and its arguments as a list in JSON, and writes ``pid NUMBER``. What the child tells follows, a
line each, then ``over STATUS``: 0 where it came to its end, minus the number of the signal that ended it, 1 where it failed.
"""

import json
import os
import sys
import traceback
from collections.abc import Callable

from tests.faults import jobs, small_disk_jobs

from netcurtain.history import vault

JOBS = jobs.JOBS | small_disk_jobs.JOBS


def tell(line: str) -> None:
    """One write a line: lines of several threads do not mix, and what was told before a kill was told."""
    os.write(sys.stdout.fileno(), f"{line}\n".encode())


def serve() -> None:
    for line in iter(sys.stdin.readline, ""):
        job, *arguments = json.loads(line)
        child = os.fork()
        if child == 0:
            _be_child(JOBS[job], arguments)
        tell(f"pid {child}")
        _, status = os.waitpid(child, 0)
        tell(f"over {os.waitstatus_to_exitcode(status)}")


def _be_child(job: Callable[..., None], arguments: list[str]) -> None:
    try:
        job(tell, *arguments)
    except BaseException:
        traceback.print_exc()
        os._exit(1)
    os._exit(0)


if __name__ == "__main__":
    vault.MEMORY_KIB, vault.PASSES, vault.LANES = 8 * 1024, 1, 1  # there are thousands of lives, each with its passphrase
    serve()
