"""Small websites on this computer: each path a page of ours, every name under localhost the same pages. What was asked for is kept."""

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass(frozen=True, slots=True)
class Answer:
    """What is answered: a page, unless said otherwise. "PORT" in it is the site's port."""

    body: str = ""
    status: int = 200
    kind: str = "text/html; charset=utf-8"
    more: Mapping[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Site:
    """``asked`` holds method and path of all that came, in order, and ``cookies`` what came with each; icons are passed over."""

    port: int
    asked: list[str] = field(default_factory=list)
    cookies: list[str] = field(default_factory=list)

    def at(self, path: str, host: str = "site.localhost") -> str:
        return f"http://{host}:{self.port}{path}"


@contextmanager
def running(pages: Mapping[str, str | Answer]) -> Iterator[Site]:
    """Until the block ends. A path without a page is not found; "/robots.txt" is only there where it is among the pages."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            path = self.path.partition("?")[0]
            if path != "/favicon.ico":
                site.asked.append(f"{self.command} {self.path}")
                site.cookies.append(self.headers.get("Cookie", ""))
            found = pages.get(path, Answer(status=404))
            answer = Answer(found) if isinstance(found, str) else found
            body = answer.body.replace("PORT", str(site.port)).encode()
            head = {"Content-Type": answer.kind, "Content-Length": str(len(body)), "Cache-Control": "no-store", **answer.more}
            self.send_response(answer.status)
            for name, value in head.items():
                self.send_header(name, value.replace("PORT", str(site.port)))
            self.end_headers()
            self.wfile.write(body)

        def do_POST(self) -> None:
            self.rfile.read(int(self.headers.get("Content-Length") or 0))
            self.do_GET()

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 -- the name it has there
            """Nothing is printed."""

    class Server(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, request: object, client_address: object) -> None:
            """A browser that went away in the middle is nothing to speak of."""

    with Server(("127.0.0.1", 0), Handler) as server:
        site = Site(server.server_address[1])
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield site
        finally:
            server.shutdown()
            thread.join()
