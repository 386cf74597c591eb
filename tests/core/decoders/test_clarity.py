"""What a Microsoft Clarity request tells. The requests are written for these tests."""

import gzip
import json
from typing import Any

import pytest
from hypothesis import given
from tests.core.decoders.reading import Told, events, mangled

from netcurtain.core import decoders
from netcurtain.core.decoders import clarity
from netcurtain.core.decoders.payload import Payload

COLLECT = "https://k.clarity.ms/collect"
PAGE = "https://a.example/report"
ENVELOPE: list[Any] = ["0.8.1", 1, 1700000000000, 900, "proj1", "user1", "sess1", 1, 0, 0, 0, f"{PAGE}?step=2"]
DIMENSIONS: list[Any] = [5, 1, 0, ["Browser"], 1, [PAGE], 2, ["https://b.example/?q=1"], 3, ["Make a report"], 9, ["en"]]
NUMBERS: set[Told] = {("visitor_id", "e", "e"), ("other", "tag proj1", "e")}


def click(text: str, link: str | None = None) -> list[Any]:
    return [900, 9, 40, 10, 10, 1, 1, 0, 1, 0, text, link, "h.1", 1]


def body(*records: Any, envelope: Any = ENVELOPE) -> bytes:
    return json.dumps({"e": envelope, "a": list(records), "p": [[1, 5, "typed words"]]}).encode()


@pytest.mark.parametrize(
    ("url", "known"),
    [
        (COLLECT, True),
        ("https://www.clarity.ms/tag/abc", True),
        ("https://c.clarity.ms/c.gif", True),
        ("https://clarity.ms/", False),
        ("https://clarity.microsoft.com/projects", False),
        ("https://clarity.ms.example/collect", False),
    ],
)
def test_which_addresses_are_claritys(url: str, known: bool) -> None:
    assert (decoders.decoder_of(Payload(url)) is clarity) is known


@pytest.mark.parametrize(
    ("records", "told"),
    [
        ([], set()),
        (
            [DIMENSIONS],
            {("page_address", PAGE, "a"), ("referrer", "https://b.example/?q", "a"), ("page_title", "Make a report", "a")},
        ),
        (
            [click("Report it", "https://a.example/next?x=1")],
            {("button_text", "Report it", "a"), ("link_address", "https://a.example/next?x", "a")},
        ),
        ([click("\u25aa\u25aa\u25aa"), click("\u2022\u2022")], set()),
        ([[800, 27, 41, "typed words", 1], [810, 42, 41, "text", "typed words", "sum"], [820, 39, 41]], set()),
    ],
    ids=["envelope", "dimensions", "click", "masked", "what is typed is not read"],
)
def test_records_whose_places_are_sure(records: list[Any], told: set[Told]) -> None:
    expected = [(None, NUMBERS | told | {("page_address", f"{PAGE}?step", "e")})]
    assert events(clarity, Payload(COLLECT, "POST", raw=body(*records))) == expected
    assert events(clarity, Payload(COLLECT, "POST", raw=gzip.compress(body(*records)))) == expected


def test_an_older_envelope_has_no_address() -> None:
    assert events(clarity, Payload(COLLECT, raw=body(envelope=ENVELOPE[:10]))) == [(None, NUMBERS)]


def test_the_script_tells_the_sites_number() -> None:
    assert events(clarity, Payload("https://www.clarity.ms/tag/proj1")) == [(None, {("other", "tag proj1", "tag")})]


def test_its_number_for_the_browser_is_made_known_to_the_companys_other_services() -> None:
    payload = Payload("https://c.clarity.ms/c.gif?ctsa=mr&CtsSyncId=A1&MUID=0A1B")
    assert events(clarity, payload) == [(None, {("visitor_id", "MUID", "MUID")})]


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"\x1f\x8b\x08broken",
        b"{}",
        b'{"e": {}, "a": 3}',
        b'{"e": [], "a": [[], [1], "x", null, [1, 1, "x", 3], [1, 1, 3, 4], [1, 9, 2]]}',
        body([1, 1, [], [PAGE]], envelope=None),
    ],
)
def test_what_cannot_be_read_tells_nothing(raw: bytes) -> None:
    assert events(clarity, Payload(COLLECT, raw=raw)) == [(None, set())]


@given(mangled(body(DIMENSIONS, click("x", "y")).decode()))
def test_no_request_breaks_it(text: str) -> None:
    decoders.read(clarity, Payload(COLLECT, raw=text.encode("utf-8", "replace")))
