"""What was promised outlives kill -9 and power cuts. `make faults` sets NETCURTAIN_FAULTS=1: a thousand kills, a hundred cuts, and the
counts are printed.
"""

import os
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from tests.faults.children import Children
from tests.faults.killing import kill_often
from tests.faults.power import cut_often

WHOLE = os.environ.get("NETCURTAIN_FAULTS") == "1"
KILLS = 1000 if WHOLE else 12
CUTS = 100 if WHOLE else 10

pytestmark = pytest.mark.timeout(7200 if WHOLE else 180)


@pytest.fixture
def say(capsys: pytest.CaptureFixture[str]) -> Callable[[object], None]:
    """The counts are shown where they were asked for."""

    def shown(tally: object) -> None:
        if WHOLE:
            with capsys.disabled():
                print(f"\n{tally}")

    return shown


def kinds(broken: list[str]) -> set[str]:
    return {line.split()[0] for line in broken}


def test_what_was_acknowledged_outlives_kill_9(server: Children, tmp_path: Path, say: Callable[[object], None]) -> None:
    tally = kill_often(server, "ours", tmp_path, KILLS, Random(8))
    say(tally)
    assert tally.broken == []
    assert tally.kills == KILLS
    assert tally.stored > 0
    assert tally.while_opening < tally.kills


def test_what_was_acknowledged_outlives_a_power_cut(server: Children, tmp_path: Path, say: Callable[[object], None]) -> None:
    tally = cut_often(server, "ours", tmp_path, CUTS, Random(8))
    say(tally)
    assert tally.broken == []
    assert tally.cuts == CUTS
    assert tally.stored > 0
    assert tally.deleted > 0


@pytest.mark.parametrize(("kind", "found"), [("hasty", {"lost"}), ("repeating", {"twice"}), ("careful", set())])
def test_the_kills_find_out_a_history_that_breaks_its_promises(server: Children, tmp_path: Path, kind: str, found: set[str]) -> None:
    assert kinds(kill_often(server, kind, tmp_path, 8, Random(8)).broken) == found


@pytest.mark.parametrize(("kind", "found"), [("not synced", {"lost"}), ("careful", set())])
def test_the_power_cuts_find_out_a_history_that_does_not_wait_for_the_disk(
    server: Children, tmp_path: Path, kind: str, found: set[str]
) -> None:
    assert kinds(cut_often(server, kind, tmp_path, 6, Random(8)).broken) == found
