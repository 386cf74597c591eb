"""What a partner may say, and how much of it: written limits on every field, and plain text alone. Pure: bytes in, words out."""

import re
import unicodedata
from collections.abc import Iterable
from datetime import date, timedelta

import msgspec

from netcurtain.core.partner import PartnerWay
from netcurtain.partner import wording
from netcurtain.partner.names import is_one_name, is_taken

MOST = {"name": 60, "about": 300, "way": 80, "call": 60, "note": 200}
"""Letters in each field."""
MOST_WAYS = 12
LONGEST = timedelta(days=731)
"""How far ahead a file may run out: numbers change, and somebody has to look at them again."""

_ADDRESS = r"https://(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9](?::[0-9]{1,5})?(?:/[A-Za-z0-9._~/?#=&%+,-]*)?"
_CALL = re.compile(
    rf"""
      {_ADDRESS}
    | [A-Za-z0-9._+-]+@(?:[A-Za-z0-9-]+\.)+[A-Za-z]{{2,}}
    | tel:\+?[0-9]+
    | \(?\+?[0-9][0-9()-]*[.,;]?
    | [A-Za-z][A-Za-z'-]{{0,19}}[.,;]?
    """,
    re.VERBOSE,
)
"""Each word of how to reach somebody: an address, a mailbox, a number, or a short word. It is copied, and rung, as it stands."""
_LINK = re.compile(rf"{_ADDRESS}(?=[\s.,;)]|$)|tel:[+0-9]", re.IGNORECASE)
_SCHEME = re.compile(r"(?<![a-z0-9+.-])([a-z][a-z0-9+.-]*):(?=\S)|//", re.IGNORECASE)
_NO_LETTERS = re.compile(
    "[<>\\\\\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0f\uffa0\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
"""Marks of other programs, and what is a letter to a computer and nothing to the eye; Python calls these printable."""
_MARKS = ("Mn", "Me")
MOST_MARKS = 2
"""Accents on one letter; a pile of them would be drawn over other lines."""


class WordsError(Exception):
    """A file cannot be used. The message is one sentence that says why, without any words of the file."""


class Words(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """What a partner signs. There is no field for a warning, a list, an answer or how long pages are kept; one that says so is refused."""

    name: str
    expires: date
    ways: tuple[PartnerWay, ...]
    about: str = ""


def words_from(payload: bytes) -> Words:
    """The words of a signed payload, which is JSON. Raises WordsError."""
    try:
        words = msgspec.json.decode(payload, type=Words)
    except (msgspec.DecodeError, UnicodeDecodeError):
        raise WordsError(wording.NOT_OURS) from None
    return checked(words)


def checked(words: Words) -> Words:
    """The same words, if every field keeps to its limit. Raises WordsError."""
    if not 1 <= len(words.ways) <= MOST_WAYS:
        raise WordsError(wording.ways_count(MOST_WAYS))
    _check("name", words.name, needed=True)
    if not is_one_name(words.name):
        raise WordsError(wording.NAME_MIXED)
    _check("about", words.about)
    for way in words.ways:
        _check("way", way.name, needed=True)
        _check("call", way.call, needed=True)
        _check("note", way.note)
    return words


def usable(words: Words, contacts: Iterable[str], today: date) -> Words:
    """The same words, if their name is none of these contacts', they have not run out, and will in good time. Raises WordsError."""
    if is_taken(words.name, contacts):
        raise WordsError(wording.NAME_TAKEN)
    if words.expires < today:
        raise WordsError(wording.ran_out(words.expires))
    if words.expires - today > LONGEST:
        raise WordsError(wording.RUNS_TOO_LONG)
    return words


def _check(field: str, text: str, *, needed: bool = False) -> None:
    if len(text) > MOST[field]:
        raise WordsError(wording.too_long(field, MOST[field]))
    if needed and not text.strip():
        raise WordsError(wording.empty(field))
    if not _is_plain(text):
        raise WordsError(wording.not_plain(field))
    if field == "call":
        if not all(map(_CALL.fullmatch, text.split(" "))):
            raise WordsError(wording.NO_WAY)
    elif any(not _LINK.match(text, found.start()) for found in _SCHEME.finditer(text) if not _is_inside(text, found.start())):
        raise WordsError(wording.link(field))


def _is_plain(text: str) -> bool:
    """Letters, signs and single spaces: nothing that a window would obey instead of showing it."""
    marks = 0
    for letter in text:
        marks = marks + 1 if unicodedata.category(letter) in _MARKS else 0
        if not letter.isprintable() or _NO_LETTERS.match(letter) or marks > MOST_MARKS:
            return False
    return text == text.strip()


def _is_inside(text: str, place: int) -> bool:
    """Whether this is the "//" of an https address."""
    return text[place : place + 2] == "//" and text[:place].lower().endswith("https:")
