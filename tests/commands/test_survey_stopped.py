"""`netcurtain survey`: one that was stopped goes on, and ends as if it had not been. A stand-in takes the browsers' place."""

import os
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.commands.survey_runs import LISTED, made, results
from tests.survey.clock import Clock
from tests.survey.stand_in import StandIn

from netcurtain.survey import folder as folders
from netcurtain.survey.trouble import Trouble

pytestmark = pytest.mark.usefixtures("survey_folder")

PROGRAM = """
import sys
from tests.survey.stand_in import in_command, result_of
from netcurtain.cli import main
from netcurtain.commands import survey
from netcurtain.survey import surveying
surveying.Surveyor = in_command
survey.find_chromium = lambda: sys.executable
main(sys.argv[1:])
"""


@pytest.fixture(autouse=True)
def _hears_that_its_window_closed() -> Iterator[None]:
    """Also where the tests were started with `nohup`."""
    before = signal.signal(signal.SIGHUP, signal.SIG_DFL)
    yield
    signal.signal(signal.SIGHUP, before)


@pytest.mark.parametrize("stops", ["gone.example", "back.example"], ids=["the first", "the last"])
def test_a_survey_that_is_stopped_in_a_second_look_and_begun_again_equals_one_that_was_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stops: str
) -> None:
    """Where Ctrl+C ends the browser before it ends us, that look fails; this says nothing of the site."""
    Clock(monkeypatch)
    looked, stopped = Counter[str](), list[str]()

    def trouble_of(_self: StandIn, site: str) -> Trouble | None:
        looked[site] += 1
        if site == stops and looked[site] == 2 and not stopped:
            stopped.append(site)
            os.kill(os.getpid(), signal.SIGINT)
            return Trouble.COMPUTER
        return Trouble.NOT_FOUND if site == "gone.example" or (site == "back.example" and looked[site] == 1) else None

    monkeypatch.setattr("tests.survey.stand_in.StandIn._trouble_of", trouble_of)
    (tmp_path / "sites.csv").write_text("https://a.example/\nhttps://gone.example/\nhttps://b.example/\nhttps://back.example/\n")
    assert made(tmp_path, "--workers", 1, into="stopped").exit_code == 130
    again = made(tmp_path, "--workers", 1, into="stopped")
    assert again.exit_code == 0
    assert "choose another folder" not in again.stderr
    looked.clear()
    assert made(tmp_path, "--workers", 1, into="whole").exit_code == 0
    assert results(tmp_path / "stopped") == results(tmp_path / "whole")
    assert [site.pages[0].trouble for site in folders.sites_of(tmp_path / "whole")] == [None, Trouble.NOT_FOUND, None, None]


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    places = {f"XDG_{kind}_HOME": str(tmp_path / kind.lower()) for kind in ("DATA", "CONFIG", "CACHE", "STATE")}
    root = Path(__file__).resolve().parents[2]
    return os.environ | places | {"PYTHONPATH": str(root)}


def begun(tmp_path: Path, environment: dict[str, str], into: str) -> subprocess.Popen[str]:
    words = ["survey", tmp_path / "sites.csv", "--output", tmp_path / into, "--contact", tmp_path, "--workers", "1"]
    command = [sys.executable, "-c", PROGRAM, *map(str, words)]
    return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP], ids=["Ctrl+C", "asked to end", "window closed"])
def test_a_survey_stopped_at_half_and_begun_again_equals_one_that_was_not(
    tmp_path: Path, environment: dict[str, str], how: signal.Signals
) -> None:
    (tmp_path / "sites.csv").write_text(
        LISTED + "https://waits.example/,Waits\n" + LISTED.removeprefix("url,name\n").replace("site", "more")
    )
    os.mkfifo(tmp_path / "reached")
    process = begun(tmp_path, environment, "stopped")
    (tmp_path / "reached").read_text()
    process.send_signal(how)
    said = process.communicate(timeout=60)
    assert (process.returncode, said[0]) == (130, "")
    assert said[1].splitlines()[-1] == "Stopped. What is done is kept: run the same command again and it goes on."
    assert len(list(folders.sites_of(tmp_path / "stopped"))) == 6
    assert not list((tmp_path / "stopped" / "sites").glob(".*"))

    (tmp_path / "reached").unlink()
    assert made(tmp_path, into="stopped").exit_code == 0
    assert made(tmp_path, into="whole").exit_code == 0
    assert len(list(folders.sites_of(tmp_path / "whole"))) == 13
    assert results(tmp_path / "stopped") == results(tmp_path / "whole")


def test_what_comes_after_ctrl_c_is_not_kept_for_it_may_have_failed_because_of_it(tmp_path: Path) -> None:
    (tmp_path / "sites.csv").write_text("https://a.example/\nhttps://interrupts.example/\nhttps://c.example/\n")
    done = made(tmp_path, "--workers", 1)
    assert (done.exit_code, done.stdout) == (130, "")
    assert [site.site for site in folders.sites_of(tmp_path / "survey")] == ["a.example"]


def test_ctrl_c_a_second_time_ends_it_at_once(tmp_path: Path, environment: dict[str, str]) -> None:
    (tmp_path / "sites.csv").write_text("https://a.example/\nhttps://stubborn.example/\n")
    os.mkfifo(tmp_path / "reached")
    os.mkfifo(tmp_path / "stopping")
    process = begun(tmp_path, environment, "survey")
    (tmp_path / "reached").read_text()
    process.send_signal(signal.SIGINT)
    (tmp_path / "stopping").read_text()
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=60)
    assert process.returncode == -signal.SIGINT
    assert [site.site for site in folders.sites_of(tmp_path / "survey")] == ["a.example"]
