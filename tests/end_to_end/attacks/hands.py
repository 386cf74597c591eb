"""What a person does and sees on an attacking page, the same in both browsers. The page's own functions are not asked: it may have changed
them, so the card is looked for from the extension's own world, or from one that the driver makes.
"""

import base64
import json
import time
from abc import ABC, abstractmethod
from contextlib import suppress
from typing import Any

from playwright.sync_api import Error
from tests.end_to_end.attacks import website
from tests.end_to_end.attacks.picture import Box
from tests.end_to_end.browser import OURS
from tests.end_to_end.conftest import Tab
from tests.end_to_end.firefox.bidi import Facts, RefusedError
from tests.end_to_end.firefox.browser import OURS as FIREFOX_OURS
from tests.end_to_end.firefox.conftest import FirefoxTab
from tests.end_to_end.firefox.page import Page as FirefoxPage
from tests.end_to_end.waiting import PATIENCE

ANSWER = "last night"

_FIREFOX_KEYS = {"Enter": "\ue007", "Escape": "\ue00c", "Tab": "\ue004", "Space": " "}

_BOXES = """(roots) => {
  const boxes = {};
  for (const root of roots) {
    for (const button of root.querySelectorAll('button')) {
      const { x, y, width, height } = button.getBoundingClientRect();
      boxes[button.textContent] = [x, y, width, height];
    }
  }
  return JSON.stringify(boxes);
}"""
_CHROMIUM = f"""({_BOXES})([...document.documentElement?.children ?? []]
  .map((one) => one.localName === 'div' && chrome.dom.openOrClosedShadowRoot(one)).filter(Boolean))"""
_FIREFOX = "[...document.documentElement?.children ?? []].filter((one) => one.localName === 'div' && !('mine' in one.dataset))"

_LONG_MS = 60_000
_OPENED = (f"https://{website.HOST}/", f"{OURS}/ask/", f"{FIREFOX_OURS}/ask/")

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

    @abstractmethod
    def boxes(self) -> Boxes:
        """The buttons of the card by their words; nothing where there is no card."""

    @abstractmethod
    def picture(self) -> bytes: ...

    @abstractmethod
    def click(self, place: tuple[float, float]) -> None: ...

    @abstractmethod
    def keys(self, name: str, times: int = 1, *, held: bool = False) -> None:
        """Press a key, again and again or with a finger that rests on it."""

    @abstractmethod
    def wait(self, ms: int) -> None: ...

    @abstractmethod
    def asked_again(self, name: str) -> bool:
        """Whether the extension asks in a window of its own; if so, that is answered."""

    @abstractmethod
    def tidy(self) -> None:
        """Close what the page or the extension has opened beside it."""

    def arrivals(self) -> list[dict[str, str]]:
        return [received.fields for received in self._tab.record.of(website.HOST, path=website.TAKE, method="POST")]

    def is_at(self, name: str) -> bool:
        """Whether the page is still there."""
        return f"{website.HOST}/{name}" in self._tab.page.url

    def heard(self) -> bool:
        """Whether a key that is the page's came to it."""
        return bool(self._tab.record.of(website.HOST, path=website.HEARD))

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

    def boxes(self) -> Boxes:
        if self._world is None:
            return {}
        try:
            told = self._session.send("Runtime.evaluate", {"expression": _CHROMIUM, "contextId": self._world, "returnByValue": True})
        except Error:
            return {}
        return _boxes(told["result"].get("value"))

    def picture(self) -> bytes:
        return base64.b64decode(self._session.send("Page.captureScreenshot")["data"])

    def click(self, place: tuple[float, float]) -> None:
        self._page.mouse.click(*place)

    def keys(self, name: str, times: int = 1, *, held: bool = False) -> None:
        for _ in range(times):
            self._page.keyboard.down(name)
            if not held:
                self._page.keyboard.up(name)
        if held:
            self._page.keyboard.up(name)

    def wait(self, ms: int) -> None:
        self._page.wait_for_timeout(ms)

    def asked_again(self, name: str) -> bool:
        for page in self._page.context.pages:
            if page.url.startswith(f"{OURS}/ask/"):
                # It may close of itself, with the card that wanted it.
                with suppress(Error):
                    page.get_by_role("button", name=name).click(timeout=2000)
                return True
        return False

    def tidy(self) -> None:
        for page in self._page.context.pages:
            if page is not self._page and page.url.startswith(_OPENED):
                page.close()


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

    def boxes(self) -> Boxes:
        self._put_away()
        try:
            # One level of what is there, with the roots that are closed to the page.
            told = self._ask(_FIREFOX, serializationOptions={"includeShadowTree": "all", "maxDomDepth": 1})
            roots = [node["value"].get("shadowRoot") for node in told.get("value", [])]
            answer = self._page.bidi.do(
                "script.callFunction",
                functionDeclaration=f"(...roots) => ({_BOXES})(roots)",
                arguments=[{"sharedId": root["sharedId"]} for root in roots if root],
                target=self._target,
                awaitPromise=False,
            )
        except RefusedError:
            return {}
        return _boxes(answer.get("result", {}).get("value"))

    def picture(self) -> bytes:
        return base64.b64decode(self._page.bidi.do("browsingContext.captureScreenshot", context=self._page.context)["data"])

    def click(self, place: tuple[float, float]) -> None:
        self._put_away()
        x, y = place
        steps = [
            {"type": "pointerMove", "x": round(x), "y": round(y), "origin": "viewport"},
            {"type": "pointerDown", "button": 0},
            {"type": "pointerUp", "button": 0},
        ]
        self._act({"type": "pointer", "id": "mouse", "actions": steps})

    def keys(self, name: str, times: int = 1, *, held: bool = False) -> None:
        down, up = ({"type": kind, "value": _FIREFOX_KEYS[name]} for kind in ("keyDown", "keyUp"))
        steps = [*[down] * times, up] if held else [down, up] * times
        self._act({"type": "key", "id": "keys", "actions": steps})

    def wait(self, ms: int) -> None:
        ends = time.monotonic() + ms / 1000
        self._page.bidi.until(lambda: time.monotonic() > ends, "that time", PATIENCE)

    def asked_again(self, name: str) -> bool:
        bidi = self._page.bidi
        for one in bidi.do("browsingContext.getTree", maxDepth=0)["contexts"]:
            if one["url"].startswith(f"{FIREFOX_OURS}/ask/"):
                page = FirefoxPage(bidi, one["context"])
                (button,) = [node for node in page.find("button") if page.call("(button) => button.textContent", node) == name]
                page.click_on(button)
                return True
        return False

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


def _boxes(told: str | None) -> Boxes:
    return {name: Box(*place) for name, place in json.loads(told or "{}").items()}
