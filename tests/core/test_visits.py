"""A visit goes on when the tab was on another site only for a moment."""

import pytest
from tests.core.scenes import NOON, SITE, opened

from netcurtain.core import visits as visits_file
from netcurtain.core.observation import PageOpened
from netcurtain.core.visits import BACK_WITHIN, Visits

HERE = "police.example"


def test_a_hop_through_other_hosts_and_back_goes_on_with_the_visit() -> None:
    visits = Visits()
    first = visits.of("b", opened("p1"), HERE)
    assert visits.of("b", opened("p2", time=NOON + 60_000), "login.example") is not first
    visits.of("b", opened("p3", time=NOON + 70_000), "identity.example")
    assert visits.of("b", opened("p4", time=NOON + 60_000 + BACK_WITHIN), HERE) is first


@pytest.mark.parametrize(
    ("browser", "back"),
    [
        pytest.param("b", opened("p3", time=NOON + 1 + BACK_WITHIN), id="too late"),
        pytest.param("b", opened("p3", tab=2), id="another tab"),
        pytest.param("b", opened("p3", private=True), id="a private window"),
        pytest.param("c", opened("p3"), id="another browser"),
    ],
)
def test_anything_else_is_a_new_visit(browser: str, back: PageOpened) -> None:
    visits = Visits()
    first = visits.of("b", opened("p1", SITE), HERE)
    visits.of("b", opened("p2"), "other.example")
    assert visits.of(browser, back, HERE).id == f"{browser}:p3" != first.id


def test_a_forgotten_browser_has_no_visit_to_come_back_to() -> None:
    visits = Visits()
    first = visits.of("b", opened("p1"), HERE)
    visits.of("b", opened("p2"), "other.example")
    visits.forget("b")
    assert len(visits) == 0
    assert visits.of("b", opened("p3"), HERE) is not first


def test_what_was_left_is_kept_for_a_moment_and_up_to_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(visits_file, "MAX_VISITS", 2)
    visits = Visits()
    for number in range(6):
        visits.of("b", opened(f"p{number}"), f"site{number}.example")
    assert len(visits) == 3
    visits.of("b", opened("later", time=NOON + 2 * BACK_WITHIN), "later.example")
    assert len(visits) == 2


@pytest.mark.parametrize(
    ("closed", "goes_on"),
    [(NOON, True), (NOON - 1, False), (None, True)],
    ids=["a moment ago", "long ago", "nobody says when"],
)
def test_a_visit_is_over_some_time_after_its_last_page_was_closed(closed: float | None, goes_on: bool) -> None:
    visits = Visits()
    first = visits.of("b", opened("p1", time=NOON - 3_600_000), HERE)
    visits.closed("b", 1, closed)
    assert (visits.of("b", opened("p2", time=NOON + BACK_WITHIN), HERE) is first) is goes_on


def test_a_page_closed_in_one_tab_ends_no_visit_of_another() -> None:
    visits = Visits()
    first = visits.of("b", opened("p1"), HERE)
    visits.closed("b", 2, NOON)
    visits.closed("c", 1, NOON)
    assert visits.of("b", opened("p2", time=NOON + 2 * BACK_WITHIN), HERE) is first
