"""A copy for a solicitor is as it was made, or it is found out: its pages, its files, and whatever a reader would show or do."""

import logging
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from tests.evidence.copies import PASSPHRASE, is_whole, never, put, turned, why

from netcurtain.evidence.verifying import State, Unreadable, UnreadableError, verify


def test_a_locked_pdf_is_whole(tmp_path: Path, locked: bytes) -> None:
    verified = verify(put(tmp_path, locked, "copy.pdf"), lambda: PASSPHRASE)
    assert verified.whole
    assert {name for name, _ in verified.files} == {"copy.json", "copy.har", "copy.pdf"}


@pytest.mark.parametrize("name", ["copy.json", "copy.har", "copy.pdf"])
def test_a_locked_pdf_with_another_file_or_page_is_found(tmp_path: Path, locked: bytes, name: str) -> None:
    def change(pdf: Any) -> None:
        if name == "copy.pdf":
            contents = pdf.pages[0].Contents
            contents.write(contents.read_bytes().replace(b" Tm", b" Tm ", 1))
        else:
            content = pdf.attachments[name].get_file().read_bytes()
            del pdf.attachments[name]
            pdf.attachments[name] = pikepdf.AttachedFileSpec(pdf, turned(content, 40), filename=name)

    assert not_whole(tmp_path, changed(locked, change)) == [name]


def changed(locked: bytes, change: Callable[[Any], None]) -> bytes:
    """A locked PDF as somebody with its passphrase can make it anew."""
    made = BytesIO()
    with pikepdf.open(BytesIO(locked), password=PASSPHRASE) as pdf:
        change(pdf)
        pdf.save(made, encryption=pikepdf.Encryption(owner="o", user=PASSPHRASE, R=6), fix_metadata_version=False)
    return made.getvalue()


def not_whole(folder: Path, content: bytes) -> list[str]:
    states = verify(put(folder, content, "copy.pdf"), lambda: PASSPHRASE).files
    return [one for one, state in states if state is not State.WHOLE]


SCRIPT = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=pikepdf.String("app.alert(1)"))


def add_script(pdf: Any) -> None:
    pdf.Root.Names.JavaScript = pikepdf.Dictionary(Names=pikepdf.Array([pikepdf.String("a"), SCRIPT]))


def hide_file(pdf: Any) -> None:
    pdf.Root.AF.append(pdf.make_indirect(pikepdf.AttachedFileSpec(pdf, b"more", filename="more.txt").obj))


def fill_screen(pdf: Any) -> None:
    pdf.Root.PageMode = pikepdf.Name.FullScreen


def want_more(pdf: Any) -> None:
    pdf.Root.Extensions.More = pikepdf.Dictionary(BaseVersion=pikepdf.Name("/1.7"), ExtensionLevel=1)


def show_other_name(pdf: Any) -> None:
    pdf.attachments["copy.json"].obj.UF = pikepdf.String("other.json")


def describe(pdf: Any) -> None:
    pdf.attachments["copy.json"].obj.Desc = pikepdf.String("Another description")


def give_another_system_another(pdf: Any) -> None:
    pdf.attachments["copy.json"].obj.EF.UF = pdf.make_stream(b"{}")


def attach_more(pdf: Any) -> None:
    pdf.attachments["more.txt"] = b"x"


def nothing(_pdf: Any) -> None:
    pass


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (nothing, []),
        (add_script, ["copy.pdf"]),
        (hide_file, ["copy.pdf"]),
        (fill_screen, ["copy.pdf"]),
        (want_more, ["copy.pdf"]),
        (show_other_name, ["copy.json"]),
        (describe, ["copy.json"]),
        (give_another_system_another, ["copy.json"]),
        (attach_more, ["more.txt"]),
    ],
)
def test_whatever_a_reader_of_a_locked_pdf_would_show_or_do_is_checked(
    tmp_path: Path, locked: bytes, change: Callable[[Any], None], expected: list[str]
) -> None:
    assert not_whole(tmp_path, changed(locked, change)) == expected


def list_twice(pdf: Any) -> None:
    names = pdf.Root.Names.EmbeddedFiles.Names
    names.extend(list(names)[:2])


def list_in_branches(pdf: Any) -> None:
    files = pdf.Root.Names.EmbeddedFiles
    pdf.Root.Names.EmbeddedFiles = pikepdf.Dictionary(Kids=pikepdf.Array([pdf.make_indirect(files)]))


def attach_very_many(pdf: Any) -> None:
    for number in range(8):
        pdf.attachments[f"{number}.txt"] = b"x"


def attach_by_the_name_of_its_pages(pdf: Any) -> None:
    pdf.attachments["copy.pdf"] = pikepdf.AttachedFileSpec(pdf, b"%PDF-1.7 another", filename="copy.pdf")


@pytest.mark.parametrize("change", [list_twice, list_in_branches, attach_very_many, attach_by_the_name_of_its_pages])
def test_files_that_are_attached_as_no_copy_has_them_are_refused(tmp_path: Path, locked: bytes, change: Callable[[Any], None]) -> None:
    assert why(put(tmp_path, changed(locked, change), "copy.pdf")) is Unreadable.NO_COPY


def test_a_locked_pdf_that_grows_is_not_unpacked(tmp_path: Path, locked: bytes) -> None:
    def grow(pdf: Any) -> None:
        zeros = zlib.compressobj()
        pdf.Root.Much = pdf.make_stream(zeros.compress(bytes(70_000_000)) + zeros.flush(), Filter=pikepdf.Name.FlateDecode)

    assert why(put(tmp_path, changed(locked, grow), "copy.pdf")) is Unreadable.NO_COPY


def test_a_locked_pdf_is_checked_whatever_lies_beside_it(tmp_path: Path, locked: bytes) -> None:
    put(tmp_path, b"SHA256 (x.iso) = abc\n", "SHA256SUMS")
    assert not_whole(tmp_path, locked) == []


def test_the_library_says_nothing_by_itself(
    tmp_path: Path, locked: bytes, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    def damage(pdf: Any) -> None:
        pdf.Root.Damaged = pdf.make_stream(b"x\x9c no more", Filter=pikepdf.Name.FlateDecode)

    caplog.set_level(logging.DEBUG)
    assert not is_whole(put(tmp_path, changed(locked, damage), "copy.pdf"))
    assert (capfd.readouterr(), caplog.records) == (("", ""), [])


def test_a_pdf_that_anybody_opens_asks_for_nothing(tmp_path: Path, locked: bytes) -> None:
    made = BytesIO()
    with pikepdf.open(BytesIO(locked), password=PASSPHRASE) as pdf:
        pdf.save(made, encryption=pikepdf.Encryption(owner="o", user="", R=6))
    with pytest.raises(UnreadableError):
        verify(put(tmp_path, made.getvalue(), "copy.pdf"), never)


def test_damage_of_a_locked_pdf_is_found_where_anything_is_written(tmp_path: Path, locked: bytes) -> None:
    """Between its parts a PDF has spaces that say nothing."""
    unnoticed = []
    for at in range(40, len(locked), 4_999):
        if is_whole(put(tmp_path, turned(locked, at), "copy.pdf")):
            unnoticed.append(locked[at : at + 1])
    assert len(unnoticed) < 4
    assert all(not byte.isalnum() or byte in b"0123456789abcdefobjnR" for byte in unnoticed)
