"""A request taken apart: what is read, and where the limits are."""

import gzip
import json
import zlib
from base64 import b64encode, urlsafe_b64encode
from urllib.parse import unquote, unquote_plus

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netcurtain.core.decoders.payload import (
    MAX_BODY,
    MAX_DEPTH,
    MAX_FIELDS,
    MAX_OPENED,
    Payload,
    fields_of,
    json_in,
    json_of,
    opened,
    unescaped,
)

URL = "https://t.example/collect"
FACTS = {"url": "https://a.example/", "title": "R\u00e9port"}
JSON = json.dumps(FACTS).encode()
MULTIPART = (
    b'--x\r\nContent-Disposition: form-data; name="dl"\r\n\r\nhttps://a.example/\r\n'
    b'--x\r\nContent-Disposition: form-data; name="file"; filename="a.png"\r\n\r\nPNG\r\n--x--\r\n'
)


@pytest.mark.parametrize(
    "raw",
    [
        JSON,
        b"\xef\xbb\xbf" + JSON,
        gzip.compress(JSON),
        zlib.compress(JSON),
        b64encode(gzip.compress(JSON)),
        urlsafe_b64encode(JSON).rstrip(b"="),
    ],
    ids=["plain", "with a mark", "gzip", "zlib", "base64 of gzip", "base64url"],
)
def test_json_is_read_however_it_is_packed(raw: bytes) -> None:
    assert Payload(URL, raw=raw).json == FACTS


@pytest.mark.parametrize("end", ["\n", "\n\n"])
def test_json_on_each_line_is_a_list(end: str) -> None:
    assert Payload(URL, raw=f"{JSON.decode()}{end}broken{end}{JSON.decode()}".encode()).json == [FACTS, FACTS]
    assert Payload(URL, raw=b'{"a": {}\n}').json == {"a": {}}
    assert Payload(URL, raw=b"\r\n " + JSON + b"\n").json == FACTS
    assert Payload(URL, raw=b"{a}\n{b}\n").json is None


@pytest.mark.parametrize("text", [JSON.decode(), b64encode(JSON).decode(), urlsafe_b64encode(gzip.compress(JSON)).decode()])
def test_json_is_read_in_a_parameter(text: str) -> None:
    assert json_in(text) == FACTS
    assert json_in("\ud800") is None


@pytest.mark.parametrize(
    ("raw", "kind", "form"),
    [
        (b"a=1&b=%C3%A9+x&a=2", "", {"a": ["1", "2"], "b": ["\u00e9 x"]}),
        (b"a=", "application/x-www-form-urlencoded", {"a": [""]}),
        (MULTIPART, "multipart/form-data; boundary=x", {"dl": ["https://a.example/"]}),
        (b'--x\nContent-Disposition: form-data; name="a b"\n\n1\n2\n--x--\n', "", {"a b": ["1\n2"]}),
        (b"\r\n--x\r\nContent-Disposition: form-data; name=a\r\nContent-Type: text/plain\r\n\r\n1\r\n--x--", "", {"a": ["1"]}),
        (b'--x\r\nContent-Disposition: form-data; filename="a"; name="b"\r\n\r\n1\r\n--x--', "", {}),
        (b'--x\r\nname="a"\r\n--x--', "", {}),
        (gzip.compress(b"a=1"), "", {"a": ["1"]}),
        (JSON, "", {}),
        (b"\xff\xfe", "", {}),
        (b"", "", {}),
    ],
    ids=[
        "url-encoded",
        "by its kind",
        "multipart",
        "bare line ends",
        "a name without quotes",
        "a file",
        "no value",
        "packed",
        "json",
        "no text",
        "nothing",
    ],
)
def test_a_body_of_a_form_is_its_parameters(raw: bytes, kind: str, form: dict[str, list[str]]) -> None:
    assert Payload(URL, raw=raw, kind=kind).form == form


def test_parameters_are_those_of_the_address_and_then_of_the_body() -> None:
    payload = Payload(URL + "?a=1&b=2", form={"a": ["3"], "c": ["4"]})
    assert payload.parameters == {"a": ["1", "3"], "b": ["2"], "c": ["4"]}
    assert (payload.first("a"), payload.first("none")) == ("1", "")


@pytest.mark.parametrize("url", ["http://[bad/", "", "no address", "https://"])
def test_an_address_that_is_none_has_no_host(url: str) -> None:
    assert (Payload(url).host, Payload(url).query) == ("", {})


@pytest.mark.parametrize(
    ("url", "host", "path", "query"),
    [
        ("HTTPS://WWW.A.example.:443/b/?c=1#d?e=2", "www.a.example", "/b/", {"c": ["1"]}),
        ("https://me:pw@a.example?c=1", "a.example", "", {"c": ["1"]}),
        ("https://a.example#?c=1", "a.example", "", {}),
        ("https://a.example/b?c=%C3%A9+%ff&d=\u00e9%20x", "a.example", "/b", {"c": ["\u00e9 \ufffd"], "d": ["\u00e9 x"]}),
        ("https://a.example/@b.example/x", "a.example", "/@b.example/x", {}),
        ("http://[::1]:8080/b", "[::1]", "/b", {}),
        ("wss://b\u00fccher.example/b", "xn--bcher-kva.example", "/b", {}),
        ("data:text/html,https://www.facebook.com/tr/?id=1", "", "", {}),
    ],
)
def test_an_address_is_taken_apart(url: str, host: str, path: str, query: dict[str, list[str]]) -> None:
    payload = Payload(url)
    assert (payload.host, payload.path, payload.query) == (host, path, query)


@given(st.lists(st.sampled_from([*"%=+4C3\r\n a", "%41", "%C3%A9", "%ff", "\u00e9"])).map("".join))
def test_percent_signs_are_undone_as_everywhere(text: str) -> None:
    assert unescaped(text) == unquote(text)
    assert fields_of(f"a={text}") == {"a": [unquote_plus(text)]}


def test_a_host_too_long_for_one_is_nobodys() -> None:
    assert Payload(f"https://{'a.' * 200}facebook.com/tr").host == ""
    assert Payload(f"https://{'a.' * 20}facebook.com/tr").host.endswith("facebook.com")


def test_a_name_without_values_is_no_parameter() -> None:
    assert Payload(URL, form={"a": [], "b": ["1"]}).form == {"b": ["1"]}


def test_the_limits_hold() -> None:
    assert Payload(URL, raw=b"a" * (MAX_OPENED + 1)).body == b""
    assert opened(gzip.compress(b"0" * (MAX_OPENED + 1))) == b""
    assert len(opened(gzip.compress(b"0" * MAX_OPENED))) == MAX_OPENED
    assert len(Payload(URL, raw=gzip.compress(b"a=" + b"b" * MAX_OPENED)[:MAX_BODY]).first("a")) < MAX_BODY
    assert len(Payload(f"{URL}?a={'b' * MAX_OPENED}").first("a")) < MAX_BODY
    assert len(fields_of("&".join(f"n{n}=1" for n in range(2 * MAX_FIELDS)))) == MAX_FIELDS
    assert json_of("[" * MAX_DEPTH + "]" * MAX_DEPTH) is not None
    assert json_of("[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1)) is None


LONG = "x" * MAX_BODY


def part(name: str, value: str) -> str:
    return f'--b\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'


@pytest.mark.parametrize(
    ("text", "form"),
    [
        (f"a=1&b=2&c={LONG}&d=4", {"a": ["1"], "b": ["2"]}),
        (f"a={LONG[2:]}&b=2", {"a": [LONG[2:]]}),
        (f"a={LONG}&b=2", {}),
        (part("a", "1") + part("b", "2") + part("c", LONG) + part("d", "4") + "--b--\r\n", {"a": ["1"], "b": ["2"]}),
        (part("a", "1") + part("b", LONG) + "--b--\r\n", {"a": ["1"]}),
        (part("a", LONG) + "--b--\r\n", {}),
    ],
    ids=["fields", "a field that just fits", "no whole field", "parts", "one whole part", "no whole part"],
)
def test_of_a_form_that_is_too_long_the_whole_fields_of_its_beginning_are_read(text: str, form: dict[str, list[str]]) -> None:
    assert Payload(URL, raw=text.encode()).form == form


def test_a_long_text_of_json_is_read() -> None:
    assert Payload(URL, raw=json.dumps(FACTS | {"pad": 12 * LONG}).encode()).json == FACTS | {"pad": 12 * LONG}


@given(
    st.text(max_size=50), st.binary(max_size=400), st.sampled_from(["", "application/json", "multipart/form-data", "x-www-form-urlencoded"])
)
def test_nothing_that_is_sent_makes_it_raise(url: str, raw: bytes, kind: str) -> None:
    for body in (raw, gzip.compress(raw), b64encode(raw), b"\x1f\x8b" + raw, b"--" + raw):
        payload = Payload(url, raw=body, kind=kind)
        assert isinstance(payload.parameters, dict)
        assert payload.json is None or payload.text is not None
