from typing import Any

import pytest

from netcurtain.core.keeping import Kept, Stored
from netcurtain.core.record import VisitUnkeptRecord
from netcurtain.core.settings import Retention
from netcurtain.history import routing as routing_module
from netcurtain.history.routing import Place, Routing

SOON, UNTIL_CLOSE, CHOSEN, DAYS_7, DAYS_30 = Retention
NONE, LOCKED, OPEN = Kept


@pytest.fixture
def routing() -> Routing:
    return Routing()


@pytest.mark.parametrize(
    ("retention", "kept", "place"),
    [
        (SOON, NONE, Place.MEMORY),
        (SOON, LOCKED, Place.MEMORY),
        (SOON, OPEN, Place.MEMORY),
        (UNTIL_CLOSE, NONE, Place.MEMORY),
        (UNTIL_CLOSE, LOCKED, Place.MEMORY),
        (UNTIL_CLOSE, OPEN, Place.MEMORY),
        (CHOSEN, NONE, Place.MEMORY),
        (CHOSEN, LOCKED, Place.MEMORY),
        (CHOSEN, OPEN, Place.MEMORY),
        (DAYS_7, NONE, Place.MEMORY),
        (DAYS_7, LOCKED, Place.LOCKED),
        (DAYS_7, OPEN, Place.FILE),
        (DAYS_30, NONE, Place.MEMORY),
        (DAYS_30, LOCKED, Place.LOCKED),
        (DAYS_30, OPEN, Place.FILE),
    ],
)
def test_a_new_page_goes_where_the_answer_and_the_file_say(
    routing: Routing, make: Any, retention: Retention, kept: Kept, place: Place
) -> None:
    assert routing.place(make.page(), retention, kept) is place
    assert routing.place(make.submission(), retention, kept) is place


@pytest.mark.parametrize(
    ("place", "stored"),
    [
        (Place.MEMORY, Stored.IN_MEMORY),
        (Place.FILE, Stored.STORED),
        (Place.LOCKED, Stored.LOCKED),
        (Place.UNWANTED, Stored.NOT_WANTED),
        (Place.UNKNOWN, Stored.UNKNOWN_PAGE),
    ],
)
def test_each_place_says_what_a_submission_is_told(place: Place, stored: Stored) -> None:
    assert place.value is stored


def test_a_pages_place_stays_when_the_person_changes_their_mind(routing: Routing, make: Any) -> None:
    routing.place(make.page(), UNTIL_CLOSE, OPEN)
    assert routing.place(make.request(), DAYS_30, OPEN) is Place.MEMORY
    assert routing.place(make.page(title="Another"), DAYS_30, OPEN) is Place.MEMORY
    assert routing.place(make.page("p2"), DAYS_30, OPEN) is Place.FILE
    assert routing.place(make.request(page="p2"), UNTIL_CLOSE, OPEN) is Place.FILE


def test_on_leaving_days_pages_of_the_file_move_to_memory_but_for_chosen_visits(routing: Routing, make: Any) -> None:
    routing.place(make.page(), DAYS_7, OPEN)
    routing.place(make.page("p2", "v2"), DAYS_7, OPEN)
    routing.place(make.page("p3", "v3"), DAYS_7, LOCKED)
    routing.keep("v2")
    assert routing.leave_file(OPEN) == ("p1",)
    assert routing.place(make.request(), UNTIL_CLOSE, OPEN) is Place.MEMORY
    assert routing.place(make.request(page="p2"), UNTIL_CLOSE, OPEN) is Place.FILE
    assert routing.place(make.request(page="p3"), UNTIL_CLOSE, OPEN) is Place.LOCKED


def test_on_leaving_days_while_it_is_locked_they_are_not_taken_in_any_more(routing: Routing, make: Any) -> None:
    routing.place(make.page(), DAYS_7, OPEN)
    assert routing.leave_file(LOCKED) == ()
    assert routing.place(make.request(), UNTIL_CLOSE, OPEN) is Place.LOCKED


def test_while_it_is_locked_a_page_of_the_file_takes_nothing_in_and_goes_on_afterwards(routing: Routing, make: Any) -> None:
    routing.place(make.page(), DAYS_7, OPEN)
    assert routing.place(make.request(), DAYS_7, LOCKED) is Place.LOCKED
    assert routing.place(make.request(), DAYS_7, OPEN) is Place.FILE


def test_a_page_that_came_while_it_was_locked_is_not_taken_in_later(routing: Routing, make: Any) -> None:
    routing.place(make.page(), DAYS_7, LOCKED)
    assert routing.place(make.request(), DAYS_7, OPEN) is Place.LOCKED


def test_nothing_is_known_of_a_page_that_was_never_told_of_or_is_left(routing: Routing, make: Any) -> None:
    assert routing.place(make.submission(), UNTIL_CLOSE, NONE) is Place.UNKNOWN
    routing.place(make.page(), UNTIL_CLOSE, NONE)
    assert routing.place(make.closed(), UNTIL_CLOSE, NONE) is Place.MEMORY
    assert routing.place(make.submission(), UNTIL_CLOSE, NONE) is Place.UNKNOWN


def test_keep_moves_a_visits_pages_into_the_file_with_those_to_come(routing: Routing, make: Any) -> None:
    routing.place(make.page(), CHOSEN, OPEN)
    routing.place(make.page("q1", "v2"), CHOSEN, OPEN)
    routing.keep("v1")
    assert routing.place(make.request(), CHOSEN, OPEN) is Place.FILE
    assert routing.place(make.page("p2"), CHOSEN, OPEN) is Place.FILE
    assert routing.place(make.page("p3"), CHOSEN, LOCKED) is Place.LOCKED
    assert routing.place(make.request(page="q1"), CHOSEN, OPEN) is Place.MEMORY


def test_of_a_visit_that_is_not_wanted_nothing_more_is_taken_in(routing: Routing, make: Any) -> None:
    routing.place(make.page(), DAYS_7, OPEN)
    routing.place(make.page("q1", "v2"), DAYS_7, OPEN)
    routing.keep("v1")
    routing.unwant(["v1"])
    assert routing.place(make.submission(), DAYS_7, OPEN) is Place.UNWANTED
    assert routing.place(make.page("p2"), DAYS_7, OPEN) is Place.UNWANTED
    assert routing.place(make.request(page="q1"), DAYS_7, OPEN) is Place.FILE
    assert routing.place(VisitUnkeptRecord("v1"), DAYS_7, OPEN) is Place.UNWANTED


def test_after_everything_was_erased_open_pages_are_not_wanted_and_further_ones_of_their_visits_are(routing: Routing, make: Any) -> None:
    routing.place(make.page(), DAYS_7, OPEN)
    routing.keep("v9")
    routing.unwant(["v8"])
    routing.unwant_all()
    assert routing.place(make.request(), DAYS_7, NONE) is Place.UNWANTED
    assert routing.place(make.page(title="Another"), DAYS_7, OPEN) is Place.UNWANTED
    assert routing.place(make.page("p2"), DAYS_7, OPEN) is Place.FILE
    assert routing.place(make.page("p9", "v9"), CHOSEN, OPEN) is Place.MEMORY
    assert routing.place(make.page("p8", "v8"), DAYS_7, OPEN) is Place.UNWANTED
    assert routing.place(make.page("q1", "v2"), DAYS_7, NONE) is Place.MEMORY


def test_what_it_remembers_has_an_end(routing: Routing, make: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(routing_module, "MAX_PAGES", 2)
    monkeypatch.setattr(routing_module, "MAX_VISITS", 2)
    for number in range(3):
        routing.place(make.page(f"p{number}", f"v{number}"), DAYS_7, OPEN)
    assert routing.place(make.request(page="p0"), DAYS_7, OPEN) is Place.UNKNOWN
    assert routing.place(make.request(page="p2"), DAYS_7, OPEN) is Place.FILE
    for number in range(3):
        routing.unwant([f"w{number}"])
    assert routing.place(make.page("p3", "w0"), DAYS_7, OPEN) is Place.FILE
    assert routing.place(make.page("p4", "w2"), DAYS_7, OPEN) is Place.UNWANTED
