"""Requests of a page that differ in nothing but their moment, taken together, so that a long visit stays readable. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass

from netcurtain.core.consent import Consent
from netcurtain.core.domains import without_query
from netcurtain.core.evidence import EvidencePage, EvidenceRequest

_Key = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Alike:
    """One kind of request: its first one, how many there were, when the last one was, and how the question about cookies stood.

    ``last`` is None where that is not known: of requests that were joined only the first has a time. ``redirected_from`` is the host that
    led here; "" where none did.
    """

    first: EvidenceRequest
    count: int
    last: float | None
    consent: Consent | None
    redirected_from: str


def consent_at(page: EvidencePage, time: float) -> Consent | None:
    """How a page's question about cookies stood at a moment; None where that is not known."""
    before = [one for one in page.consents if one.time <= time]
    return max(before, key=lambda one: one.time).consent if before else None


def alike(page: EvidencePage) -> tuple[Alike, ...]:
    """The kinds of request of a page, by when each was first seen."""
    groups: dict[_Key, list[EvidenceRequest]] = {}
    for request, key in keyed(page):
        groups.setdefault(key, []).append(request)
    hosts = {request.request: request.host for request in page.requests}
    made = (_together(page, hosts, requests) for requests in groups.values())
    return tuple(sorted(made, key=lambda one: one.first.time))


def keyed(page: EvidencePage) -> Iterator[tuple[EvidenceRequest, _Key]]:
    """Each request, with what it has in common with those of its kind."""
    hosts = {request.request: request.host for request in page.requests}
    for one in page.requests:
        address = without_query(one.redacted.url) if one.redacted else ""
        how = (one.flagged_by, one.fate, one.status, one.method, one.type, one.initiator, hosts.get(one.redirected_from, ""))
        told = (one.events, one.cookies, one.typed, one.sentences, consent_at(page, one.time))
        yield one, (one.organisation, one.host, address, one.filter, one.filter_list, *how, *told)


def _together(page: EvidencePage, hosts: dict[str, str], requests: list[EvidenceRequest]) -> Alike:
    first = min(requests, key=lambda one: one.time)
    return Alike(
        first=first,
        count=sum(one.count for one in requests),
        last=None if any(one.count > 1 for one in requests) else max(one.time for one in requests),
        consent=consent_at(page, first.time),
        redirected_from=hosts.get(first.redirected_from, ""),
    )
