"""How a kept history stands, and what became of what should go into it or out of it: words of the history, the link and the windows."""

import enum
from dataclasses import dataclass


class Kept(enum.StrEnum):
    """The history on disk: there is none, it is locked, or it is open."""

    NONE = "none"
    LOCKED = "locked"
    OPEN = "open"


class Stored(enum.StrEnum):
    """What became of a submission's record. Each ends the resending."""

    STORED = "stored"
    """On disk, behind the passphrase."""
    IN_MEMORY = "in_memory"
    """Until the app ends, as the person asked."""
    NOT_WANTED = "not_wanted"
    """A private window, a paused visit, one that the person does not want kept, or a form that was not sent."""
    LOCKED = "locked"
    """The history is locked, so nothing is taken in."""
    UNKNOWN_PAGE = "unknown_page"
    """Nothing is known of its page: the app was started anew since."""
    DISK = "disk"
    """The disk is full, or the history could not be written, which the window says; or the history was closed or far behind."""


@dataclass(frozen=True, slots=True)
class Acknowledged:
    """One submission, by its uuid, and what became of it; told after the commit."""

    submission: str
    stored: Stored


@dataclass(frozen=True, slots=True)
class Deletion:
    """What became of a deletion. ``gone``: it is in no file of ours any more. ``traces``: our files that still hold something of it.

    ``locked``: it is gone from memory, and nobody can know whether the history on disk has it too, which is locked. It then goes at the
    next opening; what is more than a single visit, unless Netcurtain ends before.

    ``stopped``: the person stopped it. What was gone by then stays gone, and the rest is still there.

    ``unreadable``: everything was to go, and the key has gone, so that the files in ``traces``, which could not be removed, open no more.
    Nobody tries again by itself.
    """

    gone: bool
    traces: tuple[str, ...] = ()
    locked: bool = False
    stopped: bool = False
    unreadable: bool = False


@dataclass(frozen=True, slots=True)
class Deleted:
    """What a person has deleted: visits by name, every visit to a site, or everything."""

    visits: frozenset[str] = frozenset()
    site: str = ""
    everything: bool = False

    def has(self, visit: str, site: str) -> bool:
        """Whether a visit to a site is among it."""
        return self.everything or visit in self.visits or (site != "" and site == self.site)


@dataclass(frozen=True, slots=True)
class Unlocking:
    """What became of a passphrase. ``sentence`` says what to do where it did not open, or what was found where it did; ``wait`` is seconds
    until another try is heard.
    """

    opened: bool
    sentence: str = ""
    wait: float = 0.0
