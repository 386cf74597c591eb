"""Names that a person could take for each other are one, and some are nobody's."""

import pytest
from tests.partner.conftest import CONTACTS

from netcurtain import knowledge
from netcurtain.partner.names import is_one_name, is_taken, same_name


@pytest.mark.parametrize(
    "other",
    [
        "EXAMPLE  centre",
        "Ｅxample Centre",
        " example centre ",
        "Example Centre.",
        "Example-Centre",
        "Examp1e Centre",
        "ExampIe Centre",
        "Example Centré",
        "Example Cent\u0301re",
        "Exаmple Centre",
        "ЕХАmple Centre",
        "Exarnple Centre",
    ],
)
def test_what_looks_alike_is_one_name(other: str) -> None:
    assert same_name(other) == same_name("Example Centre")


@pytest.mark.parametrize("other", ["Example Center", "Sample Centre", "Example Centre 2", "Canolfan Example"])
def test_other_names_stay_others(other: str) -> None:
    assert same_name(other) != same_name("Example Centre")


@pytest.mark.parametrize(
    "name", ["Canolfan Tŷ'r Dŵr", "Women’s Refuge & Co. (Leeds), 24/7", "مركز", "Центр", "महिला केंद्र", "সহায়তা", "女性中心", "Łódź"]
)
def test_names_of_one_alphabet_go_through(name: str) -> None:
    assert is_one_name(name)


@pytest.mark.parametrize(
    "name",
    ["Exаmple", "Centre مركز", "Centre\u2800", "24/7", "", "ⅿ", "Ꭺꭺ", "ɑɡ", "Centre ★", "Centre ٩٩٩", "Ex@mple", "𝖤xample"],
)
def test_others_do_not(name: str) -> None:
    assert not is_one_name(name)


@pytest.mark.parametrize(
    "name",
    [
        "Samaritans",
        "The Samaritans",
        "From Samaritans UK",
        "SAMARlTANS.",
        "Rape Crisis England & Wales",
        "Rape Crisis England and Wales",
        "Our Rape Crisis, England & Wales",
        "Refuge",
        "Netcurtain",
        "Net Curtain help",
        "Leeds Police",
        "Police 999",
        "Centre 9-9-9",
        "Relay 18000",
        "Call 112",
        "NHS 111 Leeds",
    ],
)
def test_our_own_names_and_emergency_numbers_are_taken(name: str) -> None:
    assert is_taken(name, CONTACTS)


@pytest.mark.parametrize("name", ["Example Centre", "Leicester Rape Crisis", "Leeds Women’s Refuge", "Samaritan House", "Tŷ Haf"])
def test_other_charities_names_are_free(name: str) -> None:
    assert not is_taken(name, knowledge.contact_names())


def test_every_contact_of_ours_is_taken_as_it_is_shown() -> None:
    contacts = knowledge.contact_names()
    assert len(contacts) > 20
    assert [name for name in contacts if not is_taken(name, contacts)] == []
