"""core/told_line.py: what `decode` and `check` print of an event."""

from netcurtain.core.finding import DecodedEvent, DecodedField, Identity, IdentityForm, IdentityKind, What
from netcurtain.core.told_line import event_line

EMAIL = DecodedField(What.IDENTITY, Identity(IdentityKind.EMAIL, IdentityForm.SHA256), "ud[em]")
EVENT = DecodedEvent("Meta Pixel", "Meta (Facebook)", "Lead", (EMAIL,))


def test_an_event_has_its_names_its_facts_and_a_sentence() -> None:
    line = event_line(EVENT)
    assert list(line) == ["vendor", "organisation", "event", "told", "sentence"]
    assert line["told"] == [{"what": "identity", "value": EMAIL.value, "parameter": "ud[em]"}]
    assert str(line["sentence"]).startswith("Meta (Facebook) was told")


def test_what_was_not_seen_to_go_out_was_tried() -> None:
    assert str(event_line(EVENT, went_out=False)["sentence"]).startswith("This page tried to tell Meta (Facebook)")
