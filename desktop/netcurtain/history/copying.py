"""One visit from one database into another: what *Keep* does with a visit that is in memory. Runs inside history/writing.py's transaction.

Shared names have other numbers there, so each row goes by its words. A row that is there already stays, with what is known more of it.
"""

from dataclasses import dataclass
from typing import Any

from netcurtain.history import shared_names
from netcurtain.history.driver import Database

_PAGES = """INSERT INTO pages (name, url, title, started, from_start, server, ahead, visit, circumstances)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET from_start = min(from_start, excluded.from_start),
        server = CASE WHEN ahead IS NULL THEN excluded.server ELSE server END, ahead = coalesce(ahead, excluded.ahead)"""
_REQUESTS = """INSERT INTO requests (page, name, tracker, fate, after_page) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET fate = max(fate, excluded.fate)"""
_FINDINGS_OF = """SELECT f.after_page, f.tracker, s.text, f.went_out, f.kinds FROM findings f JOIN sentences s ON s.id = f.sentence
    WHERE f.page = ?"""
_FINDINGS = "INSERT OR IGNORE INTO findings (page, after_page, tracker, sentence, went_out, kinds) VALUES (?, ?, ?, ?, ?, ?)"
_FORMS = "INSERT INTO forms (page, name, level) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET level = max(level, excluded.level)"
_CONTACTS = """INSERT INTO contacts (visit, tracker, went_out) VALUES (?, ?, ?)
    ON CONFLICT DO UPDATE SET went_out = max(went_out, excluded.went_out)"""
_COUNT = """UPDATE visits SET rows = (SELECT count(*) FROM pages WHERE visit = visits.id) + (
        SELECT count(*) FROM pages p JOIN requests r ON r.page = p.id WHERE p.visit = visits.id) + (
        SELECT count(*) FROM pages p JOIN findings f ON f.page = p.id WHERE p.visit = visits.id) + (
        SELECT count(*) FROM pages p JOIN forms f ON f.page = p.id WHERE p.visit = visits.id) + (
        SELECT count(*) FROM pages p JOIN consents c ON c.page = p.id WHERE p.visit = visits.id) + (
        SELECT count(*) FROM pages p JOIN submissions s ON s.page = p.id WHERE p.visit = visits.id)
    WHERE id = ?"""


@dataclass(frozen=True, slots=True)
class _Numbers:
    """From the source's numbers to the target's."""

    pages: dict[int, int]
    trackers: dict[int, int]


def copy_visit(source: Database, target: Database, visit: str) -> bool:
    """Copy a visit and mark it as chosen; False where the source does not have it."""
    found = source.execute(
        "SELECT v.id, s.name, v.started, v.last FROM visits v JOIN sites s ON s.id = v.site WHERE v.name = ?", (visit,)
    ).fetchone()
    if found is None:
        return False
    old, site, started, last = found
    (new,) = target.execute(
        """INSERT INTO visits (name, site, started, last, chosen) VALUES (?, ?, ?, ?, 1)
        ON CONFLICT DO UPDATE SET chosen = 1, last = max(last, excluded.last) RETURNING id""",
        (visit, shared_names.site(target, site), started, last),
    ).fetchone()
    numbers = _Numbers(_pages(source, target, old, new), _trackers(source, target, old))
    for tracker, went_out in _rows(source, "SELECT tracker, went_out FROM contacts WHERE visit = ?", old):
        target.execute(_CONTACTS, (new, numbers.trackers[tracker], went_out))
    for page in numbers.pages:
        _of_page(source, target, page, numbers)
    target.execute(_COUNT, (new,))
    return True


def pages_of(source: Database, visit: str) -> list[bytes]:
    """The pages of a visit, by their short names."""
    question = "SELECT p.name FROM pages p JOIN visits v ON v.id = p.visit WHERE v.name = ?"
    return [name for (name,) in source.execute(question, (visit,)).fetchall()]


def _pages(source: Database, target: Database, old: int, new: int) -> dict[int, int]:
    numbers = {}
    question = """SELECT p.id, c.text, p.name, p.url, p.title, p.started, p.from_start, p.server, p.ahead
        FROM pages p LEFT JOIN circumstances c ON c.id = p.circumstances WHERE p.visit = ?"""
    for page, circumstances, name, *rest in _rows(source, question, old):
        is_here = target.execute("SELECT 1 FROM pages WHERE name = ?", (name,)).fetchone() is not None
        target.execute(_PAGES, (name, *rest, new, 0 if is_here else shared_names.circumstances(target, circumstances)))
        (numbers[page],) = target.execute("SELECT id FROM pages WHERE name = ?", (name,)).fetchone()
    return numbers


def _trackers(source: Database, target: Database, old: int) -> dict[int, int]:
    question = """SELECT t.id, h.name, o.name, f.line, f.list FROM contacts c JOIN trackers t ON t.id = c.tracker
        JOIN hosts h ON h.id = t.host JOIN organisations o ON o.id = t.organisation JOIN filters f ON f.id = t.filter WHERE c.visit = ?"""
    return {number: shared_names.tracker(target, *words) for number, *words in _rows(source, question, old)}


def _of_page(source: Database, target: Database, old: int, numbers: _Numbers) -> None:
    page = numbers.pages[old]
    requests = _rows(source, "SELECT name, tracker, fate, after_page FROM requests WHERE page = ?", old)
    for name, tracker, fate, after in requests:
        target.execute(_REQUESTS, (page, name, numbers.trackers[tracker], fate, after))
    for after, tracker, text, went_out, kinds in _rows(source, _FINDINGS_OF, old):
        target.execute(_FINDINGS, (page, after, numbers.trackers[tracker], shared_names.sentence(target, text), went_out, kinds))
    for name, level in _rows(source, "SELECT name, level FROM forms WHERE page = ?", old):
        target.execute(_FORMS, (page, name, level))
    for after, consent in _rows(source, "SELECT after_page, consent FROM consents WHERE page = ?", old):
        target.execute("INSERT OR IGNORE INTO consents (page, after_page, consent) VALUES (?, ?, ?)", (page, after, consent))
    for name, time in _rows(source, "SELECT name, time FROM submissions WHERE page = ?", old):
        target.execute("INSERT OR IGNORE INTO submissions (name, page, time) VALUES (?, ?, ?)", (name, page, time))


def _rows(source: Database, question: str, number: int) -> list[tuple[Any, ...]]:
    return list(source.execute(question, (number,)).fetchall())
