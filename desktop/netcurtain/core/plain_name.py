"""What a browser or a person calls something, made fit to keep, to show and to print: what could hide or turn text around is left out."""

import unicodedata

MAX_NAME = 60
"""Characters of a name."""


def plain_name(text: str) -> str:
    """A name fit to keep and to show: one line, no letters that hide or turn others around, 60 characters at most."""
    letters = "".join(" " if letter.isspace() else letter for letter in text if letter.isspace() or unicodedata.category(letter)[0] != "C")
    return " ".join(letters.split())[:MAX_NAME].rstrip()
