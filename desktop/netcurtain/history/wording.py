"""Every sentence this room says: the moments of a visit, and what to do when the history cannot be kept (LOOK.md, "Words").

What a company was told is worded in core/wording.py.
"""

from netcurtain.core.level import FormLevel

LONGEST_TITLE = 100
LONGEST_ADDRESS = 300

FORM = {
    FormLevel.SENSITIVE: "There was a form here that asks for something personal.",
    FormLevel.POSSIBLY: "There was a form here that may ask for something personal.",
}
SENT = "A form was sent from this page."

DISK_FULL = "The history could not be written because the disk is full: free some space, and it goes on by itself."
NOT_ALLOWED = "The history could not be opened or written: make its folder yours and writable, then start Netcurtain again."
IN_USE = "Another program is using the history: close it, and the history goes on by itself."
DAMAGED = "The history could not be read: check that its disk works, then start Netcurtain again."


def opened(title: str, url: str) -> str:
    """A page came up; ``url`` has no query values."""
    address = _cut(url, LONGEST_ADDRESS)
    return f"\u201c{_cut(title, LONGEST_TITLE)}\u201d was opened: {address}" if title else f"A page was opened: {address}"


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else text[: longest - 1] + "\u2026"
