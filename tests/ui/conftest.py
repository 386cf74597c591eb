"""What every window's test needs: a theme, an app that only remembers what it was asked, and pages to show."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.fake_app import NOON as NOON
from tests.ui.fake_app import FakeApp as FakeApp

from netcurtain.core.event import CompanyView, FrontChanged, LinkChanged, PageKey, PageUpdated, PageView, RequestSeen, SubmissionMade
from netcurtain.core.finding import DecodedField, What
from netcurtain.core.level import FormLevel, Level
from netcurtain.core.request import Fate
from netcurtain.core.settings import Settings
from netcurtain.history.rows import RequestRow, StoryLine, VisitRow, VisitStory
from netcurtain.ui import application
from netcurtain.ui.application import Windows
from netcurtain.ui.bridge import Bridge
from netcurtain.ui.main_window import HISTORY
from netcurtain.ui.theme import Theme

SITE = "site.example"


@pytest.fixture(autouse=True)
def _windows_of_the_test_before_are_gone(qapp: QApplication) -> None:
    """Qt deletes what is let go of once a loop ends, and no test has one: all of it would be drawn anew with each change of the theme."""
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture(scope="session")
def theme(qapp: QApplication) -> Theme:
    return Theme(qapp)


@pytest.fixture
def fake_app() -> FakeApp:
    return FakeApp()


@pytest.fixture
def key() -> PageKey:
    return PageKey("browser", "page")


@pytest.fixture
def make_company() -> Callable[..., CompanyView]:
    def make(name: str = "Meta (Facebook)", *whats: What, went_out: bool = True, value: str = "https://site.example/") -> CompanyView:
        told = tuple(DecodedField(what, value, "p") for what in whats)
        seen = RequestSeen("r", "https://t.example/tr", "image", "||t.example^", "EasyPrivacy", name, Fate.SENT, NOON)
        return CompanyView(name, "", 1, told, (f"{name} was told something.",), (seen,), went_out)

    return make


@pytest.fixture
def make_page(key: PageKey) -> Callable[..., PageView]:
    def make(*companies: CompanyView, **changes: object) -> PageView:
        view = PageView(
            key=key,
            host="site.example",
            url="https://site.example/",
            title="Title",
            private=False,
            from_start=True,
            companies=companies,
            level=Level.NOTICE,
            form_level=FormLevel.NO,
            headline="This page has told one company that it was opened.",
            not_seen="We cannot see everything.",
        )
        return replace(view, **changes)  # type: ignore[arg-type]

    return make


@pytest.fixture
def make_submission(key: PageKey) -> Callable[..., SubmissionMade]:
    def make(name: str = "s1", held: bool = True, at: PageKey = key) -> SubmissionMade:
        return SubmissionMade(at, name, held, ("This page told Meta (Facebook) its address.",), "We cannot see everything.")

    return make


@pytest.fixture
def kept(fake_app: FakeApp) -> FakeApp:
    """An app with two visits in its history, one of them with a story."""
    first = VisitRow("v1", "site.example", NOON, 2, True)
    second = VisitRow("v2", "other.example", NOON - 86_400_000, 0, False)
    fake_app.rows = [first, second]
    fake_app.stories["v1"] = VisitStory(
        first,
        (StoryLine(NOON, "The page was opened."), StoryLine(NOON + 21_000, "Meta was told its address.")),
        (RequestRow(NOON, "t.example", "Meta", "||t.example^", "EasyPrivacy", Fate.STOPPED_BY_US),),
    )
    fake_app.stories["v2"] = VisitStory(second, (), ())
    return fake_app


@pytest.fixture
def bring_up(qtbot: QtBot) -> Callable[[QWidget, int, int], None]:
    """Shows a view of this size in front of all others."""

    def bring_up(view: QWidget, width: int, height: int) -> None:
        qtbot.addWidget(view)
        view.resize(width, height)
        view.show()
        with qtbot.waitActive(view):
            view.activateWindow()

    return bring_up


@pytest.fixture
def seen() -> Callable[[QWidget], list[str]]:
    """The words that stand on a widget now."""
    return lambda widget: [label.text() for label in widget.findChildren(QLabel) if label.isVisible() and label.text()]


class Ends:
    """How often the app was ended."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.count = 0
        monkeypatch.setattr(QApplication, "quit", self)

    def __call__(self, *_: object) -> None:
        self.count += 1


@pytest.fixture
def ends(monkeypatch: pytest.MonkeyPatch) -> Ends:
    return Ends(monkeypatch)


class Clock:
    """Seconds, which pass only where a test says so."""

    def __init__(self) -> None:
        self.time = 1000.0

    def __call__(self) -> float:
        return self.time


@pytest.fixture
def windows_clock() -> Clock:
    return Clock()


@pytest.fixture
def windows(
    qtbot: QtBot, qapp: QApplication, theme: Theme, kept: Any, ends: Ends, windows_clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Windows]:
    monkeypatch.setattr(application, "Theme", lambda _app: theme)  # each one has every widget drawn anew
    assert ends.count == 0
    kept.answers = Settings(introduced=True)
    windows = Windows(qapp, Bridge(), kept, now=windows_clock)
    qtbot.addWidget(windows.main)
    qtbot.addWidget(windows.alert)
    windows.main.bring_back()
    yield windows
    windows.close()


@pytest.fixture
def tell(windows: Windows) -> Callable[..., None]:
    """Events happen, one after another."""

    def tell(*events: object) -> None:
        for event in events:
            windows._bridge.happened.emit(event)

    return tell


@pytest.fixture
def full(
    qtbot: QtBot,
    windows: Windows,
    tell: Callable[..., None],
    key: PageKey,
    make_page: Callable[..., PageView],
    make_company: Callable[..., CompanyView],
) -> Windows:
    """Every window shows all it can of one site."""
    company = make_company(f"The company at {SITE}", What.PAGE_ADDRESS)
    page = make_page(company, headline=f"{SITE} has told", not_seen=f"Of {SITE} we cannot see everything.", form_level=FormLevel.SENSITIVE)
    tell(LinkChanged(1), PageUpdated(page, True), FrontChanged("browser", key))
    tell(SubmissionMade(key, "s1", True, (f"{SITE} told somebody.",), f"Of {SITE} we cannot see everything."))
    windows.main.now_view.rows[0].header.click()
    windows.main.turn_to(HISTORY)
    windows.main.history_view.reading.list.setCurrentIndex(windows.main.history_view.reading.model.index(0))
    windows.main.history_view.reading.finder.search.setText(SITE)
    windows.main.history_view.reading.finder.search.insert("x")
    windows.main.connect_browser()
    qtbot.waitUntil(windows.alert.isVisible)
    return windows
