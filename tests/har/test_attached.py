"""har/attached.py: pages and bodies that Playwright keeps in files of their own, and no other file."""

import json
import os
import zipfile
from pathlib import Path
from typing import Any

import msgspec
import pytest
from tests.har.recording import FILTERS, FORM, LISTS, PAGE, document, entry, har, known

from netcurtain.har import attached as har_attached
from netcurtain.har import reader
from netcurtain.har.attached import attached
from netcurtain.har.cutting import RecordingError
from netcurtain.har.reader import read
from netcurtain.har.report import as_json
from netcurtain.har.result import Found
from netcurtain.har.session import check
from netcurtain.har.shape import Entry

TR = "https://www.facebook.com/tr/"
PAGES, BODY = "a" * 40 + ".html", "b" * 40 + ".bin"
FILES = {PAGES: FORM.encode(), BODY: b"id=1&ev=Lead"}


def made(page: object = PAGES, body: object = BODY) -> bytes:
    first, second = document(), entry(TR, post={"mimeType": "application/x-www-form-urlencoded", "params": [], "_file": body})
    del first["response"]["content"]["text"]
    first["response"]["content"]["_file"] = page
    return json.dumps(har([first, second])).encode()


def in_folder(folder: Path, content: bytes, files: dict[str, bytes]) -> Path:
    for name, inside in {"har.har": content, **files}.items():
        (folder / name).write_bytes(inside)
    return folder / "har.har"


def in_zip(folder: Path, content: bytes, files: dict[str, bytes], inside: str = "") -> Path:
    with zipfile.ZipFile(folder / "visit.zip", "w", zipfile.ZIP_DEFLATED) as whole:
        for name, part in {**files, "har.har": content}.items():
            whole.writestr(inside + name, part)
    return folder / "visit.zip"


def in_zips_folder(folder: Path, content: bytes, files: dict[str, bytes]) -> Path:
    return in_zip(folder, content, files, "visit/")


WAYS: pytest.MarkDecorator = pytest.mark.parametrize("way", [in_folder, in_zip, in_zips_folder])


def checked(file: Path) -> Found:
    return check(read(file), known(FILTERS), LISTS)


@WAYS
def test_a_page_and_a_body_in_files_of_their_own_are_read(tmp_path: Path, way: Any) -> None:
    found = checked(way(tmp_path, made(), FILES))
    (page,) = found.pages
    assert (page.url, page.title, page.sensitive) == (PAGE, "Report rape or sexual assault", True)
    assert '"event": "Lead"' in as_json(found)


@WAYS
def test_without_the_files_nothing_is_said_of_them(tmp_path: Path, way: Any) -> None:
    found = checked(way(tmp_path, made(), {}))
    (page,) = found.pages
    assert (page.sensitive, [one.name for one in page.companies], found.unread) == (None, ["Meta (Facebook)"], 0)


@WAYS
@pytest.mark.parametrize("name", ["secret.html", "../" + PAGES, "/etc/hostname", f"x/{PAGES}", "A" * 40, "", 5, None])
def test_no_other_file_is_read(tmp_path: Path, way: Any, name: object) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / PAGES).write_bytes(FORM.encode())
    found = checked(way(tmp_path / "in", made(page=name, body=name), {"secret.html": FORM.encode()}))
    assert found.pages[0].sensitive is None


@WAYS
def test_of_a_long_page_the_beginning_is_read(tmp_path: Path, way: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(har_attached, "MAX_TEXT", 2000)
    (page,) = checked(way(tmp_path, made(), {PAGES: FORM.encode() + b"<p>" * 9000, BODY: b""})).pages
    assert page.sensitive is True


def test_nothing_but_a_file_is_opened_beside_a_recording(tmp_path: Path) -> None:
    file = in_folder(tmp_path, made(), {"own.html": FORM.encode()})
    (tmp_path / PAGES).symlink_to(tmp_path / "own.html")
    os.mkfifo(tmp_path / BODY)
    (page,) = checked(file).pages
    assert page.sensitive is None
    (tmp_path / PAGES).unlink()
    (tmp_path / PAGES).mkdir()
    assert checked(file).pages[0].sensitive is None


@pytest.mark.parametrize(("packing", "sensitive"), [(zipfile.ZIP_DEFLATED, True), (zipfile.ZIP_LZMA, None)])
def test_what_is_packed_in_a_way_that_hides_its_damage_is_not_unpacked(tmp_path: Path, packing: int, sensitive: bool | None) -> None:
    file = in_zip(tmp_path, made(), {})
    with zipfile.ZipFile(file, "a", packing) as whole:
        whole.writestr(PAGES, FORM)
    assert checked(file).pages[0].sensitive is sensitive


@WAYS
def test_what_is_named_again_and_again_counts_each_time(tmp_path: Path, way: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    first = json.loads(made())["log"]["entries"][0]
    file = way(tmp_path, json.dumps(har([first] * 20)).encode(), {PAGES: FORM.encode() + b" " * 10_000})
    assert len(list(read(file))) == 20
    monkeypatch.setattr(reader, "MAX_BYTES", 100_000)
    with pytest.raises(RecordingError, match="2 GB"):
        list(read(file))


@pytest.mark.parametrize(
    ("goes", "fetched"),
    [("document", True), ("iframe", True), ("object", True), ("empty", False), ("script", False)],
)
def test_only_the_text_of_documents_is_fetched(goes: str, fetched: bool) -> None:
    whole = entry(PAGE, headers={"Sec-Fetch-Dest": goes}, mime="text/html")
    whole["response"]["content"]["_file"] = PAGES
    asked: list[str] = []

    def fetch(name: str, _most: int) -> bytes:
        asked.append(name)
        return b"<p>"

    attached(msgspec.convert(whole, Entry), fetch)
    assert asked == [PAGES] * fetched
