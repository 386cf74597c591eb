"""From a page's companies to what the picture shows of each: which stand around the page, and a line for each colour of what was told."""

from collections.abc import Sequence
from dataclasses import dataclass

from netcurtain.core.event import CompanyView
from netcurtain.core.organisations import RECORDER
from netcurtain.ui.now.model import KindTold, kinds_told, spoken, told_lead
from netcurtain.ui.theme import Colour

MOST_AROUND = 12
"""Companies around the page: more would be a thicket. The list has them all."""

_TELLING = {Colour.ROSE: 4, Colour.AMBER: 2, Colour.SKY: 1}
"""How much a colour weighs where not all companies have room."""


@dataclass(frozen=True, slots=True)
class Pictured:
    """One company as it stands in the picture. ``lines`` go from the page to it, dashed where that was only ``tried``."""

    name: str
    spoken: str
    lead: str
    recorder: bool
    lines: tuple[KindTold, ...]
    marks: tuple[KindTold, ...]
    tried: bool


def pictured(company: CompanyView) -> Pictured:
    """A company with a line for each colour; what was contacted without saying anything we can read has one without a colour."""
    marks = by_colour(kinds_told(company.told))
    lead = told_lead(company)
    lines = marks or ((KindTold("told", lead, Colour.SOFT),) if company.went_out else ())
    return Pictured(company.name, spoken(company), lead, company.category == RECORDER, lines, marks, not company.went_out)


def by_colour(kinds: Sequence[KindTold]) -> tuple[KindTold, ...]:
    """The same marks, those of one colour as one, with all their words."""
    joined: dict[Colour, list[KindTold]] = {}
    for kind in kinds:
        joined.setdefault(kind.colour, []).append(kind)
    return tuple(KindTold(same[0].icon, ", ".join(kind.word for kind in same), colour) for colour, same in joined.items())


def around(companies: Sequence[CompanyView]) -> tuple[CompanyView, ...]:
    """Those that stand around the page, in the order they were met; of too many, those that were told most."""
    if len(companies) <= MOST_AROUND:
        return tuple(companies)
    most = sorted(range(len(companies)), key=lambda place: -_weight(companies[place]))[:MOST_AROUND]
    return tuple(companies[place] for place in sorted(most))


def _weight(company: CompanyView) -> int:
    told = sum(_TELLING.get(colour, 0) for colour in {kind.colour for kind in kinds_told(company.told)})
    return 2 * told + company.went_out
