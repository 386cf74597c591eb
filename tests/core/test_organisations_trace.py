"""Recorded requests of real pages, where they are: most of those that EasyPrivacy knows carry a company's name."""

from pathlib import Path

import pytest
from tests.core.scenes import organisations

from netcurtain.core.domains import host_of
from netcurtain.core.filter_list import parse_list
from netcurtain.core.matcher import Match, Matcher
from netcurtain.core.request import resource_type

DATA = Path(__file__).resolve().parents[2].parent / "shared" / "data"
LIST = DATA / "easyprivacy.txt"
TRACE = DATA / "trace-visible.tsv"

LEAST_NAMED = 0.7
"""The share of matching requests that carry a named company."""

pytestmark = pytest.mark.skipif(not (LIST.exists() and TRACE.exists()), reason="the list or the recorded requests are not on this computer")


def test_most_matching_requests_carry_a_named_company() -> None:
    matcher = Matcher([parse_list(LIST.read_text(encoding="utf-8"), LIST.name)])
    companies = organisations()
    matching = named = 0
    for line in TRACE.read_text(encoding="utf-8").splitlines()[1:]:
        url, page_url, kind, *_ = line.split("\t")
        if isinstance(matcher.decide(url, page_url, resource_type(kind)), Match):
            matching += 1
            named += companies.of(host_of(url), url) is not None
    print(f"{named} of {matching} matching requests carry a named company: {named / matching:.1%}; {len(companies.all)} rows")
    assert matching > 1000
    assert named / matching >= LEAST_NAMED
