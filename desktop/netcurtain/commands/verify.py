"""`netcurtain verify`: is a saved copy as it was made? A line a file, then one sentence; exit status 0 whole, 1 changed, 2 unreadable."""

from collections.abc import Callable
from pathlib import Path

import click

from netcurtain.commands import verify_wording as wording
from netcurtain.commands.failure import CommandError
from netcurtain.commands.plain import plain
from netcurtain.evidence.verifying import UnreadableError
from netcurtain.evidence.verifying import verify as verify_copy


def verify(file: Path, ask: Callable[[], str]) -> bool:
    """Say how each file is; whether all are whole. Raises CommandError."""
    try:
        verified = verify_copy(file, ask)
    except UnreadableError as error:
        raise CommandError(wording.UNREADABLE[error.why]) from None
    for name, state in verified.files:
        click.echo(f"{plain(name)}: {wording.STATES[state]}")
    click.echo(wording.WHOLE if verified.whole else wording.NOT_WHOLE)
    click.echo(wording.WHAT_IT_MEANS)
    return verified.whole
