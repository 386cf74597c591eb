"""`netcurtain history`: names, options and help, as cli.py has them of all other commands. What each does is in history.py."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from netcurtain.commands.kept_history import KeptPlace


@click.group()
def history() -> None:
    """What is kept behind your passphrase, where you chose so.

    The passphrase is asked for at a terminal, and else read from one line of standard input.

    \b
    Example:
      netcurtain history list
    """


@history.command("list")
def history_list() -> None:
    """Show every visit, a line each.

    A line has its ID, when, where, and how many companies were told.

    \b
    Example:
      netcurtain history list
    """
    from netcurtain.commands import history as telling
    from netcurtain.commands import passphrase

    _exit(_kept_place().use(telling.tell_visits, passphrase.ask, may_be_none=True))


@history.command("show")
@click.argument("visit", metavar="ID")
def history_show(visit: str) -> None:
    """Show one visit, moment by moment. Its ID is the first word of its line in the list.

    \b
    Example:
      netcurtain history show ID
    """
    from netcurtain.commands import history as telling
    from netcurtain.commands import passphrase

    _exit(_kept_place().use(lambda kept: telling.tell_story(kept, visit), passphrase.ask))


@history.command("export")
@click.option("--output", type=click.Path(path_type=Path, readable=False), metavar="FILE", help="Write it to this file, for you alone.")
def history_export(output: Path | None) -> None:
    """Copy all of it as JSON. The copy has no passphrase.

    \b
    Example:
      netcurtain history export --output copy.json
    """
    from netcurtain.commands import history as telling
    from netcurtain.commands import passphrase

    _exit(_kept_place().use(lambda kept: telling.export(kept, output), passphrase.ask))


@history.command("delete")
@click.argument("visit", metavar="[ID]", required=False)
@click.option("--all", "all_of_it", is_flag=True, help="Delete everything that is kept, at once. No passphrase is needed.")
def history_delete(visit: str | None, all_of_it: bool) -> None:
    """Delete one visit for good, or everything.

    \b
    Example:
      netcurtain history delete --all
    """
    from netcurtain.commands import history as telling
    from netcurtain.commands import passphrase
    from netcurtain.commands import wording as commands_wording

    if all_of_it == (visit is not None):
        raise click.UsageError(commands_wording.ONE_OR_ALL)
    if visit is None:
        _exit(telling.delete_all(_kept_place().erase))
    else:
        _exit(_kept_place().use(lambda kept: telling.delete_visit(kept, visit), passphrase.ask))


def _kept_place() -> "KeptPlace":
    from netcurtain.commands.kept_history import kept_place  # SQL takes a moment to load, and most commands need none

    return kept_place()


def _exit(all_well: bool) -> None:
    if not all_well:
        sys.exit(1)
