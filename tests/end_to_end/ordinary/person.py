"""A person who does on a page what the page's first comment says, with the real mouse and keyboard of either browser.

Words of a step: `click`, `double`, `menu` (right button), `hover` and `drag FROM -> TO` (each a selector, `@x,y` after it is from its
corner), `wheel SELECTOR PIXELS`, `scroll TO`, `type`, `press`, `attach`, `back`, `until` (an expression that the page must
come to hold) and `arrived` (a request that must have come since the step before).
"""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from tests.end_to_end.website.others import META
from tests.end_to_end.website.record import Received, Record

_SETTLED = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(true)))))"
"""Two frames, so that what a browser tells with the next picture is told before the next step."""

RECORDED = "typeof recorder === 'undefined' ? '[]' : recorder.whole()"
"""What a frame's recorder has; a company's frame has none."""

Point = tuple[int, int]
Button = int
LEFT, RIGHT = 0, 2


class Hands(Protocol):
    """What a browser's driver can do in one tab."""

    def evaluate(self, expression: str) -> object: ...
    def until(self, expression: str) -> None: ...
    def go(self, url: str) -> None: ...
    def back(self) -> None: ...
    def move(self, to: Point) -> None: ...
    def press_button(self, button: Button, clicks: int) -> None: ...
    def drag(self, start: Point, end: Point) -> None: ...
    def wheel(self, pixels: int) -> None: ...
    def keys(self, names: Sequence[str]) -> None: ...
    def attach(self, selector: str, file: Path) -> None: ...
    def recorders(self) -> list[str]: ...


class Person:
    """One visit to one page."""

    def __init__(self, hands: Hands, record: Record, file: Path) -> None:
        self._hands = hands
        self._record = record
        self._file = file
        self._seen = 0

    def act(self, steps: Sequence[tuple[str, str]]) -> None:
        for word, what in steps:
            getattr(self, f"_{word}")(what)
            self._hands.until(_SETTLED)
        told = int(str(self._hands.evaluate("sessionStorage.getItem('told') ?? 0")))
        if told:
            self._record.wait(META, "/tr/", where=lambda _: len(self._record.of(META)) >= told)

    def _click(self, what: str) -> None:
        self._hands.move(self._point(what))
        self._hands.press_button(LEFT, 1)

    def _double(self, what: str) -> None:
        self._hands.move(self._point(what))
        self._hands.press_button(LEFT, 2)

    def _menu(self, what: str) -> None:
        self._hands.move(self._point(what))
        self._hands.press_button(RIGHT, 1)

    def _hover(self, what: str) -> None:
        self._hands.move(self._point(what))

    def _drag(self, what: str) -> None:
        start, _, end = what.partition(" -> ")
        selector = start.partition(" @")[0]
        self._hands.drag(self._point(start), self._point(f"{selector} {end}" if end.startswith("@") else end))

    def _wheel(self, what: str) -> None:
        selector, _, pixels = what.rpartition(" ")
        self._hands.move(self._point(selector))
        self._hands.wheel(int(pixels))

    def _scroll(self, what: str) -> None:
        self._hands.evaluate(f"scrollTo(0, {int(what)})")

    def _type(self, what: str) -> None:
        for letter in what:
            self._hands.keys([letter])

    def _press(self, what: str) -> None:
        self._hands.keys(what.split("+"))

    def _attach(self, what: str) -> None:
        self._hands.attach(what, self._file)

    def _back(self, _: str) -> None:
        self._hands.back()

    def _until(self, what: str) -> None:
        self._hands.until(what)

    def _arrived(self, what: str) -> None:
        """The first such request after those that earlier steps have waited for."""
        method, path, *query = what.split(" ")

        def is_new(received: Received) -> bool:
            order = next(n for n, one in enumerate(self._record.of()) if one is received)
            return order >= self._seen and all(part in received.query for part in query)

        received = self._record.wait("www.everyday.example", path, method=method, where=is_new)
        self._seen = next(n for n, one in enumerate(self._record.of()) if one is received) + 1

    def _point(self, what: str) -> Point:
        selector, at, offset = what.partition(" @")
        told = self._hands.evaluate(f"JSON.stringify(recorder.at({selector!r}))")
        x, y = (int(number) for number in re.findall(r"-?\d+", str(told)))
        if not at:
            return x, y
        corner = self._hands.evaluate(
            f"(({{ x, y }}) => JSON.stringify([x, y].map(Math.round)))(document.querySelector({selector!r}).getBoundingClientRect())"
        )
        left, top = (int(number) for number in re.findall(r"-?\d+", str(corner)))
        right, down = (int(number) for number in offset.split(","))
        return left + right, top + down
