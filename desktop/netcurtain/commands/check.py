"""`netcurtain check`: a recorded session through the same core, told as text, JSON or one page of HTML. Progress stands on stderr."""

import gc
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import click

from netcurtain import knowledge
from netcurtain.commands.progress_line import ProgressLine
from netcurtain.commands.whole_file import write_whole
from netcurtain.har import wording
from netcurtain.har.cutting import RecordingError
from netcurtain.har.html import as_html
from netcurtain.har.reader import Watch, read
from netcurtain.har.report import as_json, as_text
from netcurtain.har.result import Found, ListUsed
from netcurtain.har.session import check as check_recording
from netcurtain.lists.progress import Step
from netcurtain.lists.shelf import Shelf

RUBBISH = (200_000, 20, 100)
"""How much is made before rubbish that goes round in circles is looked for (``gc.set_threshold``)."""
FORMS: Mapping[str, Callable[[Found], str]] = {"text": as_text, "json": as_json, "html": as_html}


def check(file: Path, form: str, output: Path | None, shelf: Shelf) -> None:
    """Check one recording. Raises RecordingError."""
    if output is not None and _is_same(file, output):
        raise RecordingError(wording.SAME_FILE)
    found = _found(file, shelf)
    _write(output, FORMS[form](found).encode("utf-8", "replace"))
    for sentence in (*shelf.missing(), wording.unread(found.unread)):
        if sentence:
            click.echo(sentence, err=True)


def _found(file: Path, shelf: Shelf) -> Found:
    with ProgressLine(sys.stderr) as line:
        known = knowledge.from_shelf(shelf)
        look_for_rubbish_seldom()
        return check_recording(read(file, watched(line, file.name)), known, lists_used(shelf))


def look_for_rubbish_seldom() -> None:
    """What the lists mean stays, and hardly anything of a recording goes round in circles: looking for that takes a tenth of the time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*RUBBISH)


def watched(line: ProgressLine, name: str) -> Watch:
    """What shows how far the reading has come."""
    return lambda so_far, total: line.show(Step(name, 1, 1, "", so_far, total))


def lists_used(shelf: Shelf) -> tuple[ListUsed, ...]:
    """The lists that the pipeline matches against, with what is known of each."""
    starter = shelf.starter_reading()
    used = [ListUsed(starter.title, starter.version, starter.filters, starter.dated)]
    kept = [shelf.kept(entry.name) for entry in shelf.entries() if entry.in_use]
    return (*used, *(ListUsed(one.title, one.version, one.filters, one.dated) for one in kept if one is not None))


def _is_same(file: Path, output: Path) -> bool:
    """Whether the result would take the recording's place, which nobody has twice."""
    try:
        return output.samefile(file)
    except OSError:
        return False


def _write(output: Path | None, told: bytes) -> None:
    try:
        if output is not None:
            write_whole(output, [told])
        else:
            sys.stdout.buffer.write(told)
            sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise  # whoever reads has seen enough
    except OSError:
        raise RecordingError(wording.NO_SPACE) from None
