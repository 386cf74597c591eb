"""What a request tells, one file a vendor. A decoder reads a request and names facts; it judges nothing."""

from collections.abc import Mapping

from netcurtain.core.decoders import meta
from netcurtain.core.finding import DecodedEvent


def decode(url: str, body: Mapping[str, list[str]] | None = None) -> DecodedEvent | None:
    """What a request tells a known vendor, from its address and, where it is there, its form body; None for nobody's request."""
    try:
        parameters = meta.parameters_of(url)
    except ValueError:
        return None
    if parameters is None:
        return None
    return meta.decode({**(body or {}), **parameters})
