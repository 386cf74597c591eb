"""har/recorded.py: what a request was for, how far it got and what its body was, as each program writes it."""

import gzip
from base64 import b64encode
from typing import Any

import msgspec
import pytest
from tests.har.recording import entry

from netcurtain.har import recorded as har_recorded
from netcurtain.har.recorded import Recorded, is_cut, milliseconds, page_text, recorded, says_nothing
from netcurtain.har.shape import Entry

URL = "https://a.example/x"


def an_entry(content: dict[str, Any]) -> Entry:
    return msgspec.json.decode(msgspec.json.encode({"request": {"url": URL}, "response": {"status": 200, "content": content}}), type=Entry)


def read(**more: Any) -> Recorded:
    found = recorded(msgspec.convert(entry(more.pop("url", URL), **more), Entry))
    assert found is not None
    return found


@pytest.mark.parametrize(
    "url", ["data:text/plain,a", "blob:https://a.example/1", "chrome-extension://abc/x.js", "", "about:blank", "/relative"]
)
def test_what_went_out_to_nobody_is_no_request(url: str) -> None:
    assert recorded(msgspec.convert(entry(url), Entry)) is None


def test_a_proxys_tunnel_is_no_request() -> None:
    assert recorded(msgspec.convert(entry("https://www.facebook.com:443", method="CONNECT"), Entry)) is None


@pytest.mark.parametrize(
    ("said", "cookie"),
    [
        ({"headers": {"Cookie": "a=1; b=2"}}, "a=1; b=2"),
        ({"cookies": {"a": "1", "b": "2"}}, "a=1; b=2"),
        ({"headers": {"cookie": "a=1"}, "cookies": {"b": "2"}}, "a=1"),
        ({"cookies": {"a": None, "": "1", "n": 5}}, "n=5"),
        ({}, ""),
    ],
)
def test_cookies_are_in_a_header_or_in_a_list(said: dict[str, Any], cookie: str) -> None:
    assert read(**said).cookie == cookie


@pytest.mark.parametrize(
    ("status", "redirects"), [(301, True), (302, True), (303, True), (307, True), (308, True), (304, False), (200, False)]
)
def test_not_modified_leads_nowhere(status: int, redirects: bool) -> None:
    assert read(status=status).redirects is redirects


def test_its_repr_holds_nothing_of_it() -> None:
    found = read(url="https://a.example/secret", headers={"Cookie": "a=secret"}, post={"text": "secret"})
    assert "secret" not in repr(found)


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        ("1970-01-01T00:00:01.500Z", 1500.0),
        ("1970-01-01T01:00:01.500+01:00", 1500.0),
        ("1970-01-01T00:00:01", 1000.0),
        ("1970-01-01T02:00:01.5000001+02:00", 1500.0),
        ("1970-01-01T00:00:01.500+0000", 1500.0),
        ("yesterday", None),
        (0, None),
        (1500.5, None),
        ("", None),
        (None, None),
        ("9999-12-31T23:59:59-23:59", None),
    ],
)
def test_a_moment(moment: object, expected: float | None) -> None:
    found = milliseconds(moment)
    assert found == expected or (expected is None and found is not None and found > 2.5e14)


def test_no_part_of_a_recording_shows_what_it_holds() -> None:
    made = entry("https://a.example/MARKER", headers={"cookie": "MARKER=1"}, post={"text": "MARKER"}, html="MARKER")
    marked = msgspec.json.decode(msgspec.json.encode(made), type=Entry)
    assert marked.request is not None
    assert "MARKER" not in repr((marked, marked.request, marked.request.headers, marked.request.post, marked.response))


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ({"mimeType": "text/html", "text": "<p>a\\u00e9"}, "<p>a\\u00e9"),
        ({"mimeType": "text/html; charset=utf-8", "text": b64encode(b"<p>").decode(), "encoding": "base64"}, "<p>"),
        ({"mimeType": "text/html", "text": "no base64!", "encoding": "base64"}, None),
        ({"mimeType": "text/html"}, None),
        ({"mimeType": "text/html", "text": None}, None),
        ({"mimeType": "text/html", "text": 5}, None),
        ({"mimeType": "application/json", "text": "{}"}, None),
        ({"mimeType": "", "text": "\ufeff\n <!-- a --><p>"}, "\ufeff\n <!-- a --><p>"),
        ({"text": "<p>"}, "<p>"),
        ({"mimeType": "x-unknown", "text": b64encode(b"<p>").decode(), "encoding": "base64"}, "<p>"),
        ({"mimeType": "", "text": "{}"}, None),
        ({"mimeType": "text/plain", "text": "<p>"}, None),
        ({"mimeType": "text/html", "text": b64encode(b"<p>").decode()}, None),
        ({"mimeType": "text/html", "text": b64encode(gzip.compress(b"<p>words", mtime=0)).decode(), "encoding": "base64"}, None),
        ({"mimeType": "text/html; charset=ISO-8859-1", "text": b64encode(b"<p>\xe9").decode(), "encoding": "base64"}, "<p>\u00e9"),
        ({"mimeType": "text/html; charset=latin1", "text": b64encode(b"<p>\xe9\x92").decode(), "encoding": "base64"}, "<p>\u00e9\u2019"),
        ({"mimeType": "text/html;charset=us-ascii", "text": b64encode(b"<p>\xe9").decode(), "encoding": "base64"}, "<p>\u00e9"),
        (
            {"mimeType": "text/html;charset=x-sjis", "text": b64encode("<p>\u65e5".encode("cp932")).decode(), "encoding": "base64"},
            "<p>\u65e5",
        ),
        ({"mimeType": "text/html", "text": b64encode("<p>\u0175".encode("utf-16")).decode(), "encoding": "base64"}, "<p>\u0175"),
        ({"mimeType": "text/html;charset=rot13", "text": b64encode(b"<p>").decode(), "encoding": "base64"}, "<p>"),
        ({"mimeType": "text/html;charset=windows-0", "text": b64encode(b"<p>").decode(), "encoding": "base64"}, "<p>"),
    ],
)
def test_the_text_of_a_page(content: dict[str, Any], text: str | None) -> None:
    assert page_text(an_entry(content)) == text
    assert not is_cut(an_entry(content))


@pytest.mark.parametrize(
    ("meta", "kind", "letter"),
    [
        ("<meta charset=windows-1252>", "text/html", "\u00e9"),
        ("<META http-equiv='Content-Type' content='text/html; charset=iso-8859-1'>", "text/html", "\u00e9"),
        ("<meta charset=windows-1252>", "text/html; charset=iso-8859-5", "\u0449"),
        ("<meta charset=utf-16>", "text/html", "\ufffd"),
        ("<p title='charset=windows-1252'>", "text/html", "\ufffd"),
        ("<!--" + "-" * 1024 + "--><meta charset=windows-1252>", "text/html", "\ufffd"),
    ],
)
def test_a_page_may_say_itself_how_it_is_written(meta: str, kind: str, letter: str) -> None:
    packed = b64encode(meta.encode() + b"<p>\xe9").decode()
    assert page_text(an_entry({"mimeType": kind, "text": packed, "encoding": "base64"})) == f"{meta}<p>{letter}"


@pytest.mark.parametrize("letter", ["x", "\n", "\x01", '"', "\\", "\u00e9", "\U0001f600"])
@pytest.mark.parametrize("shift", range(6))
def test_of_a_long_page_the_beginning_is_read(monkeypatch: pytest.MonkeyPatch, letter: str, shift: int) -> None:
    monkeypatch.setattr(har_recorded, "MAX_TEXT", 1000)
    whole = "<p>" + "." * shift + letter * 1000
    entry = an_entry({"mimeType": "text/html", "text": whole})
    text = page_text(entry) or ""
    assert is_cut(entry)
    assert len(text) > 150
    assert whole.startswith(text.rstrip("\ufffd"))


def test_of_a_long_packed_page_the_beginning_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(har_recorded, "MAX_TEXT", 1000)
    packed = b64encode(b"<p>" + b"x" * 1000).decode()
    for shift in range(4):
        text = page_text(an_entry({"mimeType": "text/html", "text": "\n" * shift + packed, "encoding": "base64"})) or ""
        assert text == ("<p>" + "x" * 1000)[: len(text)]
        assert len(text) > 500


@pytest.mark.parametrize(
    ("url", "nothing"),
    [
        (None, True),
        ("", True),
        ("not a url", True),
        ("/relative", True),
        ("httpfoo", True),
        ("data:,a", False),
        ("about:blank", False),
        (URL, False),
    ],
)
def test_what_no_address_is_said_of_is_no_use(url: str | None, nothing: bool) -> None:
    assert says_nothing(msgspec.convert({"request": {"url": url}}, Entry)) is nothing
    assert says_nothing(msgspec.convert({}, Entry))
