"""What Snap's pixel tells. The requests are written for these tests."""

import json
from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.decoders.reading import Told, address, hashed, mangled, only, told

from netcurtain.core import decoders
from netcurtain.core.decoders import snap
from netcurtain.core.decoders.payload import Payload
from netcurtain.core.finding import IdentityKind, What

P = "https://tr.snapchat.com/p"
HASH = "cd" * 32
VIEW = {"pid": "p-1", "ev": "PAGE_VIEW", "pl": "https://clinic.example/a?x=1", "rf": "https://clinic.example/", "u_c1": "c-1"}
SEEN: list[Told] = [
    (What.PAGE_ADDRESS, "https://clinic.example/a?x", "pl"),
    (What.REFERRER, "https://clinic.example/", "rf"),
    (What.VISITOR_ID, "u_c1", "u_c1"),
]
TAG: Told = (What.OTHER, "tag p-1", "pid")


def posted(body: object) -> Payload:
    return Payload(P, "POST", raw=json.dumps(body).encode())


@pytest.mark.parametrize(
    ("url", "known"),
    [
        (P, True),
        ("https://tr.snapchat.com/p/", True),
        ("https://tr6.snapchat.com/p", True),
        ("https://tr-shadow.snapchat.com/p", True),
        ("https://tr.snapchat.com/cm/i?pid=p-1", True),
        ("https://tr.snapchat.com/scs/shopify", True),
        ("https://tr.snapchat.com/config/uk/p-1.js", False),
        ("https://www.snapchat.com/p", False),
        ("https://sc-static.net/scevent.min.js", False),
        ("https://tr.snapchat.com.example/p", False),
    ],
)
def test_which_addresses_are_snaps(url: str, known: bool) -> None:
    assert decoders.reads(url) is known


@pytest.mark.parametrize(
    "payload",
    [
        Payload(address(P, VIEW)),
        Payload(P, "POST", form={name: [value] for name, value in VIEW.items()}),
        Payload(P, "POST", raw=urlencode(VIEW).encode()),
        posted(VIEW),
        posted({"ctx": {}, "req": [{"t": VIEW}]}),
    ],
    ids=["address", "form", "form as bytes", "json", "json with reports"],
)
def test_a_page_view_by_every_way_it_is_sent(payload: Payload) -> None:
    event = only(snap, payload)
    assert (event.vendor, event.organisation, event.event) == ("Snap Pixel", "Snap (Snapchat)", "PAGE_VIEW")
    assert told(event) == [*SEEN, TAG]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("u_hem", IdentityKind.EMAIL),
        ("u_hpn", IdentityKind.PHONE),
        ("u_fn", IdentityKind.FIRST_NAME),
        ("u_ln", IdentityKind.LAST_NAME),
        ("l_city", IdentityKind.CITY),
        ("l_gr", IdentityKind.COUNTY),
        ("l_gpc", IdentityKind.POSTCODE),
        ("l_gc", IdentityKind.COUNTRY),
    ],
)
def test_who_the_person_is(name: str, kind: IdentityKind) -> None:
    assert told(only(snap, Payload(address(P, {"ev": "PURCHASE", name: HASH})))) == [hashed(kind, name)]
    assert told(only(snap, Payload(address(P, {"ev": "PURCHASE", name: "undefined"})))) == []


def test_reports_are_an_event_each_and_share_what_holds_for_all() -> None:
    body = {
        "ctx": {"url": "https://clinic.example/b", "u_c1": "c-1"},
        "req": [
            {"t": {"pid": "p-1", "ev": "PAGE_VIEW"}},
            {"md": {"pids": ["p-1", "p-2"], "btx": "Book a test"}},
            {"t": {"pid": "p-2", "ev": "PURCHASE"}},
            {"log": {"name": "E"}},
            None,
        ],
    }
    found = decoders.read(snap, posted(body))
    page = (What.PAGE_ADDRESS, "https://clinic.example/b", "url")
    visitor = (What.VISITOR_ID, "u_c1", "u_c1")
    assert [event.event for event in found] == ["PAGE_VIEW", "PURCHASE", None]
    assert [told(event) for event in found] == [
        [page, visitor, TAG],
        [page, visitor, (What.OTHER, "tag p-2", "pid")],
        [page, (What.BUTTON_TEXT, "Book a test", "btx"), visitor, (What.OTHER, "tag p-1", "pids")],
    ]


def test_how_it_began_tells_the_page_and_the_tag() -> None:
    event = only(snap, posted({"ctx": {"url": "https://clinic.example/b"}, "req": [{"i": {"pids": ["p-1"]}, "del": 9}]}))
    assert event.event is None
    assert told(event) == [(What.PAGE_ADDRESS, "https://clinic.example/b", "url"), (What.OTHER, "tag p-1", "pids")]


@pytest.mark.parametrize(
    "body", [b"", b"{", b"{}", b"[]", b"[1]", b'{"req": [7, null], "ctx": 3}', b'{"req": {"t": 1}}', b"\xff\x00", b"[" * 10_000]
)
def test_what_cannot_be_read_tells_nothing(body: bytes) -> None:
    event = only(snap, Payload(P, "POST", raw=body))
    assert (event.event, event.told) == (None, ())


@given(
    st.sampled_from(
        [json.dumps({"ctx": VIEW, "req": [{"t": VIEW}, {"md": {"btx": "x"}}]}), urlencode({**VIEW, "u_hem": HASH}), json.dumps([VIEW])]
    ).flatmap(mangled)
)
def test_no_request_breaks_the_decoder(text: str) -> None:
    decoders.read(snap, Payload(P, "POST", raw=text.encode("utf-8", "replace")))
    decoders.read(snap, Payload(f"{P}?{text}"))
