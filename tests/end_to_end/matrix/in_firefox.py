"""The person at a Firefox: real mouse, touch and keyboard by WebDriver BiDi."""

from contextlib import suppress
from pathlib import Path

from tests.end_to_end.card import HEADING
from tests.end_to_end.firefox.bidi import Facts, RefusedError
from tests.end_to_end.firefox.browser import Browser
from tests.end_to_end.firefox.card import Card
from tests.end_to_end.firefox.page import Page
from tests.end_to_end.matrix.person import FIND_VALUE, READY
from tests.end_to_end.matrix.way import TYPED, Deed, Step

_PATIENCE = 5.0


class FirefoxPerson:
    """One tab of it."""

    def __init__(self, browser: Browser, file: Path) -> None:
        self._browser = browser
        self._file = file
        self._before = self._tabs()
        self._page = browser.new_page()
        self._frame = self._page
        self._around = self._page
        self._own = {self._page.context}

    def open(self, url: str) -> None:
        self._page.goto(url)
        self.find_form()

    def find_form(self) -> None:
        """The innermost frame has it."""
        self._page.bidi.until(self._is_ready, "the form", _PATIENCE)

    def _is_ready(self) -> bool:
        chain = self._chain()
        self._frame, self._around = chain[-1], chain[max(0, len(chain) - 2)]
        try:
            return bool(self._frame.evaluate(READY))
        except RefusedError:
            return False

    def do(self, step: Step) -> None:
        frame = self._frame
        match step.deed:
            case Deed.FILL:
                frame.click_on(self._element(step.at))
                frame.type(TYPED)
            case Deed.PRESS:
                self._point(self._element(step.at), presses=1)
            case Deed.PRESS_TWICE | Deed.DOUBLE:
                self._point(self._element(step.at), presses=2)
            case Deed.TOUCH:
                self._point(self._element(step.at), presses=1, kind="touch")
            case Deed.POINT:
                self._point(self._element(step.at), presses=0)
            case Deed.KEY:
                frame.press_key(step.at)
            case Deed.CHOOSE:
                element = {"sharedId": self._element(step.at)["sharedId"]}
                frame.bidi.do("input.setFiles", context=frame.context, element=element, files=[str(self._file)])
            case Deed.PRESS_AROUND:
                self._around.click_on(self._around.evaluate("holder.querySelector('#around')"))
            case Deed.GO_AWAY:
                self._page.goto(self._page.url.replace("/page", "/thanks"))
            case Deed.BACK:
                self._page.bidi.do("browsingContext.traverseHistory", context=self._page.context, delta=-1)
                self.find_form()
            case Deed.NOTHING_COMES:
                raise AssertionError("that is seen by whoever runs the row")

    def run(self, script: str) -> None:
        self._frame.evaluate(f"void ({script})" if not script.startswith("{") else f"(() => {script})()")

    def value(self) -> str:
        return str(self._frame.evaluate(FIND_VALUE))

    def card_is_up(self) -> bool:
        return self.says(HEADING)

    def answer(self, name: str) -> None:
        (page,) = [page for page in self._chain() if HEADING in _said(page)][:1] or [self._page]
        Card(page).press(name)

    def says(self, text: str) -> bool:
        return any(text in _said(page) for page in self._chain())

    def ask_for(self, url: str) -> None:
        with suppress(RefusedError):
            self._page.evaluate(f"void fetch('{url}', {{ mode: 'no-cors' }}).catch(() => undefined)")

    def opened(self) -> list[str]:
        return [Page(self._page.bidi, tab).url for tab in self._tabs() - self._before - {self._page.context}]

    def pause(self) -> None:
        """Each question to the browser takes a moment already."""

    def rest(self) -> None:
        self._own = self._tabs() - self._before

    def close(self) -> None:
        for context in self._own:
            with suppress(RefusedError):
                Page(self._page.bidi, context).close()

    def _tabs(self) -> set[str]:
        return {one["context"] for one in self._browser.bidi.do("browsingContext.getTree", maxDepth=0)["contexts"]}

    def _chain(self) -> list[Page]:
        """The page, its frame, that one's frame."""
        (node,) = self._page.bidi.do("browsingContext.getTree", root=self._page.context)["contexts"]
        chain = [self._page]
        while node["children"]:
            node = node["children"][0]
            chain.append(Page(self._page.bidi, node["context"]))
        return chain

    def _element(self, selector: str) -> Facts:
        element: Facts = self._frame.evaluate(f"q('{selector}')")
        return element

    def _point(self, node: Facts, *, presses: int, kind: str = "mouse") -> None:
        origin = {"type": "element", "element": {"sharedId": node["sharedId"]}}
        move = {"type": "pointerMove", "x": 0, "y": 0, "origin": origin}
        press = [{"type": "pointerDown", "button": 0}, {"type": "pointerUp", "button": 0}]
        source = {"type": "pointer", "id": kind, "parameters": {"pointerType": kind}, "actions": [move, *press * presses]}
        self._frame.bidi.do("input.performActions", context=self._frame.context, actions=[source])


def _said(page: Page) -> str:
    return Card(page).text()
