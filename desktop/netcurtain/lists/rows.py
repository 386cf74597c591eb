"""Every list with what there is to say of it: rows for the settings, lines for the command line, and which lists are old."""

from collections import Counter
from dataclasses import dataclass

from netcurtain.lists import wording
from netcurtain.lists.facts import Kept
from netcurtain.lists.reading import day_of
from netcurtain.lists.shelf import SECONDS_A_DAY, STARTER, Entry, Shelf

OLD_DAYS = 30
"""A list older than this misses so many new companies that the person is told."""
OUR_LICENCE = "GPL-3.0-or-later"


@dataclass(frozen=True, slots=True)
class ListRow:
    """A filter list as the settings show it. ``sentence`` says its date, its age and how many filters it has, where it is here."""

    name: str
    title: str
    licence: str
    homepage: str
    in_use: bool
    always_on: bool
    sentence: str


@dataclass(frozen=True, slots=True)
class OldList:
    """A list in use that is old, and the sentence that says so."""

    name: str
    sentence: str


def rows(shelf: Shelf, now: float) -> tuple[ListRow, ...]:
    """Every list, our own first. ``now`` is seconds since 1970."""
    title = shelf.starter().title
    ours = ListRow(STARTER, title, OUR_LICENCE, "", True, True, _starter_sentence(shelf, now))
    return (ours, *(row_of(entry, shelf.kept(entry.name), now) for entry in shelf.entries()))


def row_of(entry: Entry, kept: Kept | None, now: float) -> ListRow:
    """One list of the catalogue, or one that was added."""
    return ListRow(entry.name, _title(entry, kept), entry.licence, entry.homepage, entry.in_use, False, _sentence(entry, kept, now))


def command_lines(shelf: Shelf, now: float) -> tuple[str, ...]:
    """A line for every list, with the command that gets it, turns it on or, where its title is no name for that, takes it out of use."""
    entries = [(entry, shelf.kept(entry.name)) for entry in shelf.entries()]
    titles = Counter(_title(entry, kept).casefold() for entry, kept in entries)
    lines = (_command_line(entry, kept, now, titles[_title(entry, kept).casefold()] > 1) for entry, kept in entries)
    return (_starter_sentence(shelf, now), *lines)


def old_lists(shelf: Shelf, now: float) -> tuple[OldList, ...]:
    """The lists in use whose own date, or that of their source, is more than thirty days ago."""
    used = ((entry, shelf.kept(entry.name)) for entry in shelf.entries() if entry.in_use)
    return tuple(
        OldList(entry.name, wording.old(kept.spoken, age)) for entry, kept in used if kept and (age := kept.age(now) or 0) > OLD_DAYS
    )


def _starter_sentence(shelf: Shelf, now: float) -> str:
    reading, today = shelf.starter_reading(), day_of(now)
    age = max(0, (today - reading.dated).days) if today and reading.dated else None
    return wording.always_on(wording.aged(wording.of_date(reading.title, reading.dated), age), reading.filters)


def _sentence(entry: Entry, kept: Kept | None, now: float) -> str:
    if not entry.in_use:
        return wording.NOT_IN_USE
    return wording.NOT_HERE if kept is None else _here(kept, now)


def _title(entry: Entry, kept: Kept | None) -> str:
    return kept.title if kept and not entry.ours else entry.title


def _command_line(entry: Entry, kept: Kept | None, now: float, shared: bool) -> str:
    """``shared``: another list has the same title."""
    if not entry.in_use:
        return wording.turned_off(entry.title, entry.name)
    if kept is None:
        return wording.not_here_yet(entry.title)
    by_title = not shared and kept.title.casefold() == entry.name.casefold()
    return _here(kept, now) if by_title else f"{_here(kept, now)} {wording.to_remove(entry.name)}"


def _here(kept: Kept, now: float) -> str:
    checked = int((now - kept.checked) // SECONDS_A_DAY) if kept.checked else None
    return wording.row(kept.spoken, kept.age(now), kept.filters, checked)
