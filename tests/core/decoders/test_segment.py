"""What a Segment request tells. The requests are written for these tests."""

import json
from base64 import b64encode
from typing import Any
from urllib.parse import quote

import pytest
from hypothesis import given
from tests.core.decoders.reading import Told, events, identities, mangled

from netcurtain.core import decoders
from netcurtain.core.decoders import segment
from netcurtain.core.decoders.payload import Payload

API = "https://api.segment.io/v1"
PAGE = {"url": "https://a.example/report?q=1", "title": "Make a report", "referrer": "https://b.example/"}
TRACK: dict[str, Any] = {"type": "track", "event": "Form Started", "anonymousId": "an1", "context": {"page": PAGE}, "writeKey": "WK1"}
TOLD: set[Told] = {
    ("page_address", "https://a.example/report?q", "context.page.url"),
    ("page_title", "Make a report", "context.page.title"),
    ("referrer", "https://b.example/", "context.page.referrer"),
    ("visitor_id", "anonymousId", "anonymousId"),
    ("other", "tag WK1", "writeKey"),
}


@pytest.mark.parametrize(
    ("url", "known"),
    [
        (f"{API}/t", True),
        ("https://events.eu1.segmentapis.com/v1/t", True),
        ("https://cdn.segment.com/analytics.js/v1/WK1/analytics.min.js", False),
        ("https://segment.com/docs/", False),
        ("https://api.segment.io.example/v1/t", False),
    ],
)
def test_which_addresses_are_segments(url: str, known: bool) -> None:
    assert (decoders.decoder_of(Payload(url)) is segment) is known


@pytest.mark.parametrize(
    ("path", "body", "known"),
    [
        ("v1/t", TRACK, True),
        ("own/v1/batch", {"batch": [TRACK], "writeKey": "WK1"}, True),
        ("v1/t", {"type": "track", "event": "Sold", "anonymousId": "an1"}, False),
        ("v1/orders", TRACK, False),
    ],
)
def test_the_sites_own_domain_by_what_the_body_says(path: str, body: dict[str, Any], known: bool) -> None:
    url = f"https://events.a.example/{path}"
    assert (decoders.decoder_of(Payload(url, "POST", raw=json.dumps(body).encode())) is segment) is known
    assert not decoders.reads(url)


def test_a_call_a_batch_and_an_image() -> None:
    batch = {"batch": [{name: value for name, value in TRACK.items() if name != "writeKey"}] * 2, "writeKey": "WK1"}
    image = f"{API}/pixel/track?data={quote(b64encode(json.dumps(TRACK).encode()).decode())}"
    assert events(segment, Payload(f"{API}/t", raw=json.dumps(TRACK).encode())) == [("Form Started", TOLD)]
    assert events(segment, Payload(f"{API}/b", raw=json.dumps(batch).encode())) == [("Form Started", TOLD)] * 2
    assert events(segment, Payload(image)) == [("Form Started", TOLD)]


@pytest.mark.parametrize(
    ("path", "call", "name", "told"),
    [
        ("p", {"type": "page", "name": "Home"}, "page", {("event", "Home", "name")}),
        (
            "p",
            {"properties": PAGE},
            "page",
            {(what, value, "properties." + path.rpartition(".")[2]) for what, value, path in TOLD if "page." in path},
        ),
        ("i", {"type": "identify", "anonymousId": "0"}, "identify", set()),
        ("m", {"series": [{"type": "Counter"}]}, None, set()),
    ],
)
def test_other_calls(path: str, call: dict[str, Any], name: str, told: set[Told]) -> None:
    assert events(segment, Payload(f"{API}/{path}", raw=json.dumps(call).encode())) == [(name, told)]


def test_traits_by_the_names_of_segments_specification() -> None:
    traits = {"email": "a@a.example", "firstName": "A", "phone": "", "plan": "x", "address": {"city": "Leeds", "street": "x"}}
    body = {"type": "identify", "userId": "u7", "traits": traits, "context": {"traits": {"email": "ab" * 32}}}
    assert identities(segment, Payload(f"{API}/i", raw=json.dumps(body).encode())) == {
        ("external_id", "plain", "userId"),
        ("email", "plain", "traits.email"),
        ("first_name", "plain", "traits.firstName"),
        ("city", "plain", "traits.address.city"),
        ("email", "sha256", "context.traits.email"),
    }


@pytest.mark.parametrize("raw", [b"", b"{", b"3", b"[]", b'{"context": [], "traits": 3, "batch": {}, "type": null}', b'{"batch": [1, []]}'])
def test_what_cannot_be_read_tells_nothing(raw: bytes) -> None:
    assert events(segment, Payload(f"{API}/b", raw=raw)) == [(None, set())]


@given(mangled(json.dumps({"batch": [TRACK | {"traits": {"email": "x"}}]})))
def test_no_request_breaks_it(text: str) -> None:
    decoders.read(segment, Payload(f"{API}/b", raw=text.encode("utf-8", "replace")))
    decoders.read(segment, Payload(f"{API}/pixel/p?data={quote(text)}"))


def test_the_browsers_number_in_the_place_of_a_person_is_nobody() -> None:
    assert identities(segment, Payload(f"{API}/t", raw=json.dumps(TRACK | {"userId": TRACK["anonymousId"]}).encode())) == set()
    assert identities(segment, Payload(f"{API}/t", raw=json.dumps(TRACK | {"userId": "u1"}).encode())) == {
        ("external_id", "plain", "userId")
    }
