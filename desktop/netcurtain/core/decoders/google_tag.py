"""What all of Google's tags write in the same way: consent, and the data about a person in ``em=tv.1~em.HASH~pn.HASH``."""

import re

from netcurtain.core.decoders.payload import Parameters
from netcurtain.core.decoders.telling import Telling, form_of
from netcurtain.core.finding import IdentityForm, IdentityKind, What

SITE = r"google\.(?:com|cat|[a-z]{2}|com?\.[a-z]{2})"
"""Google's own domains, one a country."""

CONSENT = {"gcs": What.CONSENT, "gcd": What.CONSENT}

KINDS = {
    "em": IdentityKind.EMAIL,
    "pn": IdentityKind.PHONE,
    "fn": IdentityKind.FIRST_NAME,
    "ln": IdentityKind.LAST_NAME,
    "ct": IdentityKind.CITY,
    "rg": IdentityKind.COUNTY,
    "pc": IdentityKind.POSTCODE,
    "co": IdentityKind.COUNTRY,
}
MAX_PARTS = 100
"""Parts of one person's data that are read."""

_ALWAYS_HASHED = frozenset({"em", "pn", "fn", "ln"})
PART = re.compile(r"([a-z]{2})\d{0,3}\.(.+)", re.DOTALL)
MISTAKE = re.compile(r"e\d{1,3}")
"""What the tag writes where it found nothing it could hash."""
_HASH = re.compile(r"(?!\d+$)[A-Za-z0-9+/_-]+=?")


def tell_user_data(telling: Telling, parameters: Parameters) -> None:
    """The parts of a person's data that the parameter ``em`` carries. The address of a street has no kind and is not told."""
    for token in parameters.get("em", ()):
        version, *parts = token.split("~", MAX_PARTS)
        if not version.startswith("tv."):
            continue
        for part in filter(None, map(PART.fullmatch, parts)):
            name, value = part.groups()
            if name in KINDS and not MISTAKE.fullmatch(value):
                telling.tell_identity(KINDS[name], value, "em", form_of_part(name, value))


def form_of_part(name: str, value: str) -> IdentityForm:
    """In which form a part is told, by its name and its looks."""
    return IdentityForm.SHA256 if name in _ALWAYS_HASHED and _HASH.fullmatch(value) else form_of(value)
