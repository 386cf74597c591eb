"""The words that core/form.py weighs: filters/sensitive.toml, read once into a frozen index. It decides nothing.

The caller reads the file; here its text is checked and turned into phrases that can be looked up word by word.
"""

import enum
import re
import tomllib
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Annotated, Generic, Literal, TypeVar

import msgspec

from netcurtain.core.welsh import mutations

T = TypeVar("T")

CategoryName = Literal[
    "health", "mental_health", "sexual_health", "pregnancy_reproductive", "addiction", "disability", "ethnicity", "religion_belief",
    "sexuality_gender", "political_union", "criminal_record", "crime_report", "sexual_offence", "domestic_abuse", "hate_crime",
    "modern_slavery", "safeguarding", "immigration", "benefits", "finance", "identity_documents", "legal", "whistleblowing",
]  # fmt: skip
"""Everything a form may reveal (DESIGN.md, ``classify``)."""


class LexiconError(ValueError):
    """The lexicon's text cannot be used; the message is one sentence that says what to mend."""


class Grade(enum.Enum):
    """How much a term says. The first two are questions, which count whatever the form is for."""

    REVEALS = "reveals"
    MAY_REVEAL = "may_reveal"
    STRONG = "strong"
    PLAIN = "plain"
    FAINT = "faint"

    @property
    def asks(self) -> bool:
        """Whether the term is a question about the person, rather than a subject."""
        return self in (Grade.REVEALS, Grade.MAY_REVEAL)

    @property
    def weight(self) -> float:
        """From 0 to 1, before the place where the term stood is counted."""
        return _WEIGHTS[self]


_WEIGHTS = {Grade.REVEALS: 0.9, Grade.MAY_REVEAL: 0.4, Grade.STRONG: 0.9, Grade.PLAIN: 0.55, Grade.FAINT: 0.25}


class Sign(enum.Enum):
    """Words that are no subject but change what the subjects around them mean."""

    ACT = "acts"
    FRAME = "frames"
    INTEREST = "interest"
    DISCLOSURE = "disclosure"
    PERSONAL = "personal"
    TELLING = "telling"
    THING = "things"
    CREATURE = "creatures"


@dataclass(frozen=True, slots=True)
class Term:
    """A phrase points to a category with so much force."""

    category: str
    grade: Grade


@dataclass(frozen=True, slots=True)
class Purpose:
    """What a harmless form is for, and how such a form is built."""

    name: str
    firm: bool
    free_text: bool
    most_questions: int
    field_types: frozenset[str]
    field_names: frozenset[str]
    only_types: frozenset[str]


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """A phrase found: its words are ``start`` to ``end`` (exclusive) of the text's words."""

    start: int
    end: int
    meanings: tuple[T, ...]


@dataclass(frozen=True, slots=True)
class Phrases(Generic[T]):
    """Phrases by their first word, longest first, each with what it may mean."""

    by_first_word: dict[str, tuple[tuple[tuple[str, ...], tuple[T, ...]], ...]]

    def find(self, words: Sequence[str]) -> Iterator[Found[T]]:
        """The phrases in a text, left to right; the longest at a place wins and uses its words up."""
        position, length = 0, len(words)
        while position < length:
            step = 1
            second = words[position + 1] if position + 1 < length else ""
            for phrase, meanings in self.by_first_word.get(words[position], ()):
                end = position + len(phrase)
                # Hundreds of phrases begin with "report": the second word tells most of them apart.
                if len(phrase) == 1 or (phrase[1] == second and tuple(words[position:end]) == phrase):
                    yield Found(position, end, meanings)
                    step = len(phrase)
                    break
            position += step


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Every term, ready to be looked up.

    ``terms`` without a meaning are look-alikes; ``purposes`` and ``hosts`` go by name. ``joined`` are subjects as host names write them
    ("modernslavery"), with the words apart. Below ``service_hosts`` every service has a host of its own. ``site_words`` are what the
    name of a site begins or ends with, with the categories it stands for; ``buttons`` are whole buttons with the purposes they tell.
    """

    terms: Phrases[Term]
    signs: Phrases[Sign]
    purpose_words: Phrases[str]
    purposes: dict[str, Purpose]
    hosts: dict[str, tuple[tuple[str, float], ...]]
    service_hosts: frozenset[str]
    joined: dict[str, str]
    site_words: dict[str, tuple[str, ...]]
    buttons: dict[str, tuple[str, ...]]


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


def words_of(text: str) -> list[str]:
    """The words of a plain text, folded."""
    return [_fold(word) for word in _WORD.findall(text)]


def name_as_words(name: str) -> str:
    """A field's name as a person would write it: ``dateOfBirth`` is ``date Of Birth``."""
    return _HUMP.sub(" ", name)


def fold_name(name: str) -> str:
    """A field's name as folded words, to compare names with."""
    return " ".join(words_of(plain_text(name_as_words(name))))


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


SHORTEST_SITE_WORD = 2
"""Letters of the shortest word that a site may be known by; core/form.py wants more where the name goes on."""

Phrase = Annotated[str, msgspec.Meta(min_length=1, max_length=80)]
Name = Annotated[str, msgspec.Meta(min_length=1, max_length=40)]
Language = Annotated[str, msgspec.Meta(pattern="^[a-z]{2,3}$")]


class _Block(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    language: Language


class _Category(_Block, frozen=True):
    name: CategoryName
    reveals: list[Phrase] = []
    may_reveal: list[Phrase] = []
    strong: list[Phrase] = []
    plain: list[Phrase] = []
    faint: list[Phrase] = []
    sites: list[Annotated[str, msgspec.Meta(min_length=SHORTEST_SITE_WORD, max_length=40, pattern="^[a-z0-9]+$")]] = []


class _Purpose(_Block, frozen=True):
    name: Name
    words: list[Phrase] = []
    buttons: list[Phrase] = []
    only_types: list[Phrase] = []
    field_types: list[Phrase] = []
    field_names: list[Phrase] = []
    most_questions: Annotated[int, msgspec.Meta(ge=1)] = 300
    free_text: bool = True
    firm: bool = False


class _Signs(_Block, frozen=True):
    acts: list[Phrase] = []
    frames: list[Phrase] = []
    interest: list[Phrase] = []
    disclosure: list[Phrase] = []
    personal: list[Phrase] = []
    telling: list[Phrase] = []


class _LookAlike(_Block, frozen=True):
    phrases: list[Phrase] = []
    things: list[Phrase] = []
    creatures: list[Phrase] = []


class _Host(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    category: CategoryName
    weight: Annotated[float, msgspec.Meta(gt=0, le=0.4)]
    suffixes: list[Phrase]


class _ServiceHost(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    suffixes: list[Phrase]


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    category: Annotated[list[_Category], msgspec.Meta(min_length=1)]
    purpose: list[_Purpose] = []
    signs: list[_Signs] = []
    look_alike: list[_LookAlike] = []
    host: list[_Host] = []
    service_host: list[_ServiceHost] = []


def parse_lexicon(toml_text: str) -> Lexicon:
    """The lexicon from the text of ``filters/sensitive.toml``. Raises :class:`LexiconError` where the text is not one."""
    try:
        read = msgspec.convert(tomllib.loads(toml_text), _File)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise LexiconError(f"The list of sensitive words cannot be read: {error}. Put back the copy that came with Netcurtain.") from error

    terms: list[tuple[str, tuple[Term, ...]]] = [(phrase, ()) for block in read.look_alike for phrase in _spoken(block, "phrases")]
    sites: dict[str, tuple[str, ...]] = {}
    for category in read.category:
        for grade in Grade:
            terms += [(phrase, (Term(category.name, grade),)) for phrase in _spoken(category, grade.value)]
        for word in category.sites:
            sites[word] = (*sites.get(word, ()), category.name)
    signs = [(phrase, (sign,)) for block in (*read.signs, *read.look_alike) for sign in Sign for phrase in _spoken(block, sign.value)]
    buttons: dict[str, tuple[str, ...]] = {}
    for purpose in read.purpose:
        for button in map(fold_name, purpose.buttons):
            buttons[button] = (*buttons.get(button, ()), purpose.name)
    hosts: dict[str, tuple[tuple[str, float], ...]] = {}
    for host in read.host:
        for suffix in host.suffixes:
            hosts[suffix.lower()] = (*hosts.get(suffix.lower(), ()), (host.category, host.weight))
    return Lexicon(
        terms=_index(terms),
        signs=_index(signs),
        purpose_words=_index((phrase, (block.name,)) for block in read.purpose for phrase in _spoken(block, "words")),
        purposes=_purposes(read.purpose),
        hosts=hosts,
        service_hosts=frozenset(suffix.lower() for block in read.service_host for suffix in block.suffixes),
        joined={joined: phrase for category in read.category for phrase in category.strong if (joined := _joined(phrase))},
        site_words=sites,
        buttons=buttons,
    )


def _spoken(block: _Block, key: str) -> list[str]:
    """A block's phrases as people say them: in Welsh the first letter of a word changes with the word before it."""
    phrases: list[str] = getattr(block, key, [])
    return [form for phrase in phrases for form in mutations(phrase)] if block.language == "cy" else phrases


def _joined(phrase: str) -> str:
    """A subject of two or more words without the gaps; short ones would be found in other words and are left out."""
    words = words_of(plain_text(phrase))
    joined = fold_name("".join(word.lower() for word in _WORD.findall(phrase)))
    return joined if len(words) > 1 and len(joined) >= 8 else ""


def _purposes(blocks: Iterable[_Purpose]) -> dict[str, Purpose]:
    """One purpose a name: languages add words and field names to it, the first block says how such a form is built."""
    purposes: dict[str, Purpose] = {}
    for block in blocks:
        first = purposes.get(block.name)
        names = frozenset(map(fold_name, block.field_names))
        purposes[block.name] = Purpose(
            name=block.name,
            firm=first.firm if first else block.firm,
            free_text=first.free_text if first else block.free_text,
            most_questions=first.most_questions if first else block.most_questions,
            only_types=first.only_types if first else frozenset(block.only_types),
            field_types=frozenset(block.field_types) | (first.field_types if first else frozenset()),
            field_names=names | (first.field_names if first else frozenset()),
        )
    return purposes


def _index(phrases: Iterable[tuple[str, tuple[T, ...]]]) -> Phrases[T]:
    together: dict[tuple[str, ...], dict[T, None]] = {}
    for phrase, meanings in phrases:
        words = tuple(words_of(plain_text(phrase)))
        if not words:
            raise LexiconError("The list of sensitive words has a phrase without a word. Put back the copy that came with Netcurtain.")
        together.setdefault(words, {}).update(dict.fromkeys(meanings))
    by_first_word: dict[str, list[tuple[tuple[str, ...], tuple[T, ...]]]] = {}
    for words, meaning in together.items():
        by_first_word.setdefault(words[0], []).append((words, tuple(meaning)))
    return Phrases({first: tuple(sorted(group, key=lambda pair: -len(pair[0]))) for first, group in by_first_word.items()})
