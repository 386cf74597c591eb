"""Why nothing came in time, and text that can be written down."""

import asyncio
from typing import Any

import pytest

from netcurtain.survey.looking import limits
from netcurtain.survey.looking.waiting import too_slow, whole
from netcurtain.survey.looking.watching import Watch
from netcurtain.survey.trouble import Trouble


class NeverAnswers:
    async def evaluate(self, _: str) -> None:
        await asyncio.Event().wait()


class Answers:
    async def evaluate(self, _: str) -> None:
        """At once."""


CASES = {
    "it never came": (NeverAnswers(), False, 0, Trouble.TIMED_OUT),
    "it came, and its scripts run on": (NeverAnswers(), True, 0, Trouble.BUSY),
    "it came, and answers": (Answers(), True, 0, Trouble.TIMED_OUT),
    "it sends and sends": (NeverAnswers(), True, limits.MUCH + 1, Trouble.TOO_LARGE),
}


@pytest.mark.parametrize(("tab", "came", "received", "trouble"), CASES.values(), ids=CASES.keys())
def test_only_a_page_that_came_can_be_busy(monkeypatch: pytest.MonkeyPatch, tab: Any, came: bool, received: int, trouble: Trouble) -> None:
    monkeypatch.setattr(limits, "ALIVE_SECONDS", 0.01)

    async def why() -> Trouble:
        watch = Watch()
        watch.received = received
        return (await too_slow(watch, tab, came=came)).trouble

    assert asyncio.run(why()) is trouble


def test_half_a_sign_becomes_a_question_mark_and_nothing_else_changes() -> None:
    assert [whole("a\ud83d"), whole("\udc00\ud83d"), whole("£ \N{GRINNING FACE}")] == ["a?", "??", "£ \N{GRINNING FACE}"]
