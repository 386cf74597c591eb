"""Where a page leads on the same site: the links worth following for somebody who looks for a form, the likeliest first.

Following a link must do nothing but show a page. What a link does is not to be known from outside, so one that says by its words that it
does something (signs out, deletes, puts into a basket) is left alone, and so is what the site itself marks as not to be followed.
"""

import asyncio
import re
from collections.abc import Iterable
from urllib.parse import urlsplit

import msgspec
from playwright.async_api import Error, Page

from netcurtain.core.evidence import Unsaid
from netcurtain.survey.sites import site_of

LINK_SECONDS = 8.0
MAX_LINKS = 2000
"""Of one page, that are looked at."""
MAX_ADDRESS = 2000

IN_PAGE = """(links) => links.slice(0, 2000).map((link) => ({
  to: (URL.parse(link.getAttribute('href') ?? '', document.baseURI)?.href ?? '').slice(0, 2001),
  words: (link.innerText ?? '').slice(0, 200),
  kept: !link.hasAttribute('download') && !/\\b(nofollow|external)\\b/i.test(link.rel ?? ''),
}))"""

LIKELY = (
    ("report", "reporting", "rhoi gwybod"),
    ("contact", "cysylltu", "get in touch", "tell us", "talk to us", "speak to us"),
    ("help", "support", "advice", "referral", "refer"),
    ("complain", "complaint", "complaints", "concern", "feedback", "enquiry", "enquiries"),
    ("form", "apply", "application", "register", "request", "book", "appointment", "join", "volunteer"),
    ("donate", "subscribe", "newsletter", "sign up"),
)
"""Words of a link, or of its address, by how likely a form is behind it: the first row first. In English, and the first two in Welsh."""

DOES = re.compile(
    r"log[-_ ]?(out|off)|sign[-_ ]?(out|off)|delete|remove|destroy|erase|unsubscribe|opt[-_ ]?out|cancel|deactivate|reset|revoke|approve"
    r"|vote|(un)?like|(un)?follow|add|add[-_ ]to[-_ ].*|checkout|basket|cart|buy|pay|print|quick[-_ ]?exit|exit",
    re.IGNORECASE,
)
"""The whole of one part of an address, or of a link's words: it may do something, and is left alone. "How to remove a picture" is not."""

FILES = frozenset({
    "7z", "apk", "atom", "avi", "bmp", "bz2", "css", "csv", "dmg", "doc", "docm", "docx", "dot", "dotx", "eot", "eps", "epub", "exe",
    "gif", "gz", "ico", "ics", "iso", "jpeg", "jpg", "js", "json", "key", "mid", "mobi", "mov", "mp3", "mp4", "mpeg", "mpg", "msg",
    "msi", "odp", "ods", "odt", "ogg", "otf", "pages", "pdf", "pkg", "png", "pot", "potx", "ppt", "pptx", "ps", "rar", "rss", "rtf",
    "svg", "tar", "tgz", "tif", "tiff", "ttf", "txt", "vcf", "wav", "webm", "webp", "wmv", "woff", "woff2", "xls", "xlsm", "xlsx",
    "xml", "zip",
})  # fmt: skip
"""How the addresses of what is no page end."""


class Link(Unsaid, frozen=True):
    """A link as the page has it. ``kept``: nothing in its markup says that it is not to be followed, or is a download."""

    to: str
    words: str
    kept: bool


async def links(page: Page) -> tuple[str, ...] | None:
    """http(s) addresses of the page's site, without fragment, each once, the likeliest first. None where the page does not answer."""
    try:
        async with asyncio.timeout(LINK_SECONDS):
            found = msgspec.convert(await page.locator("a[href], area[href]").evaluate_all(IN_PAGE), list[Link])
    except (Error, TimeoutError, msgspec.ValidationError):
        return None
    return worth_following(found, page.url)


def worth_following(found: Iterable[Link], of_page: str) -> tuple[str, ...]:
    """The same, of a page's links."""
    site, here = site_of(of_page), without_fragment(of_page)
    best: dict[str, int] = {}
    for link in found:
        address = without_fragment(link.to)
        if link.kept and address != here and _may_follow(address, link.words, site):
            likely = _likely(address, link.words)
            best[address] = min(best.get(address, likely), likely)
    return tuple(sorted(best, key=lambda address: best[address]))


def without_fragment(url: str) -> str:
    """An address as two links to the same page have it."""
    return url.partition("#")[0]


def _may_follow(address: str, words: str, site: str) -> bool:
    if not address.startswith(("http://", "https://")) or len(address) > MAX_ADDRESS or site_of(address) != site:
        return False
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    ending = parts.path.rpartition("/")[2].rpartition(".")[2].lower()
    if "@" in parts.netloc or ending in FILES:
        return False
    said = [*parts.path.split("/"), *re.split("[&=]", parts.query), words.strip()]
    return not any(DOES.fullmatch(part.partition(".")[0]) for part in said)


def _likely(address: str, words: str) -> int:
    said = " ".join(re.findall(r"[a-z]+", f"{urlsplit(address).path} {words}".lower()))
    return next((row for row, likely in enumerate(LIKELY) if any(re.search(rf"\b{word}\b", said) for word in likely)), len(LIKELY))
