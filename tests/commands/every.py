"""Every command of `netcurtain`, as click has them, for tests that none of them may be missing from."""

from collections.abc import Iterator

import click

from netcurtain.cli import main


def every_command(command: click.Command = main, *path: str) -> Iterator[tuple[str, click.Command]]:
    """The words that call each command, such as "filters list", and the command; the first is `netcurtain` itself, by no word."""
    yield " ".join(path), command
    if isinstance(command, click.Group):
        for name, below in command.commands.items():
            yield from every_command(below, *path, name)
