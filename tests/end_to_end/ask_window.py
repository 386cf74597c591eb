"""The extension's own small window, which asks once more where the card cannot be shown to be on top."""

from contextlib import suppress

from playwright.sync_api import Error, Page
from tests.end_to_end.browser import OURS
from tests.end_to_end.card import READABLE_MS
from tests.end_to_end.waiting import until

ADDRESS = f"{OURS}/ask/ask.html"


def window(page: Page) -> Page:
    """The window, as soon as it is there; ``page`` is the tab that it asks about."""
    asking: Page = until(page, lambda: next((one for one in page.context.pages if one.url.startswith(ADDRESS)), None), "the small window")
    # Not `wait_for_function`: it needs `eval`, which our own pages do not allow.
    until(page, lambda: asking.evaluate("document.querySelector('#heading')?.textContent"), "its words")
    return asking


def is_open(page: Page) -> bool:
    return any(one.url.startswith(ADDRESS) for one in page.context.pages)


def press(page: Page, name: str) -> None:
    """Press a button of the window, as soon as it takes it."""
    asking = window(page)
    asking.bring_to_front()
    now = asking.evaluate("performance.now()")
    until(page, lambda: asking.evaluate("performance.now()") - now >= READABLE_MS, "half a second")
    # The window closes at once: nobody is there to hear that the press was done.
    with suppress(Error):
        asking.get_by_role("button", name=name, exact=True).click(no_wait_after=True)
    until(page, lambda: not is_open(page), "the small window to close")
