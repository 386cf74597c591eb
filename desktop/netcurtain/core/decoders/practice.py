"""The invented tracker of the practice page: ``tracker.localhost/collect`` tells the page's address and title, and the pressed button."""

from urllib.parse import parse_qs, urlsplit

from netcurtain.core.decoders.parameters import MAX_VALUE, Parameters
from netcurtain.core.domains import without_query_values
from netcurtain.core.finding import DecodedEvent, DecodedField, What

VENDOR = "Practice tracker"
ORGANISATION = "Practice tracker (invented)"

_FACTS = {"page": What.PAGE_ADDRESS, "title": What.PAGE_TITLE, "button": What.BUTTON_TEXT}


def parameters_of(url: str) -> Parameters | None:
    """The query of one of its requests; None where the address is not one."""
    parts = urlsplit(url)
    if parts.hostname != "tracker.localhost" or parts.path != "/collect":
        return None
    return parse_qs(parts.query, max_num_fields=20)


def decode(parameters: Parameters) -> DecodedEvent:
    """What the parameters tell."""
    said = {name: values[0] for name, values in parameters.items() if values}
    told = (
        DecodedField(what, (without_query_values(said[name]) if what is What.PAGE_ADDRESS else said[name])[:MAX_VALUE], name)
        for name, what in _FACTS.items()
        if name in said
    )
    return DecodedEvent(VENDOR, ORGANISATION, said.get("event"), tuple(told))
