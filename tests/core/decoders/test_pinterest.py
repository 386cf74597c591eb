"""What Pinterest's tag tells. The requests are written for these tests."""

import json
from urllib.parse import quote, urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.decoders.reading import Told, address, mangled, only, told

from netcurtain.core import decoders
from netcurtain.core.decoders import pinterest
from netcurtain.core.decoders.payload import Payload
from netcurtain.core.finding import Identity, IdentityForm, IdentityKind, What

V3 = "https://ct.pinterest.com/v3/"
AD = json.dumps({"loc": "https://clinic.example/a?x=1", "ref": "https://clinic.example/", "if": False, "sw": 1440})
SEEN: list[Told] = [
    (What.PAGE_ADDRESS, "https://clinic.example/a?x", "ad[loc]"),
    (What.REFERRER, "https://clinic.example/", "ad[ref]"),
]
TAG: Told = (What.OTHER, "tag 26", "tid")
VISIT = {"tid": "26", "event": "pagevisit", "ad": AD, "cb": "1"}


@pytest.mark.parametrize(
    ("url", "known"),
    [
        (V3, True),
        ("https://ct.pinterest.com/v3?tid=26", True),
        ("https://ct.pinterest.com/user/?tid=26", True),
        ("https://ct.pinterest.com/", False),
        ("https://ct.pinterest.com/static/ct/token_create.js", False),
        ("https://www.pinterest.com/v3/", False),
        ("https://s.pinimg.com/ct/core.js", False),
        ("https://ct.pinterest.com.example/v3/", False),
    ],
)
def test_which_addresses_are_pinterests(url: str, known: bool) -> None:
    assert decoders.reads(url) is known


@pytest.mark.parametrize(
    "payload",
    [
        Payload(address(V3, VISIT)),
        Payload(V3, "POST", form={name: [value] for name, value in VISIT.items()}),
        Payload(V3, "POST", raw=urlencode(VISIT).encode()),
        Payload(address(V3, {**VISIT, "ad": quote(AD)})),
        Payload(V3, "POST", raw=json.dumps({**VISIT, "ad": json.loads(AD)}).encode()),
    ],
    ids=["address", "form", "form as bytes", "encoded twice", "json"],
)
def test_a_visit_by_every_way_it_is_sent(payload: Payload) -> None:
    event = only(pinterest, payload)
    assert (event.vendor, event.organisation, event.event) == ("Pinterest Tag", "Pinterest", "pagevisit")
    assert told(event) == [*SEEN, TAG]


def test_what_somebody_searched_for_and_the_title() -> None:
    event = only(pinterest, Payload(address(V3, {"event": "search", "ed": json.dumps({"search_query": "tents", "page_title": "Shop"})})))
    assert told(event) == [(What.PAGE_TITLE, "Shop", "ed[page_title]"), (What.OTHER, "search tents", "ed[search_query]")]


@pytest.mark.parametrize(("digits", "form"), [(64, IdentityForm.SHA256), (40, IdentityForm.SHA1), (32, IdentityForm.MD5)])
@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("em", IdentityKind.EMAIL),
        ("ph", IdentityKind.PHONE),
        ("fn", IdentityKind.FIRST_NAME),
        ("ln", IdentityKind.LAST_NAME),
        ("ge", IdentityKind.GENDER),
        ("db", IdentityKind.BIRTH_DATE),
        ("ct", IdentityKind.CITY),
        ("st", IdentityKind.COUNTY),
        ("zp", IdentityKind.POSTCODE),
        ("country", IdentityKind.COUNTRY),
        ("external_id", IdentityKind.EXTERNAL_ID),
    ],
)
def test_who_the_person_is_in_json_and_in_brackets(name: str, kind: IdentityKind, digits: int, form: IdentityForm) -> None:
    fact = (What.IDENTITY, Identity(kind, form), f"pd[{name}]")
    assert told(only(pinterest, Payload(address(V3, {"pd": json.dumps({name: "a" * digits})})))) == [fact]
    assert told(only(pinterest, Payload(f"{V3}?pd[{name}]={'a' * digits}"))) == [fact]


def test_a_number_for_the_browser() -> None:
    parameters = {"pd": json.dumps({"np": "gtm", "pin_unauth": "dW", "aem_eligible_list": ["em"]})}
    assert told(only(pinterest, Payload(address(V3, parameters)))) == [(What.VISITOR_ID, "pd[pin_unauth]", "pd[pin_unauth]")]


@pytest.mark.parametrize("value", ["", "0", "<hashed_email_address>", "{{email}}"])
def test_a_gap_that_nobody_filled_is_nobodys_address(value: str) -> None:
    assert told(only(pinterest, Payload(address(V3, {"pd[em]": value})))) == []


@pytest.mark.parametrize("text", ["{", "[]", "null", "7", '{"loc": {}}', "%7", "[" * 10_000])
def test_what_cannot_be_read_tells_nothing(text: str) -> None:
    event = only(pinterest, Payload(address(V3, {"ad": text, "ed": text, "pd": text})))
    assert (event.event, event.told) == (None, ())


@given(
    st.sampled_from(
        [urlencode({**VISIT, "pd": json.dumps({"em": "a" * 64})}), AD, json.dumps({"event": "lead", "pd": {"em": ["a", "b"]}})]
    ).flatmap(mangled)
)
def test_no_request_breaks_the_decoder(text: str) -> None:
    decoders.read(pinterest, Payload(f"{V3}?{text}"))
    decoders.read(pinterest, Payload(V3, "POST", raw=text.encode("utf-8", "replace")))
    decoders.read(pinterest, Payload(address(V3, {"ad": text, "pd": text})))
