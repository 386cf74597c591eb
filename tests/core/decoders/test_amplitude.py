"""What an Amplitude request tells. The requests are written for these tests."""

import json
from typing import Any
from urllib.parse import quote

import pytest
from hypothesis import given
from tests.core.decoders.reading import Told, events, identities, mangled

from netcurtain.core import decoders
from netcurtain.core.decoders import amplitude
from netcurtain.core.decoders.payload import Payload

API = "https://api2.amplitude.com/2/httpapi"
CLICK: dict[str, Any] = {
    "event_type": "[Amplitude] Element Clicked",
    "device_id": "d1",
    "event_properties": {
        "[Amplitude] Page URL": "https://a.example/report",
        "[Amplitude] Page Title": "Make a report",
        "[Amplitude] Element Text": "Report it",
        "[Amplitude] Element Href": "https://a.example/next?x=1",
        "own": "typed words",
    },
    "user_properties": {"$set": {"team": "someone@a.example"}},
}
TOLD: set[Told] = {
    ("page_address", "https://a.example/report", "[Amplitude] Page URL"),
    ("page_title", "Make a report", "[Amplitude] Page Title"),
    ("button_text", "Report it", "[Amplitude] Element Text"),
    ("link_address", "https://a.example/next?x", "[Amplitude] Element Href"),
    ("visitor_id", "device_id", "device_id"),
    ("other", "tag K1", "api_key"),
}


@pytest.mark.parametrize(
    ("path", "body", "known"),
    [
        ("own/2/httpapi", {"api_key": "K1", "events": [CLICK]}, True),
        ("2/httpapi", {"events": [CLICK]}, False),
        ("2/httpapi", {"api_key": "K1"}, False),
        ("2/http", {"api_key": "K1", "events": [CLICK]}, False),
    ],
)
def test_the_sites_own_domain_by_what_the_body_says(path: str, body: dict[str, Any], known: bool) -> None:
    url = f"https://events.a.example/{path}"
    assert (decoders.decoder_of(Payload(url, "POST", raw=json.dumps(body).encode())) is amplitude) is known
    assert not decoders.reads(url)


def test_who_somebody_is_in_an_address() -> None:
    url = f"https://api2.amplitude.com/identify?api_key=K1&identification={quote(json.dumps([{'user_id': 'u1', 'device_id': 'd1'}]))}"
    assert identities(amplitude, Payload(url)) == {("external_id", "plain", "user_id")}


@pytest.mark.parametrize(
    ("url", "known"),
    [
        (API, True),
        ("https://api.eu.amplitude.com/2/httpapi", True),
        ("https://api.amplitude.com/", True),
        ("https://cdn.amplitude.com/libs/a.js", False),
        ("https://amplitude.com/pricing", False),
        ("https://amplitude.com.example/2/httpapi", False),
    ],
)
def test_which_addresses_are_amplitudes(url: str, known: bool) -> None:
    assert (decoders.decoder_of(Payload(url)) is amplitude) is known


def test_json_and_the_older_form_with_json_in_it() -> None:
    new = Payload(API, raw=json.dumps({"api_key": "K1", "events": [CLICK, {"event_type": "$identify"}]}).encode())
    old = Payload("https://api.amplitude.com/", form={"client": ["K1"], "e": [json.dumps([CLICK])]})
    assert events(amplitude, new) == [("[Amplitude] Element Clicked", TOLD), ("$identify", {("other", "tag K1", "api_key")})]
    assert events(amplitude, old) == [("[Amplitude] Element Clicked", TOLD)]


def test_a_form() -> None:
    properties = {"[Amplitude] Form ID": "report", "[Amplitude] Form Name": "r", "[Amplitude] Form Destination": "https://a.example/send"}
    raw = json.dumps({"events": [{"event_type": "[Amplitude] Form Started", "event_properties": properties}]}).encode()
    told: set[Told] = {
        ("form_id", "report", "[Amplitude] Form ID"),
        ("form_id", "r", "[Amplitude] Form Name"),
        ("link_address", "https://a.example/send", "[Amplitude] Form Destination"),
    }
    assert events(amplitude, Payload(API, raw=raw)) == [("[Amplitude] Form Started", told)]


@pytest.mark.parametrize(("user", "told"), [("u1", {("external_id", "plain", "user_id")}), (None, set()), ("", set()), ("d1", set())])
def test_who_somebody_is_to_the_site(user: str | None, told: set[tuple[str, str, str]]) -> None:
    raw = json.dumps({"events": [CLICK | {"user_id": user}]}).encode()
    assert identities(amplitude, Payload(API, raw=raw)) == told


@pytest.mark.parametrize(
    "raw", [b"", b"{", b"[]", b'{"events": 3}', b'{"events": [1]}', b'{"events": [{"event_properties": [], "device_id": {}}]}']
)
def test_what_cannot_be_read_tells_nothing(raw: bytes) -> None:
    assert events(amplitude, Payload(API, raw=raw)) == [(None, set())]


@given(mangled(json.dumps({"api_key": "K1", "events": [CLICK]})))
def test_no_request_breaks_it(text: str) -> None:
    decoders.read(amplitude, Payload(API, raw=text.encode("utf-8", "replace")))
    decoders.read(amplitude, Payload(API, form={"e": [text]}))
