"""The app as it is behind its windows, in this process and without them: what the browser calls the mode `desktop`."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from unittest import mock

from tests.end_to_end.running_app import RunningApp

from netcurtain.app import App
from netcurtain.core.event import Event


@contextmanager
def behind_windows(before: RunningApp) -> Iterator[list[Event]]:
    """In the place of an app that is stopped first, in the same folders, so that the browser knows it. Gives what happens, as it does."""
    before.stop()
    folders = {name: folder for name, folder in before.environment().items() if name.startswith("XDG_")}
    events: list[Event] = []
    with mock.patch.dict(os.environ, folders):
        app = App("desktop", events.extend)
        app.start(before.port, update_lists=False)
        try:
            yield events
        finally:
            app.stop()
