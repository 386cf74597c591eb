"""One server that plays every host: the browser is told that all names are here, the Host header says who is meant.

It speaks TLS, because Facebook's and Google's names are https only, with a certificate made for the run; nothing leaves 127.0.0.1.
"""

import ssl
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

import trustme
from tests.end_to_end.attacks import website as attacks
from tests.end_to_end.matrix import place
from tests.end_to_end.ordinary import site as ordinary
from tests.end_to_end.website import chat, clinic, clocks, forms, others, police, presses, shapes
from tests.end_to_end.website.answer import MISSING, Answer
from tests.end_to_end.website.record import Received, Record

MAX_BODY = 1024 * 1024


Host = Callable[[Received], Answer]


def _nobody(_: Received) -> Answer:
    return MISSING


def _hosts() -> dict[str, Host]:
    return {
        presses.HOST: presses.helpline,
        presses.QUIET_HOST: presses.allotments,
        police.HOST: police.police(tracking=True),
        police.QUIET_HOST: police.police(tracking=False),
        clinic.HOST: clinic.clinic,
        clinic.CASEWORK_HOST: clinic.casework,
        clinic.LIBRARY_HOST: clinic.library,
        clocks.HOST: clocks.clocks,
        forms.HOST: forms.refuge,
        forms.TAKER: forms.taker,
        forms.SIGN_IN: forms.sign_in,
        shapes.HOST: shapes.shapes,
        shapes.FRAMED_HOST: shapes.shapes,
        place.HOST: place.site,
        place.FRAMED_HOST: place.site,
        ordinary.HOST: ordinary.ordinary,
        ordinary.FRAMED_HOST: ordinary.ordinary,
        others.META: others.meta,
        others.META_SCRIPT: others.meta_script,
        others.GOOGLE: others.google,
        others.PAYMENT: others.payment,
        others.PAYMENT_API: others.payment_api,
        others.LISTENER: others.listener,
        others.LISTENER_API: others.listener_api,
        others.NEUTRAL: others.neutral,
        attacks.HOST: attacks.attacker,
        attacks.ADVERTS: attacks.adverts,
    }


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64

    def __init__(self, record: Record) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.record = record
        self.hosts = _hosts()

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that hangs up in mid-sentence is nobody's failure."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = 60
    server: _Server

    def do_GET(self) -> None:
        if self.headers.get("Upgrade", "").lower() == "websocket":
            self._chat()
        else:
            self._answer()

    def do_POST(self) -> None:
        self._answer()

    def _answer(self) -> None:
        parts = urlsplit(self.path)
        body = self.rfile.read(min(int(self.headers.get("Content-Length", "0")), MAX_BODY))
        host = self._host()
        kind = self.headers.get("Content-Type", "")
        received = Received(host, self.command, parts.path, parts.query, body.decode("utf-8", "replace"), kind)
        self.server.record.add(received)
        answer = self._host_of(host)(received)
        if any(name == "Date" for name, _ in answer.headers):
            self.send_response_only(answer.status)
        else:
            self.send_response(answer.status)
        self.send_header("Content-Type", answer.content_type)
        self.send_header("Content-Length", str(len(answer.body)))
        if all(name != "Cache-Control" for name, _ in answer.headers):
            self.send_header("Cache-Control", "no-store")
        for name, value in answer.headers:
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(answer.body)

    def _chat(self) -> None:
        """What is said over a websocket is recorded, a line each; its method is called WS."""
        self.send_response(101)
        self.send_header("Upgrade", "websocket")
        self.send_header("Connection", "Upgrade")
        self.send_header("Sec-WebSocket-Accept", chat.accept(self.headers["Sec-WebSocket-Key"]))
        self.end_headers()
        self.close_connection = True
        for text in chat.messages(self.rfile):
            self.server.record.add(Received(self._host(), "WS", self.path, "", text))

    def _host(self) -> str:
        return self.headers.get("Host", "").partition(":")[0]

    def _host_of(self, name: str) -> Host:
        return self.server.hosts.get(name, _nobody)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Quiet: the record tells."""


@contextmanager
def running(more: Mapping[str, Host] | None = None) -> Iterator[tuple[int, Record]]:
    """The website while the block runs: its port, and the record of what reached it. ``more`` are hosts beside, or instead of, its own."""
    record = Record()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    trustme.CA().issue_cert(police.HOST).configure_cert(context)
    server = _Server(record)
    server.hosts.update(more or {})
    # The handshake is left to each connection's own thread, so that a slow one keeps nobody waiting.
    server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    thread = threading.Thread(target=server.serve_forever, name="website")
    thread.start()
    try:
        yield server.server_port, record
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
