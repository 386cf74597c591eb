"""Facts out of JSON: by paths such as ``context.page.url``, which are also the names of the parameters that are told.

``flat`` turns JSON into parameters, for decoders whose vendor writes the same facts in either way.
"""

from collections.abc import Iterator, Mapping
from itertools import islice

from netcurtain.core.decoders.payload import Parameters
from netcurtain.core.decoders.telling import Telling
from netcurtain.core.finding import IdentityKind, What

MAX_OBJECTS = 60
"""Objects of one list that are looked at."""
MAX_LEAVES = 1_000
"""Values of one JSON text that are made into parameters."""

JsonFacts = dict[str, object]


def at(found: object, path: str) -> object:
    """What stands at a path; None where there is nothing."""
    for name in path.split("."):
        found = found.get(name) if isinstance(found, dict) else None
    return found


def text_at(found: object, path: str) -> str:
    """The text or number at a path; empty where there is none."""
    return text_of(at(found, path))


def text_of(value: object) -> str:
    """A text or a number as text; empty for all else."""
    if isinstance(value, str):
        return value
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else ""


def objects_in(found: object) -> Iterator[JsonFacts]:
    """An object itself, or the objects of a list."""
    for one in found[:MAX_OBJECTS] if isinstance(found, list) else [found]:
        if isinstance(one, dict):
            yield one


def tell_by_paths(telling: Telling, found: object, facts: Mapping[str, What]) -> None:
    """A fact for each path of a table that has a text."""
    for path, what in facts.items():
        if text := text_at(found, path):
            if what is What.VISITOR_ID:
                telling.tell_visitor(path, text)
            else:
                telling.tell(what, text, path)


def identities_by_paths(telling: Telling, found: object, kinds: Mapping[str, IdentityKind], within: str = "") -> None:
    """An identity for each path of a table that has a text; ``within`` stands before the paths in what is told."""
    for path, kind in kinds.items():
        telling.tell_identity(kind, text_at(found, path), f"{within}{path}")


def flat(found: object, prefix: str = "", *, brackets: bool = False) -> Parameters:
    """Each text and number by the names that lead to it, joined by dots or written in brackets; those of a list share its name."""
    leaves: dict[str, list[str]] = {}
    waiting: list[tuple[str, object]] = [(prefix, found)]
    left = MAX_LEAVES
    while waiting and left > 0:
        outside, outer = waiting.pop()
        if isinstance(outer, dict):
            before, after = ("", "") if not outside else (f"{outside}[", "]") if brackets else (f"{outside}.", "")
            inside = [(f"{before}{key}{after}", one) for key, one in islice(outer.items(), left)]
        else:
            inside = [(outside, one) for one in (outer[:left] if isinstance(outer, list) else [outer])]
        left -= len(inside)
        deeper: list[tuple[str, object]] = []
        for name, value in inside:
            if isinstance(value, str):
                if name in leaves:
                    leaves[name].append(value)
                else:
                    leaves[name] = [value]
            elif isinstance(value, dict | list):
                deeper.append((name, value))
            elif text := text_of(value):
                leaves.setdefault(name, []).append(text)
        waiting += deeper[::-1]
    return leaves
