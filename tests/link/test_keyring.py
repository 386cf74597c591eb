import os
import stat
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest

from netcurtain.core.plain_name import MAX_NAME
from netcurtain.link import keyring
from netcurtain.link.keyring import KeyringNotReadError, KeyringUnreadableError
from netcurtain.link.pairing import MAX_BROWSERS, PairedBrowser

ONE = PairedBrowser("browser-1", bytes(range(32)), "chrome-extension://abc", "Chrome 156", 1_795_000_000.0, 1_795_000_009.5)
TWO = PairedBrowser("browser-2", bytes(32), "moz-extension://5c0e", "Firefox 153", 1_795_000_001.0, 1_795_000_002.0)


OLD_FILE = b"""[{"id": "browser-1", "key": "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=", "origin": "chrome-extension://abc",
    "name": "Chrome 156", "paired": 1795000000.0, "last_seen": 1795000009.5}]"""
"""As it was before a person could name a browser."""


def test_without_a_file_no_browser_is_paired(tmp_path: Path) -> None:
    assert keyring.load(tmp_path / "browsers.json") == {}


def test_what_was_saved_is_loaded_again(tmp_path: Path) -> None:
    path = tmp_path / "browsers.json"
    keyring.save(path, {ONE.id: ONE})
    keyring.save(path, {ONE.id: ONE, TWO.id: TWO})
    assert keyring.load(path) == {ONE.id: ONE, TWO.id: TWO}
    assert list(tmp_path.iterdir()) == [path]


def test_a_name_of_the_persons_own_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "browsers.json"
    keyring.save(path, {ONE.id: replace(ONE, called="Laptop")})
    assert keyring.load(path)[ONE.id].called == "Laptop"


def test_a_file_from_before_browsers_could_be_named_is_read(tmp_path: Path) -> None:
    path = tmp_path / "browsers.json"
    path.write_bytes(OLD_FILE)
    assert keyring.load(path) == {ONE.id: ONE}
    assert ONE.called == ""


@pytest.mark.skipif(os.name != "posix", reason="file modes are POSIX's")
def test_only_this_user_can_read_the_file(tmp_path: Path) -> None:
    path = tmp_path / "browsers.json"
    keyring.save(path, {ONE.id: ONE})
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_save_that_fails_leaves_the_file_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "browsers.json"
    keyring.save(path, {ONE.id: ONE})

    def full(_descriptor: int) -> None:
        raise OSError("no space left")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="no space"):
        keyring.save(path, {TWO.id: TWO})
    assert keyring.load(path) == {ONE.id: ONE}


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"not json",
        b'{"browser-1": {}}',
        b'[{"id": "browser-1"}]',
        msgspec.json.encode([{**msgspec.to_builtins(ONE), "key": ""}]),
        msgspec.json.encode([ONE] * 1000),
        b"\xff\xfe",
    ],
    ids=["empty", "not json", "an object", "a record without its key", "a key of no length", "too large", "not text"],
)
def test_a_damaged_file_says_in_one_sentence_what_to_do(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "browsers.json"
    path.write_bytes(content)
    with pytest.raises(
        KeyringUnreadableError, match=r"^The list of connected browsers cannot be read, so please connect your browser again\.$"
    ):
        keyring.load(path)


def test_a_file_that_cannot_be_read_just_now_is_not_called_damaged(tmp_path: Path) -> None:
    path = tmp_path / "browsers.json"
    path.mkdir()  # the system refuses to read it
    with pytest.raises(KeyringNotReadError, match="open it again"):
        keyring.load(path)


def test_as_many_browsers_as_may_be_paired_fit_whatever_they_call_themselves(tmp_path: Path) -> None:
    path = tmp_path / "browsers.json"
    many = [
        PairedBrowser(f"{n:02}" + "\x01" * 62, bytes(32), ONE.origin, "\x01" * MAX_NAME, 1.0, 1.0, "\x01" * MAX_NAME)
        for n in range(MAX_BROWSERS)
    ]
    keyring.save(path, {browser.id: browser for browser in many})
    assert len(keyring.load(path)) == MAX_BROWSERS
