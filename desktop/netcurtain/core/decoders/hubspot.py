"""HubSpot: the pixel ``__ptq.gif``, and forms that it collects from any page: page, visitor, the form's questions, who sent it."""

from collections.abc import Sequence

from netcurtain.core.decoders.nested import JsonFacts, objects_in, tell_by_paths, text_at, text_of
from netcurtain.core.decoders.payload import Payload, fields_of, json_of
from netcurtain.core.decoders.telling import Telling
from netcurtain.core.finding import DecodedEvent, IdentityKind, What

VENDOR = "HubSpot"
ORGANISATION = "HubSpot"
HOSTS: tuple[str, ...] = ("hubspot.com", "hscollectedforms.net")
MARKERS: tuple[str, ...] = ()

_CLICK = "/__ptc.gif"
_PIXELS = ("/__ptq.gif", "/__ptbe.gif", _CLICK)
_SUBMIT = "/collected-forms/submit/form"
_FACTS = {
    "pu": What.PAGE_ADDRESS,
    "t": What.PAGE_TITLE,
    "r": What.REFERRER,
    "_hs_element_text": What.BUTTON_TEXT,
    "_hs_link_href": What.LINK_ADDRESS,
    "vi": What.VISITOR_ID,
    "u": What.VISITOR_ID,
}
_FORM = {"pageUrl": What.PAGE_ADDRESS, "pageTitle": What.PAGE_TITLE, "formSelectorId": What.FORM_ID, "utk": What.VISITOR_ID}
_CONTACT = {
    "email": IdentityKind.EMAIL,
    "phone": IdentityKind.PHONE,
    "mobilephone": IdentityKind.PHONE,
    "firstname": IdentityKind.FIRST_NAME,
    "lastname": IdentityKind.LAST_NAME,
    "gender": IdentityKind.GENDER,
    "date_of_birth": IdentityKind.BIRTH_DATE,
    "city": IdentityKind.CITY,
    "state": IdentityKind.COUNTY,
    "zip": IdentityKind.POSTCODE,
    "country": IdentityKind.COUNTRY,
}
"""HubSpot's own names for what it knows of a person; a collected form writes some of them with capitals."""


def claims(payload: Payload) -> bool:
    """The pixels and the collected forms; the scripts, the company's own pages and its other services are none of it."""
    return payload.path.rstrip("/") in _PIXELS or payload.path.startswith(_SUBMIT)


def decode(payload: Payload) -> Sequence[DecodedEvent]:
    """A collected form, else what the pixel's address tells."""
    if payload.path.startswith(_SUBMIT):
        form = payload.json if payload.json is not None else json_of(payload.first("formSubmission"))
        return [_form(one) for one in objects_in(form)]
    telling = Telling(VENDOR, ORGANISATION)
    telling.tell_by_table(payload.parameters, _FACTS)
    for name, values in fields_of(payload.first("i")).items():
        if kind := _CONTACT.get(name.lower()):
            telling.tell_identity(kind, values[0], "i")
    telling.tell_tag(payload.first("a"), "a")
    return [telling.event(payload.first("n") or ("click" if payload.path.endswith(_CLICK) else None))]


def _form(form: JsonFacts) -> DecodedEvent:
    telling = Telling(VENDOR, ORGANISATION)
    tell_by_paths(telling, form, _FORM)
    for name, value in _object(form, "contactFields").items():
        if kind := _CONTACT.get(name.lower()):
            telling.tell_identity(kind, text_of(value), f"contactFields.{name}")
    telling.tell_fields([*_object(form, "contactFields"), *_object(form, "formValues")], "formValues")
    telling.tell_tag(text_at(form, "portalId"), "portalId")
    return telling.event("collected form")


def _object(form: JsonFacts, name: str) -> JsonFacts:
    found = form.get(name)
    return found if isinstance(found, dict) else {}
