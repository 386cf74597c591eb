"""Microsoft Clarity, a session recorder: ``*.clarity.ms/collect``, packed JSON of numbered records (clarity-js writes them, MIT).

Only records whose places are sure are read: the page's address, title and referrer, pressed buttons and links, the number for the browser.
"""

from collections.abc import Sequence

from netcurtain.core.decoders.nested import at, text_of
from netcurtain.core.decoders.payload import Payload
from netcurtain.core.decoders.telling import Telling
from netcurtain.core.finding import DecodedEvent, What

VENDOR = "Microsoft Clarity"
ORGANISATION = "Microsoft"
HOSTS: tuple[str, ...] = ("clarity.ms",)
MARKERS: tuple[str, ...] = ()

_PROJECT, _USER, _SESSION, _ADDRESS = 4, 5, 6, 11
"""Places in the envelope."""
_DIMENSION, _CLICK = 1, 9
"""Numbers of the records that are read; the number of a record is its second place."""
_DIMENSIONS = {1: What.PAGE_ADDRESS, 2: What.REFERRER, 3: What.PAGE_TITLE}
_TEXT, _LINK = 10, 11
"""Places in the record of a click."""
_MASKS = frozenset("\u2022\u25aa\u25ab")
_MAX_RECORDS = 2000


def claims(payload: Payload) -> bool:
    """All hosts below it serve the recorder alone."""
    return payload.host != "clarity.ms"


def decode(payload: Payload) -> Sequence[DecodedEvent]:
    """The envelope, then the records."""
    telling = Telling(VENDOR, ORGANISATION)
    envelope = _list(at(payload.json, "e"))
    telling.tell(What.PAGE_ADDRESS, _text(envelope, _ADDRESS), "e")
    for record in _list(at(payload.json, "a"))[:_MAX_RECORDS]:
        if isinstance(record, list) and len(record) > 2:
            _read(telling, record)
    if isinstance(envelope, list) and len(envelope) > _SESSION:
        telling.tell_visitor("e", _text(envelope, _USER) or _text(envelope, _SESSION))
        telling.tell_tag(_text(envelope, _PROJECT), "e")
    telling.tell_visitor("MUID", payload.first("MUID"))  # when it is made known to Microsoft's other services
    if payload.path.startswith("/tag/"):
        telling.tell_tag(payload.path.rpartition("/")[2], "tag")
    return [telling.event(None)]


def _read(telling: Telling, record: list[object]) -> None:
    if record[1] == _DIMENSION:
        for number, values in zip(record[2::2], record[3::2], strict=False):
            what = _DIMENSIONS.get(number) if isinstance(number, int) else None
            for value in _list(values)[:2] if what else []:
                telling.tell(what or What.OTHER, text_of(value), "a")
    elif record[1] == _CLICK:
        if not _MASKS & set(_text(record, _TEXT)):
            telling.tell(What.BUTTON_TEXT, _text(record, _TEXT), "a")
        telling.tell(What.LINK_ADDRESS, _text(record, _LINK), "a")


def _list(found: object) -> list[object]:
    return found if isinstance(found, list) else []


def _text(places: list[object], place: int) -> str:
    return text_of(places[place]) if len(places) > place else ""
