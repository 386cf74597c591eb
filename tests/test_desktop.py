"""What the windows ask for, done by the app: here without any window and without a browser."""

import queue
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from netcurtain import start_at_login
from netcurtain.app import SETTINGS
from netcurtain.core.event import BrowserPaired, PageUpdated, PairingCodeEnded
from netcurtain.core.evidence import Source
from netcurtain.core.keeping import Deletion, Kept, Unlocking
from netcurtain.core.observation import Observation, PageClosed, PageOpened
from netcurtain.core.settings import Retention, Settings
from netcurtain.desktop import Desktop
from netcurtain.history.rows import Gap
from netcurtain.practice.browser import TrialBrowser

PATIENCE = 10.0


class FakeTrial:
    """A trial browser that is started, and then takes its time."""

    def __init__(self, *, starts: bool = True) -> None:
        self.starts = starts
        self.code = ""
        self.pages: list[str] = []

    def start(self, code: str, _port: int, _page: str) -> bool:
        self.code = code
        return self.starts

    def show(self, page: str) -> bool:
        self.pages.append(page)
        return True

    def forget_code(self) -> None:
        """Nothing was written."""

    def close(self) -> None:
        """Nothing runs."""


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("DATA", "CONFIG", "CACHE", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name))
    return tmp_path


@pytest.fixture
def trial() -> FakeTrial:
    return FakeTrial()


@pytest.fixture
def desktop(home: Path, qapp: QApplication, trial: FakeTrial, request: pytest.FixtureRequest) -> Iterator[Desktop]:
    assert home
    assert qapp
    with_trial = getattr(request, "param", "trial") == "trial"
    desktop = Desktop(0, update_lists=False, trial=cast(TrialBrowser, trial) if with_trial else None)
    desktop.start()
    yield desktop
    desktop.stop()


def test_whoever_asks_for_a_code_before_the_trial_browser_has_paired_gets_its_code_and_cannot_shut_it_out(
    desktop: Desktop, trial: FakeTrial
) -> None:
    shown = desktop.new_pairing_code()
    assert (shown.text, 0 < shown.seconds <= 120) == (trial.code, True)
    desktop.forget_pairing_code()
    assert desktop.new_pairing_code().text == trial.code
    desktop._hear([BrowserPaired("trial")])
    fresh = desktop.new_pairing_code()
    assert fresh.text != trial.code


@pytest.mark.parametrize("trial", [FakeTrial(starts=False)], ids=["no browser"])
def test_where_the_trial_browser_does_not_start_its_code_is_nobodys(desktop: Desktop, trial: FakeTrial) -> None:
    assert desktop.new_pairing_code().text != trial.code


def test_a_code_of_the_trial_that_was_tried_too_often_is_shown_to_nobody(desktop: Desktop, trial: FakeTrial) -> None:
    desktop._hear([PairingCodeEnded()])
    assert desktop.new_pairing_code().text != trial.code


@pytest.mark.parametrize(
    ("trial", "late"),
    [(FakeTrial(starts=False), False), (FakeTrial(), True)],
    ids=["the trial browser did not start", "it never came"],
)
def test_a_persons_own_browser_is_not_taken_for_the_trials_and_stays_paired(
    desktop: Desktop, monkeypatch: pytest.MonkeyPatch, late: bool
) -> None:
    unpaired: list[str] = []
    if late:
        assert desktop._trial_code
        monkeypatch.setattr(desktop, "_trial_code", replace(desktop._trial_code, expires=0.0))
    desktop.new_pairing_code()
    desktop._hear([BrowserPaired("my own")])
    monkeypatch.setattr(desktop.app.link, "unpair", unpaired.append)
    desktop.stop()
    assert "my own" not in unpaired


def test_the_practice_page_opens_in_the_trial_browser(desktop: Desktop, trial: FakeTrial) -> None:
    desktop.open_practice()
    (page,) = trial.pages
    assert page.startswith("http://127.0.0.1:")


@pytest.mark.parametrize("desktop", ["trial", "alone"], indirect=True)
def test_a_trial_never_arranges_to_start_at_log_in(desktop: Desktop) -> None:
    assert desktop.starts_at_login() is (None if desktop._trial else False)


@pytest.mark.parametrize("desktop", ["alone"], indirect=True)
def test_starting_at_log_in_is_arranged_and_undone(desktop: Desktop) -> None:
    assert desktop.start_at_login(True)
    assert desktop.starts_at_login() is start_at_login.is_on() is True
    assert desktop.start_at_login(False)
    assert desktop.starts_at_login() is False


def test_an_answer_holds_at_once_and_after_the_next_start(desktop: Desktop, home: Path) -> None:
    answer = Settings(introduced=True, retention=Retention.FORGET_SOON)
    desktop.change_settings(answer)
    assert desktop.settings() == answer
    assert next(home.rglob(SETTINGS)).stat().st_mode & 0o777 == 0o600
    desktop.stop()
    again = Desktop(0, update_lists=False, trial=None)
    try:
        assert again.settings() == answer
    finally:
        again.app.stop()


def test_the_lists_come_with_our_own_first(desktop: Desktop) -> None:
    answers: queue.Queue[tuple[object, ...]] = queue.Queue()
    desktop.lists(answers.put)
    first, *others = answers.get(timeout=PATIENCE)
    assert first.always_on  # type: ignore[attr-defined]
    assert [row.name for row in others][:2] == ["easyprivacy", "easylist"]  # type: ignore[attr-defined]


WORDS = "net curtain linen"


def answer_of(qtbot: QtBot, ask: Callable[[Callable[[Unlocking], None]], None]) -> Unlocking:
    answers: list[Unlocking] = []
    ask(answers.append)
    qtbot.waitUntil(lambda: bool(answers), timeout=int(PATIENCE * 1000))
    return answers[0]


@pytest.mark.parametrize("desktop", ["alone"], indirect=True)
def test_pages_are_kept_behind_a_passphrase_only_once_there_is_one(qtbot: QtBot, desktop: Desktop) -> None:
    assert desktop.kept() is Kept.NONE
    assert answer_of(qtbot, lambda done: desktop.make_history(WORDS, Retention.DAYS_7, done)).opened
    assert (desktop.kept(), desktop.settings().retention) == (Kept.OPEN, Retention.DAYS_7)
    assert not answer_of(qtbot, lambda done: desktop.make_history("another one", Retention.DAYS_30, done)).opened
    assert desktop.settings().retention is Retention.DAYS_7


@pytest.mark.parametrize("desktop", ["alone"], indirect=True)
def test_a_history_is_locked_and_opened_and_has_another_passphrase_when_it_was_changed(qtbot: QtBot, desktop: Desktop) -> None:
    answer_of(qtbot, lambda done: desktop.make_history(WORDS, Retention.CHOSEN, done))
    assert answer_of(qtbot, lambda done: desktop.change_passphrase(WORDS, "another few words", done)).opened
    desktop.lock_history()
    qtbot.waitUntil(lambda: desktop.kept() is Kept.LOCKED)
    wrong = answer_of(qtbot, lambda done: desktop.open_history(WORDS, done))
    assert (wrong.opened, wrong.wait > 0, bool(wrong.sentence)) == (False, True, True)
    qtbot.waitUntil(
        lambda: answer_of(qtbot, lambda done: desktop.open_history("another few words", done)).opened, timeout=int(PATIENCE * 1000)
    )
    assert desktop.kept() is Kept.OPEN


@pytest.mark.parametrize("desktop", ["alone"], indirect=True)
def test_everything_is_erased_without_a_passphrase_and_nothing_is_kept_from_then_on(qtbot: QtBot, desktop: Desktop, home: Path) -> None:
    answer_of(qtbot, lambda done: desktop.make_history(WORDS, Retention.DAYS_7, done))
    desktop.lock_history()
    deletions: list[Deletion] = []
    desktop.erase_everything(deletions.append)
    qtbot.waitUntil(lambda: bool(deletions))
    assert deletions[0].gone
    qtbot.waitUntil(lambda: desktop.settings().retention is Retention.UNTIL_CLOSE)
    assert desktop.kept() is Kept.NONE
    assert not list(home.rglob("history.db*"))


@pytest.mark.parametrize("desktop", ["alone"], indirect=True)
def test_what_is_not_there_cannot_be_kept_and_what_is_not_there_is_forgotten(qtbot: QtBot, desktop: Desktop) -> None:
    kept: list[bool] = []
    forgotten: list[Deletion] = []
    gaps: list[tuple[Gap, ...]] = []
    desktop.keep_visit("v1", kept.append)
    desktop.forget_visit("v1", forgotten.append)
    desktop.forget_site("site.example", forgotten.append)
    desktop.forget_between(0.0, 1.0, forgotten.append)
    desktop.gaps(gaps.append)
    qtbot.waitUntil(lambda: bool(gaps))
    assert kept == [False]
    assert [what.gone for what in forgotten] == [True, True, True]
    assert gaps == [()]


def test_a_copy_is_made_from_an_open_page_or_from_what_is_remembered_of_one_that_was_left(qtbot: QtBot, desktop: Desktop) -> None:
    def told(observation: Observation) -> None:
        desktop.app.link.call(lambda session: session.receive("b", observation))

    def sources() -> list[Source | None]:
        answers: queue.Queue[Source | None] = queue.Queue()
        for visit in (name, "no such visit"):
            desktop.copy_source(visit, answers.put)
        return [answers.get(timeout=PATIENCE), answers.get(timeout=PATIENCE)]

    views: list[str] = []
    desktop.bridge.happened.connect(lambda event: views.append(event.view.visit) if isinstance(event, PageUpdated) else None)
    told(PageOpened("p1", 1, "https://site.example/", False, 1_795_528_930_000.0))
    qtbot.waitUntil(lambda: bool(views))
    name = views[0]

    assert sorted(map(str, sources())) == ["None", "open"]
    told(PageClosed("p1"))
    assert sorted(map(str, sources())) == ["None", "kept"]
