"""The children of every test here come from one process that has imported all they need."""

import sys
from collections.abc import Iterator

import pytest
from tests.faults import children
from tests.faults.children import Children


@pytest.fixture(scope="session")
def server() -> Iterator[Children]:
    if sys.platform != "linux":
        pytest.skip("a trial is a forked child that is looked at in /proc")
    with children.running() as started:
        yield started
