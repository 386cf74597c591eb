"""`netcurtain partner`: names, options and help, as cli.py has them of all other commands. What each does is in partner.py."""

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from netcurtain import paths

if TYPE_CHECKING:
    from netcurtain.partner.shelf import Partners

FOLDER = "partners"
PLACE = click.Path(path_type=Path, readable=False)


@click.group()
def partner() -> None:
    """A charity's own ways to be heard, beside those that Netcurtain knows.

    They are shown as "From X" under "Other ways". They replace nothing, and change nothing else.

    \b
    Example:
      netcurtain partner list
    """


@partner.command("add")
@click.argument("file", type=PLACE)
@click.option("--yes", is_flag=True, help="Do not ask.")
def partner_add(file: Path, yes: bool) -> None:
    """Use a charity's file. You see what it adds and are asked first.

    \b
    Example:
      netcurtain partner add centre.netcurtain
    """
    from netcurtain.commands import partner as partnering

    _exit(partnering.add(_partners(), file, yes=yes))


@partner.command("list")
def partner_list() -> None:
    """Show every charity's file that is in use.

    \b
    Example:
      netcurtain partner list
    """
    from netcurtain.commands import partner as partnering

    partnering.tell_all(_partners())


@partner.command("remove")
@click.argument("name")
def partner_remove(name: str) -> None:
    """Use a charity's file no longer.

    \b
    Example:
      netcurtain partner remove "Example Centre"
    """
    from netcurtain.commands import partner as partnering

    _exit(partnering.remove(_partners(), name))


@partner.command("make")
@click.argument("words", metavar="WORDS.toml", type=PLACE)
@click.option("--key", required=True, type=PLACE, metavar="KEYFILE", help="Your key; made where there is none.")
@click.option("--output", required=True, type=PLACE, metavar="FILE", help="Write it to this file.")
def partner_make(words: Path, key: Path, output: Path) -> None:
    """For a charity: sign your words, for people to add.

    \b
    WORDS.toml:
      name = "Example Centre"
      about = "We listen. Nobody has to give a name."
      expires = 2027-06-30
      [[ways]]
      name = "Our helpline"
      call = "0000 000 0000"
      note = "Every day from 9 to 21."
      [[ways]]
      name = "Chat"
      call = "https://chat.example"
      without_speaking = true

    \b
    Example:
      netcurtain partner make WORDS.toml --key centre.key --output centre.netcurtain
    """
    from netcurtain import knowledge
    from netcurtain.commands import partner as partnering

    partnering.make(words, key, output, knowledge.contact_names(), date.today())


def _partners() -> "Partners":
    """The folder is made, for this person only, with the first file."""
    from netcurtain import knowledge
    from netcurtain.partner.shelf import Partners

    return Partners(paths.data_place() / FOLDER, knowledge.contact_names)


def _exit(all_well: bool) -> None:
    if not all_well:
        sys.exit(1)
