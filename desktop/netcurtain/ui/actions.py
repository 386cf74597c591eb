"""What the windows ask for. desktop.py joins these to the link, the history and the practice page; no window knows how it is done.

A ``done`` may be called from any thread, once or never; ui/later.py brings the answer to the windows' own thread.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from netcurtain.core.evidence import Source
from netcurtain.core.keeping import Deletion, Kept, Unlocking
from netcurtain.core.observation import Choice
from netcurtain.core.partner import Partner
from netcurtain.core.saved_copy import CopyMade, CopyStep, CopyWish, Letters
from netcurtain.core.settings import Retention, Settings
from netcurtain.history.rows import Gap, SiteChange, VisitPage, VisitQuery, VisitRow, VisitStory

Cancel = Callable[[], None]
Progress = Callable[[float], None]
"""Told how far something is, from 0 to 1, from any thread."""


def no_progress(_part: float) -> None:
    """For who does not want to know."""


@dataclass(frozen=True, slots=True)
class PairingCode:
    """A fresh code as a person reads it (``ABCDE-FGHIJ-...``), how many seconds it lives, and the port that the extension calls.

    ``text`` is "" where no code can be had just now; a ``Trouble`` then says why.
    """

    text: str
    seconds: int
    port: int

    def __repr__(self) -> str:
        """Never show the code."""
        return "PairingCode()"


@dataclass(frozen=True, slots=True)
class BrowserRow:
    """A paired browser. ``name`` is the person's own for it, else what it calls itself; times are seconds since 1970."""

    id: str
    name: str
    paired: float
    last_seen: float
    connected: bool


@dataclass(frozen=True, slots=True)
class ListRow:
    """A filter list. ``sentence`` says its date, how old it is and how many filters it has."""

    name: str
    title: str
    in_use: bool
    always_on: bool
    sentence: str


class Actions(Protocol):
    """Everything a person can ask the app for. None of these may wait long: each is called on the windows' thread."""

    def choose(self, submission: str, choice: Choice) -> None:
        """Answer a warning."""

    def visits(self, query: VisitQuery, after: VisitRow | None, limit: int, done: Callable[[VisitPage], None]) -> None:
        """The newest visits that fit, ``limit`` at most; those older than ``after`` where one is given."""

    def companies(self, done: Callable[[tuple[str, ...]], None]) -> None:
        """The names of the companies in the history, those of most visits first (200 at most)."""

    def changes(self, older: str, newer: str, done: Callable[[SiteChange | None], None]) -> None:
        """What changed between two visits to a site; None where one of them is no longer there."""

    def story(self, visit: str, done: Callable[[VisitStory | None], None]) -> None:
        """One visit, explained; None where it is no longer kept."""

    def gaps(self, done: Callable[[tuple[Gap, ...]], None]) -> None:
        """When nothing was taken in, newest first."""

    def forget_visit(self, visit: str, done: Callable[[Deletion], None]) -> None:
        """Delete one visit, wherever it is kept. Where a history is locked, this and the next two answer ``Deletion.locked``."""

    def forget_site(self, site: str, done: Callable[[Deletion], None], progress: Progress = no_progress) -> Cancel:
        """Delete every visit to a site. What it returns stops it, where ``progress`` was told of; what is gone stays gone."""

    def forget_between(self, since: float, until: float, done: Callable[[Deletion], None], progress: Progress = no_progress) -> Cancel:
        """Delete every visit that began or had a page between two moments, in milliseconds since 1970: the last hour, or a day. It is
        stopped as the one before.
        """

    def erase_everything(self, done: Callable[[Deletion], None]) -> None:
        """Delete all there is, in memory and on disk. Needs no passphrase; another history can be made afterwards."""

    def keep_visit(self, visit: str, done: Callable[[bool], None]) -> None:
        """Keep one visit of this session behind the passphrase, with what its open pages still do; or take one that is there already out of
        what is forgotten by time. ``done(False)`` where the history is not open or could not be written, which a ``Trouble`` explains.
        """

    def kept(self) -> Kept:
        """How the history on disk stands."""

    def make_history(self, passphrase: str, retention: Retention, done: Callable[[Unlocking], None]) -> None:
        """Make a history behind a passphrase, open it, and keep pages as ``retention`` says from now on."""

    def open_history(self, passphrase: str, done: Callable[[Unlocking], None]) -> None:
        """Open the history with its passphrase."""

    def lock_history(self) -> None:
        """Lock it at once. Where there is none, nothing happens."""

    def change_passphrase(self, old: str, new: str, done: Callable[[Unlocking], None]) -> None:
        """Give the history another passphrase. ``Unlocking.opened`` says whether it has the new one now."""

    def new_pairing_code(self) -> PairingCode:
        """A fresh code; the one before it stops working."""

    def forget_pairing_code(self) -> None:
        """The code that was shown stops working."""

    def open_practice(self) -> None:
        """Open the practice page in the person's browser."""

    def browsers(self) -> tuple[BrowserRow, ...]:
        """The paired browsers, the one seen last first."""

    def rename_browser(self, browser: str, name: str) -> None:
        """Call a paired browser by a name of the person's own; "" takes it back."""

    def forget_browser(self, browser: str) -> None:
        """End a pairing: its connection drops at once, and it has to be connected anew."""

    def lists(self, done: Callable[[tuple[ListRow, ...]], None]) -> None:
        """Every filter list, our own first."""

    def use_list(self, name: str, on: bool, done: Callable[[str], None]) -> None:
        """Turn a list on or off; ``done`` with one sentence about what came of it."""

    def update_lists(self, done: Callable[[tuple[str, ...]], None], progress: Progress = no_progress) -> Cancel:
        """Look for newer texts of the lists in use now; ``done`` with a sentence a list. What it returns stops it; what is done stays."""

    def save_copy(self, wish: CopyWish, progress: Callable[[CopyStep, float], None], done: Callable[[CopyMade], None]) -> Cancel:
        """Save a copy of a visit or a site. ``progress`` is told the step and how far all of it is, from 0 to 1. What it returns stops it,
        and nothing is written then.
        """

    def copy_source(self, visit: str, done: Callable[[Source | None], None]) -> None:
        """Which facts a copy of this visit would be made from; None where it is no longer there."""

    def letters(self, visit: str, done: Callable[[Letters | None], None]) -> None:
        """Words for a complaint about a visit, to start from; None where it is no longer there."""

    def partners(self) -> tuple[Partner, ...]:
        """Whose file is in use; one that has expired is not."""

    def kept_partners(self) -> tuple[Partner, ...]:
        """Every partner's file that is kept, one that has expired too."""

    def read_partner(self, place: Path) -> Partner | str:
        """What a partner's file would add, before it is used; or one sentence about what is wrong with it."""

    def add_partner(self, place: Path) -> str:
        """Use a partner's file that the person has said yes to; "" or one sentence about what went wrong."""

    def remove_partner(self, name: str) -> None:
        """Use a partner's file no longer."""

    def settings(self) -> Settings:
        """Every answer as it is now."""

    def change_settings(self, settings: Settings) -> None:
        """Keep these answers and follow them from now on."""

    def starts_at_login(self) -> bool | None:
        """Whether the app starts when the person logs in to this computer; None where that cannot be arranged here."""

    def start_at_login(self, on: bool) -> bool:
        """Arrange that, or undo it; whether it was done."""
