"""What the *Other ways* page shows for a choice of subject and nation: contacts under headings. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from netcurtain.core.support import Contact, Nation, choose
from netcurtain.ui.other_ways import wording


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the person looks for. No categories is anything, no nation all of the UK."""

    categories: tuple[str, ...] = ()
    nation: Nation | None = None
    without_speaking: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """Contacts under a heading, with a sentence below it where there is one to say. ``more`` contacts wait behind a button.

    ``brief`` leaves out the ways without speaking, which those behind the button tell in full.
    """

    heading: str
    contacts: tuple[Contact, ...]
    sentence: str = ""
    more: tuple[Contact, ...] = ()
    brief: bool = False


def groups(contacts: Sequence[Contact], wanted: Wanted) -> tuple[Group, ...]:
    """The groups to show, none of them without both contacts and a sentence."""
    everybody = choose(contacts, wanted.categories, wanted.nation)
    chosen = everybody
    if wanted.without_speaking:
        chosen = choose([contact for contact in contacts if contact.without_speaking], wanted.categories, wanted.nation)
    sentence = ""
    if not chosen.fitting:
        sentence = wording.NONE_WITHOUT_SPEAKING if everybody.fitting else wording.NONE_OF_ITS_OWN
    found = [
        Group(wording.EMERGENCY, chosen.emergency[:1], more=chosen.emergency[1:], brief=not wanted.without_speaking),
        Group(_heading(wanted.categories), chosen.fitting, sentence),
        Group(wording.OTHERS, chosen.general),
    ]
    return tuple(group for group in found if group.contacts or group.sentence)


def _heading(categories: tuple[str, ...]) -> str:
    return wording.SUBJECTS.get(categories[0], wording.ANYTHING) if categories else wording.EVERYBODY
