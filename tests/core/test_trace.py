"""Thousands of real requests, where they are, against the real EasyPrivacy."""

from pathlib import Path

import pytest

from netcurtain.core.filter_list import parse_list
from netcurtain.core.matcher import Match, Matcher
from netcurtain.core.request import resource_type

DATA = Path(__file__).resolve().parents[2].parent / "shared" / "data"
TRACE, LIST = DATA / "trace-visible.tsv", DATA / "easyprivacy.txt"

pytestmark = pytest.mark.skipif(not (TRACE.exists() and LIST.exists()), reason="the recorded requests are not on this computer")


def test_real_requests_are_judged_as_other_engines_judge_them() -> None:
    text = LIST.read_text(encoding="utf-8")
    lines = frozenset(text.splitlines())
    matcher = Matcher([parse_list(text, "easyprivacy.txt")])
    rows = [row.split("\t") for row in TRACE.read_text(encoding="utf-8").splitlines()[1:]]
    differ = 0
    for url, page_url, kind, expected in rows:
        decision = matcher.decide(url, page_url, resource_type(kind))
        differ += ("match" if isinstance(decision, Match) else "none") != expected
        if decision is not None:
            assert decision.filter in lines
            assert decision.list == "EasyPrivacy"
    assert len(rows) > 14_000
    # At most 1 in 1,000 is asked for; measured: none.
    assert differ == 0


def test_every_filter_of_the_real_list_is_understood() -> None:
    read = parse_list(LIST.read_text(encoding="utf-8"), "easyprivacy.txt")
    assert (read.title, read.version, read.count) == ("EasyPrivacy", "202608130529", 55_330)
    assert {reason.name: number for reason, number in read.reasons.items()} == {"COSMETIC": 34, "CHANGES_AN_ANSWER": 3}
