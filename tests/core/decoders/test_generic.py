"""The page's address, title and referrer in requests that no decoder knows."""

import gzip
import json
from base64 import b64encode, urlsafe_b64encode
from urllib.parse import quote, urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netcurtain.core.decoders.generic import found_in
from netcurtain.core.decoders.payload import MAX_BODY, Payload
from netcurtain.core.finding import What

PAGE = "https://www.harbour-help.example/report/assault?step=2"
TOLD = "https://www.harbour-help.example/report/assault?step"
TITLE = "Report an assault - Harbour Help"
BEFORE = "https://www.harbour-help.example/support"
HOST = "https://collector.example/p"


def found(payload: Payload, page: str = PAGE, title: str = TITLE, before: str = BEFORE) -> list[tuple[What, object, str]]:
    return [(fact.what, fact.value, fact.parameter) for fact in found_in(payload, page, title, before)]


def packed(text: str) -> str:
    return b64encode(gzip.compress(text.encode())).decode()


@pytest.mark.parametrize(
    "value",
    [
        PAGE,
        "https://www.harbour-help.example/report/assault",
        "https://www.harbour-help.example/report/assault/",
        "https://www.harbour-help.example/report/assault#top",
        "//www.harbour-help.example/report/assault",
        "www.harbour-help.example/report/assault",
        "HTTPS://WWW.harbour-help.example/report/assault",
        f"a|{PAGE}|b",
        quote(PAGE, safe=""),
        quote(quote(PAGE, safe=""), safe=""),
        b64encode(PAGE.encode()).decode(),
        urlsafe_b64encode(PAGE.encode()).decode().rstrip("="),
        b64encode(quote(PAGE, safe="").encode()).decode(),
        b64encode(json.dumps({"page": {"url": PAGE}}).encode()).decode(),
        packed(PAGE),
        packed(json.dumps([{"u": PAGE}])),
        json.dumps({"context": {"page": PAGE}}),
        json.dumps(json.dumps({"page": PAGE})),
    ],
)
def test_the_pages_address_is_found_in_every_coat(value: str) -> None:
    ((what, told, parameter),) = found(Payload(f"{HOST}?{urlencode({'z': 'q', 'x': value})}"))
    assert (what, told) == (What.PAGE_ADDRESS, TOLD)
    assert parameter.startswith("x")


@pytest.mark.parametrize(
    "value",
    [
        "",
        "https://www.harbour-help.example/",
        "www.harbour-help.example",
        "https://www.harbour-help.example/report",
        "https://www.harbour-help.example/report/assaults",
        "https://www.harbour-help.example/report/assault/next",
        "https://www.harbour-help.example/report/assault-2",
        "https://other-harbour-help.example/report/assault",
        "https://xwww.harbour-help.example/report/assault",
        "Report",
        "assault",
        "x" * 50,
        "A" * 64,
    ],
)
def test_what_is_another_address_is_not_the_pages(value: str) -> None:
    assert found(Payload(f"{HOST}?{urlencode({'x': value})}"), before="") == []


def test_of_a_front_page_only_a_written_address_counts() -> None:
    front = "https://harbour-help.example/"
    assert found(Payload(f"{HOST}?d=harbour-help.example"), front, "", "") == []
    assert found(Payload(f"{HOST}?d=harbour-help.example&u=https://harbour-help.example/x"), front, "", "") == []
    assert found(Payload(f"{HOST}?u=https://harbour-help.example"), front, "", "") == [(What.PAGE_ADDRESS, front, "u")]


def test_a_path_alone_is_told_as_a_path() -> None:
    assert found(Payload(f"{HOST}?dp=%2Freport%2Fassault%3Fstep%3D2")) == [(What.PAGE_ADDRESS, "/report/assault", "dp")]
    assert found(Payload(f"{HOST}?dp=/en"), "https://a.example/en", "", "") == []


def test_letters_beyond_ascii_are_found_written_either_way() -> None:
    page = "https://a.example/b%C3%BCro"
    for value in (page, "https://a.example/büro"):
        assert found(Payload(f"{HOST}?{urlencode({'u': value})}"), page, "", "") == [(What.PAGE_ADDRESS, page, "u")]


@pytest.mark.parametrize("value", [TITLE, TITLE.upper(), f"  {TITLE}\n", f"view: {TITLE}", quote(TITLE), packed(TITLE)])
def test_the_title_is_found(value: str) -> None:
    assert found(Payload(f"{HOST}?{urlencode({'t': value})}")) == [(What.PAGE_TITLE, TITLE, "t")]


@pytest.mark.parametrize(("title", "value"), [("Home", "Homepage"), ("Contact us", "Click Contact us now"), ("FAQ", "FAQ"), ("", "")])
def test_a_short_title_within_other_words_is_none(title: str, value: str) -> None:
    assert found(Payload(f"{HOST}?{urlencode({'t': value})}"), title=title) == []


def test_the_page_before_is_found_and_only_once_where_both_are_the_same() -> None:
    assert found(Payload(f"{HOST}?r={BEFORE}")) == [(What.REFERRER, BEFORE, "r")]
    assert found(Payload(f"{HOST}?r={BEFORE}&u={BEFORE}"), BEFORE, "", BEFORE) == [(What.PAGE_ADDRESS, BEFORE, "r")]


@pytest.mark.parametrize(
    ("payload", "parameter"),
    [
        (Payload(HOST, raw=json.dumps({"a": [{"page": {"url": PAGE}}]}).encode()), "a.page.url"),
        (Payload(HOST, raw=gzip.compress(json.dumps({"u": PAGE}).encode())), "u"),
        (Payload(HOST, raw=packed(json.dumps({"u": PAGE})).encode()), "u"),
        (Payload(HOST, raw=f'{{"e": 1}}\n{{"u": "{PAGE}"}}\n'.encode()), "u"),
        (Payload(HOST, raw=urlencode({"u": PAGE}).encode()), "u"),
        (Payload(HOST, form={"d": [json.dumps({"u": PAGE})]}), "d"),
        (Payload(HOST, raw=f"event;{PAGE};1".encode()), "body"),
        (Payload(f"{HOST}/{quote(PAGE, safe='')}/1.gif"), "path"),
    ],
    ids=["json", "gzip", "base64 of gzip", "lines", "form body", "form", "text", "path"],
)
def test_bodies_and_paths_are_looked_through(payload: Payload, parameter: str) -> None:
    assert found(payload) == [(What.PAGE_ADDRESS, TOLD, parameter)]


@pytest.mark.parametrize("page", ["", "about:blank", "http://[::1", "file:///home/x", "not an address", "https://a.example:99999/x"])
def test_a_page_without_a_web_address_is_not_looked_for(page: str) -> None:
    assert found(Payload(f"{HOST}?u={quote(page)}"), page, "", page) == []


@pytest.mark.parametrize(
    "raw",
    [b"\xff\xfe\x00", b"[" * 5000, b'{"a":' * 200, b"%25" * 20_000, b"x" * (MAX_BODY + 1), json.dumps([["a"] * 500] * 50).encode()],
    ids=["bytes", "deep", "broken", "percent", "large", "wide"],
)
def test_what_cannot_be_read_tells_nothing(raw: bytes) -> None:
    assert found(Payload(HOST, raw=raw)) == []


def test_of_very_many_texts_the_first_are_looked_at() -> None:
    many = Payload(HOST, raw=json.dumps([*["x"] * 5000, PAGE]).encode())
    assert found(many) == []


@given(st.text(), st.dictionaries(st.text(), st.lists(st.text(), max_size=3), max_size=5), st.binary(), st.text())
def test_no_request_breaks_it(text: str, form: dict[str, list[str]], raw: bytes, page: str) -> None:
    for payload in (Payload(f"{HOST}?{text}", form=form), Payload(HOST, raw=raw)):
        found_in(payload, page, text, PAGE)
        found_in(payload, PAGE, TITLE, f"https://{page}/{text}")
