"""The popup as a person meets it. The browser shows a real one to nobody who drives it, so its page stands in a tab of its own and takes
another tab for the one in front.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page
from tests.end_to_end.browser import OURS, Browser, close

WIDTH = 340
"""CSS pixels that the popup takes."""

_IN_FRONT = "chrome.tabs.query({active: true, lastFocusedWindow: true}).then(([tab]) => tab.id)"


class Popup:
    """What it says, and its buttons."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def wait_for(self, text: str) -> None:
        self.page.get_by_text(text).first.wait_for()

    def press(self, name: str) -> None:
        self.page.get_by_role("button", name=name).click()

    def picture(self, file: Path) -> None:
        self.page.locator("body").screenshot(path=file)


@contextmanager
def over(browser: Browser, tab: Page, *, height: int = 600) -> Iterator[Popup]:
    """The popup while the block runs, over a tab, or over no website where that shows none."""
    tab.bring_to_front()
    name = int(browser.worker().evaluate(_IN_FRONT))
    page = browser.context.new_page()
    page.set_viewport_size({"width": WIDTH, "height": height})
    page.add_init_script(f"chrome.tabs.query = async () => [{{ id: {name} }}];")
    page.goto(f"{OURS}/popup/popup.html")
    try:
        yield Popup(page)
    finally:
        close(page)
        tab.bring_to_front()
