"""Meta Pixel: ``facebook.com/tr``, by address or by form body: the page, the pressed button, the form's fields, who the person is.

Who somebody is stands under names such as ``ud[em]``: what the site gave (``ud``, ``aud``), what the pixel read from a form (``udff``), and
both again with stars in place of letters (``cud``, ``cudff``, ``ncud``, ``ncudff``).
"""

import re
from collections.abc import Sequence

from netcurtain.core.decoders.nested import flat
from netcurtain.core.decoders.own_names import tell_named
from netcurtain.core.decoders.payload import Payload, first, json_of
from netcurtain.core.decoders.telling import Telling, form_of
from netcurtain.core.finding import DecodedEvent, IdentityForm, IdentityKind, What

VENDOR = "Meta Pixel"
ORGANISATION = "Meta (Facebook)"
HOSTS: tuple[str, ...] = ("facebook.com",)
MARKERS: tuple[str, ...] = ("/tr",)

SHORTEST_NUMBER = 6
"""Digits of a pixel's number, where the host is not Meta's; they have about 15."""

_FACTS = {
    "dl": What.PAGE_ADDRESS,
    "rl": What.REFERRER,
    "fbp": What.VISITOR_ID,
    "fbc": What.VISITOR_ID,
    "dpo": What.CONSENT,
    "cd[content_name]": What.OTHER,
    "cd[content_category]": What.OTHER,
}
_TITLES = (
    ("cd[pageFeatures]", "title"),
    ("pmd[title]", ""),
    ("cd[Meta]", "title"),
    ("cd[OpenGraph]", "og:title"),
    ("ss", "page_title.v"),
    ("cd[page_title]", ""),
)
"""Where the page's title stands: a parameter, and the name within where it is JSON."""
_IDENTITY = re.compile(r"(?P<masked>n?c)?a?ud(ff)?\[(?P<key>\w+)\]")
KINDS = {
    "em": IdentityKind.EMAIL,
    "ph": IdentityKind.PHONE,
    "fn": IdentityKind.FIRST_NAME,
    "ln": IdentityKind.LAST_NAME,
    "ge": IdentityKind.GENDER,
    "db": IdentityKind.BIRTH_DATE,
    "ct": IdentityKind.CITY,
    "st": IdentityKind.COUNTY,
    "zp": IdentityKind.POSTCODE,
    "country": IdentityKind.COUNTRY,
    "external_id": IdentityKind.EXTERNAL_ID,
}
_EVENTS = re.compile(
    r"PageView|ViewContent|Search|AddToCart|AddToWishlist|InitiateCheckout|AddPaymentInfo|Purchase|Lead|CompleteRegistration|Contact"
    r"|CustomizeProduct|Donate|FindLocation|Schedule|StartTrial|SubmitApplication|Subscribe|SubscribedButtonClick|Microdata"
)
"""The events that Meta names itself."""


def claims(payload: Payload) -> bool:
    """Its endpoints, or the same under a site's own name; Facebook's own pages are none."""
    path = payload.path.rstrip("/")
    if payload.host == "facebook.com" or payload.host.endswith(".facebook.com"):
        return path == "/tr" or path.startswith("/privacy_sandbox/")
    return path.endswith("/tr") and _looks_like_an_event(payload)


def decode(payload: Payload) -> Sequence[DecodedEvent]:
    """What query and body tell, taken together."""
    telling = Telling(VENDOR, ORGANISATION)
    telling.tell_by_table(payload.parameters, _FACTS)
    _tell_title(telling, payload)
    _tell_button(telling, payload)
    if search := payload.first("cd[search_string]"):
        telling.tell(What.OTHER, f"search {search}", "cd[search_string]")
    telling.tell_fields(_field_names(payload), "cd[formFeatures]")
    _tell_identities(telling, payload)
    tell_named(telling, payload.parameters, "cd[")
    telling.tell_tag(payload.first("id"), "id")
    return [telling.event(payload.first("ev"))]


def _looks_like_an_event(payload: Payload) -> bool:
    """On a host that is not Meta's: a pixel's number, and an event of Meta's or a page's address."""
    number, event, page = (payload.first(name) for name in ("id", "ev", "dl"))
    return (
        number.isdecimal()
        and len(number) >= SHORTEST_NUMBER
        and bool(event)
        and (bool(_EVENTS.fullmatch(event)) or page.startswith("http"))
    )


def _tell_title(telling: Telling, payload: Payload) -> None:
    for parameter, name in _TITLES:
        value = payload.first(parameter)
        if value and (title := first(flat(json_of(value)), name) if name else value):
            telling.tell(What.PAGE_TITLE, title, parameter)
            return


def _tell_button(telling: Telling, payload: Payload) -> None:
    button = flat(json_of(payload.first("cd[buttonFeatures]")))
    if text := payload.first("cd[buttonText]"):
        telling.tell(What.BUTTON_TEXT, text, "cd[buttonText]")
    else:
        telling.tell(What.BUTTON_TEXT, first(button, "innerText", "value"), "cd[buttonFeatures]")
    link = first(button, "destination")
    if not link.startswith(("javascript:", "#")):
        telling.tell(What.LINK_ADDRESS, link, "cd[buttonFeatures]")


def _field_names(payload: Payload) -> list[str]:
    """Names, or ids, of what the form asks; hidden fields ask nothing."""
    found = json_of(payload.first("cd[formFeatures]"))
    fields = [field for field in found if isinstance(field, dict)] if isinstance(found, list) else []
    names = (field.get("name") or field.get("id") for field in fields if field.get("inputType") != "hidden")
    return [name for name in names if isinstance(name, str)]


def _tell_identities(telling: Telling, payload: Payload) -> None:
    for name, values in payload.parameters.items():
        found = _IDENTITY.fullmatch(name) if name.endswith("]") else None
        if not found or found["key"] not in KINDS:
            continue
        for value in values:
            looks = form_of(value)
            masked = found["masked"] and looks is IdentityForm.PLAIN
            telling.tell_identity(KINDS[found["key"]], value, name, IdentityForm.MASKED if masked else looks)
