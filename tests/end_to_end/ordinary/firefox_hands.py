"""A person's hands in Firefox."""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from tests.end_to_end.firefox.bidi import Facts, RefusedError, value_of
from tests.end_to_end.firefox.page import KEYS, Page
from tests.end_to_end.ordinary.person import RECORDED, Button, Point

_STEPS_OF_A_DRAG = 4


class FirefoxHands:
    """In one tab."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._at: Point = (0, 0)

    def evaluate(self, expression: str) -> object:
        return self._page.evaluate(expression)

    def until(self, expression: str) -> None:
        self._page.bidi.until(lambda: self._now(expression), expression)

    def go(self, url: str) -> None:
        self._page.goto(url)

    def back(self) -> None:
        self._page.bidi.do("browsingContext.traverseHistory", context=self._page.context, delta=-1)

    def move(self, to: Point) -> None:
        self._at = to
        self._mouse(_to(to))

    def press_button(self, button: Button, clicks: int) -> None:
        self._mouse(*({"type": f"pointer{way}", "button": button} for _ in range(clicks) for way in ("Down", "Up")))

    def drag(self, start: Point, end: Point) -> None:
        between = [
            (start[0] + (end[0] - start[0]) * step // _STEPS_OF_A_DRAG, start[1] + (end[1] - start[1]) * step // _STEPS_OF_A_DRAG)
            for step in range(1, _STEPS_OF_A_DRAG + 1)
        ]
        self._mouse(_to(start))
        self._mouse({"type": "pointerDown", "button": 0})
        for point in between:
            self._mouse(_to(point))
        self._mouse({"type": "pointerUp", "button": 0})
        self._at = end

    def wheel(self, pixels: int) -> None:
        x, y = self._at
        self._act({"type": "wheel", "id": "wheel", "actions": [{"type": "scroll", "x": x, "y": y, "deltaX": 0, "deltaY": pixels}]})

    def keys(self, names: Sequence[str]) -> None:
        values = [KEYS.get(name, name) for name in names]
        downs: list[Facts] = [{"type": "keyDown", "value": value} for value in values]
        ups: list[Facts] = [{"type": "keyUp", "value": value} for value in reversed(values)]
        self._act({"type": "key", "id": "keys", "actions": [*downs, *ups]})

    def attach(self, selector: str, file: Path) -> None:
        (node,) = self._page.find(selector)
        element = {"sharedId": node["sharedId"]}
        self._page.bidi.do("input.setFiles", context=self._page.context, element=element, files=[str(file)])

    def recorders(self) -> list[str]:
        (tree,) = self._page.bidi.do("browsingContext.getTree", root=self._page.context)["contexts"]
        return [self._told(frame["context"]) for frame in (tree, *(tree["children"] or [])) if frame["url"].startswith("https:")]

    def _told(self, frame: str) -> str:
        answer = self._page.bidi.do("script.evaluate", expression=RECORDED, target={"context": frame}, awaitPromise=False)
        return str(value_of(answer["result"]))

    def _now(self, expression: str) -> object:
        with suppress(RefusedError):  # Between two documents, or before something is there.
            return self._page.evaluate(expression)
        return None

    def _mouse(self, *actions: Facts) -> None:
        self._act({"type": "pointer", "id": "mouse", "actions": list(actions)})

    def _act(self, source: Facts) -> None:
        self._page.bidi.do("input.performActions", context=self._page.context, actions=[source])


def _to(point: Point) -> Facts:
    return {"type": "pointerMove", "x": point[0], "y": point[1]}
