"""What a host of the test website answers with, and the files that its pages are made from."""

import json
from dataclasses import dataclass
from html import escape
from pathlib import Path
from string import Template

_PAGES = Path(__file__).with_name("pages")


@dataclass(frozen=True, slots=True)
class Answer:
    """One response."""

    body: bytes = b""
    content_type: str = "text/plain"
    status: int = 200
    headers: tuple[tuple[str, str], ...] = ()


PIXEL = Answer(b"GIF89a\x01\x00\x01\x00\x00\x00\x00;", "image/gif")
MISSING = Answer(b"There is nothing here.", status=404)


def script(name: str) -> Answer:
    """A script file as it is."""
    return Answer((_PAGES / name).read_bytes(), "text/javascript")


def page(title: str, heading: str, body: str, *, tracking: bool = False, also: str = "") -> Answer:
    """A whole page in the frame that all pages share. ``also`` names one more third party that the page needs."""
    frame = Template((_PAGES / "frame.html").read_text(encoding="utf-8"))
    html = frame.substitute(title=escape(title), heading=escape(heading), body=body, tracking=str(tracking).lower(), also=escape(also))
    return Answer(html.encode(), "text/html; charset=utf-8")


def part(name: str, **values: str) -> str:
    """A piece of a page from its file, with values put in as text."""
    return Template((_PAGES / name).read_text(encoding="utf-8")).substitute({key: escape(value) for key, value in values.items()})


def told(what: object) -> Answer:
    """JSON that any page may read."""
    return Answer(json.dumps(what).encode(), "application/json", headers=(("Access-Control-Allow-Origin", "*"),))


def see_other(path: str, *headers: tuple[str, str]) -> Answer:
    """On to the next page."""
    return Answer(status=303, headers=(("Location", path), *headers))
