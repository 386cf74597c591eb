"""What a copy of a visit would say, asked of an app that runs in this process, beside a browser that knows it."""

import os
import queue
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from tests.end_to_end.running_app import PATIENCE, RunningApp

from netcurtain.app import App
from netcurtain.core.evidence import Evidence, EvidencePage

SITE = "lateclock.example"


class Facts:
    """The app, for as long as it runs."""

    def __init__(self, app: App) -> None:
        self._app = app

    def page(self) -> EvidencePage | None:
        """The newest page of :data:`SITE` that is open, once both of its pixel's requests were answered."""
        found: queue.SimpleQueue[Evidence | None] = queue.SimpleQueue()
        self._app.link.ask(lambda session: session.evidence("", SITE, 0.0), found.put)
        evidence = found.get(timeout=PATIENCE)
        page = evidence.pages[-1] if evidence else None
        return page if page and [one.status for one in page.requests] == [303, 200] else None


@contextmanager
def facts_of(app: RunningApp, monkeypatch: pytest.MonkeyPatch) -> Iterator[Facts]:
    """The same app as ``app``, which makes room for it, in this process while the block runs."""
    app.stop()
    for name, folder in app.environment().items():
        if name.startswith("XDG_"):
            monkeypatch.setitem(os.environ, name, folder)
    here = App("serve", lambda _events: None)
    here.start(app.port, update_lists=False)
    try:
        yield Facts(here)
    finally:
        here.stop()


def check(page: EvidencePage, *, extension: str, browser: str, late_by: float | None) -> None:
    """That this is what was seen of a page of the site whose clock is late: by hours, None where nothing is to be known of it."""
    first, second = page.requests
    assert (first.redirected_from, second.redirected_from) == ("", first.request)
    assert page.circumstances.extension == extension
    assert page.circumstances.browser.startswith(browser)
    if late_by is None:
        assert page.server_clock is None
    else:
        assert page.server_clock is not None
        assert page.server_clock.host == f"www.{SITE}"
        assert round(page.server_clock.offset / 3_600_000, 1) == late_by
