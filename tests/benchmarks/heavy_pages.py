"""Twenty pages of two hundred requests each, as a large shop or a newspaper has: scripts, styles, pictures, frames and calls.
Some go to companies that EasyPrivacy names. Each page says by itself when it has come up, and asks which is next: no driver looks on.
"""

import threading
from collections.abc import Callable
from urllib.parse import parse_qs

from tests.end_to_end.website.answer import PIXEL, Answer
from tests.end_to_end.website.record import Received

HOST = "www.heavy-pages.example"
OTHERS = tuple(f"cdn{n}.heavy-files.example" for n in range(8))
TRACKERS = ("www.google-analytics.com", "bat.bing.com", "px.ads.linkedin.com", "www.facebook.com")
PAGES = 20
REQUESTS = 200
"""Of each page, itself among them."""
_SCRIPTS, _STYLES, _CALLS, _FRAMES, _TRACKED = 40, 12, 30, 3, 15

_REPORT = """<script>addEventListener('load', () => setTimeout(async () => {
  const { loadEventEnd, startTime } = performance.getEntriesByType('navigation')[0];
  const requests = performance.getEntriesByType('resource').length + 1;
  const next = await fetch('/turn', { method: 'POST', body: new URLSearchParams({ ms: loadEventEnd - startTime, requests }) });
  location.replace(await next.text());
}, 500));</script>"""
"""Half a second after the page has come up, so that what the extension does then is over before the next begins."""

_WAIT = """<!doctype html><title>Waiting</title><script>
fetch('/turn', { method: 'POST' }).then((next) => next.text()).then((next) => location.replace(next))</script>"""


class Turns:
    """Whose turn it is to load which page, and how long each took."""

    def __init__(self) -> None:
        self._came = threading.Condition()
        self._next: str | None = None
        self._waiting = False
        self._took: float | None = None
        self.requests = 0

    def wait_until_ready(self) -> None:
        """Until the browser has asked what to load."""
        with self._came:
            assert self._came.wait_for(lambda: self._waiting, 60), "the browser did not come up"

    def load(self, number: int) -> float:
        """Let the browser load a page; the milliseconds until its load event was over."""
        with self._came:
            self._took = None
            self._next = f"/page/{number}"
            self._came.notify_all()
            assert self._came.wait_for(self._has_come_up, 60), f"page {number} did not come up"
            return self._took or 0.0

    def _has_come_up(self) -> bool:
        return self._took is not None

    def asked(self, body: str) -> Answer:
        """A page has come up and asks for the next: answered when there is one."""
        told = parse_qs(body)
        with self._came:
            if "ms" in told:
                self._took = float(told["ms"][0])
                self.requests = int(told["requests"][0])
            self._waiting = True
            self._came.notify_all()
            self._came.wait_for(lambda: self._next is not None)
            path, self._next, self._waiting = self._next, None, False
            return Answer(str(path).encode())


def hosts(turns: Turns) -> dict[str, Callable[[Received], Answer]]:
    """Every host of the pages, for one browser."""

    def answer(request: Received) -> Answer:
        if request.path == "/turn":
            return turns.asked(request.body)
        if request.path.startswith("/page/"):
            return Answer(page(int(request.path.rpartition("/")[2])).encode(), "text/html; charset=utf-8")
        return Answer(_WAIT.encode(), "text/html") if request.path == "/" else files(request)

    return {HOST: answer, **dict.fromkeys((*OTHERS, *TRACKERS), files)}


def files(request: Received) -> Answer:
    """Whatever else a page asks for, by the ending of its name."""
    match request.path.rpartition(".")[2]:
        case "js":
            return Answer(b"window.count = (window.count ?? 0) + 1;" + b"// padding\n" * 200, "text/javascript")
        case "css":
            return Answer(b".a { color: #123 }\n" * 60, "text/css")
        case "html":
            return Answer(b"<!doctype html><title>Frame</title><p>An advertisement for tea.</p>", "text/html")
        case "json":
            return Answer(b'{"items": [1, 2, 3]}', "application/json", headers=(("Access-Control-Allow-Origin", "*"),))
        case _:
            return PIXEL


def page(number: int) -> str:
    """One page: its own ingredients, a form to search and one to log in, and four hundred elements."""
    pictures = REQUESTS - 1 - _SCRIPTS - _STYLES - _CALLS - _FRAMES - _TRACKED
    head = "".join(f'<link rel="stylesheet" href="{_host(n, number)}/{n}.css">' for n in range(_STYLES))
    scripts = "".join(f'<script src="{_host(n, number)}/{n}.js" {"defer" if n % 2 else "async"}></script>' for n in range(_SCRIPTS))
    images = "".join(f'<p class="a">Article {n} of page {number}<img src="{_host(n, number)}/{n}.gif" alt=""></p>' for n in range(pictures))
    tracked = "".join(
        f'<img src="https://{TRACKERS[n % len(TRACKERS)]}/{("collect", "action/0", "collect/", "tr/")[n % 4]}?n={n}" alt="">'
        for n in range(_TRACKED)
    )
    frames = "".join(f'<iframe src="{_host(n, number)}/{n}.html"></iframe>' for n in range(_FRAMES))
    calls = f"<script>for (let n = 0; n < {_CALLS}; n++) fetch(`{_host(1, number)}/${{n}}.json`).then((answer) => answer.json())</script>"
    items = "".join(f"<li><a href='/item/{n}'>Item {n}</a></li>" for n in range(200))
    forms = "<form action='/find'><label>Search <input name='q'></label><button>Search</button></form>"
    forms += "<form action='/in' method='post'>"
    forms += "<label>Email <input name='mail'></label><label>Password <input type='password'></label><button>Log in</button></form>"
    body = f"<main><h1>News {number}</h1>{forms}{images}{tracked}{frames}<ul>{items}</ul></main>{calls}"
    icon = "<link rel='icon' href='data:,'>"
    top = f"<!doctype html><html lang='en'><head><meta charset='utf-8'><title>News {number}</title>{icon}{head}{_REPORT}</head>"
    return f"{top}<body>{body}{scripts}</body></html>"


def _host(n: int, page_number: int) -> str:
    """Where a file of a page is."""
    return f"https://{OTHERS[n % len(OTHERS)]}/{page_number}"
