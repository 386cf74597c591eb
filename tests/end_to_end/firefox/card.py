"""The card and the quiet line in Firefox. Their roots are closed to the page's scripts; the browser's driver is let in."""

from tests.end_to_end.card import HEADING, READABLE_MS
from tests.end_to_end.firefox.bidi import Facts, RefusedError
from tests.end_to_end.firefox.page import Page

_READABLE = f"new Promise((done) => setTimeout(done, {READABLE_MS}))"


class Card:
    """What Netcurtain shows in one tab."""

    def __init__(self, page: Page) -> None:
        self._page = page

    def text(self) -> str:
        """Everything that is said in this tab, folded away or not."""
        try:
            return " ".join(str(self._page.call("(root) => root.textContent", root)) for root in self._page.closed_roots())
        except RefusedError:
            # Gone between the two.
            return ""

    def is_up(self) -> bool:
        return HEADING in self.text()

    def wait(self) -> None:
        """Until the card is up."""
        self._page.bidi.until(self.is_up, "the card")

    def wait_until_gone(self) -> None:
        self._page.bidi.until(lambda: not self.is_up(), "the card to go")

    def wait_for_text(self, text: str) -> None:
        last = ""

        def is_there() -> bool:
            nonlocal last
            last = self.text()
            return text in last

        try:
            self._page.bidi.until(is_there, repr(text))
        except AssertionError as error:
            raise AssertionError(f"{error}; what was said last: {last[:800]!r}") from None

    def wait_until_it_takes_a_press(self) -> None:
        """Until the card has been up for as long as a person needs to see it."""
        self.wait()
        self._page.evaluate(_READABLE)

    def press(self, name: str) -> None:
        """Press a button once, as soon as the card takes it."""
        self.wait_until_it_takes_a_press()
        self._page.click_on(self._button(name))

    def _button(self, name: str) -> Facts:
        nodes = [node for root in self._page.closed_roots() for node in self._page.find("button", root)]
        (button,) = [node for node in nodes if self._page.call("(button) => button.textContent", node) == name]
        return button
