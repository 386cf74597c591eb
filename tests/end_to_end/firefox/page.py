"""A tab of Firefox, as far as a test needs one: go somewhere, type and press as a person does, ask what stands there."""

from typing import Any

from tests.end_to_end.firefox.bidi import Bidi, Facts, RefusedError, value_of

KEYS = {
    "Control": "\ue009",
    "Shift": "\ue008",
    "Enter": "\ue007",
    "Tab": "\ue004",
    "Backspace": "\ue003",
    "Delete": "\ue017",
    "Escape": "\ue00c",
    "Space": " ",
    "Home": "\ue011",
    "End": "\ue010",
    "ArrowLeft": "\ue012",
    "ArrowUp": "\ue013",
    "ArrowRight": "\ue014",
    "ArrowDown": "\ue015",
}
"""What the driver calls the keys that write no letter."""


class Page:
    """One tab. ``context`` is the browser's name for it."""

    def __init__(self, bidi: Bidi, context: str) -> None:
        self.bidi = bidi
        self.context = context

    def goto(self, url: str, *, wait: str = "complete") -> None:
        self.bidi.do("browsingContext.navigate", context=self.context, url=url, wait=wait)

    def to_front(self) -> None:
        """Tabs behind another are slow on purpose."""
        self.bidi.do("browsingContext.activate", context=self.context)

    @property
    def url(self) -> str:
        return str(self.bidi.do("browsingContext.getTree", root=self.context, maxDepth=0)["contexts"][0]["url"])

    def evaluate(self, expression: str) -> Any:
        """What a script of the page would see; a promise is waited for."""
        target = {"context": self.context}
        answer = self.bidi.do("script.evaluate", expression=expression, target=target, awaitPromise=True, userActivation=False)
        return _result(answer)

    def call(self, function: str, *arguments: Facts) -> Any:
        """The same for a function of JavaScript and elements that were found before."""
        target = {"context": self.context}
        parts = [{"sharedId": one["sharedId"]} for one in arguments]
        answer = self.bidi.do("script.callFunction", functionDeclaration=function, arguments=parts, target=target, awaitPromise=True)
        return _result(answer)

    def find(self, selector: str, root: Facts | None = None) -> list[Facts]:
        """The elements like this, in the page or in a shadow root of it."""
        inside = {"startNodes": [{"sharedId": root["sharedId"]}]} if root else {}
        locator = {"type": "css", "value": selector}
        nodes: list[Facts] = self.bidi.do("browsingContext.locateNodes", context=self.context, locator=locator, **inside)["nodes"]
        return nodes

    def closed_roots(self) -> list[Facts]:
        """The shadow roots at the edge of the document, which its scripts cannot see."""
        try:
            told = self.bidi.do(
                "script.evaluate",
                expression="[...document.documentElement.children]",
                target={"context": self.context},
                awaitPromise=False,
                serializationOptions={"includeShadowTree": "all", "maxDomDepth": 1},
            )
        except RefusedError:
            # Between two documents.
            return []
        roots = [node["value"].get("shadowRoot") for node in told.get("result", {}).get("value", [])]
        return [root for root in roots if root]

    def click(self, selector: str) -> None:
        """The real mouse, in the middle of an element."""
        self.click_on(self.bidi.until(lambda: self.find(selector), selector)[0])

    def click_on(self, node: Facts) -> None:
        self.call("(element) => element.scrollIntoView({ block: 'nearest', behavior: 'instant' })", node)
        origin = {"type": "element", "element": {"sharedId": node["sharedId"]}}
        move = {"type": "pointerMove", "x": 0, "y": 0, "origin": origin}
        self._act({"type": "pointer", "id": "mouse", "actions": [move, *_both("pointer", button=0)]})

    def type(self, text: str) -> None:
        """The real keyboard, into what has the focus."""
        self._act({"type": "key", "id": "keys", "actions": [step for letter in text for step in _both("key", value=letter)]})

    def press_key(self, name: str) -> None:
        self.type(KEYS[name])

    def fill(self, selector: str, text: str) -> None:
        self.click(selector)
        self.type(text)

    def close(self) -> None:
        self.bidi.do("browsingContext.close", context=self.context)

    def _act(self, source: Facts) -> None:
        self.bidi.do("input.performActions", context=self.context, actions=[source])


def _both(kind: str, **facts: object) -> list[Facts]:
    return [{"type": f"{kind}{way}", **facts} for way in ("Down", "Up")]


def _result(answer: Facts) -> Any:
    if answer["type"] != "success":
        raise RefusedError(answer["exceptionDetails"]["text"])
    return value_of(answer["result"])
