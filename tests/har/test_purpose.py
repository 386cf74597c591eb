"""har/purpose.py: what a request was for, by whatever the program says of it."""

from typing import Any

import msgspec
import pytest
from tests.har.recording import entry

from netcurtain.core.request import ResourceType
from netcurtain.har.recorded import recorded
from netcurtain.har.shape import Entry


@pytest.mark.parametrize(
    ("said", "kind", "sure"),
    [
        ({"kind": "xhr"}, ResourceType.XMLHTTPREQUEST, False),
        ({"kind": "ping"}, ResourceType.PING, False),
        ({"kind": "preflight"}, ResourceType.OTHER, False),
        ({"kind": "document"}, ResourceType.MAIN_FRAME, False),
        ({"kind": "iframe"}, ResourceType.SUB_FRAME, True),
        ({"kind": "document", "headers": {"sec-fetch-dest": "iframe"}}, ResourceType.SUB_FRAME, True),
        ({"kind": "document", "headers": {"sec-fetch-dest": "document"}}, ResourceType.MAIN_FRAME, True),
        ({"kind": "document", "headers": {"sec-fetch-dest": "object"}}, ResourceType.OBJECT, True),
        ({"headers": {"Sec-Fetch-Dest": "script"}}, ResourceType.SCRIPT, True),
        ({"headers": {"SEC-FETCH-DEST": "empty"}}, ResourceType.XMLHTTPREQUEST, True),
        ({"mime": "text/html; charset=utf-8", "headers": {"Accept": "text/html,*/*"}}, ResourceType.MAIN_FRAME, False),
        ({"mime": "text/html", "headers": {"Accept": "*/*"}}, ResourceType.OTHER, False),
        ({"mime": "text/html", "headers": {"X-Requested-With": "XMLHttpRequest"}}, ResourceType.XMLHTTPREQUEST, False),
        ({"mime": "image/gif"}, ResourceType.IMAGE, False),
        ({"mime": "application/javascript"}, ResourceType.SCRIPT, False),
        ({"kind": "webtransport"}, ResourceType.WEBTRANSPORT, False),
        (
            {"kind": "document", "headers": {"sec-fetch-dest": "document", "sec-purpose": "prefetch;prerender"}},
            ResourceType.SPECULATIVE,
            True,
        ),
        ({"kind": "script", "headers": {"sec-purpose": "prefetch;prerender"}}, ResourceType.SCRIPT, False),
        ({"status": 302, "mime": "", "headers": {"Accept": "text/html,*/*"}}, ResourceType.MAIN_FRAME, False),
        ({"status": 0, "mime": "x-unknown", "headers": {"Accept": "text/html,*/*"}}, ResourceType.MAIN_FRAME, False),
        ({"mime": "image/png", "headers": {"Accept": "text/html,*/*"}}, ResourceType.IMAGE, False),
        ({"mime": "text/html", "headers": {"Accept": "image/avif,*/*"}}, ResourceType.IMAGE, False),
        ({"mime": "text/plain", "headers": {"Accept": "text/css,*/*;q=0.1"}}, ResourceType.STYLESHEET, False),
        ({"mime": "text/html", "headers": {"Accept": "application/json, text/plain"}}, ResourceType.XMLHTTPREQUEST, False),
        ({"mime": "text/html", "post": {"text": "a"}, "headers": {"Accept": "*/*"}}, ResourceType.XMLHTTPREQUEST, False),
        ({"mime": "text/html"}, ResourceType.MAIN_FRAME, False),
        ({"headers": {"Ping-To": "https://b.example/"}}, ResourceType.PING, False),
        ({"mime": None, "url": "https://a.example/x.js?v=1.png"}, ResourceType.SCRIPT, False),
        ({"mime": "x-unknown", "url": "https://a.example/x.GIF#y"}, ResourceType.IMAGE, False),
        ({"mime": "", "url": "https://a.example/"}, ResourceType.OTHER, False),
        ({"headers": {"Upgrade": "WebSocket"}}, ResourceType.WEBSOCKET, False),
        ({"url": "wss://a.example/"}, ResourceType.WEBSOCKET, False),
    ],
)
def test_what_a_request_is_for(said: dict[str, Any], kind: ResourceType, sure: bool) -> None:
    found = recorded(msgspec.convert(entry(said.get("url", "https://a.example/x"), **{**said, "url": None}), Entry))
    assert found is not None
    assert (found.type, found.sure) == (kind, sure)
