from random import Random

import pytest
from tests.faults.disk import (
    SECTOR,
    Created,
    Cut,
    Deleted,
    FolderSynced,
    Luck,
    Renamed,
    Step,
    Synced,
    Told,
    Written,
    cut_after,
    told_before,
)

NOTHING, ALL = Luck(0.0, 0.0), Luck(1.0, 0.0)
FILE = (Created("a"), Written("a", 0, b"one"), Synced("a"), FolderSynced())


@pytest.mark.parametrize(
    ("steps", "least", "most"),
    [
        ((*FILE, Written("a", 3, b"two")), {"a": b"one"}, {"a": b"onetwo"}),
        ((*FILE, Written("a", 3, b"two"), Synced("a")), {"a": b"onetwo"}, {"a": b"onetwo"}),
        ((*FILE, Written("a", 5, b"x")), {"a": b"one"}, {"a": b"one\0\0x"}),
        ((*FILE, Cut("a", 1)), {"a": b"one"}, {"a": b"o"}),
        ((Created("a"), Written("a", 0, b"one"), Synced("a")), {}, {"a": b"one"}),
        ((Created("a"), FolderSynced(), Written("a", 0, b"one")), {"a": b""}, {"a": b"one"}),
        ((*FILE, Renamed("a", "b")), {"a": b"one"}, {"b": b"one"}),
        ((*FILE, Renamed("a", "b"), FolderSynced()), {"b": b"one"}, {"b": b"one"}),
        ((*FILE, Deleted("a")), {"a": b"one"}, {}),
        ((*FILE, Deleted("a"), FolderSynced()), {}, {}),
        ((*FILE, Deleted("a"), Created("a"), Written("a", 0, b"new"), Synced("a")), {"a": b"one"}, {"a": b"new"}),
        ((*FILE, Created("b"), Written("b", 0, b"new"), Synced("b"), Renamed("b", "a")), {"a": b"one"}, {"a": b"new"}),
    ],
    ids=[
        "a write", "a synced write", "a write behind the end", "a cut", "a new file", "a new file in a synced folder", "another name",
        "another name in a synced folder", "a deletion", "a deletion in a synced folder", "a new file of the same name", "put in its place",
    ],
)  # fmt: skip
def test_what_was_synced_is_there_and_the_rest_may_be(steps: tuple[Step, ...], least: dict[str, bytes], most: dict[str, bytes]) -> None:
    assert cut_after(steps, len(steps), Random(1), NOTHING) == least
    assert cut_after(steps, len(steps), Random(1), ALL) == most
    assert cut_after(steps, 0, Random(1), ALL) == {}


def test_a_torn_write_has_whole_sectors_of_old_and_new_and_nothing_else() -> None:
    size = 5 * SECTOR
    steps = (Created("a"), Written("a", 0, b"o" * size), Synced("a"), FolderSynced(), Written("a", 100, b"n" * (size - 200)))
    seen = set()
    for seed in range(50):
        found = cut_after(steps, len(steps), Random(seed), Luck(1.0, 1.0))["a"]
        sectors = [found[start : start + SECTOR] for start in range(0, size, SECTOR)]
        assert sectors[0] in (b"o" * SECTOR, b"o" * 100 + b"n" * (SECTOR - 100))
        assert sectors[4] in (b"o" * SECTOR, b"n" * (SECTOR - 100) + b"o" * 100)
        assert all(sector in (b"o" * SECTOR, b"n" * SECTOR) for sector in sectors[1:4])
        seen.add(found)
    assert len(seen) > 10


def test_of_several_unsynced_writes_a_later_one_may_be_there_without_an_earlier() -> None:
    steps = (*FILE, Written("a", 0, b"1"), Written("a", 1, b"2"))
    assert {cut_after(steps, len(steps), Random(seed), Luck(0.5, 0.0))["a"] for seed in range(40)} == {b"one", b"1ne", b"o2e", b"12e"}


def test_new_names_come_to_the_disk_in_their_order() -> None:
    steps = (Created("a"), Created("b"), Created("c"))
    found = {tuple(sorted(cut_after(steps, 3, Random(seed), Luck(0.5, 0.0)))) for seed in range(40)}
    assert found == {(), ("a",), ("a", "b"), ("a", "b", "c")}


def test_what_was_told_counts_only_up_to_the_cut() -> None:
    steps = (Told("stored 1"), Created("a"), Told("stored 2"))
    assert told_before(steps, 2) == ["stored 1"]
