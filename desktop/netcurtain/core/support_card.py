"""The few contacts that the card in a page has room for, in words: what is behind "Other ways, some without speaking". Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from netcurtain.core import support_wording
from netcurtain.core.support import OTHER, Contact, Nation, choose

MOST = 7
"""Two for anyone in danger, the four nations' own, and one more: of domestic abuse, the line for men beside the one for women."""
MOST_EMERGENCY = 2
"""The rest of the room is for the subject."""
MAX_MADE = 1000
"""Answers that are remembered."""

_UNSURE = "C"
"""The grade of a number that only other people's pages show: the card has no room to say so, and leaves it out."""


@dataclass(frozen=True, slots=True)
class CardLine:
    """One contact in a few short sentences, and whether it has a way without speaking."""

    key: str
    text: str
    without_speaking: bool
    emergency: bool


def card_lines(contacts: Sequence[Contact], categories: Sequence[str], nation: Nation | None) -> tuple[CardLine, ...]:
    """The card's lines for a form of these categories. Say ``support_wording.BILL_UNKNOWN`` once below them where ``bill_unknown``."""
    return tuple(
        CardLine(
            contact.key,
            support_wording.card_line(contact, name_nations=nation is None),
            bool(contact.without_speaking),
            contact.emergency,
        )
        for contact in card_contacts(contacts, categories, nation)
    )


def card_contacts(contacts: Sequence[Contact], categories: Sequence[str], nation: Nation | None) -> tuple[Contact, ...]:
    """Who is on the card: two for a person in danger now, then the most fitting, no number twice."""
    chosen = choose([contact for contact in contacts if contact.grade != _UNSURE], categories or (OTHER,), nation)
    picked = list(chosen.emergency[:MOST_EMERGENCY])
    numbers: set[str] = set()
    for contact in (*chosen.fitting, *chosen.general):
        if len(picked) < MOST and contact.call not in numbers:
            picked.append(contact)
            numbers |= {contact.call} - {""}
    return tuple(picked)


def bill_unknown(contacts: Iterable[Contact]) -> bool:
    """Whether nobody has told us of one of these calls if it shows on a phone bill."""
    return any(contact.call and contact.bill is None for contact in contacts)


class CardWays:
    """The card's lines by the form's categories, made once each: a busy page is judged again and again."""

    def __init__(self, contacts: Sequence[Contact] = ()) -> None:
        self._contacts = tuple(contacts)
        self._made: dict[tuple[tuple[str, ...], Nation | None], tuple[str, ...]] = {}

    def lines(self, categories: Sequence[str], nation: Nation | None) -> tuple[str, ...]:
        """A line a contact, and last what is not known of phone bills; none where there are no contacts."""
        wanted = (tuple(categories), nation)
        if wanted not in self._made:
            if len(self._made) >= MAX_MADE:
                self._made.clear()
            lines = [line.text for line in card_lines(self._contacts, categories, nation)]
            unknown = bill_unknown(card_contacts(self._contacts, categories, nation))
            self._made[wanted] = (*lines, *([support_wording.BILL_UNKNOWN] if unknown else []))
        return self._made[wanted]
