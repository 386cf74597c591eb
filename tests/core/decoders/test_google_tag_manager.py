"""What a Google Tag Manager request tells: its presence. The requests are written for these tests."""

import pytest
from hypothesis import given
from tests.core.decoders.reading import events, mangled

from netcurtain.core import decoders
from netcurtain.core.decoders import google_tag_manager
from netcurtain.core.decoders.payload import Payload

SCRIPT = "https://www.googletagmanager.com/gtm.js?id=GTM-ABC123&l=dataLayer"


@pytest.mark.parametrize(
    ("url", "known"),
    [
        (SCRIPT, True),
        ("https://www.googletagmanager.com/gtag/js?id=G-1", True),
        ("https://www.googletagmanager.com/gtag/destination?id=DC-1", True),
        ("https://www.googletagmanager.com/ns.html?id=GTM-ABC123", True),
        ("https://www.googletagmanager.com/a?v=3&cid=G-1", True),
        ("https://googletagmanager.com/td?id=GTM-ABC123", True),
        ("https://shop.example/own/gtm.js?id=GTM-ABC123", True),
        ("https://shop.example/gtag/js?id=G-ABC123&l=x", True),
        ("https://shop.example/gtm.js", False),
        ("https://shop.example/gtm.js?id=header", False),
        ("https://shop.example/my-gtm.json?id=GTM-ABC123", False),
        ("https://notgoogletagmanager.com/", False),
        ("https://www.googletagservices.com/tag/js/gpt.js", False),
    ],
)
def test_which_addresses_are_its_own(url: str, known: bool) -> None:
    assert (decoders.decoder_of(Payload(url)) is google_tag_manager) is known
    assert google_tag_manager.claims(Payload(url)) is known


@pytest.mark.parametrize(
    ("url", "told"),
    [
        (SCRIPT, {("other", "tag GTM-ABC123", "id")}),
        ("https://shop.example/gtm.js?id=GTM-ABC123", {("other", "tag GTM-ABC123", "id")}),
        (
            "https://www.googletagmanager.com/td?id=AW-1&dl=a.example%2Freport&gcd=13l3",
            {("other", "tag AW-1", "id"), ("page_address", "a.example/report", "dl"), ("consent", "13l3", "gcd")},
        ),
        ("https://www.googletagmanager.com/a?cid=G-1&id=", set()),
    ],
)
def test_its_presence_has_no_name(url: str, told: set[tuple[str, str, str]]) -> None:
    assert events(google_tag_manager, Payload(url)) == [(None, told)]


@given(mangled(SCRIPT))
def test_no_request_breaks_it(url: str) -> None:
    google_tag_manager.claims(Payload(url))
    decoders.read(google_tag_manager, Payload(url))
