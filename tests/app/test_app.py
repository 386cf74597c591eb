"""The app without windows, put together: a scripted browser joins by a code and reports a page; verdict, events and history follow."""

import json
import queue
from pathlib import Path

import pytest
from tests.app.running import FORM, PAGE, PATIENCE, REQUEST, Heard, Joined, joined

from netcurtain import paths, wording
from netcurtain.app import KEYRING, App
from netcurtain.core.event import BrowserLeft, BrowserPaired, ListsChanged, MatchSeen, Trouble, VerdictChanged
from netcurtain.core.level import Level
from netcurtain.history import clock
from netcurtain.history.rows import VisitPage, VisitQuery
from netcurtain.link.port import PortError


def test_a_report_form_on_a_page_with_a_tracker_gets_a_warning_everywhere(app: App, browser: Joined, heard: Heard) -> None:
    heard.wait(ListsChanged)
    browser.say(PAGE)
    browser.say({"type": "requests", "requests": [REQUEST]})
    browser.say({"type": "fates", "fates": [{"request": "r1", "page": "p1", "fate": "sent"}]})
    browser.say(FORM)

    assert browser.wait("verdict", level="warning")["companies"] == ["Meta (Facebook)"]
    assert heard.wait(MatchSeen).request.filter == "||facebook.com/tr^"
    verdict = heard.wait(VerdictChanged)
    while verdict.level is not Level.WARNING:
        verdict = heard.wait(VerdictChanged)
    kept: queue.SimpleQueue[VisitPage] = queue.SimpleQueue()
    app.history.visits(VisitQuery(), None, 10, kept.put)
    assert [(row.site, row.companies, row.sensitive) for row in kept.get(timeout=PATIENCE).rows] == [("example.org", 1, True)]


def test_a_paired_browser_is_kept_for_the_next_run_in_a_file_of_this_person_alone(app: App, heard: Heard, folders: Path) -> None:
    with joined(app):
        assert heard.wait(BrowserPaired).browser == "browser-1"
    app.stop()
    kept = folders / "data_folder" / KEYRING
    assert kept.stat().st_mode & 0o777 == 0o600
    assert [browser["id"] for browser in json.loads(kept.read_bytes())] == ["browser-1"]


def test_the_welcome_says_that_this_is_serve(browser: Joined) -> None:
    assert browser.welcome["mode"] == "serve"


def test_nothing_that_the_app_writes_names_the_site(app: App, folders: Path) -> None:
    with joined(app) as browser:
        browser.say(PAGE)
        browser.wait("verdict", page="p1")
    app.stop()
    written = b"".join(file.read_bytes() for file in folders.rglob("*") if file.is_file())
    assert b"example.org" not in written
    assert b"MARKER" not in written


def test_a_port_in_use_is_told_and_the_rest_works_on(app: App, heard: Heard) -> None:
    second = App("serve", heard)
    try:
        with pytest.raises(PortError, match="is using port"):
            second.start(app.link.port, update_lists=False)
        answered: queue.SimpleQueue[VisitPage] = queue.SimpleQueue()
        second.history.visits(VisitQuery(), None, 10, answered.put)
        assert answered.get(timeout=PATIENCE) == VisitPage(())
    finally:
        second.stop()


def test_a_folder_that_cannot_be_written_is_told_and_pages_are_checked_all_the_same(heard: Heard, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> Path:
        raise paths.FolderError("Netcurtain cannot write there.")

    monkeypatch.setattr(paths, "data_folder", refuse)
    app = App("serve", heard)
    app.start(0, update_lists=False)
    try:
        assert heard.wait(Trouble) == Trouble("Netcurtain cannot write there.")
        with joined(app) as browser:
            assert browser.welcome["mode"] == "serve"
    finally:
        app.stop()


def test_paired_browsers_that_cannot_be_read_are_told(heard: Heard, folders: Path) -> None:
    (folders / "data_folder" / KEYRING).write_text("nonsense")
    app = App("serve", heard)
    app.start(0, update_lists=False)
    try:
        assert "connect your browser again" in heard.wait(Trouble).sentence
    finally:
        app.stop()


def test_a_pairing_that_cannot_be_written_is_told(app: App, heard: Heard, folders: Path) -> None:
    (folders / "data_folder" / KEYRING).mkdir()
    with joined(app):
        assert heard.wait(Trouble) == Trouble(wording.CONNECTED_NOT_KEPT)


def test_a_pairing_code_goes_by_the_clock_that_nobody_can_set(app: App) -> None:
    assert app.link._seconds is clock.seconds


def test_an_end_of_a_pairing_that_cannot_be_written_is_told_as_what_it_is_and_written_at_the_end(
    app: App, heard: Heard, folders: Path
) -> None:
    kept = folders / "data_folder" / KEYRING
    with joined(app):
        pass
    heard.wait(BrowserLeft)  # and that is written down
    kept.with_suffix(".new").mkdir()  # nothing can be written in its place
    app.link.unpair("browser-1")
    assert heard.wait(Trouble) == Trouble(wording.DISCONNECTED_NOT_KEPT)
    assert b"browser-1" in kept.read_bytes()
    kept.with_suffix(".new").rmdir()
    app.stop()
    assert json.loads(kept.read_bytes()) == []


def test_a_list_of_browsers_that_cannot_be_read_just_now_is_told(heard: Heard, folders: Path) -> None:
    (folders / "data_folder" / KEYRING).mkdir()
    app = App("serve", heard)
    app.start(0, update_lists=False)
    try:
        assert "close Netcurtain and open it again" in heard.wait(Trouble).sentence
    finally:
        app.stop()


def test_a_list_that_is_turned_on_decides_about_the_next_request(app: App, browser: Joined, heard: Heard, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("! Title: Mine\n||unheard-of.example^\n")
    said: queue.SimpleQueue[str] = queue.SimpleQueue()
    app.freshness.use(str(tmp_path / "mine.txt"), True, said.put)
    assert said.get(timeout=PATIENCE) == "Mine is in use now, with 1 filter."
    browser.say(PAGE)
    browser.say({"type": "requests", "requests": [REQUEST | {"url": "https://unheard-of.example/x"}]})
    assert heard.wait(MatchSeen).request.filter == "||unheard-of.example^"


def test_stopped_twice_it_is_stopped(app: App) -> None:
    app.stop()
    app.stop()
    assert not app.link.running
