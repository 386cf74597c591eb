"""How long it takes from the third press of Esc until nothing is on the screen and nothing is left in the windows. `make bench` prints it.

With far more than anybody has there: a page with 1,000 companies in *Now*, 2,000 visits in *History*, one of them open, and a form held.
"""

import os
import statistics
from time import perf_counter

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # a real screen where one is named

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests.ui.conftest import NOON, FakeApp

from netcurtain.core.event import (
    CompanyView,
    FrontChanged,
    LinkChanged,
    PageGone,
    PageKey,
    PageUpdated,
    PageView,
    RequestSeen,
    SubmissionMade,
)
from netcurtain.core.finding import DecodedField, What
from netcurtain.core.level import FormLevel, Level
from netcurtain.core.request import Fate
from netcurtain.core.settings import Settings
from netcurtain.history.rows import StoryLine, VisitRow, VisitStory
from netcurtain.ui.application import Windows, make_application
from netcurtain.ui.bridge import Bridge
from netcurtain.ui.history import pages
from netcurtain.ui.main_window import HISTORY
from netcurtain.ui.now.company import CompanyRow
from netcurtain.ui.now.view import MOST_ROWS

COMPANIES, VISITS, ROUNDS = 1000, 2000, 20
GOAL_MS = 200
KEY = PageKey("browser", "page")


def main() -> None:
    """Print the median and the worst."""
    app = make_application()
    bridge = Bridge()
    windows = Windows(app, bridge, an_app_with_visits())
    took = [one_round(windows, bridge) for _ in range(ROUNDS)]
    print(f"quick hide, {COMPANIES:,} companies and {VISITS:,} visits, {ROUNDS} times, on {QGuiApplication.platformName()}:")
    for name, times in (("out of sight", [seen for seen, _ in took]), ("emptied as well", [empty for _, empty in took])):
        print(f"{name:<16} median {statistics.median(times):6.1f} ms   worst {max(times):6.1f} ms   (goal {GOAL_MS} ms)")
    windows.close()


def one_round(windows: Windows, bridge: Bridge) -> tuple[float, float]:
    """Milliseconds from the press until the windows are hidden, and until they are empty."""
    window = windows.main
    window.bring_back()
    held = SubmissionMade(KEY, "s", True, ("This page told Meta (Facebook) its address.",), "We cannot see everything.")
    for event in (LinkChanged(1), PageUpdated(a_page(), True), FrontChanged("browser", KEY), held):
        bridge.happened.emit(event)
    window.turn_to(HISTORY)
    window.history_view.reading.list.setCurrentIndex(window.history_view.reading.model.index(0))
    window.activateWindow()
    wait_until_drawn(windows)
    for _ in range(2):
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_Escape)
    hidden: list[float] = []
    seen = window.windowHandle().visibleChanged.connect(lambda _visible: hidden.append(perf_counter()))
    since = perf_counter()
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Escape)
    QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # what Qt's loop does when it turns next
    emptied = perf_counter()
    assert not window.isVisible()
    assert not windows.alert.isVisible()
    assert is_empty(windows)
    window.windowHandle().visibleChanged.disconnect(seen)
    bridge.happened.emit(PageGone(KEY))
    return (hidden[0] - since) * 1000, (emptied - since) * 1000


def wait_until_drawn(windows: Windows) -> None:
    """All of it is there, and drawn, before the clock starts."""
    window = windows.main
    while not (window.isActiveWindow() and windows.alert.isVisible() and window.history_view.reading.model.rowCount() == VISITS):
        QApplication.processEvents()
    assert window.now_view.model.companies.rowCount() == COMPANIES
    assert len(window.now_view.rows) == MOST_ROWS
    window.grab()


def is_empty(windows: Windows) -> bool:
    """No row of a company is alive, and no visit, moment or request is in a model."""
    now, history = windows.main.now_view, windows.main.history_view
    models = (now.model.companies, history.reading.model, history.reading.story.moments, history.reading.story.requests)
    return not any(model.rowCount() for model in models) and not any(isinstance(widget, CompanyRow) for widget in QApplication.allWidgets())


def a_page() -> PageView:
    """A page that tells a thousand companies its address."""
    told = (DecodedField(What.PAGE_ADDRESS, "https://site.example/", "dl"), DecodedField(What.BUTTON_TEXT, "Send", "bt"))
    seen = (RequestSeen("r", "https://t.example/tr", "image", "||t.example^", "EasyPrivacy", "", Fate.SENT, NOON),)
    companies = tuple(CompanyView(f"Company {n}", "", 1, told, ("It was told the address.",), seen, True) for n in range(COMPANIES))
    words = ("This page has told a thousand companies that it was opened.", "We cannot see everything.")
    return PageView(
        KEY, "site.example", "https://site.example/", "Title", False, True, companies, Level.WARNING, FormLevel.SENSITIVE, *words
    )


def an_app_with_visits() -> FakeApp:
    """Its history, and the first visit's story."""
    pages.PAGE = VISITS  # more than the window asks for at once
    fake = FakeApp(answers=Settings(introduced=True))
    fake.rows = [VisitRow(f"v{n}", f"site{n}.example", NOON - n * 60_000, 2, True) for n in range(VISITS)]
    fake.stories["v0"] = VisitStory(fake.rows[0], (StoryLine(NOON, "The page was opened."),), ())
    return fake


if __name__ == "__main__":
    main()
