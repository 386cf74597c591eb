"""The pieces of a request, written anew: every name and every value goes through redacting_names.py and redacting_values.py, in queries
and forms, in JSON, and in what is JSON or text once it is opened. Pure.
"""

import binascii
import re
from base64 import b64decode, b64encode
from collections.abc import Callable, Collection, Mapping, Sequence
from urllib.parse import quote

import msgspec

from netcurtain.core.decoders.google_tag import KINDS, MAX_PARTS, MISTAKE, PART, form_of_part
from netcurtain.core.decoders.payload import MAX_FIELDS, json_of, opened, unescaped
from netcurtain.core.decoders.telling import tells_nothing
from netcurtain.core.redacting_names import CUT, Room, name_of
from netcurtain.core.redacting_values import MARK, TOLD, Facts, Where, made_up

MAX_VALUES = 4000
"""Names, and texts in JSON, of one request that are written anew."""

_MAX_LAYERS = 4
_MAX_TEXT = 64 * 1024
_BASE64 = re.compile(r"[A-Za-z0-9+/_ -]{16,}={0,2}")
_URL_SAFE = str.maketrans("-_ ", "+/+")
_SAFE = "[].$:_-~*{}"
"""What needs no percent sign in a name."""

_WITHIN: Mapping[str, str] = {"i": "&", "pid": "&", "requests": "&", "data": ";"}
"""Parameters that have parameters within, and what parts these."""

_CLARITY_KINDS = (1, 9)
_CLARITY_DIMENSIONS = (1, 2, 3)


class NotCutError(Exception):
    """A request, or a part of it, whose form is not known, or that has too much in it. Says nothing of it."""


class Cutter:
    """Writes the pieces of one request anew. ``own`` are names that may stand besides those of the vendors; the line of the filter that
    flagged it may say of a value as well.
    """

    def __init__(self, facts: Facts, own: Collection[str], line: str = "", *, clarity: bool = False) -> None:
        self._facts = facts
        self._own = own
        self._line = line
        self._clarity = clarity
        self._left = MAX_VALUES

    def name(self, name: str, room: Room | None = None) -> str:
        """A name, as it may stand; a part of a path with the room that is left in it."""
        self._left -= 1
        if self._left < 0:
            raise NotCutError
        return name_of(name, self._own, room)

    def value(self, value: str, where: Where, layer: int = 0) -> str:
        """What may stand in place of a value; what is JSON, or opens, is cut inside."""
        if not value or value.isspace():
            return ""
        if len(value) > _MAX_TEXT:
            return MARK
        last = where[-1] if where else ""
        if last == "em" and value.startswith("tv."):
            return _google_user_data(value)
        if (separator := _WITHIN.get(last)) and "=" in value and value[0] not in "{[" and not _BASE64.fullmatch(value):
            return self.fields(value.removeprefix("?"), where, separator)
        stands = self._facts.stand_in(value, where)
        if stands not in (MARK, TOLD) or layer >= _MAX_LAYERS:
            return stands
        return self._inside(value, where, layer + 1) or stands

    def fields(self, text: str, where: Where = (), separator: str = "&") -> str:
        """Parameters of the kind ``a=1&b=2``. One without a value may be an answer: only a vendor's own word stays."""
        written = []
        for piece in text.split(separator, MAX_FIELDS)[:MAX_FIELDS]:
            name, equals, value = piece.partition("=")
            name = unescaped(name.replace("+", " "))
            if equals:
                if not self._filter_says(piece):
                    value = self.value(unescaped(value.replace("+", " ")), (*where, name))
                written.append(f"{quote(self.name(name), safe=_SAFE)}={quote(value, safe='')}")
            elif name and (known := self.name(name)) == name:
                written.append(quote(known, safe=_SAFE))
        return separator.join(written)

    def form(self, form: Mapping[str, Sequence[str]]) -> str:
        """A form's parameters as the browser took them apart, written as parameters."""
        return "&".join(
            f"{quote(self.name(name), safe=_SAFE)}={quote(self.value(value, (name,)), safe='')}"
            for name, values in form.items()
            for value in values
        )

    def _filter_says(self, piece: str) -> bool:
        """Whether a name and its value stand in the line of the filter, which everybody can read."""
        return piece in self._line and re.search(rf"(?<![\w%]){re.escape(piece)}(?![\w%.+-])", self._line) is not None

    def json(self, found: object, where: tuple[str, ...] = (), layer: int = 0) -> object:
        """JSON: names and values, on every level."""
        if isinstance(found, dict):
            if self._clarity and not where:
                return {name: self._records(one) if name == "a" else self.json(one, (name,), layer) for name, one in self._named(found)}
            return {name: self.json(one, (*where, before), layer) for name, before, one in self._renamed(found)}
        if isinstance(found, list):
            return [self.json(one, where, layer) for one in found]
        if isinstance(found, str):
            self._left -= 1
            if self._left < 0:
                raise NotCutError
            return self.value(found, where, layer)
        if isinstance(found, bool):
            return found and self._facts.may_be_true(where)
        return self._number(found, where) if isinstance(found, int | float) else None

    def _named(self, found: dict[str, object]) -> list[tuple[str, object]]:
        return [(name, one) for name, _, one in self._renamed(found)]

    def _renamed(self, found: dict[str, object]) -> list[tuple[str, str, object]]:
        """Each name as it may stand, as it was, and what it names; those that were cut are told apart by a number."""
        renamed, taken = [], set[str]()
        for before, one in found.items():
            name, number = self.name(before), 1
            while name in taken:
                number += 1
                name = f"{CUT}{number}"
            taken.add(name)
            renamed.append((name, before, one))
        return renamed

    def _number(self, number: float, where: Where) -> object:
        stands = self._facts.stand_in(str(number), where)
        return number if stands == str(number) else 0 if stands == MARK else 1

    def _records(self, records: object) -> object:
        """Clarity's records: the number that says what a record is, and those that say which of the page's words follow."""
        if not isinstance(records, list):
            return self.json(records, ("a",))
        return [self._record(record) if isinstance(record, list) else self.json(record, ("a",)) for record in records]

    def _record(self, record: list[object]) -> list[object]:
        kind = record[1] if len(record) > 1 and record[1] in _CLARITY_KINDS and not isinstance(record[1], bool) else 0
        written = [self.json(one, ("a",)) for one in record]
        if kind:
            written[1] = kind
        if kind == 1:
            for place in range(2, len(record), 2):
                dimension = record[place]
                written[place] = dimension if dimension in _CLARITY_DIMENSIONS and isinstance(dimension, int) else 0
        return written

    def _inside(self, value: str, where: Where, layer: int) -> str:
        """A value that is something else once it is opened, cut and closed again; empty where it is not, or has nothing that may stand."""
        found = json_of(value.strip())
        if isinstance(found, dict | list):
            return msgspec.json.encode(self.json(found, tuple(where), layer)).decode()
        if isinstance(found, str):
            return _closed(self.value(found, where, layer), lambda inner: msgspec.json.encode(inner).decode())
        if "%" in value and (plain := unescaped(value)) != value:
            return _closed(self.value(plain, where, layer), lambda inner: quote(inner, safe=""))
        if _BASE64.fullmatch(value.strip()) and (plain := _from_base64(value.strip())):
            return _closed(self.value(plain, where, layer), lambda inner: b64encode(inner.encode()).decode())
        return ""


def _google_user_data(value: str) -> str:
    """``tv.1~em.HASH~pn.HASH``: each part with something made up. The tag writes ``e0`` where it found nothing."""
    written = ["tv.1"]
    for part in filter(None, map(PART.fullmatch, value.split("~", MAX_PARTS)[1:])):
        name, inner = part.groups()
        if name in KINDS:
            nothing = MISTAKE.fullmatch(inner) or tells_nothing(inner)
            written.append(f"{name}.{'e0' if nothing else made_up(KINDS[name], form_of_part(name, inner))}")
    return "~".join(written)


def _closed(inner: str, close: Callable[[str], str]) -> str:
    return "" if inner in ("", MARK, TOLD) else close(inner)


def _from_base64(text: str) -> str:
    try:
        whole = text.rstrip("=").translate(_URL_SAFE)
        return opened(b64decode(whole + "=" * (-len(whole) % 4))).decode("utf-8")
    except (binascii.Error, ValueError):
        return ""
