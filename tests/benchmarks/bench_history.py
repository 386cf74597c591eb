"""A locked history of a hundred thousand and of a million requests, encrypted, in a file: ``make bench-history``.

    --requests N ...   other sizes
    --a-page N         flagged requests of a page; 20 unless said otherwise
    --folder DIR       where the files are made and removed; the largest takes 70 MB

What long_history.py makes is written by history/writing.py itself. Times are medians; of a few sites each is deleted once, and the first
has the most visits. "by the clock" is what a person waits; "of the processor" is the part that a busy computer changes less, without the
disk's. Compare figures of one run: the ratio of two sizes says more than either.
"""

import argparse
import statistics
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from functools import partial
from itertools import islice, pairwise, repeat
from pathlib import Path

from tests.benchmarks.long_history import NOON, LongHistory

from netcurtain.core.record import PageRecord, Record
from netcurtain.history import evidence, listing, stories
from netcurtain.history.changes import compared
from netcurtain.history.database import wipe
from netcurtain.history.doomed import needles_of, not_elsewhere
from netcurtain.history.driver import Database
from netcurtain.history.kept_file import KeptFile
from netcurtain.history.kept_folder import KeptFolder
from netcurtain.history.rows import VisitQuery, VisitRow
from netcurtain.history.seen import seen
from netcurtain.history.traces import traces
from netcurtain.history.vault import Vault
from netcurtain.history.writing import IN_FILE, Writer

SIZES = (100_000, 1_000_000)
IN_ONE_COMMIT = 100
"""Visits, while a history is made."""
A_PAGE = 101
"""Visits of a page of the list, and one to know whether there are more."""
ASKED = {
    "all visits": VisitQuery(),
    "search for s": VisitQuery(search="s"),
    "search for site7": VisitQuery(search="site7"),
    "search for site77.": VisitQuery(search="site77."),
    "search for company 0": VisitQuery(search="company 0"),
    "search for company 99": VisitQuery(search="company 99"),
    "search for nothing there": VisitQuery(search="zzz"),
    "a site": VisitQuery(site="site0.example"),
    "sensitive": VisitQuery(sensitive=True),
    "told": VisitQuery(told=True),
    "chosen": VisitQuery(chosen=True),
    "all at once": VisitQuery("site", "Company 0", "", True, True, False),
}
PASSPHRASE = "seven green bottles"
ROUNDS = 50
OPENED = 5
SITES_DELETED = ("site0.example", "site3.example", "site30.example", "site300.example", "site301.example")
VISITS_OF_A_SITE = "SELECT v.name, v.rows FROM visits v JOIN sites s ON s.id = v.site WHERE s.name = ?"

Figures = Mapping[str, float]
Work = Callable[[], object]


def main() -> None:
    """Print a line for each figure: one column a size, and by how much it grew."""
    asked = _arguments()
    columns = [_measured(LongHistory(asked.a_page), size, asked.folder) for size in asked.requests]
    print(_line("", *(f"{size:,}" for size in asked.requests), "growth"))
    for name in columns[0]:
        values = [column[name] for column in columns]
        print(_line(name, *(f"{value:,.1f}" for value in values), f"{values[-1] / values[0]:.2f}" if values[0] else ""))


def _measured(history: LongHistory, size: int, where: Path | None) -> Figures:
    with tempfile.TemporaryDirectory(dir=where) as name:
        folder = Path(name) / "history"
        KeptFolder(folder).ready()
        key = Vault(folder).make(PASSPHRASE)
        visits = _fill(folder, key, history.visits(size))
        opening = _times("opening", (partial(_open, folder) for _ in range(OPENED)))
        with closing(KeptFile(folder).open(key).db) as db:
            (requests,) = db.execute("SELECT count(*) FROM requests").fetchone()
            bytes_a_request = KeptFolder(folder).database.stat().st_size / requests
            return {
                "visits": float(len(visits)),
                "bytes a request": bytes_a_request,
                **opening,
                **_reading(db, visits),
                **_deleting(db, folder, key),
            }


def _fill(folder: Path, key: bytes, visits: Iterator[tuple[Record, ...]]) -> list[str]:
    """Write them; the names of the visits."""
    names = []
    with closing(KeptFile(folder).open(key).db) as db:
        writer = Writer(db, IN_FILE)
        while some := list(islice(visits, IN_ONE_COMMIT)):
            writer.keep([record for visit in some for record in visit])
            names += [first.visit for first, *_ in some if isinstance(first, PageRecord)]
        wipe(db)
    return names


def _open(folder: Path) -> None:
    """From the passphrase to the list, with every look at the file's health."""
    with closing(KeptFile(folder).open(Vault(folder).open(PASSPHRASE)).db) as db:
        listing.visits(db, VisitQuery(), None, A_PAGE)


def _reading(db: Database, visits: Sequence[str]) -> Figures:
    some = visits[:: max(1, len(visits) // ROUNDS)]
    deep = listing.visit(db, visits[len(visits) // 10])
    names = list(listing.companies(db))
    asked = {**ASKED, "the company of most visits": VisitQuery(company=names[0]), "of fewest": VisitQuery(company=names[-1])}
    lists = {f"{name}, {where}": partial(_list, db, query, after) for name, query in asked.items() for where, after in _places(deep)}
    return {
        **{f"{what}, ms": next(iter(_times(what, repeat(work, ROUNDS)).values())) for what, work in lists.items()},
        **_times("companies", repeat(partial(listing.companies, db), ROUNDS)),
        **_times("one visit", (partial(stories.story, db, visit) for visit in some)),
        **_times("two visits compared", (partial(_compare, db, first, second) for first, second in pairwise(some))),
        **_times("facts of a visit", (partial(evidence.evidence, [db], "site", [visit], NOON) for visit in some)),
        **_times("facts of a site, of its 200 newest visits", [partial(_facts, db, SITES_DELETED[0])]),
    }


def _places(deep: VisitRow | None) -> Sequence[tuple[str, VisitRow | None]]:
    return ("the first page", None), ("deep down", deep)


def _list(db: Database, query: VisitQuery, after: VisitRow | None) -> Sequence[VisitRow]:
    return listing.visits(db, query, after, A_PAGE)


def _compare(db: Database, one: str, other: str) -> None:
    both = [found for found in (seen(db, one), seen(db, other)) if found is not None]
    compared(*both)


def _facts(db: Database, site: str) -> None:
    rows = listing.visits(db, VisitQuery(site=site), None, evidence.MOST_VISITS)
    evidence.evidence([db], site, [row.visit for row in rows], NOON)


def _deleting(db: Database, folder: Path, key: bytes) -> Figures:
    """A few sites, each with all its visits; and then words of theirs looked for in every file, in plain and decrypted."""
    writer = Writer(db, IN_FILE)
    found = {site: db.execute(VISITS_OF_A_SITE, (site,)).fetchall() for site in SITES_DELETED}
    words = {site: needles_of(db, [visit for visit, _ in visits]) for site, visits in found.items()}
    first, *others = SITES_DELETED
    return {
        "rows of the largest site": float(sum(rows for _, rows in found[first])),
        **_times("the largest site deleted", [partial(writer.forget_site, first)]),
        **_times("another site deleted", (partial(writer.forget_site, site) for site in others)),
        **_times("a site's words searched for", (partial(_search, db, folder, key, words[site]) for site in SITES_DELETED)),
    }


def _search(db: Database, folder: Path, key: bytes, words: Sequence[str]) -> None:
    traces(folder, key, not_elsewhere(db, words))


def _times(name: str, works: Iterable[Work]) -> Figures:
    """Medians in milliseconds, by both clocks."""
    taken = []
    for work in works:
        clock, processor = time.perf_counter(), time.process_time()
        work()
        taken.append((time.perf_counter() - clock, time.process_time() - processor))
    clock, processor = (statistics.median(times) * 1000 for times in zip(*taken, strict=True))
    return {f"{name}, ms by the clock": clock, f"{name}, ms of the processor": processor}


def _line(name: str, *values: str) -> str:
    return name.ljust(60) + "".join(value.rjust(12) for value in values)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("--requests", type=int, nargs="+", default=list(SIZES))
    parser.add_argument("--a-page", type=int, default=20)
    parser.add_argument("--folder", type=Path)
    return parser.parse_args()


if __name__ == "__main__":
    main()
