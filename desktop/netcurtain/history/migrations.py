"""The tables of the history, made and changed step by step. No table has room for a query, a body or anything a person typed.

    sites <- visits <- pages <- requests, findings, forms, consents, submissions
    trackers = host + organisation + filter; sentences; circumstances: names that many rows share, each kept once
    contacts: which trackers each visit had to do with, so that neither a list nor a deletion looks through every request
    gaps: when nothing was taken in; sentinel: one row, which a file that can be read has

What belongs to a visit goes with it (ON DELETE CASCADE). The shared names are not references, which would make each deletion look
through every row: history/removing.py takes out those that nothing uses any more. Sentences and circumstances count their own uses. Visits
count their companies, and companies their visits (down in history/removing.py), so that a list of a hundred thousand is filtered without
looking at what they had.

What the windows do not need has no column, such as what a form is about: kept, it could only give the person away. Times are whole
milliseconds since 1970, and long names that are only ever compared are kept short (core/short_names.py): a million requests should be
small. So what happens on a page has its time from when the page came up.
"""

from netcurtain.core.consent import Consent
from netcurtain.core.finding import IdentityKind, What
from netcurtain.core.level import FormLevel
from netcurtain.core.request import Fate
from netcurtain.history.driver import Database, Migrations

FATES = (Fate.ATTEMPTED, Fate.STOPPED_BY_ANOTHER, Fate.STOPPED_BY_US, Fate.SENT, Fate.ANSWERED)
"""``requests.fate`` is a place in here. A fate only moves to the right, but for one: of what was sent it may turn out that nobody
was there, and that it was only attempted.
"""
SENT = FATES.index(Fate.SENT)
"""From here on a request was seen to go out."""
LEVELS = (FormLevel.NO, FormLevel.POSSIBLY, FormLevel.SENSITIVE)
"""``forms.level`` is a place in here, and moves to the right only."""
SENSITIVE = LEVELS.index(FormLevel.SENSITIVE)
CONSENTS = (Consent.BEFORE_CHOICE, Consent.REFUSED, Consent.ACCEPTED)
"""``consents.consent`` is a place in here."""
KINDS = (
    What.PAGE_ADDRESS,
    What.PAGE_TITLE,
    What.REFERRER,
    What.EVENT,
    What.BUTTON_TEXT,
    What.LINK_ADDRESS,
    What.FORM_ID,
    What.FORM_FIELDS,
    What.IDENTITY,
    What.VISITOR_ID,
    What.ACCOUNT,
    What.CONSENT,
    What.OTHER,
    What.TYPED,
    IdentityKind.EMAIL,
    IdentityKind.PHONE,
    IdentityKind.FIRST_NAME,
    IdentityKind.LAST_NAME,
    IdentityKind.GENDER,
    IdentityKind.BIRTH_DATE,
    IdentityKind.CITY,
    IdentityKind.COUNTY,
    IdentityKind.POSTCODE,
    IdentityKind.COUNTRY,
    IdentityKind.EXTERNAL_ID,
)
"""``findings.kinds`` has a bit for each kind of fact, by its place in here; of an identity, for the part of it that was told."""

migrations = Migrations("history")

SENTINEL = "netcurtain"
"""The one word in ``sentinel``."""

_FIRST = (
    "CREATE TABLE sites (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT",
    "CREATE TABLE hosts (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT",
    "CREATE TABLE organisations (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT",
    "CREATE TABLE filters (id INTEGER PRIMARY KEY, line TEXT NOT NULL, list TEXT NOT NULL, UNIQUE (line, list)) STRICT",
    """CREATE TABLE trackers (id INTEGER PRIMARY KEY, host INTEGER NOT NULL, organisation INTEGER NOT NULL, filter INTEGER NOT NULL,
        UNIQUE (host, organisation, filter)) STRICT""",
    "CREATE INDEX trackers_by_organisation ON trackers (organisation)",
    "CREATE INDEX trackers_by_filter ON trackers (filter)",
    "CREATE TABLE sentences (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE, uses INTEGER NOT NULL DEFAULT 0) STRICT",
    # last: the latest moment that is kept of it. rows: how many rows of the tables below belong to it, so that one visit cannot fill the
    # memory; contacts are not counted. chosen: the person pressed Keep
    """CREATE TABLE visits (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, site INTEGER NOT NULL,
        started INTEGER NOT NULL, last INTEGER NOT NULL,
        rows INTEGER NOT NULL DEFAULT 0, chosen INTEGER NOT NULL DEFAULT 0) STRICT""",
    "CREATE INDEX visits_by_time ON visits (started)",
    "CREATE INDEX visits_by_site ON visits (site)",
    # went_out: a request was seen to go out to it
    """CREATE TABLE contacts (visit INTEGER NOT NULL REFERENCES visits ON DELETE CASCADE, tracker INTEGER NOT NULL,
        went_out INTEGER NOT NULL,
        PRIMARY KEY (visit, tracker)) STRICT, WITHOUT ROWID""",
    "CREATE INDEX contacts_by_tracker ON contacts (tracker)",
    """CREATE TABLE pages (id INTEGER PRIMARY KEY, name BLOB NOT NULL UNIQUE,
        visit INTEGER NOT NULL REFERENCES visits ON DELETE CASCADE,
        url TEXT NOT NULL, title TEXT NOT NULL, started INTEGER NOT NULL) STRICT""",
    "CREATE INDEX pages_of_visit ON pages (visit)",
    """CREATE TABLE requests (page INTEGER NOT NULL REFERENCES pages ON DELETE CASCADE, name INTEGER NOT NULL,
        tracker INTEGER NOT NULL, fate INTEGER NOT NULL, after_page INTEGER NOT NULL,
        PRIMARY KEY (page, name)) STRICT, WITHOUT ROWID""",
    """CREATE TABLE findings (page INTEGER NOT NULL REFERENCES pages ON DELETE CASCADE, after_page INTEGER NOT NULL,
        tracker INTEGER NOT NULL, sentence INTEGER NOT NULL, went_out INTEGER NOT NULL,
        PRIMARY KEY (page, after_page, tracker, sentence)) STRICT, WITHOUT ROWID""",
    # an index would take more room than all the counts; a cascade counts down too
    """CREATE TRIGGER finding_added AFTER INSERT ON findings
        BEGIN UPDATE sentences SET uses = uses + 1 WHERE id = new.sentence; END""",
    """CREATE TRIGGER finding_gone AFTER DELETE ON findings BEGIN
        UPDATE sentences SET uses = uses - 1 WHERE id = old.sentence;
        DELETE FROM sentences WHERE id = old.sentence AND uses = 0;
    END""",
    """CREATE TABLE forms (page INTEGER NOT NULL REFERENCES pages ON DELETE CASCADE, name TEXT NOT NULL,
        level INTEGER NOT NULL,
        PRIMARY KEY (page, name)) STRICT, WITHOUT ROWID""",
    """CREATE TABLE submissions (name TEXT PRIMARY KEY, page INTEGER NOT NULL REFERENCES pages ON DELETE CASCADE,
        time INTEGER NOT NULL) STRICT, WITHOUT ROWID""",
    "CREATE INDEX submissions_of_page ON submissions (page)",
    # until is empty while it lasts
    "CREATE TABLE gaps (since INTEGER PRIMARY KEY, until INTEGER) STRICT",
    "CREATE TABLE sentinel (id INTEGER PRIMARY KEY CHECK (id = 1), word TEXT NOT NULL) STRICT",
    f"INSERT INTO sentinel (id, word) VALUES (1, '{SENTINEL}')",  # noqa: S608 - a word of ours
)


@migrations()
def m001_first(db: Database) -> None:
    """The first version of every table, and the sentinel's row."""
    for statement in _FIRST:
        db.execute(statement)


COMPANIES = """(SELECT count(DISTINCT t.organisation) FROM contacts c JOIN trackers t ON t.id = c.tracker
    WHERE c.visit = visits.id AND c.went_out)"""
"""How many companies something went out to on a visit."""
_COMPANY_MET = """EXISTS (SELECT 1 FROM contacts c JOIN trackers t ON t.id = c.tracker WHERE c.visit = new.visit
    AND c.tracker <> new.tracker AND t.organisation = (SELECT organisation FROM trackers WHERE id = new.tracker))"""
_COUNT_VISITS = "UPDATE organisations SET visits = visits + 1 WHERE id = (SELECT organisation FROM trackers WHERE id = new.tracker)"

_SECOND = (
    # what pages were checked with, as JSON; 0 in a page is that nobody knows
    "CREATE TABLE circumstances (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE, uses INTEGER NOT NULL DEFAULT 0) STRICT",
    "ALTER TABLE pages ADD COLUMN circumstances INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE pages ADD COLUMN from_start INTEGER NOT NULL DEFAULT 1",
    # whose clock this computer was ahead of, by how many milliseconds; empty where nobody's is known
    "ALTER TABLE pages ADD COLUMN server TEXT",
    "ALTER TABLE pages ADD COLUMN ahead INTEGER",
    """CREATE TRIGGER page_added AFTER INSERT ON pages WHEN new.circumstances
        BEGIN UPDATE circumstances SET uses = uses + 1 WHERE id = new.circumstances; END""",
    """CREATE TRIGGER page_gone AFTER DELETE ON pages WHEN old.circumstances BEGIN
        UPDATE circumstances SET uses = uses - 1 WHERE id = old.circumstances;
        DELETE FROM circumstances WHERE id = old.circumstances AND uses = 0;
    END""",
    """CREATE TABLE consents (page INTEGER NOT NULL REFERENCES pages ON DELETE CASCADE, after_page INTEGER NOT NULL,
        consent INTEGER NOT NULL,
        PRIMARY KEY (page, after_page)) STRICT, WITHOUT ROWID""",
    # which kinds of facts a finding has: sentences change with the language and with our words; 0 is that nobody knows
    "ALTER TABLE findings ADD COLUMN kinds INTEGER NOT NULL DEFAULT 0",
    # what the list of visits shows and is filtered by
    "ALTER TABLE visits ADD COLUMN companies INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE visits ADD COLUMN sensitive INTEGER NOT NULL DEFAULT 0",
    f"UPDATE visits SET companies = {COMPANIES}",  # noqa: S608 - words of ours
    f"""UPDATE visits SET sensitive = 1
        WHERE id IN (SELECT p.visit FROM forms f JOIN pages p ON p.id = f.page WHERE f.level = {SENSITIVE})""",  # noqa: S608
    f"""CREATE TRIGGER contact_added AFTER INSERT ON contacts WHEN new.went_out
        BEGIN UPDATE visits SET companies = {COMPANIES} WHERE id = new.visit; END""",  # noqa: S608
    f"""CREATE TRIGGER contact_went_out AFTER UPDATE OF went_out ON contacts WHEN new.went_out > old.went_out
        BEGIN UPDATE visits SET companies = {COMPANIES} WHERE id = new.visit; END""",  # noqa: S608
    f"""CREATE TRIGGER form_added AFTER INSERT ON forms WHEN new.level = {SENSITIVE}
        BEGIN UPDATE visits SET sensitive = 1 WHERE id = (SELECT visit FROM pages WHERE id = new.page); END""",  # noqa: S608
    f"""CREATE TRIGGER form_changed AFTER UPDATE OF level ON forms WHEN new.level = {SENSITIVE}
        BEGIN UPDATE visits SET sensitive = 1 WHERE id = (SELECT visit FROM pages WHERE id = new.page); END""",  # noqa: S608
    "DROP INDEX visits_by_time",
    "CREATE INDEX visits_by_time ON visits (started, site, companies)",
    "DROP INDEX visits_by_site",
    "CREATE INDEX visits_by_site ON visits (site, started)",
    "CREATE INDEX visits_sensitive ON visits (started, companies) WHERE sensitive = 1",
    "CREATE INDEX visits_chosen ON visits (started, companies) WHERE chosen = 1",
    # on how many visits a company was met
    "ALTER TABLE organisations ADD COLUMN visits INTEGER NOT NULL DEFAULT 0",
    """UPDATE organisations SET visits = counted.visits FROM (
        SELECT t.organisation, count(DISTINCT c.visit) AS visits FROM contacts c JOIN trackers t ON t.id = c.tracker GROUP BY t.organisation
    ) AS counted WHERE counted.organisation = organisations.id""",
    f"""CREATE TRIGGER company_met AFTER INSERT ON contacts WHEN NOT {_COMPANY_MET}
        BEGIN {_COUNT_VISITS}; END""",
)


@migrations()
def m002_evidence(db: Database) -> None:
    """What a saved copy says besides, and what a long list needs. What was kept before has none of the former."""
    for statement in _SECOND:
        db.execute(statement)
