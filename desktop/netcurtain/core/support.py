"""Other ways to report or be heard: ``filters/support.toml`` as contacts, and which of them fit a form. Pure: text in, contacts out."""

import enum
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

OTHER = "other"
"""In a contact's ``fallback``: every subject that no contact is for."""


class Nation(enum.StrEnum):
    """A nation of the UK."""

    ENGLAND = "england"
    SCOTLAND = "scotland"
    WALES = "wales"
    NI = "ni"


class Bill(enum.StrEnum):
    """Whether a call shows on a phone bill, where that is stated at all."""

    OFF = "off"
    ON = "on"


_NATIONS: dict[str, tuple[Nation, ...]] = {nation.value: (nation,) for nation in Nation} | {"uk": tuple(Nation), "not_stated": ()}


@dataclass(frozen=True, slots=True)
class Contact:
    """One way to report or be heard. The fields are those of the file, whose head explains them.

    ``nations`` is empty where no page states it. ``hours`` is None where none are stated, and empty where they are old or not confirmed.
    ``free`` and ``bill`` are None where nothing is stated: then nothing is claimed. ``notes`` go with the number, ``notes_on_ways`` with
    the ways without speaking.
    """

    key: str
    name: str
    whom: str
    subjects: tuple[str, ...]
    fallback: tuple[str, ...]
    emergency: bool
    nations: tuple[Nation, ...]
    call: str
    without_speaking: tuple[str, ...]
    hours: str | None
    free: bool | None
    bill: Bill | None
    notes: tuple[str, ...]
    notes_on_ways: tuple[str, ...]
    grade: str
    source: str
    date: str
    checked: str

    def serves(self, nation: Nation | None) -> bool:
        """Whether it may be for somebody there; None is anywhere. One that does not state its nations is not ruled out."""
        return nation is None or not self.nations or nation in self.nations


@dataclass(frozen=True, slots=True)
class Chosen:
    """The contacts that fit, each group in order: for anyone in danger now, for the subject, and for anything."""

    emergency: tuple[Contact, ...]
    fitting: tuple[Contact, ...]
    general: tuple[Contact, ...]

    @property
    def all(self) -> tuple[Contact, ...]:
        """All of them in order."""
        return (*self.emergency, *self.fitting, *self.general)


def parse_contacts(text: str) -> tuple[Contact, ...]:
    """The contacts from their file, which is ours: anything wrong in it raises KeyError, TypeError or ValueError."""
    tables = tomllib.loads(text)
    contacts = tuple(_contact(table, tables["checked"]) for table in tables["contact"])
    if len({contact.key for contact in contacts}) != len(contacts):
        raise ValueError("two contacts have one key")
    return contacts


def choose(contacts: Sequence[Contact], categories: Sequence[str], nation: Nation | None) -> Chosen:
    """Who fits a form of these categories, the first one primary; no categories means anything, so everybody.

    A contact for the primary category comes before one for the others. Within a category the file's order counts, and nothing else:
    there a nation's own line stands before those for the whole UK, because it knows that nation's police, courts and services. A subject
    without any contact of its own there, and one for which nothing good enough could be verified, gets the general contacts as well, first
    those that stand in for just that subject.
    """
    here = [contact for contact in contacts if contact.serves(nation)]
    emergency = tuple(contact for contact in here if contact.emergency)
    others = [contact for contact in here if not contact.emergency]
    if not categories:
        return Chosen(emergency, tuple(sorted(others, key=_for_anything_first)), ())
    places = {category: place for place, category in reversed(list(enumerate(categories)))}
    fitting = [contact for contact in others if not places.keys().isdisjoint(contact.subjects)]
    fitting.sort(key=lambda contact: min(places[subject] for subject in contact.subjects if subject in places))
    wanted = {*categories} if fitting else {*categories, OTHER}
    general = [contact for contact in others if contact not in fitting and not wanted.isdisjoint(contact.fallback)]
    general.sort(key=lambda contact: (places.keys().isdisjoint(contact.fallback), _for_anything_first(contact)))
    return Chosen(emergency, tuple(fitting), tuple(general))


def _for_anything_first(contact: Contact) -> bool:
    return OTHER not in contact.fallback


def _contact(table: dict[str, Any], checked: str) -> Contact:
    nations = tuple(nation for name in table["nations"] for nation in _NATIONS[name])
    if not isinstance(table["nations"], list) or not table["subjects"]:
        raise ValueError(f"{table['key']} lacks its nations or its subjects")
    return Contact(
        key=table["key"],
        name=table["name"],
        whom=table["whom"],
        subjects=tuple(table["subjects"]),
        fallback=tuple(table.get("fallback", ())),
        emergency=table.get("emergency", False),
        nations=nations,
        call=table["call"],
        without_speaking=tuple(table["without_speaking"]),
        hours=table.get("hours"),
        free=table.get("free"),
        bill=Bill(table["bill"]) if "bill" in table else None,
        notes=tuple(table.get("notes", ())),
        notes_on_ways=tuple(table.get("notes_on_ways", ())),
        grade=table["grade"],
        source=table["source"],
        date=table["date"],
        checked=table.get("checked", checked),
    )
