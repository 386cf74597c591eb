import pytest
import re2

from netcurtain.core.domains import place_of
from netcurtain.core.filter_list import parse_line
from netcurtain.core.network_filter import NetworkFilter, Party, bare, means, pattern_of
from netcurtain.core.question import ask
from netcurtain.core.request import ResourceType


@pytest.mark.parametrize("third_party", [False, True])
def test_a_bare_filter_is_the_one_its_line_would_give(third_party: bool) -> None:
    made = bare("t.example", third_party, "A list")
    # A $badfilter or two spellings have to find it equal.
    again = parse_line(made.line.replace("t.example", "T.example"), "A list")
    assert isinstance(again, NetworkFilter)
    assert (again.pattern, again.party, again.types) == (made.pattern, made.party, made.types)


@pytest.mark.parametrize(
    ("written", "host", "text", "plain"),
    [
        ("||t.example^", "t.example", "^", True),
        ("||t.example/tr", "t.example", "/tr", True),
        ("||t.example:8080/", "t.example", ":8080/", True),
        ("||t.example|", "t.example", "|", False),
        ("||t.example", "", "||t.example", False),
        ("||t.*/x", "", "||t.*/x", False),
        ("**/Pixel.gif**", "", "/pixel.gif", True),
        ("/a*b", "", "/a*b", False),
    ],
)
def test_a_pattern_is_taken_apart(written: str, host: str, text: str, plain: bool) -> None:
    pattern = pattern_of(written, match_case=False)
    assert (pattern.host, pattern.text, pattern.plain) == (host, text, plain)


def test_an_expression_that_could_run_for_ever_is_run_in_linear_time() -> None:
    hang = NetworkFilter("", None, pattern_of("/(x+x+)+y/", match_case=False))
    asked = ask("https://a.example/" + "x" * 20_000, "", ResourceType.SCRIPT)
    assert asked is not None
    assert not hang.applies(asked)


def test_an_expression_that_cannot_be_run_so_is_refused() -> None:
    with pytest.raises(re2.error):
        pattern_of("/(?<=a)b/", match_case=False)


@pytest.mark.parametrize(
    ("named", "yes"),
    [
        ({}, True),
        ({"shop.example": True}, True),
        ({"other.example": True}, False),
        ({"other.example": False}, True),
        ({"shop.example": True, "www.shop.example": False}, False),
        ({"shop.example": False, "www.shop.example": True}, True),
        ({"shop.*": True}, True),
    ],
)
def test_the_most_exact_name_decides(named: dict[str, bool], yes: bool) -> None:
    assert means(named, place_of("www.shop.example")) is yes


@pytest.mark.parametrize(
    ("url", "parties"),
    [
        ("https://www.shop.example/", {Party.FIRST, Party.STRICT_FIRST}),
        ("https://stats.shop.example/", {Party.FIRST, Party.STRICT_THIRD, Party.SIBLING}),
        ("https://t.example/", {Party.THIRD, Party.STRICT_THIRD}),
    ],
)
def test_parties(url: str, parties: set[Party]) -> None:
    asked = ask(url, "https://www.shop.example/", ResourceType.SCRIPT)
    assert asked is not None
    assert {party for party in Party if party.takes(asked)} == parties


@pytest.mark.parametrize("written", ["/[ab]*a[ab]{900}[ab]{900}c/", "/" + "(a+)+" * 3000 + "/", "a*" * 101, "^" * 101])
def test_a_pattern_that_would_take_long_is_refused(written: str) -> None:
    with pytest.raises(re2.error):
        pattern_of(written, match_case=False)


@pytest.mark.parametrize("letters", [100, 9_000, 65_000])
def test_an_expression_sees_the_whole_of_an_address(letters: int) -> None:
    looking = NetworkFilter("", None, pattern_of("/xyz[0-9]$/", match_case=False))
    asked = ask("https://a.example/" + "a" * letters + "xyz1", "", ResourceType.SCRIPT)
    assert asked is not None
    assert looking.applies(asked)


@pytest.mark.parametrize(
    ("written", "least", "most"),
    [
        ("/pixel.gif", 0, 0),
        ("||t.example^", 0, 0),
        ("/a*b", 2, 50),
        ("/xyz[0-9]$/", 2, 50),
        ("/[ab]*a[ab]{400}c/", 400, 450),
        ("^/" * 90 + "*a", 1_000, 1_000),
    ],
)
def test_a_pattern_knows_how_slow_it_may_be(written: str, least: int, most: int) -> None:
    assert least <= pattern_of(written, match_case=False).steps <= most
