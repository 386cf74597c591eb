"""The invented tracker of the practice page: ``tracker.localhost/collect`` tells the page's address and title, and the pressed button."""

from collections.abc import Sequence

from netcurtain.core.decoders.payload import Payload
from netcurtain.core.decoders.telling import Telling
from netcurtain.core.finding import DecodedEvent, What

VENDOR = "Practice tracker"
ORGANISATION = "Practice tracker (invented)"
HOSTS: tuple[str, ...] = ("tracker.localhost",)
MARKERS: tuple[str, ...] = ()

_FACTS = {"page": What.PAGE_ADDRESS, "title": What.PAGE_TITLE, "button": What.BUTTON_TEXT}


def claims(payload: Payload) -> bool:
    """What it collects."""
    return payload.path == "/collect"


def decode(payload: Payload) -> Sequence[DecodedEvent]:
    """What the parameters tell."""
    telling = Telling(VENDOR, ORGANISATION)
    telling.tell_by_table(payload.query, _FACTS)
    return [telling.event(payload.first("event"))]
