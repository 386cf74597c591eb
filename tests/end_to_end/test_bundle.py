"""The bundle of `make package`, as somebody unpacks and starts it on a computer without Python, in an empty home."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Playwright
from tests.end_to_end import card
from tests.end_to_end.conftest import fresh_tab, ready, staged
from tests.end_to_end.running_app import PATIENCE, RunningApp
from tests.end_to_end.website import others, police

PACKAGED = "NETCURTAIN_PACKAGED"

pytestmark = pytest.mark.browser


@pytest.fixture
def bundle() -> Path:
    if not (folder := os.environ.get(PACKAGED)):
        pytest.skip(f"{PACKAGED} names no folder: `make package`, then `make test-package`")
    return Path(folder).absolute() / "bundle" / "netcurtain" / "netcurtain"


@pytest.fixture
def extension(bundle: Path) -> Path:
    return bundle.parents[2] / "extension-chrome"


@pytest.fixture
def windows(bundle: Path, tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """The bundle's windows, drawn nowhere."""
    app = RunningApp(tmp_path / "home", bundle)
    app.home.mkdir()
    environment = {**app.environment(), "QT_QPA_PLATFORM": "offscreen", "PATH": ""}
    with subprocess.Popen([bundle, "--port", "0", "--no-update"], env=environment, stderr=subprocess.PIPE, text=True) as process:
        yield process
        process.kill()


def left_in(home: Path) -> list[Path]:
    return [path for path in home.rglob("*") if path.is_file()]


def test_its_windows_come_up_once_and_end_when_they_are_asked_to(bundle: Path, windows: subprocess.Popen[str], tmp_path: Path) -> None:
    app = RunningApp(tmp_path / "home", bundle)
    meeting_point = app.home / "runtime" / "netcurtain"
    while not meeting_point.exists():
        assert windows.poll() is None, windows.stderr.read() if windows.stderr else ""

    environment = {**app.environment(), "QT_QPA_PLATFORM": "offscreen"}
    second = subprocess.run([bundle, "--port", "0"], env=environment, check=False, timeout=PATIENCE)
    windows.terminate()

    assert second.returncode == 0
    assert windows.wait(PATIENCE) == 0


def test_it_pairs_warns_and_is_uninstalled_without_a_trace(
    chromium_path: str, driver: Playwright, bundle: Path, extension: Path, tmp_path: Path
) -> None:
    with staged(chromium_path, driver, tmp_path, extension, bundle) as stage, fresh_tab(ready(stage)) as tab:
        tab.open(police.HOST, police.START)
        tab.judged("warning")
        tab.page.fill("#when", "last night")
        tab.page.click("#go")
        tab.card.wait_for_text("Meta (Facebook)")
        tab.card.wait_until_it_takes_a_press()
        tab.record.clear()

        tab.card.press(card.WITHOUT)

        assert tab.arrived(police.HOST, police.START, then=police.WHAT_HAPPENED)["when"] == "last night"
        assert tab.record.of(*others.TRACKERS) == []
    assert left_in(stage.app.home)

    uninstalled = stage.app.run("uninstall", "--yes")

    assert (uninstalled.returncode, left_in(stage.app.home)) == (0, [])
