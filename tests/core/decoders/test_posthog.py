"""What a PostHog request tells. The requests are written for these tests."""

import gzip
import json
from base64 import b64encode
from typing import Any
from urllib.parse import quote

import pytest
from hypothesis import given
from tests.core.decoders.reading import Told, events, identities, mangled

from netcurtain.core import decoders
from netcurtain.core.decoders import posthog
from netcurtain.core.decoders.payload import Payload

API = "https://eu.i.posthog.com/i/v0/e/"
PROPERTIES: dict[str, Any] = {
    "$current_url": "https://a.example/help?q=1",
    "$referrer": "$direct",
    "title": "Get help",
    "distinct_id": "d1",
    "$device_id": "d1",
    "token": "phc_T1",
}
CLICK: dict[str, Any] = {
    "event": "$autocapture",
    "properties": {**PROPERTIES, "$elements": [{"tag_name": "button", "$el_text": "Chat now"}, {"tag_name": "form"}]},
}
TOLD: set[Told] = {
    ("page_address", "https://a.example/help?q", "$current_url"),
    ("page_title", "Get help", "title"),
    ("button_text", "Chat now", "$elements"),
    ("visitor_id", "$device_id", "$device_id"),
    ("visitor_id", "distinct_id", "distinct_id"),
    ("other", "tag phc_T1", "token"),
}


@pytest.mark.parametrize(
    ("url", "known"),
    [
        (API, True),
        ("https://us.i.posthog.com/e/?compression=gzip-js", True),
        ("https://app.posthog.com/capture", True),
        ("https://eu.i.posthog.com/s/", False),
        ("https://eu-assets.i.posthog.com/static/array.js", False),
        ("https://posthog.com/docs", False),
        ("https://eu.i.posthog.com.example/e/", False),
    ],
)
def test_which_addresses_are_posthogs(url: str, known: bool) -> None:
    assert (decoders.decoder_of(Payload(url)) is posthog) is known


@pytest.mark.parametrize(("body", "known"), [(CLICK, True), ({"event": "sold"}, False)])
def test_the_sites_own_domain_by_what_the_body_says(body: dict[str, Any], known: bool) -> None:
    url = "https://ph.a.example/own/i/v0/e/"
    assert (decoders.decoder_of(Payload(url, "POST", raw=json.dumps(body).encode())) is posthog) is known
    assert not decoders.reads(url)


@pytest.mark.parametrize("coat", ["json", "a list", "a batch", "packed", "base64 in a form"])
def test_an_event_in_every_coat(coat: str) -> None:
    plain = json.dumps(CLICK)
    raw = {
        "json": plain.encode(),
        "a list": f"[{plain}]".encode(),
        "a batch": f'{{"api_key": "phc_T1", "batch": [{plain}]}}'.encode(),
        "packed": gzip.compress(plain.encode()),
        "base64 in a form": f"data={quote(b64encode(plain.encode()).decode())}".encode(),
    }[coat]
    assert events(posthog, Payload(API, "POST", raw=raw)) == [("$autocapture", TOLD)]


def test_the_page_before_and_the_words_of_a_newer_version() -> None:
    new = {**PROPERTIES, "$referrer": "https://b.example/", "$el_text": "Ring us", "$external_click_url": "https://c.example/?x=1"}
    ((_, told),) = events(posthog, Payload(API, "POST", raw=json.dumps({"event": "a", "properties": new}).encode()))
    assert {("referrer", "https://b.example/", "$referrer"), ("button_text", "Ring us", "$el_text")} <= told
    assert ("link_address", "https://c.example/?x", "$external_click_url") in told


@pytest.mark.parametrize(
    ("event", "told"),
    [
        (CLICK, set()),
        ({"event": "$identify", "properties": PROPERTIES}, set()),
        ({"event": "$identify", "properties": PROPERTIES | {"distinct_id": "u1"}}, {("external_id", "plain", "distinct_id")}),
        ({"event": "a", "properties": {"distinct_id": "u1", "$is_identified": True}}, {("external_id", "plain", "distinct_id")}),
        ({"event": "$identify", "properties": {"distinct_id": "pat@mail.example"}}, {("email", "plain", "distinct_id")}),
        ({"event": "a", "properties": {"distinct_id": "pat@mail.example"}}, {("email", "plain", "distinct_id")}),
        ({"event": "a", "properties": {"email": "help@a.example", "$current_url": "https://a.example/"}}, set()),
        ({"event": "a", "$set": {"email": "pat@mail.example"}}, {("email", "plain", "$set.email")}),
        ({"event": "a", "properties": {"$set": {"email": "pat@mail.example"}}}, {("email", "plain", "$set.email")}),
        ({"event": "a", "properties": {"email": "", "$set": {"email": "0"}}}, set()),
    ],
)
def test_who_somebody_is(event: dict[str, Any], told: set[tuple[str, str, str]]) -> None:
    assert identities(posthog, Payload(API, "POST", raw=json.dumps(event).encode())) == told


@pytest.mark.parametrize("raw", [b"", b"\xff", b"[]", b"null", b"[[1]]", b'{"batch": 3}', b"data=x", b'{"properties": 3}'])
def test_what_cannot_be_read_tells_nothing(raw: bytes) -> None:
    assert events(posthog, Payload(API, "POST", raw=raw)) == [(None, set())]


@given(mangled(json.dumps([CLICK])))
def test_no_request_breaks_it(text: str) -> None:
    decoders.read(posthog, Payload(API, "POST", raw=text.encode("utf-8", "replace")))
