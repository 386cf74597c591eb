"""What a decoder reads, in a form that is easy to compare, and requests that are broken in many ways."""

from urllib.parse import urlencode

from hypothesis import strategies as st

from netcurtain.core import decoders
from netcurtain.core.decoders import Decoder
from netcurtain.core.decoders.payload import Payload
from netcurtain.core.finding import DecodedEvent, Identity, IdentityForm, IdentityKind, Value, What

Told = tuple[str, Value, str]


def events(decoder: Decoder, payload: Payload) -> list[tuple[str | None, set[Told]]]:
    """Each event's name with its facts; fails where the request is not given to this decoder or some value of it is odd."""
    assert decoders.decoder_of(payload) is decoder
    read = decoders.read(decoder, payload)
    assert {(event.vendor, event.organisation) for event in read} == {(decoder.VENDOR, decoder.ORGANISATION)}
    return [(event.event, {(fact.what.value, fact.value, fact.parameter) for fact in event.told}) for event in read]


def identities(decoder: Decoder, payload: Payload) -> set[tuple[str, str, str]]:
    """The kind and form of each identity, with its parameter."""
    return {
        (fact.value.kind.value, fact.value.form.value, fact.parameter)
        for event in decoders.read(decoder, payload)
        for fact in event.told
        if fact.what is What.IDENTITY and isinstance(fact.value, Identity)
    }


def told(event: DecodedEvent) -> list[Told]:
    return [(fact.what, fact.value, fact.parameter) for fact in event.told]


def only(decoder: Decoder, payload: Payload) -> DecodedEvent:
    """The one event of a request that the decoder reads, and that the table of decoders gives to it."""
    (event,) = decoders.read(decoder, payload)
    assert decoders.decode(payload) == (event,)
    return event


def hashed(kind: IdentityKind, parameter: str) -> Told:
    return What.IDENTITY, Identity(kind, IdentityForm.SHA256), parameter


def address(base: str, parameters: dict[str, str]) -> str:
    return f"{base}?{urlencode(parameters)}"


@st.composite
def mangled(draw: st.DrawFn, text: str) -> str:
    """A text with some of it cut out, doubled or written over."""
    for _ in range(draw(st.integers(0, 4))):
        start = draw(st.integers(0, len(text)))
        end = draw(st.integers(start, min(len(text), start + 40)))
        text = text[:start] + draw(st.sampled_from(["", text[start:end] * 2])) + draw(st.text(max_size=5)) + text[end:]
    return text
