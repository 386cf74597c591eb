"""Is this a filter list, and what does it say about itself? Bytes in; its facts, or why it is of no use, out. Pure."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime

from netcurtain.core.filter_list import parse_list
from netcurtain.lists import wording
from netcurtain.lists.source import MAX_BYTES, Refused

HEADER_CHARACTERS = 4_000
"""Where a list speaks about itself."""
MAX_TITLE = 80
DEFAULT_EXPIRY_DAYS = 5
LONGEST_EXPIRY_DAYS = 14

_HEADER = re.compile(r"^[ \t]*[!#][ \t]*(version|last modified|expires)[ \t]*:[ \t]*(.{1,100})$", re.IGNORECASE | re.MULTILINE)
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
    said = {key.lower(): value.strip() for key, value in reversed(_HEADER.findall(text[:HEADER_CHARACTERS]))}
    return Reading(
        text=text,
        title=_plain(parsed.title or name),
        version=_plain(parsed.version or ""),
        filters=parsed.count,
        skipped=parsed.skipped,
        dated=_day(said.get("last modified", "")) or _day(said.get("version", "")),
        expiry_days=_days(said.get("expires", "")),
    )


def day_of(seconds: float) -> date | None:
    """The day (UTC) of a time in seconds since 1970; None for 0 and for what no calendar has."""
    try:
        return datetime.fromtimestamp(seconds, UTC).date() if seconds > 0 else None
    except (ValueError, OverflowError, OSError):
        return None


def _plain(text: str) -> str:
    return "".join(c for c in text if c.isprintable())[:MAX_TITLE].strip()


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
