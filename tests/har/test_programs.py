"""The same visit as each program records it: the same pages, companies and facts, and nothing more than its recording shows."""

from pathlib import Path
from typing import Any

import msgspec
import pytest
from tests.har.programs import PROGRAMS, SHOP
from tests.har.recording import PAGE, checked

from netcurtain.har.report import as_json, as_text

Company = dict[str, Any]


@pytest.fixture(params=PROGRAMS)
def program(request: pytest.FixtureRequest) -> str:
    name: str = request.param
    return name


@pytest.fixture
def pages(program: str, tmp_path: Path) -> list[dict[str, Any]]:
    told = msgspec.json.decode(as_json(checked(tmp_path, PROGRAMS[program]())))
    found: list[dict[str, Any]] = told["pages"]
    return found


def company(page: dict[str, Any], name: str) -> Company:
    return next(one for one in page["organisations"] if one["name"] == name)


def facts(found: Company) -> list[tuple[str, Any]]:
    return [(fact["what"], fact["value"]) for event in found["events"] for fact in event["told"]]


def test_each_page_has_its_own_address_title_and_time(pages: list[dict[str, Any]]) -> None:
    assert [(page["url"], page["title"]) for page in pages] == [(PAGE, "Report rape or sexual assault"), (SHOP, "Shop")]
    assert [page["started"][:17] for page in pages] == ["2026-08-13T14:02:"] * 2
    assert [page["sensitive"] for page in pages] == [True, False]
    assert [page["level"] for page in pages] == ["warning", "notice"]


def test_every_request_counts_on_its_own_page(pages: list[dict[str, Any]]) -> None:
    assert [page["requests"] for page in pages] == [9, 2]
    assert [[one["name"] for one in page["organisations"]] for page in pages] == [
        ["Meta (Facebook)", "unlisted-tracker.example"],
        ["Google"],
    ]


def test_a_button_and_a_form_body_are_read(program: str, pages: list[dict[str, Any]]) -> None:
    meta = company(pages[0], "Meta (Facebook)")
    assert [event["event"] for event in meta["events"]] == ["SubscribedButtonClick", "Lead"]
    assert ("button_text", "Report it") in facts(meta)
    assert all(" was told " in event["sentence"] for event in meta["events"])
    assert (("account", "c_user") in facts(meta)) == (program != "Chrome, sanitized")


def test_a_packed_body_and_a_plain_one_are_read(program: str, pages: list[dict[str, Any]]) -> None:
    unlisted = company(pages[0], "unlisted-tracker.example")
    assert unlisted["requests"] == 3
    # Playwright writes no body of this kind: one fact fewer, and none that is made up.
    read = ["plain"] if program == "Playwright" else ["packed", "plain"]
    told = [fact for event in unlisted["events"] for fact in event["told"]]
    assert told == [{"what": "page_address", "value": PAGE, "parameter": name} for name in read]


def test_what_was_stopped_is_only_tried(pages: list[dict[str, Any]]) -> None:
    (event,) = company(pages[1], "Google")["events"]
    assert event["sentence"].startswith("This page tried to tell Google")


def test_nobodys_words_are_told(program: str, tmp_path: Path) -> None:
    found = checked(tmp_path, PROGRAMS[program]())
    assert "secret" not in as_json(found) + as_text(found)
    assert found.unread == 0
