import io

import pytest

from netcurtain.commands.progress_line import ProgressLine, line_of
from netcurtain.lists.progress import Step


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True

    @property
    def screen(self) -> str:
        """What is left to see of the line."""
        shown: list[str] = []
        for part in self.getvalue().split("\r"):
            shown[: len(part)] = part
        return "".join(shown).rstrip()


def step(so_far: int, total: int | None = None, doing: str = "asking lists.example") -> Step:
    return Step("EasyPrivacy", 2, 3, doing, so_far, total)


@pytest.mark.parametrize(
    ("one", "line"),
    [
        (step(0), "EasyPrivacy (2 of 3): asking lists.example"),
        (step(0, doing="unpacking it"), "EasyPrivacy (2 of 3): unpacking it"),
        (step(377_217, 1_508_869), "EasyPrivacy (2 of 3): [####................] 377 of 1,508 kB"),
        (step(1_508_869, 1_508_869), "EasyPrivacy (2 of 3): [####################] 1,508 of 1,508 kB"),
        (step(99, 10), "EasyPrivacy (2 of 3): [####################] 0 of 0 kB"),
        (step(1_000), "EasyPrivacy (2 of 3): [####................] 1 kB"),
        (step(200_000), "EasyPrivacy (2 of 3): [...####.............] 200 kB"),
        (step(17 * 65_536), "EasyPrivacy (2 of 3): [####................] 1,114 kB"),
    ],
)
def test_the_line_says_which_list_and_how_far(one: Step, line: str) -> None:
    assert line_of(one) == line


def test_it_draws_over_itself_and_is_gone_at_the_end() -> None:
    terminal = Terminal()
    with ProgressLine(terminal) as line:
        line.show(step(0, doing="a long thing that is being done"))
        line.show(step(0, doing="short"))
        assert terminal.screen == "EasyPrivacy (2 of 3): short"
        line.show(step(5_000, 10_000))
        assert terminal.screen.endswith("5 of 10 kB")
    assert terminal.screen == ""
    assert "\n" not in terminal.getvalue()


def test_it_never_wraps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "20")
    terminal = Terminal()
    ProgressLine(terminal).show(step(0))
    assert len(terminal.screen) == 19


def test_in_a_pipe_there_is_none() -> None:
    pipe = io.StringIO()
    with ProgressLine(pipe) as line:
        line.show(step(5))
    assert pipe.getvalue() == ""
