"""Every sentence about a passphrase: what it is for, what is amiss with one that was typed, and how long to wait after a wrong one."""

from netcurtain.core import wording as core_wording
from netcurtain.core.translation import _, plural

FIELD = _("Passphrase")
NEW = _("New passphrase")
AGAIN = _("The same once more")
OLD = _("Your passphrase now")
SHOW = _("Show what I type")
COVER = _("Cover what I type")
HOW_LONG = _("At least eight characters. Four or five words that do not belong together are good, and easy to remember.")

MAKE_HEADING = _("Make a passphrase")
NOBODY_CAN_OPEN = _("If you forget the passphrase, nobody can open what is kept.")
MAY_ASK = _("Someone who finds it may ask you to open it.")
MAKE = _("Start keeping")
NOT_NOW = _("Not now")
MAKE_FIRST = _("Nothing is kept yet. Make the passphrase first, or press \u201cNot now\u201d.")

OPEN = _("Open")
CHANGE = _("Change it")
CANCEL = _("Cancel")
CHANGED = _("The history has the new passphrase now. The one before does not open it any more.")

NOT_THE_SAME = _("The two are not the same. Please type them again.")
TYPE_IT = _("Please type the passphrase.")
ONE_MOMENT = _("Just a moment.")
NOT_OPENED = _("That did not open it. Nothing has changed.")
TRY_AGAIN = _("You can try again now.")


def wait(seconds: int) -> str:
    """How long until another passphrase is heard."""
    sentence = plural("You can try again in {number} second.", "You can try again in {number} seconds.", seconds)
    return sentence.format(number=core_wording.number(seconds), count=seconds)
