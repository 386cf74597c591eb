"""A history that version 1 kept opens, tells the same, and goes on like one that was begun today."""

from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from tests.history.test_removing import broken

from netcurtain.core.consent import Consent
from netcurtain.core.evidence import Circumstances
from netcurtain.core.request import Fate
from netcurtain.history import listing, migrations, reading, stories, wording
from netcurtain.history.beside import Beside
from netcurtain.history.database import encrypted
from netcurtain.history.driver import Database
from netcurtain.history.driver import dbapi2 as sqlite3
from netcurtain.history.evidence import evidence
from netcurtain.history.kept_file import KeptFile
from netcurtain.history.kept_folder import KeptFolder
from netcurtain.history.reading import Shown
from netcurtain.history.rows import Change, Doubt, VisitQuery
from netcurtain.history.trouble import StoreError
from netcurtain.history.writing import IN_FILE, Writer

KEY = bytes(range(32))
KEPT = (
    "INSERT INTO sites VALUES (1, 'police.example'), (2, 'library.example')",
    "INSERT INTO hosts VALUES (1, 'www.facebook.com'), (2, 'graph.facebook.com'), (3, 'www.google.example')",
    "INSERT INTO organisations VALUES (1, 'Meta (Facebook)'), (2, 'Google')",
    "INSERT INTO filters VALUES (1, '||facebook.com/tr', 'EasyPrivacy'), (2, '', '')",
    "INSERT INTO trackers VALUES (1, 1, 1, 1), (2, 2, 1, 1), (3, 3, 2, 2)",
    "INSERT INTO visits VALUES (1, 'v1', 1, 1000, 1900, 6, 0), (2, 'v2', 2, 2000, 2000, 2, 1)",
    "INSERT INTO contacts VALUES (1, 1, 1), (1, 2, 1), (2, 1, 0), (2, 3, 0)",
    "INSERT INTO pages VALUES (1, x'01', 1, 'https://police.example/', 'R', 1000), (2, x'02', 2, 'https://library.example/', '', 2000)",
    "INSERT INTO requests VALUES (1, 11, 1, 3, 100), (1, 12, 2, 4, 200), (2, 13, 3, 0, 0)",
    "INSERT INTO sentences VALUES (1, 'Meta was told the address.', 0)",
    "INSERT INTO findings VALUES (1, 100, 1, 1, 1), (2, 5, 1, 1, 0)",
    "UPDATE visits SET rows = CASE id WHEN 1 THEN 6 ELSE 3 END",
    "INSERT INTO forms VALUES (1, 'f1', 2)",
    "INSERT INTO submissions VALUES ('s1', 1, 1900)",
)


@pytest.fixture
def folder(tmp_path: Path) -> KeptFolder:
    """As version 1 left it."""
    folder = KeptFolder(tmp_path / "history")
    folder.ready()
    folder.key.write_bytes(b"wrapped")
    folder.database.touch(0o600)
    with closing(encrypted(folder.database, KEY)) as db:
        db.execute("PRAGMA journal_mode = WAL")
        migrations.migrations.apply(db, stop_before="m002_evidence")
        with db.conn:
            for statement in KEPT:
                db.execute(statement)
    return folder


def test_it_opens_and_everything_that_is_counted_now_is_counted(folder: KeptFolder) -> None:
    opened = KeptFile(folder.path).open(KEY)
    with closing(opened.db) as db:
        assert opened.sentence == ""
        assert broken(db) == {}
        first, second = listing.visits(db, VisitQuery())
        assert (first.visit, first.companies, first.sensitive, first.chosen) == ("v2", 0, False, True)
        assert (second.visit, second.companies, second.sensitive, second.chosen) == ("v1", 1, True, False)
        assert listing.companies(db) == {"Meta (Facebook)": 2, "Google": 1}
    assert folder.ours() == KeptFolder(folder.path).ours()
    assert not [file for file in folder.path.iterdir() if "damaged" in file.name]


def test_what_was_not_kept_then_is_said_not_to_be_known(folder: KeptFolder) -> None:
    with closing(KeptFile(folder.path).open(KEY).db) as db:
        story, made = stories.story(db, "v1"), evidence([db], "police.example", ["v1"], 0.0)
    assert story is not None
    assert made is not None
    assert [line.what for line in story.lines][2] == "Meta was told the address."
    assert story.lists == ()
    assert story.not_seen == made.not_seen == (wording.LISTS_UNKNOWN, wording.ELSEWHERE)
    (page,) = made.pages
    assert (page.circumstances, page.server_clock, page.consents, page.from_start) == (Circumstances(), None, (), True)


def test_compared_with_a_visit_of_today_only_who_was_told_something_counts(folder: KeptFolder, make: Any) -> None:
    with closing(KeptFile(folder.path).open(KEY).db) as db:
        Writer(db, IN_FILE).keep(
            [make.page("p3", "v3", "police.example"), make.request(page="p3", fate=Fate.SENT), make.finding(page="p3")]
        )
        change = reading.changes(Shown(db), "v1", "v3")
    assert change is not None
    assert [(company.organisation, company.change) for company in change.companies] == [("Meta (Facebook)", Change.SAME)]
    assert Doubt.KINDS_UNKNOWN in change.doubts


def test_where_it_cannot_be_written_anew_the_disk_is_named(folder: KeptFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise write_failed

    write_failed = sqlite3.OperationalError("disk I/O error")
    write_failed.sqlite_errorcode = sqlite3.SQLITE_IOERR
    monkeypatch.setattr(migrations.migrations, "apply", fail)
    with pytest.raises(StoreError, match="its disk works and has room"):
        KeptFile(folder.path).open(KEY)


def test_it_goes_on_as_one_that_was_begun_today(folder: KeptFolder, make: Any) -> None:
    with closing(KeptFile(folder.path).open(KEY).db) as db:
        writer = Writer(db, IN_FILE)
        circumstances = Circumstances(("EasyPrivacy",))
        writer.keep([make.page("p3", "v1", started=1500.0, circumstances=circumstances), make.request("r1", "p3", fate=Fate.SENT)])
        writer.keep([make.page("p4", "v4", "police.example"), make.consent(Consent.REFUSED, "p4"), make.request("r1", "p4")])
        assert broken(db) == {}
        assert listing.companies(db)["Meta (Facebook)"] == 3
        writer.forget_site("police.example")
        assert broken(db) == {}
        writer.forget_visit("v2")
        assert {table for table in db.table_names() if db.table(table).count} <= {"_sqlite_migrations", "sentinel", "gaps"}


def test_the_command_line_leaves_it_to_the_window_and_changes_nothing(folder: KeptFolder) -> None:
    before = folder.database.read_bytes()
    with pytest.raises(StoreError, match="in Netcurtain's window"):
        Beside(folder.path, KEY, 0.0)
    assert folder.database.read_bytes() == before


def test_one_of_a_newer_netcurtain_is_refused_and_not_changed(folder: KeptFolder) -> None:
    KeptFile(folder.path).open(KEY).db.close()
    with closing(encrypted(folder.database, KEY)) as db, db.conn:
        db.execute("INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('history', 'm003_later', '2027')")
    before = {file: file.read_bytes() for file in folder.path.iterdir()}
    with pytest.raises(StoreError, match="newer Netcurtain"):
        KeptFile(folder.path).open(KEY)
    assert {file: file.read_bytes() for file in folder.path.iterdir()} == before


def test_a_migration_that_is_cut_short_has_changed_nothing(folder: KeptFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(migrations, "_SECOND", (*migrations._SECOND, "SELECT nonsense"))
        with pytest.raises(Exception, match="nonsense"):
            KeptFile(folder.path).open(KEY)
    with closing(encrypted(folder.database, KEY)) as db:
        assert "consents" not in Database(db.conn).table_names()
    test_it_opens_and_everything_that_is_counted_now_is_counted(folder)
