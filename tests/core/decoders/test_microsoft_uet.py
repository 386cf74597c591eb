"""What a Microsoft UET request tells. The requests are written for these tests."""

import json
from urllib.parse import urlencode

import pytest
from hypothesis import given
from tests.core.decoders.reading import Told, events, identities, mangled

from netcurtain.core import decoders
from netcurtain.core.decoders import microsoft_uet
from netcurtain.core.decoders.payload import Payload

ACTION = "https://bat.bing.com/action/0"
VIEW = {
    "ti": "501",
    "Ver": "2",
    "mid": "m",
    "sid": "s",
    "vid": "v",
    "msclkid": "N",
    "tl": "Make a report",
    "kw": "abuse, help",
    "p": "https://a.example/report?step=2",
    "r": "https://b.example/?q=words",
    "evt": "pageLoad",
}
VIEW_TOLD: set[Told] = {
    ("page_address", "https://a.example/report?step", "p"),
    ("page_title", "Make a report", "tl"),
    ("other", "keywords abuse, help", "kw"),
    ("referrer", "https://b.example/?q", "r"),
    ("visitor_id", "sid", "sid"),
    ("visitor_id", "vid", "vid"),
    ("other", "tag 501", "ti"),
}


@pytest.mark.parametrize(
    ("url", "known"),
    [
        (ACTION, True),
        ("https://bat.bing.net/actionp/0?ti=1", True),
        ("https://bat.bing.com/bat.js", False),
        ("https://commerce.bing.com/cst/0?ti=1", True),
        ("https://commerce.bing.com/shop", False),
        ("https://www.bing.com/search?q=help", False),
        ("https://bat.bing.com.example/action/0", False),
    ],
)
def test_which_addresses_are_the_tags(url: str, known: bool) -> None:
    assert (decoders.decoder_of(Payload(url)) is microsoft_uet) is known


@pytest.mark.parametrize("url", [ACTION, "https://bat.bing.net/action/0", "https://bat.bing.com/actionp/0"])
def test_a_page_load(url: str) -> None:
    assert events(microsoft_uet, Payload(f"{url}?{urlencode(VIEW)}")) == [("pageLoad", VIEW_TOLD)]
    assert events(microsoft_uet, Payload(url, "POST", raw=urlencode(VIEW).encode())) == [("pageLoad", VIEW_TOLD)]


@pytest.mark.parametrize(
    ("parameters", "told"),
    [
        (
            {"ec": "Form", "ea": "button_click", "el": "Report it"},
            {("event", "Form", "ec"), ("event", "button_click", "ea"), ("event", "Report it", "el"), ("button_text", "Report it", "el")},
        ),
        ({"ea": "video", "el": "Intro"}, {("event", "video", "ea"), ("event", "Intro", "el")}),
        ({"msclkid": "abc123"}, {("visitor_id", "msclkid", "msclkid")}),
        ({"asc": "D", "vid": "0", "ti": "0", "tl": ""}, {("consent", "D", "asc")}),
    ],
)
def test_other_facts(parameters: dict[str, str], told: set[Told]) -> None:
    assert events(microsoft_uet, Payload(f"{ACTION}?{urlencode({'evt': 'custom', **parameters})}")) == [("custom", told)]


@pytest.mark.parametrize(
    ("pid", "told"),
    [
        (f"em={'a1' * 32}&ph={'b2' * 32}", {("email", "sha256", "pid"), ("phone", "sha256", "pid")}),
        (f"em=&ph={'b2' * 32}&fn={'c3' * 32}", {("phone", "sha256", "pid"), ("first_name", "sha256", "pid")}),
        ("em=someone%40a.example", {("email", "plain", "pid")}),
        (json.dumps({"em": "a1" * 32, "ph": ""}), {("email", "sha256", "pid")}),
        ("em=e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855&x=1", set()),
        ("3f2a", set()),
    ],
)
def test_who_somebody_is(pid: str, told: set[tuple[str, str, str]]) -> None:
    assert identities(microsoft_uet, Payload(f"{ACTION}?{urlencode({'pid': pid})}")) == told


@pytest.mark.parametrize("query", ["", "?", "?&&==", "?pid=%", "?evt", "?" + "a=1&" * 900 + "evt=x"])
def test_what_cannot_be_read_tells_nothing(query: str) -> None:
    assert events(microsoft_uet, Payload(f"{ACTION}{query}")) == [(None, set())]


@given(mangled(urlencode({**VIEW, "pid": "em=1&ph=2", "ea": "click", "el": "x"})))
def test_no_request_breaks_it(query: str) -> None:
    decoders.read(microsoft_uet, Payload(f"{ACTION}?{query}"))
