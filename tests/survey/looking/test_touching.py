"""Which field of a page is touched, and what counts as a form."""

import asyncio
from collections.abc import Callable
from typing import Any

import msgspec
import pytest
from playwright.async_api import Error

from netcurtain.survey.looking import touching
from netcurtain.survey.looking.in_page import MAX_FIELDS
from netcurtain.survey.looking.touching import MAX_FRAMES, MAX_MARKER, MAX_WEIGHED, Field, best_field, count_forms, forms_in, touch


def field(kind: str = "text", form: int = 0, words: str = "", *, usable: bool = True, seen: bool = True, asking: bool = True) -> Field:
    return Field(kind, form, words, usable, seen, asking)


SEARCH = field("search", form=9, words="q")


@pytest.mark.parametrize(
    ("fields", "best"),
    [
        ([], None),
        ([field(seen=False), field(usable=False)], None),
        ([field()], (0, 2)),
        ([SEARCH], (0, -10)),
        ([SEARCH, field("email")], (1, 3)),
        ([field("text", 9, "site-search"), field("text", 0, "name")], (1, 2)),
        ([field("email", 1), field("text", 2), field("textarea", 2)], (1, 7)),
        ([field("textarea", 1), field("textarea", 2)], (0, 5)),
        ([field("text", -1), field("textarea", -1)], (0, 7)),
        ([field("text", 0, "postcode search"), field("textarea", 0), field("email", 0)], (1, -2)),
        ([field("textarea", 0, seen=False), field("tel", 0)], (1, 3)),
    ],
    ids=["none", "none usable", "one", "only a search box", "after a search box", "a search box by its name", "the heaviest form",
         "the upper of two", "in no form", "not the search box of a form", "not what is unseen"],
)  # fmt: skip
def test_the_field_that_is_touched(fields: list[Field], best: tuple[int, int] | None) -> None:
    assert best_field(fields) == best


@pytest.mark.parametrize(
    ("words", "searches"),
    [
        ("q", True),
        ("Search this site", True),
        ("s", True),
        ("your-keywords", True),
        ("story", False),
        ("name surname", False),
        ("research", True),
    ],
)
def test_search_boxes_are_known_by_their_words(words: str, searches: bool) -> None:
    assert field(words=words).searches is searches


def test_forms_are_counted_by_what_they_ask() -> None:
    assert forms_in([SEARCH, field(form=0), field(form=0), field(form=1), field(form=2, seen=False), field(form=-1), field(form=-1)]) == 3


@pytest.mark.parametrize(
    ("fields", "forms"),
    [
        ([field("radio", 0, "raped"), field("radio", 0, "raped")], 1),
        ([field("select-one", 0, "relation"), field("checkbox", 1, "agree")], 2),
        ([field("radio", 0, "q")], 1),
        ([field("radio", -1), field("radio", -1)], 1),
        ([field("radio", seen=False), field("radio", usable=False), field("radio", asking=False)], 0),
        ([field("text", asking=True), field("checkbox", asking=False)], 1),
        ([SEARCH, field("select-one", 9, "category")], 0),
        ([SEARCH, field("textarea", 9), field("select-one", 9)], 1),
        ([field("select-one", 0, "results search-filter")], 0),
        ([field("select-one", 0, "sortBy"), field("select-one", 1, "site-language"), field("radio", 2, "cookies[analytics]")], 0),
        ([field("radio", 0, "slang resort cookery")], 1),
    ],
    ids=["yes or no", "a list, a box", "a question's short name", "in no form", "unseen, off, aside", "one of two", "beside a search box",
         "a search box in a form", "a search by its words", "about the website", "words within words"],
)  # fmt: skip
def test_choices_make_a_form_where_they_ask_a_person_something(fields: list[Field], forms: int) -> None:
    assert forms_in(fields) == forms


class SomeFrame:
    """A frame that says what its fields are, or does not. It is its page, too."""

    def __init__(self, says: Callable[[], list[Field]], *frames: "SomeFrame", gone: bool = False, shown: bool = True) -> None:
        self._says = says
        self._shown = shown
        self._gone = gone
        self.main_frame: Any = self
        self.frames: list[Any] = [self, *frames]

    def locator(self, _: str) -> "SomeFrame":
        return self

    async def frame_element(self) -> "SomeFrame":
        return self

    async def evaluate(self, *_: object) -> bool:
        return self._shown

    async def evaluate_all(self, *_: object) -> Any:
        return msgspec.to_builtins(self._says())

    def is_detached(self) -> bool:
        return self._gone


class Silent(SomeFrame):
    """One that never answers."""

    async def evaluate_all(self, *_: object) -> Any:
        await asyncio.Event().wait()


def breaks() -> list[Field]:
    raise Error("Execution context was destroyed")


@pytest.mark.parametrize(
    ("page", "forms"),
    [
        (SomeFrame(lambda: [field()]), 1),
        (SomeFrame(list), 0),
        (SomeFrame(breaks), None),
        (SomeFrame(list, SomeFrame(breaks)), None),
        (SomeFrame(list, SomeFrame(breaks, gone=True)), 0),
        (SomeFrame(lambda: [field()], SomeFrame(breaks)), 1),
        (Silent(list), None),
        (SomeFrame(lambda: [field()], Silent(list)), 1),
        (SomeFrame(list, *(SomeFrame(list) for _ in range(MAX_FRAMES - 1))), 0),
        (SomeFrame(list, *(SomeFrame(list) for _ in range(MAX_FRAMES))), 0),
        (SomeFrame(list, *(SomeFrame(list) for _ in range(MAX_FRAMES)), SomeFrame(list, shown=False)), 0),
        (SomeFrame(list, *(SomeFrame(list) for _ in range(MAX_FRAMES)), SomeFrame(lambda: [field()])), None),
        (SomeFrame(list, *(SomeFrame(list, shown=False) for _ in range(MAX_WEIGHED - 1))), 0),
        (SomeFrame(list, *(SomeFrame(list, shown=False) for _ in range(MAX_WEIGHED))), None),
        (SomeFrame(lambda: [field(seen=False)] * (MAX_FIELDS - 1)), 0),
        (SomeFrame(lambda: [field(seen=False)] * MAX_FIELDS), None),
        (SomeFrame(lambda: [field()] * MAX_FIELDS), 1),
    ],
    ids=[
        "one",
        "none",
        "broke off",
        "a frame broke off",
        "a frame has gone",
        "one, and a frame broke off",
        "no answer",
        "one, and no answer",
        "a few frames",
        "as many frames as are looked at",
        "and a hidden one",
        "more frames than are looked at",
        "some hidden frames",
        "more hidden frames than are asked about",
        "many fields",
        "more fields than are looked at",
        "one, and more fields",
    ],
)
def test_that_there_is_no_form_is_said_only_where_all_was_looked_at(page: Any, forms: int | None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(touching, "COUNT_SECONDS", 0.05)
    assert asyncio.run(count_forms(page)) == forms


@pytest.mark.parametrize("marker", ["", "two\nlines", "tab\there", "x" * (MAX_MARKER + 1)])
def test_a_marker_that_could_press_a_key_is_refused(marker: str) -> None:
    with pytest.raises(ValueError, match="one short line"):
        asyncio.run(touch(None, marker))  # type: ignore[arg-type]
