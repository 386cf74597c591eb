"""What a copy of a visit would say, asked of an app that runs in this process, beside a browser that knows it."""

import os
import queue
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import pytest
from tests.end_to_end.running_app import PATIENCE, RunningApp

from netcurtain.app import App
from netcurtain.core.event import Event, LinkChanged
from netcurtain.core.evidence import Evidence, EvidencePage

SITE = "lateclock.example"


class Facts:
    """The app, for as long as it runs."""

    def __init__(self, app: App) -> None:
        self._app = app

    def page(self) -> EvidencePage | None:
        """The newest page of :data:`SITE` that is open, once its pixel was answered, which a slow Firefox asks for twice."""
        found: queue.SimpleQueue[Evidence | None] = queue.SimpleQueue()
        self._app.link.ask(lambda session: session.evidence("", SITE, 0.0), found.put)
        evidence = found.get(timeout=PATIENCE)
        page = evidence.pages[-1] if evidence else None
        return page if page and [one.status for one in page.requests[:2]] == [303, 200] else None


@contextmanager
def facts_of(app: RunningApp, monkeypatch: pytest.MonkeyPatch) -> Iterator[Facts]:
    """The same app as ``app``, which makes room for it, in this process while the block runs; from when the browser is connected to it."""
    app.stop()
    for name, folder in app.environment().items():
        if name.startswith("XDG_"):
            monkeypatch.setitem(os.environ, name, folder)
    back = threading.Event()

    def hear(events: Sequence[Event]) -> None:
        if any(isinstance(event, LinkChanged) and event.browsers for event in events):
            back.set()

    here = App("serve", hear)
    here.start(app.port, update_lists=False)
    try:
        assert back.wait(PATIENCE), "the browser did not come back"  # its button may still speak of the app that it knew
        yield Facts(here)
    finally:
        here.stop()


def check(page: EvidencePage, *, extension: str, browser: str, late_by: float | None) -> None:
    """That this is what was seen of a page of the site whose clock is late: by hours, None where nothing is to be known of it."""
    first, second = page.requests[:2]
    assert (first.redirected_from, second.redirected_from) == ("", first.request)
    assert page.circumstances.extension == extension
    assert page.circumstances.browser.startswith(browser)
    if late_by is None:
        assert page.server_clock is None
    else:
        assert page.server_clock is not None
        assert page.server_clock.host == f"www.{SITE}"
        assert round(page.server_clock.offset / 3_600_000, 1) == late_by
