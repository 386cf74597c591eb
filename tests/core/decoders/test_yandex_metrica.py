"""What a request of Yandex Metrica tells. The requests are written for these tests."""

from urllib.parse import urlencode

import pytest
from hypothesis import given
from tests.core.decoders.reading import Told, events, mangled

from netcurtain.core import decoders
from netcurtain.core.decoders import yandex_metrica
from netcurtain.core.decoders.payload import Payload

WATCH = "https://mc.yandex.ru/watch/12345678"
PAGE = "https://a.example/help?q=1"
TAG: Told = ("other", "tag 12345678", "path")


@pytest.mark.parametrize(
    ("url", "known"),
    [
        (WATCH, True),
        ("https://mc.yandex.com/watch/12345678/1", True),
        ("https://mc.yandex.kz/webvisor/12345678", True),
        ("https://mc.yandex.ru/metrika/tag.js", False),
        ("https://mc.yandex.ru/clmap/12345678", False),
        ("https://yandex.ru/watch/12345678", False),
    ],
)
def test_which_addresses_are_its(url: str, known: bool) -> None:
    assert (decoders.decoder_of(Payload(url)) is yandex_metrica) is known


@pytest.mark.parametrize(
    ("written", "told"),
    [
        (PAGE, {("page_address", "https://a.example/help?q", "page-url"), ("referrer", "https://a.example/help?q", "page-ref")}),
        ("goal://a.example/form_sent", {("event", "form_sent", "page-url"), ("page_address", "https://a.example/help?q", "page-ref")}),
        ("btn://a.example/?p=1", {("event", "btn", "page-url"), ("page_address", "https://a.example/help?q", "page-ref")}),
        ("/help", {("referrer", "https://a.example/help?q", "page-ref")}),
    ],
)
def test_a_page_or_what_was_done_on_it(written: str, told: set[Told]) -> None:
    fields = urlencode({"page-url": written, "page-ref": PAGE})
    for payload in (Payload(f"{WATCH}?{fields}"), Payload(WATCH, "POST", raw=fields.encode())):
        assert events(yandex_metrica, payload) == [(None, {*told, TAG})]


@pytest.mark.parametrize("raw", [b"", b"\xff", b"[]", b"null", b"page-url="])
def test_what_cannot_be_read_tells_nothing_but_the_sites_number(raw: bytes) -> None:
    assert events(yandex_metrica, Payload(WATCH, "POST", raw=raw)) == [(None, {TAG})]


@given(mangled(urlencode({"page-url": "goal://a.example/x", "page-ref": PAGE})))
def test_no_request_breaks_it(query: str) -> None:
    decoders.read(yandex_metrica, Payload(f"{WATCH}?{query}", raw=query.encode("utf-8", "replace")))
