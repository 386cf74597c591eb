"""Whether the windows stay smooth: ``make bench-ui``. All of it on Qt's offscreen platform unless another one is named.

    --parts a b c d    only some of them
    --visits N         in the history that is scrolled and searched (a); 100,000 unless said otherwise
    --minutes N        of a thousand messages a second (b); 10 unless said otherwise
    --requests N       in the locked history that the app starts with (c); 1,000,000 unless said otherwise
    --idle N           seconds of doing nothing (d); 30 unless said otherwise

A stall is how late a timer of five milliseconds comes on the windows' thread. The computer's own is printed first: on a busy one compare
with that. "Of the processor" is the most that the thread itself worked in one go, which others change less.
"""

import argparse
import gc
import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from functools import partial
from itertools import islice
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # a real screen where one is named
os.environ.setdefault("QT_LOGGING_RULES", "qt.qpa.*=false")

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from tests.benchmarks.bench_crowded import opened, paired
from tests.benchmarks.busy_pages import Busy
from tests.benchmarks.long_history import LongHistory
from tests.benchmarks.processor import Used, memory
from tests.benchmarks.stalls import Stall, Stalls, pause, until
from tests.end_to_end.running_app import RunningApp
from tests.ui.conftest import FakeApp

from netcurtain import knowledge, paths
from netcurtain.core.settings import Retention, Settings
from netcurtain.history.kept_file import KeptFile
from netcurtain.history.kept_folder import KeptFolder
from netcurtain.history.rows import SiteChange, VisitPage, VisitQuery, VisitRow, VisitStory
from netcurtain.history.store import Store
from netcurtain.history.vault import Vault
from netcurtain.history.writing import IN_FILE, Limits, Writer
from netcurtain.settings import SettingsFile
from netcurtain.ui.application import Windows, make_application
from netcurtain.ui.bridge import Bridge
from netcurtain.ui.main_window import HISTORY, NOW

PASSPHRASE = "seven green bottles"
IN_ONE_COMMIT = 100
WHEEL = 40
"""Steps of a page each, between which more rows are asked for."""
SEARCHES = ("site7.example", "company 12", "nothing of the kind")
STARTS = 5
A_SECOND = 1000


def main() -> None:
    """Print a line for each figure, with its goal."""
    wish = _arguments()
    make_application()
    stalls = Stalls()
    pause(2)
    print(f"windows on {QGuiApplication.platformName()}; the computer's own stalls meanwhile: {stalls.ended().longest:.0f} ms")
    if "a" in wish.parts:
        history(stalls, wish.visits)
    if "b" in wish.parts:
        busy(stalls, wish.minutes * 60)
    if {"c", "d"} & set(wish.parts):
        with tempfile.TemporaryDirectory() as folder:
            home = RunningApp(Path(folder))
            if "c" in wish.parts:
                starting(home, wish.requests)
            if "d" in wish.parts:
                idle(RunningApp(Path(folder) / "idle"), wish.idle)


class WithHistory(FakeApp):
    """The windows' app, with a real history behind it."""

    def __init__(self, store: Store) -> None:
        super().__init__(answers=Settings(introduced=True, retention=Retention.UNTIL_CLOSE))
        self._store = store

    def visits(self, query: VisitQuery, after: VisitRow | None, limit: int, done: Callable[[VisitPage], None]) -> None:
        self._store.visits(query, after, limit, done)

    def companies(self, done: Callable[[tuple[str, ...]], None]) -> None:
        self._store.companies(done)

    def story(self, visit: str, done: Callable[[VisitStory | None], None]) -> None:
        self._store.story(visit, done)

    def changes(self, older: str, newer: str, done: Callable[[SiteChange | None], None]) -> None:
        self._store.changes(older, newer, done)


def history(stalls: Stalls, visits: int) -> None:
    """Scroll through a long history and search it."""
    print(f"\na history of {visits:,} visits, in memory", flush=True)
    store = Store(limits=Limits(visits=2 * visits, rows=100 * visits))
    store.follow(Retention.UNTIL_CLOSE)
    store.start()
    took = time.perf_counter()
    fill(store, visits)
    print(f"  (made in {time.perf_counter() - took:.0f} s)", flush=True)
    windows = shown(WithHistory(store), Bridge())
    view = windows.main.history_view
    try:
        stalls.begin()
        windows.main.turn_to(HISTORY)
        until(lambda: view.reading.model.rowCount() > 0)
        tell("first rows", stalls.ended(), goal=50)
        bar = view.reading.list.verticalScrollBar()
        stalls.begin()
        for _ in range(WHEEL):
            bar.setValue(bar.maximum())
            pause(0.1)
        tell(f"scrolled to row {view.reading.model.rowCount():,}", stalls.ended(), goal=50)
        stalls.begin()
        for row in range(0, view.reading.model.rowCount(), max(1, view.reading.model.rowCount() // 30)):
            view.reading.list.setCurrentIndex(view.reading.model.index(row))
            pause(0.1)
        tell("visits opened one after another", stalls.ended(), goal=50)
        for words in SEARCHES:
            stalls.begin()
            for letter in words:
                QTest.keyClicks(view.reading.finder.search, letter)
                pause(0.08)
            pause(1.5)
            tell(f"searched as one types: {words}", stalls.ended(), goal=50)
            for _ in words:
                QTest.keyClick(view.reading.finder.search, Qt.Key.Key_Backspace)
            pause(1)
    finally:
        windows.close()
        store.stop()


def fill(store: Store, visits: int) -> None:
    """Give the history its visits, as fast as it takes them."""
    made = LongHistory(3).visits(visits * 9)
    while some := list(islice(made, IN_ONE_COMMIT)):
        store.keep([record for visit in some for record in visit])
        taken = threading.Event()
        store.gaps(partial(_set, taken))
        taken.wait()


def _set(taken: threading.Event, _gaps: object) -> None:
    taken.set()


def busy(stalls: Stalls, seconds: float) -> None:
    """A thousand messages a second through the session to windows that somebody uses."""
    print(f"\n{A_SECOND:,} messages a second for {seconds / 60:g} minutes, through session and bridge to the windows", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        bridge = Bridge()
        windows = shown(FakeApp(answers=Settings(introduced=True)), bridge)
        browser = Busy(knowledge.first(knowledge.shelf_in(Path(folder))), bridge.post, A_SECOND)
        gc.freeze()  # as freshness.py does when it knows the lists
        browser.start()
        began = time.monotonic()
        warm = min(60.0, seconds / 4)
        grown: list[float] = []
        try:
            look_around(windows, warm)
            before = statistics.median(memories(lambda: look_around(windows, 1), 5))
            stalls.begin()
            while time.monotonic() - began < seconds:
                look_around(windows, 5)
                grown.append(memory(os.getpid()))
            stall = stalls.ended()
        finally:
            browser.stop()
            windows.close()
        after = statistics.median(grown[-5:])
    print(f"  messages: {browser.sent:,}, {browser.sent / (time.monotonic() - began):,.0f} a second")
    tell("used meanwhile", stall, goal=100)
    print(f"  memory after warm-up {before:.0f} MB, at the end {after:.0f} MB: {(after / before - 1) * 100:+.1f} %   (goal under 10 %)")


def memories(meanwhile: Callable[[], None], times: int) -> list[float]:
    """Megabytes, again and again."""
    found = []
    for _ in range(times):
        meanwhile()
        found.append(memory(os.getpid()))
    return found


def look_around(windows: Windows, seconds: float) -> None:
    """Somebody opens a company's words, turns to the picture and back, scrolls, hides the window and brings it back."""
    page, ends = windows.main.now_view.page, time.monotonic() + seconds

    def rested() -> bool:
        pause(min(0.25, max(0.0, ends - time.monotonic())))
        return time.monotonic() < ends

    steps: list[Callable[[], object]] = [
        lambda: windows.main.turn_to(NOW),
        lambda: press(next((row.header for row in windows.main.now_view.rows), None)),
        lambda: windows.main.now_view.verticalScrollBar().setValue(200),
        page.as_picture.click,
        lambda: press(next(iter(page.picture.canvas.cards), None)),
        lambda: windows.main.now_view.verticalScrollBar().setValue(0),
        page.as_list.click,
        lambda: windows.main.turn_to(HISTORY),
        windows.main.hide_at_once,
        windows.main.bring_back,
    ]
    while rested():
        for step in steps:
            step()
            if not rested():
                return


def starting(home: RunningApp, requests: int) -> None:
    """From the start of the program to its window, to the line for the passphrase, and to the first rows."""
    print(f"\nstart with {requests:,} requests in a locked history, {STARTS - 1} times and once before to compile", flush=True)
    with environment(home):
        folder = paths.data_folder()
        SettingsFile(folder / "settings.json").save(Settings(introduced=True, retention=Retention.CHOSEN))
        make_kept(folder / "history", requests)
    found = [one_start(home) for _ in range(STARTS)][1:]
    print(f"  {'':<12}{'by the clock, s':>24}{'of the processor, s':>24}")
    for name, goal in (("window", "goal 1.5 s"), ("lock page", "goal 1.5 s"), ("rows", "from the passphrase, whose key is slow to make")):
        clock, processor = (statistics.median(one[name][place] for one in found) for place in (0, 1))
        print(f"  {name:<12}{clock:>24.2f}{processor:>24.2f}   ({goal})", flush=True)


def one_start(home: RunningApp) -> dict[str, tuple[float, float]]:
    """Seconds since the program was started, by both clocks; the rows' since the passphrase was typed."""
    began = time.clock_gettime(time.CLOCK_MONOTONIC)
    with whole_app(home, "start") as app:
        assert app.stdin is not None
        assert app.stdout is not None
        app.stdin.write(f"{PASSPHRASE}\n")
        app.stdin.flush()
        lines = [line.split("\t") for line in app.stdout]
    came = {name: (float(at) - began, float(used)) for name, at, used in lines}
    rows, typed = came["rows"], came["typed"]
    return came | {"rows": (rows[0] - typed[0], rows[1] - typed[1])}


def make_kept(place: Path, requests: int) -> None:
    """A history behind a passphrase, written as the app writes it."""
    KeptFolder(place).ready()
    with closing(KeptFile(place).open(Vault(place).make(PASSPHRASE)).db) as db:
        writer, visits = Writer(db, IN_FILE), LongHistory().visits(requests)
        while some := list(islice(visits, IN_ONE_COMMIT)):
            writer.keep([record for visit in some for record in visit])


def idle(home: RunningApp, seconds: float) -> None:
    """What the app takes of a processor while nothing happens, without a browser and with one."""
    print(f"\nidle for {seconds:g} s", flush=True)
    with environment(home):
        SettingsFile(paths.data_folder() / "settings.json").save(Settings(introduced=True))
    with whole_app(home, "idle") as app:
        assert app.stdout is not None
        port, code = app.stdout.readline().split()
        time.sleep(5)  # until the lists are there
        tell_used("without a browser", app.pid, seconds)
        with paired(int(port), code) as browser:
            browser.say(opened("p1", 1), {"type": "front", "page": "p1"})
            time.sleep(5)
            tell_used("with a browser and a page", app.pid, seconds)
        app.terminate()


def tell_used(name: str, pid: int, seconds: float) -> None:
    used = Used(pid)
    used.begin()
    time.sleep(seconds)
    print(f"  {name:<28} {used.total() / seconds * 100:.2f} % of one processor   (goal under 1 %)", flush=True)


@contextmanager
def whole_app(home: RunningApp, what: str) -> Iterator[subprocess.Popen[str]]:
    """The app with its windows, as a program of its own."""
    command = [sys.executable, "-m", "tests.benchmarks.whole_app", what]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, env=as_installed(home), stdin=pipe, stdout=pipe, text=True) as app:
        try:
            yield app
            app.wait(60)
        finally:
            app.kill()


def as_installed(home: RunningApp) -> dict[str, str]:
    """Python keeps what it has compiled, as it does of a program that was installed."""
    kept = {"PYTHONPYCACHEPREFIX": str(home.home / "compiled")}
    return {name: value for name, value in home.environment().items() if name != "PYTHONDONTWRITEBYTECODE"} | kept


@contextmanager
def environment(home: RunningApp) -> Iterator[None]:
    """Our own files lie where the app will look for its."""
    before = dict(os.environ)
    os.environ.update(home.environment())
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)


def shown(app: FakeApp, bridge: Bridge) -> Windows:
    """The windows on the screen."""
    windows = Windows(make_application(), bridge, app)
    windows.main.bring_back()
    until(windows.main.isVisible)
    gc.freeze()  # as desktop.py does when the windows are there
    return windows


def press(button: QAbstractButton | None) -> None:
    """Where there is one."""
    if button is not None:
        button.click()


def tell(name: str, stall: Stall, *, goal: int) -> None:
    worked = f"of the processor {stall.worked:5.1f} ms"
    print(f"  {name:<44} longest stall {stall.longest:6.1f} ms, {worked}; over 50 ms: {stall.over_50}   (goal {goal} ms)", flush=True)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("--parts", nargs="+", choices="abcd", default=list("abcd"))
    parser.add_argument("--visits", type=int, default=100_000)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--requests", type=int, default=1_000_000)
    parser.add_argument("--idle", type=float, default=30)
    return parser.parse_args()


if __name__ == "__main__":
    main()
