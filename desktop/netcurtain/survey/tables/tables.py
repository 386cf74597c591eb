"""A survey as tables: pages (one row a page) and results (one row a page and company), each as Parquet and as CSV; columns.csv says what
the columns mean. Site by site as they come, so that a long survey needs no more memory than a short one.

    write(sites, folder) -> the files, each whole or not there

CSV is made for spreadsheets: UTF-8 with its mark at the beginning, TRUE and FALSE, times as 2026-08-13 14:00:00 (UTC), several texts in a
cell with "; " between. No text is one that a spreadsheet would take for a formula, or for a day, as it would the page "2026-01": it has
a "'" before it. So has what follows a ";" within a text, where some spreadsheets begin another cell.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from netcurtain.survey.result import SiteSurveyed
from netcurtain.survey.tables import tables_wording as wording
from netcurtain.survey.tables.columns import PAGES, RESULTS, Cell, Column, Holds, Row, company_rows, page_rows
from netcurtain.survey.whole import whole

EXPLAINED = "columns.csv"
ROWS_AT_ONCE = 2_000
MAX_CELL = 32_000
"""Characters of a cell; a spreadsheet takes 32,767."""

_TYPES = {
    Holds.TEXT: pa.string(),
    Holds.NUMBER: pa.int64(),
    Holds.SECONDS: pa.float64(),
    Holds.YES_NO: pa.bool_(),
    Holds.TIME: pa.timestamp("ms", tz="UTC"),
    Holds.TEXTS: pa.list_(pa.string()),
    Holds.SENTENCES: pa.list_(pa.string()),
}
_BETWEEN = {Holds.TEXTS: "; ", Holds.SENTENCES: " "}
_FORMULA = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")
_AFTER_SEMICOLON = re.compile(rf";([\s\"]*)(?=[{re.escape(''.join(_FORMULA))}])")
_PART_OF_A_DAY = r"(?:\d{1,4}|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)"
_DAY_OR_TIME = re.compile(rf"(?=.*\d)\s*{_PART_OF_A_DAY}(?:\s*[\s/:,-]\s*{_PART_OF_A_DAY}){{1,2}}\s*", re.IGNORECASE)
_CONTROLS = dict.fromkeys((*range(32), *range(127, 160)), " ")


def write(sites: Iterable[SiteSurveyed], folder: Path) -> tuple[Path, ...]:
    """Write all tables into a folder that is there; those of an earlier run are replaced. Raises OSError."""
    with ExitStack() as stack:
        pages = stack.enter_context(_table("pages", PAGES, folder))
        results = stack.enter_context(_table("results", RESULTS, folder))
        explained = stack.enter_context(_csv(folder / EXPLAINED))
        _explain(explained)
        for site in sites:
            pages.take(page_rows(site))
            results.take(company_rows(site))
    return (*pages.files, *results.files, folder / EXPLAINED)


def schema(columns: Sequence[Column]) -> pa.Schema:
    """What a Parquet file holds; each field carries its meaning."""
    return pa.schema([pa.field(one.name, _TYPES[one.holds], metadata={"meaning": wording.MEANINGS[one.name]}) for one in columns])


def cell_in_csv(cell: Cell, holds: Holds) -> str:
    """A cell as a spreadsheet reads it."""
    match cell:
        case None:
            return ""
        case bool():
            return "TRUE" if cell else "FALSE"
        case int() | float():
            return f"{cell:.12g}"
        case datetime():
            return f"{cell:%Y-%m-%d %H:%M:%S}"
        case tuple():
            return _text(_BETWEEN[holds].join(cell))
        case text:
            return _text(text)


def _text(text: str) -> str:
    """One line, no formula, no day, and not longer than a spreadsheet takes. What begins with a control character has a space there now."""
    line = text if text.isprintable() else text.translate(_CONTROLS)
    if ";" in line:
        line = _AFTER_SEMICOLON.sub(r";\1'", line)
    if line.lstrip().startswith(_FORMULA) or _DAY_OR_TIME.fullmatch(line):
        line = f"'{line}"
    return line if len(line) <= MAX_CELL else f"{line[: MAX_CELL - 1]}\u2026"


class _Table:
    """One table while it is written, in both forms."""

    def __init__(self, columns: Sequence[Column], parquet: pq.ParquetWriter, rows: Any, files: tuple[Path, Path]) -> None:
        self._columns = columns
        self._schema = schema(columns)
        self._parquet = parquet
        self._csv = rows
        self._waiting: list[list[Cell]] = []
        self.files = files

    def take(self, rows: Iterable[Row]) -> None:
        """Further rows."""
        for row in rows:
            cells = [column.cell(row) for column in self._columns]
            self._csv.writerow([cell_in_csv(cell, column.holds) for cell, column in zip(cells, self._columns, strict=True)])
            self._waiting.append(cells)
            if len(self._waiting) >= ROWS_AT_ONCE:
                self.flush()

    def flush(self) -> None:
        """What is waiting goes into the Parquet file."""
        if self._waiting:
            arrays = [
                pa.array(values, type=field.type) for values, field in zip(zip(*self._waiting, strict=True), self._schema, strict=True)
            ]
            self._parquet.write_batch(pa.record_batch(arrays, schema=self._schema))
            self._waiting.clear()


@contextmanager
def _table(name: str, columns: Sequence[Column], folder: Path) -> Iterator[_Table]:
    places = folder / f"{name}.parquet", folder / f"{name}.csv"
    with whole(places[0]) as parquet, _csv(places[1]) as rows, pq.ParquetWriter(parquet, schema(columns), compression="zstd") as writer:
        rows.writerow([column.name for column in columns])
        table = _Table(columns, writer, rows, places)
        yield table
        table.flush()


def _explain(rows: Any) -> None:
    rows.writerow(wording.COLUMNS)
    for table, columns in (("pages", PAGES), ("results", RESULTS)):
        rows.writerows((table, column.name, column.holds, wording.MEANINGS[column.name]) for column in columns)


@contextmanager
def _csv(place: Path) -> Iterator[Any]:
    with whole(place) as file:
        text = io.TextIOWrapper(file, encoding="utf-8-sig", errors="replace", newline="")
        yield csv.writer(text)
        text.flush()
        text.detach()
