"""What a deletion said, in words: gone, not gone, gone but for what is locked, still in one of our files, or only no more to be opened."""

from netcurtain.core.keeping import Deletion
from netcurtain.ui import wording


def told(deletion: Deletion) -> str:
    """The sentence. It is never called deleted while one of our files still holds something of it."""
    if deletion.unreadable:
        return wording.ERASED_BUT_FILES
    if deletion.traces:
        still = wording.still_in(deletion.traces)
        return f"{still} {wording.KEPT_IS_LOCKED}" if deletion.locked else still
    if deletion.locked:
        return wording.DELETED_BUT_LOCKED
    return wording.DELETED if deletion.gone else wording.NOT_DELETED
