"""What leaves of a request: its address and body with every value cut that is not among the facts that may be quoted. Pure.

    Sent + its kept facts -> redacting_cutter.py -> read again by the decoders -> does it tell the same facts? -> Redacted

It is an allow-list from end to end: what comes out is one of the facts, a name that trackers use, or a mark of ours. What has a form that
nobody knows is left away whole, and ``same`` is false then.
"""

import re
from collections.abc import Collection, Sequence
from copy import copy
from dataclasses import dataclass
from urllib.parse import quote

import msgspec
from msgspec.structs import replace

from netcurtain.core import decoders
from netcurtain.core.decoders import generic
from netcurtain.core.decoders.payload import MAX_FIELDS, Payload, unescaped
from netcurtain.core.domains import AUTHORITY, host_of, plain_host
from netcurtain.core.evidence import Redacted
from netcurtain.core.finding import DecodedEvent, DecodedField, What
from netcurtain.core.quoting import usually_named, without_words
from netcurtain.core.redacting_addresses import with_told_addresses
from netcurtain.core.redacting_cutter import Cutter, NotCutError
from netcurtain.core.redacting_hosts import told_host
from netcurtain.core.redacting_names import CUT, Room
from netcurtain.core.redacting_values import Facts
from netcurtain.core.remembered import Sent, SentBody

MAX_SEGMENTS = 50
"""Folders of an address that are looked at."""
BOUNDARY = "--cut"
FORM, TEXT, JSON, MULTIPART = "application/x-www-form-urlencoded", "text/plain", "application/json", "multipart/form-data; boundary=cut"

_MARKERS = frozenset({"/track/up"}.union(*(decoder.MARKERS for decoder in decoders.DECODERS)))
"""Paths that vendors name; that of The Trade Desk has a word in it, which stands nowhere else."""
_DIGIT = re.compile(r"\d", re.ASCII)
_WORD = re.compile(r"[\w$]+")
_SEGMENT_PARTS = re.compile(r"([,.;~=_-])")
_LOOKS_LIKE_PARAMETERS = re.compile(r"[^\s&={}<>\"]{1,200}=")


@dataclass(frozen=True, slots=True)
class Leave:
    """What is left out besides: the words of buttons, and numbers for the browser."""

    button_words: bool = False
    browser_numbers: bool = False


NOTHING_ELSE = Leave()


class _EveryName(frozenset[str]):
    """Has every name in it."""

    def __contains__(self, name: object) -> bool:
        return True


EVERY_NAME = _EveryName()
"""The page's own names, for a request that was cut before: all that are left in it may stand."""


@dataclass(frozen=True, slots=True, repr=False)
class Own:
    """What the page says itself: its address and title, the names of its forms' questions; and the filter that flagged the request."""

    address: str = ""
    title: str = ""
    names: Collection[str] = ()
    filter: str = ""


def left_out(events: Sequence[DecodedEvent], leave: Leave) -> tuple[DecodedEvent, ...]:
    """Events without what is left out: that a button was pressed stays, its words go."""
    return tuple(replace(event, told=told_without(event.told, leave)) for event in events)


def told_without(told: Sequence[DecodedField], leave: Leave) -> tuple[DecodedField, ...]:
    """The same of facts."""
    kept = (fact for fact in told if not (leave.browser_numbers and fact.what is What.VISITOR_ID))
    return tuple(dict.fromkeys(replace(fact, value="") if leave.button_words and fact.what is What.BUTTON_TEXT else fact for fact in kept))


def redact(sent: Sent, events: Sequence[DecodedEvent], own: Own, leave: Leave = NOTHING_ELSE) -> Redacted:
    """The request as it may leave. ``events`` are what it tells, with only those words that may be quoted."""
    events = with_told_addresses(left_out(events, leave), own.address)
    known = decoders.reads(sent.address) or any(decoders.decode(Payload(sent.address, sent.method, *_given(sent.body))))
    facts = Facts(events, own.address, anywhere=not known)
    cutter = Cutter(facts, _names(own, facts, sent.address), own.filter, clarity=host_of(sent.address).endswith("clarity.ms"))
    try:
        url = _address(sent.address, cutter, facts, own)
    except NotCutError:
        return Redacted(_origin(sent.address, own), False)
    body, kind = None, ""
    if sent.body is not None and sent.body.weight:
        try:
            body, kind = _body(sent, cutter)
        except NotCutError:
            return Redacted(url, False)
    return Redacted(url, _told(url, sent.method, body, kind, own, events) == _as_compared(events), body, kind)


def _names(own: Own, facts: Facts, address: str) -> Collection[str]:
    """Names that may stand in this request: the page's, those at which a fact was read, and folders that the filter or a vendor names."""
    if own.names is EVERY_NAME:
        return own.names
    folders = {folder for marker in _MARKERS if marker in address for folder in marker.split("/")}
    return {*own.names, *facts.names, *folders, *_WORD.findall(own.filter), *_WORD.findall(own.filter.lower())}


def _given(body: SentBody | None) -> tuple[dict[str, list[str]] | None, bytes, str]:
    if body is None:
        return None, b"", ""
    return ({name: list(values) for name, values in body.form.items()} if body.form is not None else None), body.raw, body.kind


def _address(address: str, cutter: Cutter, facts: Facts, own: Own) -> str:
    """Folders are told by words that trackers name them with, and by the site's own numbers; no user name and no fragment."""
    start, room = _origin(address, own), Room()
    found = AUTHORITY.match(address)
    path, mark, query = address[found.end() if found else 0 :].partition("#")[0].partition("?")
    path = path.removeprefix(_port(path)) if found else ""
    folders = path.split("/", MAX_SEGMENTS)[1 : MAX_SEGMENTS + 1]
    written = "".join(f"/{_folder(folder, cutter, facts, room)}" for folder in folders)
    return f"{start}{written}{f'?{cutter.fields(query)}' if mark else ''}"


def _folder(folder: str, cutter: Cutter, facts: Facts, room: Room) -> str:
    plain = unescaped(folder)
    first, semicolon, parameters = plain.partition(";")
    if semicolon and "=" in parameters:  # Floodlight's parameters are in the path, and may have slashes in them
        return f"{_folder(first, cutter, facts, room)};{cutter.fields(folder.partition(';')[2], (), ';')}"
    if plain in facts.tags or _stands(plain, cutter, room):
        return quote(plain, safe="$[]:,")
    parts = (_part(part, cutter, facts, room) for part in _SEGMENT_PARTS.split(plain))
    return quote("".join(parts), safe=",;~=$[]:")


def _part(part: str, cutter: Cutter, facts: Facts, room: Room) -> str:
    if part in facts.tags or _SEGMENT_PARTS.fullmatch(part):
        return part
    if _DIGIT.fullmatch(part):
        return part if room.takes([part]) else CUT
    return part if _stands(part, cutter, room) else CUT


def _stands(text: str, cutter: Cutter, room: Room) -> bool:
    """Whether a text may stand in a path whole; only then it takes up room."""
    tried = copy(room)
    if cutter.name(text, tried) != text:
        return False
    room.words, room.digits = tried.words, tried.digits
    return True


def _origin(address: str, own: Own) -> str:
    """The same of a tracker, with as much of its host as may stand."""
    host = host_of(address)
    return origin_of(address).replace(host, told_host(host, own.filter, host_of(own.address)), 1) if host else ""


def origin_of(address: str) -> str:
    """Scheme, host and port of an address; empty where it has none."""
    found = AUTHORITY.match(address)
    if found is None:
        return ""
    return f"{found[1].lower()}://{quote(plain_host(found[2]), safe='.:[]')}{_port(address[found.end() :])}"


def _port(rest: str) -> str:
    found = re.match(r":\d{0,5}", rest)
    return found[0] if found else ""


def _body(sent: Sent, cutter: Cutter) -> tuple[str, str]:
    """A body as it may leave, unpacked, and its Content-Type; raises NotCutError for one whose form is not known."""
    body = sent.body
    if body is None:
        raise NotCutError
    if body.form is not None:
        return cutter.form(body.form), FORM
    payload = Payload(sent.address, sent.method, None, body.raw, body.kind)
    if payload.json is not None:
        return msgspec.json.encode(cutter.json(payload.json)).decode(), JSON if "json" in body.kind.lower() else TEXT
    text = payload.text.lstrip("\r\n")
    if text.startswith("--"):
        return _multipart(payload, cutter), MULTIPART
    if not _LOOKS_LIKE_PARAMETERS.match(text):
        raise NotCutError
    if "urlencoded" in body.kind.lower() and "\n" not in text:
        return cutter.fields(text), FORM
    # Google Analytics writes an event on each line; at times only a space parts them.
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace(" en=", "\nen=").split("\n", MAX_FIELDS)
    return "\r\n".join(cutter.fields(line.strip()) for line in lines[:MAX_FIELDS]), TEXT


def _multipart(payload: Payload, cutter: Cutter) -> str:
    """The named parts that are no files; of a file not even that it was there."""
    parts = [
        f'{BOUNDARY}\r\nContent-Disposition: form-data; name="{cutter.name(name)}"\r\n\r\n{cutter.value(value, (name,))}\r\n'
        for name, values in payload.form.items()
        for value in values
    ]
    return f"{''.join(parts)}{BOUNDARY}--\r\n"


def _told(url: str, method: str, body: str | None, kind: str, own: Own, events: Sequence[DecodedEvent]) -> list[tuple[object, ...]]:
    """What a request tells as it may leave, with only those words that its facts had."""
    read = _read(Payload(url, method), own)
    if body is not None:
        with_body = _read(Payload(url, "POST", None, body.encode(), kind), own)
        read = with_body if not read or any(event.told for event in with_body) else read
    kept = {(fact.what, fact.value) for event in events for fact in event.told} | {
        (fact.what, "") for event in events for fact in event.told
    }
    names = {event.event for event in events}
    company = events[0].organisation if events else ""
    return _as_compared(
        [
            DecodedEvent(
                event.vendor if event.vendor else company,
                company,
                event.event if event.event in names else None,
                tuple(fact if (fact.what, fact.value) in kept else without_words(fact) for fact in event.told),
            )
            for event in with_told_addresses(read, own.address)
        ]
    )


def _read(payload: Payload, own: Own) -> tuple[DecodedEvent, ...]:
    if read := decoders.decode(payload):
        return read
    found = generic.found_in(payload, own.address, own.title, "")
    return (usually_named(DecodedEvent("", "", None, found)),) if found else ()


def _as_compared(events: Sequence[DecodedEvent]) -> list[tuple[object, ...]]:
    """Events by what they tell, in whatever order it was told."""
    told = dict.fromkeys((event.event, frozenset(event.told)) for event in events)
    return [*told]
