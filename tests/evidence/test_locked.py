"""The encrypted PDF: AES-256, its files within, and pages that are hashed as they are without a passphrase."""

from io import BytesIO

import pikepdf
import pytest
from tests.evidence import samples

from netcurtain.core.copy_passphrase import CopyPassphraseError
from netcurtain.core.saved_copy import CopyKind
from netcurtain.evidence.locked import NoSuchPdfError, WrongPassphraseError, hash_of_pages, is_locked, locked, unlocked
from netcurtain.evidence.paper import paper
from netcurtain.evidence.pdf import pdf

FILES = {"copy.json": b"{}", "copy.har": b"[]", "SHA256SUMS": b"sums"}
MOST = 10, 1_000_000
PASSPHRASE = "gwrych dan y dŵr"


@pytest.fixture(scope="module")
def plain() -> bytes:
    return pdf(paper(samples.evidence(), {}, CopyKind.SOLICITOR, zone=samples.ZONE))


@pytest.fixture(scope="module")
def made(plain: bytes) -> bytes:
    return locked(plain, FILES, PASSPHRASE)


def test_it_opens_with_the_passphrase_alone_and_its_files_are_in_it(plain: bytes, made: bytes) -> None:
    assert unlocked(made, PASSPHRASE, *MOST) == (FILES, hash_of_pages(plain))
    with pytest.raises(WrongPassphraseError):
        unlocked(made, "another", *MOST)
    with pytest.raises(WrongPassphraseError):
        unlocked(made, "", *MOST)


def test_it_is_aes_256_and_still_for_screen_readers(made: bytes) -> None:
    with pikepdf.open(BytesIO(made), password=PASSPHRASE) as read:
        assert (read.encryption.R, read.encryption.V, read.encryption.bits) == (6, 5, 256)
        assert str(read.encryption.stream_method).endswith("aesv3")
        assert read.allow.accessibility
        assert read.allow.print_highres
        assert bool(read.Root.MarkInfo.Marked)
        assert set(read.docinfo.keys()) == {"/Title", "/Creator"}
        for spec in read.attachments.values():
            params = spec.get_file().obj.Params
            assert "/CreationDate" not in params
            assert "/ModDate" not in params


def test_nothing_of_it_can_be_read_without(made: bytes) -> None:
    for word in (b"police", b"Netcurtain", b"Typst", b"facebook", PASSPHRASE.encode()):
        assert word not in made
    assert is_locked(made)


def test_letters_made_of_two_signs_open_it_too(made: bytes) -> None:
    assert unlocked(made, "gwrych dan y dw\u0302r", *MOST)[0] == FILES


def test_a_pdf_without_a_passphrase_is_not_locked(plain: bytes) -> None:
    assert not is_locked(plain)
    with pytest.raises(NoSuchPdfError):
        is_locked(b"%PDF-1.7 no more")


def test_other_words_on_the_pages_are_another_hash(plain: bytes) -> None:
    other = pdf(paper(samples.evidence(samples.page(samples.request())), {}, CopyKind.SOLICITOR, zone=samples.ZONE))
    assert hash_of_pages(other) != hash_of_pages(plain)


@pytest.mark.parametrize("change", ["title", "page", "link", "language"])
def test_any_change_of_the_document_is_another_hash(plain: bytes, change: str) -> None:
    with pikepdf.open(BytesIO(plain)) as read:
        match change:
            case "title":
                read.docinfo.Title = "Another"
            case "page":
                del read.pages[-1]
            case "link":
                read.pages[0].Annots = pikepdf.Array([pikepdf.Dictionary(Subtype=pikepdf.Name.Link)])
            case _:
                read.Root.Lang = pikepdf.String("cy")
        changed = BytesIO()
        read.save(changed, fix_metadata_version=False)
    assert hash_of_pages(changed.getvalue()) != hash_of_pages(plain)


def test_how_it_is_packed_is_no_change(plain: bytes) -> None:
    packed = BytesIO()
    with pikepdf.open(BytesIO(plain)) as read:
        read.save(
            packed,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            recompress_flate=True,
            linearize=True,
            fix_metadata_version=False,
        )
    assert hash_of_pages(packed.getvalue()) == hash_of_pages(plain)


def test_a_file_that_is_too_large_is_not_read(plain: bytes) -> None:
    files, _ = unlocked(locked(plain, {"copy.json": b"x" * 100}, "p"), "p", 10, 99)
    assert files == {"copy.json": b""}


@pytest.mark.parametrize(
    "passphrase", ["x" * 128, "\ufdfa" * 8, "a\x00b", "\u00ad"], ids=["long", "long when spelled", "no letters", "nothing"]
)
def test_a_passphrase_that_no_pdf_takes_makes_none(plain: bytes, passphrase: str) -> None:
    with pytest.raises(CopyPassphraseError):
        locked(plain, FILES, passphrase)


def test_the_longest_passphrase_opens_it(plain: bytes) -> None:
    assert unlocked(locked(plain, FILES, "x" * 127), "x" * 127, *MOST)[0] == FILES


def test_a_pdf_that_does_not_open_is_not_given_to_anybody(plain: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("netcurtain.evidence.locked.spelled", lambda passphrase: passphrase)
    with pytest.raises(CopyPassphraseError):
        locked(plain, FILES, "x" * 200)
