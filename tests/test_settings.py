import os
import stat
from pathlib import Path

import pytest

from netcurtain.core.settings import FromTheStart, Retention, Settings
from netcurtain.core.support import Nation
from netcurtain.settings import MAX_BYTES, SettingsFile, SettingsUnreadableError

ANSWERED = Settings(True, Retention.FORGET_SOON, FromTheStart.ASK, False, True, Nation.WALES)


@pytest.fixture
def file(tmp_path: Path) -> SettingsFile:
    return SettingsFile(tmp_path / "settings.json")


def test_without_a_file_nothing_is_answered_and_looking_makes_none(file: SettingsFile) -> None:
    assert file.load() == Settings()
    assert not list(file.path.parent.iterdir())


@pytest.mark.parametrize("settings", [ANSWERED, Settings(), Settings(stay_on=False), Settings(stay_on=True)])
def test_what_was_saved_is_loaded_again(file: SettingsFile, settings: Settings) -> None:
    file.save(Settings(nation=Nation.SCOTLAND))
    file.save(settings)
    assert file.load() == settings
    assert list(file.path.parent.iterdir()) == [file.path]


@pytest.mark.skipif(os.name != "posix", reason="file modes are POSIX's")
def test_only_this_user_can_read_the_file(file: SettingsFile) -> None:
    file.save(ANSWERED)
    assert stat.S_IMODE(file.path.stat().st_mode) == 0o600


def test_a_save_that_fails_leaves_the_file_as_it_was(file: SettingsFile, monkeypatch: pytest.MonkeyPatch) -> None:
    file.save(ANSWERED)

    def full(_descriptor: int) -> None:
        raise OSError("no space left")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="no space"):
        file.save(Settings())
    assert file.load() == ANSWERED


def test_keys_of_another_version_are_passed_over(file: SettingsFile) -> None:
    file.path.write_text('{"introduced": true, "colour": "teal"}', encoding="utf-8")
    assert file.load() == Settings(introduced=True)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"not json",
        b"[]",
        b'{"stay_on": "perhaps"}',
        b'{"retention": "for_ever"}',
        b'{"nation": "narnia"}',
        b'{"nation": "' + b"x" * MAX_BYTES + b'"}',
        b"{}" + b" " * MAX_BYTES,
        b'{"nation": "\xff\xfe"}',
    ],
    ids=["empty", "not json", "a list", "a wrong kind", "no such answer", "no such nation", "cut off", "too large", "not text"],
)
def test_a_broken_file_is_put_aside_and_one_sentence_says_what_to_do(file: SettingsFile, content: bytes) -> None:
    file.path.write_bytes(content)
    with pytest.raises(SettingsUnreadableError, match=r"^Your answers in Netcurtain could not be read, so please .* again\.$"):
        file.load()
    assert file.load() == Settings()
    assert [aside.read_bytes() for aside in file.path.parent.iterdir()] == [content]


def test_a_peek_takes_the_answers_as_they_are(file: SettingsFile) -> None:
    assert file.peek() == Settings()
    file.save(ANSWERED)
    assert file.peek() == ANSWERED


@pytest.mark.parametrize("content", [b"", b"not json", b"{}" + b" " * MAX_BYTES], ids=["empty", "not json", "too large"])
def test_a_peek_leaves_a_broken_file_for_who_can_tell_of_it(file: SettingsFile, content: bytes) -> None:
    file.path.write_bytes(content)
    assert file.peek() == Settings()
    assert file.path.read_bytes() == content
    with pytest.raises(SettingsUnreadableError):
        file.load()
