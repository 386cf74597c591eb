"""What a FullStory request tells: the page when it begins to record, and its numbers."""

import json

import pytest
from hypothesis import given
from tests.core.decoders.reading import Told, events, mangled

from netcurtain.core import decoders
from netcurtain.core.decoders import fullstory
from netcurtain.core.decoders.payload import Payload

PAGE = "https://rs.fullstory.com/rec/page"
BUNDLE = "https://rs.fullstory.com/rec/bundle/v2"
START = {"OrgId": "o-AB1", "UserId": "77", "Url": "https://a.example/report?step=2", "Referrer": "https://b.example/", "Title": 3}
STARTED: set[Told] = {
    ("page_address", "https://a.example/report?step", "Url"),
    ("referrer", "https://b.example/", "Referrer"),
    ("visitor_id", "UserId", "UserId"),
    ("other", "tag o-AB1", "OrgId"),
}


@pytest.mark.parametrize(
    ("payload", "told"),
    [
        (Payload(PAGE, "POST", raw=json.dumps(START).encode()), STARTED),
        (
            Payload(f"{BUNDLE}?OrgId=o-AB1&UserId=77&SessionId=88&Seq=1", "POST", raw=b'{"Evts": [{"Kind": 18, "Args": ["typed"]}]}'),
            {("visitor_id", "UserId", "UserId"), ("visitor_id", "SessionId", "SessionId"), ("other", "tag o-AB1", "OrgId")},
        ),
        (Payload("https://edge.fullstory.com/s/fs.js"), set()),
        (Payload("https://www.fullstory.com/s/fs.js"), set()),
        (Payload(PAGE, raw=b""), set()),
        (Payload(PAGE, raw=b"{"), set()),
        (Payload(PAGE, raw=b'[{"Url": "x"}]'), set()),
        (Payload(PAGE, raw=b'{"Url": [], "UserId": null, "OrgId": {}}'), set()),
        (Payload(f"{BUNDLE}?OrgId=&UserId=0"), set()),
    ],
    ids=["start", "bundle", "script", "old script", "empty", "broken", "a list", "other types", "empty values"],
)
def test_what_it_tells(payload: Payload, told: set[Told]) -> None:
    assert events(fullstory, payload) == [(None, told)]


@pytest.mark.parametrize(
    "url", ["https://www.fullstory.com/pricing", "https://help.fullstory.com/", "https://fullstory.com.example/rec/page"]
)
def test_other_addresses_are_not_the_recorders(url: str) -> None:
    assert decoders.decoder_of(Payload(url)) is not fullstory


@given(mangled(json.dumps(START)), mangled("OrgId=o&UserId=1"))
def test_no_request_breaks_it(body: str, query: str) -> None:
    decoders.read(fullstory, Payload(f"{PAGE}?{query}", raw=body.encode("utf-8", "replace")))
