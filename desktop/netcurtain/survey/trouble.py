"""What can go wrong with one page of a survey, told apart so that its row can say so. The sentences are in wording.py."""

import enum


class Trouble(enum.StrEnum):
    """Why a page was not looked at, or not wholly. It costs this page's row and nothing else."""

    NO_ADDRESS = "no_address"
    """The line holds no http or https address."""
    ROBOTS = "robots"
    """The site asks programs not to visit this page."""
    NOT_FOUND = "not_found"
    """Its name is not known, or nobody answers there."""
    STATUS = "status"
    """The server answered with an error; its number is in ``detail``."""
    NOT_A_PAGE = "not_a_page"
    """A picture, a PDF or the like."""
    DOWNLOAD = "download"
    """The address is a file to be downloaded."""
    PASSWORD = "password"  # noqa: S105 -- a word, not a secret
    """It asks for a name and a password."""
    CERTIFICATE = "certificate"
    REDIRECTS = "redirects"
    """It leads on and on."""
    TIMED_OUT = "timed_out"
    """It did not answer, or did not come up, in time."""
    BUSY = "busy"
    """Its scripts ran without an end, and the browser was stopped."""
    TOO_LARGE = "too_large"
    """It sent more than is taken of one page."""
    TOO_MUCH_MEMORY = "too_much_memory"
    CRASHED = "crashed"
    """The tab or the browser crashed."""
    WINDOWS = "windows"
    """It opened window after window."""
    NO_LINK = "no_link"
    """The extension did not connect, or was gone in the middle: a fault of the computer that looked."""
    COMPUTER = "computer"
    """The computer that looked was offline, or something on it failed: its browser, its disk, a port."""
    NO_ANSWER = "no_answer"
    """Nobody answers, and whether that is the site's fault or that of the computer that looked, it could not find out (way_out.py)."""
    WORKER_LOST = "worker_lost"
    """The machine that looked at it was lost, again and again."""
    OURS = "ours"
    """A mistake of ours; its kind is in ``detail``."""


NOBODY_THERE = frozenset(
    {
        "net::ERR_NAME_NOT_RESOLVED",
        "net::ERR_NAME_RESOLUTION_FAILED",
        "net::ERR_ADDRESS_UNREACHABLE",
        "net::ERR_CONNECTION_REFUSED",
        "net::ERR_CONNECTION_RESET",
        "net::ERR_TUNNEL_CONNECTION_FAILED",
        "net::ERR_SOCKS_CONNECTION_FAILED",
    }
)
"""A page's ``detail`` where the site is not there, or the computer that looked has no way out: they look the same (way_out.py)."""
UNLOOKED = "not looked at"
"""A page's ``detail`` where the computer had no way out, and nobody looked at the page."""
NOT_THE_PAGE = frozenset({Trouble.STATUS, Trouble.PASSWORD, Trouble.NOT_A_PAGE})
"""What was seen with one of these is not the page that was asked for, but what came up in its place."""
