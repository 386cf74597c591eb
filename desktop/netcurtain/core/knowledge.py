"""What the pipeline judges by."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from netcurtain.core.form import Lexicon
from netcurtain.core.from_start import FromTheStart
from netcurtain.core.matcher import Matcher
from netcurtain.core.organisations import Organisations
from netcurtain.core.support_card import CardWays


@dataclass(frozen=True, slots=True)
class Knowledge:
    """Frozen: a new list is a new Knowledge, swapped in one assignment.

    ``starter`` are the filters of our own short list by the company they mean; ``ways`` the other ways that the card offers;
    ``from_the_start`` is what they make for the pages where people report something or ask for help. ``app`` is this app's version.
    """

    matcher: Matcher
    organisations: Organisations
    lexicon: Lexicon
    lists: tuple[str, ...]
    starter: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    ways: CardWays = field(default_factory=CardWays)
    from_the_start: FromTheStart | None = None
    app: str = ""
