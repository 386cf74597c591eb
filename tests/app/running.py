"""The app without windows, running, and a scripted browser that has joined it by a code."""

import queue
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from tests.link.browser import HELLO, ORIGIN, ScriptedBrowser
from websockets import Origin
from websockets.sync.client import ClientConnection, connect

from netcurtain.app import App
from netcurtain.core.event import Event
from netcurtain.core.keeping import Unlocking
from netcurtain.core.settings import Retention, Settings
from netcurtain.link.pairing import secret_of_code

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
SUBMISSION = {"type": "submission", "submission": "s1", "page": "p1", "form": "f1", "held": False, "time": 3.0}


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


@contextmanager
def running(heard: Heard) -> Iterator[App]:
    app = App("serve", heard)
    app.start(0, update_lists=False)
    yield app
    app.stop()


class Joined:
    """A browser that has joined by a code and said hello."""

    def __init__(self, app: App, socket: ClientConnection, name: str) -> None:
        self.socket = socket
        self.script = ScriptedBrowser(secret_of_code(app.link.open_code().text), name, port=app.link.port)
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
def joined(app: App, name: str = "browser-1") -> Iterator[Joined]:
    with connect(f"ws://127.0.0.1:{app.link.port}", origin=Origin(ORIGIN), compression=None) as socket:
        yield Joined(app, socket, name)


def keep_on_disk(app: App) -> None:
    """A history is made, and every page goes into it."""
    made: queue.SimpleQueue[Unlocking] = queue.SimpleQueue()
    app.history.make("a passphrase of mine", made.put)
    assert made.get(timeout=PATIENCE).opened
    app.change_settings(Settings(retention=Retention.DAYS_7))


def sent(browser: Joined, number: int, tab: int = 1) -> str:
    """What the browser hears of a form that is sent from a new page."""
    page = f"p{number}"
    browser.say(PAGE | {"page": page, "tab": tab})
    browser.say(SUBMISSION | {"page": page, "submission": f"s{number}"})
    return str(browser.wait("submission_seen", submission=f"s{number}", page=page)["stored"])
