"""What became of looks that failed: computer by computer, and rest by rest."""

import math

from tests.survey.stand_in import task

from netcurtain.survey.tries import HERE, MOST_IN_A_ROW, MOST_RESTS, REST_SECONDS, UNKNOWN, Fault, Tries

SITES = [task(f"site{n}.example", n) for n in range(10)]


def failed(tries: Tries, site: int, now: float, computer: str = HERE, fault: Fault = Fault.OWN) -> bool:
    return tries.failed(SITES[site], computer, fault, "why", now)


def rested(tries: Tries, times: int, computer: str = HERE, began: float = 0.0) -> None:
    """It fails until it rests, and so often again after a rest."""
    for n in range(MOST_IN_A_ROW - 1):
        failed(tries, n, began, computer)
    for n in range(times):
        failed(tries, n % len(SITES), began + n * REST_SECONDS, computer)


def test_some_that_fail_at_once_let_the_computer_rest_once() -> None:
    tries = Tries()
    for n in range(10):
        assert not failed(tries, n, 100.0 + n)
    first = 100.0 + MOST_IN_A_ROW - 1
    assert tries.resting(first) == {HERE}
    assert tries.ready_at(HERE) == first + REST_SECONDS
    assert tries.resting(first + REST_SECONDS) == set()
    assert tries.given_up([HERE]) is None


def test_a_computer_is_given_up_after_so_many_rests_for_nothing() -> None:
    for rests, given_up in ((MOST_RESTS, None), (MOST_RESTS + 1, HERE)):
        tries = Tries()
        rested(tries, rests)
        assert tries.given_up([HERE]) == given_up
        tries.went_well(HERE)
        assert tries.given_up([HERE]) is None
        assert tries.ready_at(HERE) == -math.inf


def test_a_clock_that_went_on_while_the_computer_slept_gives_nothing_up() -> None:
    tries = Tries()
    for n, now in enumerate((0.0, 3.0, 6.0, 90_000.0)):
        failed(tries, n, now)
    assert tries.given_up([HERE]) is None


def test_one_computer_does_not_end_what_others_go_on_with() -> None:
    tries = Tries()
    rested(tries, MOST_RESTS + 1, "sick")
    assert tries.given_up(["sick", "well"]) is None
    assert tries.given_up(["sick"]) == "sick"
    assert tries.given_up([]) is None
    rested(tries, MOST_RESTS + 1, "later", 10.0)
    assert tries.given_up(["sick", "later"]) == "later"


def test_what_fails_twice_while_others_go_well_there_is_told_and_elsewhere_it_proves_nothing() -> None:
    for other, told in ((HERE, True), ("another", False)):
        tries = Tries()
        assert not failed(tries, 0, 10.0)
        tries.went_well(other)
        assert failed(tries, 0, 30.0) is told


def test_where_nobody_answers_the_computer_itself_has_to_know() -> None:
    tries = Tries()
    for _ in range(5):
        assert not failed(tries, 0, 10.0, fault=Fault.NO_ANSWER)
        tries.went_well(HERE)


def test_a_second_outage_is_not_told_of_those_that_the_first_had_set_aside() -> None:
    tries = Tries()
    assert not failed(tries, 0, 10.0)
    tries.went_well(HERE)
    assert not failed(tries, 2, 30.0)
    assert not failed(tries, 0, 40.0)


def test_what_was_reached_and_fails_again_after_a_rest_is_to_blame_only_where_few_do() -> None:
    for fault, others, told in ((Fault.EITHER, 1, True), (Fault.EITHER, 2, False), (Fault.OWN, 0, False), (Fault.NO_ANSWER, 0, False)):
        tries = Tries()
        for n in range(others):
            failed(tries, n + 1, 0.0, fault=fault)
        looks = [failed(tries, 0, at, fault=fault) for at in (0.0, 1.0, 2.0, 3.0 + REST_SECONDS)]
        assert looks == [False, False, False, told]


def test_many_that_fail_on_many_computers_are_not_to_blame_though_few_do_on_each() -> None:
    tries = Tries()
    for now in (0.0, 1.0, 2.0, 3.0 + REST_SECONDS):
        assert not any(failed(tries, site, now, f"computer {site}", Fault.EITHER) for site in range(MOST_IN_A_ROW))


def test_one_that_was_told_counts_no_longer_among_those_that_fail() -> None:
    tries = Tries()
    for n in range(3):
        failed(tries, n, 0.0, fault=Fault.EITHER)
    tries.told(SITES[2])
    assert tries.set_aside() == (SITES[0], SITES[1])
    assert failed(tries, 0, REST_SECONDS, fault=Fault.EITHER)


def test_it_is_time_to_look_once_more_where_the_newest_look_went_well() -> None:
    tries = Tries()
    assert not tries.works()
    tries.went_well("a")
    assert tries.works()
    failed(tries, 1, 2.0, "a")
    assert not tries.works()
    assert tries.set_aside() == (SITES[1],)
    failed(tries, 2, 2.0, UNKNOWN)
    assert not tries.works()
