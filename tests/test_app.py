"""The app without windows, put together: a scripted browser joins by a code and reports a page; verdict, events and history follow."""

import json
import queue
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from tests.link.browser import HELLO, ORIGIN, ScriptedBrowser
from websockets import Origin
from websockets.sync.client import ClientConnection, connect

from netcurtain import paths, wording
from netcurtain.app import KEYRING, App
from netcurtain.core.event import BrowserPaired, Event, ListsChanged, MatchSeen, Trouble, VerdictChanged
from netcurtain.core.level import Level
from netcurtain.history.rows import VisitRow
from netcurtain.link.pairing import secret_of_code
from netcurtain.link.server import PortError

PATIENCE = 20.0
PAGE = {"type": "page", "page": "p1", "tab": 1, "url": "https://www.example.org/report?step=MARKER", "private": False, "time": 1.0}
REQUEST = {
    "id": "r1",
    "page": "p1",
    "url": "https://www.facebook.com/tr/?ev=PageView&dl=https%3A%2F%2Fwww.example.org%2F",
    "type": "image",
    "time": 2.0,
}
FORM = {
    "type": "form",
    "page": "p1",
    "form": "f1",
    "descriptor": {"title": "Report rape or sexual assault", "form": {"fields": [{"tag": "textarea", "label": "What happened?"}]}},
}


class Heard:
    """What the app tells, to be waited for."""

    def __init__(self) -> None:
        self._events: queue.SimpleQueue[Event] = queue.SimpleQueue()

    def __call__(self, events: Sequence[Event]) -> None:
        for event in events:
            self._events.put(event)

    def wait(self, kind: type) -> Any:
        while not isinstance(event := self._events.get(timeout=PATIENCE), kind):
            pass
        return event


@pytest.fixture(autouse=True)
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("data_folder", "cache_folder", "log_folder"):
        folder = tmp_path / name
        folder.mkdir()
        monkeypatch.setattr(paths, name, lambda folder=folder: folder)
    return tmp_path


@pytest.fixture
def heard() -> Heard:
    return Heard()


@pytest.fixture
def app(heard: Heard) -> Iterator[App]:
    app = App("serve", heard)
    app.start(0, update_lists=False)
    yield app
    app.stop()


class Joined:
    """A browser that has joined by a code and said hello."""

    def __init__(self, app: App, socket: ClientConnection) -> None:
        self.socket = socket
        self.script = ScriptedBrowser(secret_of_code(app.link.open_code().text), port=app.link.port)
        socket.send(self.script.opening())
        socket.send(self.script.proof(socket.recv(PATIENCE)))
        assert self.wait("paired")["key"]
        self.say({"type": "paired_ack"})
        self.say(HELLO)
        self.welcome = self.wait("welcome")

    def say(self, message: dict[str, Any]) -> None:
        self.socket.send(self.script.seal(message))

    def wait(self, kind: str, **facts: object) -> dict[str, Any]:
        while True:
            message = self.script.open(self.socket.recv(PATIENCE))
            if message["type"] == kind and facts.items() <= message.items():
                return message


@contextmanager
def joined(app: App) -> Iterator[Joined]:
    with connect(f"ws://127.0.0.1:{app.link.port}", origin=Origin(ORIGIN), compression=None) as socket:
        yield Joined(app, socket)


@pytest.fixture
def browser(app: App) -> Iterator[Joined]:
    with joined(app) as one:
        yield one


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
    kept: queue.SimpleQueue[tuple[VisitRow, ...]] = queue.SimpleQueue()
    app.history.visits("", 10, kept.put)
    assert [(row.site, row.companies, row.sensitive) for row in kept.get(timeout=PATIENCE)] == [("example.org", 1, True)]


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
        answered: queue.SimpleQueue[tuple[VisitRow, ...]] = queue.SimpleQueue()
        second.history.visits("", 10, answered.put)
        assert answered.get(timeout=PATIENCE) == ()
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
        assert heard.wait(Trouble) == Trouble(wording.PAIRINGS_NOT_KEPT)


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
