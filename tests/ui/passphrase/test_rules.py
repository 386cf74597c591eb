import pytest

from netcurtain.history.vault import fault_of
from netcurtain.history.wording import TOO_LONG, TOO_SHORT
from netcurtain.ui.passphrase import wording
from netcurtain.ui.passphrase.rules import fault


@pytest.mark.parametrize(
    ("passphrase", "again", "said"),
    [
        ("", "", TOO_SHORT),
        ("seven77", "seven77", TOO_SHORT),
        ("eight888", "eight888", ""),
        ("eight888", "eight88 ", wording.NOT_THE_SAME),
        ("        ", "        ", ""),
        ("e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301", "e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301", TOO_SHORT),
    ],
    ids=["nothing", "seven", "eight", "not the same", "eight spaces", "seven letters of two signs each"],
)
def test_a_passphrase_has_eight_characters_and_is_typed_twice_alike(passphrase: str, again: str, said: str) -> None:
    assert fault(passphrase, again) == said


@pytest.mark.parametrize(
    ("passphrase", "said"),
    [("\ufb03" * 3, ""), ("e\u0301" * 7, TOO_SHORT), ("e\u0301" * 1024, ""), ("e\u0301" * 1025, TOO_LONG), ("\ufb03" * 342, TOO_LONG)],
    ids=["three signs of three letters", "seven letters of two signs", "1,024 of them", "one more", "342 signs of three letters"],
)
def test_the_window_and_the_history_count_letters_alike_however_they_are_typed(passphrase: str, said: str) -> None:
    assert (fault(passphrase, passphrase), fault_of(passphrase)) == (said, said)
