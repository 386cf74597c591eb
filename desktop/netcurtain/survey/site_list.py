"""The list of sites: a CSV file, as people have them, becomes addresses (sites.py). What stands between two cells, which row is the head,
which column has the addresses and which the names: it is told by what is there.

Any line may be wrong; it then has a row that says so, and costs no other.
"""

import csv
import io
import itertools
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from netcurtain.survey import wording
from netcurtain.survey.asked import Address
from netcurtain.survey.sites import AROUND, MAX_ADDRESS, WEB, SitesError, url_of

MAX_BYTES = 50_000_000
MAX_LINES = 100_000
MAX_LABEL = 200
MAX_CELL = 131_072

ADDRESS_HEADS = ("url", "address", "website", "web site", "site", "link", "web address", "homepage", "page", "domain")
"""What a column with addresses is called, the surest first."""
ADDRESS_WORDS = frozenset({"url", "website"})
"""Or it has one of these among other words: "Page URL"."""
LABEL_HEADS = ("name", "label", "title", "organisation", "organization")
DELIMITERS = ",;\t|"
HEAD_WITHIN = 10
"""Rows of which one may say what the columns are: above it may stand what the list is, and of when."""
ROWS_TO_TELL = 1_000
"""By so many rows it is told which column has the addresses."""

_NO_HEAD = frozenset(":/@")
_SPREADSHEETS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""How the files of spreadsheets' own begin, those of today and those of before 2007."""
_NO_LISTS = re.compile(rb'%PDF|\{\\rtf|\{\s*["}]|\[\s*["{]|<!|<html|<\?xml', re.IGNORECASE)
"""How documents, web pages and programs' files begin."""
_SEPARATOR = re.compile(r'"?sep=(.)"?[,;\t]*', re.IGNORECASE)
"""Excel's own first line, which says what stands between two cells."""
_ADDRESS_WITHIN = re.compile(r"https?:|www\.", re.IGNORECASE)
_AT_END = "netcurtain: the end of the list"
"""A row of ours, behind the last. Where a quotation mark is still open, it is within that."""


def read_sites(file: Path) -> tuple[Address, ...]:
    """The addresses of a list, in its order. Raises SitesError."""
    try:
        with file.open("rb") as opened:
            content = opened.read(MAX_BYTES + 1)
    except OSError:
        raise SitesError(wording.NO_LIST) from None
    if len(content) > MAX_BYTES:
        raise SitesError(wording.TOO_MANY)
    if content.startswith(_SPREADSHEETS):
        raise SitesError(wording.SPREADSHEET)
    if _NO_LISTS.match(content):
        raise SitesError(wording.NO_LIST)
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


def _text_of(content: bytes) -> str:
    """UTF-8 with or without a mark, what spreadsheets call Unicode, or else as older ones write."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


def _rows(text: str) -> list[list[str]]:
    """Some more than may be, at most. Raises SitesError."""
    text = text.replace("\0", "")
    delimiter, text = _delimiter(text)
    rows = _cells(text, delimiter)
    if all(len(row) == 1 for row in rows) and any(delimiter in head and _called_addresses(head.split(delimiter)) for (head,) in rows[:1]):
        rows = _cells("\n".join(row[0] for row in rows), delimiter)  # each line in quotes: a table that was pasted as text
    rows = _below_title(rows)
    return [_joined(row, delimiter) for row in rows] if rows and len(rows[0]) == 1 and _called_addresses(rows[0]) else rows


def _joined(row: list[str], delimiter: str) -> list[str]:
    """Of a list of one column: what looks like the end of a cell may belong to what an address asks for (``?x=1,2``). Elsewhere, behind a
    cell in quotation marks and where words follow it is a note. Nobody writes a tab into an address.
    """
    asks = "?" in row[0] and delimiter not in row[0] and not any(" " in cell for cell in row[1:])
    address = delimiter.join(row).rstrip(delimiter) if asks else row[0]
    return [address.strip().partition("\t")[0]]


def _cells(text: str, delimiter: str) -> list[list[str]]:
    csv.field_size_limit(MAX_CELL)
    try:
        read = csv.reader(itertools.chain(_lines(text), ("\n", _AT_END)), delimiter=delimiter)
        full = (row for row in read if any(cell.strip() for cell in row) and not row[0].lstrip().startswith("#"))
        rows = list(itertools.islice(full, MAX_LINES + HEAD_WITHIN + 1))
    except csv.Error:
        raise SitesError(wording.NO_LIST) from None
    if rows and rows[-1] == [_AT_END]:
        rows.pop()
    else:
        raise SitesError(wording.TOO_MANY if len(rows) > MAX_LINES else wording.OPEN_QUOTE)
    if any(_has_lines(cell) for row in rows for cell in row) and not _is_well_quoted(text, delimiter):
        raise SitesError(wording.LINES_IN_A_CELL)
    return rows


def _has_lines(cell: str) -> bool:
    """Whether a cell goes over several lines and has an address in it: two quotation marks that are never closed make such a pair."""
    return ("\n" in cell or "\r" in cell) and _ADDRESS_WITHIN.search(cell) is not None


def _is_well_quoted(text: str, delimiter: str) -> bool:
    """Whether behind every closing quotation mark the cell ends, as where a spreadsheet wrote a note with lines of its own."""
    try:
        return all(True for _ in csv.reader(_lines(text), delimiter=delimiter, strict=True))
    except csv.Error:
        return False


def _lines(text: str) -> Iterable[str]:
    """They end with LF, CR or both, as written. Every other sign that Python takes for an end may stand in a name."""
    return io.StringIO(text, newline="")


def _delimiter(text: str) -> tuple[str, str]:
    """What stands most often in a line that says what the columns are, or else in the first; or what that one names. And the rest."""
    lines = _lines(text)
    says = (line for line in lines if line.strip() and not line.lstrip().startswith("#"))
    first = next(says, "")
    if (named := _SEPARATOR.fullmatch(first.strip("\r\n"))) and named[1] in DELIMITERS:
        return named[1], "".join(lines)
    tops = (first, *itertools.islice(says, HEAD_WITHIN - 1))
    heads = [line for line in tops if any(_called_addresses(line.split(sign)) for sign in DELIMITERS)]
    # Where no line says what the columns are, an upright line may be of a name or an address: then it counts where nothing else is there.
    upright = bool(heads) or (" | " in first and not any(sign in first for sign in DELIMITERS[:-1]))
    return max(DELIMITERS if upright else DELIMITERS[:-1], key=lambda sign: max(line.count(sign) for line in heads or [first])), text


def _below_title(rows: list[list[str]]) -> list[list[str]]:
    """From the row on that says what the columns are, where one of the first does, and no address stands above it. A title may have such a
    word in it, and a cell below the head: the one with most cells is it, and of equals the first.
    """
    above = itertools.takewhile(lambda row: not any(map(url_of, map(_tidy, row))), rows[:HEAD_WITHIN])
    heads = [number for number, row in enumerate(above) if _called_addresses(row)]
    return rows[max(heads, key=lambda number: sum(map(bool, map(str.strip, rows[number])))) :] if heads else rows


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
    good = [cell for row in rows[:ROWS_TO_TELL] if url_of(cell := _cell(row, column))]
    return sum(WEB.match(cell) is not None for cell in good), len(good)


def _names(row: Sequence[str]) -> list[str]:
    return [" ".join(cell.strip().strip(AROUND).casefold().replace("_", " ").split()) for cell in row]


def _called_addresses(row: Sequence[str]) -> list[int]:
    """The columns that this row says are addresses, the surest first."""
    names = _names(row)
    within = [name for name in names if not ADDRESS_WORDS.isdisjoint(name.split())]
    return [names.index(head) for head in dict.fromkeys((*ADDRESS_HEADS, *within)) if head in names]


def _is_head(row: Sequence[str], column: int) -> bool:
    """Whether a first row says what the columns are: one without an address, of several cells or a single word."""
    cell = _cell(row, column)
    if url_of(cell) or not _NO_HEAD.isdisjoint(cell):
        return False
    return column in _called_addresses(row) or cell.isalpha() or sum(bool(cell.strip()) for cell in row) > 1


def _label(row: Sequence[str], column: int) -> int | None:
    names = _names(row)
    return next((n for head in LABEL_HEADS for n, name in enumerate(names) if name == head and n != column), None)


def _cell(row: Sequence[str], column: int | None) -> str:
    return _tidy(row[column]) if column is not None and column < len(row) else ""


def _tidy(cell: str) -> str:
    return " ".join(cell.split())


def _address(number: int, text: str, label: str) -> Address:
    url = url_of(text)
    return Address(number, url or text[:MAX_ADDRESS], label[:MAX_LABEL], mistake=not url)
