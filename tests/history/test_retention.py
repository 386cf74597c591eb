import math
from typing import Any

import pytest

from netcurtain.core.settings import Retention
from netcurtain.history import retention
from netcurtain.history.retention import DAY, REMEMBERED, Stays, kept_since

SOON, UNTIL_CLOSE = Retention.FORGET_SOON, Retention.UNTIL_CLOSE
TEN = REMEMBERED[SOON]
LEFT = 1000.0


def stays(*told: tuple[float, Any]) -> Stays:
    made = Stays()
    for now, record in told:
        made.hear(record, now)
    return made


def test_every_answer_says_how_long_and_soon_is_ten_minutes() -> None:
    assert {answer: REMEMBERED[answer] for answer in Retention} == {answer: 600.0 if answer is SOON else math.inf for answer in Retention}


@pytest.mark.parametrize(
    ("answer", "since", "forgotten"),
    [
        (SOON, 0.0, False),
        (SOON, TEN - 0.001, False),
        (SOON, TEN, True),
        (SOON, 8 * 3600.0, True),
        (UNTIL_CLOSE, 0.0, False),
        (UNTIL_CLOSE, TEN, False),
        (UNTIL_CLOSE, 1e9, False),
    ],
    ids=["just left", "a moment before", "the time has come", "after a night", "kept: just left", "kept: later", "kept: years later"],
)
def test_when_a_visit_that_was_left_is_forgotten(make: Any, answer: Retention, since: float, forgotten: bool) -> None:
    left = stays((0.0, make.page()), (LEFT, make.closed()))
    assert left.to_forget(answer, LEFT + since) == (("v1",) if forgotten else ())


@pytest.mark.parametrize(
    "told",
    [
        ["page p1"],
        ["page p1", "page p2", "closed p1"],
        ["page p1", "closed p1", "page p2"],
        ["page p1", "closed p1", "page p1"],
        ["closed p1", "page p1"],
    ],
    ids=["open", "one of two is open", "went on", "the same page told again", "closed before it was known"],
)
def test_a_visit_with_an_open_page_is_never_forgotten(make: Any, told: list[str]) -> None:
    records = [make.page(one[-2:]) if one.startswith("page") else make.closed(one[-2:]) for one in told]
    open_still = stays(*((0.0, record) for record in records))
    assert open_still.to_forget(SOON, 1e9) == ()
    assert open_still.next_time(SOON) == math.inf


def test_it_is_the_last_page_that_counts(make: Any) -> None:
    left = stays((0.0, make.page("p1")), (0.0, make.page("p2")), (LEFT, make.closed("p1")), (LEFT + 90.0, make.closed("p2")))
    assert left.next_time(SOON) == LEFT + 90.0 + TEN


def test_a_page_that_is_closed_twice_was_left_the_first_time(make: Any) -> None:
    left = stays((0.0, make.page()), (LEFT, make.closed()), (LEFT + 90.0, make.closed()))
    assert left.next_time(SOON) == LEFT + TEN


def test_the_one_left_longest_ago_goes_first_also_where_it_was_begun_last(make: Any) -> None:
    opened = [(0.0, make.page(f"p{n}", f"v{n}")) for n in (1, 2, 3)]
    left = stays(*opened, (LEFT, make.closed("p3")), (LEFT + 1, make.closed("p1")), (LEFT + 2, make.closed("p2")))
    assert left.to_forget(SOON, LEFT + 1 + TEN) == ("v3", "v1")
    assert left.to_forget(UNTIL_CLOSE, LEFT + 1 + TEN) == ()


def test_a_visit_that_went_on_and_was_left_again_stands_last(make: Any) -> None:
    left = stays(
        (0.0, make.page("p1", "v1")),
        (0.0, make.page("p2", "v2")),
        (LEFT, make.closed("p1")),
        (LEFT + 1, make.closed("p2")),
        (LEFT + 2, make.page("p3", "v1")),
        (LEFT + 3, make.closed("p3")),
    )
    assert left.to_forget(SOON, LEFT + 2 + TEN) == ("v2",)


def test_what_is_forgotten_is_done_with(make: Any) -> None:
    left = stays((0.0, make.page("p1", "v1")), (0.0, make.page("p2", "v2")), (LEFT, make.closed("p1")), (LEFT + 5, make.closed("p2")))
    left.forgotten(["v1"])
    assert left.to_forget(SOON, 1e9) == ("v2",)
    assert left.next_time(SOON) == LEFT + 5 + TEN
    assert left.next_time(UNTIL_CLOSE) == math.inf


def test_other_records_say_nothing_of_leaving(make: Any) -> None:
    left = stays((0.0, make.request()), (0.0, make.form()), (0.0, make.submission()), (0.0, make.closed()))
    assert left.to_forget(SOON, 1e9) == ()


def test_beyond_a_limit_the_one_left_longest_ago_goes_whatever_the_answer_is(make: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(retention, "MAX_LEFT", 2)
    left = stays(*((float(n), record) for n in range(3) for record in (make.page(f"p{n}", f"v{n}"), make.closed(f"p{n}"))))
    assert left.to_forget(UNTIL_CLOSE, 3.0) == ("v0",)


def test_a_visit_that_moved_into_the_file_is_not_forgotten_because_its_pages_were_left(make: Any) -> None:
    both = stays((0.0, make.page("p1", "v1")), (0.0, make.page("p2", "v1")), (LEFT, make.closed("p1")))
    both.moved("v1")
    both.hear(make.closed("p2"), LEFT)
    assert both.to_forget(SOON, LEFT + TEN) == ()
    left = stays((0.0, make.page("p1", "v1")), (LEFT, make.closed("p1")))
    left.moved("v1")
    assert left.to_forget(SOON, LEFT + TEN) == ()


@pytest.mark.parametrize(("answer", "days"), [(answer, 7 if answer is Retention.DAYS_7 else 30) for answer in Retention])
def test_what_is_in_the_file_stays_seven_days_or_the_longest_that_was_ever_agreed_to(answer: Retention, days: int) -> None:
    assert kept_since(answer, 100 * DAY) == (100 - days) * DAY
