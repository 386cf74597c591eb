"""A site's result on its way from a worker, and what else might come in its place."""

import io
import os
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path

import msgspec
import pytest
from tests.survey.stand_in import result_of, task

from netcurtain.survey import parcel
from netcurtain.survey.parcel import FACTS, ParcelError, pack, unpack
from netcurtain.survey.trouble import Trouble

TASK = task("one.example", 1, 2)
GOOD = msgspec.json.encode(result_of(TASK))


def zipped(files: Mapping[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in files.items():
            packed.writestr(name, content)
    return made.getvalue()


def test_what_is_packed_is_unpacked(tmp_path: Path) -> None:
    there, here = tmp_path / "there", tmp_path / "here"
    there.mkdir()
    here.mkdir()
    (there / "0001-01.har").write_text("{}")
    (there / "0001-01.jpg").write_bytes(b"picture")
    (there / "profile.tmp").write_text("not for others")
    assert unpack(pack(result_of(TASK), there), TASK, here) == result_of(TASK)
    assert {path.name: path.read_bytes() for path in here.iterdir()} == {"0001-01.har": b"{}", "0001-01.jpg": b"picture"}


def test_a_page_that_cannot_be_sent_costs_its_own_row(tmp_path: Path) -> None:
    found = result_of(TASK)
    pages = (msgspec.structs.replace(found.pages[0], title="\ud83d"), found.pages[1])
    came = unpack(pack(msgspec.structs.replace(found, pages=pages), tmp_path), TASK, tmp_path)
    assert [page.trouble for page in came.pages] == [Trouble.OURS, None]


@pytest.mark.parametrize(
    ("limit", "most"),
    [("MAX_FILES", 4), ("MAX_UNPACKED", 10_000), ("MAX_PACKED", parcel.ROOM_FOR_NAMES + 8_000)],
)
def test_recordings_that_are_too_much_are_left_out_and_what_was_found_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: str, most: int
) -> None:
    there, here = tmp_path / "there", tmp_path / "here"
    there.mkdir()
    here.mkdir()
    for name in ("0001-01", "0002-01"):
        (there / f"{name}.har").write_bytes(os.urandom(4_500))
        (there / f"{name}.jpg").write_bytes(b"picture")
    monkeypatch.setattr(parcel, limit, most)
    assert unpack(pack(result_of(TASK), there), TASK, here) == result_of(TASK)
    assert {path.name for path in here.iterdir()} == {"0001-01.har", "0001-01.jpg", "0002-01.jpg"}


@pytest.mark.parametrize(
    "packed",
    [
        b"",
        b"PK\x03\x04 no zip",
        zipped({}),
        zipped({FACTS: b"{}"}),
        zipped({FACTS: b"["}),
        zipped({FACTS: msgspec.json.encode(result_of(task("other.example", 1, 2)))}),
        zipped({FACTS: msgspec.json.encode(result_of(task("one.example", 1)))}),
        zipped({FACTS: msgspec.json.encode(result_of(task("one.example", 1, 2, 3)))}),
        zipped({FACTS: GOOD, "../../outside.har": b"x"}),
        zipped({FACTS: GOOD, "/0001-01.har": b"x"}),
        zipped({FACTS: GOOD, "site.json": b"{}"}),
        zipped({FACTS: GOOD, "0001-01.exe": b"x"}),
        zipped({FACTS: GOOD, "0001-01.har": b"0" * 5_000_000}),
        zipped({FACTS: GOOD} | {f"{n:04d}-01.har": b"" for n in range(20)}),
        zipped({FACTS: GOOD, "0001-01.har": b"x" * 100})[:-30],
        zipped({FACTS: GOOD}).replace(zlib.compress(GOOD)[2:20], b"\xff" * 18),
    ],
    ids=[
        "nothing", "no zip", "empty", "no facts", "no JSON", "another site",
        "an address is missing", "an address too many", "out of the folder",
        "from the root", "our own name", "another kind", "bomb", "many", "cut", "torn",
    ],
)  # fmt: skip
def test_what_is_not_fit_is_refused_and_nothing_lies_outside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, packed: bytes) -> None:
    monkeypatch.setattr(parcel, "MAX_UNPACKED", 1_000_000)
    monkeypatch.setattr(parcel, "MAX_FILES", 10)
    (tmp_path / "a" / "b").mkdir(parents=True)
    with pytest.raises(ParcelError):
        unpack(packed, TASK, tmp_path / "a" / "b")
    assert not [path for path in tmp_path.rglob("*") if path.is_file() and path.stat().st_size]


def test_a_zip_that_lies_about_its_sizes_is_cut_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parcel, "MAX_UNPACKED", 1_000_000)
    monkeypatch.setattr(parcel, "_must_be_fit", lambda _made: None)
    with pytest.raises(ParcelError, match="too large"):
        unpack(zipped({FACTS: GOOD, "0001-01.har": b"0" * 5_000_000}), TASK, tmp_path)
    assert (tmp_path / "0001-01.har").stat().st_size < 1_100_000


def test_facts_have_a_limit_of_their_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parcel, "MAX_FACTS", 100)
    with pytest.raises(ParcelError, match="too large"):
        unpack(zipped({FACTS: GOOD}), TASK, tmp_path)


def test_more_than_may_come_is_not_even_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parcel, "MAX_PACKED", 10)
    with pytest.raises(ParcelError, match="too large"):
        unpack(zipped({FACTS: GOOD}), TASK, tmp_path)
