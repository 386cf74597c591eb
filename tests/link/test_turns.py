"""Tabs take turns: what one of them does without end holds up no other."""

import pytest

from netcurtain.core.consent import Consent
from netcurtain.core.observation import (
    AppWanted,
    Body,
    ConsentSeen,
    EraseWanted,
    Fates,
    FormDescribed,
    FormDescriptor,
    Observation,
    PageChanged,
    PageClosed,
    PageInFront,
    PageOpened,
    RequestFate,
    Requests,
    Submitted,
)
from netcurtain.core.request import Fate, Request
from netcurtain.link import turns as turns_of
from netcurtain.link.turns import LETTERS, MAX_WAITING, TURN, Turns


def opened(page: str, tab: int) -> PageOpened:
    return PageOpened(page, tab, "https://www.example.org/", private=False, time=1.0)


def requested(page: str, count: int, *, first: int = 0, letters: int = 0) -> Requests:
    return Requests([Request(f"{page} r{first + n}", page, "https://t.example/" + "x" * letters) for n in range(count)])


def fated(page: str, count: int) -> Fates:
    return Fates([RequestFate(f"{page} r{n}", page, Fate.SENT) for n in range(count)])


def submitted(page: str, name: str = "s1") -> Submitted:
    return Submitted(name, page, "f1", held=False, time=1.0)


def every_turn(turns: Turns) -> list[tuple[str, list[Observation]]]:
    taken = []
    while (turn := turns.next()) is not None:
        taken.append((turn.browser, list(turn.observations)))
    return taken


def ids(observations: list[Observation]) -> list[str]:
    return [request.id for one in observations if isinstance(one, Requests) for request in one.requests]


def test_where_nothing_waits_there_is_no_turn() -> None:
    assert Turns().next() is None


def test_what_one_tab_says_keeps_its_order() -> None:
    turns = Turns()
    said: list[Observation] = [
        opened("p1", 1),
        requested("p1", 1),
        fated("p1", 1),
        submitted("p1"),
        PageClosed("p1"),
        opened("p2", 1),
        submitted("p2", "s2"),
    ]
    for one in said:
        assert turns.add("b", one)
    assert every_turn(turns) == [("b", said)]
    assert turns.waiting == 0


def test_another_tab_waits_for_one_turn_and_no_more() -> None:
    turns = Turns()
    turns.add("b", opened("flood", 1))
    turns.add("b", requested("flood", 1000))
    turns.add("b", opened("form", 2))
    turns.add("b", submitted("form"))
    first, second = turns.next(), turns.next()
    assert first is not None
    assert second is not None
    assert {getattr(one, "page", "") or ids([one])[0].split()[0] for one in first.observations} == {"flood"}
    assert list(second.observations) == [opened("form", 2), submitted("form")]


def test_a_large_batch_is_cut_into_turns_and_nothing_of_it_is_lost() -> None:
    turns = Turns()
    turns.add("b", requested("p1", 60))
    taken = every_turn(turns)
    assert [len(ids(said)) for _, said in taken] == [TURN, TURN, 10]
    assert [one for _, said in taken for one in ids(said)] == [f"p1 r{n}" for n in range(60)]


def test_a_batch_about_several_pages_goes_to_the_lane_of_each() -> None:
    turns = Turns()
    turns.add("b", opened("p1", 1))
    turns.add("b", opened("p2", 2))
    both = Requests([*requested("p1", 1).requests, *requested("p2", 1).requests, *requested("p1", 1, first=1).requests])
    turns.add("b", both)
    assert [ids(said) for _, said in every_turn(turns)] == [["p1 r0", "p1 r1"], ["p2 r0"]]


def test_long_addresses_make_a_turn_shorter() -> None:
    turns = Turns()
    turns.add("b", requested("p1", 10, letters=10 * LETTERS))
    assert [len(ids(said)) for _, said in every_turn(turns)] == [2] * 5


@pytest.mark.parametrize(
    "heavy",
    [
        FormDescribed("p1", "f1", FormDescriptor()),
        Body("r1", "p1", raw=b"x" * LETTERS * TURN),
        Body("r1", "p1", {"a": ["x" * LETTERS * TURN]}),
    ],
    ids=["a form", "bytes", "fields"],
)
def test_what_takes_long_to_read_is_a_turn_by_itself(heavy: Observation) -> None:
    turns = Turns()
    for _ in range(2):
        turns.add("b", heavy)
    assert [said for _, said in every_turn(turns)] == [[heavy], [heavy]]


@pytest.mark.parametrize("due", [PageInFront("p1"), PageInFront(), EraseWanted(), AppWanted()], ids=lambda due: type(due).__name__)
def test_what_tells_of_no_tabs_doings_does_not_wait(due: Observation) -> None:
    turns = Turns()
    assert not turns.add("b", due)
    assert turns.next() is None


def test_two_browsers_with_the_same_names_have_lanes_of_their_own() -> None:
    turns = Turns()
    turns.add("a", requested("p1", 30))
    turns.add("b", submitted("p1"))
    assert [browser for browser, _ in every_turn(turns)] == ["a", "b", "a"]


def test_one_browsers_turns_can_be_asked_for() -> None:
    turns = Turns()
    turns.add("a", submitted("p1"))
    turns.add("b", submitted("p2"))
    turn = turns.next("b")
    assert turn is not None
    assert turn.browser == "b"
    assert turns.next("b") is None
    assert turns.next("a") is not None


def flood(turns: Turns, page: str) -> None:
    for n in range(2 * MAX_WAITING // 1000):
        turns.add("b", requested(page, 1000, first=n * 1000))


def test_more_requests_than_may_wait_are_passed_over_and_leave_a_gap_that_is_told_once() -> None:
    turns = Turns()
    flood(turns, "p1")
    assert turns.waiting <= MAX_WAITING // turns_of.SHARE
    first, second = turns.next(), turns.next()
    assert first is not None
    assert second is not None
    assert (list(first.gaps), list(second.gaps)) == (["p1"], [])


@pytest.mark.parametrize(
    "bulk",
    [fated("p1", 1), Body("r1", "p1", raw=b"x"), ConsentSeen("p1", Consent.REFUSED, 1.0)],
    ids=["fates", "a body", "a consent"],
)
def test_other_bulk_is_passed_over_without_a_gap(bulk: Observation) -> None:
    turns = Turns()
    for _ in range(MAX_WAITING):
        turns.add("b", bulk)
    assert turns.waiting <= MAX_WAITING // turns_of.SHARE
    turn = turns.next()
    assert turn is not None
    assert list(turn.gaps) == []


def test_submissions_forms_and_closings_are_never_passed_over() -> None:
    turns = Turns()
    flood(turns, "p1")
    kept: list[Observation] = [
        submitted("p1"),
        FormDescribed("p1", "f1", FormDescriptor()),
        PageChanged("p1", title="t"),
        PageClosed("p1"),
    ]
    for one in kept:
        turns.add("b", one)
    heard = [one for _, said in every_turn(turns) for one in said]
    assert heard[-4:] == kept


def test_a_tab_that_floods_leaves_room_for_the_others() -> None:
    turns = Turns()
    flood(turns, "p1")
    turns.add("b", requested("p2", 500))
    heard = [one for _, said in every_turn(turns) for one in ids(said)]
    assert sum(one.startswith("p2") for one in heard) == 500


def test_however_many_tabs_flood_what_waits_has_an_end() -> None:
    turns = Turns()
    for n in range(20):
        flood(turns, f"p{n}")
    assert turns.waiting <= MAX_WAITING
    turns.add("b", requested("late", 10))
    assert "late r9" in [one for _, said in every_turn(turns) for one in ids(said)]


def test_of_a_browser_that_is_forgotten_nothing_is_heard() -> None:
    turns = Turns()
    turns.add("a", submitted("p1"))
    turns.add("b", opened("p1", 1))
    turns.add("b", requested("p1", 100))
    turns.forget("b")
    assert [browser for browser, _ in every_turn(turns)] == ["a"]
    assert turns.waiting == 0


def test_the_tabs_that_are_remembered_have_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turns_of, "MAX_PAGES", 10)
    turns = Turns()
    for n in range(30):
        turns.add("b", opened(f"p{n}", n))
    assert len(turns._tabs) == 10
    for n in range(30):
        turns.add("b", PageClosed(f"p{n}"))
    assert turns._tabs == {}
