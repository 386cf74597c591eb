"""What playwright and Chromium say went wrong -> which trouble it is. Pure.

Their own words may quote a page or an address; of them only Chromium's name for the error is kept.
"""

import re

from playwright.async_api import Error

from netcurtain.core import mistake
from netcurtain.link.port import PortError
from netcurtain.survey.trouble import Trouble

MAX_DETAIL = 200
NET_ERROR = re.compile(r"net::(ERR_[A-Z0-9_]+)")

NET_TROUBLES: tuple[tuple[str, Trouble], ...] = (
    ("ERR_CERT", Trouble.CERTIFICATE),
    ("ERR_SSL_CLIENT_AUTH", Trouble.PASSWORD),
    ("ERR_SSL", Trouble.CERTIFICATE),
    ("ERR_BAD_SSL", Trouble.CERTIFICATE),
    ("ERR_TOO_MANY_REDIRECTS", Trouble.REDIRECTS),
    ("ERR_UNSAFE_REDIRECT", Trouble.REDIRECTS),
    ("ERR_TOO_MANY_RETRIES", Trouble.REDIRECTS),
    ("ERR_TIMED_OUT", Trouble.TIMED_OUT),
    ("ERR_CONNECTION_TIMED_OUT", Trouble.TIMED_OUT),
    ("ERR_HTTP_RESPONSE_CODE_FAILURE", Trouble.STATUS),
    ("ERR_INVALID_AUTH_CREDENTIALS", Trouble.PASSWORD),
    ("ERR_UNEXPECTED_PROXY_AUTH", Trouble.PASSWORD),
    ("ERR_PROXY_AUTH", Trouble.PASSWORD),
    ("ERR_INVALID_URL", Trouble.NO_ADDRESS),
    ("ERR_UNKNOWN_URL_SCHEME", Trouble.NO_ADDRESS),
    ("ERR_DISALLOWED_URL_SCHEME", Trouble.NO_ADDRESS),
    ("ERR_OUT_OF_MEMORY", Trouble.TOO_MUCH_MEMORY),
    ("ERR_INSUFFICIENT_RESOURCES", Trouble.TOO_MUCH_MEMORY),
    ("ERR_ABORTED", Trouble.NOT_A_PAGE),
    ("ERR_INTERNET_DISCONNECTED", Trouble.COMPUTER),
    ("ERR_NETWORK_CHANGED", Trouble.COMPUTER),
    ("ERR_NETWORK_ACCESS_DENIED", Trouble.COMPUTER),
    ("ERR_NETWORK_IO_SUSPENDED", Trouble.COMPUTER),
    ("ERR_PROXY_CONNECTION_FAILED", Trouble.COMPUTER),
    ("ERR_", Trouble.NOT_FOUND),
)
"""By how Chromium's name of the error begins; the first that fits. What is not here is some way of not getting through to the site.

A host whose name is not found may be the computer's fault or the site's: one look cannot say (trouble.NOBODY_THERE).
"""

WORD_TROUBLES: tuple[tuple[str, Trouble], ...] = (
    ("Download is starting", Trouble.DOWNLOAD),
    ("Page crashed", Trouble.CRASHED),
    ("Target crashed", Trouble.CRASHED),
    ("has been closed", Trouble.CRASHED),
    ("Target closed", Trouble.CRASHED),
    ("Browser closed", Trouble.CRASHED),
    ("Connection closed", Trouble.CRASHED),
    ("Execution context was destroyed", Trouble.REDIRECTS),
    ("interrupted by another navigation", Trouble.REDIRECTS),
    ("Frame was detached", Trouble.REDIRECTS),
    ("frame got detached", Trouble.REDIRECTS),
    ("Timeout", Trouble.TIMED_OUT),
)
"""By words of playwright's own, where Chromium has no name for it."""


class Failed(Exception):  # noqa: N818 -- it is what became of the page, not a mistake
    """A page cannot be looked at any further. ``detail`` is as in PageSurveyed."""

    def __init__(self, trouble: Trouble, detail: str = "") -> None:
        super().__init__(trouble.value)
        self.trouble = trouble
        self.detail = detail


def failure_of(error: Exception) -> Failed:
    """What an error means for the page's row. What nobody foresaw is a mistake of ours."""
    if isinstance(error, Failed):
        return error
    if isinstance(error, TimeoutError):
        return Failed(Trouble.TIMED_OUT)
    if isinstance(error, PortError | OSError):  # no port, no file, no process: whatever it was for, no page can do that
        return Failed(Trouble.COMPUTER, mistake.named(error)[:MAX_DETAIL])
    if isinstance(error, Error):
        said = error.message
        if named := NET_ERROR.search(said):
            return Failed(net_trouble(named[1]), named[0])
        for words, trouble in WORD_TROUBLES:
            if words in said:
                return Failed(trouble)
    return Failed(Trouble.OURS, mistake.named(error)[:MAX_DETAIL])


def net_trouble(name: str) -> Trouble:
    """Which trouble one of Chromium's errors is: "ERR_CERT_DATE_INVALID" is a certificate's."""
    return next((trouble for begins, trouble in NET_TROUBLES if name.startswith(begins)), Trouble.NOT_FOUND)
