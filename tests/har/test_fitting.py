"""har/fitting.py: a part of another kind than HAR says is left out, and its request is not."""

from pathlib import Path
from typing import Any

import pytest
from tests.har.recording import PAGE, checked, document, entry, har

from netcurtain.har.fitting import fitting
from netcurtain.har.shape import Entry, Page

TR = "https://www.facebook.com/tr/?id=1&ev=PageView"
OTHER = {"a": [1]}


def put(made: dict[str, Any], way: str, value: object) -> dict[str, Any]:
    """``made`` with another value at a place such as ``response.content``."""
    *path, last = way.split(".")
    at = made
    for name in path:
        at = at[name]
    at[last] = value
    return made


@pytest.mark.parametrize(
    ("way", "value"),
    [
        ("pageref", OTHER),
        ("startedDateTime", OTHER),
        ("serverIPAddress", 5),
        ("_resourceType", 5),
        ("_fromCache", OTHER),
        ("_fate", 5),
        ("request.method", 5),
        ("request.headers", "Accept"),
        ("request.headers", [None, 5, ["Accept", "*/*"], {"name": 5, "value": OTHER}]),
        ("request.cookies", [None, OTHER]),
        ("request.postData", "a=b"),
        ("request.postData", {"mimeType": "text/plain", "text": OTHER, "params": [None], "comment": OTHER}),
        ("request.bodySize", OTHER),
        ("response._error", OTHER),
        ("response.statusText", 200),
        ("response.redirectURL", 0),
        ("response.content", "text"),
        ("response.content", {"mimeType": 5, "size": OTHER, "text": OTHER}),
    ],
)
def test_a_request_with_a_part_of_another_kind_is_still_one(tmp_path: Path, way: str, value: object) -> None:
    found = checked(tmp_path, har([document(), put(entry(TR), way, value)]))
    assert found.unread == 0
    (page,) = found.pages
    assert [(one.name, one.requests) for one in page.companies] == [("Meta (Facebook)", 1)]


@pytest.mark.parametrize("way", ["request", "request.url"])
def test_without_an_address_it_is_counted_as_unread(tmp_path: Path, way: str) -> None:
    assert checked(tmp_path, har([document(), put(entry(TR), way, 5)])).unread == 1


def test_headers_and_cookies_may_be_one_object(tmp_path: Path) -> None:
    page = put(document(), "request.headers", {"Sec-Fetch-Dest": "document", "Accept": "text/html"})
    told = put(entry(TR), "request.cookies", {"c_user": "1234567"})
    (found,) = checked(tmp_path, har([page, told])).pages
    assert (found.url, found.sensitive) == (PAGE, True)
    assert "signed in" in found.companies[0].sentences[0]


def test_the_answers_text_is_still_there(tmp_path: Path) -> None:
    page = put(document(), "response._error", 5)
    assert checked(tmp_path, har([page])).pages[0].sensitive is True


def test_what_is_no_object_is_no_element() -> None:
    odd: tuple[object, ...] = (None, 5, "text", [])
    assert [fitting(one, Entry) or fitting(one, Page) for one in odd] == [None] * 4
    assert fitting({"id": OTHER, "title": "A"}, Page) == Page(title="A")
