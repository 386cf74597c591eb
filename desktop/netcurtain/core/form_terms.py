"""The words that core/form.py weighs: filters/sensitive.toml, read once into a frozen index. It decides nothing.

The caller reads the file; here its text is checked and turned into phrases that can be looked up word by word.
"""

import enum
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated, Literal, TypeVar

import msgspec

from netcurtain.core.form_words import Phrases, fold_name, part_of_path, plain_text, spans_of, words_of
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
    MACHINE = "machines"


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
    never_types: frozenset[str]
    paths: frozenset[str]
    """Parts of an address that tell it ("news", "jobs")."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Every term, ready to be looked up.

    ``terms`` without a meaning are look-alikes; ``purposes`` and ``hosts`` go by name. ``joined`` are subjects as host names write them
    ("modernslavery"), with the words apart. Below ``service_hosts`` every service has a host of its own. ``site_words`` are what the
    name of a site begins or ends with, with the categories it stands for; ``companions`` are what short ones may stand beside.
    ``buttons`` are whole buttons with the purposes they tell.
    """

    terms: Phrases[Term]
    signs: Phrases[Sign]
    purpose_words: Phrases[str]
    purposes: dict[str, Purpose]
    hosts: dict[str, tuple[tuple[str, float], ...]]
    service_hosts: frozenset[str]
    joined: dict[str, str]
    site_words: dict[str, tuple[str, ...]]
    companions: frozenset[str]
    buttons: dict[str, tuple[str, ...]]


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
    never_types: list[Phrase] = []
    field_types: list[Phrase] = []
    field_names: list[Phrase] = []
    paths: list[Phrase] = []
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
    machines: list[Phrase] = []


class _Host(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    category: CategoryName
    weight: Annotated[float, msgspec.Meta(gt=0, le=0.4)]
    suffixes: list[Phrase]


class _ServiceHost(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    suffixes: list[Phrase]


class _Companions(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    words: list[Phrase]


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    category: Annotated[list[_Category], msgspec.Meta(min_length=1)]
    purpose: list[_Purpose] = []
    signs: list[_Signs] = []
    look_alike: list[_LookAlike] = []
    host: list[_Host] = []
    service_host: list[_ServiceHost] = []
    site_companion: list[_Companions] = []


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
            meaning = (Term(category.name, grade),)
            terms += [(phrase, meaning) for phrase in _spoken(category, grade.value)]
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
        companions=frozenset(word for block in read.site_companion for word in block.words),
        buttons=buttons,
    )


def _spoken(block: _Block, key: str) -> list[str]:
    """A block's phrases as people say them: in Welsh the first letter of a word changes with the word before it."""
    phrases: list[str] = getattr(block, key, [])
    return [form for phrase in phrases for form in mutations(phrase)] if block.language == "cy" else phrases


def _joined(phrase: str) -> str:
    """A subject of two or more words without the gaps; short ones would be found in other words and are left out."""
    words = words_of(plain_text(phrase))
    joined = fold_name("".join(phrase[start:end].lower() for start, end in spans_of(phrase)))
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
            never_types=first.never_types if first else frozenset(block.never_types),
            field_types=frozenset(block.field_types) | (first.field_types if first else frozenset()),
            field_names=names | (first.field_names if first else frozenset()),
            paths=frozenset(map(part_of_path, block.paths)) | (first.paths if first else frozenset()),
        )
    return purposes


def _index(phrases: Iterable[tuple[str, tuple[T, ...]]]) -> Phrases[T]:
    together: dict[tuple[str, ...], tuple[T, ...]] = {}
    folded: dict[str, str] = {}
    for phrase, meanings in phrases:
        words = words_of(plain_text(phrase), folded)
        if not words:
            raise LexiconError("The list of sensitive words has a phrase without a word. Put back the copy that came with Netcurtain.")
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
