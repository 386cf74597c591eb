"""What a new passphrase has to be: what the history can be locked with, typed twice alike. Nothing else is asked of it. Pure."""

from netcurtain.history.vault import LONGEST as LONGEST
from netcurtain.history.vault import fault_of
from netcurtain.ui.passphrase import wording


def fault(passphrase: str, again: str) -> str:
    """A sentence about what is amiss, "" where nothing is."""
    return fault_of(passphrase) or ("" if passphrase == again else wording.NOT_THE_SAME)
