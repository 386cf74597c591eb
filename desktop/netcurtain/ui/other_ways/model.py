"""What the *Other ways* page shows for a choice of subject and nation: contacts under headings. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

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
    primary, *further = _by_subject(chosen.fitting, wanted.categories)
    found = [
        Group(wording.EMERGENCY, chosen.emergency[:1], more=chosen.emergency[1:], brief=not wanted.without_speaking),
        primary if primary.contacts else replace(primary, sentence=_why_nobody(everybody.fitting, wanted.categories)),
        *further,
        Group(wording.OTHERS, chosen.general),
    ]
    return tuple(group for group in found if group.contacts or group.sentence)


def _by_subject(fitting: Sequence[Contact], categories: Sequence[str]) -> list[Group]:
    """A group a category, in their order, nobody in two of them: who reports one thing does not meet another under its heading."""
    if not categories:
        return [Group(wording.EVERYBODY, tuple(fitting))]
    found: list[Group] = []
    left, above = list(fitting), list[Contact]()
    for category in categories:
        own: list[Contact] = []
        for contact in left:
            if category in contact.subjects and not _adds_nothing(contact, category, above):
                own.append(contact)
                above.append(contact)
        left = [contact for contact in left if contact not in own]
        found.append(Group(wording.SUBJECTS.get(category, wording.ANYTHING), tuple(own)))
    return found


def _adds_nothing(contact: Contact, category: str, above: Sequence[Contact]) -> bool:
    """Whether who stands above by the same number is there for this too, and says every way and note of it.

    One number may be that of two services.
    """
    same = [other for other in above if contact.call and other.call == contact.call and category in other.subjects]
    return bool(same) and {words for other in same for words in _told(other)}.issuperset(_told(contact))


def _told(contact: Contact) -> tuple[str, ...]:
    return (*contact.without_speaking, *contact.notes, *contact.notes_on_ways)


def _why_nobody(everybody: Sequence[Contact], categories: Sequence[str]) -> str:
    there = any(category in contact.subjects for category in categories[:1] for contact in everybody)
    return wording.NONE_WITHOUT_SPEAKING if there else wording.NONE_OF_ITS_OWN
