"""Whose name a file may bear: none that can be taken for one that is pinned, for one of our own contacts, or for an emergency number. Pure.

What looks alike is one name: signs, spaces, accents and capitals do not tell two apart, nor do letters and figures of the same shape.
"""

import re
import unicodedata
from collections.abc import Iterable

_SCRIPTS = frozenset({"LATIN", "CYRILLIC", "GREEK", "ARABIC", "HEBREW", "DEVANAGARI", "BENGALI", "GURMUKHI", "GUJARATI", "TAMIL", "CJK"})
"""As Unicode's names of their letters begin."""
_LATIN = re.compile("[A-Za-zªº\u00c0-\u017f\u0218-\u021b\u1e00-\u1eff]")
"""Those of languages that are written here; many others only look like them."""
_SIGNS = frozenset(" '’.,&()/+-–0123456789")
_SHAPES = (
    ("015łŁøØđĐħĦŧŦıĸ", "olslLoOdDhHtTik"),
    ("АВЕЅІЈКМНОРСТУХЗԚԜаеѕіјорсухԁԛԝһӏ", "ABESIJKMHOPCTYX3QWaesijopcyxdqwhl"),
    ("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαιονρυ", "ABEZHIKMNOPTYXaiovpu"),
)
_LOOKS_LIKE = {ord(one): other for ones, others in _SHAPES for one, other in zip(ones, others, strict=True)}
_OURS = ("Netcurtain", "Police")
_EMERGENCY = ("999", "112", "18000")
_SAYS_NOTHING = frozenset({"the", "from", "uk", "official", "helpline"})
"""What can be put to a name without making it another."""


def is_one_name(name: str) -> bool:
    """Whether it has letters, all of one script, and few other signs."""
    letters = [letter for letter in unicodedata.normalize("NFC", name) if letter not in _SIGNS]
    scripts = {_script(letter) for letter in letters if not unicodedata.category(letter).startswith("M")}
    return len(scripts) == 1 and scripts <= _SCRIPTS


def same_name(name: str) -> str:
    """What is alike for two names that a person could take for each other."""
    parts = unicodedata.normalize("NFKD", name.replace("&", " and ").translate(_LOOKS_LIKE)).translate(_LOOKS_LIKE).casefold()
    seen = "".join(letter for letter in parts if unicodedata.category(letter)[0] in "LN" or unicodedata.category(letter) == "Mc")
    return seen.replace("rn", "m").replace("vv", "w").replace("i", "l")


def is_taken(name: str, contacts: Iterable[str]) -> bool:
    """Whether it is, or has in it, our own name, that of the police, an emergency number, or one of these contacts' names.

    A contact whose name is a single word may be a word of another name: many refuges are no "Refuge".
    """
    seen, figures = same_name(name), "".join(filter(str.isdigit, name))
    alone = "".join(same_name(word) for word in name.split() if word.casefold() not in _SAYS_NOTHING)
    parts = [part for contact in contacts for part in (contact, *re.split("[()]", contact)) if part.strip()]
    return (
        any(number in figures for number in _EMERGENCY)
        or any(same_name(ours) in seen for ours in _OURS)
        or any(same_name(part) in (seen if len(part.split()) > 1 else (alone,)) for part in parts)
    )


def _script(letter: str) -> str:
    """The first word of a letter's name in Unicode; "" for what is no letter of a living language."""
    script = unicodedata.name(letter, "").partition(" ")[0]
    if not letter.isalpha() or (script == "LATIN" and not _LATIN.fullmatch(letter)):
        return ""
    return script
