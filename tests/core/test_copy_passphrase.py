"""What a PDF takes for a passphrase, however it was typed."""

import pytest

from netcurtain.core.copy_passphrase import CopyPassphraseError, spelled


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("net curtain", "net curtain"),
        ("dw\u0302r", "dŵr"),
        ("net\u00a0curtain", "net curtain"),
        ("cur\u00adtain", "curtain"),
        ("x" * 127, "x" * 127),
        ("\u0175" * 63 + "x", "\u0175" * 63 + "x"),
    ],
    ids=["plain", "two signs for a letter", "another space", "what nobody sees", "the longest", "the longest in bytes"],
)
def test_it_is_spelled_as_readers_spell_it(typed: str, expected: str) -> None:
    assert spelled(typed) == expected


@pytest.mark.parametrize(
    "typed",
    ["", "\u00ad", "x" * 128, "\u0175" * 64, "\ufdfa" * 8, "a\x00b", "a\nb", "a\ud800b"],
    ids=["empty", "nothing left", "long", "long in bytes", "long when spelled", "no sign", "a line more", "half a letter"],
)
def test_what_no_pdf_takes_is_refused(typed: str) -> None:
    with pytest.raises(CopyPassphraseError):
        spelled(typed)
