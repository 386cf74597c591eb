"""What the extension's background holds after many pages, in Chromium: its heap, and how large its maps and sets are: `make bench-memory`.

Some tabs go from one small page to the next by themselves; the app runs. What grows without end would show in the last lines.
"""

import argparse
import json
import tempfile
import threading
from pathlib import Path
from typing import Any

from playwright.sync_api import CDPSession
from tests.benchmarks.processor import memory
from tests.end_to_end import browser as chromium
from tests.end_to_end.browser import OURS, Browser
from tests.end_to_end.conftest import EASYPRIVACY
from tests.end_to_end.running_app import RunningApp
from tests.end_to_end.website import server
from tests.end_to_end.website.answer import PIXEL, Answer
from tests.end_to_end.website.record import Received

HOST = "www.many-pages.example"
TRACKER = "bat.bing.com"
SHOWN = (0, 1_000, 5_000, 10_000)
TABS = 4
_AGAIN_MS = 100

_PAGE = """<!doctype html><title>Page {n}</title><link rel="icon" href="data:,"><img src="https://bat.bing.com/action/0?n={n}" alt="">
<form action="/find"><label>Find <input name="q"></label><button>Go</button></form>
<script>onload = () => fetch('/next').then((next) => next.text()).then((next) => location.replace(next))</script>"""


class Pages:
    """Numbers given out so far; at each that is to be looked at, the tabs wait until somebody has."""

    def __init__(self) -> None:
        self._may = threading.Condition()
        self.given = 0
        self._until = 0

    def answer(self, request: Received) -> Answer:
        if request.path == "/next":
            with self._may:
                self._may.wait_for(lambda: self.given < self._until)
                self.given += 1
                return Answer(f"/page/{self.given}".encode())
        return Answer(_PAGE.format(n=request.path.rpartition("/")[2]).encode(), "text/html; charset=utf-8")

    def go_on(self, until_page: int) -> None:
        with self._may:
            self._until = until_page
            self._may.notify_all()


class Background:
    """The extension's background, asked from outside."""

    def __init__(self, session: CDPSession) -> None:
        self._session = session
        targets = session.send("Target.getTargets")["targetInfos"]
        (target,) = [one["targetId"] for one in targets if one["type"] == "service_worker" and one["url"].startswith(OURS)]
        self._answers: dict[int, dict[str, Any]] = {}
        session.on("Target.receivedMessageFromTarget", lambda event: self._hear(json.loads(event["message"])))
        self._id = session.send("Target.attachToTarget", {"targetId": target, "flatten": False})["sessionId"]
        self._sent = 0

    def heap(self) -> float:
        """Megabytes in use, rubbish taken away."""
        self._do("HeapProfiler.collectGarbage")
        return float(self._do("Runtime.getHeapUsage")["usedSize"]) / 1e6

    def largest(self, kind: str) -> list[str]:
        """The largest maps, or sets, with what their first key looks like."""
        prototype = self._do("Runtime.evaluate", expression=f"{kind}.prototype")["result"]["objectId"]
        found = self._do("Runtime.queryObjects", prototypeObjectId=prototype)["objects"]["objectId"]
        look = """function () {
          const shape = (key) => (typeof key === 'string' ? key.replace(/[0-9a-f]{8}-[0-9a-f-]+/, 'uuid').slice(0, 24) : typeof key);
          return this.filter((one) => one.size > 1).sort((a, b) => b.size - a.size).slice(0, 6)
            .map((one) => `${one.size} (${shape(one.keys().next().value)})`);
        }"""
        told = self._do("Runtime.callFunctionOn", functionDeclaration=look, objectId=found, returnByValue=True)["result"]["value"]
        self._do("Runtime.releaseObject", objectId=found)
        return [str(one) for one in told]

    def _do(self, method: str, **params: object) -> dict[str, Any]:
        self._sent += 1
        sent = self._sent
        message = json.dumps({"id": sent, "method": method, "params": params})
        self._session.send("Target.sendMessageToTarget", {"sessionId": self._id, "message": message})
        while sent not in self._answers:
            self._session.send("Target.getTargets")  # Lets what has come in be heard.
        answer = self._answers.pop(sent)
        result: dict[str, Any] = answer["result"]
        return result

    def _hear(self, message: dict[str, Any]) -> None:
        if "id" in message:
            self._answers[message["id"]] = message


def main() -> None:
    """Print a line for each number of pages."""
    parser = argparse.ArgumentParser(description="What the background holds after many pages.")
    parser.add_argument("--pages", type=int, default=SHOWN[-1], help="how many pages are visited")
    parser.add_argument("--extension", type=Path, default=chromium.EXTENSION, help="another copy of the extension")
    chosen = parser.parse_args()
    path = chromium.find_chromium()
    if path is None:
        print("Chromium is not installed, so memory was not measured.")
        return
    with tempfile.TemporaryDirectory() as folder:
        _measure(path, Path(folder), chosen.pages, chosen.extension)


def _measure(path: str, folder: Path, pages: int, extension: Path) -> None:
    app = RunningApp(folder / "home")
    if EASYPRIVACY.exists():
        app.add_list(EASYPRIVACY)
    given = Pages()
    hosts = {HOST: given.answer, TRACKER: lambda _: PIXEL}
    with server.running(hosts) as (port, record), chromium.running(path, folder / "profile", port, extension=extension) as browser:
        try:
            app.start("--pair")
            browser.pair(app.wait("pairing_code")["code"], app.port)
            _visit(browser, app, given, pages, record.clear)
        finally:
            given.go_on(2 * pages)
            app.stop()


def _visit(browser: Browser, app: RunningApp, given: Pages, pages: int, forget: Any) -> None:
    looking = browser.context.new_page()
    background = Background(browser.context.new_cdp_session(looking))
    tabs = [browser.context.new_page() for _ in range(TABS)]
    for tab in tabs:
        tab.goto(f"https://{HOST}/page/0")
    for number in sorted({shown for shown in SHOWN if shown < pages} | {pages}):
        given.go_on(number)
        while given.given < number:
            looking.wait_for_timeout(_AGAIN_MS)
            forget()
        stored = looking.context.new_page()
        stored.goto(f"{OURS}/popup/popup.html")
        kept = stored.evaluate("chrome.storage.session.getBytesInUse(null)")
        stored.close()
        print(
            f"{number} pages: heap {background.heap():.1f} MB, kept in the session {kept / 1000:.0f} kB, the app {memory(app.pid):.0f} MB",
            flush=True,
        )
        print(f"  largest maps {', '.join(background.largest('Map'))}; sets {', '.join(background.largest('Set'))}", flush=True)


if __name__ == "__main__":
    main()
