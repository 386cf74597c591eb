"""Every sentence this room says: the moments of a visit, and what to do when the history cannot be kept (docs/WORDS.md, "Sentences").

What a company was told is worded in core/wording.py.
"""

from collections.abc import Sequence

from netcurtain.core.consent import Consent
from netcurtain.core.level import FormLevel
from netcurtain.core.translation import _
from netcurtain.history.rows import Doubt

LONGEST_TITLE = 100
LONGEST_ADDRESS = 300

FORM = {
    FormLevel.SENSITIVE: _("There was a form here that asks for something personal."),
    FormLevel.POSSIBLY: _("There was a form here that may ask for something personal."),
}
SENT = _("A form was sent from this page.")
CONSENT = {
    Consent.BEFORE_CHOICE: _("The page asked about cookies. Nothing had been chosen yet."),
    Consent.REFUSED: _("From here on, only the cookies that are needed were agreed to."),
    Consent.ACCEPTED: _("From here on, cookies were agreed to."),
}

ELSEWHERE = _("Sites can also pass things on where nobody's browser can see.")
MISSED_A_START = _("Netcurtain was not looking all the time these pages were open, so there may be more.")
NOT_ALL_THE_TIME = _("For some of the time nothing was taken in, so there may be more.")
NOT_ALL_OF_IT = _("There was so much that not all of it was kept.")
LISTS_UNKNOWN = _("It was not written down which lists all of these pages were checked with.")
NOT_SEEN = {
    Doubt.MISSED_A_START: MISSED_A_START,
    Doubt.GAPS: NOT_ALL_THE_TIME,
    Doubt.FULL: NOT_ALL_OF_IT,
    Doubt.LISTS_UNKNOWN: LISTS_UNKNOWN,
}

DISK_FULL = _("The history could not be written because the disk is full: free some space, and it goes on by itself.")
NOT_ALLOWED = _("The history could not be opened or written: make its folder yours and writable, then start Netcurtain again.")
IN_USE = _("Another program is using the history: close it, and the history goes on by itself.")
DISK_FAILED = _("The history could not be read or written: check that its disk works and has room, then start Netcurtain again.")
DAMAGED = _("The history could not be read: check that its disk works, then start Netcurtain again.")

WRONG_WORDS = _("This passphrase does not open it.")
WAIT = _("Please wait a little before you try again.")
NOTHING_MADE = _("Nothing was made. Please try again.")
LOCKED_MEANWHILE = _("It was locked again meanwhile.")
HISTORY_CLOSED = _("The history is closed: start Netcurtain again.")
CLOCK_ODD = _("This computer's clock seems to have been changed, so no old pages were deleted. Please check the date.")
TOO_SHORT = _("Please use at least eight characters.")
TOO_LONG = _("Please use fewer than 1,025 characters.")
KEY_UNREADABLE = _(
    "The key of the kept history could not be read, so nobody can open what was kept. Put back a copy of the key, or erase everything."
)
NEWER = _("This history was kept by a newer Netcurtain: install that one to open it. Nothing was changed.")
OPEN_IN_WINDOW = _("Please open this history once in Netcurtain's window, which can look after it, then try again. Nothing was changed.")
FOLDER_GONE = _("The folder of the kept history is not there any more, so nothing is kept: make a new passphrase in the settings.")
PUT_ASIDE = _("What was kept could not be read. It was put aside unchanged, and a new history was begun.")
BEGUN_ANEW = _("What was kept is not there any more, so a new history was begun.")
LAST_MOMENTS = _("The last moments before Netcurtain stopped may be missing from what was kept. All else is here.")
PARTLY = _("Part of what was kept could not be read. A copy was put aside unchanged, and the rest is here.")


def opened(title: str, url: str) -> str:
    """A page came up; ``url`` has no query values."""
    address = _cut(url, LONGEST_ADDRESS)
    sentence = _("\u201c{title}\u201d was opened: {address}") if title else _("A page was opened: {address}")
    return sentence.format(title=_cut(title, LONGEST_TITLE), address=address)


def still_in(files: Sequence[str]) -> str:
    """Time took something away, and files of ours still have it: those that were put aside unread, for one."""
    sentence = _("Old pages that were to be deleted are still in {files}. Erase everything to delete them there too.")
    return sentence.format(files=", ".join(files))


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else text[: longest - 1] + "\u2026"


def only_newest(visits: int) -> str:
    """Of the visits to a site only so many are in a copy, as there are more."""
    return _("Only the newest {visits} visits to this site are here.").format(visits=visits)
