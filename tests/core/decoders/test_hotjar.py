"""What a Hotjar request tells: that it is there, and the site's number."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.decoders.reading import Told, events, mangled

from netcurtain.core import decoders
from netcurtain.core.decoders import hotjar
from netcurtain.core.decoders.payload import Payload

TAG: set[Told] = {("other", "tag 4242", "site_id")}


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("https://static.hotjar.com/c/hotjar-4242.js?sv=7", TAG),
        ("wss://ws.hotjar.com/api/v2/client/ws?v=7&site_id=4242", TAG),
        ("https://content.hotjar.io/?site_id=4242&gzip=1", TAG),
        ("https://metrics.hotjar.io/api/v2/client/sites/4242/hit", TAG),
        ("https://vc.hotjar.io/sessions/4242?s=0.25", TAG),
        ("https://static.hj.contentsquare.net/c/hotjar-4242.js", TAG),
        ("https://script.hotjar.com/modules.abc.js", set()),
        ("https://content.hotjar.io/?site_id=0", set()),
    ],
)
def test_it_is_there(url: str, told: set[Told]) -> None:
    assert events(hotjar, Payload(url)) == [(None, told)]


@pytest.mark.parametrize(
    "url", ["https://www.hotjar.com/pricing", "https://hotjar.com.example/c/hotjar-1.js", "https://www.contentsquare.net/"]
)
def test_other_addresses_are_not_the_recorders(url: str) -> None:
    assert decoders.decoder_of(Payload(url)) is not hotjar


@given(mangled("/c/hotjar-4242.js?site_id=4242"), st.binary(max_size=50))
def test_no_request_breaks_it(rest: str, raw: bytes) -> None:
    decoders.read(hotjar, Payload(f"https://static.hotjar.com/{rest}", raw=raw))
