"""What follows from one report: instructions for the browsers, events for the windows, records for the history."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from netcurtain.core.event import Event
from netcurtain.core.finding import DecodedEvent, DecodedField
from netcurtain.core.instruction import Instruction
from netcurtain.core.record import Record


@dataclass(slots=True)
class Outcome:
    """What follows, each kind in order; an instruction goes with the browser it is for.

    ``decoded`` is what was read from each flagged request, by its name, for a recording's report: it holds words that nobody has checked.
    ``cookies`` is what else the cookies told that went along with one.
    """

    instructions: list[tuple[str, Instruction]] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    records: list[Record] = field(default_factory=list)
    decoded: dict[str, Sequence[DecodedEvent]] = field(default_factory=dict, repr=False)
    cookies: dict[str, tuple[DecodedField, ...]] = field(default_factory=dict)
