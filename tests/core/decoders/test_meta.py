"""What a Meta Pixel request tells, by address and by body. The requests are written for these tests."""

import json
from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netcurtain.core import decoders
from netcurtain.core.decoders.parameters import MAX_VALUE
from netcurtain.core.finding import DecodedField, What

TR = "https://www.facebook.com/tr/"
FEATURES = [{"name": "what_happened", "tag": "textarea"}, {"id": "your-name", "tag": "input"}, {"tag": "input"}, "odd", {"name": 3}]


def told(url: str, form: dict[str, list[str]] | None = None, raw: bytes | None = None) -> list[tuple[What, str, str]]:
    event = decoders.decode(url, form, raw)
    assert event is not None
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
    assert (decoders.decode(url) is not None) is known


def test_a_page_view() -> None:
    url = tr(id="1", ev="PageView", dl="https://a.example/report?step=2&q=x#top", rl="https://b.example/?s=secret")
    event = decoders.decode(url)
    assert event is not None
    assert (event.vendor, event.organisation, event.event) == ("Meta Pixel", "Meta (Facebook)", "PageView")
    assert event.told == (
        DecodedField(What.PAGE_ADDRESS, "https://a.example/report?step&q", "dl"),
        DecodedField(What.REFERRER, "https://b.example/?s", "rl"),
    )


@pytest.mark.parametrize(
    ("parameters", "fact"),
    [
        ({"cd[buttonText]": "Report\n  it"}, (What.BUTTON_TEXT, "Report it", "cd[buttonText]")),
        ({"cd[buttonFeatures]": '{"innerText": "Report it", "id": "x"}'}, (What.BUTTON_TEXT, "Report it", "cd[buttonFeatures]")),
        ({"cd[pageFeatures]": '{"title": "Report rape"}'}, (What.PAGE_TITLE, "Report rape", "cd[pageFeatures]")),
        ({"cd[formFeatures]": json.dumps(FEATURES)}, (What.FORM_FIELDS, "what_happened, your-name", "cd[formFeatures]")),
    ],
)
def test_one_fact_by_address_by_form_and_by_raw_body(parameters: dict[str, str], fact: tuple[What, str, str]) -> None:
    assert told(tr(**parameters)) == [fact]
    assert told(TR, {name: [value] for name, value in parameters.items()}) == [fact]
    assert told(TR, raw=urlencode(parameters).encode()) == [fact]


def test_the_button_is_told_once() -> None:
    both = {"cd[buttonText]": "One", "cd[buttonFeatures]": '{"innerText": "Two"}'}
    assert told(tr(**both)) == [(What.BUTTON_TEXT, "One", "cd[buttonText]")]


def test_address_and_body_count_together() -> None:
    assert [what for what, _, _ in told(tr(dl="https://a.example/"), {"cd[buttonText]": ["Send"]})] == [What.PAGE_ADDRESS, What.BUTTON_TEXT]


@pytest.mark.parametrize(
    ("form", "raw"),
    [
        (None, None),
        ({"dl": []}, None),
        ({"cd[formFeatures]": ["not json"], "cd[pageFeatures]": ["[" * 10_000], "cd[buttonFeatures]": ["null"]}, None),
        ({"cd[formFeatures]": ["{}"], "cd[pageFeatures]": ['{"title": 3}']}, None),
        (None, b"\xff\xfe\x00"),
        (None, b'{"dl": "https://a.example/"}'),
        (None, b"a=1&" * 600 + b"dl=x"),
        (None, b"dl=" + b"x" * (decoders.MAX_BODY + 1)),
    ],
)
def test_what_cannot_be_read_tells_nothing(form: dict[str, list[str]] | None, raw: bytes | None) -> None:
    assert told(TR, form, raw) == []


def test_an_address_with_far_too_many_parameters_is_not_read() -> None:
    assert decoders.decode(TR + "?" + "a=1&" * 600) is None


@pytest.mark.parametrize(
    "parameters",
    [
        {"dl": "https://a.example/" + "x" * 5000},
        {"cd[buttonText]": "x" * 5000},
        {"cd[pageFeatures]": json.dumps({"title": "x" * 5000})},
        {"cd[formFeatures]": json.dumps([{"name": "x" * 50}] * 100)},
    ],
)
def test_long_values_are_cut(parameters: dict[str, str]) -> None:
    ((_, value, _),) = told(tr(**parameters))
    assert len(value) == MAX_VALUE


@given(st.text(), st.dictionaries(st.text(), st.lists(st.text(), max_size=3), max_size=5), st.binary())
def test_no_request_breaks_the_decoder(text: str, form: dict[str, list[str]], raw: bytes) -> None:
    decoders.decode(text)
    decoders.decode(TR + text, form)
    decoders.decode(TR, None, raw)
    decoders.decode(f"{TR}?cd[formFeatures]={text}&cd[pageFeatures]={text}&dl={text}")
