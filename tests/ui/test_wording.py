from datetime import date, datetime

from netcurtain.core.finding import What
from netcurtain.core.level import FormLevel
from netcurtain.core.request import Fate
from netcurtain.ui import wording

MOMENT = datetime(2026, 8, 13, 14, 2, 9).timestamp() * 1000


def test_times_and_days_as_people_write_them() -> None:
    assert wording.clock(MOMENT) == "14:02"
    assert wording.clock(MOMENT, seconds=True) == "14:02:09"
    assert wording.day(MOMENT) == "13 August 2026"
    assert wording.day_heading(MOMENT, date(2026, 8, 13)) == "Today"
    assert wording.day_heading(MOMENT, date(2026, 8, 14)) == "Yesterday"
    assert wording.day_heading(MOMENT, date(2026, 8, 20)) == "13 August 2026"


def test_counts_in_words() -> None:
    assert wording.browsers(0) == "No browsers connected"
    assert wording.browsers(1) == "One browser connected"
    assert wording.browsers(12) == "12 browsers connected"
    assert wording.told(1) == "1 company"
    assert wording.told(2) == "2 companies"
    assert wording.told(0) == "none seen"
    assert wording.seconds_left(1) == "Works for 1 more second"


def test_every_kind_has_its_word() -> None:
    assert set(wording.FACTS) == set(What)
    assert set(wording.FATES) == set(Fate)
    assert set(wording.FORM) == set(FormLevel)


def test_no_word_alarms_or_blames() -> None:
    said = " ".join(value for value in vars(wording).values() if isinstance(value, str)).lower()
    for word in ("warning!", "danger", "attack", "victim", "unsafe", "safe", "protected", "threat", "!"):
        assert word not in said
