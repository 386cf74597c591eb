from dataclasses import replace
from importlib.resources import files
from itertools import permutations
from typing import Any, get_args

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
    for word in ("warning", "danger", "attack", "victim", "unsafe", "safe", "protected", "threat", "!"):
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


def test_what_a_form_is_about_besides_has_a_heading_of_its_own() -> None:
    emergency, rape, crime = groups(CONTACTS, Wanted(("sexual_offence", "crime_report")))
    assert emergency.heading == wording.EMERGENCY
    assert (rape.heading, crime.heading) == (wording.SUBJECTS["sexual_offence"], wording.SUBJECTS["crime_report"])
    assert all("sexual_offence" in contact.subjects for contact in rape.contacts)
    assert keys(rape)[0] == "rape_crisis_ew"
    assert "police_101" in keys(rape)
    assert keys(crime) == ["crimestoppers", "hate_crime_report", "report_fraud"]


def test_a_form_whose_first_subject_has_nobody_says_so_and_shows_who_there_is_for_the_second() -> None:
    _, benefits, feelings, *_ = groups(CONTACTS, Wanted(("benefits", "mental_health"), Nation.SCOTLAND))
    assert (benefits.contacts, benefits.sentence) == ((), wording.NONE_OF_ITS_OWN)
    assert feelings.heading == wording.SUBJECTS["mental_health"]
    assert keys(feelings)[0] == "samaritans"
    _, quiet, feelings, *_ = groups(CONTACTS, Wanted(("addiction", "mental_health"), Nation.SCOTLAND, without_speaking=True))
    assert (quiet.sentence, keys(feelings)[0]) == (wording.NONE_WITHOUT_SPEAKING, "samaritans")


@pytest.mark.parametrize("categories", list(permutations(get_args(CategoryName), 2)), ids=" ".join)
def test_nobody_stands_in_two_groups(categories: tuple[str, str]) -> None:
    shown = [key for group in groups(CONTACTS, Wanted(categories)) for key in keys(group)]
    assert len(shown) == len(set(shown))


@pytest.mark.parametrize(
    ("categories", "number", "shown"),
    [
        pytest.param(("sexual_offence", "crime_report"), "101", [["police_101"], ["hate_crime_report"]], id="with a note of its own"),
        pytest.param(("crime_report",), "101", [["police_101", "hate_crime_report"]], id="in one list"),
        pytest.param(("mental_health", "health"), "111", [["nhs_111_mental"], ["nhs_111"]], id="another service by the same number"),
        pytest.param(
            ("mental_health", "sexual_health"), "111", [["nhs_111_mental"], ["nhs_111"]], id="though it is more for another subject"
        ),
    ],
)
def test_a_number_comes_again_for_another_service_or_what_is_said_of_it(
    categories: tuple[str, ...], number: str, shown: list[list[str]]
) -> None:
    found = groups(CONTACTS, Wanted(categories))[1 : 1 + len(categories)]
    assert [[contact.key for contact in group.contacts if contact.call == number] for group in found] == shown


@pytest.mark.parametrize(
    ("change", "shown"),
    [
        ({}, []),
        ({"without_speaking": ("by letter",)}, ["again"]),
        ({"notes": ("It is free.",)}, ["again"]),
        ({"notes_on_ways": ("It is free.",)}, ["again"]),
        ({"call": "0800 000 000"}, ["again"]),
    ],
    ids=["nothing new", "a way", "a note", "a note on ways", "another number"],
)
def test_who_only_says_the_same_of_a_number_that_stands_above_is_left_out(change: dict[str, Any], shown: list[str]) -> None:
    police = next(contact for contact in CONTACTS if contact.key == "police_101")
    again = replace(police, key="again", subjects=("crime_report",), **change)
    rape, *crime = groups((police, again), Wanted(("sexual_offence", "crime_report")))
    assert (keys(rape), [key for group in crime for key in keys(group)]) == (["police_101"], shown)


@pytest.mark.parametrize("change", [{"subjects": ("sexual_offence",)}, {"call": ""}], ids=["for something else", "no number"])
def test_where_the_one_above_is_for_something_else_or_there_is_no_number_both_stand(change: dict[str, Any]) -> None:
    police = next(contact for contact in CONTACTS if contact.key == "police_101")
    first = replace(police, **change)
    again = replace(first, key="again", subjects=("crime_report",))
    found = groups((first, again), Wanted(("sexual_offence", "crime_report")))
    assert [keys(group) for group in found] == [["police_101"], ["again"]]


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
