"""core/told_line.py: what `decode` and `check` print of an event."""

import pytest

from netcurtain.core.finding import DecodedEvent, DecodedField, Identity, IdentityForm, IdentityKind, Typed, Value, What, Written
from netcurtain.core.told_line import event_line

EMAIL = DecodedField(What.IDENTITY, Identity(IdentityKind.EMAIL, IdentityForm.SHA256), "ud[em]")
EVENT = DecodedEvent("Meta Pixel", "Meta (Facebook)", "Lead", (EMAIL,))


def test_an_event_has_its_names_its_facts_and_a_sentence() -> None:
    line = event_line(EVENT)
    assert list(line) == ["vendor", "organisation", "event", "told", "sentence"]
    assert line["told"] == [{"what": "identity", "value": {"kind": "email", "form": "sha256"}, "parameter": "ud[em]"}]
    assert str(line["sentence"]).startswith("Meta (Facebook) was told")


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("https://a.example/", "https://a.example/"),
        (("name", "story"), ["name", "story"]),
        (Identity(IdentityKind.PHONE, IdentityForm.MASKED), {"kind": "phone", "form": "masked"}),
        (Typed("Email", Written.SHA256), {"field": "Email", "written": "sha256"}),
    ],
)
def test_a_fact_is_written_as_plain_values(value: Value, written: object) -> None:
    line = event_line(DecodedEvent("", "A", None, (DecodedField(What.OTHER, value, "p"),)))
    assert line["told"] == [{"what": "other", "value": written, "parameter": "p"}]


def test_what_was_not_seen_to_go_out_was_tried() -> None:
    assert str(event_line(EVENT, went_out=False)["sentence"]).startswith("This page tried to tell Meta (Facebook)")
