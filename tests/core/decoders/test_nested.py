"""Nested JSON as flat parameters."""

import pytest

from netcurtain.core.decoders.nested import MAX_LEAVES, flat
from netcurtain.core.decoders.payload import first


def test_names_are_joined_and_a_list_shares_its_name() -> None:
    found = {"a": {"b": "x", "c": [1, 2.5, {"d": "y"}]}, "e": True, "f": None}
    assert flat(found) == {"a.b": ["x"], "a.c": ["1", "2.5"], "a.c.d": ["y"]}
    assert flat(found, "pd", brackets=True) == {"pd[a][b]": ["x"], "pd[a][c]": ["1", "2.5"], "pd[a][c][d]": ["y"]}


@pytest.mark.parametrize("found", [None, True, [], {}, [None]])
def test_what_holds_no_text_is_empty(found: object) -> None:
    assert flat(found) == {}


def test_there_is_an_end_to_what_is_looked_at() -> None:
    assert sum(map(len, flat([str(n) for n in range(3 * MAX_LEAVES)], "n").values())) == MAX_LEAVES


def test_the_first_value_that_is_not_empty() -> None:
    assert first({"a": ["", "x"], "b": ["y"]}, "c", "a", "b") == "x"
    assert first({"a": [""]}, "a", "b") == ""
