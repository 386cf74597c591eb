"""A pixel that writes each fact under a name of its own, in its address or in a body: a line in the table ``pixels.py``, and no more."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from netcurtain.core.decoders.nested import flat
from netcurtain.core.decoders.payload import Payload, first
from netcurtain.core.decoders.telling import Telling, where_web
from netcurtain.core.finding import DecodedEvent, IdentityKind, What

UUID = r"[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}"
KEY = r"[\da-f]{32}"
NOTHING = r"(?!)"
"""How a site's own number looks: as one of these, or as no shape tells it from an answer."""


@dataclass(eq=False)
class Pixel:
    """A vendor's line. ``path`` is that of its telling requests, with the site's own number where that is a part of it; ``facts`` and
    ``people`` are by the parameter's name, in JSON by its path; ``event`` and ``tag`` are parameters; ``number`` is how the site's own
    number looks. Not frozen, and equal to itself alone, as the modules are that it stands beside: the protocol's names can be set.
    """

    VENDOR: str
    ORGANISATION: str
    HOSTS: tuple[str, ...]
    path: re.Pattern[str]
    facts: Mapping[str, What]
    people: Mapping[str, IdentityKind] = field(default_factory=dict)
    event: str = ""
    tag: str = ""
    number: str = NOTHING
    MARKERS: tuple[str, ...] = ()

    def claims(self, payload: Payload) -> bool:
        """Its telling requests; its scripts and the company's own pages are none."""
        return self.path.fullmatch(payload.path) is not None

    def decode(self, payload: Payload) -> Sequence[DecodedEvent]:
        """The one event."""
        told = {**flat(payload.json), **payload.parameters}
        telling = Telling(self.VENDOR, self.ORGANISATION)
        telling.tell_by_table(told, where_web(told, self.facts))
        telling.identities_by_table(told, self.people)
        if self.tag:
            telling.tell_tag(first(told, self.tag), self.tag)
        in_path = self.path.fullmatch(payload.path)
        for number in in_path.groups() if in_path else ():
            telling.tell_tag(number, "path")
        return [telling.event(first(told, self.event) if self.event else None)]
