"""Open pages and what is kept of those that were left make one copy."""

import pytest
from tests.evidence import samples

from netcurtain.core import wording
from netcurtain.core.evidence import Evidence, EvidenceRequest, Source
from netcurtain.evidence.together import together

OPENED = samples.evidence(samples.page(samples.request()), not_seen=("a",))
KEPT = samples.evidence(
    samples.page(samples.request(redacted=None)),
    samples.page(samples.request(redacted=None), page="before", opened=samples.T0 - 5_000),
    source=Source.KEPT,
    not_seen=("b", "a"),
)


def both(opened: Evidence, kept: Evidence) -> Evidence:
    made = together(opened, kept)
    assert made is not None
    return made


def test_an_open_page_is_told_by_what_is_open() -> None:
    made = both(OPENED, KEPT)
    assert [(page.page, page.source) for page in made.pages] == [("before", Source.KEPT), ("p1", Source.OPEN)]
    assert made.pages[1].requests[0].redacted is not None
    assert (made.sources, made.not_seen) == (frozenset(Source), ("a", "b"))


def test_a_page_that_came_up_at_the_same_moment_in_another_tab_stays() -> None:
    beside = samples.evidence(samples.page(page="beside", opened=OPENED.pages[0].opened), source=Source.KEPT)
    assert {page.page for page in both(OPENED, beside).pages} == {"p1", "beside"}


@pytest.mark.parametrize("requests", [(), (samples.request(redacted=None),)], ids=["none", "one"])
def test_that_nothing_was_seen_is_said_only_where_neither_saw_anything(requests: tuple[EvidenceRequest, ...]) -> None:
    opened = samples.evidence(samples.page(), not_seen=(wording.NOTHING_SEEN,))
    kept = samples.evidence(samples.page(*requests, page="before"), source=Source.KEPT)
    assert (wording.NOTHING_SEEN in both(opened, kept).not_seen) == (not requests)


def test_what_was_stopped_is_counted_page_by_page() -> None:
    kept = samples.evidence(samples.page(page="before", stopped=2), source=Source.KEPT)
    assert [page.stopped for page in both(OPENED, kept).pages] == [2, 3]


def test_either_alone_is_as_it_is() -> None:
    assert together(OPENED, None) is OPENED
    assert together(None, KEPT) is KEPT
    assert together(None, None) is None
