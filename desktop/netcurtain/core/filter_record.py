"""A filter as plain values: quick to test, and fit for a file. core/filter_index.py holds these; a NetworkFilter is what they mean."""

import re
from collections.abc import Iterable
from dataclasses import fields
from operator import attrgetter

from netcurtain.core.network_filter import DEFAULT_TYPES, NetworkFilter, Party, Pattern

ANYWHERE, AFTER_HOST, WHOLE = range(3)
"""What is left to test where the literal stands in the address: nothing; that it follows the host; the whole filter."""

Whole = tuple[tuple[str, ...], NetworkFilter]
"""The pieces that have to stand in the address one after another, and the filter."""

Rest = tuple[bool | None, frozenset[str] | None, bool, int, str, str | None, Whole | None]
"""Third party (None: any); pages (None: any), and whether it is all but these; how; line; list; and where that is not all, the pieces
that have to stand in the address and the filter."""

Record = tuple[str, int, Rest]
"""Literal in lower case, and types: these two turn most requests away. Then the rest."""

_THIRD_PARTY = {None: None, Party.THIRD: True, Party.FIRST: False}
_SAID = {"line", "list", "pattern", "exception", "important", "types", "party", "domains"}
_OTHERS = attrgetter(*(field.name for field in fields(NetworkFilter) if field.name not in _SAID))
"""The fields of a filter that no part of a record stands for; each is empty where the filter says nothing of it."""
_NOT_PLAIN = re.compile(r"[|()\[\]]|\\[a-zA-Z0-9\\]|[*+?][*+?]")
"""In an expression: a choice, groups in groups, a special class, or two signs of repetition in a row."""


def record_of(written: NetworkFilter) -> Record:
    """The record of a filter."""
    pattern = written.pattern
    pages, all_but = _pages(written)
    literal = literal_of(pattern)
    third_party = _THIRD_PARTY.get(written.party)
    if _is_simple(written, pages):
        how = AFTER_HOST if pattern.host and literal else ANYWHERE
        return literal, written.types, (third_party, pages, all_but, how, written.line, written.list, None)
    pieces = (literal,) if pattern.expression else tuple(filter(None, re.split(r"[*^|]", pattern.text.lower())))
    return literal, written.types, (third_party, pages, all_but, WHOLE, written.line, written.list, (pieces, written))


def bare_record(host: str, third_party: bool, title: str | None) -> Record:
    """The record of the line ``||host^`` or ``||host^$third-party``: nothing has to follow the host."""
    if third_party:
        return "", DEFAULT_TYPES, (True, None, False, ANYWHERE, f"||{host}^$third-party", title, None)
    return "", DEFAULT_TYPES, (None, None, False, ANYWHERE, f"||{host}^", title, None)


def line_of(record: Record) -> str:
    """The line as the list has it."""
    return record[2][4]


def list_of(record: Record) -> str | None:
    """The title of the list."""
    return record[2][5]


def stand_in_order(pieces: Iterable[str], text: str) -> bool:
    """Whether each of some texts stands in another, after the one before."""
    at = 0
    for piece in pieces:
        found = text.find(piece, at)
        if found < 0:
            return False
        at = found + len(piece)
    return True


def literal_of(pattern: Pattern) -> str:
    """The longest piece that has to stand in an address, in lower case; of an expression only where that is plain to see."""
    if not pattern.expression:
        return pattern.literal.lower()
    text = _without_classes(pattern.text)
    if _NOT_PLAIN.search(text):
        return ""
    pieces = re.split(r"(?:\\?.|\0)(?:[*?]|\{[0-9,]+\})|\0\+?|(?<!\\)[.^$+{}]", text)
    return re.sub(r"\\(.)", r"\1", max(pieces, key=len)).lower()


def _without_classes(expression: str) -> str:
    r"""An expression with NUL for every ``[class]``, ``\\d`` and ``(group)``."""
    without = re.sub(r"\[(?:[^\]\\\[]|\\.)+\]|\\[dwsDWS]", "\0", expression)
    return re.sub(r"(?<!\\)\((?:[^()\\]|\\.)*\)", "\0", without)


def _pages(written: NetworkFilter) -> tuple[frozenset[str] | None, bool]:
    """The only pages a filter means, or those it leaves out."""
    if written.pages:
        return frozenset(written.pages), False
    if written.domains and not written.domain_expressions and not any(written.domains.values()):
        return frozenset(written.domains), True
    return None, False


def _is_simple(written: NetworkFilter, pages: frozenset[str] | None) -> bool:
    """Whether literal, types, third party and pages say all of it, whatever other fields a filter may have."""
    pattern = written.pattern
    if not pattern.plain or pattern.match_case or pattern.expression or written.party not in _THIRD_PARTY:
        return False
    return len(written.domains) == len(pages or ()) and not any(_OTHERS(written))
