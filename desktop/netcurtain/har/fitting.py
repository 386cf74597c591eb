"""An element of a HAR of which a part is of another kind than HAR 1.2 says -> the same without that part. Pure.

A list where an object should stand, or a number where a text should, is no reason to lose a request.
"""

from types import UnionType
from typing import Any, TypeVar, get_args, get_origin

import msgspec
from msgspec.structs import fields

from netcurtain.har.shape import Pair

T = TypeVar("T")


def fitting(found: object, kind: type[T]) -> T | None:
    """``found``, as JSON has it, as a value of ``kind``; None where nothing of it can be one."""
    read: T | None = _fitting(found, kind)
    return read


def _fitting(found: object, kind: Any) -> Any:
    if kind is msgspec.Raw:
        return msgspec.Raw(msgspec.json.encode(found))
    for one in get_args(kind) if isinstance(kind, UnionType) else (kind,):
        if get_origin(one) is list:
            return _fitting_list(found, *get_args(one))
        if isinstance(found, dict) and isinstance(one, type) and issubclass(one, msgspec.Struct):
            parts = {part.name: _fitting(found[part.encode_name], part.type) for part in fields(one) if part.encode_name in found}
            return one(**{name: value for name, value in parts.items() if value is not None})
    try:
        return msgspec.convert(found, kind)
    except msgspec.ValidationError:
        return None


def _fitting_list(found: object, kind: Any) -> list[Any] | None:
    """Some programs write headers and cookies as one object, with their names as its keys."""
    if kind is Pair and isinstance(found, dict):
        found = [{"name": name, "value": value} for name, value in found.items()]
    if not isinstance(found, list):
        return None
    return [value for value in (_fitting(one, kind) for one in found) if value is not None]
