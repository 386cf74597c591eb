"""What X's pixel tells. The requests are written for these tests."""

import json
from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.decoders.reading import Told, address, hashed, mangled, only, told

from netcurtain.core import decoders
from netcurtain.core.decoders import x
from netcurtain.core.decoders.payload import Payload
from netcurtain.core.finding import IdentityKind, What

ADSCT = "https://analytics.twitter.com/i/adsct"
HASH = "ef" * 32
VIEW = {
    "events": '[["pageview",{}]]',
    "p_id": "Twitter",
    "p_user_id": "0",
    "pt": "Book a test",
    "tw_document_href": "https://clinic.example/a?x=1",
    "twclid": "2-abc",
    "txn_id": "o1234",
}
SEEN: list[Told] = [
    (What.PAGE_ADDRESS, "https://clinic.example/a?x", "tw_document_href"),
    (What.PAGE_TITLE, "Book a test", "pt"),
    (What.VISITOR_ID, "twclid", "twclid"),
]
TAG: Told = (What.OTHER, "tag o1234", "txn_id")


@pytest.mark.parametrize(
    ("url", "known"),
    [
        (ADSCT, True),
        ("https://analytics.twitter.com/1/i/adsct?txn_id=o1", True),
        ("https://analytics.x.com/1/i/adsctp", True),
        ("https://t.co/i/adsct?txn_id=o1", True),
        ("https://t.co/1/i/adsctp", True),
        ("https://t.co/AbCdEf", False),
        ("https://analytics.twitter.com/", False),
        ("https://static.ads-twitter.com/uwt.js", False),
        ("https://x.com/i/adsct", False),
        ("https://t.co.example/i/adsct", False),
    ],
)
def test_which_addresses_are_xs(url: str, known: bool) -> None:
    assert decoders.reads(url) is known


@pytest.mark.parametrize(
    "payload", [Payload(address(ADSCT, VIEW)), Payload(f"{ADSCT}p", "POST", form={name: [value] for name, value in VIEW.items()})]
)
def test_a_page_view_by_address_and_by_form(payload: Payload) -> None:
    event = only(x, payload)
    assert (event.vendor, event.organisation, event.event) == ("X Pixel", "X (Twitter)", "pageview")
    assert told(event) == [*SEEN, TAG]


def test_each_event_of_the_list_is_one() -> None:
    events = '[["pageview",null],["purchase",{"value":"9"}],[],["signup"],7]'
    found = decoders.read(x, Payload(address(ADSCT, {**VIEW, "events": events})))
    assert [event.event for event in found] == ["pageview", "purchase", "signup"]
    assert all(told(event) == [*SEEN, TAG] for event in found)


@pytest.mark.parametrize(
    ("event", "name"), [("{}", None), ("signup", "signup"), ('{"event_name": "Lead"}', "Lead"), ("{", None), ("", None)]
)
def test_an_event_that_stands_alone(event: str, name: str | None) -> None:
    assert only(x, Payload(address(ADSCT, {"event": event}))).event == name


def test_a_frame_tells_where_it_stands() -> None:
    parameters = {"tw_document_href": "https://frame.example/", "tw_document_referrer": "https://clinic.example/?q=1"}
    assert (What.REFERRER, "https://clinic.example/?q", "tw_document_referrer") in told(only(x, Payload(address(ADSCT, parameters))))


@pytest.mark.parametrize(
    ("parameters", "facts"),
    [
        ({"email_address": HASH}, [hashed(IdentityKind.EMAIL, "email_address")]),
        ({"phone_number": HASH}, [hashed(IdentityKind.PHONE, "phone_number")]),
        ({"p_user_id": HASH}, [hashed(IdentityKind.EXTERNAL_ID, "p_user_id")]),
        ({"event": json.dumps({"email_address": HASH})}, [hashed(IdentityKind.EMAIL, "event[email_address]")]),
        ({"events": json.dumps([["lead", {"phone_number": HASH}]])}, [hashed(IdentityKind.PHONE, "events[phone_number]")]),
        ({"email_address": "", "phone_number": "null", "p_user_id": "0"}, []),
        ({"em": HASH, "email": "someone@mail.example"}, []),
    ],
)
def test_who_the_person_is(parameters: dict[str, str], facts: list[Told]) -> None:
    assert told(only(x, Payload(address(ADSCT, parameters)))) == facts


@pytest.mark.parametrize("events", ["[", "{}", "[[]]", "[[1]]", "null", "[" * 10_000])
def test_a_list_that_cannot_be_read_tells_nothing(events: str) -> None:
    event = only(x, Payload(address(ADSCT, {"events": events})))
    assert (event.event, event.told) == (None, ())


@given(st.sampled_from([urlencode(VIEW), urlencode({**VIEW, "events": "", "event": json.dumps({"email_address": HASH})})]).flatmap(mangled))
def test_no_request_breaks_the_decoder(text: str) -> None:
    decoders.read(x, Payload(f"{ADSCT}?{text}"))
    decoders.read(x, Payload(ADSCT, "POST", raw=text.encode("utf-8", "replace")))
    decoders.read(x, Payload(address(ADSCT, {"events": text, "event": text})))
