"""Whether what came is a page at all, and whether it is the same as before."""

from typing import Any

import pytest

from netcurtain.survey.looking.failures import Failed
from netcurtain.survey.looking.loading import judge, same_place
from netcurtain.survey.trouble import Trouble


class Answered:
    def __init__(self, status: int, kind: str = "text/html; charset=utf-8") -> None:
        self.status = status
        self.headers = {"content-type": kind} if kind else {}


def judged(*answers: Answered) -> None:
    documents: Any = answers
    judge(documents)


@pytest.mark.parametrize("answers", [[], [Answered(302, "text/plain"), Answered(200)], [Answered(200, "")]])
def test_a_page_is_one_by_its_newest_answer(answers: list[Answered]) -> None:
    judged(*answers)


@pytest.mark.parametrize(
    ("answer", "means"),
    [
        (Answered(401), (Trouble.PASSWORD, "401")),
        (Answered(429), (Trouble.STATUS, "429")),
        (Answered(204), (Trouble.NOT_A_PAGE, "204")),
        (Answered(503), (Trouble.STATUS, "503")),
        (Answered(200, "image/png"), (Trouble.NOT_A_PAGE, "image/png")),
        (Answered(200, "a person's name"), (Trouble.NOT_A_PAGE, "")),
    ],
)
def test_what_is_no_page_says_what_it_is(answer: Answered, means: tuple[Trouble, str]) -> None:
    with pytest.raises(Failed) as failed:
        judged(Answered(200), answer)
    assert (failed.value.trouble, failed.value.detail) == means


@pytest.mark.parametrize(
    ("other", "same"), [("http://a.example/b?d#e", True), ("http://a.example/c", False), ("http://b.example/b", False)]
)
def test_a_place_is_the_same_whatever_is_asked_of_it(other: str, same: bool) -> None:
    assert same_place("http://a.example/b?c", other) is same
