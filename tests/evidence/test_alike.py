"""Requests that differ in nothing but their moment stand together."""

import pytest
from tests.evidence import samples

from netcurtain.core.consent import Consent
from netcurtain.core.evidence import Redacted
from netcurtain.core.request import Fate
from netcurtain.evidence.alike import alike, consent_at


def test_alike_ones_are_counted_from_the_first_to_the_last() -> None:
    page = samples.page(samples.request("b", samples.T0 + 9), samples.request("a", samples.T0))
    (one,) = alike(page)
    assert (one.first.request, one.count, one.last, one.consent) == ("a", 2, samples.T0 + 9, Consent.BEFORE_CHOICE)


@pytest.mark.parametrize(
    "other",
    [
        samples.request("b", fate=Fate.ATTEMPTED),
        samples.request("b", status=204),
        samples.request("b", filter="||facebook.com^"),
        samples.request("b", initiator=""),
        samples.request("b", events=()),
        samples.request("b", cookies=()),
        samples.request("b", redacted=Redacted("https://www.facebook.com/other", True)),
        samples.request("b", samples.T0 + 20_000),
        samples.request("b", redirected_from="a"),
    ],
    ids=["fate", "status", "filter", "initiator", "told", "cookies", "path", "consent", "redirect"],
)
def test_what_differs_in_anything_else_stands_alone(other: object) -> None:
    assert len(alike(samples.page(samples.request("a"), other))) == 2  # type: ignore[arg-type]


def test_where_nothing_was_seen_of_consent_it_is_not_known() -> None:
    page = samples.page()
    assert consent_at(page, samples.T0 - 700) is None
    assert consent_at(page, samples.T0 + 10_000) is Consent.REFUSED


def test_when_the_last_of_joined_ones_was_is_not_known() -> None:
    (one,) = alike(samples.page(samples.request("a", count=3), samples.request("b", samples.T0 + 9)))
    assert (one.count, one.last) == (4, None)
