"""copy.json: everything a copy says, in UTC and local time, in a fixed order."""

import json
import unicodedata

import msgspec
from tests.evidence import samples

from netcurtain.core.evidence import EvidenceRequest
from netcurtain.core.finding import DecodedEvent, DecodedField, FlaggedBy, Typed, What, Written
from netcurtain.evidence.data import data
from netcurtain.evidence.recording import recording


def test_every_fact_of_a_request_is_in_it() -> None:
    made = json.loads(data(samples.evidence(), samples.ZONE))
    first = made["pages"][0]["requests"][0]
    assert first["time"] == {"utc": "2026-11-24T14:02:10.000Z", "local": "2026-11-24T15:02:10.000+01:00"}
    assert (first["filter"], first["list"], first["fate"], first["status"]) == ("||facebook.com/tr/", "EasyPrivacy", "answered", 200)
    assert first["consent"] == "before_choice"
    assert first["events"][0]["told"][0] == {"what": "other", "value": "tag 1234567890", "parameter": "id"}
    assert first["cookies"] == ["c_user"]
    assert first["redacted"] == {"url": samples.PIXEL, "body": None, "kind": None, "reads_the_same": True}
    assert set(EvidenceRequest.__struct_fields__) - {"request", "filter_list"} <= set(first)


def test_what_stands_around_the_requests_is_in_it() -> None:
    made = json.loads(data(samples.evidence(), samples.ZONE))
    assert (made["site"], made["stopped"]) == ("police.example", 3)
    assert made["gaps"][0]["since"]["utc"] == "2026-11-23T13:02:10.000Z"
    assert "Netcurtain was paused on this site for a while." in made["not_seen"]
    page = made["pages"][0]
    assert page["server_clock"] == {"host": "police.example", "computer_ahead_ms": 2100.0}
    assert page["checked_with"]["lists"] == ["Netcurtain starter", "EasyPrivacy of 13 August 2026"]
    assert (page["source"], page["stopped"]) == ("open", 3)
    assert [one["consent"] for one in page["consents"]] == ["before_choice", "refused"]


def test_of_what_was_typed_only_the_field_is_in_it() -> None:
    typed = DecodedField(What.TYPED, Typed("Email", Written.SHA256), "em")
    made = data(samples.evidence(samples.page(samples.request(typed=(typed,), flagged_by=FlaggedBy.TYPED))), samples.ZONE)
    assert json.loads(made)["pages"][0]["requests"][0]["typed"] == [{"field": "Email", "written": "sha256"}]


def test_the_same_facts_are_the_same_bytes_with_a_line_a_request() -> None:
    made = data(samples.evidence(), samples.ZONE)
    assert made == data(samples.evidence(), samples.ZONE)
    assert sum(line.startswith(b'{"id":"r') for line in made.splitlines()) == 4
    assert list(json.loads(made))[:3] == ["format", "version", "about"]
    assert "–" in made.decode("utf-8")


def test_a_time_that_no_calendar_has_is_none() -> None:
    made = json.loads(data(msgspec.structs.replace(samples.evidence(), made=1e300)))
    assert made["made"] == {"utc": None, "local": None}


def test_what_hides_or_turns_text_round_is_written_out_in_the_file_and_read_back_whole() -> None:
    title = "\u202eesrever \u2066 \u200b \u0085 \U000e0041 – ö"
    evidence = samples.evidence(samples.page(samples.request(), title=title))
    for file in (data(evidence), recording(evidence)):
        text = file.decode()
        assert not any(unicodedata.category(one) in ("Cf", "Cc", "Zl", "Zp") for one in text if one != "\n")
        assert "\\u202eesrever" in text
        assert "– ö" in text
    assert json.loads(data(evidence))["pages"][0]["title"] == title


def test_events_are_told_of_whoever_used_the_browser() -> None:
    account = DecodedEvent("Meta Pixel", samples.META, "PageView", (DecodedField(What.ACCOUNT, "c_user", "c_user"),))
    made = data(samples.evidence(samples.page(samples.request(events=(account,))))).decode()
    assert "signed in on this browser (it may be somebody else’s)" in made
    assert "yours" not in made
