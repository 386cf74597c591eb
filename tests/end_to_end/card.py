"""The card and the quiet line as a person meets them. Their roots are closed to scripts, so they are found the way a screen reader finds
them, and pressed with the real mouse.
"""

from typing import Any

from playwright.sync_api import CDPSession, Error, Page
from tests.end_to_end.waiting import PATIENCE, until

WITHOUT = "Go on without these companies"
NOT_NOW = "Not now"
AS_IT_IS = "Go on as it is"
LEAVE = "Leave this page"
HERE = "Ask me here"
HEADING = "Not sent yet"

_PAINTED = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())))"
"""What was there to be drawn has been, after two frames: on a slow computer the card is in the page before anybody can see it."""

READABLE_MS = 500
"""The card takes no press before it has been there for this long."""

_CONTROLS = ("button", "DisclosureTriangle", "link", "textbox")


class Card:
    """What Netcurtain shows in one tab."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._session: CDPSession = page.context.new_cdp_session(page)

    def wait(self) -> None:
        """Until the card is up."""
        until(self._page, self.is_up, "the card")

    def wait_until_gone(self) -> None:
        until(self._page, lambda: not self.is_up(), "the card to go")

    def is_up(self) -> bool:
        return bool(self._named("heading", HEADING))

    def text(self) -> str:
        """Everything that is said in this tab, in order."""
        return " ".join(_name(node) for node in self._nodes() if _role(node) == "StaticText")

    def wait_for_text(self, text: str, patience: float = PATIENCE) -> None:
        """Until Netcurtain, or the page, says this."""
        until(self._page, lambda: text in self.text(), repr(text), patience)

    def press(self, name: str) -> None:
        """Press a button once, as soon as the card takes it."""
        self.wait_until_it_takes_a_press()
        self.press_at_once(name)

    def wait_until_it_takes_a_press(self) -> None:
        """Until the card has been painted, and up since then for as long as a person needs to see it."""
        self.wait()
        self._page.evaluate(_PAINTED)
        self._page.wait_for_function("([since, readable]) => performance.now() - since >= readable", arg=[self._now(), READABLE_MS])

    def controls(self) -> list[str]:
        """Everything in the tab that can be pressed, in the order in which it is read."""
        nodes = {node["nodeId"]: node for node in self._session.send("Accessibility.getFullAXTree")["nodes"]}
        (root,) = [node for node in nodes.values() if "parentId" not in node]
        found, ahead = [], [root]
        while ahead:
            node = ahead.pop(0)
            ahead = [*(nodes[name] for name in node["childIds"] if name in nodes), *ahead]
            if not node["ignored"] and _role(node) in _CONTROLS:
                found.append(_name(node))
        return found

    def focused(self) -> str:
        """What has the keyboard: its name, or its text where it has none."""
        held = [node for node in self._nodes() if any(one["name"] == "focused" and one["value"]["value"] for one in node["properties"])]
        return next((_name(node) for node in held if _role(node) != "RootWebArea"), "")

    def press_at_once(self, name: str) -> None:
        """Press a button without waiting until the card takes it."""
        x, y = self._centre(self._named("button", name)[0])
        self._page.mouse.click(x, y)

    def press_until_it_counts(self, name: str) -> None:
        """Press a button, and again where the card did not take it: something on the page had just moved."""

        def is_answered() -> bool:
            self.press(name)
            return not self.is_up()

        until(self._page, is_answered, f"the card to take {name!r}")

    def try_to_press(self, name: str) -> None:
        """Press where a button is, if it is there: the page may take it away at any moment."""
        try:
            self.press_at_once(name)
        except (IndexError, Error):
            return

    def unfold(self, name: str) -> None:
        """Press the triangle of something that is folded away."""
        self._page.mouse.click(*self._centre(self._named("DisclosureTriangle", name)[0]))

    def _now(self) -> float:
        return float(self._page.evaluate("performance.now()"))

    def _centre(self, node: dict[str, Any]) -> tuple[float, float]:
        corners = self._session.send("DOM.getBoxModel", {"backendNodeId": node["backendDOMNodeId"]})["model"]["border"]
        return sum(corners[::2]) / 4, sum(corners[1::2]) / 4

    def _named(self, role: str, name: str) -> list[dict[str, Any]]:
        return [node for node in self._nodes() if _role(node) == role and _name(node) == name]

    def _nodes(self) -> list[dict[str, Any]]:
        nodes: list[dict[str, Any]] = self._session.send("Accessibility.getFullAXTree")["nodes"]
        return [node for node in nodes if not node["ignored"]]


def _role(node: dict[str, Any]) -> str:
    return str(node.get("role", {}).get("value", ""))


def _name(node: dict[str, Any]) -> str:
    return str(node.get("name", {}).get("value", ""))
