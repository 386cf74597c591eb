"""What every window's test needs: a theme, an app that only remembers what it was asked, and pages to show."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from netcurtain.core.event import CompanyView, FrontChanged, LinkChanged, PageKey, PageUpdated, PageView, RequestSeen, SubmissionMade
from netcurtain.core.finding import DecodedField, What
from netcurtain.core.level import FormLevel, Level
from netcurtain.core.observation import Choice
from netcurtain.core.request import Fate
from netcurtain.core.settings import Settings
from netcurtain.history.rows import RequestRow, StoryLine, VisitRow, VisitStory
from netcurtain.ui import application
from netcurtain.ui.actions import BrowserRow, ListRow, PairingCode
from netcurtain.ui.application import Windows
from netcurtain.ui.bridge import Bridge
from netcurtain.ui.main_window import HISTORY
from netcurtain.ui.theme import Theme

SITE = "site.example"
NOON = datetime(2026, 11, 24, 14, 2, 10).timestamp() * 1000


@dataclass
class FakeApp:
    """The app behind the windows: answers at once, remembers all."""

    rows: list[VisitRow] = field(default_factory=list)
    stories: dict[str, VisitStory] = field(default_factory=dict)
    searches: list[str] = field(default_factory=list)
    chosen: list[tuple[str, Choice]] = field(default_factory=list)
    forgotten: list[str] = field(default_factory=list)
    can_delete: bool = True
    codes: int = 0
    codes_forgotten: int = 0
    has_codes: bool = True
    hold: bool = False
    held: list[Callable[[], None]] = field(default_factory=list)
    practised: int = 0
    paired: list[BrowserRow] = field(default_factory=list)
    list_rows: list[ListRow] = field(default_factory=list)
    answers: Settings = field(default_factory=Settings)
    at_login: bool | None = False

    def choose(self, submission: str, choice: Choice) -> None:
        self.chosen.append((submission, choice))

    def visits(self, search: str, limit: int, done: Callable[[tuple[VisitRow, ...]], None]) -> None:
        self.searches.append(search)
        found = tuple(row for row in self.rows if search in row.site)[:limit]
        if self.hold:
            self.held.append(lambda: done(found))
        else:
            done(found)

    def story(self, visit: str, done: Callable[[VisitStory | None], None]) -> None:
        story = self.stories.get(visit)
        if self.hold:
            self.held.append(lambda: done(story))
        else:
            done(story)

    def forget_visit(self, visit: str, done: Callable[[bool], None]) -> None:
        self.forgotten.append(visit)
        if self.can_delete:
            self.rows = [row for row in self.rows if row.visit != visit]
        done(self.can_delete)

    def forget_site(self, site: str, done: Callable[[bool], None]) -> None:
        self.forgotten.append(site)
        if self.can_delete:
            self.rows = [row for row in self.rows if row.site != site]
        done(self.can_delete)

    def new_pairing_code(self) -> PairingCode:
        self.codes += 1
        return PairingCode("ABCDE-FGHIJ-KLMNO-PQRST", 120, 47823) if self.has_codes else PairingCode("", 0, 47823)

    def forget_pairing_code(self) -> None:
        self.codes_forgotten += 1

    def open_practice(self) -> None:
        self.practised += 1

    def browsers(self) -> tuple[BrowserRow, ...]:
        return tuple(self.paired)

    def rename_browser(self, browser: str, name: str) -> None:
        self.paired = [replace(row, name=name) if row.id == browser else row for row in self.paired]

    def forget_browser(self, browser: str) -> None:
        self.paired = [row for row in self.paired if row.id != browser]

    def lists(self, done: Callable[[tuple[ListRow, ...]], None]) -> None:
        done(tuple(self.list_rows))

    def use_list(self, name: str, on: bool, done: Callable[[str], None]) -> None:
        self.list_rows = [replace(row, in_use=on) if row.name == name else row for row in self.list_rows]
        done(f"{name} is {'on' if on else 'off'}.")

    def update_lists(self, done: Callable[[tuple[str, ...]], None]) -> None:
        done(tuple(row.sentence for row in self.list_rows if row.in_use))

    def settings(self) -> Settings:
        return self.answers

    def change_settings(self, settings: Settings) -> None:
        self.answers = settings

    def starts_at_login(self) -> bool | None:
        return self.at_login

    def start_at_login(self, on: bool) -> bool:
        if self.at_login is not None:
            self.at_login = on
        return self.at_login is not None


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


@pytest.fixture
def windows(qtbot: QtBot, qapp: QApplication, theme: Theme, kept: Any, ends: Ends, monkeypatch: pytest.MonkeyPatch) -> Iterator[Windows]:
    monkeypatch.setattr(application, "Theme", lambda _app: theme)  # each one has every widget drawn anew
    assert ends.count == 0
    kept.answers = Settings(introduced=True)
    windows = Windows(qapp, Bridge(), kept)
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
    windows.main.history_view.list.setCurrentIndex(windows.main.history_view.model.index(0))
    windows.main.history_view.search.setText(SITE)
    windows.main.history_view.search.insert("x")
    windows.main.connect_browser()
    qtbot.waitUntil(windows.alert.isVisible)
    return windows
