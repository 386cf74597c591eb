"""Nothing in a list or an address makes the parser or the matcher fail. ``tests/benchmarks/fuzz_filters.py`` goes on for minutes."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.core.odd_lists import odd_address, odd_list

from netcurtain.core.filter_list import MAX_FILTERS, Skipped, parse_line, parse_list
from netcurtain.core.filter_options import Reason
from netcurtain.core.list_lines import MAX_LINE, holds, lines_of
from netcurtain.core.matcher import Matcher
from netcurtain.core.request import ResourceType


@settings(max_examples=400, deadline=None, derandomize=True, database=None)
@given(st.integers(0, 2**62))
def test_odd_lists_are_read_and_asked(seed: int) -> None:
    dice = Random(seed)
    lists = [odd_list(dice) for _ in range(dice.randint(1, 3))]
    matcher = Matcher([parse_list(text, None) for text in lists])
    for _ in range(3):
        matcher.decide(odd_address(dice), odd_address(dice), dice.choice(list(ResourceType)), dice.choice(("GET", "", "ü")))


@given(st.text(), st.text(), st.text())
def test_any_text_may_be_a_list_and_an_address(text: str, url: str, page: str) -> None:
    matcher = Matcher([parse_list(text, None)])
    matcher.decide(url, page, ResourceType.SCRIPT)
    matcher.decide(f"https://{url}", f"https://{page}", ResourceType.SCRIPT)


@settings(max_examples=400, deadline=None, derandomize=True, database=None)
@given(st.integers(0, 2**62))
def test_every_line_is_used_or_counted(seed: int) -> None:
    text = odd_list(Random(seed))
    read = parse_list(text, None)
    used = comments = 0
    for line, _, unread in lines_of(text):
        made = Skipped(line, unread) if unread else parse_line(line)
        if isinstance(made, Skipped):
            comments += made.reason is Reason.COMMENT
        else:
            used += 1
    skipped = sum(read.reasons.values())
    # parse_line has no word for a line that turns another off.
    assert used + comments + skipped + len(read.turned_off) == len(list(lines_of(text)))
    assert read.count == used + len(read.turned_off) + read.reasons.get(Reason.CHANGES_AN_ANSWER, 0)


@pytest.mark.parametrize(
    "line",
    [
        "||t.example^$" + "a" * 5_000_000,
        "$" * (MAX_LINE - 1),
        "/x$" + "domain=/a" * 1_800,
        "/x$domain=" + "|/a" * 5_000,
        "/x$domain=" + "~a.example|" * 1_400,
        "/x$" + "script," * 2_300,
        "/x" + " " * (MAX_LINE - 10) + "y",
        "a.example" + "," * 16_000 + "%%",
        "/" + "(a+)+" * 3_000 + "/",
        "/" + "(" * 8_000 + ")" * 8_000 + "/",
        "/" + "a{999}" * 2_000 + "/",
        "/[" + "a-z" * 5_000 + "]/",
        "||" + "a." * 8_000 + "example^",
        "||t.example/" + "*a" * 8_000,
        "*" * 16_000,
        "^" * 16_000,
        "0.0.0.0" + " a.example" * 1_600,
        "!#if " + "!" * 16_000 + "a",
        "!#if " + "(" * 16_000,
        "#" * 16_000,
        "\\" * 16_000,
    ],
    ids=lambda line: line[:20],
)
def test_no_line_keeps_the_reader_long(line: str) -> None:
    # The time is bounded by pytest's own limit; what is measured is in docs/SECURITY.md.
    matcher = Matcher([parse_list(line, None)])
    matcher.decide("https://t.example/" + "a" * 60_000, "https://t.example/", ResourceType.SCRIPT)


def test_a_list_of_a_million_filters_is_cut_off() -> None:
    read = parse_list("\n".join(f"/a{n}?$script" if n % 4 == 0 else f"||a{n}.example^" for n in range(1_000_000)), None)
    assert (read.count, read.reasons) == (MAX_FILTERS, {Reason.TOO_MANY: 1_000_000 - MAX_FILTERS})


def test_nested_conditions_have_an_end() -> None:
    assert parse_list("!#if adguard\n" * 100_000 + "/a\n" + "!#endif\n" * 100_000 + "/b", None).count == 1
    assert not holds("(" * 400 + "true" + ")" * 400)
