"""RudderStack: takes the calls that Segment's tag makes, at its own hosts; a company of its own."""

from collections.abc import Sequence

from netcurtain.core.decoders import segment
from netcurtain.core.decoders.payload import Payload
from netcurtain.core.finding import DecodedEvent

VENDOR = "RudderStack"
ORGANISATION = "RudderStack"
HOSTS: tuple[str, ...] = ("dataplane.rudderstack.com",)
MARKERS: tuple[str, ...] = ()


def claims(payload: Payload) -> bool:
    """The paths of the calls."""
    return segment.OWN_PATH.search(payload.path) is not None


def decode(payload: Payload) -> Sequence[DecodedEvent]:
    """Every call of a batch, else the one."""
    return segment.decode_for(payload, VENDOR, ORGANISATION)
