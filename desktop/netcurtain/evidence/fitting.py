"""What of very much is left out, so that copy.json and copy.har each stay under 3 MB, as the ICO's form wants: repeats of requests first.

Bytes are counted as they are written. Pure.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from msgspec.structs import replace

from netcurtain.core.evidence import Evidence, EvidencePage, EvidenceRequest
from netcurtain.core.evidence_wording import NOT_ALL_OF_IT
from netcurtain.evidence.alike import keyed
from netcurtain.evidence.data import data, moment_data, page_data, request_data
from netcurtain.evidence.lines import line
from netcurtain.evidence.recording import leads, page_name, recording, request_entry
from netcurtain.evidence.wording import older_pages

MOST_BYTES = 2_900_000
"""Of one file; the ICO's form takes files of 3 MB."""
MOST_PAGES = 500
"""Of one copy, the newest."""

ROOM_FOR_DOCUMENT = 1_000
"""Bytes of a page in the recording, whose own document stands there too."""

_Name = tuple[int, int]
"""Of a request: the numbers of its page and of itself."""


@dataclass(frozen=True, slots=True)
class Lacking:
    """How many requests the files lack that the evidence has: ``alike`` are like others of their page that the files have, ``unlike`` like
    none of these.
    """

    alike: int = 0
    unlike: int = 0


def newest_pages(evidence: Evidence, most: int = MOST_BYTES) -> Evidence:
    """No more pages than anybody can read, and than leave room for their requests; what is left out is said. The newest is always there.

    Where not all fits, what was said of a page is cut, so that this takes no more than half of the room that is left for older ones.
    """
    newest = sorted(evidence.pages, key=lambda one: one.opened, reverse=True)[:MOST_PAGES]
    sizes = [_page_size(page) for page in newest]
    room, older, kept, cut = most // 2, sum(sizes), list[EvidencePage](), False
    for page, size in zip(newest, sizes, strict=True):
        older -= size
        bare = _page_size(replace(page, moments=()))
        most_said = max((room - bare) // 2, room - older - bare)
        fits = page if size - bare <= most_said else _with_fewer_moments(page, most_said)
        needed = _page_size(fits)
        if needed <= room or not kept:
            kept.append(fits)
            cut = cut or len(fits.moments) < len(page.moments)
            room -= needed
    said = [NOT_ALL_OF_IT] * cut
    if missing := len(evidence.pages) - len(kept):
        said.append(older_pages(missing))
    if not said:
        return evidence
    return replace(evidence, pages=tuple(reversed(kept)), not_seen=tuple(dict.fromkeys((*evidence.not_seen, *said))))


def fitted(evidence: Evidence, most: int = MOST_BYTES) -> Evidence:
    """What fits in ``most`` bytes a file. The first of each kind of request comes before any repeat; a page counts what it lacks."""
    bare = replace(evidence, pages=tuple(_with(page, number, set()) for number, page in enumerate(evidence.pages)))
    room = most - max(len(data(bare)), len(recording(bare)))
    led = [leads(page) for page in evidence.pages]
    kept: set[_Name] = set()
    for name, page, request in _by_worth(evidence):
        size = _size(request, page, name[0], led[name[0]].get(request.request, ""))
        if size <= room:
            kept.add(name)
            room -= size
    return replace(evidence, pages=tuple(_with(page, number, kept) for number, page in enumerate(evidence.pages)))


def lacking(evidence: Evidence, fits: Evidence) -> Lacking:
    """What ``fitted`` left out."""
    alike = unlike = 0
    for page, shorter in zip(evidence.pages, fits.pages, strict=True):
        there = {id(request) for request in shorter.requests}
        kinds = [(key, id(request) in there) for request, key in keyed(page)]
        known = {key for key, is_there in kinds if is_there}
        missing = [key in known for key, is_there in kinds if not is_there]
        alike += sum(missing)
        unlike += len(missing) - sum(missing)
    return Lacking(alike, unlike)


def _by_worth(evidence: Evidence) -> Iterator[tuple[_Name, EvidencePage, EvidenceRequest]]:
    """Firsts before repeats, of these what told something first, and no page's before all of another's."""
    ordered = []
    for number, page in enumerate(evidence.pages):
        seen = set()
        rank: Counter[tuple[bool, bool]] = Counter()
        for at, (request, key) in enumerate(keyed(page)):
            worth = (key in seen, not (request.events or request.sentences))
            seen.add(key)
            rank[worth] += 1
            ordered.append(((*worth, rank[worth]), ((number, at), page, request)))
    return (one for _, one in sorted(ordered, key=lambda one: one[0]))


def _page_size(page: EvidencePage) -> int:
    """Bytes of a page without its requests, in the larger of the two files."""
    return len(line(page_data(replace(page, requests=()), None))) + ROOM_FOR_DOCUMENT


def _with_fewer_moments(page: EvidencePage, most: int) -> EvidencePage:
    """The first that was said of it, as much as fits in ``most`` bytes."""
    ends = accumulate(len(line(moment_data(one, None))) for one in page.moments)
    return replace(page, moments=tuple(one for one, end in zip(page.moments, ends, strict=True) if end <= most))


def _size(request: EvidenceRequest, page: EvidencePage, number: int, led_to: str) -> int:
    """Bytes in the larger of the two files, with the comma after it."""
    entry = request_entry(request, page_name(number + 1), led_to) or {}
    return max(len(line(made)) for made in (request_data(request, page, None), entry)) + 1


def _with(page: EvidencePage, number: int, kept: set[_Name]) -> EvidencePage:
    requests = tuple(request for at, request in enumerate(page.requests) if (number, at) in kept)
    return replace(page, requests=requests, left_out=page.left_out + len(page.requests) - len(requests))
