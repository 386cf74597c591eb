"""What a request of Google's analytics before 2023 tells. The requests are written for these tests."""

from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.decoders.reading import events, identities, mangled

from netcurtain.core import decoders
from netcurtain.core.decoders import universal_analytics
from netcurtain.core.decoders.payload import Payload

COLLECT = "https://www.google-analytics.com/collect?"
HIT = {
    "v": "1",
    "tid": "UA-12-3",
    "t": "event",
    "dl": "https://a.example/report?q=x",
    "dt": "Report",
    "ec": "form",
    "ea": "send",
    "el": "Send it",
}
FACTS = {
    ("page_address", "https://a.example/report?q", "dl"),
    ("page_title", "Report", "dt"),
    ("event", "form", "ec"),
    ("event", "send", "ea"),
    ("event", "Send it", "el"),
    ("other", "tag UA-12-3", "tid"),
}
OLD = {"utmac": "UA-12-3", "utmhn": "a.example", "utmp": "/report?q=x", "utmdt": "Report", "utmr": "-", "utmcc": "__utma=1.2.3.4"}


@pytest.mark.parametrize(
    ("url", "known"),
    [
        ("https://www.google-analytics.com/collect", True),
        ("http://www.google-analytics.com/r/collect/?v=1", True),
        ("https://ssl.google-analytics.com/j/collect?v=1", True),
        ("https://www.google-analytics.com/batch", True),
        ("https://www.google-analytics.com/debug/collect?v=1", True),
        ("http://www.google-analytics.com/__utm.gif?utmwv=5", True),
        ("https://ssl.google-analytics.com/r/__utm.gif?utmwv=5", True),
        ("https://stats.g.doubleclick.net/r/collect?t=dc", True),
        ("https://shop.example/own/collect?v=1&tid=UA-1-1", True),
        ("https://shop.example/collect?v=1", False),
        ("https://shop.example/collect?v=1&tid=UB-1-1", False),
        ("https://shop.example/collect?v=3&tid=UA-1-1", False),
        ("https://www.google-analytics.com/g/collect", False),
        ("https://www.google-analytics.com/analytics.js", False),
        ("https://www.google-analytics.com/ga.js", False),
        ("https://stats.g.doubleclick.net/dc.js", False),
        ("https://px.example/collect/?pid=1", False),
    ],
)
def test_which_addresses_are_its_own(url: str, known: bool) -> None:
    assert (decoders.decoder_of(Payload(url)) is universal_analytics) is known


def test_the_sites_own_domain_by_what_the_body_says() -> None:
    known, strange = (Payload("https://shop.example/collect", "POST", raw=raw) for raw in (b"v=1&tid=UA-1-1&t=event", b"v=1&tid=7"))
    assert (decoders.decoder_of(known), decoders.decoder_of(strange)) == (universal_analytics, None)


def test_one_hit_by_address_and_by_body() -> None:
    for payload in (Payload(COLLECT + urlencode(HIT)), Payload(COLLECT, "POST", raw=urlencode(HIT).encode())):
        assert events(universal_analytics, payload) == [("event", FACTS)]


def test_a_batch_has_a_hit_in_each_line() -> None:
    body = "dp=/a&cid=1.2&t=pageview\r\nt=screenview&cd=Home&dr=https://b.example/&_gid=3.4\n"
    assert events(universal_analytics, Payload("https://www.google-analytics.com/batch", "POST", raw=body.encode())) == [
        ("pageview", {("page_address", "/a", "dp"), ("visitor_id", "cid", "cid")}),
        ("screenview", {("page_title", "Home", "cd"), ("referrer", "https://b.example/", "dr"), ("visitor_id", "_gid", "_gid")}),
    ]


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ({"dh": "www.a.example", "dp": "/report?q=x"}, "www.a.example/report?q"),
        ({"dp": "/report"}, "/report"),
        ({"dh": "www.a.example", "dp": "https://a.example/report"}, "https://a.example/report"),
    ],
)
def test_a_host_and_a_path_make_an_address(written: dict[str, str], told: str) -> None:
    assert events(universal_analytics, Payload(COLLECT + urlencode(written))) == [(None, {("page_address", told, "dp")})]


@pytest.mark.parametrize("raw", [b"", b"\xff", b"\n\n", b"[1"])
def test_nothing_to_read_is_one_event_without_a_name(raw: bytes) -> None:
    assert events(universal_analytics, Payload(COLLECT, "POST", raw=raw)) == [(None, set())]


def test_the_oldest_form() -> None:
    old = Payload("https://ssl.google-analytics.com/__utm.gif?" + urlencode(OLD))
    assert events(universal_analytics, old) == [
        (
            None,
            {
                ("page_address", "a.example/report?q", "utmp"),
                ("page_title", "Report", "utmdt"),
                ("visitor_id", "utmcc", "utmcc"),
                ("other", "tag UA-12-3", "utmac"),
            },
        )
    ]
    ((name, told),) = events(universal_analytics, Payload("https://ssl.google-analytics.com/__utm.gif?utmt=event&utmr=https://b.example/"))
    assert (name, told) == ("event", {("referrer", "https://b.example/", "utmr")})


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("uid=4711", {("external_id", "plain", "uid")}),
        ("uid=0", set()),
        ("uid=1.2&cid=1.2", set()),
        ("cd1=pat@mail.example&el=pat@mail.example&cid=1", set()),
    ],
)
def test_only_the_users_own_number_is_an_identity(query: str, expected: set[tuple[str, str, str]]) -> None:
    assert identities(universal_analytics, Payload(COLLECT + query)) == expected


@given(mangled(COLLECT + urlencode(HIT)), mangled(f"{urlencode(HIT)}\r\n{urlencode(OLD)}"), st.binary())
def test_no_request_breaks_it(url: str, text: str, raw: bytes) -> None:
    for payload in (Payload(url, raw=raw), Payload(url, raw=text.encode(errors="ignore")), Payload(COLLECT + text)):
        universal_analytics.claims(payload)
        decoders.read(universal_analytics, payload)
