"""A list made longer by plausible other filters: what a matcher costs when lists grow. The same list always grows the same way.

Each copy of the list's network filters names other places in the same shape. Of every word (a run of letters and digits) of the pattern,
and of the hosts in ``domain=``, each vowel is exchanged for a vowel, each other letter for another letter and each digit for a digit. Which
one, says a checksum of the word and the copy's number: a host that many filters name becomes one other host in all of them. Kept are:

- words that 50 filters or more share ("analytics", "com", "track", "js"), as filters of other places share them too; where a filter has no
  other word, its longest is exchanged after all;
- anchors, separators, stars, options and their order, and the last label of a host;
- expressions (``/.../``), of which there are no copies.
"""

import re
import zlib
from collections import Counter
from collections.abc import Iterator

COMMON = 50
"""In so many filters or more, a word is not a place's own."""

_PARTS = re.compile(r"(@@|)(.*?)(\$~?[a-z0-9_-]+(?:[=,].*)?|)", re.DOTALL)
_COSMETIC = re.compile(r"#[@?$%]*#")
_WORD = re.compile(r"[a-z0-9]+", re.IGNORECASE)
_LAST_LABEL = re.compile(r"^\|\|[^/^*:?$]*(\.[a-z0-9]+)(?=[\^/:?$|]|$)", re.IGNORECASE)
_DOMAINS = re.compile(r"(?<=[$,]domain=)[^,]+")
_KINDS = ("aeiouy", "bcdfghjklmnpqrstvwxz", "0123456789")


def larger(text: str, times: int) -> str:
    """The list and ``times - 1`` varied copies of its network filters."""
    filters = list(_filters_of(text))
    counts = Counter(word for line in filters for word in set(_WORD.findall(_parts(line)[1].lower())))
    common = frozenset(word for word, count in counts.items() if count >= COMMON)
    copies = (varied(line, number, common) for number in range(1, times) for line in filters)
    return "\n".join([text, *copies])


def varied(line: str, number: int, common: frozenset[str]) -> str:
    """Copy ``number`` of a filter. Words in ``common`` stay, unless it has no others."""
    exception, pattern, options = _parts(line)
    last = _LAST_LABEL.match(pattern)
    kept = last.span(1) if last else (0, 0)
    words = [found for found in _WORD.finditer(pattern) if not (kept[0] <= found.start() < kept[1])] or list(_WORD.finditer(pattern))
    own = [found for found in words if found[0].lower() not in common] or sorted(words, key=lambda found: -len(found[0]))[:1]
    for found in reversed(own):
        pattern = pattern[: found.start()] + _other(found[0], number) + pattern[found.end() :]
    return exception + pattern + _DOMAINS.sub(lambda found: _other_domains(found[0], number, common), options)


def _filters_of(text: str) -> Iterator[str]:
    """The lines that are network filters and no expressions."""
    for line in map(str.strip, text.splitlines()):
        if not line or line[0] in "![" or _COSMETIC.search(line):
            continue
        pattern = _parts(line)[1]
        if not (len(pattern) > 1 and pattern[0] == pattern[-1] == "/"):
            yield line


def _parts(line: str) -> tuple[str, str, str]:
    """The mark of an exception, the pattern, and the options with their ``$``."""
    found = _PARTS.fullmatch(line)
    return (found[1], found[2], found[3]) if found else ("", line, "")


def _other_domains(value: str, number: int, common: frozenset[str]) -> str:
    """Every domain but its last label and common words, ``~`` kept."""
    made = []
    for domain in value.split("|"):
        name, dot, last = domain.rpartition(".")
        made.append(_WORD.sub(lambda found: found[0] if found[0] in common else _other(found[0], number), name) + dot + last)
    return "|".join(made)


def _other(word: str, number: int) -> str:
    """Another word of the same shape; never the same for a word with a letter or digit."""
    seed = zlib.crc32(f"{number} {word.lower()}".encode())
    made = []
    for place, character in enumerate(word):
        kind = next((kind for kind in _KINDS if character.lower() in kind), "")
        step = 1 + (seed >> (place * 3 % 29)) % (len(kind) - 1) if kind else 0
        other = kind[(kind.index(character.lower()) + step) % len(kind)] if kind else character
        made.append(other.upper() if character.isupper() else other)
    return "".join(made)
