"""The practice site: an invented clinic and the invented tracker that it calls, both played by this app on 127.0.0.1.

A browser that opens it takes the same way through Netcurtain as on any other site. What is posted here is read to its end and dropped.
"""

import logging
import socket
import sys
import threading
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from importlib.resources import files
from socketserver import TCPServer, ThreadingMixIn
from string import Template
from typing import Any

ADDRESS = "127.0.0.1"
CLINIC_HOSTS = (ADDRESS, "practice.localhost")
TRACKER_HOST = "tracker.localhost"
"""Browsers look up names below ``localhost`` on this computer themselves. filters/starter.txt flags this one."""

MAX_BODY = 65_536
"""Bytes of one posted form."""
MAX_CONNECTIONS = 32
PATIENCE_SECONDS = 5.0
"""How long a browser may keep silent on a connection."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Reply:
    """One fixed answer: nothing that is asked or posted changes it."""

    status: HTTPStatus
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = b""


Replies = Mapping[str, Mapping[tuple[str, str], Reply]]
"""For each Host header that is ours, what is answered to a method and a path."""


class PracticeSite:
    """The site, from start() to stop(), on a thread of its own. It ends with the app even where nobody stops it."""

    def __init__(self) -> None:
        self._server: _Server | None = None
        self._thread: threading.Thread | None = None

    def start(self) -> str:
        """Serve on a free port, and say at which address; the same one while it is running. Raises OSError where no port is to be had."""
        if self._server is None:
            self._server = _Server()
            self._thread = threading.Thread(target=self._server.serve, name="practice", daemon=True)
            self._thread.start()
        return f"http://{ADDRESS}:{self._server.port}/"

    def stop(self) -> None:
        """Give the port back. Does nothing where nothing runs."""
        if self._server is not None and self._thread is not None:
            self._server.stop()
            self._thread.join()
        self._server = self._thread = None


def replies_on(port: int) -> Replies:
    """Everything that the site answers when it is on this port."""
    tracker = f"http://{TRACKER_HOST}:{port}"
    policy = (
        f"default-src 'none'; style-src 'self'; script-src {tracker}; img-src 'self' {tracker}; connect-src {tracker}; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    )
    clinic = {
        ("GET", "/"): _page("form.html", tracker, policy),
        # A redirect, so that the browser does not keep what was posted for "reload" either.
        ("POST", "/send"): Reply(HTTPStatus.SEE_OTHER, (("Location", "/thanks"),)),
        ("GET", "/thanks"): _page("thanks.html", tracker, policy),
        ("GET", "/practice.css"): _file("practice.css", "text/css; charset=utf-8"),
        ("GET", "/icon.svg"): _file("icon.svg", "image/svg+xml"),
    }
    nothing = Reply(HTTPStatus.NO_CONTENT)
    invented_tracker = {
        ("GET", "/pixel.js"): _file("pixel.js", "text/javascript; charset=utf-8"),
        ("GET", "/collect"): nothing,
        ("POST", "/collect"): nothing,
    }
    return {**{f"{host}:{port}": clinic for host in CLINIC_HOSTS}, f"{TRACKER_HOST}:{port}": invented_tracker}


def _page(name: str, tracker: str, policy: str) -> Reply:
    text = Template(_text(name)).substitute(tracker=tracker)
    headers = (("Content-Type", "text/html; charset=utf-8"), ("Content-Security-Policy", policy))
    return Reply(HTTPStatus.OK, headers, text.encode())


def _file(name: str, kind: str) -> Reply:
    return Reply(HTTPStatus.OK, (("Content-Type", kind),), _text(name).encode())


def _text(name: str) -> str:
    return files("netcurtain.practice").joinpath(name).read_text(encoding="utf-8")


class _Server(ThreadingMixIn, TCPServer):
    """One thread a connection, because browsers open some that they do not use yet."""

    daemon_threads = True
    request_queue_size = MAX_CONNECTIONS

    def __init__(self) -> None:
        # Not HTTPServer, which would look the address up by name.
        super().__init__((ADDRESS, 0), _Handler)
        self.port = int(self.server_address[1])
        self.replies = replies_on(self.port)
        self._room = threading.BoundedSemaphore(MAX_CONNECTIONS)
        self._stopping = threading.Event()

    def serve(self) -> None:
        """Answer until stop() is called."""
        with self:
            while not self._stopping.is_set():
                self.handle_request()

    def stop(self) -> None:
        """End serve(), from any thread: one more connection wakes it."""
        self._stopping.set()
        with suppress(OSError):  # it was awake, and has ended already
            socket.create_connection((ADDRESS, self.port), PATIENCE_SECONDS).close()

    def verify_request(self, *_: Any) -> bool:
        """Whether there is room for one more connection."""
        return self._room.acquire(blocking=False)

    def process_request_thread(self, request: Any, client_address: Any) -> None:
        """Serve one connection, on its own thread, and make room again."""
        try:
            super().process_request_thread(request, client_address)
        finally:
            self._room.release()

    def handle_error(self, *_: Any) -> None:
        """A browser that went away is no trouble; what it asked is nobody's business."""
        log.info("a practice request ended early: %s", type(sys.exception()).__name__)


class _Handler(BaseHTTPRequestHandler):
    """One request."""

    server: _Server
    timeout = PATIENCE_SECONDS
    server_version = "practice"
    sys_version = ""

    def do_GET(self) -> None:
        """A page, or something that a page is made of."""
        self._answer(self._reply())

    def do_POST(self) -> None:
        """A form or a beacon: its body is read, so that the browser is content, and forgotten."""
        length = self.headers.get("Content-Length", "")
        if not length.isdecimal():
            self._answer(Reply(HTTPStatus.LENGTH_REQUIRED))
        elif len(length) > len(str(MAX_BODY)) or int(length) > MAX_BODY:
            self._answer(Reply(HTTPStatus.REQUEST_ENTITY_TOO_LARGE))
        else:
            self.rfile.read(int(length))
            self._answer(self._reply())

    def _reply(self) -> Reply:
        """A foreign Host is refused: a page elsewhere may have made its own name point here."""
        hosts = self.headers.get_all("Host", [])
        replies = self.server.replies.get(hosts[0].lower()) if len(hosts) == 1 else None
        if replies is None:
            return Reply(HTTPStatus.FORBIDDEN)
        return replies.get((self.command, self.path.partition("?")[0]), Reply(HTTPStatus.NOT_FOUND))

    def _answer(self, reply: Reply) -> None:
        self.send_response_only(reply.status)
        for name, value in (*reply.headers, ("Cache-Control", "no-store"), ("X-Content-Type-Options", "nosniff")):
            self.send_header(name, value)
        if reply.status is not HTTPStatus.NO_CONTENT:
            self.send_header("Content-Length", str(len(reply.body)))
        self.end_headers()
        self.wfile.write(reply.body)

    def log_message(self, *_: Any) -> None:
        """Requests are not logged."""
