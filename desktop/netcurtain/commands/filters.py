"""`netcurtain filters list|update|add|remove`: what changes on the shelf of lists, told a line each."""

import time
from collections.abc import Iterable

import click

from netcurtain.lists.package import Packages
from netcurtain.lists.shelf import Shelf
from netcurtain.lists.update import Change, Result, add, remove, update


def tell_lists(shelf: Shelf) -> None:
    """Every list, with a sentence about it."""
    for sentence in shelf.sentences(time.time()):
        click.echo(sentence)


def update_lists(shelf: Shelf, packages: Packages) -> bool:
    """Look for newer texts of the lists in use; whether all is well."""
    return _tell(update(shelf, time.time(), packages))


def add_list(shelf: Shelf, what: str, packages: Packages) -> bool:
    """Take a list into use; whether it is."""
    return _tell([add(shelf, what, time.time(), packages)])


def remove_list(shelf: Shelf, name: str) -> bool:
    """Take a list out of use; whether it is."""
    return _tell([remove(shelf, name)])


def _tell(results: Iterable[Result]) -> bool:
    all_well = True
    for result in results:
        failed = result.change is Change.FAILED
        all_well &= not failed
        click.echo(result.sentence, err=failed)
        for line in result.tried if failed else ():
            click.echo(f"  {line}", err=True)
    return all_well
