"""What a request itself says about the choice on cookies."""

from base64 import urlsafe_b64encode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netcurtain.core.consent import Consent
from netcurtain.core.consent_told import consent_told
from netcurtain.core.finding import DecodedField, What

BEFORE, REFUSED, ACCEPTED = Consent.BEFORE_CHOICE, Consent.REFUSED, Consent.ACCEPTED
IN_2024 = 17_040_672_000


def said(value: str, parameter: str = "gcd") -> Consent | None:
    return consent_told([DecodedField(What.CONSENT, value, parameter)])


def iab(purposes: int, version: int = 2, made: int = IN_2024, changed: int = IN_2024, language: tuple[int, int] = (4, 13)) -> str:
    """The string's first fields as the specification lays them out, and room for the rest."""
    fields = [
        (version, 6),
        (made, 36),
        (changed, 36),
        (31, 12),
        (640, 12),
        (1, 6),
        (language[0], 6),
        (language[1], 6),
        (126, 12),
        (2, 6),
        (1, 1),
        (0, 1),
        (0xFFF, 12),
        (purposes, 24),
        (0xFFFFFF, 24),
        (0, 40),
    ]
    bits = "".join(f"{value:0{length}b}" for value, length in fields)
    return urlsafe_b64encode(int(bits, 2).to_bytes(len(bits) // 8)).decode().rstrip("=")


@pytest.mark.parametrize(
    ("gcd", "consent"),
    [
        ("11l1l1l1l5", None),
        ("13l3l3l3l1l1", None),
        ("11p1p1p1p5", BEFORE),
        ("13t3t3t3t5l1", BEFORE),
        ("11l1p1l1l5", BEFORE),
        ("11p1t1p1t5", BEFORE),
        ("11q1q1q1q5", REFUSED),
        ("11m1m1m1m5", REFUSED),
        ("11u1u1u1u5", REFUSED),
        ("13q3q3q3q5l1", REFUSED),
        ("11p1q1p1p5", REFUSED),
        ("11r1r1r1r5", ACCEPTED),
        ("11n1n1n1n5", ACCEPTED),
        ("11v1v1v1v5", ACCEPTED),
        ("13q3r3q3q5", ACCEPTED),
        ("13r3q3l3p", ACCEPTED),
    ],
)
def test_googles_letters_tell_how_things_stood(gcd: str, consent: Consent | None) -> None:
    assert said(gcd) == consent


@pytest.mark.parametrize(
    "gcd", ["", "1", "11r", "11r1r1r", "11r1r1r1z5", "21r1r1r1r5", "11R1R1R1R5", "r1r1r1r", "11r1r1r1r5 ", "11r1r1r1r5" * 50]
)
def test_what_is_no_such_code_says_nothing(gcd: str) -> None:
    assert said(gcd) is None


@pytest.mark.parametrize("gcs", ["G100", "G101", "G110", "G111", "G1--"])
def test_how_things_stand_is_not_yet_a_choice(gcs: str) -> None:
    assert said(gcs, "gcs") is None


def test_the_code_decides_beside_the_state() -> None:
    state = DecodedField(What.CONSENT, "G100", "gcs")
    assert consent_told([state, DecodedField(What.CONSENT, "13q3q3q3q5", "gcd")]) == REFUSED
    assert consent_told([state, DecodedField(What.CONSENT, "13p3p3p3p5", "gcd")]) == BEFORE


@pytest.mark.parametrize(
    ("text", "consent"),
    [
        (iab(0), REFUSED),
        (iab(1), ACCEPTED),
        (iab(1 << 23), ACCEPTED),
        (iab(0xFFC000), ACCEPTED),
        (f"{iab(0)}.YAAAAAAAAAA", REFUSED),
        (f"{iab(0)}.IFoEUQQgAIQw.QF3Q", REFUSED),
        (iab(1, version=1), None),
        (iab(1, version=3), None),
        (iab(1, made=0, changed=0), None),
        (iab(1, changed=IN_2024 - 1), None),
        (iab(1, changed=(1 << 36) - 1), None),
        (iab(1, language=(4, 26)), None),
        (iab(1)[:39], None),
        (iab(1).replace("A", "+"), None),
        (f"{iab(1)}=", None),
        (f" {iab(1)}", None),
    ],
)
def test_the_string_of_the_iab_is_read_by_its_purposes(text: str, consent: Consent | None) -> None:
    assert said(text, "gdpr_consent") == consent


@pytest.mark.parametrize(
    ("text", "consent"),
    [
        # An example that readers of such strings are tried with; the same without its purposes; and one that says it is of 2008.
        ("COvFyGBOvFyGBAbAAAENAPCAAOAAAAAAAAAAAEEUACCKAAA", ACCEPTED),
        ("COvFyGBOvFyGBAbAAAENAPCAAAAAAAAAAAAAAEEUACCKAAA", REFUSED),
        ("CLcVDxRMWfGmWAVAHCENAXCkAKDAADnAABRgA5mdfCKZuYJez-NQm0TBMYA4oCAAGQYIAAAAAAEAIAEgAA.argAC0gAAAAAAAAAAAA", None),
    ],
)
def test_strings_that_others_made_are_read(text: str, consent: Consent | None) -> None:
    assert said(text, "gdpr_consent") == consent


@pytest.mark.parametrize(
    ("parameter", "text", "consent"),
    [
        ("consent", "in", ACCEPTED),
        ("consent", "out", REFUSED),
        ("consent", "y", ACCEPTED),
        ("consent", "n", REFUSED),
        ("consent", "pending", None),
        ("consent", "u", None),
        ("asc", "G", None),
        ("asc", "D", None),
        ("dpo", "LDU", None),
        ("dpm", "LDU", None),
        ("du", "n", None),
        ("gcs", "in", None),
    ],
)
def test_of_other_vendors_only_a_choice_counts(parameter: str, text: str, consent: Consent | None) -> None:
    assert said(text, parameter) == consent


def test_only_consent_is_asked() -> None:
    assert consent_told([]) is None
    assert consent_told([DecodedField(What.OTHER, "11r1r1r1r5", "gcd"), DecodedField(What.CONSENT, "", "gcd")]) is None


def test_of_several_the_one_that_agrees_counts() -> None:
    facts = [DecodedField(What.CONSENT, text, "p") for text in ("11p1p1p1p5", "11q1q1q1q5", iab(1))]
    assert consent_told(facts) == ACCEPTED
    assert consent_told(facts[:2]) == REFUSED


@given(st.one_of(st.text(max_size=600), st.text("Cabc019-_.", max_size=600).map("C".__add__)))
def test_no_text_breaks_it(text: str) -> None:
    assert said(text, "gdpr_consent") in (None, *Consent)
