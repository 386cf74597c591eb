"""What of very much is left out of copy.json and copy.har: repeats first, so that each stays under 3 MB, as the ICO's form wants. Pure."""

from collections import Counter
from collections.abc import Iterator

import msgspec
from msgspec.structs import replace

from netcurtain.core.evidence import Evidence, EvidencePage, EvidenceRequest
from netcurtain.evidence.alike import keyed
from netcurtain.evidence.data import page_data, request_data
from netcurtain.evidence.recording import request_entry
from netcurtain.evidence.wording import older_pages

MOST_BYTES = 2_900_000
"""Of one file; the ICO's form takes files of 3 MB."""
MOST_PAGES = 500
"""Of one copy, the newest."""

ROOM_FOR_DOCUMENT = 1_000
"""Bytes of a page in the recording, whose own document stands there too."""

_Name = tuple[int, int]
"""Of a request: the numbers of its page and of itself."""


def newest_pages(evidence: Evidence, most: int = MOST_BYTES) -> Evidence:
    """No more pages than anybody can read, and than leave room for their requests; that there were more is said."""
    room, newest = most // 2, []
    for page in sorted(evidence.pages, key=lambda one: one.opened, reverse=True)[:MOST_PAGES]:
        room -= _page_size(page)
        if room < 0:
            break
        newest.append(page)
    if missing := len(evidence.pages) - len(newest):
        return replace(evidence, pages=tuple(reversed(newest)), not_seen=(*evidence.not_seen, older_pages(missing)))
    return evidence


def fitted(evidence: Evidence, most: int = MOST_BYTES) -> Evidence:
    """What fits in ``most`` bytes a file. The first of each kind of request comes before any repeat; a page counts what it lacks."""
    room = most - sum(map(_page_size, evidence.pages))
    kept: set[_Name] = set()
    for name, page, request in _by_worth(evidence):
        size = _size(request, page)
        if size <= room:
            kept.add(name)
            room -= size
    return replace(evidence, pages=tuple(_with(page, number, kept) for number, page in enumerate(evidence.pages)))


def lacking(evidence: Evidence) -> int:
    """How many requests the pages lack."""
    return sum(page.left_out for page in evidence.pages)


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
    return len(msgspec.json.encode(page_data(replace(page, requests=()), None))) + ROOM_FOR_DOCUMENT


def _size(request: EvidenceRequest, page: EvidencePage) -> int:
    """Bytes in the larger of the two files."""
    return max(len(msgspec.json.encode(made)) for made in (request_data(request, page, None), request_entry(request) or {})) + 16


def _with(page: EvidencePage, number: int, kept: set[_Name]) -> EvidencePage:
    requests = tuple(request for at, request in enumerate(page.requests) if (number, at) in kept)
    return replace(page, requests=requests, left_out=page.left_out + len(page.requests) - len(requests))
