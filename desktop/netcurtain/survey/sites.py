"""The list of sites: a CSV file, as people have them, becomes addresses, and these become one task for each site.

Any line may be wrong; it then has a row that says so, and costs no other.
"""

import csv
import hashlib
import io
import ipaddress
import itertools
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from urllib.parse import urlsplit

import msgspec

from netcurtain.core.domains import host_of, registrable_domain
from netcurtain.survey import wording
from netcurtain.survey.asked import Address, SiteTask
from netcurtain.survey.result import SiteSurveyed

MAX_BYTES = 50_000_000
MAX_LINES = 100_000
MAX_ADDRESS = 2_000
MAX_LABEL = 200
MAX_CELL = 131_072
MAX_OF_A_SITE = 1_000
"""Addresses of one site: it is done whole or not at all, and travels in one piece (parcel.py)."""

ADDRESS_HEADS = ("url", "address", "website", "web site", "site", "link", "web address", "homepage", "page", "domain")
"""What a column with addresses is called, the surest first."""
ADDRESS_WORDS = frozenset({"url", "website"})
"""Or it has one of these among other words: "Page URL"."""
LABEL_HEADS = ("name", "label", "title", "organisation", "organization")
DELIMITERS = ",;\t"
ROWS_TO_TELL = 1_000
"""By so many rows it is told which column has the addresses."""

_NO_HEAD = frozenset(":/@")
_SPREADSHEET = b"PK"
"""How a spreadsheet's own file begins."""

_NOT_WEB = re.compile(r"(?!https?:)[a-z][a-z0-9+.-]*:(?!\d)", re.IGNORECASE)
_WEB = re.compile(r"https?://", re.IGNORECASE)
_SCHEME = re.compile(r"https?:(?://)?", re.IGNORECASE)
_HOST = re.compile(r"(?:[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?\.)*[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?|\[[0-9a-f:.]+\]")

Repeats = Mapping[int, tuple[Address, ...]]
"""By the number of the first line with an address: the later lines with the same."""


class SitesError(Exception):
    """The list cannot be read. The message is one sentence that says what to do."""


def read_sites(file: Path) -> tuple[Address, ...]:
    """The addresses of a list, in its order. Raises SitesError."""
    try:
        with file.open("rb") as opened:
            content = opened.read(MAX_BYTES + 1)
    except OSError:
        raise SitesError(wording.NO_LIST) from None
    if len(content) > MAX_BYTES:
        raise SitesError(wording.TOO_MANY)
    if content.startswith(_SPREADSHEET):
        raise SitesError(wording.SPREADSHEET)
    return addresses_in(_text_of(content))


def addresses_in(text: str) -> tuple[Address, ...]:
    """The same of a text; at least one is good. Empty lines, and those that begin with #, are passed over and have no number."""
    rows = _rows(text)
    if not rows:
        raise SitesError(wording.NOTHING_LISTED)
    column = _column(rows)
    label = _label(rows[0], column)
    if _is_head(rows[0], column):
        rows = rows[1:]
    if len(rows) > MAX_LINES:
        raise SitesError(wording.TOO_MANY)
    listed = tuple(_address(number, _cell(row, column), _cell(row, label)) for number, row in enumerate(rows, 1))
    if all(address.mistake for address in listed):
        raise SitesError(wording.NOTHING_LISTED)
    return listed


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


def _text_of(content: bytes) -> str:
    """UTF-8 with or without a mark, what spreadsheets call Unicode, or else as older ones write."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


def _rows(text: str) -> list[list[str]]:
    """At most one more than may be."""
    csv.field_size_limit(MAX_CELL)
    text = text.replace("\0", "")
    try:
        read = csv.reader(_lines(text), delimiter=_delimiter(text))
        full = (row for row in read if any(cell.strip() for cell in row) and not row[0].lstrip().startswith("#"))
        return list(itertools.islice(full, MAX_LINES + 2))
    except csv.Error:
        raise SitesError(wording.NO_LIST) from None


def _lines(text: str) -> Iterable[str]:
    """They end with LF, CR or both, as written. Every other sign that Python takes for an end may stand in a name."""
    return io.StringIO(text, newline="")


def _delimiter(text: str) -> str:
    """What stands most often in the first line that says something; a comma where nothing does."""
    first = next((line for line in _lines(text) if line.strip() and not line.lstrip().startswith("#")), "")
    return max(DELIMITERS, key=first.count)


def _column(rows: Sequence[Sequence[str]]) -> int:
    """Which column has the addresses: of those that are called so, or else of all, the one with the most. The first row may be a head."""
    named = _called_addresses(rows[0])
    if named:
        best = max(named, key=lambda column: _good_in(rows, column))
        if _good_in(rows, best) > (0, 0):
            return best
    return max(range(max(map(len, rows))), key=lambda column: _good_in(rows, column))


def _good_in(rows: Sequence[Sequence[str]], column: int) -> tuple[int, int]:
    """How many cells are addresses beyond doubt, and how many may be."""
    good = [cell for row in rows[:ROWS_TO_TELL] if _url(cell := _cell(row, column))]
    return sum(_WEB.match(cell) is not None for cell in good), len(good)


def _names(row: Sequence[str]) -> list[str]:
    return [" ".join(cell.casefold().replace("_", " ").split()) for cell in row]


def _called_addresses(row: Sequence[str]) -> list[int]:
    """The columns that this row says are addresses, the surest first."""
    names = _names(row)
    within = [name for name in names if not ADDRESS_WORDS.isdisjoint(name.split())]
    return [names.index(head) for head in dict.fromkeys((*ADDRESS_HEADS, *within)) if head in names]


def _is_head(row: Sequence[str], column: int) -> bool:
    """Whether a first row says what the columns are: one without an address, of several cells or a single word."""
    cell = _cell(row, column)
    if _url(cell) or not _NO_HEAD.isdisjoint(cell):
        return False
    return column in _called_addresses(row) or cell.isalpha() or sum(bool(cell.strip()) for cell in row) > 1


def _label(row: Sequence[str], column: int) -> int | None:
    names = _names(row)
    return next((n for head in LABEL_HEADS for n, name in enumerate(names) if name == head and n != column), None)


def _cell(row: Sequence[str], column: int | None) -> str:
    return " ".join(row[column].split()) if column is not None and column < len(row) else ""


def _address(number: int, text: str, label: str) -> Address:
    url = _url(text)
    return Address(number, url or text[:MAX_ADDRESS], label[:MAX_LABEL], mistake=not url)


def _url(text: str) -> str:
    """The address as it is asked for: with a scheme, host in lower case, and no name to sign in with; "" where it is none.

    A fragment is left out, but for those by which a page that is one program knows its parts: "#/report", "#!report".
    """
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
