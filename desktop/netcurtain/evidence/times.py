"""Moments in UTC and here, for programs and for people. ``zone`` None is the zone of this computer; of a zone only its offset is told."""

import re
from datetime import UTC, date, datetime, tzinfo

from netcurtain.core.wording import spoken_date
from netcurtain.evidence import wording

Zone = tzinfo | None

_ENGLISH_MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]
_ENGLISH_DATE = re.compile(rf"\b([1-9]|1\d|2[0-8]) ({'|'.join(_ENGLISH_MONTHS)}) ([12]\d{{3}})\b")


def utc(milliseconds: float) -> str | None:
    """A moment as ISO 8601 in UTC; None for one that no calendar has."""
    moment = _moment(milliseconds)
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z") if moment else None


def local(milliseconds: float, zone: Zone = None) -> str | None:
    """The same with the offset here."""
    here = _here(milliseconds, zone)
    return here.isoformat(timespec="milliseconds") if here else None


def day(milliseconds: float) -> str:
    """The day in UTC: 24 November 2026."""
    moment = _moment(milliseconds)
    return spoken_date(moment.date()) if moment else wording.NO_TIME


def clock(milliseconds: float) -> str:
    """The time of day in UTC: 14:02:10."""
    moment = _moment(milliseconds)
    return f"{moment:%H:%M:%S}" if moment else wording.NO_TIME


def clock_beside(milliseconds: float, other: float) -> str:
    """The time of day, with its day where that is another one than ``other`` is on."""
    here = day(milliseconds)
    return clock(milliseconds) if here == day(other) else f"{here}, {clock(milliseconds)}"


def spoken_anew(words: str) -> str:
    """Words with their English dates in the language spoken now: what a page was checked with is kept in the language of its day."""
    return _ENGLISH_DATE.sub(lambda found: spoken_date(date(int(found[3]), _ENGLISH_MONTHS.index(found[2]) + 1, int(found[1]))), words)


def in_full(milliseconds: float, zone: Zone = None) -> str:
    """Day and time in UTC, and the time here with its offset."""
    here = _here(milliseconds, zone)
    if here is None:
        return wording.NO_TIME
    return wording.moment(day(milliseconds), clock(milliseconds), f"{here:%H:%M:%S}", here.isoformat()[-6:])


def _moment(milliseconds: float) -> datetime | None:
    try:
        return datetime.fromtimestamp(milliseconds / 1000, UTC)
    except (ValueError, OverflowError, OSError):
        return None


def _here(milliseconds: float, zone: Zone) -> datetime | None:
    """The calendar's first and last day may have no such moment here."""
    moment = _moment(milliseconds)
    try:
        return moment.astimezone(zone) if moment else None
    except (ValueError, OverflowError, OSError):
        return None
