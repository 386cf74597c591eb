"""Every claim of filters/support.toml, held against the row of the table of sources that it is drawn from."""

import re
from importlib.resources import files
from itertools import product
from pathlib import Path
from typing import get_args

import pytest

from netcurtain.core.form_terms import CategoryName
from netcurtain.core.support import OTHER, Bill, Contact, Nation, choose, parse_contacts

SOURCES = Path(__file__).parents[2] / ".." / "shared" / "support.md"
CATEGORIES: tuple[str, ...] = get_args(CategoryName)
CONTACTS = parse_contacts(files("netcurtain.filters").joinpath("support.toml").read_text(encoding="utf-8"))
BY_KEY = {contact.key: contact for contact in CONTACTS}
COLUMNS = ("key", "name", "whom", "nation", "call", "other", "hours", "cost", "source", "date", "agreeing")

UNSURE = ("not confirmed", "not found", "(")
"""What the hours' column says where they are old, or nobody knows."""
NUMBER = re.compile(r"\d[\d ]*\d")
ADDRESS = re.compile(r"[\w.@-]+\.[a-z]{2,}(?:/[\w/-]+)?")
NATIONS = {
    Nation.ENGLAND: "England",
    Nation.SCOTLAND: "Scotland",
    Nation.WALES: "Wales",
    Nation.NI: "NI",
}

needs_sources = pytest.mark.skipif(not SOURCES.exists(), reason="the table of sources is not on this computer")
each_contact = pytest.mark.parametrize("contact", CONTACTS, ids=lambda contact: contact.key)


def rows() -> dict[str, dict[str, str]]:
    found = {}
    for line in SOURCES.read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if line.startswith("|") and len(cells) == len(COLUMNS) and cells[0] not in ("key", "---"):
            found[cells[0]] = dict(zip(COLUMNS, cells, strict=True))
    return found


ROWS = rows() if SOURCES.exists() else {}


def said(contact: Contact) -> str:
    return " | ".join((contact.call, *contact.without_speaking, *notes(contact)))


def notes(contact: Contact) -> tuple[str, ...]:
    return (*contact.notes, *contact.notes_on_ways)


@needs_sources
def test_every_row_is_a_contact_and_the_other_way_round() -> None:
    assert set(BY_KEY) == set(ROWS)


@needs_sources
@each_contact
def test_every_number_stands_in_its_row(contact: Contact) -> None:
    row = ROWS[contact.key]
    assert not contact.call or contact.call in NUMBER.findall(row["call"])
    seen = NUMBER.findall(" | ".join(row.values()))
    for number in NUMBER.findall(f"{contact.name} | {contact.whom} | {said(contact)}"):
        assert number in seen, number


@needs_sources
@each_contact
def test_every_address_stands_in_its_row(contact: Contact) -> None:
    row = ROWS[contact.key]
    for address in ADDRESS.findall(said(contact)):
        assert address in row["other"] or address in row["name"], address
    assert contact.source == row["source"]
    assert row["date"].startswith(contact.date)
    assert row["agreeing"].startswith(contact.grade)
    assert contact.name.removesuffix(" (police)") in row["name"].replace(" (police; True Vision)", "")


@needs_sources
@each_contact
def test_subjects_and_nations_are_those_of_the_row(contact: Contact) -> None:
    row = ROWS[contact.key]
    subjects = ROWS["emergency_999" if "same subjects as 999" in row["whom"] else contact.key]["whom"].rpartition("/")[2]
    left_out = {"health"} if contact.key.startswith("sarc") else set()
    assert set(contact.subjects) == set(subjects.split()) - left_out
    if not contact.nations:
        assert "not stated" in row["nation"] or "does not state" in row["nation"]
    elif len(contact.nations) == len(Nation):
        assert "UK" in row["nation"]
    else:
        named = row["nation"].partition(". In Scotland")[0].partition("; similar")[0].partition("; other")[0]
        assert {nation for nation, word in NATIONS.items() if word in named} == set(contact.nations)


@needs_sources
@each_contact
def test_hours_are_printed_only_where_the_row_is_sure(contact: Contact) -> None:
    column = ROWS[contact.key]["hours"]
    sure = re.sub(r"\([^)]*\)", "", column)
    if contact.hours:
        assert contact.hours in re.sub(r"\(Met Police[^)]*\)", "", column)
        assert contact.hours in sure
        assert not any(word in sure for word in ("not confirmed", "not found", "not stated"))
    elif contact.hours == "":
        assert any(word in column for word in UNSURE)
    else:
        assert column == "not stated"


@needs_sources
@each_contact
def test_nothing_is_called_free_that_the_row_does_not_call_free(contact: Contact) -> None:
    column = ROWS["emergency_999" if contact.key == "silent_55" else contact.key]["cost"]
    if contact.free is not None:
        assert contact.free
        assert column.startswith("free")
        for doubt in ("not checked", "free as advice", "most mobiles", "cost of the call"):
            assert doubt not in column


@needs_sources
@each_contact
def test_a_call_is_off_the_bill_only_where_the_row_says_so(contact: Contact) -> None:
    column = ROWS[contact.key]["cost"]
    assert (contact.bill is Bill.OFF) == ("does not show on the bill" in column)
    assert contact.bill is not Bill.ON
    about_the_bill = [note for note in notes(contact) if "bill" in note]
    assert not about_the_bill or ("bill" in column and "not stated" not in column)


def test_only_samaritans_are_said_to_be_off_the_bill() -> None:
    assert [contact.key for contact in CONTACTS if contact.bill is not None] == ["samaritans"]


@each_contact
def test_what_was_left_out_on_purpose_stays_out(contact: Contact) -> None:
    shown = " ".join((contact.name, contact.whom, said(contact))).lower()
    for gone in (
        "women's aid",
        "survivorsuk",
        "action fraud",
        "0808 802 9999",
        "emergencysms.org",
        "88858",
        "report-it",
        "true vision",
        "rowan",
    ):
        assert gone not in shown


@each_contact
def test_nothing_is_a_link_that_could_open(contact: Contact) -> None:
    shown = " ".join((contact.name, contact.whom, said(contact))).lower()
    for scheme in ("http:", "https:", "tel:", "mailto:", "sms:", "<"):
        assert scheme not in shown


@each_contact
def test_every_block_is_whole_and_calmly_worded(contact: Contact) -> None:
    assert set(contact.subjects) <= set(CATEGORIES)
    assert set(contact.fallback) <= {*CATEGORIES, OTHER}
    assert contact.call or contact.without_speaking or contact.notes
    assert contact.without_speaking or not contact.notes_on_ways, "nobody would see them"
    assert contact.grade in ("A", "B", "C")
    assert contact.source
    assert contact.date
    assert contact.checked == "2026-11-24 from stored pages, nobody has rung"
    assert all(note.endswith(".") for note in notes(contact))
    assert not any(way.endswith(".") for way in contact.without_speaking)
    words = set(re.findall(r"[\w.@-]+|!", f"{contact.whom} {said(contact)}".lower()))
    assert not words & {"!", "victim", "victims", "threat", "threatened", "attack", "unsafe"}


@pytest.mark.parametrize(("category", "nation"), list(product(CATEGORIES, Nation)))
def test_every_subject_has_a_contact_in_every_nation_besides_999(category: str, nation: Nation) -> None:
    chosen = choose(CONTACTS, (category,), nation)
    assert chosen.emergency
    assert chosen.fitting or chosen.general


@pytest.mark.parametrize("nation", [None, *Nation])
def test_a_form_on_any_illness_does_not_speak_of_sexual_assault(nation: Nation | None) -> None:
    keys = {contact.key for contact in choose(CONTACTS, ("health",), nation).all}
    assert not keys & {"sarc_england", "sarcs_scotland"}
