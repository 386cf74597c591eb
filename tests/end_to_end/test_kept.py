"""A history on disk, as the one who is watched meets it: the browser always says so, and everything can be erased without a passphrase."""

import queue
import shutil
from pathlib import Path

import pytest
from tests.end_to_end import popup
from tests.end_to_end.conftest import Stage, Tab
from tests.end_to_end.running_app import PATIENCE, RunningApp
from tests.end_to_end.waiting import until
from tests.end_to_end.website import police

from netcurtain.core.keeping import Unlocking
from netcurtain.history.store import Store

pytestmark = pytest.mark.browser

KEPT = "Pages from this browser are kept on this computer, locked. Nothing is added now."
SERVE = "Netcurtain is running on this computer without a window"
ERASE, DONT_KEEP = "Erase everything", "Don't keep this one"
_BUTTON = """async () => {
    const [{ id }] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    return [await chrome.action.getBadgeText({ tabId: id }), await chrome.action.getTitle({ tabId: id })];
}"""


def _place(app: RunningApp) -> Path:
    return Path(app.environment()["XDG_DATA_HOME"]) / "netcurtain" / "history"


def _make_history(app: RunningApp) -> None:
    """Somebody has made a history behind a passphrase that the person does not know."""
    app.stop()
    store = Store(_place(app))
    store.start()
    try:
        made: queue.SimpleQueue[Unlocking] = queue.SimpleQueue()
        store.make("a passphrase of theirs", made.put)
        assert made.get(timeout=PATIENCE).opened
    finally:
        store.stop()
    app.start()


def _leave_none(app: RunningApp) -> None:
    """Whatever has happened, the tests after this one find the app without a history, and running."""
    if any(_place(app).glob("*")):
        app.stop()
        shutil.rmtree(_place(app))
    app.ensure_running()


def _button(stage: Stage) -> list[str]:
    """What the toolbar's button shows of the tab in front."""
    said: list[str] = stage.browser.worker().evaluate(_BUTTON)
    return said


def test_the_browser_says_that_pages_are_kept_and_erases_them_without_a_passphrase(stage: Stage, tab: Tab) -> None:
    try:
        _make_history(stage.app)
        stage.browser.wait_for_link(up=True)
        tab.open(police.HOST, police.START)
        tab.judged("warning")
        tab.page.bring_to_front()
        until(tab.page, lambda: _button(stage)[0].startswith("●"), "the sign that pages are kept")
        assert _button(stage) == ["●2", f"{SERVE}\n{KEPT}"]
        with popup.over(stage.browser, tab.page) as shown:
            shown.wait_for(KEPT)
            assert shown.page.evaluate("document.documentElement.scrollHeight") <= 600
            shown.press(DONT_KEEP)
            shown.wait_for(f"{KEPT} This visit is not kept.")
            shown.press(ERASE)
            shown.wait_for("Erase all that Netcurtain keeps? It cannot be brought back.")
            shown.press(ERASE)
            shown.wait_for("Deleted from Netcurtain.")
        until(tab.page, lambda: _button(stage) == ["2", SERVE], "the sign to go")
        assert list(_place(stage.app).glob("*")) == []
    finally:
        _leave_none(stage.app)
