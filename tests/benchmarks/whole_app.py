"""The whole app with its windows, as a program of its own that bench_ui.py starts: ``python -m tests.benchmarks.whole_app start|idle``.

``start`` prints, each with the moment of the clock that all programs share and the processor's time so far, when the window is drawn, when
the history's line for the passphrase is, and when its first rows are, after it was typed on standard input. ``idle`` prints port and code.
"""

import sys
import time
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QObject, QTimer

from netcurtain import desktop
from netcurtain.cli import main
from netcurtain.ui import application
from netcurtain.ui.main_window import HISTORY

LOOK_MS = 2


class Timed(application.Windows):
    """The windows, and what is to be said of them."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self._drawn = Drawn()
        self.main.installEventFilter(self._drawn)
        if sys.argv[1] == "start":
            when(lambda: self._drawn.times > 0, self._window_there)
        else:
            when(lambda: self._desktop.app.link.running, self._say_how_to_pair)

    @property
    def _desktop(self) -> desktop.Desktop:
        assert isinstance(self._actions, desktop.Desktop)
        return self._actions

    def _window_there(self) -> None:
        say("window")
        self.main.turn_to(HISTORY)
        view = self.main.history_view
        when(lambda: view.lock_page.isVisible() and view.lock_page.form.fields[0].line.isEnabled(), self._locked)

    def _locked(self) -> None:
        say("lock page")
        view = self.main.history_view
        passphrase = sys.stdin.readline().strip()
        say("typed")
        view.lock_page.form.fields[0].line.setText(passphrase)
        view.lock_page.form.fields[0].line.returnPressed.emit()
        when(lambda: view.reading.model.rowCount() > 0, self._rows_there)

    def _rows_there(self) -> None:
        self.main.grab()
        say("rows")
        self._app.quit()

    def _say_how_to_pair(self) -> None:
        print(self._desktop.app.link.port, self._desktop.app.link.open_code().text, flush=True)


class Drawn(QObject):
    """How often a window was drawn."""

    times = 0

    def eventFilter(self, _window: QObject, event: QEvent) -> bool:  # noqa: N802
        self.times += event.type() == QEvent.Type.Paint
        return False


def when(so: Callable[[], bool], then: Callable[[], None]) -> None:
    """Do it as soon as it is so."""
    timer = QTimer()

    def look() -> None:
        if so():
            timer.stop()
            then()

    timer.timeout.connect(look)
    timer.start(LOOK_MS)


def say(what: str) -> None:
    print(what, time.clock_gettime(time.CLOCK_MONOTONIC), time.process_time(), sep="\t", flush=True)


if __name__ == "__main__":
    application.Windows = Timed  # type: ignore[misc]
    main(["--port", "0", "--no-update"], prog_name="netcurtain")
