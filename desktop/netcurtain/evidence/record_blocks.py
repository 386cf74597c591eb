"""One kind of request in detail: what the browser did, which filter says so, and what was in it. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass

from netcurtain.core.evidence import EvidencePage, EvidenceRequest
from netcurtain.core.finding import DecodedField, FlaggedBy, Identity, Typed, What
from netcurtain.core.third_person import of_somebody
from netcurtain.core.told_wording import identity_words, typed_words
from netcurtain.evidence import times, wording
from netcurtain.evidence.alike import Alike
from netcurtain.evidence.blocks import Block, Cell, Code, Heading, Rows
from netcurtain.evidence.limits import at_most
from netcurtain.evidence.times import Zone

MOST_BODY = 600
"""Characters of a body that are printed."""
MOST_ADDRESS = 1_200
MOST_FACTS = 40

MOST_TOGETHER = 24
"""Lines of a record that is kept on one page, where none of them is long."""
LONG = 400

_Row = tuple[str, tuple[Cell, ...]]


@dataclass(frozen=True, slots=True)
class Record:
    """A kind of request and its numbers: in the copy, of its page, and on that page."""

    number: int
    page_number: int
    number_on_page: int
    page: EvidencePage
    alike: Alike

    @property
    def name(self) -> str:
        """As other places name it."""
        return f"R{self.number}"


def record_blocks(record: Record, zone: Zone) -> tuple[Block, ...]:
    """All that is known of it."""
    rows = tuple(_rows(record, zone))
    fits = sum(len(cells) for _, cells in rows) <= MOST_TOGETHER and not any(_is_long(cell) for _, cells in rows for cell in cells)
    return Heading(f"{record.name}. {record.alike.first.host}", 3), Rows(rows, together=fits)


def listed(request: EvidenceRequest, page: EvidencePage) -> str:
    """As what a request's host is listed, and where."""
    company = "" if request.organisation == request.host or request.host.endswith(f".{request.organisation}") else request.organisation
    return wording.listed_as(company, spoken_list(request.filter_list, page) if request.filter else "", page.circumstances.app)


def spoken_list(name: str, page: EvidencePage) -> str:
    """A list's name with its date, as the page names it: EasyPrivacy, 13 August 2026."""
    spoken = next((one for one in page.circumstances.lists if one == name or one.startswith(f"{name} of ")), name)
    return times.spoken_anew(spoken.replace(f"{name} of ", f"{name}, ", 1))


def _rows(record: Record, zone: Zone) -> Iterator[_Row]:
    kind = record.alike
    first = kind.first
    yield wording.COMPANY, (first.organisation,)
    yield wording.WHEN, _when(kind, zone)
    if kind.count > 1:
        yield wording.HOW_MANY, (wording.requests(kind.count),)
    if how := " ".join(filter(None, (first.method, first.type.replace("_", " ")))):
        yield wording.HOW, (how,)
    if first.initiator:
        yield wording.ASKED_BY, (Code(first.initiator),)
    if kind.redirected_from:
        yield wording.REDIRECTED, (Code(kind.redirected_from),)
    status = wording.WITH_STATUS.format(status=first.status) if first.status else ""
    yield wording.BECAME, (" ".join(filter(None, (wording.FATES[first.fate], status))),)
    yield wording.COOKIES, (wording.CONSENTS[kind.consent] if kind.consent else wording.NOT_KNOWN,)
    if first.filter:
        yield wording.FILTER, (Code(first.filter),)
        yield wording.FILTER_LIST, (spoken_list(first.filter_list, record.page),)
    else:
        yield wording.FILTER, (wording.BY_TYPED if first.flagged_by is FlaggedBy.TYPED else wording.BY_VENDOR,)
    yield from _in_it(first)
    yield from _redacted(first)


def _when(kind: Alike, zone: Zone) -> tuple[Cell, ...]:
    since = times.in_full(kind.first.time, zone)
    return (since,) if kind.last is None or kind.last <= kind.first.time else (wording.from_until(since, times.in_full(kind.last, zone)),)


def _in_it(request: EvidenceRequest) -> Iterator[_Row]:
    facts = list(dict.fromkeys(fact for event in request.events for fact in event.told))
    tags = [fact.text.removeprefix("tag ") for fact in facts if _is_tag(fact)]
    told = [*(fact for fact in facts if not _is_tag(fact)), *request.typed]
    if told:
        yield wording.TOLD, at_most([_fact(fact) for fact in told], MOST_FACTS)
    if tags:
        yield wording.TAGS, (", ".join(tags),)
    if request.cookies:
        yield wording.COOKIES_SENT, (", ".join(fact.text for fact in request.cookies),)


def _is_tag(fact: DecodedField) -> bool:
    return fact.what is What.OTHER and fact.text.startswith("tag ")


def _fact(fact: DecodedField) -> str:
    match fact.value:
        case Identity():
            value = identity_words(fact.value)
        case Typed():
            value = of_somebody(typed_words(fact.value))
        case _:
            value = fact.text
    return wording.fact(wording.FACTS[fact.what], value, fact.parameter)


def _redacted(request: EvidenceRequest) -> Iterator[_Row]:
    cut = request.redacted
    if cut is None:
        return
    short = _short(cut.url, MOST_ADDRESS)
    yield wording.CUT_ADDRESS, (Code(short), wording.MORE) if short != cut.url else (Code(short),)
    if cut.body:
        short = _short(cut.body, MOST_BODY)
        yield wording.CUT_BODY, (Code(short), wording.BODY_CUT_SHORT) if short != cut.body else (Code(short),)
    if not cut.same:
        yield "", (wording.READS_DIFFERENT,)


def _is_long(cell: Cell) -> bool:
    return len(cell.code if isinstance(cell, Code) else cell) > LONG


def _short(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}\u2026"
