"""Somebody looks on while much is deleted: they hear how far it is, and may stop it."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field


def unwatched(_part: float) -> None:
    """Nobody wants to know how far it is."""


@dataclass(frozen=True, slots=True)
class Watcher:
    """``progress`` hears how far it is, from 0 to 1, on the store's thread, where there is time to look. ``stopped`` may be set from any
    thread: what is gone by then stays gone.
    """

    progress: Callable[[float], None] = unwatched
    stopped: threading.Event = field(default_factory=threading.Event)


NOBODY = Watcher()
