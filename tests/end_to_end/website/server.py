"""One server that plays every host: the browser is told that all names are here, the Host header says who is meant.

It speaks TLS, because Facebook's and Google's names are https only, with a certificate made for the run; nothing leaves 127.0.0.1.
"""

import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

import trustme
from tests.end_to_end.website import clinic, forms, others, police, shapes
from tests.end_to_end.website.answer import MISSING, Answer
from tests.end_to_end.website.record import Received, Record

MAX_BODY = 1024 * 1024


Host = Callable[[Received], Answer]


def _nobody(_: Received) -> Answer:
    return MISSING


def _hosts() -> dict[str, Host]:
    return {
        police.HOST: police.police(tracking=True),
        police.QUIET_HOST: police.police(tracking=False),
        clinic.HOST: clinic.clinic,
        clinic.CASEWORK_HOST: clinic.casework,
        clinic.LIBRARY_HOST: clinic.library,
        forms.HOST: forms.refuge,
        forms.TAKER: forms.taker,
        forms.SIGN_IN: forms.sign_in,
        shapes.HOST: shapes.shapes,
        shapes.FRAMED_HOST: shapes.shapes,
        others.META: others.meta,
        others.META_SCRIPT: others.meta_script,
        others.GOOGLE: others.google,
        others.PAYMENT: others.payment,
        others.PAYMENT_API: others.payment_api,
        others.LISTENER: others.listener,
        others.LISTENER_API: others.listener_api,
        others.NEUTRAL: others.neutral,
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
        self._answer()

    def do_POST(self) -> None:
        self._answer()

    def _answer(self) -> None:
        parts = urlsplit(self.path)
        body = self.rfile.read(min(int(self.headers.get("Content-Length", "0")), MAX_BODY))
        host = self.headers.get("Host", "").partition(":")[0]
        kind = self.headers.get("Content-Type", "")
        received = Received(host, self.command, parts.path, parts.query, body.decode("utf-8", "replace"), kind)
        self.server.record.add(received)
        answer = self._host_of(host)(received)
        self.send_response(answer.status)
        self.send_header("Content-Type", answer.content_type)
        self.send_header("Content-Length", str(len(answer.body)))
        self.send_header("Cache-Control", "no-store")
        for name, value in answer.headers:
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(answer.body)

    def _host_of(self, name: str) -> Host:
        return self.server.hosts.get(name, _nobody)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Quiet: the record tells."""


@contextmanager
def running() -> Iterator[tuple[int, Record]]:
    """The website while the block runs: its port, and the record of what reached it."""
    record = Record()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    trustme.CA().issue_cert(police.HOST).configure_cert(context)
    server = _Server(record)
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
