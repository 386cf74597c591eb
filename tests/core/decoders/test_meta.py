"""What Meta's pixel tells, by address and by body. The requests are written for these tests."""

import json
from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.decoders.reading import mangled

from netcurtain.core import decoders
from netcurtain.core.decoders import meta
from netcurtain.core.decoders.payload import MAX_BODY, Payload
from netcurtain.core.decoders.telling import MAX_NAMES, MAX_VALUE
from netcurtain.core.finding import DecodedField, Identity, IdentityForm, IdentityKind, Value, What

TR = "https://www.facebook.com/tr/"
FEATURES = [
    {"name": "what_happened", "tag": "textarea"},
    {"id": "your-name", "tag": "input", "name": ""},
    {"name": "csrf", "tag": "input", "inputType": "hidden"},
    {"tag": "input"},
    "odd",
    {"name": 3},
]
PARTS = {"id": "12", "ev": "SubscribedButtonClick", "dl": "https://a.example/", "cd[buttonText]": "Send it", "udff[em]": "ab" * 32}


def told(url: str, form: dict[str, list[str]] | None = None, raw: bytes | None = None) -> list[tuple[What, Value, str]]:
    payload = Payload(url, form=form, raw=raw or b"")
    (event,) = decoders.read(meta, payload)
    assert decoders.decode(payload) == (event,)
    return [(fact.what, fact.value, fact.parameter) for fact in event.told]


def tr(**parameters: str) -> str:
    return f"{TR}?{urlencode(parameters)}"


@pytest.mark.parametrize(
    ("url", "known"),
    [
        ("https://www.facebook.com/tr?id=1", True),
        ("https://www.facebook.com/tr/?id=1", True),
        ("https://FACEBOOK.com/tr/", True),
        ("https://www.facebook.com/privacy_sandbox/pixel/register/trigger/?id=1", True),
        ("https://web.facebook.com/tr/?id=1", True),
        ("https://clinic.example/abc/tr?id=400100200300&ev=PageView", True),
        ("https://clinic.example/tr/?id=400100200300&ev=Booked&dl=https%3A%2F%2Fclinic.example%2F", True),
        ("https://clinic.example/tr?id=400100200300&ev=booked", False),
        ("https://clinic.example/tr?id=12&ev=Contact", False),
        ("https://clinic.example/tr/?id=12&ev=Search&q=bus+times", False),
        ("https://clinic.example/tr?id=twelve&ev=PageView", False),
        ("https://clinic.example/tr?ev=PageView", False),
        ("https://clinic.example/tr", False),
        ("https://clinic.example/track?id=12&ev=PageView", False),
        ("https://connect.facebook.net/en_GB/fbevents.js", False),
        ("https://connect.facebook.net/signals/config/12?v=2.9", False),
        ("https://www.facebook.com/plugins/like.php?href=https://clinic.example/", False),
        ("https://www.facebook.com/", False),
        ("https://www.facebook.com/tr/other", False),
        ("https://www.facebook.com/trust", False),
        ("https://facebook.com.example/tr", False),
        ("https://example.com/?u=https://www.facebook.com/tr/", False),
        ("http://[::1", False),
        ("", False),
    ],
)
def test_which_addresses_are_metas(url: str, known: bool) -> None:
    assert decoders.reads(url) is known
    assert bool(decoders.decode(Payload(url))) is known


def test_the_sites_own_domain_by_what_the_body_says() -> None:
    known, strange = (Payload("https://clinic.example/tr/", "POST", raw=raw) for raw in (b"id=400100200300&ev=Lead", b"id=12&ev=Lead"))
    assert [event.event for event in decoders.decode(known)] == ["Lead"]
    assert decoders.decode(strange) == ()
    assert not decoders.reads(known.url)


def test_a_page_view() -> None:
    url = tr(id="1", ev="PageView", dl="https://a.example/report?step=2&q=x#top", rl="https://b.example/?s=secret")
    (event,) = decoders.decode(Payload(url))
    assert (event.vendor, event.organisation, event.event) == ("Meta Pixel", "Meta (Facebook)", "PageView")
    assert event.told == (
        DecodedField(What.PAGE_ADDRESS, "https://a.example/report?step&q", "dl"),
        DecodedField(What.REFERRER, "https://b.example/?s", "rl"),
        DecodedField(What.OTHER, "tag 1", "id"),
    )


@pytest.mark.parametrize(
    ("parameters", "fact"),
    [
        ({"cd[buttonText]": "Report\n  it"}, (What.BUTTON_TEXT, "Report it", "cd[buttonText]")),
        ({"cd[buttonFeatures]": '{"innerText": "Report it", "id": "x"}'}, (What.BUTTON_TEXT, "Report it", "cd[buttonFeatures]")),
        ({"cd[pageFeatures]": '{"title": "Report rape"}'}, (What.PAGE_TITLE, "Report rape", "cd[pageFeatures]")),
        ({"cd[page_title]": "Report rape"}, (What.PAGE_TITLE, "Report rape", "cd[page_title]")),
        ({"cd[search_string]": "night bus"}, (What.OTHER, "search night bus", "cd[search_string]")),
        ({"dl": "https%3A%2F%2Fa.example%2Freport"}, (What.PAGE_ADDRESS, "https://a.example/report", "dl")),
        ({"pmd[title]": "Report rape"}, (What.PAGE_TITLE, "Report rape", "pmd[title]")),
        ({"cd[Meta]": '{"title": "Report rape", "meta:description": "x"}'}, (What.PAGE_TITLE, "Report rape", "cd[Meta]")),
        ({"cd[OpenGraph]": '{"og:title": "Report rape"}'}, (What.PAGE_TITLE, "Report rape", "cd[OpenGraph]")),
        ({"ss": '{"page_title": [{"rid": "1", "v": ["Report rape"]}]}'}, (What.PAGE_TITLE, "Report rape", "ss")),
        ({"cd[buttonFeatures]": '{"value": "Report it"}'}, (What.BUTTON_TEXT, "Report it", "cd[buttonFeatures]")),
        (
            {"cd[buttonFeatures]": '{"destination": "https://a.example/start?from=b", "tag": "a"}'},
            (What.LINK_ADDRESS, "https://a.example/start?from", "cd[buttonFeatures]"),
        ),
        ({"fbp": "fb.1.2.3"}, (What.VISITOR_ID, "fbp", "fbp")),
        ({"fbc": "fb.1.2.3"}, (What.VISITOR_ID, "fbc", "fbc")),
        ({"dpo": "LDU"}, (What.CONSENT, "LDU", "dpo")),
        ({"cd[content_name]": "Test kit"}, (What.OTHER, "Test kit", "cd[content_name]")),
        ({"cd[formFeatures]": json.dumps(FEATURES)}, (What.FORM_FIELDS, ("what_happened", "your-name"), "cd[formFeatures]")),
    ],
)
def test_one_fact_by_address_by_form_and_by_raw_body(parameters: dict[str, str], fact: tuple[What, str, str]) -> None:
    assert told(tr(**parameters)) == [fact]
    assert told(TR, {name: [value] for name, value in parameters.items()}) == [fact]
    assert told(TR, raw=urlencode(parameters).encode()) == [fact]


def test_the_button_is_told_once() -> None:
    both = {"cd[buttonText]": "One", "cd[buttonFeatures]": '{"innerText": "Two"}'}
    assert told(tr(**both)) == [(What.BUTTON_TEXT, "One", "cd[buttonText]")]


def test_a_link_that_only_runs_a_script_leads_nowhere() -> None:
    assert told(tr(**{"cd[buttonFeatures]": '{"destination": "javascript:void(0)"}'})) == []


def test_a_form_of_hidden_fields_asks_nothing() -> None:
    assert told(tr(**{"cd[formFeatures]": json.dumps([{"name": "token", "inputType": "hidden"}])})) == []


@pytest.mark.parametrize(
    ("key", "kind"),
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
@pytest.mark.parametrize(
    ("prefix", "value", "form"),
    [
        ("ud", "ab" * 32, IdentityForm.SHA256),
        ("udff", "ab" * 32, IdentityForm.SHA256),
        ("aud", "ab" * 32, IdentityForm.SHA256),
        ("ud", "ab" * 16, IdentityForm.MD5),
        ("ud", "in the open", IdentityForm.PLAIN),
        ("cud", "^^^", IdentityForm.MASKED),
        ("cudff", "***@***.**", IdentityForm.MASKED),
        ("ncud", "###", IdentityForm.MASKED),
        ("ncudff", "+##", IdentityForm.MASKED),
    ],
)
def test_who_the_person_is(prefix: str, key: str, value: str, kind: IdentityKind, form: IdentityForm) -> None:
    name = f"{prefix}[{key}]"
    assert told(tr(**{name: value})) == [(What.IDENTITY, Identity(kind, form), name)]
    assert told(TR, {name: [value, value]}) == [(What.IDENTITY, Identity(kind, form), name)]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("ud[em]", ""),
        ("ud[external_id]", "0"),
        ("ud[em]", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("ud[em]", "{{email}}"),
        ("ud[unknown]", "ab" * 32),
        ("cd[em]", "ab" * 32),
        ("cd[external_id]", "ab" * 32),
        ("em", "ab" * 32),
        ("hmd", "ab" * 12),
    ],
)
def test_what_is_nobody(name: str, value: str) -> None:
    assert told(tr(**{name: value})) == []


def test_a_form_sent_in_parts() -> None:
    parts = "".join(f'--b\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n' for name, value in PARTS.items())
    assert told(TR, raw=f"{parts}--b--\r\n".encode()) == [
        (What.PAGE_ADDRESS, "https://a.example/", "dl"),
        (What.BUTTON_TEXT, "Send it", "cd[buttonText]"),
        (What.IDENTITY, Identity(IdentityKind.EMAIL, IdentityForm.SHA256), "udff[em]"),
        (What.OTHER, "tag 12", "id"),
    ]


def test_address_and_body_count_together() -> None:
    assert [what for what, _, _ in told(tr(dl="https://a.example/"), {"cd[buttonText]": ["Send"]})] == [What.PAGE_ADDRESS, What.BUTTON_TEXT]


@pytest.mark.parametrize(
    ("form", "raw"),
    [
        (None, None),
        ({"dl": []}, None),
        ({"cd[formFeatures]": ["not json"], "cd[pageFeatures]": ["[" * 10_000], "cd[buttonFeatures]": ["null"]}, None),
        ({"cd[formFeatures]": ["{}"], "cd[pageFeatures]": ['{"title": []}']}, None),
        (None, b"\xff\xfe\x00"),
        (None, b'{"dl": "https://a.example/"}'),
        (None, b"a=1&" * 600 + b"dl=x"),
        (None, b"dl=" + b"x" * (MAX_BODY + 1)),
    ],
)
def test_what_cannot_be_read_tells_nothing(form: dict[str, list[str]] | None, raw: bytes | None) -> None:
    assert told(TR, form, raw) == []


def test_of_far_too_many_parameters_the_first_are_read() -> None:
    assert told(TR + "?dl=https://a.example/&" + "a=1&" * 600 + "rl=https://b.example/") == [
        (What.PAGE_ADDRESS, "https://a.example/", "dl")
    ]


@pytest.mark.parametrize(
    "parameters",
    [
        {"dl": "https://a.example/" + "x" * 5000},
        {"cd[buttonText]": "x" * 5000},
        {"cd[pageFeatures]": json.dumps({"title": "x" * 5000})},
    ],
)
def test_long_values_are_cut(parameters: dict[str, str]) -> None:
    ((_, value, _),) = told(tr(**parameters))
    assert isinstance(value, str)
    assert len(value) == MAX_VALUE


def test_of_very_many_fields_the_first_are_named() -> None:
    ((_, value, _),) = told(tr(**{"cd[formFeatures]": json.dumps([{"name": f"n{n}"} for n in range(300)])}))
    assert value == tuple(f"n{n}" for n in range(MAX_NAMES))


@given(st.text(), st.dictionaries(st.text(), st.lists(st.text(), max_size=3), max_size=5), st.binary())
def test_no_request_breaks_the_decoder(text: str, form: dict[str, list[str]], raw: bytes) -> None:
    decoders.decode(Payload(text))
    for payload in (Payload(f"{TR}?{text}", form=form), Payload(TR, raw=raw), Payload(f"{TR}?ss={text}&dl={text}")):
        decoders.read(meta, payload)


@given(mangled(urlencode(PARTS)), mangled(json.dumps(FEATURES)))
def test_no_mangled_request_breaks_the_decoder(text: str, features: str) -> None:
    decoders.read(meta, Payload(TR, "POST", raw=text.encode("utf-8", "replace")))
    decoders.read(
        meta, Payload(TR, form={name: [features] for name in ("cd[formFeatures]", "cd[pageFeatures]", "cd[buttonFeatures]", "ss")})
    )
