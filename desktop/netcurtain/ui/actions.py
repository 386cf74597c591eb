"""What the windows ask for. desktop.py joins these to the link, the history and the practice page; no window knows how it is done.

A ``done`` may be called from any thread, once or never; ui/later.py brings the answer to the windows' own thread.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from netcurtain.core.observation import Choice
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
