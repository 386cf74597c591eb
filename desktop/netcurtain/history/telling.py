"""Who hears of the history, and what of it: one sentence about what is wrong, once until it is put right or the person asks again."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from netcurtain.core.keeping import Acknowledged, Deleted, Kept
from netcurtain.history.trouble import log_bug, trouble_of

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Listeners:
    """Who is told what. All are called on the store's thread, and return at once."""

    trouble: Callable[[str], None]
    changed: Callable[[], None]
    kept_changed: Callable[[Kept], None]
    acknowledged: Callable[[Sequence[Acknowledged]], None]
    deleted: Callable[[Deleted], None]


class Troubles:
    """Tells the same trouble once, until ``over`` or ``asked``."""

    def __init__(self, tell: Callable[[str], None]) -> None:
        self._tell = tell
        self._told = ""

    def tell(self, sentence: str) -> None:
        """Say what is wrong and what to do; it names no site."""
        if sentence != self._told:
            self._told = sentence
            log.warning("%s", sentence)
            self._tell(sentence)

    def failed(self, error: Exception) -> None:
        """The world's failures are told; ours are logged."""
        if trouble := trouble_of(error):
            self.tell(str(trouble))
        else:
            log_bug("a job of the history", error)

    def asked(self) -> None:
        """The person asks for something: what stands in its way is told again, for they may have closed the line that said it."""
        self._told = ""

    def over(self) -> None:
        """All could be written again."""
        self._told = ""
