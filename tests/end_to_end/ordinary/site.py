"""More than thirty ordinary pages (`pages/`), each a file whose first comment says what a person does. Nothing on them is sensitive."""

import json
from pathlib import Path

from tests.end_to_end.website.answer import MISSING, Answer, see_other, told
from tests.end_to_end.website.record import Received

HOST = "www.everyday.example"
FRAMED_HOST = "www.everyday-payments.example"
"""Its pages are the same; one stands in a frame of the other's."""

PAGES = Path(__file__).with_name("pages")
NAMES = sorted(path.stem for path in PAGES.glob("*.html"))

_RECORDER = Path(__file__).with_name("recorder.js").read_text(encoding="utf-8")
_TRACKED = """<script>(() => {
  const tell = (what) => {
    sessionStorage.setItem('told', String(Number(sessionStorage.getItem('told') ?? 0) + 1));
    navigator.sendBeacon(`https://www.facebook.com/tr/?id=1&ev=${what}`, new URLSearchParams({ dl: location.href }));
  };
  tell('PageView');
  document.addEventListener('click', ({ target }) => tell(`Click-${target.id}`), true);
})();</script>"""
"""As a company's script has it. Beacons: a picture that is asked for while the page goes may come or not, these all arrive."""
_WORDS = ("apple", "apricot", "banana", "cherry", "damson", "elderberry", "fig", "gooseberry")
_WORKER = """
addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil(clients.claim()));
addEventListener('fetch', (event) => {
  if (event.request.url.includes('/api/kept')) event.respondWith(Response.json({ from: 'the worker' }));
});
"""


def ordinary(request: Received) -> Answer:
    """A page, what a form of one leads to, or one of the few things that their code asks for."""
    name, _, rest = request.path.lstrip("/").partition("/")
    if name == "api":
        return _api(rest, request)
    if name == "worker.js":
        return Answer(_WORKER.encode(), "text/javascript")
    if name not in NAMES:
        return MISSING
    if rest and request.method == "POST" and rest != "shown":
        return see_other(f"/{name}/{rest}?" + request.body if "urlencoded" in request.content_type else f"/{name}/{rest}")
    if rest:
        return html(
            f"<!doctype html><title>{rest}</title><main><h1>{rest}</h1><p>{len(request.asked)} answers</p><a href='/{name}'>Back</a></main>"
        )
    return html((PAGES / f"{name}.html").read_text(encoding="utf-8"))


def html(text: str) -> Answer:
    """A page with the recorder before all else."""
    text = text.replace("<!-- tracked -->", _TRACKED)
    head = f'<link rel="icon" href="data:,"><script>{_RECORDER}</script>'
    return Answer(text.replace("<!doctype html>", "<!doctype html>" + head, 1).encode(), "text/html; charset=utf-8")


def _api(what: str, request: Received) -> Answer:
    match what:
        case "words":
            return told([word for word in _WORDS if word.startswith(request.asked.get("q", "-"))])
        case "items":
            first = int(request.asked["from"])
            return told([f"Item {number}" for number in range(first, min(first + 20, 60))])
        case "rate":
            return told({"rate": 1.25})
        case _:
            return told({"taken": len(request.body), "kind": request.content_type.partition(";")[0], "what": what})


def person(name: str) -> list[tuple[str, str]]:
    """What a person does on a page, step by step: a word and what it is done to."""
    text = (PAGES / f"{name}.html").read_text(encoding="utf-8")
    comment = text.partition("<!--")[2].partition("-->")[0]
    steps = [line.strip().partition(" ") for line in comment.strip().splitlines()]
    return [(word, rest) for word, _, rest in steps]


def as_json(told_by_page: str) -> list[dict[str, object]]:
    """What a recorder told."""
    documents: list[dict[str, object]] = json.loads(told_by_page)
    return documents
