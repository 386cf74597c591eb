"""What TikTok's pixel tells. The requests are written for these tests."""

import base64
import gzip
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.decoders.reading import Told, hashed, mangled, only, told

from netcurtain.core import decoders
from netcurtain.core.decoders import tiktok
from netcurtain.core.decoders.payload import Payload
from netcurtain.core.finding import Identity, IdentityForm, IdentityKind, What

PIXEL = "https://analytics.tiktok.com/api/v2/pixel"
HASH = "ab" * 32
PAGE = {"url": "https://clinic.example/book?day=3", "referrer": "https://clinic.example/"}
SEEN: list[Told] = [
    (What.PAGE_ADDRESS, "https://clinic.example/book?day", "context.page.url"),
    (What.REFERRER, "https://clinic.example/", "context.page.referrer"),
]
TAG: Told = (What.OTHER, "tag CTEST", "context.pixel.code")
TRIGGER = "auto_collected_properties.trigger_element"


def message(event: str = "ViewContent", user: dict[str, object] | None = None, **more: object) -> dict[str, object]:
    return {"event": event, "context": {"page": PAGE, "pixel": {"code": "CTEST"}, "user": user or {}}, **more}


def pressed(**element: object) -> dict[str, object]:
    return {**message("", action="Click"), "auto_collected_properties": {"page_trigger": "Click", "trigger_element": element}}


def posted(body: object, path: str = PIXEL) -> Payload:
    return Payload(path, "POST", raw=json.dumps(body).encode())


@pytest.mark.parametrize(
    ("url", "known"),
    [
        (PIXEL, True),
        (f"{PIXEL}/act", True),
        (f"{PIXEL}/track/", True),
        (f"{PIXEL}/perf", True),
        ("https://analytics.tiktok.com/api/v2/performance_interaction", True),
        ("https://analytics.tiktok.com/api/v1/track", True),
        ("https://analytics.tiktok.com/api/v2/shopify_pixel", True),
        ("https://analytics-sg.tiktok.com/api/v2/pixel", True),
        ("https://analytics.us.tiktok.com/api/v2/pixel/act", True),
        ("https://analytics-ipv6.tiktokw.us/ipv6/enrich_ipv6", True),
        ("https://analytics.tiktok.com/i18n/pixel/events.js?sdkid=CTEST", False),
        ("https://analytics.tiktok.com/", False),
        ("https://www.tiktok.com/api/v2/pixel", False),
        ("https://analytics.tiktok.com.example/api/v2/pixel", False),
        ("https://clinic.example/api/v2/pixel", False),
    ],
)
def test_which_addresses_are_tiktoks(url: str, known: bool) -> None:
    assert decoders.reads(url) is known


def test_an_event_tells_page_and_tag() -> None:
    event = only(tiktok, posted(message()))
    assert (event.vendor, event.organisation, event.event) == ("TikTok Pixel", "TikTok", "ViewContent")
    assert told(event) == [*SEEN, TAG]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("email", IdentityKind.EMAIL),
        ("auto_email", IdentityKind.EMAIL),
        ("phone_number", IdentityKind.PHONE),
        ("auto_phone_number", IdentityKind.PHONE),
        ("eb_phone_number", IdentityKind.PHONE),
        ("first_name", IdentityKind.FIRST_NAME),
        ("last_name", IdentityKind.LAST_NAME),
        ("city", IdentityKind.CITY),
        ("state", IdentityKind.COUNTY),
        ("zip_code", IdentityKind.POSTCODE),
        ("country", IdentityKind.COUNTRY),
        ("auto_first_name", IdentityKind.FIRST_NAME),
        ("auto_last_name", IdentityKind.LAST_NAME),
        ("auto_city", IdentityKind.CITY),
        ("auto_state", IdentityKind.COUNTY),
        ("auto_zip_code", IdentityKind.POSTCODE),
        ("auto_country", IdentityKind.COUNTRY),
        ("external_id", IdentityKind.EXTERNAL_ID),
    ],
)
def test_who_the_person_is(name: str, kind: IdentityKind) -> None:
    assert told(only(tiktok, posted(message(user={name: HASH})))) == [*SEEN, hashed(kind, f"context.user.{name}"), TAG]
    assert told(only(tiktok, posted(message(user={name: ""})))) == [*SEEN, TAG]


def test_an_identity_in_the_open_and_two_in_a_list() -> None:
    facts = told(only(tiktok, posted(message(user={"external_id": 42, "email": [HASH, "someone@mail.example"]}))))
    assert [fact for fact in facts if fact[0] is What.IDENTITY] == [
        hashed(IdentityKind.EMAIL, "context.user.email"),
        (What.IDENTITY, Identity(IdentityKind.EMAIL, IdentityForm.PLAIN), "context.user.email"),
        (What.IDENTITY, Identity(IdentityKind.EXTERNAL_ID, IdentityForm.PLAIN), "context.user.external_id"),
    ]


def test_a_number_for_the_browser() -> None:
    fact = (What.VISITOR_ID, "context.user.anonymous_id", "context.user.anonymous_id")
    assert fact in told(only(tiktok, posted(message(user={"anonymous_id": "Anon1"}))))


@pytest.mark.parametrize(
    ("element", "facts"),
    [
        ({"tag": "BUTTON", "inner_text": " Send\n it "}, [(What.BUTTON_TEXT, "Send it", f"{TRIGGER}.inner_text")]),
        (
            {"tag": "A", "inner_text": "Help", "attributes": {"href": "https://clinic.example/help?q=x"}},
            [
                (What.BUTTON_TEXT, "Help", f"{TRIGGER}.inner_text"),
                (What.LINK_ADDRESS, "https://clinic.example/help?q", f"{TRIGGER}.attributes.href"),
            ],
        ),
        (
            {"tag": "INPUT", "attributes": {"id": "f1", "name": "symptoms", "type": "checkbox"}},
            [(What.FORM_FIELDS, ("symptoms",), f"{TRIGGER}.attributes")],
        ),
        ({"tag": "select", "attributes": {"id": "f2", "name": ""}}, [(What.FORM_FIELDS, ("f2",), f"{TRIGGER}.attributes")]),
        ({"tag": "INPUT", "attributes": {"name": "go", "type": "submit"}}, []),
        (
            {"tag": "INPUT", "attributes": {"type": "Submit", "value": "Send it"}, "inner_text": ""},
            [(What.BUTTON_TEXT, "Send it", f"{TRIGGER}.attributes.value")],
        ),
        ({"tag": "INPUT", "attributes": {"type": "text", "value": "what was typed"}}, []),
        (
            {"tag": "BUTTON", "inner_text": "Book it", "attributes": {"type": "submit", "name": "slot", "value": "9 June, Pat Lee"}},
            [(What.BUTTON_TEXT, "Book it", f"{TRIGGER}.inner_text")],
        ),
        ({"tag": "FORM", "attributes": {"id": "booking"}}, [(What.FORM_ID, "booking", f"{TRIGGER}.attributes")]),
        ({"tag": "BUTTON", "attributes": {"name": "go"}, "inner_text": ""}, []),
    ],
)
def test_what_was_pressed(element: dict[str, object], facts: list[Told]) -> None:
    event = only(tiktok, posted(pressed(**element), f"{PIXEL}/act"))
    assert event.event == "Click"
    assert told(event) == [*SEEN, *facts, TAG]


def test_what_the_pixel_collects_of_a_page_by_itself() -> None:
    body = message("", action="Metadata")
    body["auto_collected_properties"] = {"page_trigger": "PageView", "content_data": {"meta": {"og:title": "Book a test"}}}
    event = only(tiktok, posted(body))
    assert event.event == "Metadata"
    assert (What.PAGE_TITLE, "Book a test", "auto_collected_properties.og:title") in told(event)
    assert (What.EVENT, "PageView", "auto_collected_properties.page_trigger") in told(event)


@pytest.mark.parametrize(
    "body",
    [
        [message("A"), message("B")],
        {"data": [message("A"), message("B")]},
        {"context": message()["context"], "events": [{"event": "A"}, {"event": "B"}]},
    ],
    ids=["a list", "a list within", "a shared context"],
)
def test_a_batch_is_an_event_each(body: object) -> None:
    found = decoders.read(tiktok, posted(body))
    assert [event.event for event in found] == ["A", "B"]
    assert [told(event) for event in found] == [[*SEEN, TAG]] * 2


@pytest.mark.parametrize("packed", [json.dumps(message("A")).encode(), gzip.compress(json.dumps(message("A")).encode())])
def test_a_message_in_base64_in_the_address_and_a_packed_body(packed: bytes) -> None:
    text = base64.b64encode(packed).decode()
    for payload in (Payload(f"{PIXEL}?analytics_message={text}"), Payload(PIXEL, "POST", raw=packed), Payload(PIXEL, raw=text.encode())):
        event = only(tiktok, payload)
        assert event.event == "A"
        assert told(event) == [*SEEN, TAG]


def test_the_first_version_wrote_addresses_percent_encoded() -> None:
    body = {"event": "A", "context": {"page": {"url": "https%3A%2F%2Fclinic.example%2F", "referrer": ""}}}
    assert told(only(tiktok, posted(body))) == [(What.PAGE_ADDRESS, "https://clinic.example/", "context.page.url")]


def test_an_address_without_a_message_tells_the_tag() -> None:
    event = only(tiktok, Payload(f"{PIXEL}?sdkid=CTEST&event=PageView"))
    assert event.event == "PageView"
    assert told(event) == [(What.OTHER, "tag CTEST", "sdkid")]


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"null", b"[1, null]", b'{"context": 3}', b'{"data": [7]}', b"\xff\xfe", b"[" * 10_000])
def test_what_cannot_be_read_tells_nothing(body: bytes) -> None:
    event = only(tiktok, Payload(PIXEL, "POST", raw=body))
    assert (event.event, event.told) == (None, ())


@given(
    st.sampled_from(
        [json.dumps(message(user={"email": HASH})), json.dumps(pressed(tag="A", attributes={"href": "x"})), json.dumps([message()])]
    ).flatmap(mangled)
)
def test_no_request_breaks_the_decoder(text: str) -> None:
    decoders.read(tiktok, Payload(PIXEL, "POST", raw=text.encode("utf-8", "replace")))
    decoders.read(tiktok, Payload(f"{PIXEL}?analytics_message={base64.b64encode(text.encode('utf-8', 'replace')).decode()}"))
