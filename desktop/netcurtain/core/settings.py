"""What the person answered once and can change at any time: frozen values. ``settings.py`` keeps them on disk, ``app.py`` follows them."""

import enum
from typing import Annotated

import msgspec

from netcurtain.core.support import Nation

LOCK_AFTER = 5
"""Minutes until a kept history is locked, unless the person chose otherwise."""


class Retention(enum.StrEnum):
    """How long a page is remembered after the person has left it. The first two answers are in memory alone."""

    FORGET_SOON = "forget_soon"
    UNTIL_CLOSE = "until_close"
    CHOSEN = "chosen"
    DAYS_7 = "days_7"
    DAYS_30 = "days_30"

    @property
    def on_disk(self) -> bool:
        """Whether pages are kept behind a passphrase: the chosen ones, or all of them."""
        return self in (Retention.CHOSEN, Retention.DAYS_7, Retention.DAYS_30)

    @property
    def keeps_all(self) -> bool:
        """Whether every page is kept on disk, without being chosen."""
        return self in (Retention.DAYS_7, Retention.DAYS_30)


class FromTheStart(enum.StrEnum):
    """Whether companies are left out of pages where people report something or ask for help, from the first request on."""

    ALWAYS = "always"
    ASK = "ask"


class ThemeChoice(enum.StrEnum):
    """Light, dark, as the system is, or with the strongest contrast."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


class Language(enum.StrEnum):
    """The windows' language: the system's, where we speak it, or one of ours. It holds from the next start on."""

    SYSTEM = "system"
    ENGLISH = "en"
    WELSH = "cy"


class AlertPlace(enum.StrEnum):
    """Where a warning asks: in the page, in our small window, or in both. The page always says that its form waits."""

    PAGE = "page"
    WINDOW = "window"
    BOTH = "both"


class Settings(msgspec.Struct, frozen=True, omit_defaults=True):
    """Every answer; None is a question that nobody has answered yet. It names no site.

    ``introduced``: the first run was gone through, or skipped. ``stay_on``: whether the app goes on when its window is closed.
    ``nation`` is where other ways are looked for; None is the whole of the UK. ``lock_after`` is minutes without a key or a press in
    our windows until a kept history is locked; 0 only when the screen locks, the computer sleeps or Netcurtain ends. ``text_size`` is
    percent of the usual size.
    """

    introduced: bool = False
    retention: Retention | None = None
    from_the_start: FromTheStart | None = None
    stay_on: bool | None = None
    notifications: bool = False
    nation: Nation | None = None
    lock_after: Annotated[int, msgspec.Meta(ge=0, le=240)] = LOCK_AFTER
    theme: ThemeChoice = ThemeChoice.SYSTEM
    text_size: Annotated[int, msgspec.Meta(ge=100, le=200)] = 100
    language: Language = Language.SYSTEM
    alert: AlertPlace = AlertPlace.BOTH

    @property
    def keeps(self) -> Retention:
        """What holds: without an answer, until the app closes."""
        return self.retention or Retention.UNTIL_CLOSE
