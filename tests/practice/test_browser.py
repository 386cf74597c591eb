import json
import os
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from netcurtain.practice import browser
from netcurtain.practice.browser import BLANK, TrialBrowser, find_chromium

CODE = "ABCDE-FGHIJ-KLMNO-PQRST"
PAGE = "http://127.0.0.1:5/"

FAKE = """#!{python}
import json, pathlib, signal, sys
import os
with (pathlib.Path(sys.argv[0]).parent / "told").open("w") as told:
    folders = [os.environ[name] for name in ("TMPDIR", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME")]
    told.write(json.dumps([sys.argv[1:], *folders]))
signal.pause()
"""


class Fake:
    """A browser that tells its arguments through a pipe: reading waits until it has been started."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "chromium"
        self.path.write_text(FAKE.format(python=sys.executable))
        self.path.chmod(0o755)
        self._told = folder / "told"
        os.mkfifo(self._told)

    def arguments(self) -> list[str]:
        arguments: list[str]
        arguments, *self.folders = json.loads(self._told.read_text())
        return arguments


@pytest.fixture
def fake(tmp_path: Path) -> Fake:
    return Fake(tmp_path)


@pytest.fixture
def extension(tmp_path: Path) -> Path:
    folder = tmp_path / "extension"
    (folder / "background").mkdir(parents=True)
    (folder / "manifest.json").write_text("{}")
    (folder / "background" / "main.js").write_text("// main")
    return folder


@pytest.fixture
def made() -> Iterator[Callable[..., TrialBrowser]]:
    every: list[TrialBrowser] = []

    def make(*arguments: object, **named: object) -> TrialBrowser:
        every.append(TrialBrowser(*arguments, **named))  # type: ignore[arg-type]
        return every[-1]

    yield make
    for one in every:
        one.close()


def folder_given(arguments: list[str], name: str) -> Path:
    return next(Path(argument.partition("=")[2]) for argument in arguments if argument.startswith(f"--{name}="))


def test_a_fresh_profile_opens_with_the_extension_and_its_code(fake: Fake, extension: Path, made: Callable[..., TrialBrowser]) -> None:
    trial = made(extension, fake.path, ("--headless=new",))
    assert trial.start(CODE, 4321, PAGE)
    arguments = fake.arguments()
    copy = folder_given(arguments, "load-extension")
    assert copy != extension
    assert (copy / "background" / "main.js").read_text() == "// main"
    assert json.loads((copy / "pairing.json").read_text()) == {"code": CODE, "port": 4321, "page": PAGE}
    assert not (extension / "pairing.json").exists()
    assert folder_given(arguments, "disable-extensions-except") == copy
    assert arguments[-2:] == ["--headless=new", BLANK]
    assert {
        "--no-first-run",
        "--no-default-browser-check",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-features=DisableLoadExtensionCommandLineSwitch",
    } <= set(arguments)
    assert CODE not in " ".join(arguments)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such rights")
def test_nobody_else_can_read_the_code(fake: Fake, extension: Path, made: Callable[..., TrialBrowser]) -> None:
    trial = made(extension, fake.path)
    trial.start(CODE, 1, PAGE)
    home = folder_given(fake.arguments(), "user-data-dir").parent
    assert home.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(("root", "expected"), [(True, True), (False, False)], ids=["root", "a person"])
def test_the_sandbox_is_left_on_for_everybody_but_root(
    fake: Fake, extension: Path, made: Callable[..., TrialBrowser], monkeypatch: pytest.MonkeyPatch, root: bool, expected: bool
) -> None:
    monkeypatch.setattr(browser, "_is_root", lambda: root)
    made(extension, fake.path).start(CODE, 1, PAGE)
    assert ("--no-sandbox" in fake.arguments()) is expected


def test_what_the_browser_leaves_beside_its_profile_goes_with_it(fake: Fake, extension: Path, made: Callable[..., TrialBrowser]) -> None:
    made(extension, fake.path).start(CODE, 1, PAGE)
    home = folder_given(fake.arguments(), "user-data-dir").parent
    assert fake.folders == [str(home)] * 4


def test_the_code_is_gone_once_it_is_forgotten(fake: Fake, extension: Path, made: Callable[..., TrialBrowser]) -> None:
    trial = made(extension, fake.path)
    trial.start(CODE, 1, PAGE)
    seed = folder_given(fake.arguments(), "load-extension") / "pairing.json"
    assert seed.exists()
    trial.forget_code()
    trial.forget_code()
    assert not seed.exists()


def test_closing_ends_the_browser_and_leaves_nothing(fake: Fake, extension: Path, made: Callable[..., TrialBrowser]) -> None:
    trial = made(extension, fake.path)
    trial.start(CODE, 1, PAGE)
    home = folder_given(fake.arguments(), "user-data-dir").parent
    process = trial._process
    assert process is not None
    assert process.poll() is None
    trial.close()
    assert process.returncode == -signal.SIGTERM
    assert not home.exists()
    trial.close()
    trial.forget_code()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no process groups of this kind")
def test_what_the_browser_started_ends_with_it(fake: Fake, extension: Path, made: Callable[..., TrialBrowser], tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "held")
    helper = f"import os\nif not os.fork():\n    held = open({str(tmp_path / 'held')!r}, 'w')\n    signal.pause()\n"
    fake.path.write_text(fake.path.read_text().replace("import os\n", helper))
    trial = made(extension, fake.path)
    trial.start(CODE, 1, PAGE)
    with (tmp_path / "held").open() as held:
        fake.arguments()
        trial.close()
        assert held.read() == ""  # comes to its end only when the helper is gone


def test_a_browser_that_cannot_be_started_leaves_nothing(
    tmp_path: Path, extension: Path, made: Callable[..., TrialBrowser], monkeypatch: pytest.MonkeyPatch
) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    assert not made(extension, tmp_path / "nothing here").start(CODE, 1, PAGE)
    assert list(temporary.iterdir()) == []


def test_without_any_browser_nothing_is_started(
    tmp_path: Path, extension: Path, made: Callable[..., TrialBrowser], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path / "empty"))
    monkeypatch.setattr(browser, "_usual_places", tuple)
    assert find_chromium() is None
    assert not made(extension).start(CODE, 1, PAGE)


def executable(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("#!/bin/sh\n")
    path.chmod(0o755)
    return path


def test_chromium_is_taken_before_the_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    for name in ("microsoft-edge", "google-chrome", "chromium-browser", "chromium"):
        path = executable(tmp_path / name)
        assert find_chromium() == path


def test_windows_keeps_them_elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    for name in browser.WINDOWS_ROOTS:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PROGRAMFILES", str(tmp_path))
    edge = executable(tmp_path / "Microsoft/Edge/Application/msedge.exe")
    monkeypatch.setattr("shutil.which", lambda _: None)
    assert find_chromium() == edge
    chrome = executable(tmp_path / "Google/Chrome/Application/chrome.exe")
    assert find_chromium() == chrome


def test_macos_keeps_them_elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr("shutil.which", lambda _: None)
    chrome = executable(tmp_path / "Google Chrome")
    monkeypatch.setattr(browser, "MAC_PLACES", (str(tmp_path / "Chromium"), str(chrome)))
    assert find_chromium() == chrome


def test_a_snap_package_gets_a_folder_that_it_can_see(
    tmp_path: Path, extension: Path, made: Callable[..., TrialBrowser], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "person"))
    (tmp_path / "snap").mkdir()
    fake = Fake(tmp_path / "snap")
    made(extension, fake.path).start(CODE, 1, PAGE)
    assert folder_given(fake.arguments(), "user-data-dir").is_relative_to(tmp_path / "person" / "snap" / "chromium" / "common")


def test_a_page_is_shown_in_the_running_browser_by_its_profile_and_whoever_asked_for_it_ends_with_it(
    fake: Fake, extension: Path, made: Callable[..., TrialBrowser]
) -> None:
    trial = made(extension, fake.path)
    assert not trial.show(PAGE)
    trial.start(CODE, 4321, PAGE)
    first = fake.arguments()
    assert trial.show(PAGE)
    second = fake.arguments()
    assert (first[-1], second[-1]) == (BLANK, PAGE)
    assert first[:-1] == second[:-1]
    asking = trial._asking[0]
    trial.close()
    assert asking.poll() is not None
    assert not trial.show(PAGE)
