"""`netcurtain classify`: is this form sensitive, and why?"""

from typing import Any

import msgspec
from msgspec import inspect

from netcurtain.commands.stream import JsonObject
from netcurtain.core.form import Lexicon, judge
from netcurtain.core.level import FormLevel
from netcurtain.core.observation import FormDescriptor

_SHAPE = inspect.type_info(FormDescriptor)


class ClassifyCommand:
    """Answers form descriptors by the lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def answer(self, line: JsonObject) -> JsonObject:
        """One line in, one out (docs/COMMANDS.md, "classify"). What is longer than the link takes is cut, as the extension cuts it."""
        judgement = judge(msgspec.convert(fitted(line, _SHAPE), FormDescriptor), self._lexicon)
        return {
            "sensitive": judgement.level is FormLevel.SENSITIVE,
            "level": judgement.level,
            "score": judgement.score,
            "categories": judgement.categories,
            "reasons": judgement.reasons,
        }


def fitted(value: Any, shape: inspect.Type) -> Any:
    """``value`` cut down to the lengths that its type allows. What is of another type is left for the conversion to refuse."""
    match shape, value:
        case inspect.StrType(max_length=int(most)), str():
            return value[:most]
        case inspect.ListType(item_type=item, max_length=most), list():
            return [fitted(part, item) for part in value[:most]]
        case inspect.StructType(fields=fields), dict():
            shapes = {field.encode_name: field.type for field in fields}
            return {name: fitted(part, shapes[name]) for name, part in value.items() if name in shapes}
        case _:
            return value
