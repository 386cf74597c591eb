"""What a Mouseflow request tells: that it is there, and its numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.decoders.reading import Told, events, mangled

from netcurtain.core import decoders
from netcurtain.core.decoders import mouseflow
from netcurtain.core.decoders.payload import Payload


@pytest.mark.parametrize(
    ("url", "told"),
    [
        (
            "https://n2.mouseflow.com/b.gif?website=ab-12&session=cd34&page=ef56&gz=1",
            {("visitor_id", "session", "session"), ("other", "tag ab-12", "website")},
        ),
        (
            "https://o2.mouseflow.com/init?href=https%3A%2F%2Fa.example%2Freport%3Fq%3Dx&title=Report&ref=https%3A%2F%2Fb.example%2F",
            {
                ("page_address", "https://a.example/report?q", "href"),
                ("referrer", "https://b.example/", "ref"),
            },
        ),
        ("https://o2.mouseflow.com/init?href=%2Freport&ref=Report", set()),
        ("https://cdn.mouseflow.com/projects/ab-12.js", set()),
        ("https://o2.mouseflow.com/dom?website=&session=0", set()),
    ],
)
def test_it_is_there(url: str, told: set[Told]) -> None:
    assert events(mouseflow, Payload(url, "POST", raw=b"\x00\x01recorded")) == [(None, told)]


@pytest.mark.parametrize("url", ["https://mouseflow.com/pricing", "https://app.mouseflow.com/", "https://mouseflow.com.example/b.gif"])
def test_other_addresses_are_not_the_recorders(url: str) -> None:
    assert decoders.decoder_of(Payload(url)) is not mouseflow


@given(mangled("website=ab&session=cd"), st.binary(max_size=50))
def test_no_request_breaks_it(query: str, raw: bytes) -> None:
    decoders.read(mouseflow, Payload(f"https://n2.mouseflow.com/b.gif?{query}", raw=raw))
