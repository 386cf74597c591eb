"""Single filters and requests from the test suites of other engines, where they are."""

import json
from pathlib import Path

import pytest

from netcurtain.core.filter_list import parse_list
from netcurtain.core.matcher import Matcher
from netcurtain.core.request import resource_type

CASES = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "conformance-visible.jsonl"

pytestmark = pytest.mark.skipif(not CASES.exists(), reason="the other engines' cases are not on this computer")

DIFFERENT = {
    "v00100": "||foo means any host that begins so, as the documentation has it; the case wants a whole label",
    "v00368": "the address has no host, so it goes out to nobody",
    "v00900": "a ws: filter is to match an https: address",
    "v01593": "the address is a fragment alone",
    "v01594": "a script filter is to match a request of another type",
}
"""Where ours answers otherwise, and why."""


def test_every_case_but_the_reasoned_ones_agrees() -> None:
    cases = [json.loads(line) for line in CASES.read_text(encoding="utf-8").splitlines()]
    wrong = set()
    for case in cases:
        matcher = Matcher([parse_list("\n".join(case["filters"]), None)])
        decision = matcher.try_out(case["url"], case["page_url"], resource_type(case["type"]))
        if (decision is not None) != case["matched"]:
            wrong.add(case["id"])
    assert len(cases) == 1595
    assert wrong == set(DIFFERENT)
