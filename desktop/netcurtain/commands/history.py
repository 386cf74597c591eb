"""`netcurtain history list|show|export|delete`: what is kept behind the passphrase, told, copied out or deleted; also beside a running app.

What opens it is kept_history.py. What a page chose is made fit for a terminal; JSON is ASCII alone for the same reason.
"""

import heapq
import json
import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Protocol

import click

from netcurtain.commands import wording
from netcurtain.commands.plain import plain
from netcurtain.commands.whole_file import write_whole
from netcurtain.core import wording as core_wording
from netcurtain.core.keeping import Deletion
from netcurtain.history.rows import Gap, RequestRow, StoryLine, VisitRow, VisitStory


class History(Protocol):
    """A kept history that is open."""

    def visits(self) -> Iterable[VisitRow]:
        """Every visit, the newest first."""

    def story(self, visit: str) -> VisitStory | None:
        """One visit, explained, with all that is kept of it; None where there is none of that name."""

    def gaps(self) -> tuple[Gap, ...]:
        """When nothing was taken in, the newest first."""

    def forget(self, visit: str) -> Deletion:
        """Delete a visit for good."""


def tell_visits(history: History) -> bool:
    """A line a visit, the newest first, and a line a gap where it lies."""
    visits = ((row.started, _visit_line(row)) for row in history.visits())
    gaps = ((gap.since, _gap_line(gap)) for gap in history.gaps())
    line = ""
    for _, line in heapq.merge(visits, gaps, key=lambda moment: moment[0], reverse=True):
        click.echo(line)
    if not line:
        click.echo(wording.NO_VISITS)
    return True


def tell_story(history: History, visit: str) -> bool:
    """One visit, moment by moment, and its flagged requests; whether there is one of that name."""
    story = history.story(visit)
    if story is None:
        click.echo(wording.NO_SUCH_VISIT, err=True)
        return False
    click.echo(plain(f"{story.row.site}, {_day(story.row.started)}"))
    for line in story.lines:
        click.echo(f"  {_clock(line.time)}  {plain(line.what)}")
    for request in story.requests:
        click.echo(f"  {_clock(request.time)}  {plain(_request_line(request))}")
    if not _is_whole(story):
        click.echo(wording.MORE)
    click.echo(wording.NOT_SEEN)
    return True


def export(history: History, output: Path | None) -> bool:
    """All of it as JSON, to a file for this person alone or to standard output; whether it was written. It is said how much went where."""
    copied: list[str] = []
    if output is None:
        for part in _json(history, copied):
            sys.stdout.write(part)
        sys.stdout.flush()
    elif not _write(output, _json(history, copied)):
        click.echo(wording.NOT_WRITTEN, err=True)
        return False
    click.echo(wording.written(len(copied), plain(str(output)) if output else ""), err=True)
    return True


def delete_visit(history: History, visit: str) -> bool:
    """Delete one visit, and say whether it is gone from every file."""
    if history.story(visit) is None:
        click.echo(wording.NO_SUCH_VISIT, err=True)
        return False
    return _tell_deletion(history.forget(visit))


def delete_all(erase: Callable[[], Deletion | None]) -> bool:
    """Delete everything that is kept; whether nothing is any more. An app that is open lets go of what it remembers as well."""
    deletion = erase()
    if deletion is not None:
        return _tell_deletion(deletion)
    click.echo(wording.NOTHING_KEPT)
    click.echo(wording.IN_MEMORY)
    return True


def _tell_deletion(deletion: Deletion) -> bool:
    if deletion.gone:
        click.echo(wording.DELETED)
    elif deletion.traces:
        click.echo(wording.TRACES, err=True)
        for name in deletion.traces:
            click.echo(f"  {plain(name)}", err=True)
    else:
        click.echo(wording.NOT_DELETED, err=True)
    return deletion.gone


def _visit_line(row: VisitRow) -> str:
    parts = [f"{_day(row.started)}, {_clock(row.started, seconds=False)}", row.site, wording.told(row.companies)]
    parts += [wording.SENSITIVE] * row.sensitive + [wording.KEPT_FOR_GOOD] * row.chosen
    return plain("  ".join([row.visit, *parts]))


def _gap_line(gap: Gap) -> str:
    since, until = (f"{_clock(time, seconds=False)} on {_day(time)}" for time in (gap.since, gap.until))
    return wording.gap(since, until)


def _request_line(request: RequestRow) -> str:
    fate = request.fate.value.replace("_", " ")
    return f"{request.organisation}  {request.host}  {fate}  {request.filter_list}: {request.filter}"


def _json(history: History, copied: list[str]) -> Iterator[str]:
    """One object, a visit at a time, so that a long history needs no memory for all of it. ``copied`` gets the names of its visits."""
    yield '{"visits": ['
    for row in history.visits():
        if story := history.story(row.visit):  # one may be over, or deleted by the app, meanwhile
            yield (",\n" if copied else "\n") + json.dumps(_visit(story))
            copied.append(row.visit)
    gaps = [{"since": _utc(gap.since), "until": _utc(gap.until)} for gap in history.gaps()]
    yield f'\n],\n"gaps": {json.dumps(gaps)},\n"not_seen": {json.dumps(wording.NOT_SEEN)}}}\n'


def _visit(story: VisitStory) -> dict[str, Any]:
    row = story.row
    return {
        "id": row.visit,
        "site": row.site,
        "started": _utc(row.started),
        "organisations": row.companies,
        "sensitive": row.sensitive,
        "chosen": row.chosen,
        "whole": _is_whole(story),
        "lists": list(story.lists),
        "not_seen": list(story.not_seen),
        "moments": [_moment_told(line) for line in story.lines],
        "requests": [
            {
                "time": _utc(one.time),
                "host": one.host,
                "organisation": one.organisation,
                "filter": one.filter,
                "list": one.filter_list,
                "fate": one.fate.value,
            }
            for one in story.requests
        ],
    }


def _moment_told(line: StoryLine) -> dict[str, Any]:
    return {
        "time": _utc(line.time),
        "sentence": line.what,
        "kind": line.kind.value,
        "organisation": line.organisation or None,
        "consent": line.consent.value if line.consent is not None else None,
    }


def _is_whole(story: VisitStory) -> bool:
    """Whether all that is kept of the visit is in it."""
    return not story.more_moments and not story.more_requests


def _write(output: Path, parts: Iterator[str]) -> bool:
    """Whether the copy could be written; it is ASCII alone."""
    try:
        write_whole(output, (part.encode("ascii") for part in parts))
    except OSError:
        return False
    return True


def _moment(milliseconds: float) -> datetime | None:
    """In UTC; None for a time that no calendar has."""
    try:
        return datetime.fromtimestamp(milliseconds / 1000, UTC)
    except (ValueError, OverflowError, OSError):
        return None


def _utc(milliseconds: float) -> str | None:
    moment = _moment(milliseconds)
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z") if moment else None


def _day(milliseconds: float) -> str:
    """The date here."""
    moment = _moment(milliseconds)
    return core_wording.spoken_date(moment.astimezone().date()) if moment else wording.NO_DATE


def _clock(milliseconds: float, *, seconds: bool = True) -> str:
    """The time of day here."""
    moment = _moment(milliseconds)
    return moment.astimezone().strftime("%H:%M:%S" if seconds else "%H:%M") if moment else "--:--"
