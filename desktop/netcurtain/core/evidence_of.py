"""A copy's facts from pages that are open: every flagged request with what it told, and what it was, cut to what may be quoted. Pure.

    pages -> their flagged requests, oldest first -> core/redacting.py -> Evidence

The person's choices, what they typed, and anything else that no fact says have no place in it.
"""

from collections.abc import Iterator, Sequence

from netcurtain.core import evidence_wording, filing, wording
from netcurtain.core.evidence import STOPPED, ConsentMoment, Evidence, EvidenceMoment, EvidencePage, EvidenceRequest, Source
from netcurtain.core.evidence_leaving import leaving
from netcurtain.core.flagged import Flagged
from netcurtain.core.level import FormLevel
from netcurtain.core.page import Page
from netcurtain.core.redacting import Own, origin_of, redact
from netcurtain.core.request import Fate
from netcurtain.core.short_names import page_name
from netcurtain.core.third_person import of_somebody

MAX_REQUESTS = 1000
"""Flagged requests of one copy. Of more, those that told nothing are left out first, then the newest, whatever their page."""

_METHODS = frozenset({"GET", "POST", "HEAD", "PUT", "PATCH", "DELETE", "OPTIONS"})
"""A page can make up any other, so no other is told."""


def evidence_of(pages: Sequence[Page], now: float) -> Evidence:
    """What a copy says of these pages, which are all of one site; ``now`` is when it is put together, in milliseconds since 1970."""
    ordered = sorted(pages, key=lambda page: page.started)
    chosen = _chosen(ordered)
    made = [_page(page, of_it) for page, of_it in zip(ordered, chosen, strict=True)]
    return leaving(Evidence(ordered[0].site, now, tuple(made), tuple(_not_seen(ordered, made))))


def _page(page: Page, chosen: Sequence[Flagged]) -> EvidencePage:
    own = {line: Own(page.url, page.title, page.fields, line) for line in {flagged.filter for flagged in chosen}}
    requests = tuple(_request(page, flagged, own[flagged.filter]) for flagged in chosen)
    seen = sum(company.requests for company in page.companies.values())
    return EvidencePage(
        page=page_name(filing.name_of(page)).hex(),
        address=page.url,
        title=page.title,
        opened=page.started,
        source=Source.OPEN,
        from_start=page.from_start,
        form_level=_form_level(page),
        consents=tuple(ConsentMoment(time, consent) for time, consent in page.consents),
        submissions=tuple(page.submitted),
        requests=requests,
        left_out=max(0, seen - sum(one.count for one in requests)),
        stopped=sum(one.count for one in page.flagged.values() if one.fate in STOPPED),
        moments=tuple(_moments(chosen)),
        circumstances=page.circumstances,
        server_clock=page.server_clock,
    )


def _form_level(page: Page) -> FormLevel:
    """As the forms were judged: what the person says of them has no place in a copy."""
    return form.judgement.level if (form := page.main_form()) else FormLevel.NO


def _chosen(pages: Sequence[Page]) -> list[list[Flagged]]:
    """Of each page those that a copy has room for, oldest first."""
    every = [(number, flagged) for number, page in enumerate(pages) for flagged in page.flagged.values()]
    telling_first = sorted(every, key=lambda one: (not one[1].told, one[1].time))[:MAX_REQUESTS]
    oldest_first = sorted(telling_first, key=lambda one: one[1].time)
    return [[flagged for of, flagged in oldest_first if of == number] for number in range(len(pages))]


def _request(page: Page, flagged: Flagged, own: Own) -> EvidenceRequest:
    sent = page.remembered.get(flagged.request)
    method = sent.method.upper() if sent and sent.method.upper() in _METHODS else ""
    return EvidenceRequest(
        request=flagged.request,
        time=flagged.time,
        host=flagged.host,
        organisation=flagged.organisation,
        filter=flagged.filter,
        filter_list=flagged.filter_list,
        flagged_by=flagged.flagged_by,
        fate=Fate.STOPPED_BY_ANOTHER if flagged.fate in STOPPED else flagged.fate,
        status=flagged.status,
        method=method,
        type=flagged.type,
        initiator=origin_of(sent.initiator) if sent else "",
        redirected_from=sent.redirected_from if sent and sent.redirected_from in page.flagged else "",
        count=flagged.count,
        events=flagged.read,
        cookies=flagged.cookies,
        typed=flagged.typed,
        sentences=tuple(map(of_somebody, flagged.said)),
        redacted=redact(sent, flagged.read, own) if sent else None,
    )


def _moments(flagged: Sequence[Flagged]) -> list[EvidenceMoment]:
    """What was said of the page's requests, each sentence once, at its first time; of a company without any, that it was contacted, at the
    time of the first request that went out, or where none did, that the page tried to.
    """
    said: dict[str, float] = {}
    for one in flagged:
        for sentence in one.said:
            said.setdefault(of_somebody(sentence), one.time)
    told = {one.organisation for one in flagged if one.said}
    for one in sorted(flagged, key=lambda one: not one.fate.went_out):
        if one.organisation not in told:
            told.add(one.organisation)
            said.setdefault(wording.contacted(one.organisation, one.fate.went_out), one.time)
    return sorted((EvidenceMoment(time, sentence) for sentence, time in said.items()), key=lambda moment: moment.time)


def _not_seen(pages: Sequence[Page], made: Sequence[EvidencePage]) -> Iterator[str]:
    if not any(page.companies for page in pages):
        yield wording.NOTHING_SEEN
    if not all(page.from_start for page in pages):
        yield evidence_wording.MISSED_A_START
    if any(page.left_out for page in made):
        yield evidence_wording.NOT_ALL_OF_IT
    if any(page.remembered.let_go for page in pages):
        yield evidence_wording.NOT_WHOLE
    if any(page.companies for page in pages):
        yield evidence_wording.ELSEWHERE
