"""Every sentence of `netcurtain partner` that the windows do not say too (partner/wording.py)."""

from datetime import date

from netcurtain.core.wording import number, spoken_date

COMPARE = (
    "It adds these ways to “Other ways”, and does nothing else. Whoever uses this computer can see that they are there.\n"
    "Compare the fingerprint with the one that the charity gave you, by telephone or in its own rooms."
)
ADD_IT = "Add them?"
NOT_ADDED = "Nothing was added."
ADDED = "They are added. You can take them away at any time: netcurtain partner remove NAME"
NONE = "There are no files from others."
RAN_OUT = "This one has run out, and is not shown any more."
REMOVED = "It is removed."
NO_SUCH = "There is no file by this name. To see them all: netcurtain partner list"
WITHOUT_SPEAKING = "without speaking"

NO_WORDS = "The file with the words is not there, or cannot be read."
WORDS_TOO_LARGE = "The file with the words is too large: 64 kB at most."
TOO_DEEP = "there are too many brackets in brackets"
KEY_OPEN = "Others on this computer can read the key file. Let only yourselves read it: whoever has it can speak in your name."
ONE_FILE = "The words, the key and the file to make are three different files. Nothing was written."
NOT_WRITTEN = "The file could not be written. Choose another place, or free some space."
PUBLISH_IT = (
    "This is its fingerprint. Print it where people can trust it: on paper, in your rooms, on your website. "
    "Keep the key file to yourselves."
)


def until(expires: str) -> str:
    """How long a file holds."""
    return f"Until {spoken_date(date.fromisoformat(expires))}"


def fingerprint(digits: str) -> str:
    """How its key is compared."""
    return f"Fingerprint: {digits}"


def made(path: str, ways: int, expires: date) -> str:
    """A file was made."""
    return f"{path} is made, with {number(ways)} {'way' if ways == 1 else 'ways'} to be heard. It runs out on {spoken_date(expires)}."


def new_key(path: str) -> str:
    """There was no key yet."""
    return f"There was no key, so one was made in {path}. Keep a copy where only you can reach it: people trust this key alone."


def bad_words(why: str) -> str:
    """The words cannot be read."""
    return f"The words cannot be used: {why}."
