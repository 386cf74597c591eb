"""What the person answered once and can change at any time: frozen values. ``settings.py`` keeps them on disk, ``app.py`` follows them."""

import enum

import msgspec

from netcurtain.core.support import Nation


class Retention(enum.StrEnum):
    """How long a page is remembered after the person has left it. Both answers are in memory alone."""

    FORGET_SOON = "forget_soon"
    UNTIL_CLOSE = "until_close"


class FromTheStart(enum.StrEnum):
    """Whether companies are left out of pages where people report something or ask for help, from the first request on."""

    ALWAYS = "always"
    ASK = "ask"


class Settings(msgspec.Struct, frozen=True, omit_defaults=True):
    """Every answer; None is a question that nobody has answered yet. It names no site.

    ``introduced``: the first run was gone through, or skipped. ``stay_on``: whether the app goes on when its window is closed.
    ``nation`` is where other ways are looked for; None is the whole of the UK.
    """

    introduced: bool = False
    retention: Retention | None = None
    from_the_start: FromTheStart | None = None
    stay_on: bool | None = None
    notifications: bool = False
    nation: Nation | None = None

    @property
    def keeps(self) -> Retention:
        """What holds: without an answer, until the app closes."""
        return self.retention or Retention.UNTIL_CLOSE
