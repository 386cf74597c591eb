"""What a Mixpanel request tells. The requests are written for these tests."""

import json
from base64 import b64encode
from typing import Any
from urllib.parse import quote

import pytest
from hypothesis import given
from tests.core.decoders.reading import Told, events, identities, mangled

from netcurtain.core import decoders
from netcurtain.core.decoders import mixpanel
from netcurtain.core.decoders.payload import Payload

TRACK = "https://api-js.mixpanel.com/track/"
ENGAGE = "https://api-js.mixpanel.com/engage/"
CLICK: dict[str, Any] = {
    "event": "$mp_click",
    "properties": {
        "token": "T1",
        "distinct_id": "$device:d1",
        "$device_id": "d1",
        "$current_url": "https://a.example/report?q=1",
        "current_page_title": "Make a report",
        "$referrer": "https://b.example/",
        "$el_text": "Report it",
        "$el_attr__href": "/next",
        "team": "someone@a.example",
    },
}
TOLD: set[Told] = {
    ("page_address", "https://a.example/report?q", "$current_url"),
    ("page_title", "Make a report", "current_page_title"),
    ("referrer", "https://b.example/", "$referrer"),
    ("button_text", "Report it", "$el_text"),
    ("link_address", "/next", "$el_attr__href"),
    ("visitor_id", "$device_id", "$device_id"),
    ("visitor_id", "distinct_id", "distinct_id"),
    ("other", "tag T1", "token"),
}


@pytest.mark.parametrize(
    ("path", "item", "known"),
    [
        ("track/", CLICK, True),
        ("own/track", [CLICK], True),
        ("engage/", {"$token": "T1", "$distinct_id": "d1", "$set": {}}, True),
        ("track", {"event": "sold", "properties": {"token": "T1"}}, False),
        ("track", {"email": "someone@a.example"}, False),
        ("tracks", CLICK, False),
    ],
)
def test_the_sites_own_domain_by_what_is_sent(path: str, item: object, known: bool) -> None:
    text = json.dumps(item)
    for payload in (
        Payload(f"https://own.a.example/{path}?data={quote(b64encode(text.encode()).decode())}"),
        Payload(f"https://own.a.example/{path}", "POST", form={"data": [text]}),
        Payload(f"https://own.a.example/{path}", "POST", raw=text.encode()),
    ):
        assert (decoders.decoder_of(payload) is mixpanel) is known
    assert not decoders.reads(f"https://own.a.example/{path}")


def test_a_recording_tells_its_page() -> None:
    url = "https://api-js.mixpanel.com/record/?distinct_id=d1&%24current_url=https%3A%2F%2Fa.example%2Freport&seq=0"
    assert events(mixpanel, Payload(url)) == [
        (None, {("page_address", "https://a.example/report", "$current_url"), ("visitor_id", "distinct_id", "distinct_id")})
    ]


@pytest.mark.parametrize(
    ("url", "known"),
    [
        (TRACK, True),
        ("https://api-eu.mixpanel.com/track", True),
        ("https://cdn.mxpnl.com/libs/mixpanel-2-latest.min.js", False),
        ("https://mixpanel.com/report/1", False),
        ("https://mixpanel.com.example/track", False),
    ],
)
def test_which_addresses_are_mixpanels(url: str, known: bool) -> None:
    assert (decoders.decoder_of(Payload(url)) is mixpanel) is known


@pytest.mark.parametrize("coat", ["json", "form", "base64 form", "base64 in the address"])
def test_an_event_in_every_coat(coat: str) -> None:
    plain = json.dumps(CLICK)
    packed = b64encode(plain.encode()).decode()
    payloads = {
        "json": Payload(TRACK, raw=f"[{plain}]".encode()),
        "form": Payload(TRACK, form={"data": [plain]}),
        "base64 form": Payload(TRACK, raw=f"data={quote(packed)}".encode()),
        "base64 in the address": Payload(f"{TRACK}?data={quote(packed)}&ip=1"),
    }
    assert events(mixpanel, payloads[coat]) == [("$mp_click", TOLD)]
    assert identities(mixpanel, payloads[coat]) == set()


def test_a_request_without_events_tells_by_its_address() -> None:
    told: set[Told] = {("visitor_id", "distinct_id", "distinct_id"), ("other", "tag T1", "token")}
    assert events(mixpanel, Payload("https://api.mixpanel.com/decide/?version=1&token=T1&distinct_id=d")) == [(None, told)]


def test_many_events_are_an_event_each() -> None:
    raw = json.dumps([{"event": "A", "properties": {}}, {"event": "B"}]).encode()
    assert events(mixpanel, Payload(TRACK, raw=raw)) == [("A", set()), ("B", set())]


def test_somebody_known_to_the_site_is_no_browser() -> None:
    raw = json.dumps({"event": "A", "properties": {"$user_id": "u1", "distinct_id": "u1"}}).encode()
    assert identities(mixpanel, Payload(TRACK, raw=raw)) == {("external_id", "plain", "$user_id")}
    assert not [fact for _, told in events(mixpanel, Payload(TRACK, raw=raw)) for fact in told if fact[0] == "visitor_id"]


def test_a_profile_by_mixpanels_own_names() -> None:
    profile = {"$token": "T1", "$distinct_id": "d", "$set": {"$email": "a@a.example", "$city": "", "email": "x", "$last_name": "B"}}
    payload = Payload(ENGAGE, form={"data": [json.dumps(profile)]})
    assert identities(mixpanel, payload) == {("email", "plain", "$set.$email"), ("last_name", "plain", "$set.$last_name")}
    ((name, told),) = events(mixpanel, payload)
    assert name == "$set"
    assert {("other", "tag T1", "$token"), ("visitor_id", "$distinct_id", "$distinct_id")} <= told


@pytest.mark.parametrize("raw", [b"", b"data=", b"data=%%%", b"{", b"3", b"[1]", b'{"event": {}, "properties": []}', b'{"$set": []}'])
def test_what_cannot_be_read_tells_nothing(raw: bytes) -> None:
    assert [told for _, told in events(mixpanel, Payload(TRACK, raw=raw))] == [set()]


@given(mangled(json.dumps([CLICK, {"$set": {"$email": "x"}}])))
def test_no_request_breaks_it(text: str) -> None:
    decoders.read(mixpanel, Payload(TRACK, raw=text.encode("utf-8", "replace")))
    decoders.read(mixpanel, Payload(TRACK, form={"data": [text]}))


def test_the_browsers_number_in_the_place_of_a_person_is_nobody() -> None:
    raw = json.dumps({"event": "A", "properties": {"$user_id": "d1", "$device_id": "d1", "distinct_id": "d1"}}).encode()
    assert identities(mixpanel, Payload(TRACK, raw=raw)) == set()
