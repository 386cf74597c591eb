"""What the windows ask for. desktop.py joins these to the link, the history and the practice page; no window knows how it is done.

A ``done`` may be called from any thread, once or never; ui/later.py brings the answer to the windows' own thread.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from netcurtain.core.observation import Choice
from netcurtain.core.settings import Settings
from netcurtain.history.rows import VisitRow, VisitStory


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

    def visits(self, search: str, limit: int, done: Callable[[tuple[VisitRow, ...]], None]) -> None:
        """The newest visits, ``limit`` at most, whose site or companies contain ``search``."""

    def story(self, visit: str, done: Callable[[VisitStory | None], None]) -> None:
        """One visit, explained; None where it is no longer kept."""

    def forget_visit(self, visit: str, done: Callable[[bool], None]) -> None:
        """Delete one visit. ``done(True)`` only once it is gone for good."""

    def forget_site(self, site: str, done: Callable[[bool], None]) -> None:
        """Delete every visit to a site. ``done(True)`` only once they are gone for good."""

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

    def update_lists(self, done: Callable[[tuple[str, ...]], None]) -> None:
        """Look for newer texts of the lists in use now; ``done`` with a sentence a list."""

    def settings(self) -> Settings:
        """Every answer as it is now."""

    def change_settings(self, settings: Settings) -> None:
        """Keep these answers and follow them from now on."""

    def starts_at_login(self) -> bool | None:
        """Whether the app starts when the person logs in to this computer; None where that cannot be arranged here."""

    def start_at_login(self, on: bool) -> bool:
        """Arrange that, or undo it; whether it was done."""
