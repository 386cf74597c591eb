import errno
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from netcurtain.partner.key_file import KeyFileError, key_in
from netcurtain.partner.signed import fingerprint_of


def test_a_key_is_made_once_for_this_user_alone_and_is_the_same_from_then_on(tmp_path: Path) -> None:
    path = tmp_path / "centre.key"
    first = key_in(path)
    assert (first.is_new, first.is_open) == (True, False)
    assert path.stat().st_mode & 0o777 == 0o600
    again = key_in(path)
    assert (again.is_new, again.is_open) == (False, False)
    assert fingerprint_of(again.key) == fingerprint_of(first.key)


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o644])
def test_a_key_that_others_can_read_is_told_apart(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "centre.key"
    key_in(path)
    path.chmod(mode)
    assert key_in(path).is_open


def test_a_full_disk_leaves_no_half_of_a_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(KeyFileError):
        key_in(tmp_path / "centre.key")
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_no_key_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    for content in (b"Dear all", X25519PrivateKey.generate().private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())):
        path.write_bytes(content)
        with pytest.raises(KeyFileError):
            key_in(path)
        assert path.read_bytes() == content


def test_without_a_place_for_it_there_is_no_key(tmp_path: Path) -> None:
    with pytest.raises(KeyFileError):
        key_in(tmp_path / "nowhere" / "centre.key")
