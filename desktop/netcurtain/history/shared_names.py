"""Names that many rows share, each kept once: sites, trackers (a host, its organisation and the filter that says so), sentences,
and what pages were checked with.

Whoever adds a site or a tracker uses it in the same transaction, in the table that history/removing.py looks into: a visit, a contact. A
finding counts its sentence by itself, a page what it was checked with.
"""

from netcurtain.history.driver import Database


def site(db: Database, name: str) -> int:
    """The number of a site."""
    return _id(db, "SELECT id FROM sites WHERE name = ?", "INSERT INTO sites (name) VALUES (?) RETURNING id", name)


def sentence(db: Database, text: str) -> int:
    """The number of a sentence about what a company was told."""
    return _id(db, "SELECT id FROM sentences WHERE text = ?", "INSERT INTO sentences (text) VALUES (?) RETURNING id", text)


def circumstances(db: Database, text: str | None) -> int:
    """The number of what pages were checked with; 0 where nothing is known. Whichever page says so counts it by itself."""
    if not text:
        return 0
    return _id(db, "SELECT id FROM circumstances WHERE text = ?", "INSERT INTO circumstances (text) VALUES (?) RETURNING id", text)


def tracker(db: Database, host: str, organisation: str, line: str, filter_list: str) -> int:
    """The number of a tracker; ``line`` and ``filter_list`` are empty where no filter says so."""
    return _id(
        db,
        "SELECT id FROM trackers WHERE host = ? AND organisation = ? AND filter = ?",
        "INSERT INTO trackers (host, organisation, filter) VALUES (?, ?, ?) RETURNING id",
        _id(db, "SELECT id FROM hosts WHERE name = ?", "INSERT INTO hosts (name) VALUES (?) RETURNING id", host),
        _id(db, "SELECT id FROM organisations WHERE name = ?", "INSERT INTO organisations (name) VALUES (?) RETURNING id", organisation),
        _id(
            db,
            "SELECT id FROM filters WHERE line = ? AND list = ?",
            "INSERT INTO filters (line, list) VALUES (?, ?) RETURNING id",
            line,
            filter_list,
        ),
    )


def _id(db: Database, find: str, add: str, *values: str | int) -> int:
    found = db.execute(find, values).fetchone() or db.execute(add, values).fetchone()
    return int(found[0])
