"""What an Adobe Experience Edge request tells. The requests are written for these tests."""

import json
from typing import Any

import pytest
from hypothesis import given
from tests.core.decoders.reading import Told, events, identities, mangled

from netcurtain.core import decoders
from netcurtain.core.decoders import adobe_edge
from netcurtain.core.decoders.payload import Payload

OWN = "https://data.a.example/ee/va6/v1/interact?configId=cfg-1&requestId=r"
TAG: Told = ("other", "tag cfg-1", "configId")
WEB = {
    "webPageDetails": {"URL": "https://a.example/report?q=1", "name": "report:start", "pageViews": {"value": 1}},
    "webReferrer": {"URL": "https://b.example/"},
}
CLICK = {"webInteraction": {"name": "Report it", "URL": "https://a.example/next", "type": "other", "linkClicks": {"value": 1}}}
PEOPLE = {
    "ECID": [{"id": "123"}],
    "Email_LC_SHA256": [{"id": "ab" * 32}],
    "Phone": [{"id": "+44 20"}],
    "Phone_E.164": [{"id": "+4420"}],
    "SITES_OWN": [{"id": "someone@a.example"}],
    "Email": [{"id": ""}],
}


def body(*parts: dict[str, Any], **more: Any) -> bytes:
    return json.dumps({"meta": {}, "events": list(parts), **more}).encode()


@pytest.mark.parametrize(
    ("url", "known"),
    [
        (OWN, True),
        ("https://edge.adobedc.net/ee/v1/interact?configId=x", True),
        ("https://edge.adobedc.net/ee/irl1/v1/collect?configId=x", True),
        ("https://data.a.example/ee/v2/collect?dataStreamId=x", True),
        ("https://adobedc.demdex.net/ee/v1/interact", True),
        ("https://edge.adobedc.net/ee/v1/privacy/set-consent?configId=x", True),
        ("https://a.example/own/v1/interact?configId=x&requestId=y", True),
        ("https://a.example/api/v1/interact", False),
        ("https://a.example/api/v1/interact?configId=x", False),
        ("https://a.example/ee/v1/interact?page=1", False),
        ("https://a.example/v1/collect", False),
        ("https://a.example/ee/v1/interact/more", False),
        ("https://a.example/coffee/v1/interact", False),
    ],
)
def test_which_addresses_are_adobes(url: str, known: bool) -> None:
    assert (decoders.decoder_of(Payload(url)) is adobe_edge) is known


@pytest.mark.parametrize(
    ("event", "name", "told"),
    [
        (
            {"xdm": {"eventType": "web.webpagedetails.pageViews", "web": WEB}},
            "web.webpagedetails.pageViews",
            {
                ("page_address", "https://a.example/report?q", "xdm.web.webPageDetails.URL"),
                ("page_title", "report:start", "xdm.web.webPageDetails.name"),
                ("referrer", "https://b.example/", "xdm.web.webReferrer.URL"),
            },
        ),
        (
            {"xdm": {"eventType": "web.webinteraction.linkClicks", "web": CLICK}},
            "web.webinteraction.linkClicks",
            {
                ("button_text", "Report it", "xdm.web.webInteraction.name"),
                ("link_address", "https://a.example/next", "xdm.web.webInteraction.URL"),
            },
        ),
        (
            {"data": {"__adobe": {"analytics": {"pageName": "start", "linkName": "Send", "events": "event1"}}}},
            None,
            {
                ("page_title", "start", "data.__adobe.analytics.pageName"),
                ("button_text", "Send", "data.__adobe.analytics.linkName"),
                ("event", "event1", "data.__adobe.analytics.events"),
            },
        ),
    ],
)
def test_an_event(event: dict[str, Any], name: str | None, told: set[Told]) -> None:
    assert events(adobe_edge, Payload(OWN, "POST", raw=body(event))) == [(name, {TAG} | told)]


def test_a_request_with_many_events_is_an_event_each() -> None:
    raw = body({"xdm": {"eventType": "a"}}, {"xdm": {"eventType": "b"}})
    assert events(adobe_edge, Payload(OWN, "POST", raw=raw)) == [("a", {TAG}), ("b", {TAG})]


@pytest.mark.parametrize("raw", [body({"xdm": {"identityMap": PEOPLE}}), body({"xdm": {}}, xdm={"identityMap": PEOPLE})])
def test_who_somebody_is_by_adobes_own_names(raw: bytes) -> None:
    payload = Payload(OWN, "POST", raw=raw)
    assert identities(adobe_edge, payload) == {
        ("email", "sha256", "identityMap.Email_LC_SHA256"),
        ("phone", "plain", "identityMap.Phone"),
        ("phone", "plain", "identityMap.Phone_E.164"),
    }
    ((_, told),) = events(adobe_edge, payload)
    assert ("visitor_id", "identityMap.ECID", "identityMap.ECID") in told


def test_the_number_kept_on_this_browser_and_consent() -> None:
    entries = [{"key": "kndctr_ORG_AdobeOrg_identity", "value": "abc"}, {"key": "kndctr_ORG_AdobeOrg_cluster", "value": "irl1"}]
    raw = json.dumps({"meta": {"state": {"entries": entries}}, "consent": [{"standard": "Adobe", "value": {"general": "out"}}]}).encode()
    url = "https://edge.adobedc.net/ee/v1/privacy/set-consent?configId=cfg-1"
    told = {TAG, ("visitor_id", "meta.state.entries", "meta.state.entries"), ("consent", "out", "consent")}
    assert events(adobe_edge, Payload(url, "POST", raw=raw)) == [(None, told)]


@pytest.mark.parametrize(
    "raw", [b"", b"{", b"[]", b'{"events": 3}', b'{"events": [{"xdm": []}], "meta": "x"}', body({"xdm": {"identityMap": [1]}})]
)
def test_what_cannot_be_read_tells_only_the_tag(raw: bytes) -> None:
    assert events(adobe_edge, Payload(OWN, "POST", raw=raw)) == [(None, {TAG})]


@given(mangled(body({"xdm": {"web": WEB | CLICK, "identityMap": PEOPLE}}).decode()))
def test_no_request_breaks_it(text: str) -> None:
    decoders.read(adobe_edge, Payload(OWN, raw=text.encode("utf-8", "replace")))
