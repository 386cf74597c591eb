"""A power cut while the passphrase is changed or everything is erased: what was told holds, and the history is never without a passphrase
that opens it, until the person erases it.
"""

import pickle
from pathlib import Path
from random import Random

import pytest
from tests.faults.children import Children
from tests.faults.disk import LUCKS, Step, told_before
from tests.faults.jobs import NEW_PASSPHRASE
from tests.faults.life import PASSPHRASE
from tests.faults.power import lay_out

from netcurtain.history.vault import Vault, VaultUnreadableError, WrongPassphraseError


@pytest.fixture(scope="module")
def steps(server: Children, tmp_path_factory: pytest.TempPathFactory) -> list[Step]:
    folder = tmp_path_factory.mktemp("key")
    server.run("record_key", folder / "history", folder / "steps")
    there, lived = pickle.loads((folder / "steps").read_bytes())
    return [*there, *lived]


def opens(place: Path) -> set[str]:
    """Which of the two passphrases."""
    found = set()
    for passphrase in (PASSPHRASE, NEW_PASSPHRASE):
        try:
            Vault(place).open(passphrase)
            found.add(passphrase)
        except (WrongPassphraseError, VaultUnreadableError):
            pass
    return found


EITHER = ({PASSPHRASE}, {NEW_PASSPHRASE})
ALLOWED: dict[str, tuple[set[str], ...]] = {
    "": (set(), {PASSPHRASE}),
    "stored 0-0": ({PASSPHRASE},),
    "changing": EITHER,
    "changed": ({NEW_PASSPHRASE},),
    "stored 0-1": ({NEW_PASSPHRASE},),
    "erasing": (set(), {NEW_PASSPHRASE}),
    "erased": (set(),),
}
"""What may open the history, by what was told last."""


def test_what_was_told_of_the_key_holds_after_a_power_cut(steps: list[Step], tmp_path: Path) -> None:
    random = Random(8)
    assert set(told_before(steps, len(steps))) == set(ALLOWED) - {""}
    positions = _where_the_key_changes(steps)
    for number, position in enumerate(positions):
        place = tmp_path / str(number)
        lay_out(place, steps, position, random, LUCKS[number % len(LUCKS)])
        last = ["", *told_before(steps, position)][-1]
        assert opens(place) in ALLOWED[last], f"{last} at {position}"


def _where_the_key_changes(steps: list[Step]) -> list[int]:
    """After each step that has to do with the key or was told, a few times each."""
    return [
        position + 1
        for position, step in enumerate(steps)
        for _ in LUCKS
        if "key" in str(getattr(step, "name", "")) or "key" in str(getattr(step, "to", "")) or not hasattr(step, "name")
    ]
