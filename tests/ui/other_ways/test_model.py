from importlib.resources import files
from typing import get_args

import pytest

from netcurtain.core.form_terms import CategoryName
from netcurtain.core.support import Nation, parse_contacts
from netcurtain.ui.other_ways import wording
from netcurtain.ui.other_ways.model import Group, Wanted, groups

CONTACTS = parse_contacts(files("netcurtain.filters").joinpath("support.toml").read_text(encoding="utf-8"))


def keys(group: Group) -> list[str]:
    return [contact.key for contact in group.contacts]


def test_every_subject_has_plain_words_and_every_nation_its_name() -> None:
    assert set(wording.SUBJECTS) == set(get_args(CategoryName))
    assert len(set(wording.SUBJECTS.values())) == len(wording.SUBJECTS)
    assert set(wording.NATIONS) == set(Nation)


def test_no_word_alarms_or_blames() -> None:
    said = " ".join([*(value for value in vars(wording).values() if isinstance(value, str)), *wording.SUBJECTS.values()]).lower()
    assert said.count("danger") == said.count(wording.EMERGENCY.lower()) == 1
    for word in ("warning", "attack", "victim", "unsafe", "safe", "protected", "threat", "!"):
        assert word not in said


def test_anything_is_everybody_with_999_by_itself_at_the_top() -> None:
    emergency, everybody = groups(CONTACTS, Wanted())
    assert emergency.heading == wording.EMERGENCY
    assert keys(emergency) == ["emergency_999"]
    assert [contact.key for contact in emergency.more] == ["silent_55", "emergency_sms", "relay_18000", "bsl_999"]
    assert emergency.brief
    assert everybody.heading == wording.EVERYBODY
    assert keys(everybody)[:3] == ["nhs_111", "samaritans", "police_101"]
    assert {*keys(everybody), *keys(emergency), *(contact.key for contact in emergency.more)} == {contact.key for contact in CONTACTS}


def test_without_speaking_leaves_only_who_has_a_way() -> None:
    found = groups(CONTACTS, Wanted(("sexual_offence",), Nation.ENGLAND, without_speaking=True))
    assert not found[0].brief
    assert "rape_crisis_ew" in keys(found[1])
    assert "sarc_england" not in keys(found[1])
    assert all(contact.without_speaking for group in found for contact in (*group.contacts, *group.more))


@pytest.mark.parametrize(
    ("wanted", "sentence", "others"),
    [
        (Wanted(("benefits",), Nation.SCOTLAND), wording.NONE_OF_ITS_OWN, ["samaritans", "police_101"]),
        (Wanted(("benefits",), None, without_speaking=True), wording.NONE_OF_ITS_OWN, ["nhs_111", "samaritans", "police_101"]),
        (
            Wanted(("addiction",), Nation.ENGLAND, without_speaking=True),
            wording.NONE_WITHOUT_SPEAKING,
            ["nhs_111", "samaritans", "police_101"],
        ),
    ],
)
def test_a_subject_without_a_contact_says_so_and_shows_others(wanted: Wanted, sentence: str, others: list[str]) -> None:
    _, own, general = groups(CONTACTS, wanted)
    assert (own.contacts, own.sentence) == ((), sentence)
    assert own.heading == wording.SUBJECTS[wanted.categories[0]]
    assert general.heading == wording.OTHERS
    assert keys(general) == others
