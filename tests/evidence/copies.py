"""What the tests of checking do to a copy: take it apart, turn a byte, pack it anew, and ask."""

import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from netcurtain.evidence.verifying import Unreadable, UnreadableError, verify

PASSPHRASE = "p w"
MEMBERS = ("copy.pdf", "copy.json", "copy.har", "SHA256SUMS")


def never() -> str:
    raise AssertionError("nobody is asked")


def put(folder: Path, content: bytes, name: str = "copy.zip") -> Path:
    (folder / name).write_bytes(content)
    return folder / name


def packed(files: dict[str, bytes], method: int = zipfile.ZIP_STORED) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w", method) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return made.getvalue()


def unpacked(made: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(made)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def turned(content: bytes, at: int) -> bytes:
    return content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :]


def is_whole(file: Path) -> bool:
    try:
        return verify(file, lambda: PASSPHRASE).whole
    except UnreadableError:
        return False


def why(file: Path, passphrase: str = PASSPHRASE) -> Unreadable:
    with pytest.raises(UnreadableError) as raised:
        verify(file, lambda: passphrase)
    return raised.value.why
