"""The document that the report is, and the way into it: har/html.py makes it, of its style, its script and a body.

All text goes through ``text``: what pages made up (titles, words on buttons) is shown and never obeyed.
"""

import re
from collections.abc import Iterable
from html import escape
from importlib.resources import files
from urllib.parse import quote

from netcurtain.har import html

_DOT_WITHIN = re.compile(r"(?<=\w)\.(?=\w)")

MOST_SHOWN = 300
"""Characters of one title, address or label."""

_UNSEEN = {
    code: f"[U+{code:04X}]"
    for code in (
        *range(32),
        *range(0x7F, 0xA0),
        0x61C,
        *range(0x200B, 0x2010),
        *range(0x2028, 0x202F),
        *range(0x2066, 0x206A),
        *range(0xD800, 0xE000),
        0xFEFF,
        *range(0xE0000, 0xE0080),
    )
}
"""Marks that turn the direction of a text, and those that cannot be seen or written, are shown as what they are."""


def text(words: str) -> str:
    """Words as HTML. For an attribute in double quotes too."""
    return escape(words.translate(_UNSEEN))


def shown(words: str) -> str:
    """Words of somebody else's, MOST_SHOWN characters of them, as HTML."""
    return text(words if len(words) <= MOST_SHOWN else words[: MOST_SHOWN - 1].rstrip() + "…")


def named(name: str) -> str:
    """A name as HTML. One that is an address on the web has room to break behind each dot."""
    return _DOT_WITHIN.sub(".<wbr>", shown(name))


def list_of(items: Iterable[str]) -> str:
    """Items, which are HTML already, one below the other."""
    return f"<ul>{''.join(f'<li>{item}</li>' for item in items)}</ul>"


def wide(title: str, table: str) -> str:
    """A table in a place of its own, which can be moved sideways, also with the keys, where the screen is narrow."""
    return f'<div class="wide" tabindex="0" role="region" aria-label="{text(title)}">{table}</div>'


def address_of(path: str) -> str:
    """A file of the survey's folder as an address beside this document, which nothing in its name turns into another."""
    return quote(path.lstrip("/"), safe="/", errors="replace")


def document(title: str, body: Iterable[str]) -> str:
    """The whole document; ``body`` is HTML, in pieces."""
    return html.document(title.translate(_UNSEEN), body, _file("report.css"), _file("report.js"))


def _file(name: str) -> str:
    return files("netcurtain.survey.report").joinpath(name).read_text(encoding="utf-8")
