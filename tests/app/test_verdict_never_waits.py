"""A verdict never waits for the history: whatever holds up its thread, a form is judged, and what was sent is acknowledged afterwards."""

import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

import pytest
from tests.app.running import FORM, PAGE, PATIENCE, REQUEST, SUBMISSION, Heard, Joined, joined, keep_on_disk, running

from netcurtain.app import HISTORY, App
from netcurtain.core.event import ListsChanged
from netcurtain.core.keeping import Stored
from netcurtain.history import kept_shelf, vault
from netcurtain.history.database import encrypted
from netcurtain.history.kept_folder import KeptFolder
from netcurtain.history.rows import VisitPage, VisitQuery
from netcurtain.history.vault import Vault

VERDICTS = 3


@pytest.fixture
def app(heard: Heard, monkeypatch: pytest.MonkeyPatch) -> Iterator[App]:
    monkeypatch.setattr(vault, "MEMORY_KIB", 8 * 1024)
    monkeypatch.setattr(vault, "PASSES", 1)
    monkeypatch.setattr(kept_shelf, "PATIENCE", 10 * PATIENCE)  # so that a commit waits for as long as somebody else writes
    with running(heard) as app:
        heard.wait(ListsChanged)
        yield app


@contextmanager
def thread_held_up(app: App, _folder: Path) -> Iterator[None]:
    """Something takes the history's thread as long as it likes; all that comes in waits in its queue."""
    begun, go_on = threading.Event(), threading.Event()

    def hold_up(_page: VisitPage) -> None:
        begun.set()
        go_on.wait(10 * PATIENCE)

    app.history.visits(VisitQuery(), None, 1, hold_up)
    assert begun.wait(PATIENCE)
    try:
        yield
    finally:
        go_on.set()


@contextmanager
def database_busy(_app: App, folder: Path) -> Iterator[None]:
    """Another process of ours writes, and takes its time."""
    db = encrypted(KeptFolder(folder).database, Vault(folder).open("a passphrase of mine"))
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        db.rollback()
        db.close()


def until_verdict(browser: Joined, page: str) -> list[dict[str, Any]]:
    """All that the browser hears up to the warning about a page."""
    heard = []
    while True:
        heard.append(browser.script.open(browser.socket.recv(PATIENCE)))
        if heard[-1]["type"] == "verdict" and heard[-1]["page"] == page and heard[-1]["level"] == "warning":
            return heard


def sent_and_judged(browser: Joined, number: int) -> list[dict[str, Any]]:
    """A form is sent; then another page in that tab has a form: all that is heard up to its verdict."""
    before, page = f"a{number}", f"b{number}"
    browser.say(PAGE | {"page": before, "tab": number})
    browser.say(SUBMISSION | {"page": before, "submission": f"s{number}"})
    browser.say(PAGE | {"page": page, "tab": number})
    browser.say({"type": "requests", "requests": [REQUEST | {"page": page, "id": f"r{number}"}]})
    browser.say(FORM | {"page": page})
    return until_verdict(browser, page)


@pytest.mark.parametrize(
    ("hold_up", "kept", "stored"),
    [
        pytest.param(database_busy, True, Stored.STORED, id="the database is busy"),
        pytest.param(thread_held_up, True, Stored.STORED, id="the thread is held up"),
        pytest.param(thread_held_up, False, Stored.IN_MEMORY, id="the thread is held up and pages are in memory"),
    ],
)
def test_while_the_history_is_held_up_forms_are_judged_and_what_was_sent_is_acknowledged_afterwards(
    app: App, folders: Path, hold_up: Callable[[App, Path], AbstractContextManager[None]], kept: bool, stored: Stored
) -> None:
    if kept:
        keep_on_disk(app)
    with joined(app) as browser:
        with hold_up(app, folders / "data_folder" / HISTORY):
            heard = [message for number in range(VERDICTS) for message in sent_and_judged(browser, number)]
        assert "submission_seen" not in {message["type"] for message in heard}
        for number in range(VERDICTS):
            assert browser.wait("submission_seen", submission=f"s{number}")["stored"] == stored
