"""Meta Pixel: ``facebook.com/tr``, by address or by form body: the page's address and title, the pressed button, the form's fields."""

from urllib.parse import parse_qs, urlsplit

import msgspec

from netcurtain.core.decoders.parameters import MAX_VALUE, Parameters
from netcurtain.core.domains import without_query_values
from netcurtain.core.finding import DecodedEvent, DecodedField, What

VENDOR = "Meta Pixel"
ORGANISATION = "Meta (Facebook)"

_HOSTS = frozenset({"www.facebook.com", "facebook.com"})
_PATHS = ("/tr", "/tr/", "/privacy_sandbox/pixel/register/trigger/", "/privacy_sandbox/pixel/register/trigger")
_ADDRESSES = {"dl": What.PAGE_ADDRESS, "rl": What.REFERRER}


def parameters_of(url: str) -> Parameters | None:
    """The query of a Meta Pixel request; None where the address is not one."""
    parts = urlsplit(url)
    if parts.hostname not in _HOSTS or parts.path not in _PATHS:
        return None
    return parse_qs(parts.query, max_num_fields=500)


def decode(parameters: Parameters) -> DecodedEvent:
    """What the parameters tell, from the query and the body taken together."""
    told: list[DecodedField] = []
    for name, what in _ADDRESSES.items():
        if value := _first(parameters, name):
            told.append(DecodedField(what, without_query_values(value)[:MAX_VALUE], name))
    if title := _in_json(parameters, "cd[pageFeatures]", "title"):
        told.append(DecodedField(What.PAGE_TITLE, title, "cd[pageFeatures]"))
    if button := _first(parameters, "cd[buttonText]"):
        told.append(DecodedField(What.BUTTON_TEXT, _plain(button), "cd[buttonText]"))
    elif button := _in_json(parameters, "cd[buttonFeatures]", "innerText"):
        told.append(DecodedField(What.BUTTON_TEXT, button, "cd[buttonFeatures]"))
    if names := _field_names(parameters):
        told.append(DecodedField(What.FORM_FIELDS, names, "cd[formFeatures]"))
    return DecodedEvent(VENDOR, ORGANISATION, _first(parameters, "ev") or None, tuple(told))


def _first(parameters: Parameters, name: str) -> str:
    return next(iter(parameters.get(name, ())), "")


def _in_json(parameters: Parameters, name: str, key: str) -> str:
    found = _json(_first(parameters, name))
    value = found.get(key) if isinstance(found, dict) else None
    return _plain(value) if isinstance(value, str) else ""


def _plain(text: str) -> str:
    """A text as a person reads it, on one line."""
    return " ".join(text[: 2 * MAX_VALUE].split())[:MAX_VALUE]


def _field_names(parameters: Parameters) -> str:
    found = _json(_first(parameters, "cd[formFeatures]"))
    if not isinstance(found, list):
        return ""
    names = (field.get("name") or field.get("id") for field in found if isinstance(field, dict))
    return ", ".join(name for name in names if isinstance(name, str))[:MAX_VALUE]


def _json(text: str) -> object:
    try:
        return msgspec.json.decode(text) if text else None
    except (msgspec.DecodeError, RecursionError):
        return None
