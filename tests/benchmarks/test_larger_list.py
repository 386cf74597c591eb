"""The longer lists of `make bench-match`: filters of the same shape for other places, the same every time."""

import pytest
from tests.benchmarks.peers.larger_list import larger, varied

COMMON = frozenset({"com", "co", "uk", "analytics", "js", "track"})


@pytest.mark.parametrize(
    ("line", "shape"),
    [
        ("||acme.com^", "||????.com^"),
        ("||acme.co.uk^$third-party", "||????.co.uk^$third-party"),
        ("@@||acme.shop/track/p1.js$script", "@@||????.shop/track/??.js$script"),
        ("/analytics.js", "/?????????.js"),
        ("/track_it?*&id=$image", "/track_???*&??=$image"),
        ("-ping.$domain=acme.com|~b2.example", "-????.$domain=????.com|~??.example"),
        ("$ping,third-party", "$ping,third-party"),
    ],
)
def test_a_copy_keeps_the_shape_and_the_common_words(line: str, shape: str) -> None:
    copy = varied(line, 1, COMMON)
    assert len(copy) == len(line)
    for was, now, wanted in zip(line, copy, shape, strict=True):
        if wanted != "?" or was == "?":
            assert now == was
        else:
            assert now != was
            assert (now.isdigit(), now.isalpha()) == (was.isdigit(), was.isalpha())


def test_a_word_becomes_the_same_word_in_all_filters_of_a_copy_and_others_in_the_next() -> None:
    first = varied("||acme.com^", 1, COMMON)
    assert varied("||acme.com/acme", 1, COMMON) == f"{first[:-1]}/{first[2:6]}"
    assert varied("||acme.com^", 2, COMMON) != first


def test_a_longer_list_holds_the_list_and_copies_of_its_network_filters_alone() -> None:
    text = "[Adblock Plus 2.0]\n! Title: one\n||acme.com^\n/^exp.*/\nsite.example##.ad\n/pixel.gif?"
    lines = larger(text, 3).split("\n")
    assert lines[:6] == text.split("\n")
    assert len(lines) == 6 + 2 * 2
    assert larger(text, 3) == larger(text, 3)
