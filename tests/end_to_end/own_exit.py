"""The way out that a site has of its own, as people use it: on the page ``police.WITH_EXIT``, card or not."""

from collections.abc import Callable

from playwright.sync_api import Page
from tests.end_to_end.website import police
from tests.end_to_end.website.record import Record


def _press_it(page: Page) -> None:
    page.mouse.click(20, 20)


def _esc(page: Page) -> None:
    page.keyboard.press("Escape")


def _three_shifts(page: Page) -> None:
    for _ in range(3):
        page.keyboard.press("Shift")


WAYS: dict[str, Callable[[Page], None]] = {"its button": _press_it, "Esc": _esc, "Shift three times": _three_shifts}


def when_left(record: Record) -> tuple[float, float]:
    """When the page's own code was asked to leave, and when the page was left, in seconds since 1970, by the page's own clock."""
    asked, left = record.wait(police.HOST, police.LEFT).body.split()
    return float(asked) / 1000, float(left) / 1000
