import pytest

from netcurtain.history import forgotten
from netcurtain.history.forgotten import Forgotten


def test_a_forgotten_visit_is_refused_with_all_its_pages_and_a_forgotten_page_alone() -> None:
    gone = Forgotten()
    gone.add_visits(["v1"])
    gone.add_pages([b"p2"])
    assert gone.has("v1", b"p1")
    assert gone.has("v2", b"p2")
    assert not gone.has("v2", b"p3")


def test_the_ones_forgotten_last_are_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(forgotten, "MAX_FORGOTTEN", 2)
    gone = Forgotten()
    for number in (1, 2, 3):
        gone.add_visits([f"v{number}"])
        gone.add_pages([b"p%d" % number])
    assert [gone.has(f"v{number}", b"") for number in (1, 2, 3)] == [False, True, True]
    assert [gone.has("", b"p%d" % number) for number in (1, 2, 3)] == [False, True, True]
