"""What a request tells, one file a vendor. A decoder reads a request and names facts; it judges nothing."""

from collections.abc import Mapping
from urllib.parse import parse_qs

from netcurtain.core.decoders import meta
from netcurtain.core.finding import DecodedEvent

MAX_BODY = 256 * 1024
"""Bytes of a raw body that are looked at; a larger one is not read at all."""

MAX_PARAMETERS = 500
"""Parameters of a raw body; one with more is not read at all."""


def reads(url: str) -> bool:
    """Whether a decoder knows this address. Only then is a body worth asking for."""
    return _parameters(url) is not None


def decode(url: str, form: Mapping[str, list[str]] | None = None, raw: bytes | None = None) -> DecodedEvent | None:
    """What a request tells a known vendor, from its address and, where it is there, its body: as a browser parsed it, or its bytes.

    None for an address that no decoder knows.
    """
    parameters = _parameters(url)
    if parameters is None:
        return None
    return meta.decode({**(form or _form_of(raw or b"")), **parameters})


def _parameters(url: str) -> meta.Parameters | None:
    try:
        return meta.parameters_of(url)
    except ValueError:
        return None


def _form_of(raw: bytes) -> Mapping[str, list[str]]:
    """The parameters of a body of the kind ``a=1&b=2``; none where it is of another kind."""
    if len(raw) > MAX_BODY:
        return {}
    try:
        return parse_qs(raw.decode("utf-8"), max_num_fields=MAX_PARAMETERS)
    except ValueError:
        return {}
