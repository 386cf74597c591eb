"""One page: when it was opened, how its question about cookies stood, and company by company what went to whom. Pure."""

from collections.abc import Iterator, Sequence

from netcurtain.core.evidence import EvidencePage
from netcurtain.core.level import FormLevel
from netcurtain.core.third_person import of_somebody
from netcurtain.core.told_wording import event_sentence
from netcurtain.core.wording import company_first
from netcurtain.evidence import times, wording
from netcurtain.evidence.blocks import Block, Bullets, Cell, Code, Heading, Rows, Text
from netcurtain.evidence.limits import at_most
from netcurtain.evidence.record_blocks import Record, listed
from netcurtain.evidence.times import Zone

MOST_MOMENTS = 60
MOST_SENTENCES = 12
"""Of one company on one page."""
MOST_CLAIMS = 12
MOST_NUMBERS = 12
MOST_SUBMISSIONS = 20
MOST_CONSENTS = 20

_Row = tuple[str, tuple[Cell, ...]]


def page_blocks(number: int, page: EvidencePage, records: Sequence[Record], zone: Zone) -> Iterator[Block]:
    """A page with all that was seen on it."""
    yield Heading(wording.page(number, page.title), 2)
    yield Rows(tuple(page_rows(page, zone)))
    companies: dict[str, list[Record]] = {}
    for record in records:
        companies.setdefault(record.alike.first.organisation, []).append(record)
    if not companies:
        yield Text(wording.NOBODY_HERE)
    for company, its in companies.items():
        yield Heading(company_first(company), 3)
        yield from _company(its)
    said = {sentence for record in records for sentence in _sentences(record)}
    if moments := [f"{times.clock_beside(one.time, page.opened)} UTC: {one.sentence}" for one in page.moments if one.sentence not in said]:
        yield Heading(wording.MOMENTS, 3)
        yield Bullets(at_most(moments, MOST_MOMENTS))


def page_rows(page: EvidencePage, zone: Zone) -> Iterator[_Row]:
    """When it was opened, from what it is told, and how it stood."""
    yield wording.ADDRESS, (Code(page.address),)
    yield wording.OPENED, (times.in_full(page.opened, zone),)
    yield wording.KNOWN_FROM, (wording.SOURCES[page.source],)
    if page.consents:
        said = [f"{times.clock_beside(one.time, page.opened)} UTC: {wording.CONSENTS[one.consent]}" for one in page.consents]
        yield wording.COOKIES, at_most(said, MOST_CONSENTS)
    else:
        yield wording.COOKIES, (wording.COOKIES_UNKNOWN,)
    if page.form_level is not FormLevel.NO:
        yield wording.FORM, (wording.FORMS[page.form_level],)
    if page.submissions:
        yield wording.FORM_SENT, at_most([times.in_full(time, zone) for time in page.submissions], MOST_SUBMISSIONS)
    if not page.from_start:
        yield wording.WATCHED, (wording.NOT_FROM_START,)


def _company(records: Sequence[Record]) -> Iterator[Block]:
    """Each claim once, with how often, then what was in the requests."""
    claims: dict[tuple[object, ...], list[Record]] = {}
    for record in records:
        first = record.alike.first
        listing = listed(first, record.page)
        claims.setdefault((first.host, first.fate.went_out, listing, record.alike.consent), []).append(record)
    for its in list(claims.values())[:MOST_CLAIMS]:
        yield Text(_claim(its))
    if len(claims) > MOST_CLAIMS:
        yield Text(wording.MORE)
    said = dict.fromkeys(sentence for record in records for sentence in _sentences(record))
    if said:
        yield Bullets(at_most(tuple(said), MOST_SENTENCES))


def _claim(records: Sequence[Record]) -> str:
    first = records[0].alike.first
    day, clock = times.day(first.time), times.clock(first.time)
    parts = [wording.claim(day, clock, first.host, listed(first, records[0].page), went_out=first.fate.went_out)]
    more = sum(record.alike.count for record in records) - 1
    if more:
        lasts = [record.alike.last for record in records if record.alike.last is not None]
        whole = len(lasts) == len(records)
        parts.append(wording.repeated(more, times.clock_beside(max(lasts), first.time) if whole else ""))
    if records[0].page.consents:
        parts.append(wording.consent_then(records[0].alike.consent))
    names = [record.name for record in records]
    parts.append(wording.see(", ".join(names[:MOST_NUMBERS])))
    if len(names) > MOST_NUMBERS:
        parts.append(wording.MORE)
    return " ".join(parts)


def _sentences(record: Record) -> tuple[str, ...]:
    first = record.alike.first
    return first.sentences or tuple(of_somebody(event_sentence(event, first.fate.went_out)) for event in first.events)
