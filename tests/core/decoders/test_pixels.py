"""What the pixels of the table tell. The requests are written for these tests."""

import json
from urllib.parse import urlencode

import pytest
from hypothesis import given
from tests.core.decoders.reading import Told, events, identities, mangled
from tests.core.decoders.vendor_requests import ADDRESSES, BODIES

from netcurtain.core import decoders
from netcurtain.core.decoders.payload import Payload
from netcurtain.core.decoders.pixel import Pixel
from netcurtain.core.decoders.pixels import PIXELS

PAGE = "https://www.quayside-support.example/support/stalking?step"
TITLE = "Stalking: what you can do"
BY_NAME = {pixel.VENDOR: pixel for pixel in PIXELS}
TOLD: dict[str, tuple[str | None, set[Told]]] = {
    "Cloudflare Web Analytics": (
        None,
        {
            ("page_address", PAGE, "location"),
            ("referrer", PAGE, "referrer"),
            ("other", "tag 0123456789abcdef0123456789abcdef", "siteToken"),
        },
    ),
    "Comscore": (
        None,
        {("page_address", PAGE, "c7"), ("page_title", TITLE, "c8"), ("referrer", PAGE, "c9"), ("other", "tag 7654321", "c2")},
    ),
    "Outbrain": ("PAGE_VIEW", {("page_address", PAGE, "dl"), ("other", "tag 00" + "a1" * 16, "marketerId")}),
    "Pardot": (
        None,
        {
            ("page_address", PAGE, "url"),
            ("page_title", TITLE, "title"),
            ("referrer", PAGE, "referrer"),
            ("visitor_id", "visitor_id", "visitor_id"),
            ("other", "tag 7654321", "account_id"),
        },
    ),
    "Piwik PRO": (
        None,
        {
            ("page_address", PAGE, "url"),
            ("page_title", TITLE, "action_name"),
            ("referrer", PAGE, "urlref"),
            ("visitor_id", "_id", "_id"),
            ("other", "tag 1b2c3d4e-0a1b-4c2d-8e3f-123456789abc", "idsite"),
        },
    ),
    "Plausible": ("pageview", {("page_address", PAGE, "u"), ("referrer", PAGE, "r")}),
    "Quora Pixel": ("ViewContent", {("page_address", PAGE, "u"), ("other", "tag " + "a1" * 16, "path")}),
    "Siteimprove": (
        None,
        {
            ("page_address", PAGE, "url"),
            ("page_title", TITLE, "title"),
            ("referrer", PAGE, "ref"),
            ("visitor_id", "luid", "luid"),
            ("other", "tag 7654321", "accountid"),
        },
    ),
    "Taboola": (
        "page_view",
        {("page_address", PAGE, "item-url"), ("referrer", PAGE, "ref"), ("visitor_id", "ui", "ui"), ("other", "tag 1234567", "path")},
    ),
    "The Trade Desk": (None, {("page_address", PAGE, "ref"), ("other", "tag abc123", "adv")}),
    "Xandr": (
        "PageView",
        {("page_address", PAGE, "u"), ("referrer", PAGE, "r"), ("other", "tag 1b2c3d4e-0a1b-4c2d-8e3f-123456789abc", "pi")},
    ),
}


def _payload(vendor: str) -> Payload:
    if vendor in BODIES:
        url, body = BODIES[vendor]
        return Payload(url, "POST", raw=json.dumps(body).encode())
    url, fields = ADDRESSES[vendor]
    return Payload(f"{url}?{urlencode(fields)}")


@pytest.mark.parametrize("vendor", TOLD)
def test_what_each_tells(vendor: str) -> None:
    assert events(BY_NAME[vendor], _payload(vendor)) == [TOLD[vendor]]


def test_the_trade_desk_has_several_paths() -> None:
    url, fields = ADDRESSES["The Trade Desk"]
    payload = Payload(f"{url.replace('evnt', 'up')}?{urlencode(fields)}")
    assert events(BY_NAME["The Trade Desk"], payload) == [TOLD["The Trade Desk"]]


def test_piwik_pros_older_file_is_its_own() -> None:
    url, fields = ADDRESSES["Piwik PRO"]
    payload = Payload(f"{url.replace('ppms', 'piwik')}?{urlencode(fields)}")
    assert events(BY_NAME["Piwik PRO"], payload) == [TOLD["Piwik PRO"]]


@pytest.mark.parametrize("written", ["/report", "report", "1", "goal://a.example/sent"])
def test_a_page_is_a_whole_address(written: str) -> None:
    assert events(BY_NAME["Xandr"], Payload(f"https://ib.adnxs.com/pixie?{urlencode({'u': written, 'r': written})}")) == [(None, set())]


def test_who_somebody_is() -> None:
    url, fields = ADDRESSES["Piwik PRO"]
    assert identities(BY_NAME["Piwik PRO"], Payload(f"{url}?{urlencode(fields | {'uid': 'u1'})}")) == {("external_id", "plain", "uid")}


def test_the_same_in_the_body() -> None:
    url, fields = ADDRESSES["Piwik PRO"]
    assert events(BY_NAME["Piwik PRO"], Payload(url, "POST", raw=urlencode(fields).encode())) == [TOLD["Piwik PRO"]]


@pytest.mark.parametrize("pixel", PIXELS, ids=lambda pixel: pixel.VENDOR)
def test_scripts_and_own_pages_are_none(pixel: Pixel) -> None:
    for host in pixel.HOSTS:
        for path in ("", "/", "/about", "/tag.js", "/x.gif"):
            assert decoders.decoder_of(Payload(f"https://{host}{path}")) is None


@pytest.mark.parametrize("pixel", PIXELS, ids=lambda pixel: pixel.VENDOR)
@pytest.mark.parametrize("raw", [b"", b"\xff", b"[]", b"{}", b"[[1]]", b"null", b"=&="])
def test_what_cannot_be_read_tells_nothing_but_the_sites_number(pixel: Pixel, raw: bytes) -> None:
    url = ADDRESSES[pixel.VENDOR][0] if pixel.VENDOR in ADDRESSES else BODIES[pixel.VENDOR][0]
    ((name, told),) = events(pixel, Payload(url, "POST", raw=raw))
    assert (name, {parameter for _, _, parameter in told} - {"path"}) == (None, set())


@given(mangled(urlencode({"url": "https://a.example/", "title": "x", "ref": "y", "luid": "1", "accountid": "2"})))
def test_no_request_breaks_it(query: str) -> None:
    for pixel in PIXELS:
        decoders.read(pixel, Payload(f"https://a.siteimproveanalytics.io/image.aspx?{query}", raw=query.encode("utf-8", "replace")))
