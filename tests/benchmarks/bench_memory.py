"""What the extension's background holds after many pages, in Chromium: its heap, and how large its maps and sets are: `make bench-memory`.

Some tabs go from one small page to the next by themselves; nobody drives them, and the app runs. What grows without end would show in the
last lines.
"""

import argparse
import itertools
import json
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.request import urlopen

from tests.benchmarks import undriven
from tests.benchmarks.processor import memory
from tests.benchmarks.undriven import Undriven
from tests.end_to_end import browser as chromium
from tests.end_to_end.browser import OURS
from tests.end_to_end.conftest import EASYPRIVACY
from tests.end_to_end.running_app import RunningApp
from tests.end_to_end.website import server
from tests.end_to_end.website.answer import PIXEL, Answer
from tests.end_to_end.website.record import Received, Record
from websockets.sync.client import ClientConnection, connect

HOST = "www.many-pages.example"
TRACKER = "bat.bing.com"
SHOWN = (0, 1_000, 5_000, 10_000)
TABS = 4
_FORGET_AFTER = 2.0
"""Seconds after which the website forgets what it was asked: nobody looks at that here."""

_PAGE = """<!doctype html><title>Page {n}</title><link rel="icon" href="data:,"><img src="https://bat.bing.com/action/0?n={n}" alt="">
<form action="/find"><label>Find <input name="q"></label><button>Go</button></form>
<script>onload = () => location.replace('/after/{n}')</script>"""


class Pages:
    """Numbers given out so far; at each that is to be looked at, the tabs wait until somebody has."""

    def __init__(self) -> None:
        self._may = threading.Condition()
        self.given = 0
        self._until = 0

    def answer(self, request: Received) -> Answer:
        number = 0
        if request.path.startswith("/after/"):
            with self._may:
                self._may.wait_for(lambda: self.given < self._until)
                self.given += 1
                number = self.given
                self._may.notify_all()
        return Answer(_PAGE.format(n=number).encode(), "text/html; charset=utf-8")

    def go_on(self, until_page: int) -> None:
        with self._may:
            self._until = until_page
            self._may.notify_all()

    def are_given(self, number: int, patience: float) -> bool:
        """Whether that many have been given out, now or within so many seconds."""
        with self._may:
            return self._may.wait_for(lambda: self.given >= number, patience)


class Background:
    """The extension's background, asked from outside."""

    def __init__(self, socket: ClientConnection) -> None:
        self._socket = socket
        self._numbers = itertools.count(1)
        self._session: str | None = None
        targets = self._do("Target.getTargets")["targetInfos"]
        (target,) = [one["targetId"] for one in targets if one["type"] == "service_worker" and one["url"].startswith(OURS)]
        self._session = self._do("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]

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

    def kept(self) -> float:
        """Kilobytes in `storage.session`."""
        asked = self._do("Runtime.evaluate", expression="chrome.storage.session.getBytesInUse(null)", awaitPromise=True)
        return float(asked["result"]["value"]) / 1000

    def _do(self, method: str, **params: object) -> dict[str, Any]:
        number = next(self._numbers)
        message = {"id": number, "method": method, "params": params, **({"sessionId": self._session} if self._session else {})}
        self._socket.send(json.dumps(message))
        while (answer := json.loads(self._socket.recv())).get("id") != number:
            pass
        result: dict[str, Any] = answer["result"]
        return result


@contextmanager
def _background_of(browser: Undriven) -> Iterator[Background]:
    with urlopen(f"http://127.0.0.1:{browser.port}/json/version") as told:
        url = json.load(told)["webSocketDebuggerUrl"]
    with connect(url, max_size=None) as socket:
        yield Background(socket)


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
    with server.running(hosts) as (port, record):
        try:
            app.start("--pair")
            undriven.prepare(path, folder / "profile", port, app, extension)
            since = app.mark()
            with undriven.running(path, folder / "profile", port, extension) as browser:
                for _ in range(TABS):
                    browser.open(f"https://{HOST}/page/0")
                app.wait("page", since=since, url=f"https://{HOST}/page/0")
                try:
                    _visit(browser, app, given, pages, record)
                finally:
                    given.go_on(given.given + TABS)
        finally:
            app.stop()


def _visit(browser: Undriven, app: RunningApp, given: Pages, pages: int, record: Record) -> None:
    began = time.monotonic()
    for number in sorted({shown for shown in SHOWN if shown < pages} | {pages}):
        given.go_on(number)
        while not given.are_given(number, _FORGET_AFTER):
            record.clear()
        with _background_of(browser) as background:
            heap, kept, maps, sets = background.heap(), background.kept(), background.largest("Map"), background.largest("Set")
        minutes = (time.monotonic() - began) / 60
        print(f"{number} pages, {minutes:.1f} min: heap {heap:.1f} MB, kept in the session {kept:.0f} kB, the app {memory(app.pid):.0f} MB")
        print(f"  largest maps {', '.join(maps)}; sets {', '.join(sets)}", flush=True)


if __name__ == "__main__":
    main()
