"""Both browsers for the rows, each started when its first row comes. `make matrix` sets NETCURTAIN_MATRIX=1: every row, and the table."""

import itertools
import os
from collections.abc import Generator, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page
from tests.end_to_end.conftest import Stage
from tests.end_to_end.firefox import browser as firefox
from tests.end_to_end.firefox.browser import Browser as Firefox
from tests.end_to_end.firefox.conftest import EVERY_COOKIE, firefox_path
from tests.end_to_end.matrix import summary
from tests.end_to_end.matrix.arrivals import Run, arrivals
from tests.end_to_end.matrix.in_chromium import ChromiumPerson
from tests.end_to_end.matrix.in_firefox import FirefoxPerson
from tests.end_to_end.matrix.outcomes import Outcome, Scene
from tests.end_to_end.matrix.person import Person
from tests.end_to_end.matrix.place import HOST, url
from tests.end_to_end.matrix.rows import Row
from tests.end_to_end.matrix.way import FILE_NAME, FILE_TEXT, BrowserName
from tests.end_to_end.running_app import RunningApp
from tests.end_to_end.website import others, server
from tests.end_to_end.website.record import Record

__all__ = ["firefox_path"]

WHOLE = os.environ.get("NETCURTAIN_MATRIX") == "1"
KEPT = 2
"""Rows that have to be over before a row's tab is closed: whatever is late would arrive by then."""
_numbers = itertools.count(1)


@dataclass
class Earlier:
    """A row that is over. Its tab is still open, and nothing more may arrive from it."""

    row: Row
    run: Run
    person: Person
    arrived: int = 0
    expected: int = 0


@dataclass
class Seat:
    """In front of one browser: what a row needs, and whether the app is there."""

    app: RunningApp
    record: Record
    browser: Stage | Firefox
    file: Path
    is_linked: bool | None = None
    spare: Page | None = None
    earlier: list[Earlier] = field(default_factory=list)

    def person(self) -> Person:
        if isinstance(self.browser, Stage):
            return ChromiumPerson(self._tab(self.browser.browser.context), self.file)
        return FirefoxPerson(self.browser, self.file)

    def _tab(self, context: BrowserContext) -> Page:
        """A tab that has been there for a row's time: the word that a new one is empty may come after the word of its first page."""
        tab = self.spare or context.new_page()
        self.spare = context.new_page()
        return tab

    def link(self, *, up: bool) -> None:
        """Start or stop the app, once for all rows that want it so."""
        if self.is_linked is up:
            return
        if up:
            self.app.ensure_running()
        else:
            self.app.stop()
        if isinstance(self.browser, Stage):
            self.browser.browser.wait_for_link(up=up)
        else:
            self._firefox_link(self.browser, up=up)
        self.is_linked = up

    def clear(self) -> None:
        """Forget what has arrived, but for how much it was of each row whose tab is open."""
        for one in self.earlier:
            one.arrived += len(arrivals(self.record, one.run))
        self.record.clear()

    def keep(self, row: Row, run: Run, person: Person) -> None:
        """A row is over."""
        person.rest()
        self.earlier.append(Earlier(row, run, person, expected=len(arrivals(self.record, run))))

    def close(self, *, but: int = 0) -> None:
        """Close the tabs of earlier rows but for the last ones, each with a last look at what has arrived."""
        while len(self.earlier) > but:
            one = self.earlier.pop(0)
            one.person.close()
            arrived = one.arrived + len(arrivals(self.record, one.run))
            if arrived != one.expected and not summary.failed(one.row):
                summary.note(one.row, "failed")
                pytest.fail(f"{one.row}: it had arrived {one.expected} times, and later {arrived} times")

    def judged(self, since: int, url: str) -> None:
        """Until the app warns of the page; where it does not, whether the tracker was asked at all."""
        try:
            page = self.app.wait("page", since=since, url=url)["page"]
            self.app.wait("verdict", since=since, page=page, level="warning")
        except AssertionError as error:
            raise AssertionError(f"no warning; the tracker got {self.record.of(others.META)}; {error}") from None

    @staticmethod
    def _firefox_link(browser: Firefox, *, up: bool) -> None:
        with browser.ours("popup/popup.html") as page:
            browser.bidi.until(lambda: (page.evaluate("browser.action.getBadgeText({})") != "?") is up, "the link to change")


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the person chooses."""
    path = tmp_path_factory.mktemp("person") / FILE_NAME
    path.write_text(FILE_TEXT, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def chromium_seat(whole_stage: Stage, file: Path) -> Iterator[Seat]:
    seat = Seat(whole_stage.app, whole_stage.record, whole_stage, file)
    yield seat
    seat.close()
    if seat.spare:
        seat.spare.close()


@pytest.fixture(scope="module")
def firefox_seat(firefox_path: str, file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Seat]:
    """With an app and a website of its own, ended with the module."""
    app = RunningApp(tmp_path_factory.mktemp("home"))
    profile = tmp_path_factory.mktemp("profile")
    with server.running() as (port, record), firefox.running(firefox_path, profile, port, prefs=EVERY_COOKIE) as browser:
        try:
            app.start("--pair")
            browser.pair(app.wait("pairing_code")["code"], app.port)
            seat = Seat(app, record, browser, file)
            yield seat
            seat.close()
        finally:
            app.stop()


@pytest.fixture
def scene(row: Row, request: pytest.FixtureRequest) -> Iterator[Scene]:
    """The row's page, open and judged, with a person in front of it."""
    name = "chromium_seat" if row.browser is BrowserName.CHROMIUM else "firefox_seat"
    seat: Seat = request.getfixturevalue(name)
    seat.link(up=row.outcome is not Outcome.AWAY)
    seat.clear()
    run = Run(next(_numbers), row.way, row.place)
    since = seat.app.mark()
    person = seat.person()
    page = url(run.number, row.place, row.way)
    scene = Scene(row.browser, person, seat.record, run, f"https://{HOST}{run.path('marker')}")
    try:
        person.open(page)
        if row.outcome is not Outcome.AWAY:
            seat.judged(since, page)
        yield scene
    finally:
        summary.note_presses(row, scene.presses)
        seat.keep(row, run, person)
        seat.close(but=KEPT)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    row = getattr(item, "callspec", None) and item.callspec.params.get("row")  # type: ignore[attr-defined]
    if isinstance(row, Row) and (report.when == "call" or (report.when == "setup" and report.outcome != "passed")):
        summary.note(row, report.outcome)
    return report


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if WHOLE:
        for line in summary.lines():
            terminalreporter.write_line(line)
