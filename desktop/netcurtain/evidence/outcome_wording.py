"""What is said while a copy is made, and of what came of it."""

from netcurtain.core.translation import _

NOT_THERE = _("There is nothing to copy any more: the page was left, and nothing of it is kept.")
NEEDS_PASSPHRASE = _("This copy needs a passphrase. Nothing was written.")
PASSPHRASE_TOO_LONG = _("This is longer than such a file can take. Please use a shorter passphrase. Nothing was written.")
TOO_SLOW = _("It took too long to read what Netcurtain knows of it. Nothing was written. Please try again.")
CANCELLED = _("Stopped. Nothing was written.")
NO_ROOM = _("There is not enough room there. Free some space, or choose another place. Nothing was written.")
NOT_ALLOWED = _("This computer does not let Netcurtain write there. Choose another place. Nothing was written.")
PLACE_GONE = _("That place is not there any more. If it is on a stick, plug it in again, or choose another place. Nothing was written.")
NAME_TOO_LONG = _("That name is too long. Choose a shorter one. Nothing was written.")
NOT_WRITTEN = _("The copy could not be written there. Choose another place. Nothing was written.")
NOT_MADE = _("The copy could not be made. Nothing was written. Please try again.")
MADE_FROM_OPEN = _("It was made from the open page, with its requests.")
MADE_FROM_KEPT = _("It was made from what was kept: who was told what, and when.")
ANYBODY_CAN_READ = _("Whoever finds it can read it.")
PASSPHRASE_ONLY = _("It opens with its passphrase alone. Nobody can open it without, and nor can we.")
