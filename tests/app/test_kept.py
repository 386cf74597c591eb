"""The app with a history on disk: what browsers and windows hear of it, and what becomes of it when it is locked, erased or gone."""

import queue
import threading
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from tests.app.running import FORM, PAGE, PATIENCE, REQUEST, SUBMISSION, Heard, Joined, joined, keep_on_disk, running, sent

from netcurtain import wording
from netcurtain.app import HISTORY, SETTINGS, App
from netcurtain.core.event import KeptChanged, Trouble
from netcurtain.core.keeping import Kept, Stored
from netcurtain.core.settings import Retention, Settings
from netcurtain.history.rows import VisitPage, VisitQuery
from netcurtain.settings import SettingsFile

SITE_CORRECTED = {"type": "correct", "page": "p1", "sensitive": False}


def test_a_form_that_is_sent_is_acknowledged_with_what_became_of_it(app: App, browser: Joined) -> None:
    assert sent(browser, 1) == Stored.IN_MEMORY
    keep_on_disk(app)
    assert sent(browser, 2) == Stored.STORED
    app.history.lock()
    browser.wait("standing", kept="locked")
    assert sent(browser, 3) == Stored.LOCKED
    browser.say(SUBMISSION | {"page": "unheard of", "submission": "s4"})
    assert browser.wait("submission_seen", submission="s4")["stored"] == Stored.UNKNOWN_PAGE


def test_the_browsers_and_the_windows_hear_how_the_history_stands(app: App, browser: Joined, heard: Heard) -> None:
    assert "kept" not in browser.wait("standing")
    keep_on_disk(app)
    assert browser.wait("standing", keeping="days_7")["kept"] == "open"
    assert heard.wait(KeptChanged) == KeptChanged(Kept.OPEN)
    with joined(app, "browser-2") as later:
        assert later.wait("standing")["kept"] == "open"
    app.history.lock()
    assert browser.wait("standing", kept="locked")["keeping"] == "days_7"
    assert heard.wait(KeptChanged) == KeptChanged(Kept.LOCKED)


def test_a_history_from_an_earlier_run_is_locked_and_that_is_said(app: App, heard: Heard) -> None:
    keep_on_disk(app)
    app.stop()
    with running(heard) as later, joined(later, "browser-2") as browser:
        assert browser.wait("standing") == {"type": "standing", "keeping": "days_7", "kept": "locked"}
        assert sent(browser, 1) == Stored.LOCKED


@pytest.mark.parametrize("locked", [False, True], ids=["open", "locked"])
def test_the_popup_erases_everything_without_a_passphrase(app: App, browser: Joined, heard: Heard, folders: Path, locked: bool) -> None:
    keep_on_disk(app)
    assert sent(browser, 1) == Stored.STORED
    if locked:
        app.history.lock()
        browser.wait("standing", kept="locked")
    browser.say({"type": "erase"})
    assert browser.wait("standing", keeping="until_close") == {"type": "standing", "keeping": "until_close"}
    assert browser.wait("erased")["gone"] is True
    while heard.wait(KeptChanged) != KeptChanged(Kept.NONE):
        pass
    assert [file.name for file in (folders / "data_folder" / HISTORY).glob("*")] == []
    assert app.settings.retention is Retention.UNTIL_CLOSE
    assert SettingsFile(folders / "data_folder" / SETTINGS).load().retention is Retention.UNTIL_CLOSE
    browser.say(SUBMISSION | {"submission": "of the page that was open"})
    assert browser.wait("submission_seen", submission="of the page that was open")["stored"] == Stored.NOT_WANTED
    assert sent(browser, 2) == Stored.IN_MEMORY


def test_a_visit_that_is_not_to_be_kept_leaves_the_history_though_it_goes_on(app: App, browser: Joined) -> None:
    keep_on_disk(app)
    assert sent(browser, 1) == Stored.STORED
    browser.say({"type": "dont_keep", "page": "p1"})
    assert browser.wait("page_words")["unkept"] is True
    assert sent(browser, 2) == Stored.NOT_WANTED
    rows: queue.SimpleQueue[VisitPage] = queue.SimpleQueue()
    app.history.visits(VisitQuery(), None, 10, rows.put)
    assert rows.get(timeout=PATIENCE) == VisitPage(())


@pytest.mark.parametrize("retention", [Retention.CHOSEN, Retention.DAYS_7, Retention.DAYS_30])
def test_where_the_kept_history_is_gone_at_the_start_that_is_said_and_pages_are_remembered_until_the_app_closes(
    heard: Heard, folders: Path, retention: Retention
) -> None:
    answers = SettingsFile(folders / "data_folder" / SETTINGS)
    answers.save(Settings(retention=retention, lock_after=10))
    with running(heard) as app:
        assert heard.wait(Trouble) == Trouble(wording.KEPT_IS_GONE)
        assert app.settings == answers.load() == Settings(retention=Retention.UNTIL_CLOSE, lock_after=10)
        with joined(app) as browser:
            assert browser.wait("standing")["keeping"] == "until_close"
            assert sent(browser, 1) == Stored.IN_MEMORY
    with running(heard) as again:
        again.tell_trouble("the first")
        assert heard.wait(Trouble) == Trouble("the first")


def test_the_windows_find_the_answer_that_holds_before_anything_is_started(folders: Path, heard: Heard) -> None:
    SettingsFile(folders / "data_folder" / SETTINGS).save(Settings(retention=Retention.DAYS_30))
    app = App("desktop", heard)
    assert app.settings.retention is Retention.UNTIL_CLOSE
    app.stop()


def test_where_only_its_key_is_gone_that_is_said_too(app: App, heard: Heard, folders: Path) -> None:
    keep_on_disk(app)
    app.stop()
    (folders / "data_folder" / HISTORY / "key").unlink()
    with running(heard) as later:
        assert heard.wait(Trouble) == Trouble(wording.KEPT_IS_GONE)
        assert later.settings.retention is Retention.UNTIL_CLOSE


def test_a_window_that_does_not_know_yet_that_it_is_gone_cannot_bring_the_answer_back(app: App, heard: Heard, folders: Path) -> None:
    keep_on_disk(app)
    shown = app.settings
    app.history.erase(lambda _deletion: None)
    while heard.wait(KeptChanged) != KeptChanged(Kept.NONE):
        pass
    app.change_settings(msgspec.structs.replace(shown, lock_after=10))
    assert app.settings == Settings(retention=Retention.UNTIL_CLOSE, lock_after=10)
    assert SettingsFile(folders / "data_folder" / SETTINGS).load() == app.settings


def test_an_answer_that_a_window_is_writing_and_the_end_of_the_history_do_not_cross(
    app: App, heard: Heard, folders: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep_on_disk(app)
    writing, written_meanwhile, go_on = threading.Event(), threading.Event(), threading.Event()
    really = SettingsFile.save

    def slowly(self: SettingsFile, settings: Settings) -> None:
        if settings.keeps.on_disk:
            writing.set()
            go_on.wait(PATIENCE)
        written_meanwhile.set()
        really(self, settings)

    monkeypatch.setattr(SettingsFile, "save", slowly)
    window = threading.Thread(target=app.change_settings, args=(msgspec.structs.replace(app.settings, lock_after=10),))
    window.start()
    assert writing.wait(PATIENCE)
    app.history.erase(lambda _deletion: None)
    assert not written_meanwhile.wait(0.3)
    go_on.set()
    window.join(PATIENCE)
    while heard.wait(KeptChanged) != KeptChanged(Kept.NONE):
        pass
    assert app.settings == Settings(retention=Retention.UNTIL_CLOSE, lock_after=10)
    assert SettingsFile(folders / "data_folder" / SETTINGS).load() == app.settings


@pytest.mark.parametrize(
    "delete",
    [
        pytest.param(lambda app: app.history.forget_site("example.org", lambda _deletion: None), id="its site"),
        pytest.param(lambda app: app.history.forget_visit("browser-1:p1", lambda _deletion: None), id="the visit"),
        pytest.param(lambda app: app.history.forget_between(0.0, 10.0, lambda _deletion: None), id="its time"),
        pytest.param(lambda app: app.history.erase(lambda _deletion: None), id="everything"),
    ],
)
def test_what_was_said_of_a_page_in_the_popup_goes_when_it_is_deleted(app: App, browser: Joined, delete: Callable[[App], None]) -> None:
    browser.say(PAGE)
    browser.say({"type": "requests", "requests": [REQUEST]})
    browser.say(FORM)
    browser.wait("verdict", level="warning")
    browser.say(SITE_CORRECTED)
    browser.wait("verdict", level="notice", asks="never")
    delete(app)
    assert "asks" not in browser.wait("verdict", level="warning")


def test_it_stays_when_the_visit_is_only_not_to_be_kept(app: App, browser: Joined) -> None:
    browser.say(PAGE)
    browser.say(SITE_CORRECTED)
    browser.wait("verdict", asks="never")
    browser.say({"type": "dont_keep", "page": "p1"})
    assert browser.wait("verdict", unkept=True)["asks"] == "never"
    app.history.forget_site("library.example", lambda _deletion: None)
    browser.say({"type": "popup", "page": "p1"})
    assert browser.wait("page_words", unkept=True)["asks"] == "never"
