"""What a LinkedIn Insight request tells. The requests are written for these tests."""

import gzip
import json
from base64 import b64encode
from typing import Any
from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.decoders.reading import Told, events, identities, mangled

from netcurtain.core import decoders
from netcurtain.core.decoders import linkedin
from netcurtain.core.decoders.payload import Payload

COLLECT = "https://px.ads.linkedin.com/collect"
WA = "https://px.ads.linkedin.com/wa/"
PAGE = "https://a.example/report"
CLICK: dict[str, Any] = {
    "pids": [1001, 1002],
    "url": f"{PAGE}?q=secret",
    "pageTitle": "Make a report",
    "liFatId": "",
    "liGiant": "g1",
    "hem": "ab" * 32,
    "signalType": "CLICK",
    "href": "/next?who=me",
    "domAttributes": {
        "elementType": "submit",
        "elementValue": None,
        "innerText": "Send it",
        "formAction": "/send",
        "isFormSubmission": True,
    },
    "elementCrumbsTree": [{"tagName": "main"}, {"tagName": "form", "id": "report-form", "attributes": {"action": "/send"}}],
}
TOLD: set[Told] = {
    ("page_address", f"{PAGE}?q", "url"),
    ("page_title", "Make a report", "pageTitle"),
    ("button_text", "Send it", "domAttributes.innerText"),
    ("link_address", "/next?who", "href"),
    ("link_address", "/send", "domAttributes.formAction"),
    ("form_id", "report-form", "elementCrumbsTree"),
    ("visitor_id", "liGiant", "liGiant"),
    ("other", "tag 1001", "pids"),
    ("other", "tag 1002", "pids"),
}


@pytest.mark.parametrize(
    ("url", "known"),
    [
        (f"{COLLECT}?v=2", True),
        ("https://px4.ads.linkedin.com/collect?v=2", True),
        ("https://dc.ads.linkedin.com/collect/?pid=1", True),
        (WA, True),
        ("https://px.ads.linkedin.com/attribution_trigger?pid=1", True),
        ("https://www.linkedin.com/px/li_sync?redirect=x", True),
        ("https://snap.licdn.com/li.lms-analytics/insight.min.js", False),
        ("https://www.linkedin.com/feed/", False),
        ("https://www.linkedin.com/company/x?px=1", False),
        ("https://static.licdn.com/a.js", False),
        ("https://ads.linkedin.com/", False),
        ("https://ads.linkedin.com.example/collect", False),
    ],
)
def test_which_addresses_are_the_tags(url: str, known: bool) -> None:
    assert (decoders.decoder_of(Payload(url)) is linkedin) is known


@pytest.mark.parametrize(
    ("parameters", "name", "told"),
    [
        (
            {"pid": "1001,1002", "url": f"{PAGE}?q=1"},
            None,
            {("page_address", f"{PAGE}?q", "url"), ("other", "tag 1001", "pid"), ("other", "tag 1002", "pid")},
        ),
        ({"pid": "7", "conversionId": "42"}, "conversion", {("event", "42", "conversionId"), ("other", "tag 7", "pid")}),
        (
            {"url": "https://a.example/", "pageUrl": PAGE, "ref": "https://b.example/?q=1"},
            None,
            {("page_address", "https://a.example/", "url"), ("page_address", PAGE, "pageUrl"), ("referrer", "https://b.example/?q", "ref")},
        ),
        ({"pid": "", "url": "", "li_adsId": "f"}, None, {("visitor_id", "li_adsId", "li_adsId")}),
        ({"pid": "", "url": "", "li_fat_id": "f"}, None, {("visitor_id", "li_fat_id", "li_fat_id")}),
    ],
)
def test_by_address(parameters: dict[str, str], name: str | None, told: set[Told]) -> None:
    for path in ("collect", "attribution_trigger"):
        assert events(linkedin, Payload(f"https://px.ads.linkedin.com/{path}?{urlencode(parameters)}")) == [(name, told)]


@pytest.mark.parametrize("coat", ["plain", "base64", "base64 of gzip", "gzip"])
def test_a_signal_in_every_coat(coat: str) -> None:
    plain = json.dumps(CLICK).encode()
    coats = {"plain": plain, "base64": b64encode(plain), "base64 of gzip": b64encode(gzip.compress(plain)), "gzip": gzip.compress(plain)}
    payload = Payload(f"{WA}?medium=fetch&fmt=g", "POST", raw=coats[coat])
    ((name, told),) = events(linkedin, payload)
    assert name == "CLICK"
    assert {fact for fact in told if fact[0] != "identity"} == TOLD
    assert identities(linkedin, payload) == {("email", "sha256", "hem")}


def test_signals_of_a_list_are_an_event_each() -> None:
    body = json.dumps([{"signalType": "PAGE_VISIT", "url": PAGE}, {"signalType": "CLICK"}]).encode()
    assert events(linkedin, Payload(WA, raw=body)) == [("PAGE_VISIT", {("page_address", PAGE, "url")}), ("CLICK", set())]


@pytest.mark.parametrize("hem", [None, "", "0", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"])
def test_without_an_email_nobody_is_told(hem: str | None) -> None:
    assert identities(linkedin, Payload(WA, raw=json.dumps(CLICK | {"hem": hem}).encode())) == set()


@pytest.mark.parametrize(("kind", "told"), [("submit", {("button_text", "Go", "domAttributes.elementValue")}), ("text", set())])
def test_the_value_of_an_input_is_a_buttons_words_only_where_it_is_a_button(kind: str, told: set[Told]) -> None:
    body = {"signalType": "CLICK", "domAttributes": {"elementType": kind, "elementValue": "Go", "innerText": None}}
    assert events(linkedin, Payload(WA, raw=json.dumps(body).encode())) == [("CLICK", told)]


@pytest.mark.parametrize(
    "raw",
    [b"", b"\xff\x00", b"H4sI" + b"A" * 40, b"[]", b"[1, null]", b'{"domAttributes": 3, "pids": "x", "elementCrumbsTree": {}}', b"{" * 99],
)
def test_what_cannot_be_read_tells_nothing(raw: bytes) -> None:
    assert events(linkedin, Payload(WA, raw=raw)) == [(None, set())]


@given(mangled(json.dumps(CLICK)), mangled(urlencode({"pid": "1", "url": PAGE, "conversionId": "2"})), st.binary(max_size=50))
def test_no_request_breaks_it(body: str, query: str, raw: bytes) -> None:
    for payload in (Payload(WA, raw=body.encode("utf-8", "replace")), Payload(WA, raw=raw), Payload(f"{COLLECT}?{query}")):
        decoders.read(linkedin, payload)
