"""The page's address in the Referer header: of a pixel that needs no script, or that leaves it to the browser, the only place of it."""

from netcurtain.core import decoders
from netcurtain.core.decoders.telling import Telling
from netcurtain.core.domains import host_of, without_query
from netcurtain.core.finding import DecodedField, What

_NAME = "Referer"
_WEB = ("https://", "http://")


def told_by_referer(referer: str, page_address: str = "") -> tuple[DecodedField, ...]:
    """What the header tells of the page; nothing where it names the site alone, as browsers usually write it to another site, or a frame.

    ``page_address`` is the page, where it is known: then all that is no query has to be the same.
    """
    if not referer.startswith(_WEB):
        return ()
    if page_address:
        is_page = without_query(referer).rstrip("/") == without_query(page_address).rstrip("/")
    else:
        is_page = not decoders.has_host(host_of(referer)) and _is_whole(referer)
    if not is_page:
        return ()
    telling = Telling("", "")
    telling.tell(What.PAGE_ADDRESS, referer, _NAME)
    return telling.event(None).told


def _is_whole(referer: str) -> bool:
    """Whether it says more than whose site it is."""
    return "?" in referer or "/" in without_query(referer).partition("://")[2].rstrip("/")
