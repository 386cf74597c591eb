"""Words as people write them, made the same, and phrases found among them: core/form_terms.py keeps them, core/form_reading.py looks."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Generic, TypeVar

T = TypeVar("T")

_WORD = re.compile(r"[^\W_]+(?:['’ʼ][^\W_]+)*")
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
_INVISIBLE = {ord(c): None for c in "\u00ad\u200b\u200c\u200d\u2060\ufeff"}
_APOSTROPHES = {ord(c): None for c in "'’ʼ"}


def plain_text(text: str) -> str:
    """The text with characters in their usual form and without invisible ones, so that words can be seen."""
    return text if text.isascii() else unicodedata.normalize("NFKC", text).translate(_INVISIBLE)


def spans_of(text: str) -> list[tuple[int, int]]:
    """Where each word of a plain text stands."""
    return [found.span() for found in _WORD.finditer(text)]


def words_of(text: str, folded: dict[str, str] | None = None) -> list[str]:
    """The words of a plain text, folded. Whoever reads many texts gives a table that remembers the words already folded."""
    if folded is None:
        return [_fold(word) for word in _WORD.findall(text)]
    words = []
    for word in _WORD.findall(text):
        same = folded.get(word)
        if same is None:
            same = folded[word] = _fold(word)
        words.append(same)
    return words


def name_as_words(name: str) -> str:
    """A field's name as a person would write it: ``dateOfBirth`` is ``date Of Birth``."""
    return _HUMP.sub(" ", name)


def fold_name(name: str) -> str:
    """A field's name as folded words, to compare names with."""
    return " ".join(words_of(plain_text(name_as_words(name))))


def part_of_path(part: str) -> str:
    """A part of an address as words: ``Whats-on`` is ``whats on``. Plurals stay: ``/news/`` is an article's, ``/new/`` anything's."""
    return " ".join(word.lower() for word in _WORD.findall(plain_text(part)))


def _fold(word: str) -> str:
    """Without case, accents, apostrophes and a simple plural: what makes two spellings of a word the same."""
    word = word.lower()
    if not word.isascii():
        word = "".join(c for c in unicodedata.normalize("NFKD", word.casefold()) if not unicodedata.combining(c))
    if "'" in word or not word.isascii():
        word = word.translate(_APOSTROPHES)
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    if len(word) > 3 and word.endswith("ie"):
        word = word[:-1]
    return word[:-1] + "i" if len(word) > 3 and word.endswith("y") else word


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """A phrase found: its words are ``start`` to ``end`` (exclusive) of the text's words."""

    start: int
    end: int
    meanings: tuple[T, ...]


@dataclass(frozen=True, slots=True)
class Phrases(Generic[T]):
    """Phrases of several words by the first two, longest first, and single words, each with what it may mean."""

    by_two_words: dict[tuple[str, str], tuple[tuple[tuple[str, ...], tuple[T, ...]], ...]]
    single: dict[str, tuple[T, ...]]

    def find(self, words: Sequence[str]) -> Iterator[Found[T]]:
        """The phrases in a text, left to right; the longest at a place wins and uses its words up."""
        skip = 0
        for position, (word, second) in enumerate(zip_longest(words, words[1:], fillvalue="")):
            if position < skip:
                continue
            for phrase, meanings in self.by_two_words.get((word, second), ()):
                end = position + len(phrase)
                if tuple(words[position:end]) == phrase:
                    yield Found(position, end, meanings)
                    skip = end
                    break
            else:
                if (alone := self.single.get(word)) is not None:
                    yield Found(position, position + 1, alone)


def index_of(phrases: Iterable[tuple[str, tuple[T, ...]]]) -> Phrases[T]:
    """Phrases as people write them, ready to be looked up; one that is given twice has both meanings.

    Raises :class:`ValueError` where a phrase has no word.
    """
    together: dict[tuple[str, ...], tuple[T, ...]] = {}
    folded: dict[str, str] = {}
    for phrase, meanings in phrases:
        words = words_of(plain_text(phrase), folded)
        if not words:
            raise ValueError("a phrase has no word")
        before = together.get(tuple(words))
        together[tuple(words)] = tuple(dict.fromkeys((*before, *meanings))) if before else meanings
    single: dict[str, tuple[T, ...]] = {}
    by_two_words: dict[tuple[str, str], list[tuple[tuple[str, ...], tuple[T, ...]]]] = {}
    for found, meanings in together.items():
        if len(found) == 1:
            single[found[0]] = meanings
        else:
            by_two_words.setdefault((found[0], found[1]), []).append((found, meanings))
    longest_first = {two: tuple(sorted(group, key=lambda pair: -len(pair[0]))) for two, group in by_two_words.items()}
    return Phrases(longest_first, single)
