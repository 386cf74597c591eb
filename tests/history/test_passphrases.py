"""The vault behind it is tried in test_vault.py, the counting in test_tries.py."""

import errno
from pathlib import Path
from typing import Any

import pytest

from netcurtain.core.keeping import Unlocking
from netcurtain.history import vault, wording
from netcurtain.history.passphrases import Passphrases

RIGHT, OTHER = "curtains in the morning", "linen on the line"


@pytest.fixture
def passphrases(tmp_path: Path, still: Any, monkeypatch: pytest.MonkeyPatch) -> Passphrases:
    monkeypatch.setattr(vault, "MEMORY_KIB", 8 * 1024)
    monkeypatch.setattr(vault, "PASSES", 1)
    return Passphrases(tmp_path / "history", still)


def test_the_passphrase_that_made_the_key_opens_it(passphrases: Passphrases) -> None:
    key = passphrases.make(RIGHT)
    assert isinstance(key, bytes)
    assert passphrases.open(RIGHT) == key


def test_after_a_wrong_one_even_the_right_one_waits_and_then_opens(passphrases: Passphrases, still: Any) -> None:
    key = passphrases.make(RIGHT)
    assert passphrases.open(OTHER) == Unlocking(False, wording.WRONG_WORDS, 1.0)
    still.seconds += 0.4
    waiting = passphrases.open(RIGHT)
    assert isinstance(waiting, Unlocking)
    assert waiting.sentence == wording.WAIT
    assert waiting.wait == pytest.approx(0.6)
    still.seconds += 0.7
    assert passphrases.open(OTHER) == Unlocking(False, wording.WRONG_WORDS, 2.0)
    still.seconds += 2.0
    assert passphrases.open(RIGHT) == key
    assert passphrases.open(OTHER) == Unlocking(False, wording.WRONG_WORDS, 1.0)


def test_a_wrong_old_passphrase_counts_when_it_is_changed_too(passphrases: Passphrases, still: Any) -> None:
    key = passphrases.make(RIGHT)
    assert passphrases.change(OTHER, RIGHT) == Unlocking(False, wording.WRONG_WORDS, 1.0)
    assert passphrases.change(RIGHT, OTHER) == Unlocking(False, wording.WAIT, 1.0)
    still.seconds += 1.0
    assert passphrases.change(RIGHT, OTHER) == Unlocking(True)
    assert passphrases.open(OTHER) == key


@pytest.mark.parametrize(("passphrase", "sentence"), [("short", wording.TOO_SHORT), ("x" * 1025, wording.TOO_LONG)])
def test_one_that_cannot_be_used_says_why_and_makes_nothing(passphrases: Passphrases, passphrase: str, sentence: str) -> None:
    assert passphrases.make(passphrase) == Unlocking(False, sentence)
    assert isinstance(passphrases.make(RIGHT), bytes)
    assert passphrases.change(RIGHT, passphrase) == Unlocking(False, sentence)
    assert isinstance(passphrases.open(RIGHT), bytes)


def test_a_key_that_is_not_there_or_cannot_be_read_is_no_wrong_try(passphrases: Passphrases, tmp_path: Path) -> None:
    assert passphrases.open(RIGHT) == Unlocking(False, wording.FOLDER_GONE)
    passphrases.make(RIGHT)
    (tmp_path / "history" / "key").write_bytes(b"")
    assert passphrases.open(RIGHT) == Unlocking(False, wording.KEY_UNREADABLE)


def test_another_history_is_not_made_over_the_first(passphrases: Passphrases) -> None:
    key = passphrases.make(RIGHT)
    assert passphrases.make(OTHER) == Unlocking(False, wording.KEY_UNREADABLE)
    assert passphrases.open(RIGHT) == key


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        pytest.param(errno.ENOSPC, wording.DISK_FULL, id="the disk is full"),
        pytest.param(errno.EDQUOT, wording.DISK_FULL, id="the person's share of it is full"),
        pytest.param(errno.EACCES, wording.NOT_ALLOWED, id="not allowed"),
        pytest.param(errno.ENOENT, wording.FOLDER_GONE, id="erased meanwhile"),
    ],
)
def test_a_key_that_cannot_be_written_says_why(passphrases: Passphrases, monkeypatch: pytest.MonkeyPatch, code: int, sentence: str) -> None:
    def refuse(*_: object) -> None:
        raise OSError(code, "no")

    with monkeypatch.context() as patched:
        patched.setattr(vault, "write_whole", refuse)
        assert passphrases.make(RIGHT) == Unlocking(False, sentence)
    key = passphrases.make(RIGHT)
    monkeypatch.setattr(vault, "write_whole", refuse)
    assert passphrases.change(RIGHT, OTHER) == Unlocking(False, sentence)
    assert passphrases.open(RIGHT) == key


def test_where_the_folder_cannot_be_made_it_says_what_to_do(tmp_path: Path, still: Any) -> None:
    (tmp_path / "history").write_text("a file stands where the folder should be")
    assert Passphrases(tmp_path / "history", still).make(RIGHT) == Unlocking(False, wording.NOT_ALLOWED)
