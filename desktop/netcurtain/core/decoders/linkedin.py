"""LinkedIn Insight: ``/collect`` by address and ``/wa/`` with JSON, often packed: page, pressed button, where it leads, an e-mail."""

from collections.abc import Sequence

from netcurtain.core.decoders.nested import at, objects_in, tell_by_paths, text_at, text_of
from netcurtain.core.decoders.payload import Payload
from netcurtain.core.decoders.telling import Telling
from netcurtain.core.finding import DecodedEvent, IdentityKind, What

VENDOR = "LinkedIn Insight"
ORGANISATION = "LinkedIn"
HOSTS: tuple[str, ...] = ("ads.linkedin.com", "www.linkedin.com", "linkedin.com")
MARKERS: tuple[str, ...] = ()

_FACTS = {
    "url": What.PAGE_ADDRESS,
    "pageUrl": What.PAGE_ADDRESS,
    "ref": What.REFERRER,
    "liFatId": What.VISITOR_ID,
    "li_fat_id": What.VISITOR_ID,
    "liGiant": What.VISITOR_ID,
    "li_giant": What.VISITOR_ID,
    "li_adsId": What.VISITOR_ID,
    "gdpr_consent": What.CONSENT,
    "conversionId": What.EVENT,
}
_SIGNAL = {
    "url": What.PAGE_ADDRESS,
    "pageTitle": What.PAGE_TITLE,
    "domAttributes.innerText": What.BUTTON_TEXT,
    "href": What.LINK_ADDRESS,
    "domAttributes.formAction": What.LINK_ADDRESS,
    "liFatId": What.VISITOR_ID,
    "liGiant": What.VISITOR_ID,
}
_PRESSED = frozenset({"submit", "button", "reset"})


def claims(payload: Payload) -> bool:
    """The tag's hosts, and the tag's folder on LinkedIn's own site; its other pages are none, and the script tells nothing."""
    if payload.host.endswith(".ads.linkedin.com"):
        return True
    return payload.host in ("www.linkedin.com", "linkedin.com") and payload.path.startswith("/px/")


def decode(payload: Payload) -> Sequence[DecodedEvent]:
    """The signals of a body, else what the address tells."""
    signals = list(objects_in(payload.json))
    return [_signal(signal) for signal in signals] or _by_address(payload)


def _by_address(payload: Payload) -> list[DecodedEvent]:
    telling = Telling(VENDOR, ORGANISATION)
    telling.tell_by_table(payload.parameters, _FACTS)
    telling.identities_by_table(payload.parameters, {"hem": IdentityKind.EMAIL})
    for number in payload.first("pid").split(","):
        telling.tell_tag(number, "pid")
    return [telling.event("conversion" if payload.first("conversionId") else None)]


def _signal(signal: dict[str, object]) -> DecodedEvent:
    telling = Telling(VENDOR, ORGANISATION)
    tell_by_paths(telling, signal, _SIGNAL)
    # An <input type=submit> has its words as its value; of any other input the value may be what was typed.
    if not text_at(signal, "domAttributes.innerText") and text_at(signal, "domAttributes.elementType") in _PRESSED:
        telling.tell(What.BUTTON_TEXT, text_at(signal, "domAttributes.elementValue"), "domAttributes.elementValue")
    for element in objects_in(signal.get("elementCrumbsTree")):
        if text_at(element, "tagName").lower() == "form":
            telling.tell(What.FORM_ID, text_at(element, "id"), "elementCrumbsTree")
    telling.tell_identity(IdentityKind.EMAIL, text_at(signal, "hem"), "hem")
    pids = at(signal, "pids")
    for number in pids[:10] if isinstance(pids, list) else []:
        telling.tell_tag(text_of(number), "pids")
    return telling.event(text_at(signal, "signalType") or None)
