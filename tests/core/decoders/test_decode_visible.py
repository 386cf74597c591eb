"""The labelled sample of requests, where it is: what each tells, through the command's own answer."""

import json
from pathlib import Path
from typing import Any

import pytest

from netcurtain.commands.decode import answer

SAMPLE = Path(__file__).parents[3] / ".." / "shared" / "data" / "decode-visible.jsonl"

pytestmark = pytest.mark.skipif(not SAMPLE.exists(), reason="the sample of requests is not on this computer")


def rows() -> list[dict[str, Any]]:
    return [json.loads(line) for line in SAMPLE.read_text(encoding="utf-8").splitlines()] if SAMPLE.exists() else []


def answered(request: dict[str, Any]) -> list[dict[str, Any]]:
    given = {key: value for key, value in request.items() if value is not None}
    events: list[dict[str, Any]] = json.loads(json.dumps(answer(given), default=lambda value: {"kind": value.kind, "form": value.form}))[
        "events"
    ]
    return events


def missing_facts(events: list[dict[str, Any]], expected: list[dict[str, Any]]) -> list[dict[str, Any]]:
    told = [fact for event in events for fact in event["told"]]
    return [
        wanted
        for wanted in expected
        if not any(fact["what"] == wanted["what"] and wanted.get("value", fact["value"]) == fact["value"] for fact in told)
    ]


@pytest.mark.parametrize("row", rows(), ids=lambda row: row["id"])
def test_a_request_of_the_sample_tells_all_that_it_is_labelled_with(row: dict[str, Any]) -> None:
    expect, events = row["expect"], answered(row["request"])
    if expect["vendor"] is None:
        assert events == []
        return
    assert {event["vendor"] for event in events} == {expect["vendor"]}
    if "event" in expect:
        assert expect["event"] in [event["event"] for event in events]
    if "events" in expect:
        assert [[event["event"]] for event in events] == expect["events"]
    assert missing_facts(events, expect["told_includes"]) == []
    if expect.get("identity_complete"):
        claimed = [fact["value"] for event in events for fact in event["told"] if fact["what"] == "identity"]
        assert [claim for claim in claimed if {"what": "identity", "value": claim} not in expect["told_includes"]] == []
    assert not any(secret in json.dumps(events) for secret in expect.get("never", []))


def test_the_share_of_facts_that_are_told() -> None:
    wanted = [(row["request"], row["expect"]["told_includes"]) for row in rows()]
    facts = sum(len(expected) for _, expected in wanted)
    missed = sum(len(missing_facts(answered(request), expected)) for request, expected in wanted)
    print(f"{facts - missed} of {facts} facts of the sample are told")
    assert facts
    assert missed == 0
