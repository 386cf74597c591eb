"""What a RudderStack request tells: Segment's calls, told to another company."""

import json

import pytest
from hypothesis import given
from tests.core.decoders.reading import events, mangled

from netcurtain.core import decoders
from netcurtain.core.decoders import rudderstack
from netcurtain.core.decoders.payload import Payload

PLANE = "https://a.dataplane.rudderstack.com/v1/"
TRACK = {"type": "track", "event": "Chat opened", "anonymousId": "a", "context": {"page": {"url": "https://a.example/help?q=1"}}}


@pytest.mark.parametrize(
    ("url", "known"),
    [
        (f"{PLANE}track", True),
        (f"{PLANE}batch", True),
        ("https://a.dataplane.rudderstack.com/sourceConfig", False),
        ("https://www.rudderstack.com/v1/track", False),
        ("https://a.dataplane.rudderstack.com.example/v1/track", False),
    ],
)
def test_which_addresses_are_its_own(url: str, known: bool) -> None:
    assert (decoders.decoder_of(Payload(url)) is rudderstack) is known


@pytest.mark.parametrize(("path", "body"), [("track", TRACK), ("batch", {"batch": [TRACK]})])
def test_a_call_and_a_batch_are_told_to_it_and_not_to_segment(path: str, body: object) -> None:
    told = {("page_address", "https://a.example/help?q", "context.page.url"), ("visitor_id", "anonymousId", "anonymousId")}
    assert events(rudderstack, Payload(PLANE + path, "POST", raw=json.dumps(body).encode())) == [("Chat opened", told)]


@given(mangled(json.dumps({"batch": [TRACK]})))
def test_no_request_breaks_it(text: str) -> None:
    decoders.read(rudderstack, Payload(f"{PLANE}batch", "POST", raw=text.encode("utf-8", "replace")))
