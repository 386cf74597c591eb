"""What a Google Ads request tells. The requests are written for these tests."""

from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.decoders.reading import events, identities, mangled

from netcurtain.core import decoders
from netcurtain.core.decoders import google_ads
from netcurtain.core.decoders.payload import Payload

VISIT = "https://googleads.g.doubleclick.net/pagead/viewthroughconversion/700000001/?"
FORM_DATA = "https://www.google.com/pagead/form-data/700000001?"
TAG = ("other", "tag 700000001", "path")
HEX = "0123456789abcdef" * 4


@pytest.mark.parametrize(
    ("url", "known"),
    [
        ("https://googleads.g.doubleclick.net/pagead/viewthroughconversion/7000001/?url=x", True),
        ("https://googleads.g.doubleclick.net/pagead/conversion/7000001/?url=x", True),
        ("https://www.googleadservices.com/pagead/conversion/7000001/?label=x", True),
        ("https://www.googleadservices.com/ccm/conversion/7000001/?label=x", True),
        ("https://www.google.com/pagead/1p-conversion/7000001/?x", True),
        ("https://www.google.co.uk/pagead/1p-conversion/7000001/?x", True),
        ("https://www.google.com.mx/pagead/1p-user-list/7000001/?x", True),
        ("https://google.com/pagead/form-data/7000001", True),
        ("https://google.com/ccm/form-data/7000001", True),
        ("https://www.google.com/ccm/collect?en=page_view", True),
        ("https://pagead2.googlesyndication.com/ccm/collect?en=page_view", True),
        ("https://ad.doubleclick.net/ccm/s/collect", True),
        ("https://www.google.com/rmkt/collect/7000001/?x", True),
        ("https://www.google.se/ads/ga-audiences?t=sr", True),
        ("https://www.google.ca/ads/user-lists/7000001/?x", True),
        ("https://td.doubleclick.net/td/rul/7000001?url=x", True),
        ("https://td.doubleclick.net/td/ga/rul?tid=G-1", True),
        ("https://www.google.com/measurement/conversion/?tid=G-1", True),
        ("https://pagead2.googlesyndication.com/pagead/landing?url=x", True),
        ("https://adservice.google.com/pagead/regclk?gclaw=x", True),
        ("https://shop.example/own/ccm/collect?gtm=1&dl=x", True),
        ("https://shop.example/pagead/viewthroughconversion/7000001/?gtm=1&auid=1.2", True),
        ("https://shop.example/own/g/d/ccm/conversion/7000001/?gtm=1&gcs=G111", True),
        ("https://shop.example/ccm/collect?dl=x", False),
        ("https://shop.example/pagead/conversion/?gtm=1", False),
        ("https://www.googleadservices.com/pagead/conversion.js", False),
        ("https://www.googleadservices.com/pagead/conversion_async.js", False),
        ("https://googleads.g.doubleclick.net/pagead/ads?url=https://a.example/", False),
        ("https://googleads.g.doubleclick.net/pagead/id", False),
        ("https://pagead2.googlesyndication.com/pagead/js/adsbygoogle.js", False),
        ("https://pagead2.googlesyndication.com/pagead/gen_204?id=x", False),
        ("https://www.google.com/search?q=/pagead/conversion/", False),
        ("https://www.google.com/maps/embed?pb=x", False),
        ("https://www.google.com/recaptcha/api.js", False),
        ("https://www.google.com/ads/preferences", False),
        ("https://fonts.googleapis.com/css?family=x", False),
        ("https://www.youtube.com/embed/x", False),
        ("https://google.com.shop.example/ccm/collect?en=x", False),
    ],
)
def test_which_addresses_are_its_own(url: str, known: bool) -> None:
    assert (decoders.decoder_of(Payload(url)) is google_ads) is known


def test_a_visit() -> None:
    asked = {
        "url": "https://a.example/report?q=x",
        "ref": "https://b.example/",
        "tiba": "Make a report",
        "auid": "1.2",
        "gclaw": "abc",
        "gcs": "G111",
        "data": "event=sign_up;id=4",
        "cid": "not a visitor here",
    }
    assert events(google_ads, Payload(VISIT + urlencode(asked))) == [
        (
            "sign_up",
            {
                ("page_address", "https://a.example/report?q", "url"),
                ("page_title", "Make a report", "tiba"),
                ("referrer", "https://b.example/", "ref"),
                ("visitor_id", "auid", "auid"),
                ("visitor_id", "gclaw", "gclaw"),
                ("consent", "G111", "gcs"),
                TAG,
            },
        )
    ]


def test_a_visit_as_measured() -> None:
    asked = {"en": "page_view", "dl": "https://a.example/", "dt": "Report", "dr": "b.example", "tids": "AW-1~AW-2", "gcd": "13l3"}
    assert events(google_ads, Payload("https://www.google.com/ccm/collect?" + urlencode(asked), "POST")) == [
        (
            "page_view",
            {
                ("page_address", "https://a.example/", "dl"),
                ("page_title", "Report", "dt"),
                ("referrer", "b.example", "dr"),
                ("consent", "13l3", "gcd"),
                ("other", "tag AW-1", "tids"),
                ("other", "tag AW-2", "tids"),
            },
        )
    ]


@pytest.mark.parametrize(
    ("query", "event"),
    [
        ("en=conversion&data=event%3Dother&label=AbC", "conversion"),
        ("data=a%3Db%3Bevent%3Dpurchase%3Bc%3Dd&label=AbC", "purchase"),
        ("data=preevent%3Dx&label=AbC", "AbC"),
        ("label=AbC", "AbC"),
        ("data=event%3D", None),
        ("en=", None),
    ],
)
def test_the_name_of_the_event(query: str, event: str | None) -> None:
    assert [name for name, _ in events(google_ads, Payload(VISIT + query))] == [event]


def test_a_number_for_the_browser_goes_to_the_lists_of_people() -> None:
    ((name, told),) = events(google_ads, Payload("https://www.google.de/ads/ga-audiences?t=sr&tid=G-1&cid=1.2"))
    assert name is None
    assert told == {("visitor_id", "cid", "cid"), ("other", "tag G-1", "tid")}


def test_identities_by_address_by_form_and_in_parts() -> None:
    token = f"tv.1~em.{HEX}~pn.e1~co0.GB"
    parts = f'--b\r\nContent-Disposition: form-data; name="em"\r\n\r\n{token}\r\n--b--\r\n'
    for payload in (
        Payload(FORM_DATA + urlencode({"em": token}), "POST"),
        Payload(FORM_DATA, "POST", form={"em": [token]}),
        Payload(FORM_DATA, "POST", raw=parts.encode()),
        Payload(FORM_DATA, "POST", raw=b"em=" + token.encode()),
    ):
        assert identities(google_ads, payload) == {("email", "sha256", "em"), ("country", "plain", "em")}
        assert HEX not in repr(decoders.decode(payload))


@pytest.mark.parametrize("query", ["", "em=tv.1", "em=tv.1~em.e1&emd=tvd.1&ec_mode=a", "userId=null&oid=4711&em=0"])
def test_no_identity_where_none_is_documented(query: str) -> None:
    assert events(google_ads, Payload(FORM_DATA + query, "POST", raw=b"\xff")) == [(None, {TAG})]


@given(mangled(VISIT + f"url=https://a.example/&data=event%3Dx&tids=A~B&em=tv.1~em.{HEX}"), st.text(), st.binary())
def test_no_request_breaks_it(url: str, text: str, raw: bytes) -> None:
    for payload in (Payload(url, raw=raw), Payload(VISIT + text), Payload(VISIT, form={"em": [text, f"tv.1~{text}"], "data": [text]})):
        google_ads.claims(payload)
        decoders.read(google_ads, payload)
