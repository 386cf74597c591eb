"""Websites that do what a survey's browser must outlive, and some that are only odd; on plain sockets, for no web server would do it.

Every site is a name on this computer, ``hang.localhost``: its first part says what happens there. Their robots.txt forbids
``/private/``.
"""

import socket
import ssl
import threading
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

import trustme
from tests.end_to_end.survey.sending_pages import HIDDEN, IN_SIGHT

MB = 1024 * 1024
ASK_AT_MOST = 65_536
TRACKER = "tracker.localhost"

FORM = '<form action="/sent" method="post"><label>What happened? <textarea name="story"></textarea></label><button>Report</button></form>'


class Talk:
    """One connection of a browser's, and what it has asked for."""

    def __init__(self, connection: socket.socket, head: str, port: int, stopping: threading.Event) -> None:
        self._connection = connection
        self.path = head.split(" ", 2)[1] if head.count(" ") > 1 else "/"
        self.method = head.partition(" ")[0]
        self.port = port
        self._stopping = stopping

    @property
    def stopping(self) -> bool:
        return self._stopping.is_set()

    def say(self, content: bytes) -> None:
        self._connection.sendall(content)

    def head(self, status: str = "200 OK", kind: str = "text/html; charset=utf-8", **more: str) -> None:
        lines = [f"HTTP/1.1 {status}", f"Content-Type: {kind}", "Connection: close", "Cache-Control: no-store"]
        lines += [f"{name.replace('_', '-')}: {value}" for name, value in more.items()]
        self.say("\r\n".join([*lines, "", ""]).encode())

    def page(self, body: str, status: str = "200 OK") -> None:
        self.head(status)
        self.say(f"<!doctype html><title>A page</title><body>{body}".encode())

    def wait(self) -> None:
        """Nothing more, until the server ends or the browser goes away."""
        self._connection.settimeout(0.2)
        while not self.stopping:
            try:
                if not self._connection.recv(1):
                    return
            except TimeoutError:
                continue


def _hang(talk: Talk) -> None:
    talk.wait()


def _half(talk: Talk) -> None:
    talk.head()
    talk.wait()


def _loop(talk: Talk) -> None:
    talk.page(f"{FORM}<script>for (;;);</script>")


def _huge(talk: Talk) -> None:
    talk.head(Content_Length=str(200 * MB))
    _go_on(talk, b"<p>" + b" " * (MB - 3), 200)


def _endless(talk: Talk) -> None:
    """It does not say how much there will be."""
    talk.head()
    _go_on(talk, b"<p>" + b" " * (MB - 3), 100_000)


def _go_on(talk: Talk, piece: bytes, times: int) -> None:
    for _ in range(times):
        if talk.stopping:
            return
        talk.say(piece)


def _crash(talk: Talk) -> None:
    """Its scripts' memory is small: the tests start the browser so."""
    talk.page(f"{FORM}<script>const all = []; for (;;) all.push(new Array(1e5).fill(Math.random()));</script>")


def _hog(talk: Talk) -> None:
    script = "const all = []; setInterval(() => all.push(new Uint8Array(5e7).fill(1)), 20);"
    talk.page(f"{FORM}<script>{script}</script>")


def _popups(talk: Talk) -> None:
    talk.page("<script>let n = 0; setInterval(() => { for (let i = 0; i < 5; i++) open('/other?' + n++, '_blank'); }, 20);</script>" + FORM)


def _download(talk: Talk) -> None:
    talk.head(kind="application/octet-stream", Content_Disposition='attachment; filename="report.exe"')
    talk.say(b"MZ" * 1000)


def _auth(talk: Talk) -> None:
    talk.head("401 Unauthorized", WWW_Authenticate='Basic realm="Staff"')
    talk.say(b"Staff only")


def _redirects(talk: Talk) -> None:
    talk.head("302 Found", Location=f"/{len(talk.path)}{talk.path[:50]}")


def _redirects_by_script(talk: Talk) -> None:
    talk.page("<script>location.replace('/' + Math.random());</script>")


def _redirects_by_meta(talk: Talk) -> None:
    talk.head()
    talk.say(f'<!doctype html><meta http-equiv="refresh" content="0;url=/{len(talk.path)}{talk.path[:50]}"><title>On</title>'.encode())


def _bomb(talk: Talk) -> None:
    """Two gigabytes, packed into two megabytes."""
    talk.head(Content_Encoding="gzip")
    packing = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    piece = packing.compress(b" " * MB) + packing.flush(zlib.Z_FULL_FLUSH)
    talk.say(b"\x1f\x8b\x08\0\0\0\0\0\0\xff")
    _go_on(talk, piece, 2048)


def _ordinary(talk: Talk) -> None:
    pixel = f'<img src="http://{TRACKER}:{talk.port}/pixel.gif?page=ordinary" alt="">'
    if talk.path.startswith("/pixel"):
        talk.head(kind="image/gif")
        talk.say(b"GIF89a\1\0\1\0\0\0\0;")
    else:
        talk.page(f"<h1>Report a crime</h1>{FORM}{pixel}")


def _worker(talk: Talk) -> None:
    if talk.path == "/worker.js":
        talk.head(kind="text/javascript")
        talk.say(b"addEventListener('fetch', (event) => event.respondWith(fetch(event.request)));")
    else:
        talk.page(f"<script>navigator.serviceWorker.register('/worker.js');</script>{FORM}")


def _banner(talk: Talk) -> None:
    """It loads its tracker where that was accepted, then and on every page."""
    talk.page(f"""{FORM}
        <div id="ccc-notify">Cookies? <button type="button" id="ccc-notify-reject">Reject</button>
        <button type="button" id="ccc-notify-accept">Accept</button></div>
        <script>
          const banner = document.getElementById('ccc-notify');
          const load = () => {{ new Image().src = 'http://{TRACKER}:{talk.port}/pixel.gif?' + Math.random(); }};
          const choose = (choice) => () => {{ document.cookie = 'choice=' + choice; banner.remove(); if (choice === 'yes') load(); }};
          document.getElementById('ccc-notify-reject').onclick = choose('no');
          document.getElementById('ccc-notify-accept').onclick = choose('yes');
          if (document.cookie) banner.remove();
          if (document.cookie.includes('choice=yes')) load();
        </script>""")


def _linked(talk: Talk) -> None:
    links = '<a href="/report">Report it</a> <a href="/about">About us</a> <a href="/private/form">Staff</a>'
    talk.page(FORM if talk.path == "/report" else links)


def _disk(talk: Talk) -> None:
    """It keeps more and more, all of it as if thrown by dice, so that it cannot be packed."""
    talk.page(f"""{FORM}<script>(async () => {{
        const piece = new Uint8Array({16 * MB}), folder = await navigator.storage.getDirectory();
        for (let at = 0; at < piece.length; at += 65536) crypto.getRandomValues(piece.subarray(at, at + 65536));
        for (let number = 0; number < 64; number++) {{
          const file = await (await folder.getFileHandle('kept' + number, {{ create: true }})).createWritable();
          await file.write(piece);
          await file.close();
        }}
      }})();</script>""")


def _fetches(talk: Talk) -> None:
    """A worker of its asks for something that never ends."""
    if talk.path == "/worker.js":
        talk.head(kind="text/javascript")
        talk.say(b"(async () => { const all = (await fetch('/all')).body.getReader(); while (!(await all.read()).done); })();")
    elif talk.path == "/all":
        talk.head(kind="application/octet-stream")
        _go_on(talk, b"x" * MB, 100_000)
    else:
        talk.page(f"<script>new Worker('/worker.js');</script>{FORM}")


def _sends(body: str) -> Callable[[Talk], None]:
    return lambda talk: talk.page("Sent" if talk.path.startswith("/sent") else body)


def _page(body: str) -> Callable[[Talk], None]:
    return lambda talk: talk.page(body + FORM)


SITES: Mapping[str, Callable[[Talk], None]] = {
    "hang": _hang,
    "half": _half,
    "loop": _loop,
    "huge": _huge,
    "endless": _endless,
    "crash": _crash,
    "hog": _hog,
    "popups": _popups,
    "download": _download,
    "auth": _auth,
    "redirects": _redirects,
    "script": _redirects_by_script,
    "meta": _redirects_by_meta,
    "bomb": _bomb,
    "ordinary": _ordinary,
    "banner": _banner,
    "linked": _linked,
    "tracker": _ordinary,
    "gone": lambda talk: talk.page("Not here", "404 Not Found"),
    "picture": lambda talk: talk.head(kind="image/png"),
    "alerts": _page("<script>for (;;) alert('again');</script>"),
    "late": _page("<script>addEventListener('focusin', () => { for (;;); });</script>"),
    "closes": _page("<script>setTimeout(() => close(), 50);</script>"),
    "framed": lambda talk: talk.page(f'{FORM}<iframe src="http://endless.localhost:{talk.port}/"></iframe>'),
    "asks": _page(
        "<script>alert('hello'); confirm('really?'); prompt('name?'); onbeforeunload = () => 'stay';"
        "navigator.geolocation.getCurrentPosition(() => 0); Notification.requestPermission();"
        "navigator.mediaDevices?.getUserMedia({audio: true}).catch(() => 0);</script>"
    ),
    "prints": _page("<script>onload = () => { print(); document.documentElement.requestFullscreen().catch(() => 0); };</script>"),
    "worker": _worker,
    "silent": _hang,
    "disk": _disk,
    "fetches": _fetches,
    **{name: _sends(body) for name, body in {**IN_SIGHT, **HIDDEN}.items()},
}


@dataclass(frozen=True, slots=True)
class Place:
    """Where the sites are. ``asked``: what was asked for, each as "ordinary /path"; ``sent``: what a form sent; ``agents``: by whom."""

    port: int
    secure_port: int
    sent: list[str]
    asked: list[str]
    agents: list[str]

    def of(self, site: str) -> str:
        return f"http://{site}.localhost:{self.port}/"

    @property
    def bad_certificate(self) -> str:
        return f"https://certificate.localhost:{self.secure_port}/"


@contextmanager
def running() -> Iterator[Place]:
    """The sites while the block runs."""
    stopping = threading.Event()
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    trustme.CA().issue_cert("certificate.localhost").configure_cert(tls)
    with socket.create_server(("127.0.0.1", 0), backlog=64) as plain, socket.create_server(("127.0.0.1", 0)) as secure:
        place = Place(plain.getsockname()[1], secure.getsockname()[1], [], [], [])
        threads = [
            threading.Thread(target=_accept, args=(plain, None, place, stopping), name="hostile"),
            threading.Thread(target=_accept, args=(secure, tls, place, stopping), name="hostile, with a certificate"),
        ]
        for thread in threads:
            thread.start()
        try:
            yield place
        finally:
            stopping.set()
            for thread in threads:
                thread.join()


def _accept(server: socket.socket, tls: ssl.SSLContext | None, place: Place, stopping: threading.Event) -> None:
    server.settimeout(0.1)
    talking: list[threading.Thread] = []
    while not stopping.is_set():
        try:
            connection, _ = server.accept()
        except TimeoutError:
            continue
        connection.settimeout(5)
        talk = threading.Thread(target=_talk, args=(connection, tls, place, stopping), daemon=True)
        talk.start()
        talking = [one for one in talking if one.is_alive()] + [talk]
    for talk in talking:
        talk.join(10)


def _talk(connection: socket.socket, tls: ssl.SSLContext | None, place: Place, stopping: threading.Event) -> None:
    try:
        with tls.wrap_socket(connection, server_side=True) if tls else connection as opened:
            head = _head(opened)
            if not head:
                return
            site = _header(head, "host").partition(".")[0]
            talk = Talk(opened, head, place.port, stopping)
            place.asked.append(f"{site} {talk.path}")
            place.agents.append(_header(head, "user-agent"))
            if talk.method != "GET" or talk.path.startswith("/sent"):
                place.sent.append(f"{site} {talk.path}")
            if talk.path == "/robots.txt" and site != "hang":
                talk.head(kind="text/plain")
                talk.say(b"User-agent: *\nDisallow: /private/\n")
            else:
                SITES.get(site, SITES["gone"])(talk)
    except OSError:
        """The browser hung up."""


def _header(head: str, name: str) -> str:
    return next((line.partition(":")[2].strip() for line in head.splitlines() if line.lower().startswith(f"{name}:")), "")


def _head(connection: socket.socket) -> str:
    read = b""
    while b"\r\n\r\n" not in read and len(read) < ASK_AT_MOST:
        piece = connection.recv(4096)
        if not piece:
            return ""
        read += piece
    return read.partition(b"\r\n\r\n")[0].decode("latin-1")
