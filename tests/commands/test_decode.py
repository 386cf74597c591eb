"""`netcurtain decode`: one line in, one out, with facts as docs/COMMANDS.md has them."""

import json
from base64 import b64encode
from io import BytesIO
from typing import Any

import msgspec
import pytest

from netcurtain.commands.decode import answer
from netcurtain.commands.stream import BadLineError, answer_lines

TR = "https://www.facebook.com/tr/"
PARTS = "".join(
    f'--b\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
    for name, value in (("cd[buttonText]", "Report it"), ("pad", "{}"))
)
BUTTON = {"what": "button_text", "value": "Report it", "parameter": "cd[buttonText]"}


def decoded(**line: Any) -> list[dict[str, Any]]:
    told: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(answer({"url": TR, **line})))
    assert told["url"] == line.get("url", TR)
    events: list[dict[str, Any]] = told["events"]
    return events


def test_an_event_has_vendor_company_name_facts_and_a_sentence() -> None:
    (event,) = decoded(url=f"{TR}?id=1&ev=SubscribedButtonClick&dl=https://a.example/report&cd[buttonText]=Report%20it")
    assert (event["vendor"], event["organisation"], event["event"]) == ("Meta Pixel", "Meta (Facebook)", "SubscribedButtonClick")
    assert BUTTON in event["told"]
    assert {"what": "page_address", "value": "https://a.example/report", "parameter": "dl"} in event["told"]
    assert event["sentence"].startswith("Meta (Facebook) was told which button was pressed on this page: \u201cReport it\u201d.")


@pytest.mark.parametrize(
    "body",
    [
        {"body": "ev=Click&cd%5BbuttonText%5D=Report+it"},
        {"body": "ev=Click&cd%5BbuttonText%5D=Report+it", "headers": {"Content-Type": "application/x-www-form-urlencoded"}},
        {"body_form": {"ev": ["Click"], "cd[buttonText]": ["Report it"]}},
        {"body_base64": b64encode(b"ev=Click&cd%5BbuttonText%5D=Report+it").decode()},
    ],
    ids=["text", "text with a type", "form", "bytes"],
)
def test_a_body_comes_as_text_as_a_form_or_as_bytes(body: dict[str, Any]) -> None:
    (event,) = decoded(method="POST", **body)
    assert event["event"] == "Click"
    assert BUTTON in event["told"]


@pytest.mark.parametrize(
    ("url", "body"),
    [
        (TR, "ev=Click&cd%5BbuttonText%5D=Report+it&cd[pad]={}"),
        (TR, PARTS),
        ("https://region1.google-analytics.com/g/collect?v=2&tid=G-ABC123", "en=form_submit&ep.form_submit_text=Report+it&ep.pad={}"),
        ("https://www.google-analytics.com/collect?v=1", "t=event&dl=https%3A%2F%2Fa.example%2F&tid=UA-1234-5&cd1={}"),
        (
            "https://analytics.tiktok.com/api/v2/pixel",
            '{{"event": "Pageview", "context": {{"page": {{"url": "https://a.example/"}}}}, "pad": "{}"}}',
        ),
    ],
    ids=["Meta", "Meta in parts", "Google Analytics 4", "Universal Analytics", "TikTok"],
)
def test_a_large_body_tells_what_a_small_one_does(url: str, body: str) -> None:
    small, large = (decoded(url=url, method="POST", body=body.format("y" * letters)) for letters in (1, 300_000))
    assert large == small
    assert large[0]["told"]


def test_an_identity_is_kind_and_form_and_never_the_value() -> None:
    (event,) = decoded(body_form={"ev": ["Lead"], "ud[em]": ["someone@example.org"]}, method="POST")
    assert {"what": "identity", "value": {"kind": "email", "form": "plain"}, "parameter": "ud[em]"} in event["told"]
    assert "someone" not in json.dumps(event)


def test_cookies_tell_by_their_names() -> None:
    (event,) = decoded(url=f"{TR}?ev=PageView", headers={"cookie": "c_user=100001; fr=abc; locale=en; datr="})
    assert [(fact["what"], fact["value"]) for fact in event["told"]] == [("account", "c_user"), ("visitor_id", "fr")]
    assert "100001" not in json.dumps(event)


@pytest.mark.parametrize("site", ["google.com", "google.co.uk", "google.ie"])
def test_cookies_tell_at_every_domain_of_google(site: str) -> None:
    (event,) = decoded(url=f"https://www.{site}/pagead/1p-conversion/1234567/", headers={"Cookie": "SID=abc; NID=def; X=y"})
    assert [(fact["what"], fact["value"]) for fact in event["told"]][-2:] == [("account", "SID"), ("visitor_id", "NID")]


@pytest.mark.parametrize(
    ("line", "page"),
    [
        ({"url": f"{TR}?id=1&noscript=1"}, "https://a.example/report?step"),
        ({"url": f"{TR}?id=1", "page_url": "https://a.example/report?step=2"}, "https://a.example/report?step"),
        ({"url": f"{TR}?id=1", "page_url": "https://b.example/"}, None),
        ({"url": f"{TR}?id=1&dl=https://a.example/other"}, "https://a.example/other"),
    ],
    ids=["the only place", "of the page", "of a frame", "said already"],
)
def test_the_page_is_told_by_the_referer_where_the_request_does_not_say_it(line: dict[str, Any], page: str | None) -> None:
    (event,) = decoded(**line, headers={"Referer": "https://a.example/report?step=2"})
    assert [fact["value"] for fact in event["told"] if fact["what"] == "page_address"] == ([page] if page else [])


def test_who_somebody_is_in_the_referer_is_told_where_the_request_says_its_page_without_it() -> None:
    (event,) = decoded(url=f"{TR}?id=1&dl=https://a.example/report", headers={"Referer": "https://a.example/report?email=pat@mail.example"})
    facts = [(fact["what"], fact["parameter"]) for fact in event["told"]]
    assert ("page_address", "Referer") not in facts
    assert ("identity", "Referer") in facts


def test_a_request_that_is_nobodys_has_no_events() -> None:
    assert decoded(url="https://www.example.org/report", body_form={"name": ["A"]}, headers={"Cookie": "c_user=1"}) == []


def test_a_vendors_request_with_nothing_readable_is_one_event_without_a_name() -> None:
    (event,) = decoded(url="https://static.hotjar.com/c/modules.js")
    assert (event["vendor"], event["event"], event["told"]) == ("Hotjar", None, [])
    assert event["sentence"] == "Hotjar was contacted by this page."


@pytest.mark.parametrize("line", [{"url": ""}, {"body_base64": "no base64!"}])
def test_a_line_that_says_nothing_is_a_bad_line(line: dict[str, Any]) -> None:
    with pytest.raises(BadLineError):
        answer({"url": TR, **line})


@pytest.mark.parametrize("line", [{"url": 3}, {"page_url": 3}, {"body_form": {"a": "b"}}, {"headers": []}, {"body": {}}])
def test_what_is_of_another_type_is_refused(line: dict[str, Any]) -> None:
    with pytest.raises(msgspec.ValidationError):
        answer({"url": TR, **line})


def test_lines_keep_their_order_and_their_id() -> None:
    lines = [{"id": "a", "url": f"{TR}?ev=PageView", "headers": None, "extra": 1}, {"id": "b"}, {"id": "c", "url": "https://a.example/"}]
    out = BytesIO()
    assert answer_lines(BytesIO("\n".join(map(json.dumps, lines)).encode()), out, answer) is False
    told = [json.loads(line) for line in out.getvalue().splitlines()]
    assert [line["id"] for line in told] == ["a", "b", "c"]
    assert [len(line.get("events", "?")) for line in told] == [1, 1, 0]
    assert told[1]["line"] == 2
