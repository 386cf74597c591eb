"""Whether a page has a banner, without a browser: there is one, there is none, or nobody can say."""

import asyncio
from collections.abc import Callable
from typing import Any

import pytest
from playwright.async_api import Error

from netcurtain.survey.looking import choosing
from netcurtain.survey.looking.banners import Banner
from netcurtain.survey.looking.choosing import Found, Unanswered, find_banner

BANNER = Banner("One", ("#one",), (), ())


class SomeFrame:
    """A frame that says whether its banner can be seen, or does not. It is its page, too."""

    def __init__(self, says: Callable[[], str], *frames: "SomeFrame", gone: bool = False) -> None:
        self._says = says
        self._gone = gone
        self.url = "https://a.example/"
        self.main_frame: Any = self
        self.frames: list[Any] = [self, *frames]

    def locator(self, _: str) -> "SomeFrame":
        return self

    async def frame_element(self) -> "SomeFrame":
        return self

    async def evaluate(self, *_: object) -> bool:
        return True

    async def evaluate_all(self, *_: object) -> str:
        return self._says()

    def is_detached(self) -> bool:
        return self._gone


class Silent(SomeFrame):
    """One that never answers."""

    async def evaluate_all(self, *_: object) -> str:
        await asyncio.Event().wait()
        raise AssertionError


def breaks() -> str:
    raise Error("Execution context was destroyed")


def find(page: Any) -> Found | None:
    return asyncio.run(find_banner(page, [BANNER]))


def test_a_banner_is_there_or_not_where_the_page_says_so() -> None:
    found = find(SomeFrame(lambda: "seen"))
    assert found is not None
    assert found.name == "One"
    assert find(SomeFrame(str)) is None
    assert find(SomeFrame(str, SomeFrame(breaks, gone=True))) is None, "what has gone shows nothing"


@pytest.mark.parametrize(
    "page", [Silent(str), SomeFrame(breaks), SomeFrame(str, SomeFrame(breaks))], ids=["no answer", "broke off", "a frame broke off"]
)
def test_a_page_that_does_not_answer_is_not_said_to_have_no_banner(page: SomeFrame, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(choosing, "FIND_SECONDS", 0.05)
    with pytest.raises(Unanswered):
        find(page)
