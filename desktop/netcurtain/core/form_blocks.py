"""filters/sensitive.toml as it is written: its blocks, each checked. core/form_terms.py makes the lexicon of them."""

import enum
import tomllib
from typing import Annotated, Literal

import msgspec

HOME = ("en", "cy")
"""The languages of the country this is written for."""

CategoryName = Literal[
    "health", "mental_health", "sexual_health", "pregnancy_reproductive", "addiction", "disability", "ethnicity", "religion_belief",
    "sexuality_gender", "political_union", "criminal_record", "crime_report", "sexual_offence", "domestic_abuse", "hate_crime",
    "modern_slavery", "safeguarding", "immigration", "benefits", "finance", "identity_documents", "legal", "whistleblowing",
]  # fmt: skip
"""Everything a form may reveal (docs/COMMANDS.md, "classify")."""


class LexiconError(ValueError):
    """The lexicon's text cannot be used; the message is one sentence that says what to mend."""


class Asked(enum.StrEnum):
    """What a form asks for, where that fits a purpose without telling it: core/form_shape.py says when.

    An e-mail address, in a few questions; nothing but a telephone number; sums of money to choose from; nothing but yes or no or a comment.
    """

    MAIL = "mail"
    PHONE = "phone"
    MONEY = "money"
    OPINION = "opinion"


SHORTEST_SITE_WORD = 2
"""Letters of the shortest word that a site may be known by; core/form.py wants more where the name goes on."""

Phrase = Annotated[str, msgspec.Meta(min_length=1, max_length=80)]
Name = Annotated[str, msgspec.Meta(min_length=1, max_length=40)]
Language = Annotated[str, msgspec.Meta(pattern="^[a-z]{2,3}$")]


class Block(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A block; its phrases are in one language."""

    language: Language


class CategoryBlock(Block, frozen=True):
    """What a form may reveal."""

    name: CategoryName
    reveals: list[Phrase] = []
    may_reveal: list[Phrase] = []
    strong: list[Phrase] = []
    plain: list[Phrase] = []
    faint: list[Phrase] = []
    sites: list[Annotated[str, msgspec.Meta(min_length=SHORTEST_SITE_WORD, max_length=40, pattern="^[a-z0-9]+$")]] = []


class PurposeBlock(Block, frozen=True):
    """What a form is for that is not sensitive."""

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
    around: list[Phrase] = []
    asks_for: list[Asked] = []
    own: list[Phrase] = []
    own_buttons: list[Phrase] = []
    never_a_step: bool = False


class SignsBlock(Block, frozen=True):
    """Words that are no subject."""

    acts: list[Phrase] = []
    frames: list[Phrase] = []
    interest: list[Phrase] = []
    disclosure: list[Phrase] = []
    personal: list[Phrase] = []
    telling: list[Phrase] = []
    steps: list[Phrase] = []


class LookAlikeBlock(Block, frozen=True):
    """Words that would mislead."""

    phrases: list[Phrase] = []
    things: list[Phrase] = []
    creatures: list[Phrase] = []
    machines: list[Phrase] = []
    in_capitals: list[Phrase] = []


class HostBlock(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Whose site it is."""

    category: CategoryName
    weight: Annotated[float, msgspec.Meta(gt=0, le=0.4)]
    suffixes: list[Phrase]


class ServiceHostBlock(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Below these every service has a host of its own, or a path."""

    suffixes: list[Phrase]


class CompanionsBlock(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What short words of a site's name may stand beside."""

    words: list[Phrase]


class File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole file."""

    category: Annotated[list[CategoryBlock], msgspec.Meta(min_length=1)]
    purpose: list[PurposeBlock] = []
    signs: list[SignsBlock] = []
    look_alike: list[LookAlikeBlock] = []
    host: list[HostBlock] = []
    service_host: list[ServiceHostBlock] = []
    site_companion: list[CompanionsBlock] = []


def read_blocks(toml_text: str) -> File:
    """The blocks of the file's text. Raises :class:`LexiconError` where it is not written so."""
    try:
        return msgspec.convert(tomllib.loads(toml_text), File)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise LexiconError(f"The list of sensitive words cannot be read: {error}. Put back the copy that came with Netcurtain.") from error


def is_foreign(language: str) -> bool:
    """Whether a page or a block is in a foreign language; a page that does not say (an empty text) is not."""
    return bool(language) and not is_at_home(language)


def is_at_home(language: str) -> bool:
    """Whether a page says that it is in a language of HOME."""
    return language.lower().startswith(HOME)
