"""har/cutting.py and har/reader.py: the same entries however a HAR is written, and one clear sentence where it is none."""

import gzip
import io
import json
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.har.recording import document, entry, har, write

from netcurtain.har import cutting, reader, wording
from netcurtain.har.cutting import Cutter, RecordingError
from netcurtain.har.reader import read
from netcurtain.har.recorded import recorded
from netcurtain.har.shape import Entry, Page

URLS = [f"https://a.example/{n}" for n in range(7)]


def urls(path: Path) -> list[str | None]:
    return [one.request.url if one.request else None for one in read(path) if isinstance(one, Entry)]


def pieces(text: bytes, step: int = 1 << 20) -> list[bytes | None]:
    """Cut by counting brackets alone: nothing is guessed."""

    def refused(_raw: bytes) -> object:
        raise UnicodeDecodeError("utf-8", b"", 0, 1, "")

    source = io.BytesIO(text)
    return [piece.raw for piece in Cutter(lambda _size: source.read(step), {"entries": refused, "pages": refused}).pieces()]


@pytest.mark.parametrize("indent", [None, 2, 4])
@pytest.mark.parametrize("packed", [False, True], ids=["plain", "gzip"])
def test_every_entry_is_read_however_the_file_is_written(tmp_path: Path, indent: int | None, packed: bool) -> None:
    assert urls(write(tmp_path, har([entry(url) for url in URLS]), indent=indent, packed=packed)) == URLS


def test_a_packed_file_needs_no_telling_name(tmp_path: Path) -> None:
    assert urls(write(tmp_path, har([entry(URLS[0])]), packed=True, name="made.har.gz")) == URLS[:1]


def test_a_byte_order_mark_is_passed_over(tmp_path: Path) -> None:
    file = tmp_path / "made.har"
    file.write_bytes(b"\xef\xbb\xbf" + json.dumps(har([entry(URLS[0])])).encode())
    assert urls(file) == URLS[:1]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_sixteen_bits_a_letter_are_read(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "made.har"
    file.write_bytes(json.dumps(har([entry(url) for url in URLS] + [entry(f"{URLS[0]}\U0001f600")]), ensure_ascii=False).encode(encoding))
    assert urls(file) == [*URLS, f"{URLS[0]}\U0001f600"]


def test_a_zhar_of_mitmproxy_is_read(tmp_path: Path) -> None:
    file = tmp_path / "made.zhar"
    file.write_bytes(zlib.compress(json.dumps(har([entry(url) for url in URLS])).encode(), 9))
    assert urls(file) == URLS


def test_no_number_does_not_lose_an_entry(tmp_path: Path) -> None:
    assert urls(write(tmp_path, har([{**entry(URLS[0]), "time": float("nan")}, {**entry(URLS[1]), "time": float("inf")}]))) == URLS[:2]


def test_bytes_that_stand_as_halves_of_characters_are_kept(tmp_path: Path) -> None:
    packed = gzip.compress(b"a", mtime=0)  # the bytes of a time may be letters by chance
    made = entry(URLS[0], post={"text": packed.decode("utf-8", "surrogateescape")})
    (element,) = read(write(tmp_path, har([made])))
    assert isinstance(element, Entry)
    found = recorded(element)
    assert found is not None
    assert found.body == packed


def test_pages_are_read_before_or_after_the_entries(tmp_path: Path) -> None:
    log: dict[str, Any] = {"entries": [entry(URLS[0])], "pages": [{"id": "page_1", "title": "One"}]}
    elements = list(read(write(tmp_path, {"log": log})))
    assert isinstance(elements[1], Page)
    assert elements[1].title == "One"


@pytest.mark.parametrize("step", [1, 2, 3, 7, 64])
def test_brackets_are_counted_across_every_border(step: int) -> None:
    inner = [{"a": 'x\\"}{[' * 3, "b": ["\\", '"', {"c": [1, None, -2.5e3, True]}]}, {"request": "{"}, {}]
    text = json.dumps({"x": [1, {"y": "\\\\"}], "log": {"v": 1, "n": None, "entries": inner, "z": {"entries": []}}, "w": 2}).encode()
    assert [json.loads(raw or b"") for raw in pieces(text, step)] == inner


def test_a_wrong_guess_is_put_right(tmp_path: Path) -> None:
    first, second = entry(URLS[0]), entry(URLS[1])
    first["_steps"] = [{"time": 1}, {"time": 2}, {"request": 3}, {"comment": "},{"}]
    assert urls(write(tmp_path, har([first, second, {"comment": "", **entry(URLS[2])}, first]))) == [URLS[0], URLS[1], URLS[2], URLS[0]]


def test_half_a_character_does_not_lose_an_entry(tmp_path: Path) -> None:
    cut = entry("https://a.example/?q=\ud83d")
    assert urls(write(tmp_path, har([entry(URLS[0]), cut, entry(URLS[1])]))) == [URLS[0], "https://a.example/?q=?", URLS[1]]


@pytest.mark.parametrize("odd", [7, None, "text", []], ids=repr)
def test_an_entry_that_is_none_is_counted_and_the_rest_is_read(tmp_path: Path, odd: object) -> None:
    elements = list(read(write(tmp_path, {"log": {"entries": [entry(URLS[0]), odd, entry(URLS[1])]}})))
    assert [element is None for element in elements] == [False, True, False]


def test_an_entry_over_the_limit_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cutting, "MAX_ENTRY", 10_000)
    monkeypatch.setattr(cutting, "PIECE", 4_000)
    large = document(html="x" * 50_000)
    elements = list(read(write(tmp_path, har([entry(URLS[0]), large, entry(URLS[1])]))))
    assert [element is None for element in elements] == [False, True, False]


DEEP = "[" * 100_000 + "]" * 100_000


def test_a_deep_entry_is_passed_over_and_the_rest_is_read(tmp_path: Path) -> None:
    log = f'{{"deep": {DEEP}, "entries": [{DEEP}, {{"cache": {DEEP}}}, {json.dumps(entry(URLS[0]))}]}}'
    file = tmp_path / "deep.har"
    file.write_text(f'{{"deep": {DEEP}, "log": {log}}}', encoding="utf-8")
    assert [element is None for element in read(file)] == [True, True, False]


def test_a_deep_file_that_ends_in_the_middle_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "deep.har"
    file.write_bytes(b'{"log": {"entries": [' + b"[" * 100_000)
    with pytest.raises(RecordingError, match="in the middle"):
        list(read(file))


def test_a_file_that_unpacks_without_end_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "MAX_BYTES", 100_000)
    file = tmp_path / "bomb.har.gz"
    file.write_bytes(gzip.compress(b'{"log": {"entries": [' + b" " * 10_000_000))
    with pytest.raises(RecordingError, match="2 GB"):
        list(read(file))


def cut_gzip(content: bytes) -> bytes:
    return gzip.compress(content)[:-20]


def in_zip(files: dict[str, bytes], packing: int = zipfile.ZIP_STORED) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", packing) as whole:
        for name, content in files.items():
            whole.writestr(name, content)
    return made.getvalue()


def damaged(whole: bytes, at: slice = slice(70, 120)) -> bytes:
    return whole[: at.start] + bytes(byte ^ 0x5A for byte in whole[at]) + whole[at.stop :]


def locked(whole: bytes) -> bytes:
    """The same with the flag that says it needs a password, in the list at its end."""
    at = whole.rindex(b"PK\x01\x02") + 8
    return whole[:at] + b"\x01" + whole[at + 1 :]


WHOLE = json.dumps(har([entry(url) for url in URLS])).encode()


@pytest.mark.parametrize("name", ["visit.har", "a folder/VISIT.HAR"])
def test_the_one_har_in_a_zip_is_read(tmp_path: Path, name: str) -> None:
    file = tmp_path / "visit.zip"
    file.write_bytes(in_zip({"notes.txt": b"", f"__MACOSX/{name}": b"", name: WHOLE}))
    assert urls(file) == URLS


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", wording.NOT_JSON),
        (b"hello", wording.NOT_JSON),
        (b"[1, 2]", wording.NO_ENTRIES),
        (b"\x00\x01\x02", wording.NOT_JSON),
        (b"<html></html>", wording.NOT_JSON),
        (b"{}", wording.NO_ENTRIES),
        (b'{"log": {}}', wording.NO_ENTRIES),
        (b'{"log": {"entries": 5}}', wording.NO_ENTRIES),
        (b'{"log": 5}', wording.NO_ENTRIES),
        (b'{"log": null}', wording.NO_ENTRIES),
        (b'{"log" {"entries": []}}', wording.NOT_JSON),
        (b'{"log": {"entries": [}', wording.NOT_JSON),
        (WHOLE[:-2], wording.CUT_OFF),
        (WHOLE[: len(WHOLE) // 2], wording.CUT_OFF),
        (WHOLE[:40], wording.CUT_OFF),
        (cut_gzip(WHOLE), wording.BROKEN_PACKING),
        (zlib.compress(WHOLE)[:-20], wording.BROKEN_PACKING),
        (b"\x78\x9cno zlib", wording.BROKEN_PACKING),
        (b"PK\x03\x04 a zip", wording.BROKEN_PACKING),
        (in_zip({"a.txt": b""}), wording.IS_ZIP),
        (in_zip({"a.har": WHOLE, "b.har": WHOLE}), wording.IS_ZIP),
        (locked(in_zip({"a.har": WHOLE})), wording.IS_ZIP),
        (in_zip({"a.har": WHOLE}, zipfile.ZIP_LZMA), wording.IS_ZIP),
        (damaged(in_zip({"a.har": WHOLE}, zipfile.ZIP_LZMA)), wording.IS_ZIP),
        (damaged(in_zip({"a.har": WHOLE}, zipfile.ZIP_BZIP2)), wording.IS_ZIP),
        (damaged(in_zip({"a.har": WHOLE}, zipfile.ZIP_DEFLATED)), wording.BROKEN_PACKING),
        (in_zip({"\u00e9.har": WHOLE}).replace("\u00e9".encode(), b"\xff\xff"), wording.BROKEN_PACKING),
        (in_zip({"a.har": b"hello"}), wording.NOT_JSON),
        (in_zip({"a.har": WHOLE})[:-10], wording.BROKEN_PACKING),
        (in_zip({"a.har": WHOLE}).replace(b'"log"', b'"lag"', 1), wording.BROKEN_PACKING),
        (WHOLE.decode().encode("utf-16")[:-20], wording.CUT_OFF),
        (b"\xff\xfe", wording.NOT_JSON),
        (b"\xef", wording.NOT_JSON),
        (b"\x1f\x8bnot gzip at all", wording.BROKEN_PACKING),
    ],
)
def test_what_is_no_har_is_one_sentence(tmp_path: Path, content: bytes, sentence: str) -> None:
    file = tmp_path / "made.har"
    file.write_bytes(content)
    with pytest.raises(RecordingError) as raised:
        list(read(file))
    assert str(raised.value) == sentence


def test_a_zip_whose_list_of_files_is_long_is_not_listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "visit.zip"
    file.write_bytes(in_zip({"a.har": WHOLE, **{str(number) * 100: b"" for number in range(10)}}))
    assert urls(file) == URLS
    monkeypatch.setattr(reader, "MAX_AT_ONCE", 1000)
    monkeypatch.setattr(zipfile.ZipFile, "infolist", None)
    with pytest.raises(RecordingError, match="unpack it"):
        list(read(file))


@pytest.mark.parametrize(("place", "sentence"), [(lambda f: f / "none.har", wording.NO_FILE), (lambda f: f, wording.NOT_OPENED)])
def test_what_is_not_there_is_one_sentence(tmp_path: Path, place: Callable[[Path], Path], sentence: str) -> None:
    with pytest.raises(RecordingError) as raised:
        list(read(place(tmp_path)))
    assert str(raised.value) == sentence


def test_how_far_the_reading_is_told(tmp_path: Path) -> None:
    file = write(tmp_path, har([entry(url) for url in URLS]))
    seen: list[tuple[int, int]] = []
    list(read(file, lambda so_far, total: seen.append((so_far, total))))
    assert seen[-1] == (file.stat().st_size, file.stat().st_size)
