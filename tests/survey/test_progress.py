"""How far a survey is: on a terminal a bar, elsewhere lines by count."""

import io

import pytest
from tests.survey.stand_in import result_of, task

from netcurtain.survey.progress import Progress

WELL = result_of(task("a.example", 1))
FAILED = result_of(task("a.example", 1, path="/broken"))


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_lines_say_what_is_done_failed_left_and_how_long() -> None:
    seconds = iter([0.0, 60.0, 120.0, 180.0])
    stream = io.StringIO()
    with Progress(4, 1, stream, lambda: next(seconds)) as progress:
        progress.one_more(WELL)
        progress.one_more(FAILED)
        progress.one_more(WELL)
    assert stream.getvalue().splitlines() == [
        "2 of 4 sites done, 0 with trouble, 2 left, about 2 minutes left",
        "3 of 4 sites done, 1 with trouble, 1 left, about a minute left",
        "4 of 4 sites done, 1 with trouble, 0 left",
    ]


@pytest.mark.parametrize("before", [0, 1], ids=["in this run", "in an earlier run"])
def test_a_site_that_went_well_the_second_time_is_no_longer_one_with_trouble(monkeypatch: pytest.MonkeyPatch, before: int) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "120")
    terminal = Terminal()
    with Progress(2, before, terminal, lambda: 0.0, silent=before) as progress:
        for found in (FAILED, FAILED)[before:]:
            progress.one_more(found)
        progress.once_more(FAILED)
        progress.once_more(WELL)
    assert "1 with trouble" in terminal.getvalue().rpartition("2 done")[2]


def test_of_second_looks_there_are_no_lines() -> None:
    stream = io.StringIO()
    with Progress(1, 1, stream, lambda: 0.0, silent=1) as progress:
        progress.once_more(WELL)
    assert stream.getvalue() == ""


@pytest.mark.parametrize(("of", "lines"), [(3, 3), (100, 20), (1_005, 21)])
def test_a_long_survey_has_few_lines_and_the_last_one(of: int, lines: int) -> None:
    stream = io.StringIO()
    with Progress(of, 0, stream, lambda: 0.0) as progress:
        for _ in range(of):
            progress.one_more(WELL)
    said = stream.getvalue().splitlines()
    assert len(said) == lines
    assert said[-1].startswith(f"{of:,} of {of:,} sites done")


def test_a_terminal_has_a_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "120")
    terminal = Terminal()
    seconds = iter([0.0, 2_400.0])
    with Progress(62, 1, terminal, lambda: next(seconds)) as progress:
        progress.one_more(FAILED)
        progress.say("Stopping [all].")
    drawn = terminal.getvalue()
    for words in ("2 done", "1 with trouble", "60 left", "about 40 hours left", "Stopping [all]."):
        assert words in drawn
