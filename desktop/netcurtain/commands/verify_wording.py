"""Every sentence of `netcurtain verify`."""

from collections.abc import Mapping

from netcurtain.evidence.verifying import State, Unreadable

STATES: Mapping[State, str] = {
    State.WHOLE: "as it was made",
    State.CHANGED: "changed",
    State.MISSING: "missing",
    State.ADDED: "not one of the files that were made together",
}
UNREADABLE: Mapping[Unreadable, str] = {
    Unreadable.NOT_THERE: "This file cannot be read. Check its name and place.",
    Unreadable.NO_COPY: "This file is damaged, or no copy that Netcurtain saved.",
    Unreadable.NO_SUMS: "There is no list of hashes for this file. Keep SHA256SUMS beside it, or give the zip or the locked PDF.",
    Unreadable.OTHER_SUMS: "The file SHA256SUMS with it is not as Netcurtain wrote it, or is from another program.",
    Unreadable.REWRITTEN_SUMS: "Another program changed how the lines of SHA256SUMS begin or end. Take it from the copy again.",
    Unreadable.WRONG_PASSPHRASE: "It does not open with this passphrase.",
    Unreadable.TOO_LARGE: "This is too large for a copy that Netcurtain saved.",
}
WHOLE = "This copy is as it was made."
NOT_WHOLE = "This copy is not as it was made."
WHAT_IT_MEANS = "This says whether the files still belong together. It cannot say who made them, or what was deleted before that."
