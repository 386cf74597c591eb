"""copy.har: HAR 1.2 that `netcurtain check` reads, with the findings of the visit itself."""

import json
from pathlib import Path
from typing import Any

import pytest
from tests.evidence import samples
from tests.har.recording import checked, document, entry, har

from netcurtain.core.evidence import Evidence, Redacted
from netcurtain.core.request import Fate
from netcurtain.evidence.recording import recording
from netcurtain.har.report import as_json

FILTERS = "! Title: EasyPrivacy\n||facebook.com/tr/\n||google-analytics.com/g/collect\n||unlisted-tracker.example^$third-party\n"


def made(evidence: Evidence) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(recording(evidence))
    return read


def organisations(folder: Path, recorded: dict[str, Any]) -> Any:
    (page,) = json.loads(as_json(checked(folder, recorded, FILTERS)))["pages"]
    return page["url"], page["title"], page["organisations"]


def test_it_is_a_har_1_2() -> None:
    log = made(samples.evidence())["log"]
    assert log["version"] == "1.2"
    assert set(log) >= {"version", "creator", "browser", "pages", "entries", "comment"}
    assert log["pages"][0]["id"] == log["entries"][1]["pageref"]
    asked = {"method", "url", "httpVersion", "cookies", "headers", "queryString", "headersSize", "bodySize"}
    answered = {"status", "statusText", "httpVersion", "cookies", "headers", "content", "redirectURL", "headersSize", "bodySize"}
    for one in log["entries"]:
        assert set(one) >= {"startedDateTime", "time", "request", "response", "cache", "timings"}
        assert set(one["request"]) >= asked
        assert set(one["response"]) >= answered
    assert log["entries"][1]["_resourceType"] == "image"
    assert log["entries"][3]["request"]["postData"] == {
        "mimeType": "text/plain;charset=UTF-8",
        "text": "en=form_submit&ep.form_id=report",
    }


def test_check_finds_in_it_what_it_finds_in_the_visit(tmp_path: Path) -> None:
    body = {"mimeType": "text/plain;charset=UTF-8", "text": "en=form_submit&ep.form_id=report"}
    visit = har(
        [
            document("https://police.example/report?step=2", "", at="2026-11-24T14:02:09.000Z", page="p"),
            entry(samples.PIXEL, page="p", kind="image", at="2026-11-24T14:02:10.000Z", cookies={"c_user": "1"}),
            entry(samples.GA, page="p", kind="ping", at="2026-11-24T14:02:31.000Z", post=body),
            entry(samples.PIXEL, page="p", kind="image", at="2026-11-24T14:02:15.000Z", cookies={"c_user": "1"}),
            entry(
                "https://px.unlisted-tracker.example/t.js",
                page="p",
                kind="script",
                at="2026-11-24T14:02:40.000Z",
                status=0,
                error="net::ERR_BLOCKED_BY_CLIENT",
            ),
        ],
        [{"id": "p", "title": "Report a crime – Adrodd trosedd", "startedDateTime": "2026-11-24T14:02:09.000Z"}],
    )
    found = organisations(tmp_path, made(samples.evidence()))
    assert found == organisations(tmp_path, visit)
    assert [one["name"] for one in found[2]] == ["Meta (Facebook)", "Google", "unlisted-tracker.example"]
    assert any("account" in sentence for sentence in found[2][0]["sentences"])


@pytest.mark.parametrize("fate", list(Fate))
def test_how_far_a_request_got_is_read_back(tmp_path: Path, fate: Fate) -> None:
    request = samples.request(fate=fate, status=200 if fate is Fate.ANSWERED else 0)
    _, _, (company,) = organisations(tmp_path, made(samples.evidence(samples.page(request))))
    assert ("was told" in company["events"][0]["sentence"]) == fate.went_out


@pytest.mark.parametrize("kind", ["main_frame", "sub_frame", "object", "speculative", "imageset", "beacon", "websocket", "other", ""])
def test_every_type_stays_with_its_page(tmp_path: Path, kind: str) -> None:
    read = checked(tmp_path, made(samples.evidence(samples.page(samples.request(), samples.request("r2", type=kind)))), FILTERS)
    if kind != "main_frame":
        assert [page.url for page in read.pages] == ["https://police.example/report"]


def test_the_filter_and_its_list_stand_word_for_word_in_the_comment() -> None:
    log = made(samples.evidence())["log"]
    assert "EasyPrivacy: ||unlisted-tracker.example^$third-party" in log["entries"][4]["comment"].splitlines()


def test_a_redirect_leads_to_the_request_it_led_to() -> None:
    first = samples.request("a", status=302)
    second = samples.request("b", redirected_from="a", redacted=Redacted("https://www.facebook.com/tr/next", True))
    entries = made(samples.evidence(samples.page(first, second)))["log"]["entries"]
    assert entries[1]["response"]["redirectURL"] == "https://www.facebook.com/tr/next"


def test_a_request_whose_address_was_not_kept_is_not_in_it() -> None:
    entries = made(samples.evidence(samples.page(samples.request(redacted=None))))["log"]["entries"]
    assert [one["request"]["url"] for one in entries] == [samples.ADDRESS]
