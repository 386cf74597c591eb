"""What Reddit's pixel tells. The requests are written for these tests."""

from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.decoders.reading import Told, address, hashed, mangled, only, told

from netcurtain.core import decoders
from netcurtain.core.decoders import reddit
from netcurtain.core.decoders.payload import Payload
from netcurtain.core.finding import Identity, IdentityForm, IdentityKind, What

GIF = "https://alb.reddit.com/rp.gif"
HASH, OTHER = "12" * 32, "34" * 32
VISIT = {"id": "a2_test", "event": "PageVisit", "uuid": "u-1", "em": "", "external_id": "", "m.customEventName": "", "aaid": ""}
SEEN: list[Told] = [(What.VISITOR_ID, "uuid", "uuid"), (What.OTHER, "tag a2_test", "id")]


@pytest.mark.parametrize(
    ("url", "known"),
    [
        (GIF, True),
        ("https://alb.reddit.com/rp?id=a2_test", True),
        ("https://alb.reddit.com/snoo.gif?q=CAAHAA", True),
        ("https://alb.reddit.com/", False),
        ("https://www.reddit.com/rp.gif", False),
        ("https://pixel-config.reddit.com/pixels/a2_test/config", False),
        ("https://www.redditstatic.com/ads/pixel.js", False),
        ("https://alb.reddit.com.example/rp.gif", False),
    ],
)
def test_which_addresses_are_reddits(url: str, known: bool) -> None:
    assert decoders.reads(url) is known


@pytest.mark.parametrize(
    "payload",
    [
        Payload(address(GIF, VISIT)),
        Payload("https://alb.reddit.com/rp", "POST", form={name: [value] for name, value in VISIT.items()}),
        Payload("https://alb.reddit.com/rp?id=a2_test", "POST", raw=urlencode(VISIT).encode()),
    ],
    ids=["address", "form", "form as bytes"],
)
def test_a_visit_by_every_way_it_is_sent(payload: Payload) -> None:
    event = only(reddit, payload)
    assert (event.vendor, event.organisation, event.event) == ("Reddit Pixel", "Reddit", "PageVisit")
    assert told(event) == SEEN


@pytest.mark.parametrize(
    ("parameters", "facts"),
    [
        ({"esurl": "https://clinic.example/a?x=1"}, [(What.PAGE_ADDRESS, "https://clinic.example/a?x", "esurl")]),
        ({"m.customEventName": "Booked"}, [(What.EVENT, "Booked", "m.customEventName")]),
        ({"click_id": "7"}, [(What.VISITOR_ID, "click_id", "click_id")]),
        ({"dpm": "LDU"}, [(What.CONSENT, "LDU", "dpm")]),
        ({"em": HASH}, [hashed(IdentityKind.EMAIL, "em")]),
        ({"pn": HASH}, [hashed(IdentityKind.PHONE, "pn")]),
        ({"external_id": HASH}, [hashed(IdentityKind.EXTERNAL_ID, "external_id")]),
        ({"external_id": f"{HASH},7"}, [(What.IDENTITY, Identity(IdentityKind.EXTERNAL_ID, IdentityForm.PLAIN), "external_id")]),
        ({"auto_em": f"{HASH},{OTHER}"}, [hashed(IdentityKind.EMAIL, "auto_em")]),
        ({"auto_pn": f"495~{HASH}|225~{OTHER}"}, [hashed(IdentityKind.PHONE, "auto_pn")]),
        ({"auto_pn": "495~", "auto_em": ",", "pn": "0", "em": ""}, []),
    ],
)
def test_one_fact(parameters: dict[str, str], facts: list[Told]) -> None:
    assert told(only(reddit, Payload(address(GIF, parameters)))) == facts


@pytest.mark.parametrize("query", ["", "&&&", "q=CAAHAA", "%00=%ff", "event="])
def test_what_cannot_be_read_tells_nothing(query: str) -> None:
    event = only(reddit, Payload(f"{GIF}?{query}"))
    assert (event.event, event.told) == (None, ())


@given(st.sampled_from([urlencode({**VISIT, "auto_em": f"{HASH},{OTHER}", "auto_pn": f"495~{HASH}|225~{OTHER}"})]).flatmap(mangled))
def test_no_request_breaks_the_decoder(text: str) -> None:
    decoders.read(reddit, Payload(f"{GIF}?{text}"))
    decoders.read(reddit, Payload(GIF, "POST", raw=text.encode("utf-8", "replace")))
