"""What an Adobe Analytics request tells. The requests are written for these tests."""

from urllib.parse import quote, urlencode

import pytest
from hypothesis import given
from tests.core.decoders.reading import Told, events, identities, mangled

from netcurtain.core import decoders
from netcurtain.core.decoders import adobe_analytics
from netcurtain.core.decoders.payload import Payload

OWN = "https://metrics.a.example/b/ss/suite1,suite2/1/JS-2.22.0/s123"
TAGS: set[Told] = {("other", "tag suite1", "b/ss"), ("other", "tag suite2", "b/ss")}
MAP = "c.&a.&activitymap.&page=home&link=Report%20it&region=main&pageIDType=1&.activitymap&.a&.c"


@pytest.mark.parametrize(
    ("url", "known"),
    [
        (OWN, True),
        ("https://client.sc.omtrdc.net/b/ss/suite/1/JS-2.22.0/s9?AQB=1", True),
        ("https://client.d1.sc.omtrdc.net/b/ss/suite/10/JS-2.22.0/s9", True),
        ("https://client.112.2o7.net/b/ss/suite/1/H.27.5/0", True),
        ("https://client.d1.sc.omtrdc.net/b/ss/?AQB=1&ndh=1", True),
        ("https://a.example/b/ss/?x=1&AQB=1", False),
        ("https://a.example/b/?AQB=1", False),
        ("https://a.example/b/ss/shoes/6?colour=red", False),
        ("https://a.example/b/ss/shoes/red/size", False),
        ("https://client.sc.omtrdc.net/b/ss/suite/6?x=1", True),
        ("https://a.example/b/ss/suite/6?AQB=1&pageName=x", True),
        ("https://a.example/b/ss/0", False),
        ("https://a.example/b/ss/", False),
        ("https://client.tt.omtrdc.net/rest/v1/delivery?client=x", False),
        ("https://a.example/?u=/b/ss/suite/1/JS/s1", False),
    ],
)
def test_which_addresses_are_adobes(url: str, known: bool) -> None:
    assert (decoders.decoder_of(Payload(url)) is adobe_analytics) is known


@pytest.mark.parametrize(
    ("query", "name", "told"),
    [
        (
            urlencode({"pageName": "report:start", "g": "https://a.example/report?q=1", "r": "https://b.example/", "mid": "55"}),
            None,
            {
                ("page_title", "report:start", "pageName"),
                ("page_address", "https://a.example/report?q", "g"),
                ("referrer", "https://b.example/", "r"),
                ("visitor_id", "mid", "mid"),
            },
        ),
        ("events=event1,prodView&fid=AB-CD", "event1,prodView", {("event", "event1,prodView", "events"), ("visitor_id", "fid", "fid")}),
        ("pe=lnk_o&pev2=Chat%20opened", "lnk_o", {("button_text", "Chat opened", "pev2")}),
        ("pe=lnk_e&pev1=https%3A%2F%2Fc.example%2F%3Fx%3D1", "lnk_e", {("link_address", "https://c.example/?x", "pev1")}),
        (f"pe=lnk_o&{MAP}", "lnk_o", {("button_text", "Report it", "link")}),
        ("pid=home&oid=Proceed&ot=SUBMIT", None, {("button_text", "Proceed", "oid")}),
        ("pid=home&oid=https%3A%2F%2Fc.example%2F&ot=A", None, {("link_address", "https://c.example/", "oid")}),
        ("oid=functionx&ot=A", None, set()),
        ("c.a.activitymap.link=Report%20it", None, {("button_text", "Report it", "c.a.activitymap.link")}),
        ("link=Report%20it", None, set()),
        ("g=https%3A%2F%2Fa.example%2Flong&-g=er", None, {("page_address", "https://a.example/longer", "g")}),
        ("pageName=D%3Dg&vid=0&mid=&c1=someone%40a.example&v5=a%40a.example", None, set()),
    ],
)
def test_by_address_and_by_body(query: str, name: str | None, told: set[Told]) -> None:
    assert events(adobe_analytics, Payload(f"{OWN}?AQB=1&{query}&AQE=1")) == [(name, TAGS | told)]
    assert events(adobe_analytics, Payload(OWN, "POST", raw=f"AQB=1&{query}&AQE=1".encode())) == [(name, TAGS | told)]


def test_nobody_is_told_by_fields_that_a_site_fills_as_it_likes() -> None:
    assert identities(adobe_analytics, Payload(f"{OWN}?v1=a%40a.example&c2=1&c.&email={'ab' * 32}&.c")) == set()


@pytest.mark.parametrize("raw", [b"", b"\xff", b"{}", b"=&=&", b"x" * 300_000])
def test_what_cannot_be_read_tells_only_the_suite(raw: bytes) -> None:
    assert events(adobe_analytics, Payload(OWN, "POST", raw=raw)) == [(None, TAGS)]


@given(mangled(f"AQB=1&g={quote('https://a.example/')}&pe=lnk_o&pev2=x&{MAP}&AQE=1"))
def test_no_request_breaks_it(query: str) -> None:
    decoders.read(adobe_analytics, Payload(f"{OWN}?{query}"))
    decoders.read(adobe_analytics, Payload(OWN, raw=query.encode("utf-8", "replace")))
