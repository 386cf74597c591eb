"""`netcurtain filters list|update|add|remove`: what changes on the shelf of lists, told a line each, with a progress line on a terminal."""

import sys
import time
from collections.abc import Iterable

import click

from netcurtain.commands.progress_line import ProgressLine
from netcurtain.lists.package import Packages
from netcurtain.lists.rows import command_lines
from netcurtain.lists.shelf import Shelf
from netcurtain.lists.skipped import skipped_lines
from netcurtain.lists.update import Change, Result, add, remove, update


def tell_lists(shelf: Shelf) -> None:
    """Every list, with a sentence about it."""
    _mend(shelf)
    for sentence in command_lines(shelf, time.time()):
        click.echo(sentence)


def tell_skipped(shelf: Shelf) -> None:
    """Of every list in use, which lines are not used, and why."""
    _mend(shelf)
    for line in skipped_lines(shelf):
        click.echo(line)


def update_lists(shelf: Shelf, packages: Packages, *, take_smaller: bool) -> bool:
    """Look for newer texts of the lists in use; whether all is well."""
    _mend(shelf)
    with _progress() as line:
        return _tell(update(shelf, time.time(), packages, take_smaller=take_smaller, watch=line.show), line)


def add_list(shelf: Shelf, what: str, packages: Packages) -> bool:
    """Take a list into use; whether it is."""
    _mend(shelf)
    with _progress() as line:
        return _tell([add(shelf, what, time.time(), packages, line.show)], line)


def remove_list(shelf: Shelf, name: str) -> bool:
    """Take a list out of use; whether it is."""
    _mend(shelf)
    return _tell([remove(shelf, name)], _progress())


def _progress() -> ProgressLine:
    return ProgressLine(sys.stderr)


def _mend(shelf: Shelf) -> None:
    for sentence in shelf.mend(time.time()):
        click.echo(sentence, err=True)


def _tell(results: Iterable[Result], line: ProgressLine) -> bool:
    all_well = True
    for result in results:
        line.clear()
        failed = result.change is Change.FAILED
        all_well &= not failed
        click.echo(result.sentence, err=failed)
        for tried in result.tried if failed else ():
            click.echo(f"  {tried}", err=True)
    return all_well
