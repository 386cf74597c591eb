from pathlib import Path
from typing import Any

import msgspec
import pytest

from netcurtain import knowledge
from netcurtain.commands.match import ListFileError, MatchCommand, lists_from
from netcurtain.commands.stream import BadLineError
from netcurtain.core.filter_list import parse_list
from netcurtain.core.matcher import Matcher

LIST = """! Title: Ours
||facebook.com/tr^
||tracker.example^$third-party
@@||tracker.example/needed^
"""
PAGE = "https://www.example.org/report"


def command() -> MatchCommand:
    return MatchCommand(Matcher([parse_list(LIST, "ours.txt")]), knowledge.organisations())


def ask(url: str, **more: Any) -> dict[str, Any]:
    return command().answer({"url": url, "page_url": PAGE, "type": "image", **more})


def test_a_match_names_filter_list_and_company() -> None:
    assert ask("https://www.facebook.com/tr/?id=1&ev=PageView") == {
        "url": "https://www.facebook.com/tr/?id=1&ev=PageView",
        "outcome": "match",
        "filter": "||facebook.com/tr^",
        "exception": None,
        "list": "Ours",
        "third_party": True,
        "organisation": "Meta (Facebook)",
    }


def test_an_exception_is_named_beside_the_filter_it_lets_by() -> None:
    told = ask("https://tracker.example/needed/a.gif")
    assert (told["outcome"], told["filter"], told["exception"]) == (
        "excepted",
        "||tracker.example^$third-party",
        "@@||tracker.example/needed^",
    )


def test_nothing_that_matches_is_none() -> None:
    told = ask("https://www.example.org/style.css", type="stylesheet")
    assert told == {
        "url": "https://www.example.org/style.css",
        "outcome": "none",
        "filter": None,
        "exception": None,
        "list": None,
        "third_party": False,
        "organisation": None,
    }


def test_without_a_page_a_request_is_its_own() -> None:
    assert command().answer({"url": "https://tracker.example/a.gif", "type": "image"})["third_party"] is False


@pytest.mark.parametrize(
    ("filters", "outcome", "named"),
    [
        (["||other.example^"], "none", None),
        (["||other.example^", "/pixel.gif"], "match", "/pixel.gif"),
        (["/pixel.gif", "@@||tracker.example^"], "excepted", "/pixel.gif"),
        (["@@||tracker.example^"], "excepted", None),
        ([], "none", None),
    ],
)
def test_a_line_can_bring_its_own_filters(filters: list[str], outcome: str, named: str | None) -> None:
    told = ask("https://tracker.example/pixel.gif", filters=filters)
    assert (told["outcome"], told["filter"], told["list"]) == (outcome, named, None)


@pytest.mark.parametrize("url", ["https://a.example/", "https://www.b.example/x", "https://c.example/x"])
@pytest.mark.parametrize("line", ["127.0.0.1 a.example b.example\tc.example  # a note", "0.0.0.0   a.example B.example c.example"])
def test_a_line_that_names_several_hosts_is_told_as_it_is_written(url: str, line: str) -> None:
    told = ask(url, filters=["||other.example^", f"  {line}"])
    assert (told["outcome"], told["filter"]) == ("match", line)


@pytest.mark.parametrize(
    ("lines", "named"),
    [
        (["||a.example^ \\", "    $image"], "filter"),
        (["||a.exam \\", "    ple^"], "filter"),
        (["||a.example^$image \\", "      ,domain=www.example.org \\", "    |b.example"], "filter"),
        (["@@||a.example^ \\", "    $image"], "exception"),
    ],
)
def test_lines_that_go_on_in_each_other_are_told_as_they_are_written(lines: list[str], named: str) -> None:
    told = ask("https://a.example/", filters=["/other.gif", *lines, "/more.gif"])
    assert told[named] == "\n".join(lines)


def test_a_line_may_bring_very_many_filters() -> None:
    told = ask("https://t9999.example/a", filters=[f"||t{n}.example^" for n in range(10_000)])
    assert told["filter"] == "||t9999.example^"


def test_with_lists_an_exception_alone_is_none() -> None:
    alone = MatchCommand(Matcher([parse_list("@@||tracker.example^", "x")]), knowledge.organisations())
    assert alone.answer({"url": "https://tracker.example/a", "page_url": PAGE})["outcome"] == "none"


def test_an_unknown_type_counts_as_other() -> None:
    tried = ask("https://tracker.example/x", type="hologram", filters=["||tracker.example^$other"])
    assert tried["outcome"] == "match"


@pytest.mark.parametrize("line", [{}, {"url": ""}, {"url": 5}, {"url": "https://a.example/", "filters": "x"}])
def test_a_line_without_what_it_needs_is_refused(line: dict[str, Any]) -> None:
    with pytest.raises((BadLineError, msgspec.ValidationError)):
        command().answer(line)


def test_a_list_file_is_called_by_its_title_else_by_its_name(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(LIST)
    (tmp_path / "b.txt").write_text("||b.example^\n")
    answers = [MatchCommand(Matcher(lists_from([tmp_path / name])), knowledge.organisations()) for name in ("a.txt", "b.txt")]
    named = [
        a.answer({"url": u, "page_url": PAGE})["list"]
        for a, u in zip(answers, ("https://tracker.example/", "https://b.example/"), strict=True)
    ]
    assert named == ["Ours", "b.txt"]


def test_a_list_file_that_is_not_there_gets_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(ListFileError, match="cannot be read"):
        lists_from([tmp_path / "none.txt"])


@pytest.mark.parametrize(
    ("vendors", "url", "kind", "outcome"),
    [
        (True, "https://bat.bing.com/action/0?ti=1000&evt=pageLoad", "image", "match"),
        (False, "https://bat.bing.com/action/0?ti=1000&evt=pageLoad", "image", "none"),
        (True, "https://bat.bing.com/action/0?ti=1000&evt=pageLoad", "main_frame", "none"),
        (True, "https://www.bing.com/search?q=weather", "image", "none"),
        (True, "https://tracker.example/needed/a.gif", "image", "excepted"),
    ],
    ids=["the table says it", "with lists of one's own it is not asked", "never of a page itself", "nobody's", "an exception goes first"],
)
def test_the_table_of_known_vendors_says_what_no_list_says(vendors: bool, url: str, kind: str, outcome: str) -> None:
    asked = MatchCommand(Matcher([parse_list(LIST, "ours.txt")]), knowledge.organisations(), vendors=vendors)
    told = asked.answer({"url": url, "page_url": PAGE, "type": kind})
    assert told["outcome"] == outcome
    if outcome == "match":
        assert (told["filter"], told["list"], told["organisation"]) == (None, "known vendors", "Microsoft")


def test_with_filters_of_its_own_a_line_is_answered_by_them_alone() -> None:
    asked = MatchCommand(Matcher([]), knowledge.organisations(), vendors=True)
    told = asked.answer(
        {"url": "https://bat.bing.com/action/0?ti=1000", "page_url": PAGE, "type": "image", "filters": ["||other.example^"]}
    )
    assert told["outcome"] == "none"
