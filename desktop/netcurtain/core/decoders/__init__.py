"""What a request tells, one file a vendor. A decoder reads a request and names facts; it judges nothing."""

from collections.abc import Callable, Mapping
from urllib.parse import parse_qs

from netcurtain.core.decoders import meta, practice
from netcurtain.core.decoders.parameters import Parameters
from netcurtain.core.finding import DecodedEvent

_DECODERS = (meta, practice)
"""Each has ``parameters_of(url)``, None for an address that is not its own, and ``decode(parameters)``."""

MAX_BODY = 256 * 1024
"""Bytes of a raw body that are looked at; a larger one is not read at all."""

MAX_PARAMETERS = 500
"""Parameters of a raw body; one with more is not read at all."""


def reads(url: str) -> bool:
    """Whether a decoder knows this address. Only then is a body worth asking for."""
    return _decoder_of(url) is not None


def decode(url: str, form: Mapping[str, list[str]] | None = None, raw: bytes | None = None) -> DecodedEvent | None:
    """What a request tells a known vendor, from its address and, where it is there, its body: as a browser parsed it, or its bytes.

    None for an address that no decoder knows.
    """
    if (found := _decoder_of(url)) is None:
        return None
    read, parameters = found
    return read({**(form or _form_of(raw or b"")), **parameters})


def _decoder_of(url: str) -> tuple[Callable[[Parameters], DecodedEvent], Parameters] | None:
    """The decoder that knows this address, with the parameters that stand in it."""
    try:
        known = ((decoder.decode, decoder.parameters_of(url)) for decoder in _DECODERS)
        return next(((read, parameters) for read, parameters in known if parameters is not None), None)
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
