"""HARs made by hand, in the shapes that Chrome, Firefox, Safari, Charles and mitmproxy write, and what to check them with."""

import gzip
import json
from functools import cache
from pathlib import Path
from typing import Any

from netcurtain import knowledge
from netcurtain.core.filter_list import parse_list
from netcurtain.core.matcher import Matcher
from netcurtain.core.session import Knowledge
from netcurtain.har.reader import read
from netcurtain.har.result import Found, ListUsed
from netcurtain.har.session import check

PAGE = "https://police.example/report"
FILTERS = "! Title: Test list\n||facebook.com/tr/\n||google-analytics.com/g/collect\n||unlisted-tracker.example^\n"
FORM = """<!doctype html><html lang="en"><head><title>Report rape or sexual assault</title>
<script>var a = "<form>";</script></head>
<body><h1>Report rape or sexual assault</h1><form action="/send?step=1" method="post">
<fieldset><legend>Were you sexually assaulted?</legend>
<label><input type="radio" name="who" value="y"> Yes</label><label><input type="radio" name="who" value="n"> No</label></fieldset>
<label for="what">Tell us what happened to you</label><textarea id="what" name="what">typed before</textarea>
<input type="hidden" name="token" value="secret-token"><button>Report it</button></form></body></html>"""
LISTS = (ListUsed("Test list", "1", 3),)


def entry(url: str, /, *, page: str | None = None, at: str = "2026-08-13T14:02:00.000Z", **more: Any) -> dict[str, Any]:
    """One request. ``headers`` are the request's; ``post``, ``html``, ``status``, ``mime``, ``kind`` and ``cached`` what they say."""
    made: dict[str, Any] = {
        "startedDateTime": at,
        "time": 12.5,
        "request": {
            "method": "POST" if "post" in more else more.get("method", "GET"),
            "url": url,
            "httpVersion": "HTTP/2",
            "headers": [{"name": name, "value": value} for name, value in more.get("headers", {}).items()],
            "queryString": [],
            "cookies": [{"name": name, "value": value} for name, value in more.get("cookies", {}).items()],
            "headersSize": -1,
            "bodySize": more.get("size", -1),
        },
        "response": {
            "status": more.get("status", 200),
            "statusText": "",
            "headers": [{"name": "set-cookie", "value": "session=secret-cookie"}],
            "content": {"size": 1, "mimeType": more.get("mime", "text/html" if "html" in more else "image/gif")},
            "redirectURL": "",
            "_error": more.get("error"),
        },
        "cache": {},
        "timings": {"send": 0, "wait": 1, "receive": 1},
    }
    if "html" in more:
        made["response"]["content"]["text"] = more["html"]
    if "post" in more:
        made["request"]["postData"] = more["post"]
    if page is not None:
        made["pageref"] = page
    if "kind" in more:
        made["_resourceType"] = more["kind"]
    if "cached" in more:
        made["_fromCache"] = more["cached"]
    return made


def document(url: str = PAGE, html: str = FORM, **more: Any) -> dict[str, Any]:
    """A main document as a proxy records it."""
    return entry(url, html=html, headers={"Sec-Fetch-Dest": "document", "Accept": "text/html", **more.pop("headers", {})}, **more)


def har(entries: list[dict[str, Any]], pages: list[dict[str, Any]] | None = None) -> dict[str, Any]:
    named = {} if pages is None else {"pages": pages}
    return {"log": {"version": "1.2", "creator": {"name": "a test", "version": "1"}, **named, "entries": entries}}


def write(folder: Path, made: object, *, indent: int | None = None, packed: bool = False, name: str = "made.har") -> Path:
    file = folder / name
    content = json.dumps(made, indent=indent).encode()
    file.write_bytes(gzip.compress(content) if packed else content)
    return file


@cache
def known(filters: str) -> Knowledge:
    return Knowledge(Matcher([parse_list(filters, "test")]), knowledge.organisations(), knowledge.lexicon(), ("Test list",))


def checked(folder: Path, made: dict[str, Any], filters: str = FILTERS) -> Found:
    return check(read(write(folder, made)), known(filters), LISTS)
