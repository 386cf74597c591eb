"""Requests of every vendor with what they tell, and their cut versions: for the tests of what may leave in a copy."""

import json
from collections.abc import Iterator
from urllib.parse import urlencode

from tests.core.decoders.vendor_requests import ADDRESSES, BODIES, MORE, PAGE, TITLE

from netcurtain.core import decoders
from netcurtain.core.decoders.payload import Parameters, Payload
from netcurtain.core.domains import without_query_values
from netcurtain.core.event import PageKey
from netcurtain.core.evidence import Redacted
from netcurtain.core.finding import DecodedEvent
from netcurtain.core.page import Page, Visit
from netcurtain.core.quoting import quoted_event
from netcurtain.core.redacting import NOTHING_ELSE, Leave, Own, redact
from netcurtain.core.remembered import Sent, SentBody

BUTTONS = ("Start your report", "Start", "Send")
FILTER = "||tracker.example^"


def own_page() -> Page:
    """A page that says the words which the requests repeat."""
    visit = Visit("b:p1", "quayside-support.example", False)
    page = Page(PageKey("b", "p1"), 1, visit, without_query_values(PAGE), "www.quayside-support.example", TITLE, False, 0.0, True)
    page.add_buttons(BUTTONS)
    page.add_fields(("email", "firstName", "story"))
    return page


def requests() -> Iterator[tuple[str, str, bytes]]:
    """A name, an address and a body."""
    for vendor, (url, fields) in ADDRESSES.items():
        yield vendor, f"{url}?{urlencode(fields)}" if fields else url, b""
    for vendor, (url, body) in BODIES.items():
        yield vendor, url, json.dumps(body).encode()
    for number, (url, more) in enumerate(MORE):
        yield f"more {number}", url, more.encode() if isinstance(more, str) else json.dumps(more).encode()


def sent(url: str, body: bytes = b"", kind: str = "", form: Parameters | None = None) -> Sent:
    whole = SentBody(form, body, kind) if body or form else None
    return Sent(url, "POST" if whole else "GET", "https://www.quayside-support.example", "", whole)


def told(one: Sent, page: Page) -> tuple[DecodedEvent, ...]:
    """What is kept of what it tells."""
    given = (one.body.form, one.body.raw, one.body.kind) if one.body else (None, b"", "")
    events = decoders.decode(Payload(one.address, one.method, *given))
    return tuple(dict.fromkeys(quoted_event(event, event.organisation, page) for event in events))


def own_of(page: Page, line: str = FILTER) -> Own:
    return Own(page.url, page.title, page.fields, line)


def cut(one: Sent, page: Page, leave: Leave = NOTHING_ELSE) -> Redacted:
    return redact(one, told(one, page), own_of(page), leave)
