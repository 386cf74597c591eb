import pytest

from netcurtain.commands.plain import plain


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Report a crime", "Report a crime"),
        ("tŷ’r llys — 50%", "tŷ’r llys — 50%"),
        ("a\nb\tc", "a b c"),
        ("\x1b[2Jgone", "<U+001B>[2Jgone"),
        ("\x9b2J", "<U+009B>2J"),
        ("moc.\u202elive", "moc.<U+202E>live"),
        ("half\ud800", "half<U+D800>"),
    ],
    ids=["words", "Welsh", "lines", "escape", "escape in one byte", "turned around", "half a letter"],
)
def test_what_a_terminal_would_obey_is_written_out(text: str, shown: str) -> None:
    assert plain(text) == shown
