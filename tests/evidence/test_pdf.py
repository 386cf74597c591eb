"""The PDF: tagged, in its language, without author, date or path, and deaf to what pages say."""

import shutil
import subprocess
import unicodedata
from io import BytesIO
from pathlib import Path

import msgspec
import pikepdf
import pytest
from tests.evidence import samples

from netcurtain.core.saved_copy import CopyKind
from netcurtain.evidence.blocks import Code, Heading, Paper, Rows, Table, Text
from netcurtain.evidence.paper import paper
from netcurtain.evidence.pdf import pdf

HOSTILE = (
    '#read("/etc/passwd")',
    "#panic()",
    "]#sys.inputs[",
    "$x^2$ *bold* _it_ `raw` @ref <label> // comment /* */ \\ \\u{41}",
    '"}]},"kind":"text"',
    "= Heading\n#set text(1pt)",
    "\u202ereversed\u202c \x00 \x1b[31m \u200b",
    "{page} {pages} {site}",
    "العربية עברית ελληνικά кириллица",
    "x" * 3_000,
    "",
)
HASHES = {"copy.json": "1" * 64}


@pytest.fixture(scope="module")
def drawn() -> bytes:
    return pdf(paper(samples.evidence(), HASHES, CopyKind.ORGANISATION, zone=samples.ZONE))


def text_of(content: bytes, *options: str) -> str:
    program = shutil.which("pdftotext")
    if program is None:
        pytest.skip("pdftotext is not installed")
    return subprocess.run([program, *options, "-", "-"], input=content, capture_output=True, check=True).stdout.decode()


def test_it_is_tagged_in_its_language_and_named(drawn: bytes) -> None:
    with pikepdf.open(BytesIO(drawn)) as read:
        assert bool(read.Root.MarkInfo.Marked)
        assert str(read.Root.Lang) == "en"
        assert "/StructTreeRoot" in read.Root
        assert bool(read.Root.ViewerPreferences.DisplayDocTitle)
        assert b"<pdfuaid:part>1</pdfuaid:part>" in read.Root.Metadata.read_bytes()
        roles = {str(one.get("/S")) for one in read.objects if isinstance(one, pikepdf.Dictionary) and "/S" in one}
        assert {"/H1", "/H2", "/H3", "/Table", "/THead", "/TH", "/TD", "/L", "/LI", "/P"} <= roles


def test_nobody_and_no_computer_is_named_in_it(drawn: bytes) -> None:
    with pikepdf.open(BytesIO(drawn)) as read:
        assert set(read.docinfo.keys()) == {"/Title", "/Creator"}
        assert str(read.docinfo.Creator).startswith("Typst")
        metadata = read.Root.Metadata.read_bytes()
        plain = BytesIO()
        read.save(plain, stream_decode_level=pikepdf.StreamDecodeLevel.generalized, compress_streams=False)
    for word in (b"/home", b"/root", b"/tmp", b"/work", Path.home().name.encode() + b"/", b".typ"):
        assert word not in plain.getvalue()
    for word in (b"dc:creator", b"CreateDate", b"ModifyDate", b"MetadataDate", b"Producer"):
        assert word not in metadata


def test_the_same_paper_is_the_same_bytes(drawn: bytes) -> None:
    assert pdf(paper(samples.evidence(), HASHES, CopyKind.ORGANISATION, zone=samples.ZONE)) == drawn


def test_its_fonts_are_typsts_own(drawn: bytes) -> None:
    with pikepdf.open(BytesIO(drawn)) as read:
        fonts = {str(one.BaseFont).partition("+")[2] for one in read.objects if isinstance(one, pikepdf.Dictionary) and "/BaseFont" in one}
    assert all(font.startswith(("Libertinus", "DejaVu", "NewCM", "NewComputerModern")) for font in fonts)


def test_typst_may_read_no_folder_but_the_templates_and_no_fonts_of_the_computer(monkeypatch: pytest.MonkeyPatch) -> None:
    import typst

    asked: list[dict[str, object]] = []

    def compiled(_template: Path, **how: object) -> bytes:
        asked.append(how)
        return b""

    monkeypatch.setattr(typst, "compile", compiled)
    pdf(Paper("en", "T", "", "", ()))
    assert asked[0]["ignore_system_fonts"] is True
    assert {file.name for file in Path(str(asked[0]["root"])).iterdir() if file.suffix == ".typ"} == {"paper.typ"}


def test_a_screen_reader_reads_it_from_the_top(drawn: bytes) -> None:
    read = " ".join(text_of(drawn).split())
    assert read.startswith("What Netcurtain saw on police.example This is a copy of what Netcurtain saw")
    assert "1" * 64 in read
    assert "||unlisted-tracker.example^$third-party" in read.replace(" ", "")


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_words_are_shown_and_never_obeyed(words: str) -> None:
    blocks = (
        Heading(words or "-"),
        Text(words),
        Rows(((words, (words, Code(words))),)),
        Table((words,), ((Code(words),),), (1,)),
    )
    read = text_of(pdf(Paper("en", words or "-", words, "Page {page} of {pages}", blocks)))
    assert "root:" not in read
    assert "\u202e" not in read
    assert ("<U+202E>" in read) == ("\u202e" in words)
    if words.startswith("#"):
        assert read.count(words) >= 4


def test_welsh_letters_and_letters_that_no_font_has_come_out() -> None:
    read = text_of(pdf(Paper("cy", "Ŵŵ Ŷŷ ŵyth ŷd", "", "", (Text("ŵyth ŷd Ŵyr Ŷd tân gêm"), Text("报告")))))
    assert "ŵyth ŷd Ŵyr Ŷd tân gêm" in read


def test_a_head_is_repeated_on_each_page_of_a_table() -> None:
    rows = tuple((f"row {number}", Code("x")) for number in range(150))
    read = text_of(pdf(Paper("en", "T", "", "", (Heading("A"), Table(("The head", "Other"), rows, (1, 1))))))
    assert read.count("The head") > 1


def test_four_thousand_requests_stay_small() -> None:
    content = pdf(paper(samples.many(4_000), HASHES, CopyKind.ORGANISATION))
    assert len(content) < 3_000_000
    with pikepdf.open(BytesIO(content)) as read:
        assert len(read.pages) < 120


def test_long_records_break_over_pages() -> None:
    long = msgspec.structs.replace(samples.request(), filter="||long.example^$" + "domain=a.example|" * 700)
    read = text_of(pdf(paper(samples.evidence(samples.page(long)), HASHES, CopyKind.SOLICITOR)))
    assert read.replace("\n", "").count("domain=a.example|") > 690


def test_accents_on_one_letter_are_few() -> None:
    title = "a" + "\u0301" * 300 + "b\u0301\u0308"
    shown = text_of(pdf(Paper("en", title, "f", "{page}/{pages}", (Text(title),))))
    assert 1 <= unicodedata.normalize("NFD", shown).count("\u0301") < 30  # the title too, and some are read twice
