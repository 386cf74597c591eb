"""What the *Now* page says of its list and its picture; what was seen on a page is worded in core/wording.py."""

from netcurtain.core.translation import _, plural

LIST = _("List")
PICTURE = _("Picture")
LIST_HOW = _("Shows who was told what as a list")
PICTURE_HOW = _("Shows who was told what as a picture")
THIS_PAGE = _("This page")
NO_ROOM = _("There is not enough room for the picture here. The list says the same.")


def more_in_list(count: int) -> str:
    """How many companies the picture leaves out."""
    return plural("and {count} more, in the list", "and {count} more, in the list", count).format(count=count)
