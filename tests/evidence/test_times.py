"""Moments that a calendar has, or has not."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from netcurtain.evidence import times, wording

FIRST, LAST = (day.timestamp() * 1000 for day in (datetime(1, 1, 1, tzinfo=UTC), datetime(9999, 12, 31, 23, tzinfo=UTC)))


@pytest.mark.parametrize(("moment", "utc", "hours"), [(FIRST, "0001-01-01T00:00:00.000Z", -5), (LAST, "9999-12-31T23:00:00.000Z", 5)])
def test_what_the_calendar_has_in_utc_and_not_here_is_null_here(moment: float, utc: str, hours: int) -> None:
    zone = timezone(timedelta(hours=hours))
    assert (times.utc(moment), times.local(moment, zone)) == (utc, None)
    assert times.in_full(moment, zone) == wording.NO_TIME
    assert times.local(moment, UTC) is not None
