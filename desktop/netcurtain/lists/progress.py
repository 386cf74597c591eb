"""How far the looking for lists has come, for a line on the terminal. Nothing here is needed for the looking itself."""

from collections.abc import Callable
from dataclasses import dataclass

Tell = Callable[[str, int, int | None], None]
"""Called while one source is asked: what is done just now, bytes so far, bytes in all where known. What it raises ends the asking."""


@dataclass(frozen=True, slots=True)
class Step:
    """Where the looking is: the ``number``-th of ``of`` lists."""

    title: str
    number: int
    of: int
    doing: str
    so_far: int
    total: int | None


Watch = Callable[[Step], None]


def unwatched(_step: Step) -> None:
    """Nobody looks."""


def untold(_doing: str, _so_far: int, _total: int | None) -> None:
    """Nobody listens."""


def telling(watch: Watch, title: str, number: int, of: int) -> Tell:
    """What a source tells, told on as a step of this list."""
    return lambda doing, so_far, total: watch(Step(title, number, of, doing, so_far, total))
