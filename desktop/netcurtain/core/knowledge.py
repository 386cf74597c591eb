"""What the pipeline judges by."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from netcurtain.core.form import Lexicon
from netcurtain.core.matcher import Matcher
from netcurtain.core.organisations import Organisations
from netcurtain.core.support_card import CardWays


@dataclass(frozen=True, slots=True)
class Knowledge:
    """Frozen: a new list is a new Knowledge, swapped in one assignment.

    ``starter`` are the filters of our own short list by the company they mean; ``ways`` the other ways that the card offers.
    """

    matcher: Matcher
    organisations: Organisations
    lexicon: Lexicon
    lists: tuple[str, ...]
    starter: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    ways: CardWays = field(default_factory=CardWays)
