import pytest

from netcurtain.core.plain_name import MAX_NAME, plain_name


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Laptop", "Laptop"),
        ("  the  old\tlaptop\n", "the old laptop"),
        ("a\x00b\x1b[31mc", "ab[31mc"),
        ("a\u202eb\u2066c\u200bd", "abcd"),
        ("\u2028\ud800", ""),
        ("Z\u00fcrich \U0001f33c", "Z\u00fcrich \U0001f33c"),
        ("x" * 61, "x" * MAX_NAME),
        ("x" * 59 + " y", "x" * 59),
    ],
    ids=["plain", "space", "control characters", "turned around", "nothing left", "other letters", "too long", "cut at a space"],
)
def test_a_name_is_one_short_line_of_letters_that_show(typed: str, kept: str) -> None:
    assert plain_name(typed) == kept
