"""What follows from one report: instructions for the browsers, events for the windows, records for the history."""

from dataclasses import dataclass, field

from netcurtain.core.event import Event
from netcurtain.core.instruction import Instruction
from netcurtain.core.record import Record


@dataclass(slots=True)
class Outcome:
    """What follows, each kind in order; an instruction goes with the browser it is for."""

    instructions: list[tuple[str, Instruction]] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    records: list[Record] = field(default_factory=list)
