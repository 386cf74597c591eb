"""What a request itself says about the page's question on cookies: Google's ``gcd`` and the IAB's consent string. Pure.

Only a choice that the request says was made counts. Google's ``gcs`` and Microsoft's ``asc`` tell how things stand, but not whether anybody
chose it or the site did; "limited data use" (Meta, Snap, Reddit) is the site's way of counting. None of them is an answer.
"""

import re
from base64 import urlsafe_b64decode
from collections.abc import Mapping, Sequence

from netcurtain.core.consent import Consent
from netcurtain.core.finding import DecodedField, What

_GOOGLE = re.compile(r"1\d([a-z])\d([a-z])\d([a-z])\d([a-z])(?:\d[a-z0-9]{0,20})?")
"""One letter each for ad_storage, analytics_storage, ad_user_data and ad_personalization; what follows means something else."""
_LETTERS: Mapping[str, Consent | None] = {
    "l": None,  # never set
    "p": Consent.BEFORE_CHOICE,  # denied by default, and no update
    "t": Consent.BEFORE_CHOICE,  # granted by default, and no update
    "m": Consent.REFUSED,  # denied by an update, and no default
    "q": Consent.REFUSED,  # denied by default and by an update
    "u": Consent.REFUSED,  # granted by default, denied by an update
    "n": Consent.ACCEPTED,  # granted by an update, and no default
    "r": Consent.ACCEPTED,  # denied by default, granted by an update
    "v": Consent.ACCEPTED,  # granted by default and by an update
}

_IAB = re.compile(r"C[\w-]{39,}(?:\.[\w-]*){0,5}", re.ASCII)
"""The string of version 2 in base64url, which may have been cut at its end: the purposes stand in its first 30 characters."""
_IAB_HEAD = 32
_YEAR_2018, _YEAR_2100 = 15_147_648_000, 41_024_448_000
"""Tenths of seconds since 1970, as the string writes when it was made."""

_ADOBE: Mapping[str, Consent] = {"in": Consent.ACCEPTED, "out": Consent.REFUSED, "y": Consent.ACCEPTED, "n": Consent.REFUSED}
"""Adobe's words; its ``consent`` is sent only when a choice is made."""

_STRONGEST = (Consent.ACCEPTED, Consent.REFUSED, Consent.BEFORE_CHOICE)


def consent_told(told: Sequence[DecodedField]) -> Consent | None:
    """How the page's question about cookies stood, as one request tells it; None where it does not say or cannot be read.

    One purpose agreed to is enough to be accepted. It takes facts as they were decoded, before words are let go of.
    """
    return _strongest({_consent(fact) for fact in told if fact.what is What.CONSENT})


def _consent(fact: DecodedField) -> Consent | None:
    text = fact.text
    if google := _GOOGLE.fullmatch(text):
        signals = google.groups()
        return _strongest({_LETTERS[letter] for letter in signals}) if all(letter in _LETTERS for letter in signals) else None
    if fact.parameter == "consent" and text in _ADOBE:
        return _ADOBE[text]
    return _by_purposes(text[:_IAB_HEAD]) if _IAB.fullmatch(text) else None


def _by_purposes(head: str) -> Consent | None:
    """The first fields of the string: version 6 bits, made and changed 36 each, ..., language 2 x 6, ..., purposes agreed to 24."""
    bits = int.from_bytes(urlsafe_b64decode(head))
    made, changed = _field(bits, 6, 36), _field(bits, 42, 36)
    language = (_field(bits, 108, 6), _field(bits, 114, 6))
    if not _YEAR_2018 <= made <= changed <= _YEAR_2100 or max(language) > 25:
        return None
    return Consent.ACCEPTED if _field(bits, 152, 24) else Consent.REFUSED


def _field(bits: int, start: int, length: int) -> int:
    return bits >> (_IAB_HEAD * 6 - start - length) & ((1 << length) - 1)


def _strongest(found: set[Consent | None]) -> Consent | None:
    return next((consent for consent in _STRONGEST if consent in found), None)
