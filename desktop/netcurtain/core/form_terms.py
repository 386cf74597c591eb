"""The words that core/form.py weighs: filters/sensitive.toml, read once into a frozen index. It decides nothing.

The caller reads the file; here its text is checked and turned into phrases that can be looked up word by word.
"""

import enum
from collections.abc import Iterable
from dataclasses import dataclass

from netcurtain.core.form_blocks import Asked, Block, CategoryName, File, LexiconError, PurposeBlock, is_foreign, read_blocks
from netcurtain.core.form_words import Phrases, fold_name, index_of, part_of_path, plain_text, spans_of, words_of
from netcurtain.core.welsh import mutations

__all__ = ["CategoryName", "Grade", "Lexicon", "LexiconError", "Purpose", "Sign", "Term", "parse_lexicon"]


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
    around: frozenset[str]
    """Those of its words that stand on pages of other forms too (a cookie banner, the site's search), folded."""
    asks_for: frozenset[Asked]
    own: frozenset[str]
    """What the questions of such a form are called, folded."""
    own_buttons: frozenset[str]
    """Whole buttons of such a form where nothing is typed, folded."""
    never_a_step: bool
    """Such a form never takes a person to the next step of many."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Every term, ready to be looked up.

    ``terms`` without a meaning are look-alikes; ``purposes`` and ``hosts`` go by name. ``joined`` are subjects as host names write them
    ("modernslavery"), with the words apart. Below ``service_hosts`` every service has a host of its own. ``site_words`` are what the
    name of a site begins or ends with, with the categories it stands for; ``companions`` are what short ones may stand beside.
    ``buttons`` are whole buttons with the purposes they tell, ``steps`` those that take a person to the next step. ``in_capitals`` are
    terms of a foreign page only where they are written so. ``foreign`` are
    phrases that no block in English or Welsh has, folded.
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
    steps: frozenset[str]
    in_capitals: frozenset[str]
    foreign: frozenset[str]


_SAID = (*(grade.value for grade in Grade), *(sign.value for sign in Sign), "words", "around", "buttons", "phrases")
"""The lists of a block that are looked for in the texts of a page."""


def parse_lexicon(toml_text: str) -> Lexicon:
    """The lexicon from the text of ``filters/sensitive.toml``. Raises :class:`LexiconError` where the text is not one."""
    read = read_blocks(toml_text)
    try:
        return _lexicon(read)
    except ValueError as error:
        raise LexiconError(f"The list of sensitive words cannot be read: {error}. Put back the copy that came with Netcurtain.") from error


def _lexicon(read: File) -> Lexicon:
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
        terms=index_of(terms),
        signs=index_of(signs),
        purpose_words=index_of((phrase, (block.name,)) for block in read.purpose for phrase in _words(block)),
        purposes=_purposes(read.purpose),
        hosts=hosts,
        service_hosts=frozenset(suffix.lower() for block in read.service_host for suffix in block.suffixes),
        joined={joined: phrase for category in read.category for phrase in category.strong if (joined := _joined(phrase))},
        site_words=sites,
        companions=frozenset(word for block in read.site_companion for word in block.words),
        buttons=buttons,
        steps=frozenset(fold_name(phrase) for block in read.signs for phrase in block.steps),
        foreign=_foreign(read),
        in_capitals=_folded(phrase for block in read.look_alike for phrase in block.in_capitals),
    )


def _words(block: PurposeBlock) -> Iterable[str]:
    return dict.fromkeys((*_spoken(block, "words"), *_spoken(block, "around")))


def _spoken(block: Block, key: str) -> list[str]:
    """A block's phrases as people say them: in Welsh the first letter of a word changes with the word before it."""
    phrases: list[str] = getattr(block, key, [])
    return [form for phrase in phrases for form in mutations(phrase)] if block.language == "cy" else phrases


def _foreign(read: File) -> frozenset[str]:
    """The phrases that only blocks in foreign languages have."""
    folded: dict[str, str] = {}
    ours: set[str] = set()
    theirs: set[str] = set()
    for block in (*read.category, *read.purpose, *read.signs, *read.look_alike):
        said = (phrase for key in _SAID for phrase in getattr(block, key, ()))
        (theirs if is_foreign(block.language) else ours).update(" ".join(words_of(plain_text(phrase), folded)) for phrase in said)
    return frozenset(theirs - ours)


def _folded(phrases: Iterable[str]) -> frozenset[str]:
    return frozenset(" ".join(words_of(plain_text(phrase))) for phrase in phrases)


def _joined(phrase: str) -> str:
    """A subject of two or more words without the gaps; short ones would be found in other words and are left out."""
    words = words_of(plain_text(phrase))
    joined = fold_name("".join(phrase[start:end].lower() for start, end in spans_of(phrase)))
    return joined if len(words) > 1 and len(joined) >= 8 else ""


def _purposes(blocks: Iterable[PurposeBlock]) -> dict[str, Purpose]:
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
            around=_folded(_spoken(block, "around")) | (first.around if first else frozenset()),
            asks_for=frozenset(block.asks_for) | (first.asks_for if first else frozenset()),
            own=frozenset(map(fold_name, block.own)) | (first.own if first else frozenset()),
            own_buttons=frozenset(map(fold_name, block.own_buttons)) | (first.own_buttons if first else frozenset()),
            never_a_step=block.never_a_step or (first is not None and first.never_a_step),
        )
    return purposes
