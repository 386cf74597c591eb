"""A paper as a PDF that screen readers follow (PDF/UA-1), by typst: the same bytes on every computer, with no author, date or path in it.

What a page or a person chose goes in as data, so none of it is read as typst's code; the template reads no file, and fonts are typst's own.
"""

import unicodedata
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any, Literal

import msgspec

from netcurtain.evidence.blocks import Paper

TEMPLATE = "paper.typ"
MOST_MARKS = 4
"""Accents and the like on one letter; more would run into the lines above."""


class DrawingError(Exception):
    """The PDF could not be made: a mistake of ours, told without any of its words."""


def pdf(paper: Paper) -> bytes:
    """The file. Takes up to a few seconds and cannot be interrupted. Raises DrawingError."""
    import typst  # a large library, wanted by nobody who saves no copy

    place = files("netcurtain.evidence") / TEMPLATE
    words = msgspec.json.encode(_shown(msgspec.to_builtins(paper))).decode()
    with as_file(place) as template:
        try:
            return _drawn(template, words, "ua-1")
        except typst.TypstError:
            pass  # letters that no font of typst's has are no PDF/UA: boxes stand for them
        try:
            return _drawn(template, words)
        except typst.TypstError:
            raise DrawingError from None


def _drawn(template: Path, words: str, standard: Literal["ua-1"] | None = None) -> bytes:
    """The template's folder is all that typst could read, and the template reads nothing."""
    import typst

    return typst.compile(
        template, root=template.parent, ignore_system_fonts=True, sys_inputs={"paper": words}, pdf_standards=standard, format="pdf"
    )


def _shown(value: Any) -> Any:
    """All words with what a reader would obey instead of showing written out, such as ``<U+202E>``, and no pile of accents on a letter."""
    match value:
        case str():
            plain = "".join(c if c.isprintable() else " " if c.isspace() else f"<U+{ord(c):04X}>" for c in value)
            return plain if plain.isascii() else _few_marks(plain)
        case dict():
            return {key: _shown(one) for key, one in value.items()}
        case list() | tuple():
            return [_shown(one) for one in value]
        case _:
            return value


def _few_marks(text: str) -> str:
    kept, marks = [], 0
    for character in text:
        marks = marks + 1 if unicodedata.category(character) in ("Mn", "Me") else 0
        if marks <= MOST_MARKS:
            kept.append(character)
    return "".join(kept)
