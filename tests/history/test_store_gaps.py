"""Gaps in a store's life: they go with the visits around them, and every end of Netcurtain begins one."""

from collections.abc import Callable
from typing import Any

import pytest

from netcurtain.core.settings import Retention
from netcurtain.history.retention import DAY
from netcurtain.history.rows import Gap

Open = Callable[..., Any]
HOUR = 3_600_000.0


@pytest.mark.parametrize("opened_again", [False, True], ids=["while it is open", "at the next opening"])
def test_a_gap_goes_when_what_was_visited_then_has_had_its_time(
    open_on_disk: Open, make: Any, wall: Any, still: Any, opened_again: bool
) -> None:
    """A gap that outlives its visits would still tell when somebody had locked their history."""

    def after(days: float) -> None:
        wall.milliseconds += days * DAY
        still.seconds += days * DAY / 1000
        if opened_again:
            kept.lock()
            kept.unlock()

    kept = open_on_disk(Retention.DAYS_7)
    kept.make()
    kept.take(make.page())
    kept.lock()
    wall.milliseconds += HOUR
    kept.unlock()
    gap = Gap(make.time, make.time + HOUR)
    assert gap in kept.gaps()
    after(6)
    assert kept.shown() == {"v1"}
    assert gap in kept.gaps()
    after(2)
    assert kept.shown() == set()
    assert gap not in kept.gaps()
    assert all(left.until > wall.milliseconds - 7 * DAY for left in kept.gaps())


def test_when_netcurtain_stops_the_gap_begins_then_and_the_log_is_in_the_file(open_on_disk: Open, make: Any, wall: Any) -> None:
    kept = open_on_disk(Retention.DAYS_7)
    kept.make()
    kept.take(make.page())
    assert "history.db-wal" in kept.files()
    wall.milliseconds += HOUR
    kept.store.stop()
    assert kept.files() == {"key", "history.db", "ballast"}
    wall.milliseconds += HOUR
    later = open_on_disk(Retention.DAYS_7)
    later.unlock()
    assert later.gaps() == (Gap(make.time + HOUR, make.time + 2 * HOUR),)
