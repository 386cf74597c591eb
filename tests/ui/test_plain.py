import pytest

from netcurtain.ui.plain import LONGEST, shown


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<b>bold</b> & <img src=x>", "<b>bold</b> & <img src=x>"),
        ("pay\u202egnp.exe", "pay<U+202E>gnp.exe"),
        ("a\u200bb\x00c\x1b", "a<U+200B>b<U+0000>c<U+001B>"),
        ("two\nlines\tand", "two lines and"),
        ("line\u2028end", "line<U+2028>end"),
        ("Ünïcode \U0001f600 ok", "Ünïcode \U0001f600 ok"),
        ("", ""),
    ],
)
def test_what_hides_is_made_visible_and_the_rest_stays(text: str, expected: str) -> None:
    assert shown(text) == expected


def test_a_very_long_text_is_cut() -> None:
    assert len(shown("x" * 100_000)) == LONGEST
    assert shown("x" * 100_000).endswith("…")
