"""Whose address is it? Hosts, registrable domains and parties, and addresses cut down to what may be shown. Pure text in, text out."""

import re
from dataclasses import dataclass
from functools import lru_cache
from unicodedata import normalize
from urllib.parse import quote

from netcurtain.core.suffixes import site_of

MAX_HOSTS = 10_000
"""Hosts whose place is remembered; pages choose the hosts, so there is an end to it."""

MAX_HOST = 255
"""Letters that a host can have; a longer one is nobody's, and is not taken apart."""

AUTHORITY = re.compile(r"([a-z][a-z0-9+.\-]*)://(?:[^/?#]*@)?(\[[^\]/?#]*\]|[^/?#:]*)", re.IGNORECASE)
"""Scheme (1) and host (2) at the start of an address; what a person signs in with is passed over."""

_PLAIN = re.compile(r"https?://([a-z0-9_.-]*[a-z0-9_-])(?::[0-9]*)?(?=[/?#]|\Z)")
"""The same as browsers write nearly every address: the host (1) needs nothing done to it."""

_USERINFO = re.compile(r"\A([a-z][a-z0-9+.\-]*://)[^/?#]*@", re.IGNORECASE)
_OPAQUE = re.compile(r"(?!about:)([a-z][a-z0-9+.\-]*:)(?!//)", re.IGNORECASE)
_WITH_HOST = ("https://", "http://")
"""How nearly every address begins, which then is not opaque."""
_IPV4 = re.compile(r"\d{1,3}(\.\d{1,3}){3}")
_KEPT_APART = frozenset("ßς")
_ASCII = "".join(map(chr, range(33, 127)))


@dataclass(frozen=True, slots=True)
class Place:
    """A host, its registrable domain, and every name a list may call it by, the most exact first.

    ``www.shop.co.uk`` answers to ``www.shop.co.uk``, ``www.shop.*``, ``shop.co.uk``, ``shop.*``, ``co.uk`` and ``uk``.
    """

    host: str
    site: str
    names: tuple[str, ...]


def host_of(url: str) -> str:
    """The host of an absolute address in lower case and punycode, without port; empty where there is none."""
    if plain := _PLAIN.match(url):
        return plain[1]
    found = AUTHORITY.match(url)
    return plain_host(found[2]) if found else ""


def plain_host(host: str) -> str:
    """A host as browsers write it: lower case, punycode, no dot at its end."""
    host = host.lower().rstrip(".")
    if len(host) > MAX_HOST:
        # Nobody's, and punycode takes long over it.
        return plain_path(host)
    return host if host.isascii() else ".".join(_label(label) for label in re.split("[.\u3002\uff0e\uff61]", host))


def plain_path(text: str) -> str:
    """The rest of an address as browsers write it: what is not ASCII becomes percent signs."""
    return text if text.isascii() else quote(text, safe=_ASCII, errors="replace")


def registrable_domain(host: str) -> str:
    """The part of a host that somebody registered (``shop.co.uk``); an IP address, or a host that is no more than a suffix, is its own."""
    return place_of(host).site


def is_third_party(url_host: str, page_host: str) -> bool:
    """Whether a request leaves the site of the page."""
    return registrable_domain(url_host) != registrable_domain(page_host)


def without_query_values(url: str) -> str:
    """An address for showing and keeping: ``?step=2&a=b`` is ``?step&a``; no fragment, no user name; of ``data:`` and such the scheme.

    A part of the query without ``=`` may be an answer, so it goes. ``background/address.js`` in the extension does the same.
    """
    url, _, query = _without_fragment(url).partition("?")
    names = [part.partition("=")[0] for part in query.split("&") if "=" in part]
    return f"{url}?{'&'.join(names)}" if names else url


def without_query(url: str) -> str:
    """An address without query, fragment and user name."""
    return _without_fragment(url).partition("?")[0]


@lru_cache(maxsize=MAX_HOSTS)
def place_of(host: str) -> Place:
    """What is known of a host, which has to be in lower case and punycode."""
    if host.startswith("[") or _IPV4.fullmatch(host) or len(host) > MAX_HOST:
        return Place(host, host, (host,))
    site = site_of(host)
    suffix = site.partition(".")[2]
    names = []
    for name in _with_parents(host):
        names.append(name)
        if suffix and name.endswith(site):
            names.append(name.removesuffix(suffix) + "*")
    return Place(host, site, tuple(names))


def _with_parents(host: str) -> list[str]:
    labels = host.split(".")
    return [".".join(labels[n:]) for n in range(len(labels))]


def _label(label: str) -> str:
    try:
        if not _KEPT_APART.isdisjoint(label):
            # Browsers keep these letters; Python's older rule would write straße as strasse, which is another host.
            return "xn--" + normalize("NFKC", label).encode("punycode").decode("ascii")
        return label if label.isascii() else label.encode("idna").decode("ascii")
    except UnicodeError:
        return quote(label, errors="replace")


def _without_fragment(url: str) -> str:
    if not url.startswith(_WITH_HOST) and (opaque := _OPAQUE.match(url)):
        return opaque[1]
    address = url.partition("#")[0]
    return _USERINFO.sub(r"\1", address, count=1) if "@" in address else address
