"""The tables of the history, made and changed step by step. No table has room for a query, a body or anything a person typed.

    sites <- visits <- pages <- requests, findings, forms, submissions
    hosts, filters, organisations: names that many requests share, each kept once

What belongs to a visit goes with it (ON DELETE CASCADE). The shared names are not references, which would make each deletion look
through every request: history/writing.py sweeps out those that nothing uses any more.

What the windows do not need has no column, such as what a form is about: kept, it could only give the person away.
"""

from sqlite_utils import Database, Migrations

from netcurtain.core.level import FormLevel
from netcurtain.core.request import Fate

FATES = (Fate.ATTEMPTED, Fate.STOPPED_BY_ANOTHER, Fate.STOPPED_BY_US, Fate.SENT, Fate.ANSWERED)
"""``requests.fate`` is a place in here. A fate only moves to the right: what was once seen to go out went out."""
SENT = FATES.index(Fate.SENT)
"""From here on a request was seen to go out."""
LEVELS = (FormLevel.NO, FormLevel.POSSIBLY, FormLevel.SENSITIVE)
"""``forms.level`` is a place in here, and moves to the right only."""
SENSITIVE = LEVELS.index(FormLevel.SENSITIVE)

migrations = Migrations("history")

_FIRST = (
    "CREATE TABLE sites (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT",
    "CREATE TABLE hosts (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT",
    "CREATE TABLE organisations (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT",
    "CREATE TABLE filters (id INTEGER PRIMARY KEY, line TEXT NOT NULL, list TEXT NOT NULL, UNIQUE (line, list)) STRICT",
    # rows: how many rows of the tables below belong to the visit, so that one visit cannot fill the memory
    """CREATE TABLE visits (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, site INTEGER NOT NULL, started REAL NOT NULL,
        rows INTEGER NOT NULL DEFAULT 0) STRICT""",
    "CREATE INDEX visits_by_time ON visits (started)",
    """CREATE TABLE pages (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE,
        visit INTEGER NOT NULL REFERENCES visits ON DELETE CASCADE,
        url TEXT NOT NULL, title TEXT NOT NULL, started REAL NOT NULL) STRICT""",
    "CREATE INDEX pages_of_visit ON pages (visit)",
    """CREATE TABLE requests (page INTEGER NOT NULL REFERENCES pages ON DELETE CASCADE, name TEXT NOT NULL,
        host INTEGER NOT NULL, organisation INTEGER NOT NULL, filter INTEGER NOT NULL,
        fate INTEGER NOT NULL, time REAL NOT NULL,
        PRIMARY KEY (page, name)) STRICT, WITHOUT ROWID""",
    """CREATE TABLE findings (page INTEGER NOT NULL REFERENCES pages ON DELETE CASCADE, time REAL NOT NULL,
        organisation INTEGER NOT NULL, host INTEGER NOT NULL, filter INTEGER NOT NULL,
        went_out INTEGER NOT NULL, sentence TEXT NOT NULL,
        PRIMARY KEY (page, time, organisation, host, filter, sentence)) STRICT, WITHOUT ROWID""",
    """CREATE TABLE forms (page INTEGER NOT NULL REFERENCES pages ON DELETE CASCADE, name TEXT NOT NULL,
        level INTEGER NOT NULL,
        PRIMARY KEY (page, name)) STRICT, WITHOUT ROWID""",
    """CREATE TABLE submissions (name TEXT PRIMARY KEY, page INTEGER NOT NULL REFERENCES pages ON DELETE CASCADE,
        time REAL NOT NULL) STRICT, WITHOUT ROWID""",
    "CREATE INDEX submissions_of_page ON submissions (page)",
)


@migrations()
def m001_first(db: Database) -> None:
    """The first version of every table."""
    for statement in _FIRST:
        db.execute(statement)
