"""What is known of one list on the shelf: where its text came from, how old it is, and when it was last looked for. Pure."""

import hashlib
from datetime import date, timedelta

import msgspec

from netcurtain.lists import wording
from netcurtain.lists.reading import DEFAULT_EXPIRY_HOURS, Reading, day_of
from netcurtain.lists.source import Source, Validators


class Kept(msgspec.Struct, frozen=True, omit_defaults=True):
    """What is known of a text on the shelf. Times are seconds since 1970; ``dated`` is the list's own day, or that of its source."""

    title: str
    source: str
    filters: int
    sha256: str
    fetched: float
    checked: float
    """0 where nothing is known of it: the list is then due."""
    version: str = ""
    skipped: int = 0
    dated: date | None = None
    expiry_hours: int = DEFAULT_EXPIRY_HOURS
    etag: str = ""
    last_modified: str = ""

    @property
    def spoken(self) -> str:
        """Title and date, for people."""
        return wording.of_date(self.title, self.dated)

    def age(self, now: float) -> int | None:
        """How many days old the list itself is; None where it has no date."""
        today = day_of(now)
        return max(0, (today - self.dated).days) if today and self.dated else None


def kept_from(reading: Reading, content: bytes, source: Source, validators: Validators, modified: float, now: float) -> Kept:
    """The facts to write beside a new text."""
    return Kept(
        title=reading.title,
        source=str(source),
        filters=reading.filters,
        sha256=sha256_of(content),
        fetched=now,
        checked=now,
        version=reading.version,
        skipped=reading.skipped,
        dated=_past(reading.dated, now) or _past(day_of(modified), now),
        expiry_hours=reading.expiry_hours,
        etag=validators.etag,
        last_modified=validators.last_modified,
    )


def kept_again(reading: Reading, content: bytes, now: float) -> Kept:
    """Facts made again from the text alone, where the old ones were lost: nobody knows where it came from, so it is due."""
    return Kept(
        title=reading.title,
        source="",
        filters=reading.filters,
        sha256=sha256_of(content),
        fetched=0.0,
        checked=0.0,
        version=reading.version,
        skipped=reading.skipped,
        dated=_past(reading.dated, now),
        expiry_hours=reading.expiry_hours,
    )


def sha256_of(content: bytes) -> str:
    """What tells one text from another."""
    return hashlib.sha256(content).hexdigest()


def _past(day: date | None, now: float) -> date | None:
    """A day still to come is no list's date: every later list would look older. One day is left for time zones."""
    today = day_of(now)
    return day if day and today and day <= today + timedelta(days=1) else None
