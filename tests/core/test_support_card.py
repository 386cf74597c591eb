"""What the card in a page says of other ways, and what it must never say."""

from dataclasses import replace
from importlib.resources import files
from itertools import product
from typing import get_args

import pytest

from netcurtain.core import support_wording
from netcurtain.core.form_terms import CategoryName
from netcurtain.core.support import Bill, Contact, Nation, parse_contacts
from netcurtain.core.support_card import MOST, CardWays, bill_unknown, card_contacts, card_lines

CATEGORIES: tuple[str, ...] = get_args(CategoryName)
CONTACTS = parse_contacts(files("netcurtain.filters").joinpath("support.toml").read_text(encoding="utf-8"))
BY_KEY = {contact.key: contact for contact in CONTACTS}
BY_PHONE_ALONE = {"addiction", "immigration"}
"""Subjects whose one contact has no way without speaking that we know of."""
PLAIN = replace(
    BY_KEY["samaritans"],
    name="A line",
    whom="",
    call="1",
    without_speaking=(),
    hours=None,
    free=None,
    bill=None,
    notes=(),
    nations=tuple(Nation),
)


def on_card(*categories: str, nation: Nation | None = None) -> list[str]:
    return [contact.key for contact in card_contacts(CONTACTS, categories, nation)]


@pytest.mark.parametrize(
    ("categories", "nation", "expected"),
    [
        (("sexual_offence",), None, ["rape_crisis_ew", "rape_crisis_scotland", "live_fear_free", "ni_dsa", "sarc_england"]),
        (("sexual_offence",), Nation.ENGLAND, ["rape_crisis_ew", "sarc_england", "police_101", "victim_support", "survivors_trust"]),
        (("sexual_offence",), Nation.NI, ["ni_dsa", "police_101", "survivors_trust", "galop", "revenge_porn"]),
        (("domestic_abuse",), None, ["refuge_ndah", "sdafmh", "live_fear_free", "ni_dsa", "mens_advice_line"]),
        (("domestic_abuse",), Nation.SCOTLAND, ["sdafmh", "mens_advice_line", "police_101", "galop", "karma_nirvana"]),
        (("hate_crime",), Nation.ENGLAND, ["police_101", "victim_support", "galop", "crimestoppers"]),
        (("mental_health",), Nation.WALES, ["samaritans", "shout", "papyrus", "childline"]),
        (("finance",), Nation.ENGLAND, ["victim_support", "report_fraud", "police_101"]),
        (("finance",), Nation.SCOTLAND, ["police_101", "samaritans"]),
        (("sexual_health",), Nation.ENGLAND, ["nhs_111", "sarc_england", "police_101"]),
        (("health",), Nation.SCOTLAND, ["samaritans", "police_101"]),
        (("benefits",), Nation.ENGLAND, ["nhs_111", "samaritans", "police_101"]),
        ((), None, ["nhs_111", "samaritans", "police_101"]),
    ],
)
def test_who_is_on_the_card(categories: tuple[str, ...], nation: Nation | None, expected: list[str]) -> None:
    assert on_card(*categories, nation=nation) == ["emergency_999", "silent_55", *expected]


@pytest.mark.parametrize(("category", "nation"), list(product(CATEGORIES, [None, *Nation])))
def test_a_card_is_short_names_no_number_twice_and_has_a_way_without_speaking(category: str, nation: Nation | None) -> None:
    contacts = card_contacts(CONTACTS, (category,), nation)
    lines = card_lines(CONTACTS, (category,), nation)
    assert 3 <= len(lines) <= MOST
    numbers = [contact.call for contact in contacts if contact.call and not contact.emergency]
    assert len(numbers) == len(set(numbers))
    assert any(line.without_speaking for line in lines if not line.emergency) or category in BY_PHONE_ALONE
    assert all(contact.grade != "C" for contact in contacts)


@pytest.mark.parametrize(
    ("contact", "line"),
    [
        (PLAIN, "A line: 1."),
        (replace(PLAIN, hours=""), "A line: 1. Check the opening hours."),
        (replace(PLAIN, hours="24 hours", free=True), "A line: 1, 24 hours, free."),
        (replace(PLAIN, bill=Bill.OFF), "A line: 1. It does not show on a phone bill."),
        (replace(PLAIN, bill=Bill.ON), "A line: 1. It shows on a phone bill."),
        (replace(PLAIN, call="", without_speaking=("text 2", "email a@b.example")), "A line. Without speaking: text 2; email a@b.example."),
        (replace(PLAIN, nations=()), "A line: 1. We do not know in which nations."),
        (replace(PLAIN, nations=(Nation.NI,)), "A line: 1. In Northern Ireland, for anyone."),
        (replace(PLAIN, whom="men", nations=(Nation.ENGLAND, Nation.WALES)), "A line: 1. In England and Wales, for men."),
        (replace(PLAIN, whom="men", notes=("A note.",)), "A line: 1. For men. A note."),
        (
            replace(PLAIN, notes=("The call is free.",), without_speaking=("text 2",), notes_on_ways=("Register first.",)),
            "A line: 1. The call is free. Without speaking: text 2. Register first.",
        ),
        (replace(PLAIN, hours="phone Mon to Fri 8am to 8pm"), "A line: 1, phone Monday to Friday 8am to 8pm."),
    ],
)
def test_a_line_says_what_is_known_and_no_more(contact: Contact, line: str) -> None:
    assert support_wording.card_line(contact, name_nations=True) == line


def test_a_line_as_a_person_reads_it() -> None:
    line = next(line for line in card_lines(CONTACTS, ("sexual_offence",), Nation.ENGLAND) if line.key == "rape_crisis_ew")
    assert line.text == (
        "24/7 Rape and Sexual Abuse Support Line (Rape Crisis England & Wales): 0808 500 2222, 24 hours, every day, free. "
        "For anyone aged 16 or over and people supporting them, whenever it happened. "
        "Without speaking: online chat at 247sexualabusesupport.org.uk."
    )
    assert line.without_speaking
    assert not line.emergency


def test_with_all_of_the_uk_each_line_says_where() -> None:
    texts = [line.text for line in card_lines(CONTACTS, ("domestic_abuse",), None) if not line.emergency]
    assert [text.partition(" In ")[2].partition(",")[0] for text in texts[:4]] == ["England", "Scotland", "Wales", "Northern Ireland"]


@pytest.mark.parametrize("nation", [None, *Nation])
def test_where_a_line_is_for_women_alone_there_is_one_for_men_on_the_card_as_well(nation: Nation | None) -> None:
    whom = {contact.whom for contact in card_contacts(CONTACTS, ("domestic_abuse",), nation)}
    assert "men" in whom or "women" not in whom


def test_the_silent_way_says_what_silence_does_not_do() -> None:
    text = next(line.text for line in card_lines(CONTACTS, (), None) if line.key == "silent_55")
    assert "Silence alone does not bring the police." in text
    assert "55 does not tell them where you are." in text


@pytest.mark.parametrize(
    ("contacts", "unknown"),
    [([PLAIN], True), ([replace(PLAIN, bill=Bill.OFF)], False), ([replace(PLAIN, call="")], False), ([BY_KEY["samaritans"], PLAIN], True)],
)
def test_whether_to_say_that_the_bill_is_not_known(contacts: list[Contact], unknown: bool) -> None:
    assert bill_unknown(contacts) is unknown


@pytest.mark.parametrize(
    ("key", "origin"),
    [
        ("samaritans", "Seen at samaritans.org, undated."),
        ("silent_55", "Seen at avonandsomerset.police.uk, 8 April 2019."),
        (
            "frank",
            "Seen in a public file, checked against talktofrank.com and nhs.uk, 18 September 2026. "
            "We have not seen it on a page of their own.",
        ),
        ("victim_support_scotland", "Seen at martinwhitfieldmsp.com, 19 February 2024. We have seen it only on other people's pages."),
    ],
)
def test_where_a_contact_comes_from(key: str, origin: str) -> None:
    assert support_wording.origin(BY_KEY[key]) == origin


def test_the_cards_lines_end_with_what_is_not_known_of_phone_bills() -> None:
    ways = CardWays(CONTACTS)
    texts = [line.text for line in card_lines(CONTACTS, ("finance",), Nation.WALES)]
    assert ways.lines(["finance"], Nation.WALES) == (*texts, support_wording.BILL_UNKNOWN)
    assert ways.lines(["finance"], Nation.WALES) != ways.lines(["finance"], Nation.SCOTLAND)
    assert ways.lines(["finance"], Nation.WALES) is ways.lines(("finance",), Nation.WALES)


def test_where_no_bill_is_in_doubt_nothing_is_said_of_it() -> None:
    assert CardWays([replace(PLAIN, subjects=("finance",), bill=Bill.OFF)]).lines(["finance"], None)[-1].startswith("A line")
    assert CardWays().lines(["finance"], None) == ()
