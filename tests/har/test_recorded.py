"""har/recorded.py: what a request was for, how far it got and what its body was, as each program writes it."""

from base64 import b64encode
from typing import Any

import msgspec
import pytest
from tests.har.recording import entry

from netcurtain.core.request import Fate, ResourceType
from netcurtain.har.recorded import Recorded, milliseconds, page_text, recorded
from netcurtain.har.shape import Entry

URL = "https://a.example/x"


def read(**more: Any) -> Recorded:
    found = recorded(msgspec.convert(entry(more.pop("url", URL), **more), Entry))
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("said", "kind", "sure"),
    [
        ({"kind": "xhr"}, ResourceType.XMLHTTPREQUEST, False),
        ({"kind": "ping"}, ResourceType.PING, False),
        ({"kind": "preflight"}, ResourceType.OTHER, False),
        ({"kind": "document"}, ResourceType.MAIN_FRAME, False),
        ({"kind": "document", "headers": {"sec-fetch-dest": "iframe"}}, ResourceType.SUB_FRAME, True),
        ({"kind": "document", "headers": {"sec-fetch-dest": "document"}}, ResourceType.MAIN_FRAME, True),
        ({"headers": {"Sec-Fetch-Dest": "script"}}, ResourceType.SCRIPT, True),
        ({"headers": {"SEC-FETCH-DEST": "empty"}}, ResourceType.XMLHTTPREQUEST, True),
        ({"mime": "text/html; charset=utf-8", "headers": {"Accept": "text/html,*/*"}}, ResourceType.MAIN_FRAME, False),
        ({"mime": "text/html", "headers": {"Accept": "*/*"}}, ResourceType.OTHER, False),
        ({"mime": "text/html", "headers": {"X-Requested-With": "XMLHttpRequest"}}, ResourceType.OTHER, False),
        ({"mime": "image/gif"}, ResourceType.IMAGE, False),
        ({"mime": "application/javascript"}, ResourceType.SCRIPT, False),
        ({"url": "wss://a.example/"}, ResourceType.WEBSOCKET, False),
    ],
)
def test_what_a_request_is_for(said: dict[str, Any], kind: ResourceType, sure: bool) -> None:
    found = read(**said)
    assert (found.type, found.sure) == (kind, sure)


@pytest.mark.parametrize(
    ("said", "fate"),
    [
        ({"status": 200}, Fate.ANSWERED),
        ({"status": 404}, Fate.ANSWERED),
        ({"status": 0}, Fate.ATTEMPTED),
        ({"status": None}, Fate.ATTEMPTED),
        ({"status": -1}, Fate.ATTEMPTED),
        ({"status": "200"}, Fate.ANSWERED),
        ({"status": 200, "cached": "disk"}, Fate.ATTEMPTED),
        ({"status": 0, "error": "net::ERR_BLOCKED_BY_CLIENT"}, Fate.STOPPED_BY_ANOTHER),
        ({"status": 0, "error": "net::ERR_NAME_NOT_RESOLVED"}, Fate.ATTEMPTED),
    ],
)
def test_how_far_it_got(said: dict[str, Any], fate: Fate) -> None:
    assert read(**said).fate is fate


@pytest.mark.parametrize("url", ["data:text/plain,a", "blob:https://a.example/1", "chrome-extension://abc/x.js", "", "about:blank"])
def test_what_went_out_to_nobody_is_no_request(url: str) -> None:
    assert recorded(msgspec.convert(entry(url), Entry)) is None


@pytest.mark.parametrize(
    ("post", "body", "form"),
    [
        ({"mimeType": "text/plain", "text": "ev=PageView"}, b"ev=PageView", None),
        ({"mimeType": "text/plain", "text": "\u00e9"}, "\u00e9".encode(), None),
        ({"text": "\x1f\u008b\x08\u00ff"}, b"\x1f\x8b\x08\xff", None),
        ({"text": b64encode(b"packed").decode(), "encoding": "base64"}, b"packed", None),
        ({"text": b64encode(b"packed").decode(), "_encoding": "base64"}, b"packed", None),
        ({"text": "no base64!", "encoding": "base64"}, b"", None),
        ({"text": "x" * 600_000}, b"", None),
        ({"params": [{"name": "ev", "value": "a"}, {"name": "ev", "value": None}]}, b"", {"ev": ["a", ""]}),
        ({"text": "", "params": []}, b"", None),
        (None, b"", None),
    ],
)
def test_a_body(post: object, body: bytes, form: object) -> None:
    found = read(post=post)
    assert (found.body, found.form) == (body, form)


def test_its_repr_holds_nothing_of_it() -> None:
    found = read(url="https://a.example/secret", headers={"Cookie": "a=secret"}, post={"text": "secret"})
    assert "secret" not in repr(found)


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        ("1970-01-01T00:00:01.500Z", 1500.0),
        ("1970-01-01T01:00:01.500+01:00", 1500.0),
        ("1970-01-01T00:00:01", 1000.0),
        ("yesterday", None),
        ("", None),
        (None, None),
        ("9999-12-31T23:59:59-23:59", None),
    ],
)
def test_a_moment(moment: str | None, expected: float | None) -> None:
    found = milliseconds(moment)
    assert found == expected or (expected is None and found is not None and found > 2.5e14)


def test_no_part_of_a_recording_shows_what_it_holds() -> None:
    made = entry("https://a.example/MARKER", headers={"cookie": "MARKER=1"}, post={"text": "MARKER"}, html="MARKER")
    marked = msgspec.json.decode(msgspec.json.encode(made), type=Entry)
    assert marked.request is not None
    assert "MARKER" not in repr((marked, marked.request, marked.request.headers, marked.request.post, marked.response))


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ({"mimeType": "text/html", "text": "<p>a\\u00e9"}, "<p>a\\u00e9"),
        ({"mimeType": "text/html; charset=utf-8", "text": b64encode(b"<p>").decode(), "encoding": "base64"}, "<p>"),
        ({"mimeType": "text/html", "text": "no base64!", "encoding": "base64"}, None),
        ({"mimeType": "text/html"}, None),
        ({"mimeType": "text/html", "text": None}, None),
        ({"mimeType": "text/html", "text": 5}, None),
        ({"mimeType": "application/json", "text": "{}"}, None),
        ({"mimeType": "text/html", "text": "x" * 5_000_000}, None),
    ],
)
def test_the_text_of_a_page(content: dict[str, Any], text: str | None) -> None:
    raw = msgspec.json.encode({"request": {"url": URL}, "response": {"status": 200, "content": content}})
    assert page_text(msgspec.json.decode(raw, type=Entry)) == text
