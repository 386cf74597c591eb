"""The list of what waits, by itself; with a history around it in test_store_deletes_locked.py and test_store_unkept.py."""

import math
from pathlib import Path

import pytest

from netcurtain.history import at_opening
from netcurtain.history.at_opening import AtOpening
from netcurtain.history.doomed import Doomed, TheSite, TheVisit
from netcurtain.history.shelf import RETRY_SECONDS


def waiting_in(waiting: AtOpening) -> list[Doomed]:
    """Tried once, and nothing could be deleted."""
    tried: list[Doomed] = []

    def fail(what: Doomed) -> list[Doomed]:
        tried.append(what)
        return [what]

    waiting.work_off(fail)
    return tried


def test_of_very_many_the_oldest_are_let_go_of(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(at_opening, "MAX_WAITING", 2)
    waiting = AtOpening()
    for what in (TheVisit("v1"), TheSite("a.example"), TheSite("a.example"), TheVisit("v2")):
        waiting.add(what)
    assert waiting_in(waiting) == [TheSite("a.example"), TheVisit("v2")]


def test_what_is_left_waits_for_another_try_a_little_later() -> None:
    waiting = AtOpening()
    assert waiting.wait == math.inf
    waiting.add(TheSite("a.example"))
    waiting.add(TheVisit("v9"))
    assert waiting.wait == 0
    waiting.work_off(lambda what: [TheVisit("v1"), TheVisit("v2")] if isinstance(what, TheSite) else [])
    assert 0 < waiting.wait <= RETRY_SECONDS
    assert waiting_in(waiting) == [TheVisit("v1"), TheVisit("v2")]
    waiting.work_off(lambda _what: [])
    assert waiting.wait == math.inf


def test_single_visits_are_known_after_an_end_and_the_file_tells_of_nothing_else(tmp_path: Path) -> None:
    file = tmp_path / "unkept"
    waiting = AtOpening(file)
    for what in (TheVisit("b:p1"), TheSite("a.example")):
        waiting.add(what)
    waiting.write()
    assert file.read_bytes() == b'["b:p1"]'
    assert file.stat().st_mode & 0o777 == 0o600
    later = AtOpening(file)
    later.read()
    assert later.wait == 0
    assert waiting_in(later) == [TheVisit("b:p1")]
    later.work_off(lambda _what: [])
    assert not file.exists()


@pytest.mark.parametrize("content", [b"", b"{}", b"[1]", b'["v1"', b'["\xff"]'])
def test_a_file_that_makes_no_sense_is_passed_over(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "unkept"
    file.write_bytes(content)
    waiting = AtOpening(file)
    waiting.read()
    assert waiting.wait == math.inf


def test_where_it_cannot_be_written_or_read_this_run_knows_it_all_the_same(tmp_path: Path) -> None:
    waiting = AtOpening(tmp_path / "nowhere" / "unkept")
    waiting.add(TheVisit("v1"))
    waiting.write()
    waiting.read()
    assert waiting_in(waiting) == [TheVisit("v1")]
