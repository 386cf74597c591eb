"""A person's hands in Chromium."""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from playwright.sync_api import Error, Page
from tests.end_to_end.ordinary.person import RECORDED, RIGHT, Button, Point
from tests.end_to_end.waiting import until

_STEPS_OF_A_DRAG = 4


class ChromiumHands:
    """In one tab."""

    def __init__(self, page: Page) -> None:
        self._page = page

    def evaluate(self, expression: str) -> object:
        return self._page.evaluate(expression)

    def until(self, expression: str) -> None:
        until(self._page, lambda: self._now(expression), expression)

    def go(self, url: str) -> None:
        self._page.goto(url)

    def back(self) -> None:
        self._page.go_back()

    def move(self, to: Point) -> None:
        self._page.mouse.move(*to)

    def press_button(self, button: Button, clicks: int) -> None:
        for count in range(1, clicks + 1):
            name = "right" if button == RIGHT else "left"
            self._page.mouse.down(button=name, click_count=count)  # type: ignore[arg-type]
            self._page.mouse.up(button=name, click_count=count)  # type: ignore[arg-type]

    def drag(self, start: Point, end: Point) -> None:
        self._page.mouse.move(*start)
        self._page.mouse.down()
        self._page.mouse.move(*end, steps=_STEPS_OF_A_DRAG)
        self._page.mouse.up()

    def wheel(self, pixels: int) -> None:
        self._page.mouse.wheel(0, pixels)

    def keys(self, names: Sequence[str]) -> None:
        self._page.keyboard.press("+".join(names) if names != [" "] else "Space")

    def attach(self, selector: str, file: Path) -> None:
        self._page.set_input_files(selector, file)

    def recorders(self) -> list[str]:
        return [str(frame.evaluate(RECORDED)) for frame in self._page.frames if frame.url.startswith("https:")]

    def _now(self, expression: str) -> object:
        with suppress(Error):  # Between two documents, or before something is there.
            return self._page.evaluate(expression)
        return None
