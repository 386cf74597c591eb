"""What a Google Analytics 4 request tells. The requests are written for these tests."""

from urllib.parse import quote, urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.decoders.reading import events, identities, mangled

from netcurtain.core import decoders
from netcurtain.core.decoders import ga4, universal_analytics
from netcurtain.core.decoders.ga4 import MAX_LINES, MAX_USER_DATA
from netcurtain.core.decoders.payload import Payload

COLLECT = "https://region1.google-analytics.com/g/collect?v=2&tid=G-AB12CD34&"
TAG = ("other", "tag G-AB12CD34", "tid")
HEX = "0123456789abcdef" * 4
VIEW = {
    "cid": "1.2",
    "dl": "https://a.example/report?step=2#top",
    "dt": "Make a\nreport",
    "dr": "https://b.example/?q=words",
    "en": "page_view",
}
BATCH = "en=form_start&ep.form_id=report&ep.first_field_name=your_name&ep.first_field_id=f1{0}en=scroll&epn.percent_scrolled=90{0}"


@pytest.mark.parametrize(
    ("url", "known"),
    [
        ("https://www.google-analytics.com/g/collect", True),
        ("https://google-analytics.com/g/collect/?v=2&tid=G-1", True),
        ("https://region1.google-analytics.com/g/collect?v=2", True),
        ("https://analytics.google.com/g/collect?v=2", True),
        ("https://region1.analytics.google.com/g/s/collect?v=2", True),
        ("https://stats.g.doubleclick.net/g/collect?v=2&tid=G-1", True),
        ("https://www.google.com/g/collect?v=2&tid=G-1", True),
        ("https://www.google-analytics.com/collect?v=2&tid=G-1", True),
        ("https://www.google-analytics.com/privacy-sandbox/register-conversion?tid=G-1", True),
        ("https://shop.example/g/collect?v=2&tid=G-1", True),
        ("https://shop.example/metrics/g/collect?v=2&tid=G-1", True),
        ("https://shop.example/own/collect?v=2&tid=G-1", True),
        ("https://shop.example/abcd/ag/g/c?v=2&tid=G-1", True),
        ("https://shop.example/ag/g/c?v=1", False),
        ("https://shop.example/collect?v=2&tid=G-string", False),
        ("https://www.googletagmanager.com/g/collect?v=2&tid=G-1", True),
        ("https://shop.example/g/collect", False),
        ("https://shop.example/g/collect?v=2", False),
        ("https://shop.example/g/collect?tid=G-1", False),
        ("https://shop.example/g/collect?v=2&tid=X-1", False),
        ("https://shop.example/collection?v=2&tid=G-1", False),
        ("https://notgoogle-analytics.com/g/collect", False),
        ("https://www.google-analytics.com/analytics.js", False),
        ("https://www.google-analytics.com/collect?v=1&tid=UA-1", False),
        ("https://www.google.com/search?q=/g/collect", False),
        ("https://www.google.com/recaptcha/api2/anchor?v=2", False),
        ("https://analytics.google.com/analytics/web/", False),
        ("http://[::1/g/collect", False),
    ],
)
def test_which_addresses_are_its_own(url: str, known: bool) -> None:
    assert (decoders.decoder_of(Payload(url)) is ga4) is known


def test_the_sites_own_domain_by_what_the_body_says() -> None:
    known, strange = (Payload("https://shop.example/own/collect", "POST", raw=raw) for raw in (b"v=2&tid=G-1&en=x", b"v=2&id=G-1"))
    assert (decoders.decoder_of(known), decoders.decoder_of(strange)) == (ga4, None)
    assert not decoders.reads(known.url)


def test_a_page_view() -> None:
    ((name, told),) = events(ga4, Payload(COLLECT + urlencode(VIEW), "POST"))
    assert name == "page_view"
    assert told == {
        ("page_address", "https://a.example/report?step", "dl"),
        ("page_title", "Make a report", "dt"),
        ("referrer", "https://b.example/?q", "dr"),
        ("visitor_id", "cid", "cid"),
        TAG,
    }


@pytest.mark.parametrize(
    ("parameters", "fact"),
    [
        ({"dp": "/report"}, ("page_address", "/report", "dp")),
        ({"ep.link_text": "Report it"}, ("button_text", "Report it", "ep.link_text")),
        ({"ep.form_submit_text": "Send"}, ("button_text", "Send", "ep.form_submit_text")),
        ({"ep.link_url": "https://b.example/?a=b"}, ("link_address", "https://b.example/?a", "ep.link_url")),
        ({"ep.form_destination": "https://a.example/send"}, ("link_address", "https://a.example/send", "ep.form_destination")),
        ({"ep.form_id": "f"}, ("form_id", "f", "ep.form_id")),
        ({"ep.form_name": "f"}, ("form_id", "f", "ep.form_name")),
        ({"ep.first_field_name": "who"}, ("form_fields", ("who",), "ep.first_field_name")),
        ({"ep.first_field_id": "f1"}, ("form_fields", ("f1",), "ep.first_field_id")),
        ({"ep.page_title": "Report"}, ("page_title", "Report", "ep.page_title")),
        ({"ep.page_location": "https://a.example/r?q=x"}, ("page_address", "https://a.example/r?q", "ep.page_location")),
        ({"ep.page_referrer": "https://b.example/"}, ("referrer", "https://b.example/", "ep.page_referrer")),
        ({"ep.button_text": "Send"}, ("button_text", "Send", "ep.button_text")),
        ({"ep.click_text": "Send"}, ("button_text", "Send", "ep.click_text")),
        ({"ep.event_label": "top"}, ("event", "top", "ep.event_label")),
        ({"ep.search_term": "bus"}, ("other", "search bus", "ep.search_term")),
        ({"gcs": "G101"}, ("consent", "G101", "gcs")),
        ({"gcd": "13l3l3l3l1l1"}, ("consent", "13l3l3l3l1l1", "gcd")),
        ({"auid": "1.2"}, ("visitor_id", "auid", "auid")),
    ],
)
def test_one_fact_in_the_address_in_a_line_and_in_a_form(parameters: dict[str, str], fact: tuple[str, object, str]) -> None:
    text = urlencode(parameters)
    for payload in (
        Payload(COLLECT + text),
        Payload(COLLECT, "POST", raw=f"en=x&{text}".encode()),
        Payload(COLLECT, "POST", form={name: [value] for name, value in parameters.items()}),
    ):
        ((_, told),) = events(ga4, payload)
        assert told == {fact, TAG}


@pytest.mark.parametrize("end", ["\r\n", "\n", "\r", " "])
def test_each_line_is_an_event_with_what_the_address_says(end: str) -> None:
    read = events(ga4, Payload(COLLECT + "dt=Report", "POST", raw=BATCH.format(end).encode()))
    shared = {("page_title", "Report", "dt"), TAG}
    first = {("form_id", "report", "ep.form_id"), ("form_fields", ("your_name",), "ep.first_field_name")}
    assert read == [("form_start", shared | first), ("scroll", shared)]


def test_a_line_is_stronger_than_the_address() -> None:
    assert events(ga4, Payload(COLLECT + "en=page_view&dt=One", "POST", raw=b"en=scroll&dt=Two words")) == [
        ("scroll", {("page_title", "Two words", "dt"), TAG})
    ]


@pytest.mark.parametrize(
    ("parameters", "expected"),
    [
        ({"em": f"tv.1~em.{HEX}~co0.GB"}, {("email", "sha256", "em"), ("country", "plain", "em")}),
        ({"uid": "4711"}, {("external_id", "plain", "uid")}),
        ({"uid": HEX}, {("external_id", "sha256", "uid")}),
        ({"ep.user_data.email": "pat@mail.example"}, {("email", "plain", "ep.user_data.email")}),
        ({"ep.user_data.sha256_email_address": "x"}, {("email", "sha256", "ep.user_data.sha256_email_address")}),
        ({"ep.user_data.phone_number.0": "07700900123"}, {("phone", "plain", "ep.user_data.phone_number.0")}),
        ({"ep.user_data.address.0.last_name": "Lee"}, {("last_name", "plain", "ep.user_data.address.0.last_name")}),
        ({"ep.user_data.address.sha256_first_name": HEX}, {("first_name", "sha256", "ep.user_data.address.sha256_first_name")}),
        ({"uid": "0"}, set()),
        ({"uid": "undefined"}, set()),
        ({"uid": "1.2", "cid": "1.2"}, set()),
        ({"em": "tv.1~em.e1", "emd": "tvd.1~i1.fem"}, set()),
        ({"ep.user_data._tag_mode": "AUTO", "ep.user_data.address.street": "1 Road", "ep.user_data.email": ""}, set()),
        ({"ep.visitor": "pat@mail.example", "up.user_id": "4711", "ecid": "1", "sid": "1"}, set()),
    ],
)
def test_identities_are_told_by_kind_and_form_alone(parameters: dict[str, str], expected: set[tuple[str, str, str]]) -> None:
    for payload in (Payload(COLLECT + urlencode(parameters)), Payload(COLLECT, "POST", raw=b"en=x&" + urlencode(parameters).encode())):
        assert identities(ga4, payload) == expected
        assert not any(value in repr(decoders.decode(payload)) for value in parameters.values() if len(value) > 9)


@pytest.mark.parametrize("raw", [b"", b"\xff\xfe", b"\r\n \r\n", b"{]", b"\x1f\x8b\x08broken", b"=&=&&"])
def test_a_body_that_cannot_be_read_leaves_the_address(raw: bytes) -> None:
    ((name, told),) = events(ga4, Payload(COLLECT + "en=scroll", "POST", raw=raw))
    assert (name, told - {TAG}) == ("scroll", set())


def test_nothing_to_read_is_one_event_without_a_name() -> None:
    assert events(ga4, Payload("https://www.google-analytics.com/g/collect")) == [(None, set())]


def test_the_name_may_stand_where_the_version_before_had_it() -> None:
    assert [name for name, _ in events(ga4, Payload(COLLECT + "t=pageview"))] == ["pageview"]


def test_of_very_many_lines_and_names_the_first_are_read() -> None:
    assert len(ga4.decode(Payload(COLLECT, "POST", raw=b"en=a\n" * 200))) == MAX_LINES
    names = "&".join(f"ep.user_data.address.{n}.city=x" for n in range(100))
    assert len(identities(ga4, Payload(COLLECT + names))) == MAX_USER_DATA


@given(mangled(COLLECT + urlencode(VIEW)), mangled(BATCH.format("\r\n") + f"en=x&em=tv.1~em.{HEX}&ep.user_data.email=a"), st.binary())
def test_no_request_breaks_it(url: str, text: str, raw: bytes) -> None:
    decoders.decode(Payload(url))
    for payload in (
        Payload(url, raw=raw),
        Payload(url, raw=text.encode(errors="ignore")),
        Payload(COLLECT + quote(text), form={text: [text]}),
    ):
        for decoder in (ga4, universal_analytics):
            decoder.claims(payload)
            decoders.read(decoder, payload)


def test_a_long_number_in_a_name_is_no_place_in_a_list() -> None:
    assert identities(ga4, Payload(COLLECT + "ep.user_data.07700900123.city=x")) == set()
