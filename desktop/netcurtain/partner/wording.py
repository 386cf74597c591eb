"""Every sentence about a partner's file, for the windows and the command line: short, plain, no blame (docs/WORDS.md, "Sentences")."""

from datetime import date

from netcurtain.core.translation import _
from netcurtain.core.wording import spoken_date

NOT_FOUND = _("This file is not there, or cannot be read.")
TOO_LARGE = _("This file is too large. A file from a charity has 64 kB at most.")
NOT_OURS = _("This is not a file for Netcurtain, or it asks for something that Netcurtain does not do for others.")
NOT_SIGNED = _("This file was changed after it was made, or it is not whole. Please ask for it again.")
OTHER_KEY = _(
    "You have a file by this name already, and this one is signed by somebody else. Please ask the charity whether it has a new key. "
    "If it has, remove the old file first."
)
OLDER = _("You have a newer file by this name already. If you want the older one, remove the newer one first.")
NAME_MIXED = _("The name in this file has letters of more than one alphabet, or signs that do not belong in a name.")
NAME_TAKEN = _("The name in this file is one that Netcurtain uses itself. Please ask for a file with another name.")
NO_WAY = _(
    "How to reach somebody is not plain in this file. Only numbers, e-mail addresses, https addresses and short words may be there, "
    "in English letters."
)
TOO_MANY = _("You have as many files from others as Netcurtain takes. Remove one first.")
NOT_WRITTEN = _("It could not be kept. Free some space on the disk, then try again.")
RUNS_TOO_LONG = _("This file would hold for more than two years. Please ask for one that runs out sooner.")
KEY_UNREADABLE = _("The key file cannot be read, or has no Ed25519 key without a passphrase. Nothing was made.")
KEY_NOT_WRITTEN = _("There is no key file yet, and it could not be made. Choose another place for it.")

FIELDS = {
    "name": _("its name"),
    "about": _("what it says about itself"),
    "way": _("the name of a way"),
    "call": _("how to reach it"),
    "note": _("a note"),
}


def ways_count(most: int) -> str:
    """Too many ways, or none."""
    return _("A file has at least one way to be heard, and {most} at most.").format(most=most)


def ran_out(day: date) -> str:
    """It is too late for this file."""
    return _("This file ran out on {day}. Please ask for a newer one.").format(day=spoken_date(day))


def too_long(field: str, most: int) -> str:
    """A field has too many letters."""
    return _("Too long in this file: {field}. It may have {most} letters.").format(field=FIELDS[field], most=most)


def empty(field: str) -> str:
    """A field has no letters."""
    return _("Missing in this file: {field}.").format(field=FIELDS[field])


def not_plain(field: str) -> str:
    """A field has what is no letter."""
    return _("Not plain text in this file: {field}. Only letters on one line may be there.").format(field=FIELDS[field])


def link(field: str) -> str:
    """A field has a link that is not allowed."""
    return _("There is something like a link in this file: {field}. Only https: and tel: may be there.").format(field=FIELDS[field])
