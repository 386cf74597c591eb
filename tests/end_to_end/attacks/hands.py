"""What a person does and sees on an attacking page, the same in both browsers. The page's own functions are not asked: it may have changed
them, so the card is looked for from the extension's own world, or from one that the driver makes.
"""

import base64
import json
import time
from abc import ABC, abstractmethod
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from playwright.sync_api import Error, Page
from tests.end_to_end.attacks import website
from tests.end_to_end.attacks.picture import Box
from tests.end_to_end.browser import OURS, close
from tests.end_to_end.conftest import Tab
from tests.end_to_end.firefox.bidi import Facts, RefusedError
from tests.end_to_end.firefox.browser import OURS as FIREFOX_OURS
from tests.end_to_end.firefox.conftest import FirefoxTab
from tests.end_to_end.firefox.page import KEYS
from tests.end_to_end.firefox.page import Page as FirefoxPage
from tests.end_to_end.waiting import PATIENCE

ANSWER = "last night"

_SHOWN = """(roots) => {
  const boxes = {};
  for (const root of roots) {
    for (const button of root.querySelectorAll('button')) {
      const { x, y, width, height } = button.getBoundingClientRect();
      boxes[button.textContent] = [x, y, width, height];
    }
  }
  return JSON.stringify([boxes, roots.map((root) => root.textContent).join(' ')]);
}"""
_CHROMIUM = f"""({_SHOWN})([...document.documentElement?.children ?? []]
  .map((one) => one.localName === 'div' && chrome.dom.openOrClosedShadowRoot(one)).filter(Boolean))"""
_FIREFOX = "[...document.documentElement?.children ?? []].filter((one) => one.localName === 'div' && !('mine' in one.dataset))"

_LONG_MS = 60_000
_OPENED = (f"https://{website.HOST}/", f"{OURS}/ask/", f"{FIREFOX_OURS}/ask/")

_AGAIN_MS = 20
_STEPS = 5
"""Of the mouse on its way, and what it takes in Firefox, where the browser makes the steps itself."""
_MOVE_MS = 50

Boxes = dict[str, Box]


class Hands(ABC):
    """One tab with an attacking page in it."""

    def __init__(self, tab: Tab | FirefoxTab) -> None:
        self._tab = tab

    def open(self, name: str) -> None:
        """Go there, and wait until the app has warned of the form."""
        self._go(f"https://{website.HOST}/{name}")
        self._tab.settled(website.HOST, f"/{name}")
        self._tab.judged("warning")

    @abstractmethod
    def _go(self, url: str) -> None:
        """A page that is made to exhaust takes long by itself."""

    def fill_in(self) -> None:
        self._tab.page.fill("#when", ANSWER)

    @abstractmethod
    def press_send(self, clicks: int = 1) -> None: ...

    def boxes(self) -> Boxes:
        """The buttons of the card by their words; nothing where there is no card."""
        return {name: Box(*place) for name, place in self._shown()[0].items()}

    def says(self, text: str) -> bool:
        """Whether Netcurtain says this on the page, in the card or in its quiet line."""
        return text in self._shown()[1]

    def _shown(self) -> tuple[dict[str, list[float]], str]:
        boxes, text = json.loads(self._told() or '[{}, ""]')
        return boxes, text

    @abstractmethod
    def _told(self) -> str | None:
        """What `_SHOWN` says of the roots that are closed to the page."""

    @abstractmethod
    def picture(self) -> bytes: ...

    @abstractmethod
    def point(self, place: tuple[float, float]) -> None:
        """Move the mouse there."""

    @abstractmethod
    def press(self) -> None:
        """Press the mouse where it is."""

    def click(self, place: tuple[float, float]) -> None:
        """Both."""
        self.point(place)
        self.press()

    @abstractmethod
    def keys(self, name: str, times: int = 1, *, held: bool = False) -> None:
        """Press a key, again and again or with a finger that rests on it."""

    @abstractmethod
    def wait(self, ms: int) -> None:
        """What a person takes: to read, or from pointing to pressing."""

    def soon(self, ask: Callable[[], object], ms: int) -> bool:
        """Whether that is so, now or within this time."""
        ends = time.monotonic() + ms / 1000
        while not (answer := ask()) and time.monotonic() < ends:
            self.wait(_AGAIN_MS)
        return bool(answer)

    @abstractmethod
    def is_asked_outside(self) -> bool:
        """Whether the extension asks in a window of its own."""

    @abstractmethod
    def press_outside(self, name: str) -> None:
        """Press a button in that window; it may close at any moment."""

    @abstractmethod
    def tidy(self) -> None:
        """Close what the page or the extension has opened beside it."""

    def arrivals(self) -> list[dict[str, str]]:
        return [received.fields for received in self._tab.record.of(website.HOST, path=website.TAKE, method="POST")]

    def is_at(self, path: str) -> bool:
        """Whether this page of the website is there."""
        return f"{website.HOST}{path}" in self._tab.page.url

    def loads(self, path: str) -> int:
        """How often it was asked for."""
        return len(self._tab.record.of(website.HOST, path=path, method="GET"))

    def round_trip(self) -> None:
        """What the page has asked its server for before this has come there."""
        self._tab.page.evaluate("fetch('/after').then(() => true)")

    def expected(self) -> int | None:
        """How much is to happen besides, once the page has done all of its attack; None before that."""
        told = self._tab.record.of(website.HOST, path=website.TRIED)
        return int(told[0].body) if told else None

    def happened(self) -> int:
        """How much of that has happened."""
        return len(self._tab.record.of(website.HOST, path=website.HAPPENED))

    def heard(self) -> int:
        """How many keys that are the page's came to it."""
        return len(self._tab.record.of(website.HOST, path=website.HEARD))

    def learned(self) -> list[str]:
        """What the page has found out."""
        return sorted({received.body for received in self._tab.record.of(website.HOST, path=website.LEARNED)})


class InChromium(Hands):
    """By Playwright and, for what is the extension's, by the browser's own protocol."""

    def __init__(self, tab: Tab) -> None:
        super().__init__(tab)
        self._page = tab.page
        self._session = tab.page.context.new_cdp_session(tab.page)
        self._world: int | None = None
        self._session.on("Runtime.executionContextCreated", self._created)
        self._session.send("Runtime.enable")

    def _created(self, told: dict[str, Any]) -> None:
        """The newest world of the extension in the tab's own page, not in a frame."""
        context = told["context"]
        if context["origin"] == OURS and context["auxData"]["frameId"] == self._frame():
            self._world = context["id"]

    def _frame(self) -> str:
        return str(self._session.send("Page.getFrameTree")["frameTree"]["frame"]["id"])

    def _go(self, url: str) -> None:
        self._page.goto(url, timeout=_LONG_MS)

    def press_send(self, clicks: int = 1) -> None:
        self._page.locator("#go").scroll_into_view_if_needed()
        box = self._page.locator("#go").bounding_box()
        assert box
        self._page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2, click_count=clicks)

    def _told(self) -> str | None:
        if self._world is None:
            return None
        try:
            told = self._session.send("Runtime.evaluate", {"expression": _CHROMIUM, "contextId": self._world, "returnByValue": True})
        except Error:
            return None
        value: str | None = told["result"].get("value")
        return value

    def picture(self) -> bytes:
        return base64.b64decode(self._session.send("Page.captureScreenshot")["data"])

    def point(self, place: tuple[float, float]) -> None:
        self._page.mouse.move(*place, steps=_STEPS)

    def press(self) -> None:
        self._page.mouse.down()
        self._page.mouse.up()

    def keys(self, name: str, times: int = 1, *, held: bool = False) -> None:
        for _ in range(times):
            self._page.keyboard.down(name)
            if not held:
                self._page.keyboard.up(name)
        if held:
            self._page.keyboard.up(name)

    def wait(self, ms: int) -> None:
        self._page.wait_for_timeout(ms)

    def is_asked_outside(self) -> bool:
        return bool(self._outside())

    def press_outside(self, name: str) -> None:
        for page in self._outside():
            with suppress(Error):
                page.get_by_role("button", name=name).click(timeout=2000)

    def _outside(self) -> list[Page]:
        return [page for page in self._page.context.pages if page.url.startswith(f"{OURS}/ask/")]

    def tidy(self) -> None:
        for page in self._page.context.pages:
            if page is not self._page and page.url.startswith(_OPENED):
                close(page)


class InFirefox(Hands):
    """By the browser's own protocol, which is let into every root."""

    def __init__(self, tab: FirefoxTab) -> None:
        super().__init__(tab)
        self._page = tab.page
        self._target = {"context": tab.page.context, "sandbox": "a person"}
        self._page.to_front()

    def _go(self, url: str) -> None:
        self._page.goto(url)

    def press_send(self, clicks: int = 1) -> None:
        self._ask("document.querySelector('#go').scrollIntoView({ block: 'nearest', behavior: 'instant' })")
        rect = "document.querySelector('#go').getBoundingClientRect()"
        ask = f"JSON.stringify((({{ x, y, width, height }}) => [x, y, width, height])({rect}))"
        box = Box(*json.loads(self._ask(ask)["value"]))
        for _ in range(clicks):
            self.click(box.centre)

    def _told(self) -> str | None:
        self._put_away()
        try:
            # One level of what is there, with the roots that are closed to the page.
            told = self._ask(_FIREFOX, serializationOptions={"includeShadowTree": "all", "maxDomDepth": 1})
            roots = [node["value"].get("shadowRoot") for node in told.get("value", [])]
            answer = self._page.bidi.do(
                "script.callFunction",
                functionDeclaration=f"(...roots) => ({_SHOWN})(roots)",
                arguments=[{"sharedId": root["sharedId"]} for root in roots if root],
                target=self._target,
                awaitPromise=False,
            )
        except RefusedError:
            return None
        value: str | None = answer.get("result", {}).get("value")
        return value

    def picture(self) -> bytes:
        return base64.b64decode(self._page.bidi.do("browsingContext.captureScreenshot", context=self._page.context)["data"])

    def point(self, place: tuple[float, float]) -> None:
        self._put_away()
        x, y = place
        self._act(_mouse({"type": "pointerMove", "x": round(x), "y": round(y), "origin": "viewport", "duration": _MOVE_MS}))

    def press(self) -> None:
        self._act(_mouse({"type": "pointerDown", "button": 0}, {"type": "pointerUp", "button": 0}))

    def keys(self, name: str, times: int = 1, *, held: bool = False) -> None:
        down, up = ({"type": kind, "value": KEYS[name]} for kind in ("keyDown", "keyUp"))
        steps = [*[down] * times, up] if held else [down, up] * times
        self._act({"type": "key", "id": "keys", "actions": steps})

    def wait(self, ms: int) -> None:
        ends = time.monotonic() + ms / 1000
        self._page.bidi.until(lambda: time.monotonic() > ends, "that time", PATIENCE)

    def is_asked_outside(self) -> bool:
        return bool(self._outside())

    def press_outside(self, name: str) -> None:
        for page in self._outside():
            with suppress(RefusedError):
                for button in page.find("button"):
                    if page.call("(button) => button.textContent", button) == name:
                        page.click_on(button)

    def _outside(self) -> list[FirefoxPage]:
        bidi = self._page.bidi
        tabs = bidi.do("browsingContext.getTree", maxDepth=0)["contexts"]
        return [FirefoxPage(bidi, one["context"]) for one in tabs if one["url"].startswith(f"{FIREFOX_OURS}/ask/")]

    def tidy(self) -> None:
        bidi = self._page.bidi
        for one in bidi.do("browsingContext.getTree", maxDepth=0)["contexts"]:
            if one["context"] != self._page.context and one["url"].startswith(_OPENED):
                bidi.do("browsingContext.close", context=one["context"])
        self._put_away()

    def _put_away(self) -> None:
        """What the browser asks for the page, as often as there is something."""
        with suppress(RefusedError):
            self._page.bidi.do("browsingContext.handleUserPrompt", context=self._page.context, accept=True)

    def _act(self, source: Facts) -> None:
        with suppress(RefusedError):
            self._page.bidi.do("input.performActions", context=self._page.context, actions=[source])

    def _ask(self, expression: str, **how: object) -> Facts:
        answer = self._page.bidi.do("script.evaluate", expression=expression, target=self._target, awaitPromise=False, **how)
        result: Facts = answer.get("result", {})
        return result


def _mouse(*steps: Facts) -> Facts:
    return {"type": "pointer", "id": "mouse", "actions": list(steps)}
