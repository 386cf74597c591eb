"""How long a page may last follows from what was asked."""

from netcurtain.survey.asked import Asked
from netcurtain.survey.looking import limits


def test_a_run_has_time_for_two_loads_that_take_all_of_their_patience() -> None:
    assert limits.run_seconds(Asked(patience=100)) > 200
    assert limits.run_seconds(Asked(delay=120)) >= limits.run_seconds(Asked()) + 2 * (120 - limits.MAX_CRAWL_DELAY)


def test_every_page_ends_within_minutes() -> None:
    assert limits.run_seconds(Asked()) < 6 * 60
