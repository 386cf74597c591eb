"""Asks for the passphrase: without echo at a terminal, else one line of standard input. It is never an argument, which others could see."""

import getpass
import sys
from typing import BinaryIO

from netcurtain.commands import wording
from netcurtain.commands.failure import CommandError

MAX_BYTES = 4096
"""A passphrase has 1024 characters at most (history/vault.py); what is longer is cut, and opens nothing."""


def ask() -> str:
    """The passphrase as it was typed or given. Raises CommandError where there is none."""
    try:
        typed = getpass.getpass(f"{wording.ASK}: ") if sys.stdin.isatty() else line_of(sys.stdin.buffer)
    except EOFError:
        typed = ""
    if not typed:
        raise CommandError(wording.NONE_GIVEN)
    return typed


def line_of(stream: BinaryIO) -> str:
    """One line without its end; spaces count. Raises CommandError for bytes that are no text."""
    try:
        return stream.readline(MAX_BYTES).decode().removesuffix("\n").removesuffix("\r")
    except UnicodeDecodeError:
        raise CommandError(wording.NONE_GIVEN) from None
