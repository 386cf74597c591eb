"""What a Floodlight activity tells. The requests are written for these tests."""

import pytest
from hypothesis import given
from tests.core.decoders.reading import events, identities, mangled

from netcurtain.core import decoders
from netcurtain.core.decoders import floodlight
from netcurtain.core.decoders.payload import Payload

HEX = "0123456789abcdef" * 4
ACTIVITY = (
    "https://12345.fls.doubleclick.net/activityi;src=12345;type=group0;cat=thanks1;ord=1;u1=pat%40mail.example;auiddc=1.2;"
    "gclaw=abc;dc_rdid=;gcs=G111;~oref=https%3A%2F%2Fa.example%2Freport%3Fq%3Dx?"
)


@pytest.mark.parametrize(
    ("url", "known"),
    [
        ("https://12345.fls.doubleclick.net/activityi;src=1;type=a;cat=b?", True),
        ("https://fls.doubleclick.net/activityj;src=1", False),
        ("https://fls.doubleclick.net/activityi;src=1", True),
        ("https://ad.doubleclick.net/activity;src=1;type=a", True),
        ("https://ad.doubleclick.net/ddm/activity/src=1;type=a", True),
        ("https://ade.googlesyndication.com/ddm/activity/src=1;type=a?", True),
        ("https://adservice.google.co.uk/ddm/fls/i/src=1;type=a", True),
        ("https://adservice.google.com/ddm/fls/z/src=1;type=a", True),
        ("https://www.google.com/gmp/conversion;src=1;type=a", True),
        ("https://td.doubleclick.net/td/fls/rul/activityi;fledge=1;src=1", True),
        ("https://ad.doubleclick.net/ddm/trackimp/N1.2/B3.4;dc_trk_aid=1", False),
        ("https://ad.doubleclick.net/ddm/ad/N1.2/B3.4;sz=1x1", False),
        ("https://ad.doubleclick.net/activity", False),
        ("https://pubads.g.doubleclick.net/activity;dc_iu=/1/x", False),
        ("https://shop.example/activityi;src=1", False),
        ("https://shop.example/ddm/fls/i/src=1", False),
        ("https://www.google.com/search?q=activityi;src=1", False),
    ],
)
def test_which_addresses_are_its_own(url: str, known: bool) -> None:
    assert (decoders.decoder_of(Payload(url)) is floodlight) is known


def test_an_activity() -> None:
    assert events(floodlight, Payload(ACTIVITY)) == [
        (
            "thanks1",
            {
                ("page_address", "https://a.example/report?q", "~oref"),
                ("event", "group0", "type"),
                ("event", "thanks1", "cat"),
                ("visitor_id", "auiddc", "auiddc"),
                ("visitor_id", "gclaw", "gclaw"),
                ("consent", "G111", "gcs"),
                ("other", "tag 12345", "src"),
            },
        )
    ]


def test_an_address_that_is_not_encoded_and_parameters_behind_it() -> None:
    ((name, told),) = events(floodlight, Payload("https://ad.doubleclick.net/activity;type=a;~oref=https://a.example/b/c?gcd=13l3"))
    assert name == "a"
    assert told == {("event", "a", "type"), ("page_address", "https://a.example/b/c", "~oref"), ("consent", "13l3", "gcd")}


def test_a_persons_data() -> None:
    assert identities(floodlight, Payload(f"https://ad.doubleclick.net/activity;src=1;em=tv.1~em.{HEX}~pn.e1")) == {
        ("email", "sha256", "em")
    }
    assert identities(floodlight, Payload(ACTIVITY)) == set()


def test_nothing_to_read_is_one_event_without_a_name() -> None:
    assert events(floodlight, Payload("https://ad.doubleclick.net/activity;=;;cat=;")) == [(None, set())]


@given(mangled(ACTIVITY + f"em=tv.1~em.{HEX}"))
def test_no_request_breaks_it(url: str) -> None:
    floodlight.claims(Payload(url))
    decoders.read(floodlight, Payload(url))
