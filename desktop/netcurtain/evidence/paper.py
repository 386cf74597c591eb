"""What the PDF says, block by block: page 1 for who reads nothing else, then page by page, then each kind of request. Pure."""

from collections.abc import Iterator, Mapping, Sequence

from netcurtain import __version__
from netcurtain.core.evidence import Evidence, Source
from netcurtain.core.saved_copy import CopyKind
from netcurtain.core.wording import company_first
from netcurtain.evidence import times, wording
from netcurtain.evidence.alike import alike
from netcurtain.evidence.blocks import Block, Bullets, Cell, Code, Heading, Lead, PageBreak, Paper, Rows, Table, Text
from netcurtain.evidence.fitting import Lacking
from netcurtain.evidence.limits import at_most, lines_of, shortened
from netcurtain.evidence.page_blocks import page_blocks
from netcurtain.evidence.record_blocks import Record, record_blocks
from netcurtain.evidence.times import Zone

MOST_LINES = 4_000
"""Of the pages, and again of the requests in detail: a PDF of so many stays under 3 MB and is drawn in seconds."""
MOST_PAGES = 60
"""That are printed; a record's number does not depend on it."""
MOST_RECORDS = 150
MOST_COMPANIES = 14
"""In the table of page 1, which is one page."""
MOST_HOSTS = 8
"""That the steps to repeat it name."""
MOST_GAPS = 30
MOST_LISTS = 6
MOST_CLOCKS = 3
MOST_PROGRAMS = 3
NOTHING = Lacking()

_Row = tuple[str, tuple[Cell, ...]]


def paper(
    evidence: Evidence,
    hashes: Mapping[str, str],
    kind: CopyKind,
    *,
    name: str = "",
    lacking: Lacking = NOTHING,
    lines: int = MOST_LINES,
    zone: Zone = None,
) -> Paper:
    """The PDF of a copy. ``hashes`` are those of the files beside or in it; ``name`` is who gives it, ``lacking`` the requests that those
    files lack and the PDF counts. ``lines`` are about as many as each of its two long parts may have.
    """
    made = f"{times.day(evidence.made)}, {times.clock(evidence.made)}"
    records = _records(evidence)
    blocks = [
        *_first_page(evidence, hashes, kind, name, lacking, zone),
        *_page_by_page(evidence, records, lines, zone),
        *_details(records, lines, zone, lacking),
        *_repeat(evidence),
        *_not_seen(evidence, zone),
        *_about(kind),
    ]
    return Paper(
        wording.LANGUAGE, wording.COPY_TITLE.format(site=evidence.site), wording.FOOTER.format(when=made), wording.PAGE_OF, tuple(blocks)
    )


def source_sentence(evidence: Evidence) -> str:
    """From which facts a copy is made, and that they are not all."""
    made_from = wording.FROM[evidence.sources]
    return f"{made_from} {wording.NOT_EACH}" if any(page.left_out for page in evidence.pages) else made_from


def _records(evidence: Evidence) -> tuple[Record, ...]:
    kinds = ((page, of, at, kind) for of, page in enumerate(evidence.pages, 1) for at, kind in enumerate(alike(page), 1))
    return tuple(Record(number, of, at, page, kind) for number, (page, of, at, kind) in enumerate(kinds, 1))


def _first_page(evidence: Evidence, hashes: Mapping[str, str], kind: CopyKind, name: str, lacking: Lacking, zone: Zone) -> Iterator[Block]:
    if evidence.pages:
        yield Lead((wording.ABOUT_SEEN.format(site=evidence.site), source_sentence(evidence)))
    else:
        yield Lead((wording.NO_PAGES,))
    yield Rows(tuple(_circumstances(evidence, name, zone)))
    yield Heading(wording.IN_SHORT)
    rows = _in_short(evidence)
    if rows:
        head = (wording.COMPANY, wording.WENT_OUT, wording.TRIED, wording.FIRST_SEEN)
        yield Table(head, tuple(rows[:MOST_COMPANIES]), (6, 2, 2, 5))
    else:
        yield Text(wording.NOBODY)
    if len(rows) > MOST_COMPANIES:
        yield Text(wording.MORE_COMPANIES_LEFT_OUT if lacking.unlike else wording.MORE_COMPANIES)
    if rows and Source.KEPT in evidence.sources:
        yield Text(wording.COUNTED_ONCE)
    yield Heading(wording.CHECKING)
    if hashes:
        yield Rows(tuple((file, (Code(hashed),)) for file, hashed in hashes.items()))
    yield Text(wording.HOW_TO_CHECK_PDF if kind is CopyKind.SOLICITOR else wording.HOW_TO_CHECK_ZIP)
    if lacking.alike:
        yield Text(wording.LEFT_OUT_OF_FILES.format(count=lacking.alike))
    if lacking.unlike:
        yield Text(wording.LEFT_OUT_UNLIKE.format(count=lacking.unlike))
    yield Text(wording.DELETIONS)


def _circumstances(evidence: Evidence, name: str, zone: Zone) -> Iterator[_Row]:
    pages = evidence.pages
    yield wording.SITE, (evidence.site,)
    if name:
        yield wording.GIVEN_BY, (name,)
    if pages:
        moments = [time for page in pages for time in (page.opened, *(one.time for one in page.requests)) if time]
        since, until = (times.in_full(time, zone) for time in (min(moments), max(moments))) if moments else (wording.NOT_KNOWN,) * 2
        yield wording.SEEN, (f"{wording.pages(len(pages))}, {wording.from_until(since, until)}",)
    yield wording.MADE, (times.in_full(evidence.made, zone),)
    clocks = {page.server_clock.host: page.server_clock for page in pages if page.server_clock}
    clock_lines = [wording.server_clock(round(one.offset / 1000), one.host) for one in clocks.values()]
    yield wording.SERVER_CLOCK, at_most(clock_lines, MOST_CLOCKS) or (wording.NOT_KNOWN,)
    lists = dict.fromkeys(times.spoken_anew(one) for page in pages for one in page.circumstances.lists)
    yield wording.LISTS, at_most(tuple(lists), MOST_LISTS) or (wording.NO_LIST_BY_NAME,)
    with_what = (page.circumstances for page in pages)
    programs = dict.fromkeys(wording.programs(one.app or __version__, one.extension, one.browser) for one in with_what)
    yield wording.PROGRAMS, at_most(tuple(programs), MOST_PROGRAMS) or (wording.programs(__version__, "", ""),)


def _in_short(evidence: Evidence) -> list[tuple[Cell, ...]]:
    sent: dict[str, int] = {}
    tried: dict[str, int] = {}
    first: dict[str, float] = {}
    for page in evidence.pages:
        for one in page.requests:
            counted, other = (sent, tried) if one.fate.went_out else (tried, sent)
            counted[one.organisation] = counted.get(one.organisation, 0) + one.count
            other.setdefault(one.organisation, 0)
            first[one.organisation] = min(first.get(one.organisation, one.time), one.time)
    return [
        (company_first(company), str(sent[company]), str(tried[company]), f"{times.day(time)}, {times.clock(time)}")
        for company, time in sorted(first.items(), key=lambda one: (-sent[one[0]], one[1]))
    ]


def _page_by_page(evidence: Evidence, records: Sequence[Record], lines: int, zone: Zone) -> Iterator[Block]:
    yield PageBreak()
    yield Heading(wording.TOLD_TITLE)
    yield Text(wording.TOLD_LEAD.format(example="R1"))
    by_page: dict[int, list[Record]] = {}
    for record in records:
        by_page.setdefault(id(record.page), []).append(record)
    printed = evidence.pages[:MOST_PAGES]
    for number, page in enumerate(printed, 1):
        yield from shortened(page_blocks(number, page, by_page.get(id(page), ()), zone), lines // len(printed))
    if len(evidence.pages) > MOST_PAGES:
        yield Text(wording.MORE_PAGES)


def _details(records: Sequence[Record], lines: int, zone: Zone, lacking: Lacking) -> Iterator[Block]:
    if not records:
        return
    yield PageBreak()
    yield Heading(wording.DETAILS_TITLE)
    yield Text(wording.DETAILS_LEAD)
    printed: dict[int, tuple[Block, ...]] = {}
    for record in sorted(records, key=_worth)[:MOST_RECORDS]:
        blocks = record_blocks(record, zone)
        lines -= sum(map(lines_of, blocks))
        if lines >= 0:
            printed[record.number] = blocks
    before = 0
    for record in records:
        if record.number in printed:
            if before != record.page_number:
                yield Heading(wording.page(record.page_number), 2)
                before = record.page_number
            yield from printed[record.number]
    if len(printed) < len(records):
        yield Text(wording.MORE_DETAILS_LEFT_OUT if lacking.unlike else wording.MORE_DETAILS)


def _worth(record: Record) -> tuple[bool, int]:
    """What told something first, and no page's before all of another's."""
    return not (record.alike.first.events or record.alike.first.sentences), record.number_on_page


def _repeat(evidence: Evidence) -> Iterator[Block]:
    hosts = list(dict.fromkeys(one.host for page in evidence.pages for one in page.requests))
    if not hosts:
        return
    yield PageBreak()
    yield Heading(wording.REPEAT_TITLE)
    address = next(page.address for page in evidence.pages if page.requests)
    named = ", ".join(hosts[:MOST_HOSTS])
    yield Bullets(tuple(step.format(address=address, hosts=named) for step in wording.REPEAT), numbered=True)
    if len(hosts) > MOST_HOSTS:
        yield Text(wording.MORE)
    yield Text(wording.REPEAT_DIFFERS)


def _not_seen(evidence: Evidence, zone: Zone) -> Iterator[Block]:
    yield Heading(wording.NOT_SEEN_TITLE)
    missing = [
        wording.LEFT_OUT_PAGE.format(number=number, count=page.left_out) for number, page in enumerate(evidence.pages, 1) if page.left_out
    ]
    yield Bullets(
        (*wording.NOT_SEEN, *evidence.not_seen, wording.stopped(sum(page.stopped for page in evidence.pages)), *at_most(missing, MOST_GAPS))
    )
    yield Heading(wording.GAPS_TITLE, 2)
    gaps = [wording.GAP.format(since=times.in_full(since, zone), until=times.in_full(until, zone)) for since, until in evidence.gaps]
    yield Bullets(at_most(gaps, MOST_GAPS)) if gaps else Text(wording.NO_GAPS)


def _about(kind: CopyKind) -> Iterator[Block]:
    yield Heading(wording.ABOUT_TITLE)
    said = (wording.NEVER, wording.TIMES, wording.DELETIONS)
    yield Bullets((*said, wording.FOR_ORGANISATION) if kind is CopyKind.ORGANISATION else said)
