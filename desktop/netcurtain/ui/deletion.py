"""What a deletion said, in words: gone, not gone, gone but for what is locked, or still in one of our files."""

from netcurtain.core.keeping import Deletion
from netcurtain.ui import wording


def told(deletion: Deletion) -> str:
    """The sentence. It is never called deleted while one of our files still holds something of it."""
    if deletion.traces:
        still = wording.still_in(deletion.traces)
        return f"{still} {wording.KEPT_IS_LOCKED}" if deletion.locked else still
    if deletion.locked:
        return wording.DELETED_BUT_LOCKED
    return wording.DELETED if deletion.gone else wording.NOT_DELETED
