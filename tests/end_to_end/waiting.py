"""Waiting for what a browser shows: asked again and again until it is so, never a fixed time."""

import time
from collections.abc import Callable
from typing import TypeVar

from playwright.sync_api import Page

PATIENCE = 10.0
"""Seconds to wait for something that must come."""
_AGAIN_MS = 20

T = TypeVar("T")


def until(page: Page, ask: Callable[[], T | None], what: str, patience: float = PATIENCE) -> T:
    """The first answer that is not empty; ``page`` lets the browser's own events in meanwhile. Fails where there is none in time."""
    ends = time.monotonic() + patience
    while not (answer := ask()):
        if time.monotonic() > ends:
            raise AssertionError(f"waited in vain for {what}")
        page.wait_for_timeout(_AGAIN_MS)
    return answer
