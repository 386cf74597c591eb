"""Every sentence of `netcurtain history` and `netcurtain uninstall`: short, plain, no blame (docs/WORDS.md, "Sentences")."""

from netcurtain.core import wording as core_wording

ASK = "Passphrase"
NONE_GIVEN = "A passphrase is needed: type it, or give it as one line on standard input."
NOTHING_KEPT = "Nothing is kept on this computer."
NO_SUCH_VISIT = "No visit with this ID is kept. To see them all: netcurtain history list"
NO_VISITS = "The history is empty."
DELETED = "Deleted from Netcurtain. Your browser's history, backups and copies you saved may still have it."
IN_MEMORY = "What an open Netcurtain remembers until it closes is in memory alone. To delete that: History, “Forget more…”, “Everything”."
ONE_OR_ALL = "Say which visit you mean, by its ID, or give --all."
NOT_DELETED = "It could not be deleted. Close what else may be using Netcurtain's files, free some space on the disk, then try again."
TRACES = "Deleted from the history, but these files still have something of it. Close Netcurtain and try again:"
KEPT_FOR_GOOD = "kept until you delete it"
SENSITIVE = "a form there asked for something personal"
MORE = "There is more of this visit than is shown here."
NOT_SEEN = "This is what Netcurtain saw. It cannot see everything."
NO_DATE = "no date"
NOT_WRITTEN = "The copy could not be written. Choose another place, or free some space."

NOTHING_OF_OURS = "There are no files of Netcurtain's here."
FILES = "These files are here because of Netcurtain:"
AT_LOGIN = "It also starts when you log in:"
HISTORY_TOO = "A kept history is among them. Once it is removed nobody can open it again, not even with the passphrase."
CLOSE_FIRST = "If Netcurtain is still open, close it first."
REMOVE_ALL = "Remove all of this?"
NOTHING_REMOVED = "Nothing was removed."
REMOVED = "All of it is removed."
NOT_REMOVED = "These could not be removed:"
STILL_OPEN = "Netcurtain is open. Close it, then try again."
WHAT_STAYS = (
    "The program itself is still there: remove it the way it was installed (pip uninstall netcurtain, or delete the folder that it was "
    "installed in). So is the extension: open your browser's extensions page and press “Remove” beside Netcurtain. Your browser's history, "
    "backups and copies you saved are not touched."
)


def wait(seconds: float) -> str:
    """The passphrases before this one were wrong: it is heard later."""
    whole = max(1, round(seconds))
    how_long = f"{core_wording.number(whole)} {'second' if whole == 1 else 'seconds'}"
    return f"The last passphrase was wrong, so Netcurtain waits {how_long} before it tries this one."


def told(companies: int) -> str:
    """How many companies something went to on a visit."""
    return f"{core_wording.companies(companies)} told"


def gap(since: str, until: str) -> str:
    """The history was locked, or Netcurtain was not running."""
    return f"Nothing was kept from {since} until {until}."


def written(visits: int, path: str) -> str:
    """A copy was made, in a file or, where ``path`` is "", on standard output."""
    how_many = f"{core_wording.number(visits).capitalize()} {'visit was' if visits == 1 else 'visits were'} copied"
    return f"{how_many}{f' to {path}' if path else ''}. This copy has no passphrase: whoever finds it can read it."
