"""har/fates.py: how far a request got. What is not known to have gone out was only tried."""

from typing import Any

import msgspec
import pytest
from tests.har.recording import entry

from netcurtain.core.request import Fate
from netcurtain.har import fates
from netcurtain.har.shape import Entry


@pytest.mark.parametrize("said", list(Fate))
def test_our_own_word_counts_more_than_what_a_har_can_say(said: Fate) -> None:
    made = msgspec.convert({**entry("https://a.example/x", status=0), "_fate": said.value}, Entry)
    assert fates.fate(made, 0) is said


def test_a_word_that_nobody_knows_says_nothing() -> None:
    made = msgspec.convert({**entry("https://a.example/x", status=200), "_fate": "sold"}, Entry)
    assert fates.fate(made, 200) is Fate.ANSWERED


@pytest.mark.parametrize(
    ("said", "fate"),
    [
        ({"status": 200}, Fate.ANSWERED),
        ({"status": 404}, Fate.ANSWERED),
        ({"status": 0}, Fate.ATTEMPTED),
        ({"status": None}, Fate.ATTEMPTED),
        ({"status": -1}, Fate.ATTEMPTED),
        ({"status": "200"}, Fate.ANSWERED),
        ({"status": 200, "cached": "disk"}, Fate.ATTEMPTED),
        ({"status": 0, "error": "net::ERR_BLOCKED_BY_CLIENT"}, Fate.STOPPED_BY_ANOTHER),
        ({"status": 0, "error": "net::ERR_BLOCKED_BY_CLIENT.Inspector"}, Fate.STOPPED_BY_ANOTHER),
        ({"status": 0, "error": "Content Blocker prevented the page from loading it"}, Fate.STOPPED_BY_ANOTHER),
        ({"status": -1, "response": {"_failureText": "net::ERR_BLOCKED_BY_CLIENT"}}, Fate.STOPPED_BY_ANOTHER),
        ({"status": 307, "response": {"redirectURL": "chrome-extension://abc/empty.js"}}, Fate.STOPPED_BY_ANOTHER),
        ({"status": 200, "response": {"redirectURL": "data:text/javascript,"}}, Fate.STOPPED_BY_ANOTHER),
        ({"status": 307, "response": {"statusText": "Internal Redirect", "redirectURL": "https://a.example/x"}}, Fate.ATTEMPTED),
        ({"status": 307, "response": {"redirectURL": "https://a.example/x"}}, Fate.ANSWERED),
        ({"status": 304, "response": {"bodySize": 0}}, Fate.ANSWERED),
        ({"status": 200, "response": {"bodySize": 0}}, Fate.ATTEMPTED),
        ({"status": 200, "response": {"bodySize": 0}, "more": {"serverIPAddress": "192.0.2.1"}}, Fate.ANSWERED),
        ({"status": 200, "more": {"_fetchType": "Memory Cache"}}, Fate.ATTEMPTED),
        ({"status": 200, "more": {"_fetchType": "Network Load"}}, Fate.ANSWERED),
        ({"status": 200, "more": {"_fetchType": "Inspector Override"}}, Fate.ATTEMPTED),
        ({"status": 200, "response": {"_fetchedViaServiceWorker": True}}, Fate.ATTEMPTED),
        ({"status": 200, "more": {"_fetchedViaServiceWorker": True}}, Fate.ATTEMPTED),
        ({"status": 200, "more": {"_wasFulfilled": True}}, Fate.ATTEMPTED),
        ({"status": 200, "more": {"_wasFulfilled": False}, "response": {"_fetchedViaServiceWorker": False}}, Fate.ANSWERED),
        ({"status": "none"}, Fate.ATTEMPTED),
        ({"status": 0, "error": "net::ERR_NAME_NOT_RESOLVED"}, Fate.ATTEMPTED),
    ],
)
def test_how_far_it_got(said: dict[str, Any], fate: Fate) -> None:
    made = entry("https://a.example/x", **said) | said.get("more", {})
    made["response"] |= said.get("response", {})
    read = msgspec.convert(made, Entry)
    assert fates.fate(read, fates.status_of(read.response)) is fate


def test_without_an_answer_it_was_tried() -> None:
    assert fates.fate(Entry(), fates.status_of(None)) is Fate.ATTEMPTED
