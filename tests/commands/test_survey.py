"""`netcurtain survey`: its words, what it writes and says. A stand-in takes the browsers' place. Stopped ones: test_survey_stopped.py."""

import re
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Self

import msgspec
import pytest
from click.testing import CliRunner
from tests.commands.survey_runs import LISTED, made, results, run
from tests.survey.clock import Clock
from tests.survey.stand_in import StandIn, result_of

from netcurtain.cli import main
from netcurtain.commands import survey as surveying
from netcurtain.survey import folder as folders
from netcurtain.survey.looking.failures import Failed
from netcurtain.survey.result import SiteSurveyed
from netcurtain.survey.trouble import Trouble

pytestmark = pytest.mark.usefixtures("survey_folder")


def test_a_survey_is_made_and_told_in_numbers(tmp_path: Path) -> None:
    done = made(tmp_path)
    assert done.exit_code == 0, done.output
    assert "6 of 6 sites done, 0 with trouble, 0 left" in done.stderr
    assert done.stdout.startswith("6 pages in all; 6 pages contacted, or tried to contact, companies on our lists before any choice")
    for name in ("report.html", "results.csv", "results.parquet", "pages.csv", "pages.parquet", "check.json"):
        assert (tmp_path / "survey" / name).stat().st_size > 0
        assert name.partition(".")[0] in done.stdout


def test_trouble_is_counted_and_no_failure(tmp_path: Path) -> None:
    (tmp_path / "sites.csv").write_text("https://a.example/broken\nhttps://fails.example/\nhttps://c.example/broken\nhttps://d.example/\n")
    done = made(tmp_path)
    assert done.exit_code == 0
    assert "4 pages in all; 0 pages contacted" in done.stdout
    assert "3 pages had trouble." in done.stdout
    assert "  2 pages: The site answered with an error." in done.stdout
    assert "  1 page: Netcurtain made a mistake here." in done.stdout
    again = made(tmp_path, "--again-failed")
    assert "1 site is done already, 3 to do" in again.stderr


def test_the_same_command_again_looks_at_nothing_twice(tmp_path: Path) -> None:
    made(tmp_path)
    before = results(tmp_path / "survey")
    done = made(tmp_path)
    assert (done.exit_code, "sites done" in done.stderr) == (0, False)
    assert re.search(r"This survey is of \d+ \w+ \d{4}\. To look again at what is done, choose another folder\.\n", done.stderr)
    assert results(tmp_path / "survey") == before


def test_a_survey_that_began_days_ago_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "sites.csv").write_text("https://a.example/\nhttps://full.example/\n")
    began = time.time()
    assert "This survey is of" not in made(tmp_path, "--workers", 1).stderr
    assert "This survey is of" not in made(tmp_path, "--workers", 1).stderr
    monkeypatch.setattr("time.time", lambda: began + 3 * 86_400)
    assert "This survey is of" in made(tmp_path, "--workers", 1).stderr


def test_a_computer_that_is_offline_is_one_sentence_and_the_survey_goes_on_later(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Clock(monkeypatch)
    (tmp_path / "sites.csv").write_text("https://a.example/\n" + "".join(f"https://x.offline-{n}.example/\n" for n in range(95, 99)))
    done = made(tmp_path, "--workers", 1)
    assert done.exit_code == 2
    assert done.stderr.count("It is tried again every minute, for about ten minutes.") == 1
    assert "This computer may be offline" in done.stderr
    assert "report.html" in done.stdout
    assert [site.site for site in folders.sites_of(tmp_path / "survey")] == ["a.example"]


def test_where_nothing_was_looked_at_there_is_no_report_of_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Clock(monkeypatch)
    (tmp_path / "sites.csv").write_text("".join(f"https://offline-{n}.example/\n" for n in range(95, 99)))
    done = made(tmp_path, "--workers", 1)
    assert (done.exit_code, done.stdout) == (2, "")
    assert "This computer may be offline" in done.stderr
    assert "Writing" not in done.stderr
    assert not (tmp_path / "survey" / "report.html").exists()


def test_where_nobody_answered_it_is_tried_once_more_at_the_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Clock(monkeypatch)
    (tmp_path / "sites.csv").write_text("https://a.example/\nhttps://gone-1.example/\nhttps://gone-9.example/\nhttps://b.example/\n")
    done = made(tmp_path, "--workers", 1)
    assert (done.exit_code, done.stderr.splitlines()[-5:]) == (0, [
        "4 of 4 sites done, 2 with trouble, 0 left",
        "Nobody answered at 2 sites. Each is tried once more, a minute after its first try or later, in case the network was away.",
        "1 of 2 sites tried once more, 1 answered",
        "2 of 2 sites tried once more, 1 answered",
        "Writing the results.",
    ])  # fmt: skip
    assert "4 pages in all" in done.stdout
    assert "  1 page: Nobody answers at this address." in done.stdout


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("a.example\nftp://b.example/\n", "1 line is not the address of a web page, and has a row that says so."),
        ("a.example\nThe Met\nftp://b.example/\n", "2 lines are not the address of a web page, and have rows that say so."),
    ],
)
def test_lines_that_are_no_address_are_told_before_anything_is_looked_at(tmp_path: Path, lines: str, said: str) -> None:
    (tmp_path / "sites.csv").write_text(lines)
    shown = made(tmp_path).stderr.splitlines()
    assert shown.index(said) < next(number for number, line in enumerate(shown) if "sites done" in line)


@pytest.mark.parametrize(("sandbox", "said"), [(True, False), (False, True)])
def test_it_is_said_where_chromium_has_no_sandbox(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sandbox: bool, said: bool) -> None:
    monkeypatch.setattr("netcurtain.survey.looking.browser.may_have_sandbox", lambda: sandbox)
    assert ("Chromium has no sandbox" in made(tmp_path).stderr) is said


def test_a_page_that_breaks_the_writing_costs_its_own_row(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    half_an_emoji = {"site2.example": "\ud83d"}
    monkeypatch.setattr(
        "tests.survey.stand_in.in_trouble", lambda task, _: titled(result_of(task), half_an_emoji.get(task.site, "A title"))
    )
    done = made(tmp_path)
    assert done.exit_code == 0
    assert "6 pages in all" in done.stdout
    assert "  1 page: Netcurtain made a mistake here." in done.stdout
    assert "6 of 6 sites done, 1 with trouble, 0 left" in done.stderr


def titled(found: SiteSurveyed, title: str) -> SiteSurveyed:
    return msgspec.structs.replace(found, pages=tuple(msgspec.structs.replace(page, title=title) for page in found.pages))


def test_lines_that_ask_the_same_have_a_row_each(tmp_path: Path) -> None:
    (tmp_path / "sites.csv").write_text("url,name\na.example,One\nA.EXAMPLE,Two\n")
    done = made(tmp_path)
    assert "1 line repeats an address" in done.stderr
    assert "1 page in all" in done.stdout
    assert [page.label for site in folders.sites_of(tmp_path / "survey") for page in site.pages] == ["One", "Two"]


def test_options_are_asked_and_kept(tmp_path: Path) -> None:
    made(
        tmp_path,
        "--clicks",
        1,
        "--pages",
        3,
        "--delay",
        0,
        "--patience",
        9,
        "--type-marker",
        "--browser-option",
        "--a",
        "--browser-option",
        "--b=c",
    )
    asked = folders.begun_in(tmp_path / "survey").asked
    assert (asked.clicks, asked.pages, asked.delay, asked.patience, asked.type_marker) == (1, 3, 0, 9, True)
    assert asked.browser_options == ("--a", "--b=c")


@pytest.mark.parametrize(
    ("prepare", "arguments", "said"),
    [
        (lambda place: (place / "sites.csv").unlink(), [], "list of sites cannot be read"),
        (lambda place: (place / "sites.csv").write_text("\n"), [], "no address in the list"),
        (lambda place: (place / "sites.csv").write_bytes(b"PK\x03\x04"), [], "Save it as CSV"),
        (lambda place: (place / "sites.csv").write_text("".join(f"a.example/{n}\n" for n in range(1_001))), [], "of one site"),
        (lambda place: (place / "survey").write_text(""), [], "cannot be written"),
        (lambda place: (place / "survey" / "x").mkdir(parents=True), [], "holds no survey"),
        (lambda _place: None, ["--extension", "/nowhere"], "no browser extension in this folder"),
        (lambda _place: None, ["--contact", "two\nlines"], "one line"),
    ],
    ids=["no list", "empty list", "spreadsheet", "one site", "file", "other folder", "extension", "contact"],
)
def test_what_cannot_be_done_is_one_sentence_and_status_two(
    tmp_path: Path, prepare: Callable[[Path], object], arguments: list[str], said: str
) -> None:
    prepare(tmp_path)
    done = made(tmp_path, *arguments)
    assert (done.exit_code, done.stdout) == (2, "")
    assert said in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_full_disk_is_one_sentence_and_the_survey_goes_on_later(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "sites.csv").write_text("https://a.example/\nhttps://full.example/\nhttps://c.example/\n")
    done = made(tmp_path, "--workers", 1)
    assert (done.exit_code, done.stdout) == (2, "")
    assert "The disk is full, or nearly" in done.stderr
    assert [site.site for site in folders.sites_of(tmp_path / "survey")] == ["a.example"]
    (tmp_path / "sites.csv").write_text("https://a.example/\nhttps://full.example/\nhttps://c.example/\n")
    monkeypatch.setattr("tests.survey.stand_in.StandIn._misbehave", _well)
    assert made(tmp_path).exit_code == 0
    assert len(list(folders.sites_of(tmp_path / "survey"))) == 3


async def _well(_self: object, _site: str) -> None:
    pass


def test_without_the_packages_one_sentence_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(surveying, "PACKAGES", ("nobodys_package",))
    done = made(tmp_path)
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.endswith("To install it, in the folder of Netcurtain's source: pip install '.[survey]'\n")
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert made(tmp_path).stderr.startswith("Surveys are not in this Netcurtain")


def test_without_chromium_one_sentence_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(surveying, "find_chromium", lambda: None)
    done = made(tmp_path)
    assert (done.exit_code, done.stdout) == (2, "")
    assert "Chromium was not found" in done.stderr


def test_a_chromium_that_does_not_start_is_one_sentence_without_words_of_ours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class NotStarted(StandIn):
        async def __aenter__(self) -> Self:
            raise Failed(Trouble.COMPUTER, "start")

    monkeypatch.setattr("netcurtain.survey.surveying.Surveyor", lambda _tools, _asked: NotStarted(tmp_path))
    done = made(tmp_path)
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.endswith("Chromium could not be started. Check that it opens, then run the same command again.\n")


@pytest.mark.parametrize("words", [["survey"], ["survey", "compare"]], ids=" ".join)
def test_help_shows_an_example(words: list[str]) -> None:
    shown = CliRunner().invoke(main, [*words, "--help"])
    assert shown.exit_code == 0
    assert re.search(rf"Example:\n +netcurtain {' '.join(words)}", shown.stdout)


def test_the_help_says_what_is_never_done_and_shows_the_options() -> None:
    shown = " ".join(run("--help").stdout.split())
    assert "Usage: main survey [OPTIONS] SITES.csv" in shown
    assert "clicks into one field of a form" in shown
    assert "presses the buttons of a cookie banner" in shown
    assert "never sends a form and never presses a button that would" in shown
    assert "types nothing into a page, but the marker with --type-marker" in shown
    assert "asks nobody for a password" in shown
    for option in ("--output", "--clicks", "--scheduler", "--again-failed", "--browser-option", "--extension", "--contact"):
        assert option in shown
    assert "compare What has changed between two surveys?" in shown
    assert "..." not in shown.partition("Commands:")[2]


def test_options_may_stand_before_the_list(tmp_path: Path) -> None:
    assert run("--output", tmp_path / "survey", "--workers", 1, tmp_path / "sites.csv").exit_code == 0


@pytest.mark.parametrize("option", ["--delay", "--patience"])
@pytest.mark.parametrize("value", ["nan", "inf", "-1"])
def test_a_time_without_an_end_is_refused(tmp_path: Path, option: str, value: str) -> None:
    assert made(tmp_path, f"{option}={value}").exit_code == 2
    assert not (tmp_path / "survey").exists()


@pytest.mark.parametrize("form", ["text", "json", "html"])
def test_two_surveys_are_compared(tmp_path: Path, form: str) -> None:
    made(tmp_path, into="old")
    (tmp_path / "sites.csv").write_text(LISTED.replace("site3.example/told", "site3.example/"))
    made(tmp_path, into="new")
    done = run("compare", tmp_path / "old", tmp_path / "new", "--format", form)
    assert done.exit_code == 0
    if form == "json":
        msgspec.json.decode(done.stdout)
    out = tmp_path / "changes"
    assert run("compare", tmp_path / "old", tmp_path / "new", "--format", form, "--output", out).stdout == ""
    assert out.read_text(encoding="utf-8") == done.stdout


def test_comparing_what_is_no_survey_is_one_sentence(tmp_path: Path) -> None:
    done = run("compare", tmp_path, tmp_path)
    assert (done.exit_code, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert "or is not there. Give a folder that a survey has written." in run("compare", tmp_path / "none", tmp_path).stderr
