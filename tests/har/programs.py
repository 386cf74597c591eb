"""One invented visit, written down as each program would: its keys, its habits, what it leaves out. No text is theirs.

The visit: a police form after a redirect, with a pixel that is told of a button, a beacon with a body and a packed one, a frame and a
picture; then, in the same tab, a shop whose one tracker is stopped. Chrome, Firefox and Safari have some of it in store.
"""

import gzip
from base64 import b64encode
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl

from tests.har.recording import FORM, PAGE

TR = "https://www.facebook.com/tr/"
SHOP = "https://shop.example/"
BUTTON = f"{TR}?id=1&ev=SubscribedButtonClick&dl=https%3A%2F%2Fpolice.example%2Freport%3Fq%3Dsecret&cd[buttonText]=Report%20it"
PACKED = gzip.compress(f'{{"packed": "{PAGE}?q=secret"}}'.encode(), mtime=0)
"""Without the time in it, whose bytes may be letters by chance: mitmproxy writes those as such, and nobody can tell."""
PLAIN = f'{{"plain": "{PAGE}?q=secret", "w": "caf\u00e9"}}'.encode()

Json = dict[str, Any]


@dataclass(frozen=True)
class Step:
    """One request of the visit. ``fate`` is answered, stopped, stored or redirected; ``second`` when it was made."""

    url: str
    dest: str
    second: int
    referrer: str = ""
    body: bytes = b""
    kind: str = ""
    cookie: str = ""
    mime: str = "image/gif"
    html: str = ""
    fate: str = "answered"

    @property
    def method(self) -> str:
        return "POST" if self.body else "GET"

    @property
    def tab(self) -> int:
        """Which of the two pages it belongs to."""
        return 1 if self.second < 30 else 2


ORIGIN = "https://police.example/"
VISIT = (
    Step("https://police.example/go", "document", 0, mime="", fate="redirected"),
    Step(PAGE, "document", 1, mime="text/html; charset=utf-8", html=FORM),
    Step("https://police.example/a.css", "style", 2, PAGE, mime="text/css"),
    Step(BUTTON, "image", 3, ORIGIN, cookie="c_user=1234567; fr=secretcode"),
    Step(TR, "empty", 4, ORIGIN, b"id=1&ev=Lead", "application/x-www-form-urlencoded", mime="text/plain"),
    Step("https://unlisted-tracker.example/p", "empty", 5, ORIGIN, PACKED, "application/octet-stream"),
    Step("https://unlisted-tracker.example/j", "empty", 6, ORIGIN, PLAIN, "application/json", mime="application/json"),
    Step("https://frame.example/video", "iframe", 7, ORIGIN, mime="text/html", html="<title>Video</title>"),
    Step("https://unlisted-tracker.example/stored.js", "script", 8, ORIGIN, mime="text/javascript", fate="stored"),
    Step(SHOP, "document", 40, mime="text/html", html="<title>Shop</title><p>Shoes"),
    Step("https://www.google-analytics.com/g/collect?v=2&tid=G-1&en=page_view", "empty", 41, SHOP, mime="", fate="stopped"),
)

_ACCEPT = {"document": "text/html,application/xhtml+xml", "iframe": "text/html,application/xhtml+xml", "style": "text/css,*/*;q=0.1"}
_ACCEPT |= {"image": "image/avif,image/webp,*/*;q=0.8", "script": "*/*", "empty": "*/*"}
_CHROME = {"iframe": "document", "style": "stylesheet", "empty": "ping"}


def moment(step: Step, zone: str = "Z", digits: int = 3) -> str:
    hour = 15 if zone == "+01:00" else 14
    return f"2026-08-13T{hour}:02:{step.second:02}.{'1234567'[:digits]}{zone}"


def pairs(values: dict[str, str]) -> list[Json]:
    return [{"name": name, "value": value} for name, value in values.items()]


def headers(step: Step, *, sec_fetch: bool = True, lower: bool = False) -> list[Json]:
    found = {"Host": "x", "Accept": _ACCEPT[step.dest], "Referer": step.referrer, "Content-Type": step.kind, "Cookie": step.cookie}
    if sec_fetch:
        found["Sec-Fetch-Dest"] = step.dest
    return [{"name": name.lower() if lower else name, "value": value} for name, value in found.items() if value]


def letters(body: bytes) -> str:
    """Each byte as a letter."""
    return body.decode("latin-1")


def status(step: Step, none: int = 0) -> int:
    return {"answered": 200, "stored": 200, "redirected": 302, "stopped": none}[step.fate]


def entry(step: Step, at: str, request: Json, response: Json, **more: Any) -> Json:
    """What HAR 1.2 asks for; the rest is each program's."""
    asked: Json = {
        "method": step.method,
        "url": step.url,
        "httpVersion": "HTTP/2",
        "cookies": [],
        "queryString": [],
        "bodySize": len(step.body),
    }
    answer: Json = {
        "status": status(step),
        "statusText": "",
        "cookies": [],
        "headers": [],
        "redirectURL": "",
        "headersSize": -1,
        "bodySize": 35,
    }
    content = {"size": 35, "mimeType": step.mime} | ({"text": step.html} if step.html else {})
    if step.fate == "redirected":
        answer["redirectURL"] = PAGE
    return {
        "startedDateTime": at,
        "time": 3.5,
        "request": asked | request,
        "response": answer | {"content": content} | response,
        "cache": {},
        "timings": {"send": 0, "wait": 1, "receive": 2},
    } | more


def log(creator: str, entries: list[Json], pages: list[Json] | None = None, **more: Any) -> Json:
    named = {} if pages is None else {"pages": pages}
    return {"log": {"version": "1.2", "creator": {"name": creator, "version": "1"}, **named, "entries": entries, **more}}


def chrome(*, sensitive: bool = True) -> Json:
    """The page's address as its title, a reference a load, a word for each purpose; cookies only "with sensitive data"."""
    made = []
    for step in VISIT:
        said = headers(step, lower=True) + pairs({":method": step.method, ":scheme": "https"})
        request: Json = {"headers": said if sensitive else [one for one in said if one["name"] != "cookie"], "headersSize": -1}
        if step.body:
            request["postData"] = {"mimeType": step.kind, "text": letters(step.body)}
        stopped = step.fate == "stopped"
        response = {"_transferSize": 0, "_error": "net::ERR_BLOCKED_BY_CLIENT" if stopped else None, "_fetchedViaServiceWorker": False}
        own: Json = {"_fromCache": "disk"} if step.fate == "stored" else {}
        own |= {"_initiator": {"type": "script", "stack": {"callFrames": [{"url": PAGE}]}}, "_priority": "Low"}
        own |= {"_resourceType": _CHROME.get(step.dest, step.dest), "pageref": f"page_{step.tab}", "connection": "80"}
        one = entry(step, moment(step), request, response, **own)
        made.append({key: one[key] for key in sorted(one)})
    starts = (VISIT[0], VISIT[9])
    pages = [
        {"startedDateTime": moment(one), "id": f"page_{one.tab}", "title": url, "pageTimings": {"onLoad": 9.5}}
        for one, url in zip(starts, (f"{PAGE}?q=secret", SHOP), strict=True)
    ]
    return log("WebInspector", made, pages)


def firefox() -> Json:
    """Time zones; both the text and the parameters of a form; nothing says that a request was stopped, or that its answer was in store."""
    made = []
    for step in VISIT:
        request: Json = {"headers": headers(step), "headersSize": 300}
        if step.cookie:
            request["cookies"] = pairs(dict(part.split("=", 1) for part in step.cookie.split("; ")))
        if step.body:
            form = pairs(dict(parse_qsl(step.body.decode()))) if "urlencoded" in step.kind else []
            request["postData"] = {"mimeType": step.kind, "params": form, "text": letters(step.body)}
        stored = step.fate == "stored"
        served = {} if stored or step.fate == "stopped" else {"serverIPAddress": "192.0.2.1", "connection": "443"}
        response: Json = {"httpVersion": "HTTP/2", "bodySize": 0 if stored else 35}
        if step.dest == "image":
            response["content"] = {"mimeType": step.mime, "size": 3, "encoding": "base64", "text": b64encode(b"GIF").decode()}
        made.append(entry(step, moment(step, "+01:00"), request, response, **served, pageref=f"page_{step.tab}", _securityState="secure"))
    pages = [{"id": f"page_{n}", "pageTimings": {"onLoad": 9}, "startedDateTime": "", "title": url} for n, url in ((1, PAGE), (2, SHOP))]
    made_log = log("Firefox", made, pages)
    made_log["log"]["browser"] = {"name": "Firefox", "version": "1"}
    return made_log


def safari() -> Json:
    """One page for all that the tab did, with its last address as the title."""
    made = []
    for step in VISIT:
        request: Json = {"headers": headers(step), "headersSize": -1}
        if step.body:
            request["postData"] = {"mimeType": step.kind, "text": letters(step.body), "params": []}
        response = {"_error": "Content Blocker prevented the page from loading a resource"} if step.fate == "stopped" else {}
        fetched = {"stored": "Disk Cache", "stopped": None}.get(step.fate, "Network Load")
        made.append(entry(step, moment(step), request, response, pageref="page_0", _fetchType=fetched))
    page = {"startedDateTime": moment(VISIT[0]), "id": "page_0", "title": SHOP, "pageTimings": {}}
    return log("WebKit Web Inspector", made, [page])


def charles() -> Json:
    """No pages; tunnels; a form as parameters alone, any other body as base64 of which nothing is said; nulls. No store of its own."""
    made = []
    for step in VISIT:
        request: Json = {"headers": headers(step, sec_fetch=False) + pairs({":authority": "x"}), "headersSize": 11}
        if "urlencoded" in step.kind:
            request["postData"] = {"mimeType": step.kind, "params": pairs(dict(parse_qsl(step.body.decode())))}
        elif step.body:
            request["postData"] = {"mimeType": step.kind, "text": b64encode(step.body).decode()}
        failed = step.fate in ("stopped", "stored")
        response: Json = {"_charlesStatus": "FAILED" if failed else "COMPLETE", "statusText": None, "redirectURL": None}
        if failed:
            response |= {"status": None, "content": {"size": 0, "mimeType": None}}
        made.append(entry(step, moment(step, "+01:00"), request, response, serverIPAddress="192.0.2.1"))
    tunnel = entry(Step("https://www.facebook.com:443", "empty", 2), moment(VISIT[2]), {"method": "CONNECT", "headers": []}, {})
    return log("Charles Proxy", [tunnel, *made])


def mitmproxy() -> Json:
    """No pages in a list of pages; UTF-8 read as something else; bytes as halves of characters; an error in words."""
    made = []
    for step in VISIT:
        request: Json = {"headers": headers(step), "headersSize": 200}
        if step.body:
            text = step.body.decode("utf-8", "surrogateescape") if "octet" in step.kind else letters(step.body)
            request["postData"] = {"mimeType": step.kind, "text": text, "params": []}
        failed = step.fate in ("stopped", "stored")
        response: Json = {"status": 0, "content": {}, "_transferSize": 0, "_error": "Connection killed."} if failed else {}
        made.append(entry(step, f"2026-08-13T14:02:{step.second:02}.123456+00:00", request, response, serverIPAddress="192.0.2.1"))
    return log("mitmproxy", made, [])


def fiddler() -> Json:
    """Seven digits of a second; pages as an empty list."""
    made = []
    for step in VISIT:
        request: Json = {"headers": headers(step), "headersSize": 300}
        if step.body:
            request["postData"] = {"mimeType": step.kind, "text": letters(step.body), "params": []}
        failed = step.fate in ("stopped", "stored")
        response: Json = {"status": 0, "content": {"size": 0, "mimeType": ""}} if failed else {}
        made.append(entry(step, moment(step, "+01:00", 7), request, response, comment="[#1]"))
    return log("Fiddler", made, [], comment="exported")


def playwright() -> Json:
    """A page for the whole tab, with the title of the last document; -1 for no answer; ``_failureText``; what the test answered itself."""
    made = []
    for step in VISIT:
        request: Json = {"headers": headers(step, lower=True), "headersSize": -1}
        if step.body:
            form = pairs(dict(parse_qsl(step.body.decode()))) if "urlencoded" in step.kind else []
            text = "" if "octet" in step.kind else step.body.decode()
            request["postData"] = {"mimeType": step.kind, "text": text, "params": form}
        stopped = step.fate == "stopped"
        response: Json = {"status": status(step, -1), "_transferSize": 0}
        if stopped:
            response |= {"content": {"size": -1, "mimeType": "x-unknown"}, "_failureText": "net::ERR_BLOCKED_BY_CLIENT.Inspector"}
        own: Json = {"_wasFulfilled": True} if step.fate == "stored" else {"serverIPAddress": "192.0.2.1"}
        made.append(entry(step, moment(step), request, response, pageref="page@1", **own))
    page = {"startedDateTime": moment(VISIT[0]), "id": "page@1", "title": "Shop", "pageTimings": {"onLoad": 9}}
    return log("Playwright", made, [page])


def http_toolkit() -> Json:
    """A page for each program that asked, with the program's name as the title; a body that is no text in a place of its own."""
    made = []
    for step in VISIT:
        request: Json = {"headers": headers(step), "headersSize": -1}
        if "octet" in step.kind:
            request["_requestBodyStatus"] = "discarded:not-representable"
            request["_content"] = {"text": b64encode(step.body).decode(), "size": len(step.body), "encoding": "base64"}
        elif step.body:
            request["postData"] = {"mimeType": step.kind, "text": step.body.decode()}
        failed = step.fate in ("stopped", "stored")
        response: Json = {"status": 0, "content": {"size": 0, "mimeType": "application/x-unknown"}} if failed else {}
        made.append(entry(step, moment(step, "+01:00"), request, response, pageref="Chrome 140 (Linux)"))
    page = {"id": "Chrome 140 (Linux)", "title": "Chrome 140 (Linux)", "startedDateTime": moment(VISIT[0], "+01:00"), "pageTimings": {}}
    return log("HTTP Toolkit", made, [page], _tlsErrors=[{"hostname": "x.example", "cause": "reset"}])


PROGRAMS: dict[str, Callable[[], Json]] = {
    "Chrome": chrome,
    "Chrome, sanitized": lambda: chrome(sensitive=False),
    "Firefox": firefox,
    "Safari": safari,
    "Charles": charles,
    "mitmproxy": mitmproxy,
    "Fiddler": fiddler,
    "Playwright": playwright,
    "HTTP Toolkit": http_toolkit,
}
