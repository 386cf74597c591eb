"""A web server on this computer that answers as each test tells it, and the small lists that it serves."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

LIST = """[Adblock Plus 2.0]
! Title: Test list
! Version: 202611200830
! Last modified: 20 Nov 2026 08:30 UTC
! Expires: 2 days (update frequency)
||tracker.example^
||pixel.example/tr?
/analytics.js$third-party
example.com##.banner
"""
NEWER = LIST.replace("20 Nov", "22 Nov").replace("202611200830", "202611220830") + "||newer.example^\n"


NO_LENGTH = -1


@dataclass
class Reply:
    status: int = 200
    body: bytes = LIST.encode()
    headers: dict[str, str] = field(default_factory=dict)
    length: int | None = None
    """What is said to be the length; None is the true one, NO_LENGTH says nothing of it."""


@dataclass
class Website:
    """``replies`` maps a path to what is answered there; ``asked`` are the requests that came, with their headers."""

    url: str
    replies: dict[str, Reply | Callable[[dict[str, str]], Reply]]
    asked: list[tuple[str, dict[str, str]]]

    def at(self, path: str) -> str:
        return self.url + path


@contextmanager
def serving() -> Iterator[Website]:
    replies: dict[str, Reply | Callable[[dict[str, str]], Reply]] = {}
    asked: list[tuple[str, dict[str, str]]] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            headers = {key.lower(): value for key, value in self.headers.items()}
            asked.append((self.path, headers))
            reply = replies.get(self.path, Reply(404, b"nothing here"))
            if callable(reply):
                reply = reply(headers)
            self.send_response(reply.status)
            for name, value in {"Content-Type": "text/plain", **reply.headers}.items():
                self.send_header(name, value)
            if reply.status != 304 and reply.length != NO_LENGTH:
                self.send_header("Content-Length", str(len(reply.body) if reply.length is None else reply.length))
            self.end_headers()
            if reply.status != 304:
                self.wfile.write(reply.body)

        def log_message(self, *_: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield Website(f"http://127.0.0.1:{server.server_address[1]}", replies, asked)
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def website() -> Iterator[Website]:
    with serving() as one:
        yield one
