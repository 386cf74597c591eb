"""What a HubSpot request tells. The requests are written for these tests."""

import json
from typing import Any
from urllib.parse import urlencode

import pytest
from hypothesis import given
from tests.core.decoders.reading import Told, events, identities, mangled

from netcurtain.core import decoders
from netcurtain.core.decoders import hubspot
from netcurtain.core.decoders.payload import Payload

VIEW_PIXEL = "https://track.hubspot.com/__ptq.gif"
CLICK_PIXEL = "https://track-eu1.hubspot.com/__ptc.gif"
FORM_URL = "https://forms-eu1.hscollectedforms.net/collected-forms/submit/form"
VIEW = {
    "k": "1",
    "a": "9001",
    "pu": "https://a.example/report?q=1",
    "t": "Make a report",
    "r": "https://b.example/",
    "vi": "v1",
    "u": "u.v1",
}
VIEWED: set[Told] = {
    ("page_address", "https://a.example/report?q", "pu"),
    ("page_title", "Make a report", "t"),
    ("referrer", "https://b.example/", "r"),
    ("visitor_id", "vi", "vi"),
    ("visitor_id", "u", "u"),
    ("other", "tag 9001", "a"),
}
FORM: dict[str, Any] = {
    "contactFields": {"email": "someone@a.example", "firstName": "A", "phone": ""},
    "formSelectorId": "#report",
    "formValues": {"What happened": "words that nobody else may see"},
    "pageTitle": "Make a report",
    "pageUrl": "https://a.example/report?q=1",
    "portalId": 9001,
    "utk": "v1",
}


@pytest.mark.parametrize(
    ("url", "known"),
    [
        (VIEW_PIXEL, True),
        (CLICK_PIXEL, True),
        (FORM_URL, True),
        ("https://forms.hubspot.com/collected-forms/submit/form", True),
        ("https://js.hs-scripts.com/9001.js", False),
        ("https://www.hubspot.com/pricing", False),
        ("https://api.hubspot.com/contacts", False),
        ("https://forms.hsforms.com/submissions/v3/public/submit/formsnext/multipart/1/2", False),
        (f"{VIEW_PIXEL}/?a=1", True),
        ("https://a.example/__ptq.gif", False),
        ("https://track.hubspot.com.example/__ptq.gif", False),
    ],
)
def test_which_addresses_are_the_trackers(url: str, known: bool) -> None:
    assert (decoders.decoder_of(Payload(url)) is hubspot) is known


@pytest.mark.parametrize(
    ("url", "more", "name", "told"),
    [
        (VIEW_PIXEL, {}, None, set()),
        ("https://track-na2.hubspot.com/__ptbe.gif", {"n": "step_done", "_own": "typed"}, "step_done", set()),
        (
            CLICK_PIXEL,
            {"_hs_element_text": "Report it", "_hs_link_href": "https://a.example/next?x=1"},
            "click",
            {("button_text", "Report it", "_hs_element_text"), ("link_address", "https://a.example/next?x", "_hs_link_href")},
        ),
    ],
    ids=["page view", "event", "click"],
)
def test_a_pixel(url: str, more: dict[str, str], name: str | None, told: set[Told]) -> None:
    assert events(hubspot, Payload(f"{url}?{urlencode(VIEW | more)}")) == [(name, VIEWED | told)]


def test_who_somebody_is_stands_in_a_parameter_of_its_own() -> None:
    known = urlencode({"email": "someone@a.example", "firstname": "A", "company": "B", "phone": "0"})
    payload = Payload(f"{VIEW_PIXEL}?{urlencode({'i': known})}")
    assert identities(hubspot, payload) == {("email", "plain", "i"), ("first_name", "plain", "i")}


@pytest.mark.parametrize("how", ["body", "address"])
def test_a_collected_form_tells_its_questions_and_who_sent_it(how: str) -> None:
    text = json.dumps(FORM)
    by_address = Payload(f"{FORM_URL}/submit.gif?{urlencode({'formSubmission': text})}")
    payload = Payload(FORM_URL, "POST", raw=text.encode()) if how == "body" else by_address
    assert identities(hubspot, payload) == {("email", "plain", "contactFields.email"), ("first_name", "plain", "contactFields.firstName")}
    ((name, told),) = events(hubspot, payload)
    assert name == "collected form"
    assert {fact for fact in told if fact[0] != "identity"} == {
        ("page_address", "https://a.example/report?q", "pageUrl"),
        ("page_title", "Make a report", "pageTitle"),
        ("form_id", "#report", "formSelectorId"),
        ("form_fields", ("email", "firstName", "phone", "What happened"), "formValues"),
        ("visitor_id", "utk", "utk"),
        ("other", "tag 9001", "portalId"),
    }
    assert "words" not in repr(told)


@pytest.mark.parametrize("raw", [b"", b"{", b"[]", b"3", b'{"contactFields": [], "formValues": 3}'])
def test_what_cannot_be_read_tells_nothing(raw: bytes) -> None:
    assert [told for _, told in events(hubspot, Payload(FORM_URL, "POST", raw=raw))] == [set()]


@given(mangled(json.dumps(FORM)), mangled(urlencode(VIEW | {"i": "email=x"})))
def test_no_request_breaks_it(body: str, query: str) -> None:
    decoders.read(hubspot, Payload(FORM_URL, raw=body.encode("utf-8", "replace")))
    decoders.read(hubspot, Payload(f"{VIEW_PIXEL}?{query}"))
