"""A copy is as it was made, or it is found out."""

import hashlib
import os
import struct
import zipfile
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from tests.evidence import samples
from tests.evidence.copies import MEMBERS, is_whole, never, packed, put, turned, unpacked, why

from netcurtain.core.evidence import Source
from netcurtain.core.saved_copy import CopyKind
from netcurtain.evidence.bundle import copy_of
from netcurtain.evidence.manifest import manifest
from netcurtain.evidence.verifying import MOST_BYTES, State, Unreadable, verify


def test_a_zip_is_whole(tmp_path: Path, made: bytes) -> None:
    verified = verify(put(tmp_path, made), never)
    assert verified.whole
    assert [name for name, _ in verified.files] == list(MEMBERS[:3])


@pytest.mark.parametrize("name", MEMBERS)
@pytest.mark.parametrize("part", [0.0, 0.31, 0.77, 0.999])
def test_a_changed_byte_in_any_file_of_a_zip_is_found(tmp_path: Path, made: bytes, name: str, part: float) -> None:
    files = unpacked(made)
    files[name] = turned(files[name], int(len(files[name]) * part))
    assert not is_whole(put(tmp_path, packed(files)))


def test_a_damaged_zip_is_found(tmp_path: Path, made: bytes) -> None:
    with zipfile.ZipFile(BytesIO(made)) as archive:
        at = archive.getinfo("copy.json").header_offset + 200
    verified = verify(put(tmp_path, turned(made, at)), never)
    assert dict(verified.files)["copy.json"] is State.CHANGED


@pytest.mark.parametrize("name", MEMBERS[:3])
def test_a_missing_file_is_found(tmp_path: Path, made: bytes, name: str) -> None:
    files = unpacked(made)
    del files[name]
    assert dict(verify(put(tmp_path, packed(files)), never).files)[name] is State.MISSING


def test_an_added_file_is_found(tmp_path: Path, made: bytes) -> None:
    verified = verify(put(tmp_path, packed({**unpacked(made), "more.txt": b"x"})), never)
    assert dict(verified.files)["more.txt"] is State.ADDED
    assert not verified.whole


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("name", MEMBERS)
def test_a_file_that_is_in_it_twice_is_found(tmp_path: Path, made: bytes, name: str) -> None:
    archive = BytesIO(made)
    with zipfile.ZipFile(archive, "a") as twice:
        twice.writestr(name, b"another")
    assert why(put(tmp_path, archive.getvalue())) is Unreadable.NO_COPY


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA, 97, 99])
@pytest.mark.parametrize("at", [None, 60])
def test_what_no_copy_is_packed_by_is_refused_damaged_or_not(tmp_path: Path, made: bytes, method: int, at: int | None) -> None:
    """By methods that are not there the head alone says so."""
    known = method in (zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA)
    content = bytearray(packed(unpacked(made), method if known and at else zipfile.ZIP_DEFLATED))
    start = 0
    while (start := content.find(b"PK\x01\x02", start)) >= 0:
        struct.pack_into("<H", content, start + 10, method)
        start += 4
    assert why(put(tmp_path, bytes(content) if at is None else turned(bytes(content), at))) is Unreadable.NO_COPY


def bomb(size: int, said: int, count: int, name: str) -> bytes:
    """One content of zeros, which ``count`` entries of a zip claim, and say to have ``said`` bytes."""
    one = bytearray(packed({name: bytes(size)}, zipfile.ZIP_DEFLATED))
    directory, end = one.rfind(b"PK\x01\x02"), one.rfind(b"PK\x05\x06")
    struct.pack_into("<I", one, directory + 24, said)
    entry = one[directory:end]
    return bytes(
        one[:directory] + entry * count + struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, count, count, len(entry) * count, directory, 0)
    )


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (bomb(63_000_000, 63_000_000, 300, "copy.json"), Unreadable.NO_COPY),
        (bomb(63_000_000, 63_000_000, 1, "copy.json"), Unreadable.TOO_LARGE),
        (packed({f"{number}.txt": b"x" for number in range(11)}), Unreadable.TOO_LARGE),
    ],
    ids=["one content many times", "much of little", "many files"],
)
def test_a_zip_that_grows_is_not_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes, expected: Unreadable) -> None:
    monkeypatch.setattr(zipfile.ZipFile, "open", lambda *_: never())
    assert why(put(tmp_path, content)) is expected


def test_no_more_is_unpacked_than_a_zip_says_it_has(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    most: list[int] = []

    class Watched:
        def __init__(self) -> None:
            self.of = zlib_decompressobj(-15)

        def decompress(self, data: bytes, longest: int = 0) -> bytes:
            content = self.of.decompress(data, longest)
            most.append(len(content))
            return content

        def __getattr__(self, name: str) -> Any:
            return getattr(self.of, name)

    zlib_decompressobj = zlib.decompressobj
    monkeypatch.setattr(zlib, "decompressobj", lambda _: Watched())
    file = put(tmp_path, bomb(30_000_000, 1, 1, "SHA256SUMS"))
    assert why(file) is Unreadable.OTHER_SUMS
    assert 0 < max(most) < 10_000


def test_only_the_files_of_a_copy_are_one(tmp_path: Path) -> None:
    sums = f"{hashlib.sha256(b'hi').hexdigest()}  a.txt\n".encode()
    assert why(put(tmp_path, packed({"a.txt": b"hi", "SHA256SUMS": sums}))) is Unreadable.OTHER_SUMS
    put(tmp_path, b"hi", "a.txt")
    assert why(put(tmp_path, sums, "SHA256SUMS")) is Unreadable.OTHER_SUMS


@pytest.mark.parametrize("name", ["copy.json", "copy.pdf"])
def test_without_its_data_or_its_pdf_it_is_no_copy(tmp_path: Path, made: bytes, name: str) -> None:
    files = unpacked(made)
    del files[name], files["SHA256SUMS"]
    assert why(put(tmp_path, packed({**files, "SHA256SUMS": manifest(files)}))) is Unreadable.OTHER_SUMS


def test_the_hash_of_pages_is_none_of_a_zip(tmp_path: Path) -> None:
    files = {"copy.json": b"{}"}
    assert why(put(tmp_path, packed({**files, "SHA256SUMS": manifest(files, "ab" * 32)}))) is Unreadable.OTHER_SUMS


@pytest.mark.parametrize("name", MEMBERS)
def test_taken_apart_any_file_will_do(taken_apart: Path, name: str) -> None:
    assert verify(taken_apart / name, never).whole


@pytest.mark.parametrize("name", MEMBERS[:3])
def test_taken_apart_a_changed_byte_is_found(taken_apart: Path, name: str) -> None:
    file = taken_apart / name
    file.write_bytes(turned(file.read_bytes(), len(file.read_bytes()) // 2))
    for asked in MEMBERS:
        assert dict(verify(taken_apart / asked, never).files)[name] is State.CHANGED


def test_a_file_beside_them_that_is_none_of_them_is_said(taken_apart: Path) -> None:
    assert dict(verify(put(taken_apart, b"x", "other.txt"), never).files)["other.txt"] is State.ADDED


@pytest.mark.parametrize("asked", ["copy.har", "copy.json", "SHA256SUMS"])
def test_a_recording_beside_a_copy_that_has_none_is_said(tmp_path: Path, asked: str) -> None:
    kept = samples.evidence(samples.page(samples.request(redacted=None)), source=Source.KEPT)
    for name, content in unpacked(copy_of(kept, CopyKind.ORGANISATION)).items():
        put(tmp_path, content, name)
    assert verify(tmp_path / "copy.json", never).whole
    put(tmp_path, b"{}", "copy.har")
    verified = verify(tmp_path / asked, never)
    assert dict(verified.files)["copy.har"] is State.ADDED
    assert not verified.whole


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("nothing", None, Unreadable.NOT_THERE),
        ("copy.zip", b"PK\x03\x04 no more", Unreadable.NO_COPY),
        ("copy.zip", packed({"a.txt": b"x"}), Unreadable.NO_SUMS),
        ("copy.zip", packed({"SHA256SUMS": b"no hashes"}), Unreadable.OTHER_SUMS),
        ("copy.pdf", b"%PDF-1.7 no more", Unreadable.NO_COPY),
        ("copy.json", b"{}", Unreadable.NO_SUMS),
        ("SHA256SUMS", b"x", Unreadable.OTHER_SUMS),
    ],
    ids=["not there", "no zip", "no copy", "no hashes", "no PDF", "alone", "no manifest"],
)
def test_what_cannot_be_checked_is_said(tmp_path: Path, name: str, content: bytes | None, expected: Unreadable) -> None:
    if content is not None:
        put(tmp_path, content, name)
    assert why(tmp_path / name) is expected


def test_a_wrong_passphrase_is_said(tmp_path: Path, locked: bytes) -> None:
    assert why(put(tmp_path, locked, "copy.pdf"), "no") is Unreadable.WRONG_PASSPHRASE


@pytest.mark.parametrize(
    "change", [lambda sums: b"\xef\xbb\xbf" + sums, lambda sums: sums.replace(b"\n", b"\r\n")], ids=["mark", "ends of lines"]
)
def test_what_an_editor_did_to_the_hashes_is_said(tmp_path: Path, made: bytes, change: Callable[[bytes], bytes]) -> None:
    files = unpacked(made)
    assert why(put(tmp_path, packed({**files, "SHA256SUMS": change(files["SHA256SUMS"])}))) is Unreadable.REWRITTEN_SUMS


@pytest.mark.parametrize("name", ["copy.zip", "copy.json", "SHA256SUMS", "beside.json"])
def test_a_pipe_is_never_opened(taken_apart: Path, name: str) -> None:
    (taken_apart / name).unlink(missing_ok=True)
    os.mkfifo(taken_apart / name)
    assert not is_whole(taken_apart / name)
    assert not is_whole(taken_apart / "copy.pdf") or name in ("copy.zip", "beside.json")


@pytest.mark.parametrize("asked", ["copy.json", "SHA256SUMS"])
def test_a_file_larger_than_a_copy_is_not_read(taken_apart: Path, asked: str) -> None:
    os.truncate(taken_apart / "copy.json", MOST_BYTES + 1)
    assert why(taken_apart / asked) is Unreadable.TOO_LARGE
