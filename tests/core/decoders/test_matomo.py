"""What a Matomo request tells. The requests are written for these tests."""

import json
from urllib.parse import urlencode

import pytest
from hypothesis import given
from tests.core.decoders.reading import Told, events, identities, mangled

from netcurtain.core import decoders
from netcurtain.core.decoders import matomo
from netcurtain.core.decoders.payload import Payload

CLOUD = "https://a-example.matomo.cloud/matomo.php"
TAG: Told = ("other", "tag 3", "idsite")
VIEW = {
    "idsite": "3",
    "rec": "1",
    "action_name": "Make a report",
    "url": "https://a.example/report?step=2",
    "urlref": "https://b.example/?q=words",
    "_id": "0a1b",
    "pv_id": "x",
    "rand": "1",
}
VIEWED: set[Told] = {
    TAG,
    ("page_title", "Make a report", "action_name"),
    ("page_address", "https://a.example/report?step", "url"),
    ("referrer", "https://b.example/?q", "urlref"),
    ("visitor_id", "_id", "_id"),
}


@pytest.mark.parametrize(
    ("url", "known"),
    [
        (CLOUD, True),
        ("https://stats.a.example/piwik.php?idsite=1&rec=1", True),
        ("https://www.a.example/analytics/matomo.php", True),
        ("https://www.a.example/matomo.php/", True),
        ("https://stats.a.example/matomo.js", False),
        ("https://a.example/matomo.php/x", False),
        ("https://a.example/notmatomo.php", False),
        ("https://matomo.org/docs/", False),
    ],
)
def test_which_addresses_are_matomos(url: str, known: bool) -> None:
    assert (decoders.decoder_of(Payload(url)) is matomo) is known


@pytest.mark.parametrize(
    ("more", "name", "told"),
    [
        ({}, None, set()),
        (
            {"e_c": "Form", "e_a": "Sent", "e_n": "Report"},
            "Sent",
            {("event", "Form", "e_c"), ("event", "Sent", "e_a"), ("event", "Report", "e_n")},
        ),
        ({"link": "https://c.example/?x=1"}, "link", {("link_address", "https://c.example/?x", "link")}),
        ({"download": "https://a.example/a.pdf"}, "download", {("link_address", "https://a.example/a.pdf", "download")}),
        ({"search": "rape help"}, "search", {("other", "search rape help", "search")}),
        (
            {"c_n": "banner", "c_p": "Get help", "c_t": "https://a.example/help?x=1", "c_i": "click"},
            "click",
            {("event", "banner", "c_n"), ("event", "Get help", "c_p"), ("link_address", "https://a.example/help?x", "c_t")},
        ),
        ({"ping": "1"}, "ping", set()),
        (
            {"fa_vid": "1", "fa_id": "report", "fa_fields": '[{"fa_fn": "your_name", "fa_fv": "typed"}, {"fa_fn": "story"}]'},
            "fa_vid",
            {("form_id", "report", "fa_id"), ("form_fields", ("your_name", "story"), "fa_fields")},
        ),
    ],
    ids=["page view", "event", "link", "download", "search", "content", "ping", "form"],
)
def test_by_address_by_body_and_among_many(more: dict[str, str], name: str | None, told: set[Told]) -> None:
    query = urlencode(VIEW | more)
    many = json.dumps({"requests": [f"?{query}", f"?{query}"]}).encode()
    assert events(matomo, Payload(f"{CLOUD}?{query}")) == [(name, VIEWED | told)]
    assert events(matomo, Payload(CLOUD, "POST", raw=query.encode())) == [(name, VIEWED | told)]
    assert events(matomo, Payload(CLOUD, "POST", raw=many)) == [(name, VIEWED | told)] * 2


@pytest.mark.parametrize(
    ("uid", "told"),
    [("u77", {("external_id", "plain", "uid")}), ("someone@a.example", {("email", "plain", "uid")}), ("0", set()), ("", set())],
)
def test_who_somebody_is_to_the_site(uid: str, told: set[tuple[str, str, str]]) -> None:
    assert identities(matomo, Payload(f"{CLOUD}?{urlencode(VIEW | {'uid': uid})}")) == told


def test_where_a_site_runs_it_itself_that_is_said() -> None:
    (event,) = decoders.decode(Payload("https://stats.a.example/matomo.php?idsite=3&rec=1"))
    assert (event.vendor, event.organisation) == ("Matomo", "Matomo at stats.a.example")


@pytest.mark.parametrize("raw", [b"", b"\xff", b"{", b'{"requests": 3}', b'{"requests": [1, null]}', b"[[]]"])
def test_what_cannot_be_read_tells_nothing(raw: bytes) -> None:
    assert events(matomo, Payload(CLOUD, "POST", raw=raw)) == [(None, set())]


@given(mangled(urlencode(VIEW | {"fa_fields": '[{"fa_fn": "x"}]'})))
def test_no_request_breaks_it(query: str) -> None:
    decoders.read(matomo, Payload(f"{CLOUD}?{query}"))
    decoders.read(matomo, Payload(CLOUD, raw=json.dumps({"requests": [query]}).encode()))
