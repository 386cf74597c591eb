"""What a survey asks: an address as it is asked for, its site, and one task for each site. The list itself is read in site_list.py."""

import hashlib
import ipaddress
import re
from collections.abc import Iterable, Mapping, Sequence
from urllib.parse import urlsplit

import msgspec

from netcurtain.core.domains import host_of, registrable_domain
from netcurtain.survey import wording
from netcurtain.survey.asked import Address, SiteTask
from netcurtain.survey.result import SiteSurveyed

MAX_ADDRESS = 2_000
MAX_OF_A_SITE = 1_000
"""Addresses of one site: it is done whole or not at all, and travels in one piece (parcel.py)."""

AROUND = "<>\"'\u2018\u2019\u201c\u201d\u200b\u2060\ufeff"
"""What comes along where an address is copied out of a letter: signs around it, some of which nobody sees."""
WEB = re.compile(r"https?://", re.IGNORECASE)
_NOT_WEB = re.compile(r"(?!https?:)[a-z][a-z0-9+.-]*:(?!\d)", re.IGNORECASE)
_SCHEME = re.compile(r"https?:(?://)?", re.IGNORECASE)
_HOST = re.compile(r"(?:[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?\.)*[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?|\[[0-9a-f:.]+\]")

Repeats = Mapping[int, tuple[Address, ...]]
"""By the number of the first line with an address: the later lines with the same."""


class SitesError(Exception):
    """The list cannot be read. The message is one sentence that says what to do."""


def tasks(addresses: Iterable[Address]) -> tuple[SiteTask, ...]:
    """One for each site, in the list's order. What is asked twice is in it once (``repeats``); lines that are no address are together.

    Raises SitesError where a site has too many.
    """
    by_site: dict[str, dict[str, Address]] = {}
    for address in addresses:
        site = "" if address.mistake else site_of(address.url)
        key = str(address.number) if address.mistake else address.url
        by_site.setdefault(site, {}).setdefault(key, address)
        if site and len(by_site[site]) > MAX_OF_A_SITE:
            raise SitesError(wording.too_many_of(site, MAX_OF_A_SITE))
    return tuple(SiteTask(site, tuple(of_it.values())) for site, of_it in by_site.items())


def repeats(addresses: Iterable[Address]) -> Repeats:
    """Which lines ask what an earlier one asked."""
    first: dict[str, int] = {}
    again: dict[int, list[Address]] = {}
    for address in addresses:
        if not address.mistake and (number := first.setdefault(address.url, address.number)) != address.number:
            again.setdefault(number, []).append(address)
    return {number: tuple(lines) for number, lines in again.items()}


def with_repeats(found: SiteSurveyed, again: Repeats) -> SiteSurveyed:
    """A site's result with rows for the lines that ask the same once more: the same pages under their number and label."""
    copies = tuple(
        msgspec.structs.replace(
            page, name=page.name.replace(f"{page.number:04d}", f"{line.number:04d}", 1), number=line.number, label=line.label
        )
        for page in found.pages
        for line in again.get(page.number, ())
    )
    return msgspec.structs.replace(found, pages=(*found.pages, *copies)) if copies else found


def hash_of(addresses: Sequence[Address]) -> str:
    """Stands for the whole list: another list has another."""
    return hashlib.sha256(msgspec.msgpack.encode(addresses)).hexdigest()


def site_of(url: str) -> str:
    """The site of an address: its registrable domain; of an IP address, and of a name on this computer (x.localhost), the host."""
    host = host_of(url)
    return host if host.endswith(".localhost") else registrable_domain(host)


def url_of(text: str) -> str:
    """The address as it is asked for: with a scheme, host in lower case, and no name to sign in with; "" where it is none.

    A fragment is left out, but for those by which a page that is one program knows its parts: "#/report", "#!report".
    """
    text = text.strip(AROUND)
    if not text or len(text) > MAX_ADDRESS or not text.isprintable() or _NOT_WEB.match(text):
        return ""
    bare = not _SCHEME.match(text) and not text.startswith("//")
    scheme = "http" if text[:5].lower() == "http:" else "https"
    rest = text if bare else _SCHEME.sub("", text, count=1).removeprefix("//")
    try:
        parts = urlsplit(f"{scheme}://{rest}")
        port = parts.port
    except ValueError:
        return ""
    host = host_of(f"{scheme}://{parts.netloc}/")
    if not _HOST.fullmatch(host) or parts.username is not None or (bare and port is None and not _may_be_host(host)):
        return ""
    path = parts.path.replace(" ", "%20") or "/"
    fragment = f"#{parts.fragment.replace(' ', '%20')}" if parts.fragment.startswith(("/", "!")) else ""
    return f"{scheme}://{host}{f':{port}' if port is not None else ''}{path}{f'?{parts.query}' if parts.query else ''}{fragment}"


def _may_be_host(name: str) -> bool:
    """Whether a word alone is meant as a host: "police.uk" is, "Reports" and "2.5" are not."""
    if name == "localhost":
        return True
    if "." in name and not name.rpartition(".")[2].isdigit():
        return True
    try:
        ipaddress.ip_address(name.strip("[]"))
    except ValueError:
        return False
    return True
