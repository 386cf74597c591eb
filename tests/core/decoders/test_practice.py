from urllib.parse import urlencode

import pytest

from netcurtain.core import decoders
from netcurtain.core.decoders.payload import Payload
from netcurtain.core.finding import DecodedField, What

COLLECT = "http://tracker.localhost:8000/collect?"


def test_a_page_view_tells_address_and_title() -> None:
    asked = urlencode({"event": "page_view", "page": "http://127.0.0.1:8000/?step=2", "title": "Practice"})
    (decoded,) = decoders.decode(Payload(COLLECT + asked))
    assert decoded.event == "page_view"
    assert decoded.told == (
        DecodedField(What.PAGE_ADDRESS, "http://127.0.0.1:8000/?step", "page"),
        DecodedField(What.PAGE_TITLE, "Practice", "title"),
    )


def test_a_press_tells_the_button() -> None:
    (decoded,) = decoders.decode(Payload(COLLECT + urlencode({"event": "button", "button": "Send"})))
    assert decoded.told == (DecodedField(What.BUTTON_TEXT, "Send", "button"),)


@pytest.mark.parametrize("url", ["http://tracker.localhost/pixel.js", "http://tracker.example/collect?event=x", "http://[bad/collect"])
def test_other_addresses_are_not_its_own(url: str) -> None:
    assert decoders.decode(Payload(url)) == ()
