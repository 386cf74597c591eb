"""The person at a Chromium: real mouse and keyboard by playwright. Cards are looked for in every frame, in closed roots too."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from playwright.sync_api import CDPSession, ElementHandle, Error, Frame, Page
from tests.end_to_end.browser import close
from tests.end_to_end.card import HEADING, READABLE_MS
from tests.end_to_end.matrix.person import FIND_VALUE, READY
from tests.end_to_end.matrix.way import TYPED, Deed, Step

_AGAIN_MS = 15
_ACT_MS = 5000

Node = dict[str, Any]


class ChromiumPerson:
    """One tab of it."""

    def __init__(self, page: Page, file: Path) -> None:
        context = page.context
        self._before = [one for one in context.pages if one is not page]
        self._own: list[Page] = [page]
        self._file = file
        self._page = page
        page.bring_to_front()
        page.set_default_timeout(_ACT_MS)
        self._top = context.new_cdp_session(self._page)
        self._sessions: dict[Frame, CDPSession] = {}
        self._frame: Frame = self._page.main_frame

    def open(self, url: str) -> None:
        self._page.goto(url)
        self.find_form()

    def find_form(self) -> None:
        """The innermost frame has it."""
        for _ in range(_ACT_MS // _AGAIN_MS):
            self._frame = self._page.main_frame
            while self._frame.child_frames:
                self._frame = self._frame.child_frames[0]
            with suppress(Error):
                if self._frame.evaluate(READY):
                    return
            self.pause()
        raise AssertionError("the form did not come")

    def _wait_for_keyboard(self) -> None:
        """A frame of another site is a process of its own: keys come to it a moment after the press."""
        for _ in range(_ACT_MS // _AGAIN_MS):
            if self._frame.evaluate("document.hasFocus()"):
                return
            self.pause()
        raise AssertionError("the keyboard did not come to the form")

    def do(self, step: Step) -> None:
        mouse, keyboard = self._page.mouse, self._page.keyboard
        match step.deed:
            case Deed.FILL:
                mouse.click(*self._centre(step.at))
                self._wait_for_keyboard()
                keyboard.type(TYPED)
            case Deed.PRESS:
                mouse.click(*self._centre(step.at))
            case Deed.PRESS_TWICE:
                x, y = self._centre(step.at)
                mouse.click(x, y)
                mouse.click(x, y)
            case Deed.DOUBLE:
                mouse.dblclick(*self._centre(step.at))
            case Deed.TOUCH:
                x, y = self._centre(step.at)
                self._top.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": x, "y": y}]})
                self._top.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
            case Deed.POINT:
                mouse.move(*self._centre(step.at))
            case Deed.KEY:
                keyboard.press(step.at)
            case Deed.CHOOSE:
                self._element(step.at).set_input_files(self._file)
            case Deed.PRESS_AROUND:
                around = self._frame.parent_frame or self._frame
                roots = around.evaluate_handle("holder.querySelector('#around')").as_element()
                mouse.click(*_middle(roots))
            case Deed.GO_AWAY:
                self._page.goto(self._page.url.replace("/page", "/thanks"))
            case Deed.BACK:
                self._page.evaluate("void setTimeout(() => history.back(), 0)")
                self.find_form()
            case Deed.NOTHING_COMES:
                raise AssertionError("that is seen by whoever runs the row")

    def run(self, script: str) -> None:
        self._frame.evaluate(f"void ({script})" if not script.startswith("{") else f"(() => {script})()")

    def value(self) -> str:
        return str(self._frame.evaluate(FIND_VALUE))

    def card_is_up(self) -> bool:
        return any(_text(node) == HEADING for _, node in self._netcurtain("H2"))

    def answer(self, name: str) -> None:
        since = self._page.evaluate("performance.now()")
        self._page.wait_for_function("([since, readable]) => performance.now() - since >= readable", arg=[since, READABLE_MS])
        for frame, node in self._netcurtain("BUTTON"):
            if _text(node) == name:
                session = self._sessions.get(frame, self._top) if frame else self._top
                corners = session.send("DOM.getBoxModel", {"nodeId": node["nodeId"]})["model"]["border"]
                x, y = self._offset(frame)
                self._page.mouse.click(x + sum(corners[::2]) / 4, y + sum(corners[1::2]) / 4)
                return
        raise AssertionError(f"no button {name!r}")

    def says(self, text: str) -> bool:
        return any(text in _text(node) for _, node in self._netcurtain("HTML"))

    def ask_for(self, url: str) -> None:
        with suppress(Error):
            self._page.evaluate("(url) => void fetch(url, { mode: 'no-cors' }).catch(() => undefined)", url)

    def opened(self) -> list[str]:
        return [page.url for page in self._page.context.pages if page not in self._before and page is not self._page]

    def pause(self) -> None:
        self._page.wait_for_timeout(_AGAIN_MS)

    def rest(self) -> None:
        self._own = [page for page in self._page.context.pages if page not in self._before]

    def close(self) -> None:
        for page in self._own:
            close(page)

    def _element(self, selector: str) -> ElementHandle:
        element = self._frame.evaluate_handle("(selector) => q(selector)", selector).as_element()
        assert element, selector
        return element

    def _centre(self, selector: str) -> tuple[float, float]:
        return _middle(self._element(selector))

    def _netcurtain(self, tag: str) -> Iterator[tuple[Frame | None, Node]]:
        """Elements of ours: those in closed roots at the edge of a document. Only a frame of another site has a session of its own."""
        for frame, session in self._all_sessions():
            with suppress(Error):
                root = session.send("DOM.getDocument", {"depth": -1, "pierce": True})["root"]
                yield from ((frame, node) for node in _below(root) if node["nodeName"] == tag)

    def _all_sessions(self) -> Iterator[tuple[Frame | None, CDPSession]]:
        yield None, self._top
        for frame in self._page.frames:
            if frame.parent_frame is None:
                continue
            if frame not in self._sessions:
                with suppress(Error):
                    self._sessions[frame] = self._page.context.new_cdp_session(frame)
            if frame in self._sessions:
                yield frame, self._sessions[frame]

    def _offset(self, frame: Frame | None) -> tuple[float, float]:
        if frame is None:
            return 0, 0
        box = frame.frame_element().bounding_box()
        assert box
        return box["x"], box["y"]


def _middle(element: ElementHandle | None) -> tuple[float, float]:
    box = element.bounding_box() if element else None
    assert box, "it is not there, or not seen"
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def _below(node: Node) -> Iterator[Node]:
    yield node
    framed = [node["contentDocument"]] if "contentDocument" in node else []
    for inside in (*node.get("shadowRoots", ()), *node.get("children", ()), *framed):
        yield from _below(inside)


def _text(node: Node) -> str:
    return "".join(one["nodeValue"] for one in _below(node) if one["nodeType"] == 3)
