"""What was asked of a survey: frozen, the same on every machine that takes part, and kept beside its results."""

from netcurtain.core.evidence import Unsaid


class Asked(Unsaid, frozen=True):
    """How sites are looked at. Times are seconds.

    ``clicks``: how far from each address pages with forms are looked for; 0 looks at the address alone. ``pages``: of one site at most.
    ``delay``: between two loads of one site. ``patience``: how long one load may take until the page is there.
    ``browser_options`` are handed to Chromium as they are, such as a proxy.
    """

    clicks: int = 0
    pages: int = 10
    delay: float = 2.0
    patience: float = 30.0
    type_marker: bool = False
    contact: str = ""
    """An address for those whose sites are visited; part of the user agent."""
    browser_options: tuple[str, ...] = ()


class Address(Unsaid, frozen=True):
    """One line of the list: its number, from 1, the address, and what the list calls it (may be empty)."""

    number: int
    url: str
    label: str = ""
    mistake: bool = False
    """It is no address of a web page, and gets a row that says so."""


class SiteTask(Unsaid, frozen=True):
    """One site with its addresses, in the list's order. Never two pages of it at a time."""

    site: str
    addresses: tuple[Address, ...]
