"""Is this a filter list, and what does it say about itself? Bytes in; its facts, or why it is of no use, out. Pure."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime

from netcurtain.core.filter_list import parse_list, shown
from netcurtain.lists import wording
from netcurtain.lists.source import MAX_BYTES, Refused

DEFAULT_EXPIRY_HOURS = 5 * 24
SHORTEST_EXPIRY_HOURS = 6
"""Asked more often, a server learns more of when this computer is on than a fresher list is worth."""
LONGEST_EXPIRY_HOURS = 14 * 24

BEGINNING = 4_000
"""Characters in which a message of a server shows what it is."""

# No filter can begin with "<" and a name of HTML or XML; every page and feed has such a line.
_PAGE = re.compile(r"^[ \t\ufeff]*<(?:!doctype|!--|\?xml|/?[a-z])", re.IGNORECASE | re.MULTILINE)
# What a server says in JSON: no list has a line like its first.
_MESSAGE = re.compile(r"\{|\[\s*(?:[{\"\]\d]|$)")
_HOURS_IN = {"d": 24, "": 24, "h": 1, "m": 1 / 60}
_MONTHS = {m: n for n, m in enumerate(("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), 1)}


@dataclass(frozen=True, slots=True)
class Reading:
    """A list that can be used. ``dated`` is the day the list itself names, None where it names none.

    ``named`` says whether the title is the list's own.
    """

    text: str
    title: str
    named: bool
    version: str
    filters: int
    skipped: int
    dated: date | None
    expiry_hours: int


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
    if _PAGE.search(text):
        return Refused(wording.WEB_PAGE)
    if _MESSAGE.match(_beginning(text)):
        return Refused(wording.MESSAGE)
    parsed = parse_list(text, name)
    if not parsed.count:
        return Refused(wording.NO_FILTERS)
    return Reading(
        text=text,
        title=shown(parsed.title or name),
        named="title" in parsed.header,
        version=parsed.version,
        filters=parsed.count,
        skipped=parsed.skipped,
        dated=_day(parsed.header.get("last modified", "")) or _day(parsed.header.get("timeupdated", "")) or _day(parsed.version),
        expiry_hours=_hours(parsed.header.get("expires", "")),
    )


def day_of(seconds: float) -> date | None:
    """The day (UTC) of a time in seconds since 1970; None for 0 and for what no calendar has."""
    try:
        return datetime.fromtimestamp(seconds, UTC).date() if seconds > 0 else None
    except (ValueError, OverflowError, OSError):
        return None


def _day(said: str) -> date | None:
    """``13 Aug 2026 05:29 UTC``, ``Thu, 13 Aug 2026 05:29:00 +0000``, ``2026-08-13T05:29:00Z`` or ``202608130529``."""
    try:
        if found := re.match(r"(?:[A-Za-z]{3}, )?(\d{1,2}) ([A-Za-z]{3})[a-z]* (\d{4})", said):
            return date(int(found[3]), _MONTHS[found[2].lower()], int(found[1]))
        if found := re.match(r"(\d{4})-?(\d\d)-?(\d\d)(?!\d{1,2}$)", said):
            return date(int(found[1]), int(found[2]), int(found[3]))
    except (ValueError, KeyError):
        return None
    return None


def _hours(said: str) -> int:
    """``4 days (update frequency)``, ``1 day``, ``12 hours``, ``12h``, or a number alone, which is days."""
    found = re.match(r"(\d{1,4}) *(d|h|m|$)", said, re.IGNORECASE)
    if not found:
        return DEFAULT_EXPIRY_HOURS
    hours = int(int(found[1]) * _HOURS_IN[found[2].lower()])
    return max(SHORTEST_EXPIRY_HOURS, min(hours, LONGEST_EXPIRY_HOURS))


def _beginning(text: str) -> str:
    """The first characters that are no comment, heading or empty line; a mark of byte order may stand anywhere before them."""
    for line in text[:BEGINNING].splitlines():
        said = line.strip("\ufeff \t")
        if said and not said.startswith(("!", "#")) and not said.lower().startswith("[adblock"):
            return said
    return ""
