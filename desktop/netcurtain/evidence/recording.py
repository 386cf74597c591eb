"""copy.har: the requests as a HAR 1.2, made from addresses and bodies whose values are cut, so that other programs can read them too.

`netcurtain check copy.har` finds in it what was found in the visit. Only requests whose address is there are in it.
"""

from typing import Any

from netcurtain import __version__
from netcurtain.core.evidence import STOPPED, Evidence, EvidencePage, EvidenceRequest
from netcurtain.evidence import times, wording
from netcurtain.evidence.lines import Value, line, lines, whole

CUT = "cut"
"""Stands for the value of a cookie, whose name alone is known."""

_CHROME = {
    "stylesheet": "stylesheet",
    "image": "image",
    "imageset": "image",
    "media": "media",
    "font": "font",
    "script": "script",
    "xmlhttprequest": "xhr",
    "websocket": "websocket",
    "webtransport": "webtransport",
    "ping": "ping",
    "beacon": "ping",
    "web_manifest": "manifest",
    "csp_report": "csp-violation-report",
    "other": "other",
}
"""Chrome's ``_resourceType`` by the browser's word; har/purpose.py reads it."""

_HEADERS = {
    "main_frame": {"Sec-Fetch-Dest": "document"},
    "sub_frame": {"Sec-Fetch-Dest": "iframe"},
    "object": {"Sec-Fetch-Dest": "object"},
    "speculative": {"Sec-Fetch-Dest": "document", "Sec-Purpose": "prefetch"},
}
"""What Chrome's words do not tell apart is said by the headers that go with it."""

_STOPPED = "net::ERR_BLOCKED_BY_CLIENT"


def recording(evidence: Evidence) -> bytes:
    """The file."""
    named = [_page(page, page_name(number)) for number, page in enumerate(evidence.pages, 1)]
    entries = [entry for number, page in enumerate(evidence.pages, 1) for entry in _entries(page, page_name(number))]
    log = {
        "version": "1.2",
        "creator": {"name": "Netcurtain", "version": __version__},
        "browser": {"name": _browser(evidence), "version": ""},
        "comment": " ".join((wording.RECORDING_ABOUT, wording.DELETIONS)),
        "pages": lines(named),
        "entries": lines(entries),
    }
    return whole({"log": {key: line(value) for key, value in log.items()}})


def request_entry(request: EvidenceRequest, name: str, leads_to: str) -> Value | None:
    """One request; None where its address is not there. ``leads_to`` is the address that its answer led to."""
    redacted = request.redacted
    if redacted is None:
        return None
    cookies = [{"name": fact.text, "value": CUT} for fact in request.cookies]
    entry = _entry(name, request.time, request.method, redacted.url, _HEADERS.get(request.type, {}), cookies)
    asked, answer = entry["request"], entry["response"]
    if redacted.body is not None:
        asked["postData"] = {"mimeType": redacted.kind or "application/octet-stream", "text": redacted.body}
    answer["status"], answer["redirectURL"] = request.status, leads_to
    if request.fate in STOPPED:
        answer["_error"] = _STOPPED  # says as much, and not by whom
    else:
        entry["_fate"] = request.fate
    if word := _CHROME.get(request.type):
        entry["_resourceType"] = word
    if request.initiator:
        entry["_initiator"] = {"type": "other", "url": request.initiator}
    entry["comment"] = _comment(request)
    return entry


def leads(page: EvidencePage) -> dict[str, str]:
    """To which address the answer of a request led, by the request's name."""
    return {one.redirected_from: one.redacted.url for one in page.requests if one.redirected_from and one.redacted}


def page_name(number: int) -> str:
    """As entries name their page; the first is 1."""
    return f"page_{number}"


def _entries(page: EvidencePage, name: str) -> list[Value]:
    led = leads(page)
    made = [request_entry(one, name, led.get(one.request, "")) for one in page.requests]
    return [_document(page, name), *(entry for entry in made if entry is not None)]


def _document(page: EvidencePage, name: str) -> Value:
    """The page's own document: its address alone."""
    entry = _entry(name, page.opened, "GET", page.address, _HEADERS["main_frame"], [])
    return {**entry, "_resourceType": "document", "comment": wording.THE_PAGE}


def _entry(name: str, time: float, method: str, url: str, headers: dict[str, str], cookies: list[dict[str, str]]) -> dict[str, Any]:
    asked = {
        "method": method or "GET",
        "url": url,
        "httpVersion": "",
        "cookies": cookies,
        "headers": [{"name": key, "value": value} for key, value in headers.items()],
        "queryString": [],
        "headersSize": -1,
        "bodySize": -1,
    }
    answer = {
        "status": 0,
        "statusText": "",
        "httpVersion": "",
        "cookies": [],
        "headers": [],
        "content": {"size": 0, "mimeType": ""},
        "redirectURL": "",
        "headersSize": -1,
        "bodySize": -1,
    }
    return {
        "pageref": name,
        "startedDateTime": times.utc(time),
        "time": 0,
        "request": asked,
        "response": answer,
        "cache": {},
        "timings": {"send": 0, "wait": 0, "receive": 0},
    }


def _page(page: EvidencePage, name: str) -> Value:
    return {"startedDateTime": times.utc(page.opened), "id": name, "title": page.title, "pageTimings": {}}


def _comment(request: EvidenceRequest) -> str:
    """The filter and its list word for word, then what else a HAR has no place for."""
    flagged = f"{request.filter_list}: {request.filter}" if request.filter else ""
    many = wording.STANDS_FOR.format(count=request.count) if request.count > 1 else ""
    return "\n".join(filter(None, (flagged, request.organisation, wording.FATES[request.fate], *request.sentences, many)))


def _browser(evidence: Evidence) -> str:
    return next((page.circumstances.browser for page in evidence.pages if page.circumstances.browser), "")
