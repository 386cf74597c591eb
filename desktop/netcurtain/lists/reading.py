"""Is this a filter list, and what does it say about itself? Bytes in; its facts, or why it is of no use, out. Pure."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime

from netcurtain.core.filter_list import parse_list, shown
from netcurtain.lists import wording
from netcurtain.lists.source import MAX_BYTES, Refused

DEFAULT_EXPIRY_DAYS = 5
LONGEST_EXPIRY_DAYS = 14

_MONTHS = {m: n for n, m in enumerate(("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), 1)}


@dataclass(frozen=True, slots=True)
class Reading:
    """A list that can be used. ``dated`` is the day the list itself names, None where it names none."""

    text: str
    title: str
    version: str
    filters: int
    skipped: int
    dated: date | None
    expiry_days: int


def read(content: bytes, name: str) -> Reading | Refused:
    """Parse the whole list. ``name`` is its title where it names none."""
    if len(content) > MAX_BYTES:
        return Refused(wording.TOO_LARGE)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return Refused(wording.NOT_TEXT)
    if "\0" in text:
        return Refused(wording.NOT_TEXT)
    # No filter can begin with "<"; every page and feed does.
    if text.lstrip().startswith("<"):
        return Refused(wording.WEB_PAGE)
    parsed = parse_list(text, name)
    if not parsed.count:
        return Refused(wording.NO_FILTERS)
    return Reading(
        text=text,
        title=shown(parsed.title or name),
        version=parsed.version,
        filters=parsed.count,
        skipped=parsed.skipped,
        dated=_day(parsed.header.get("last modified", "")) or _day(parsed.version),
        expiry_days=_days(parsed.header.get("expires", "")),
    )


def day_of(seconds: float) -> date | None:
    """The day (UTC) of a time in seconds since 1970; None for 0 and for what no calendar has."""
    try:
        return datetime.fromtimestamp(seconds, UTC).date() if seconds > 0 else None
    except (ValueError, OverflowError, OSError):
        return None


def _day(said: str) -> date | None:
    """``13 Aug 2026 05:29 UTC``, ``2026-08-13T05:29:00Z`` or ``202608130529``."""
    try:
        if found := re.match(r"(\d{1,2}) ([A-Za-z]{3})[a-z]* (\d{4})", said):
            return date(int(found[3]), _MONTHS[found[2].lower()], int(found[1]))
        if found := re.match(r"(\d{4})-?(\d\d)-?(\d\d)(?!\d{1,2}$)", said):
            return date(int(found[1]), int(found[2]), int(found[3]))
    except (ValueError, KeyError):
        return None
    return None


def _days(said: str) -> int:
    found = re.match(r"(\d{1,4}) *(d|h)", said, re.IGNORECASE)
    if not found:
        return DEFAULT_EXPIRY_DAYS
    days = int(found[1]) if found[2].lower() == "d" else int(found[1]) // 24
    return max(1, min(days, LONGEST_EXPIRY_DAYS))
