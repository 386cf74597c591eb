import pytest
from PySide6.QtGui import QTextDocument

from netcurtain.ui.saving.blanks import BlankMarker, blanks, units
from netcurtain.ui.theme import Colour, Theme


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("To [name], from [name]", ["[name]", "[name]"]),
        ("[] [a\nb] none", []),
        ("[[inner]]", ["[inner]"]),
        ("\U0001f600 [name]", ["[name]"]),
        (f"[{'x' * 201}]", []),
    ],
    ids=["two", "no blanks", "within another", "after a letter of two units", "too long"],
)
def test_blanks_stand_in_square_brackets(text: str, expected: list[str]) -> None:
    wide = text.encode("utf-16-le")
    assert [wide[2 * start : 2 * end].decode("utf-16-le") for start, end in blanks(text)] == expected


def test_length_is_counted_as_fields_of_web_pages_count() -> None:
    assert (units("abc"), units("\U0001f600"), units("\u0175\n")) == (3, 2, 2)


def test_they_are_marked_bold_and_in_their_colour(theme: Theme) -> None:
    document = QTextDocument("From [name] to")
    marker = BlankMarker(theme, document)
    marker.rehighlight()
    (look,) = document.firstBlock().layout().formats()
    assert (look.start, look.length) == (5, 6)
    assert look.format.foreground().color() == theme.colour(Colour.AMBER)
    assert look.format.fontWeight() == 700
