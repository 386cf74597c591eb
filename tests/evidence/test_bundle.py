"""What is in a copy of each kind, with no word of a computer or a person in it."""

import json
import zipfile
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from tests.evidence import samples

from netcurtain.core.evidence import Evidence, EvidenceMoment, Source
from netcurtain.core.evidence_wording import NOT_ALL_OF_IT
from netcurtain.core.saved_copy import CopyKind
from netcurtain.evidence import bundle
from netcurtain.evidence.blocks import Paper
from netcurtain.evidence.bundle import copy_of
from netcurtain.evidence.fitting import MOST_BYTES
from netcurtain.evidence.manifest import read_manifest, sha256
from netcurtain.evidence.paper import MOST_LINES, paper
from netcurtain.evidence.pdf import DrawingError


class StopHereError(Exception):
    pass


def files_of(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_the_organisation_gets_a_zip_of_four_files() -> None:
    files = files_of(copy_of(samples.evidence(), CopyKind.ORGANISATION, zone=samples.ZONE))
    assert list(files) == ["copy.pdf", "copy.json", "copy.har", "SHA256SUMS"]
    assert read_manifest(files["SHA256SUMS"])[0] == {name: sha256(files[name]) for name in ("copy.pdf", "copy.json", "copy.har")}


def test_of_what_was_kept_there_is_no_recording() -> None:
    kept = samples.evidence(samples.page(samples.request(redacted=None)), source=Source.KEPT)
    assert list(files_of(copy_of(kept, CopyKind.ORGANISATION))) == ["copy.pdf", "copy.json", "SHA256SUMS"]


def test_the_zip_says_nothing_of_when_and_where() -> None:
    made = copy_of(samples.evidence(), CopyKind.ORGANISATION, zone=samples.ZONE)
    assert made == copy_of(samples.evidence(), CopyKind.ORGANISATION, zone=samples.ZONE)
    with zipfile.ZipFile(BytesIO(made)) as archive:
        assert archive.comment == b""
        for member in archive.infolist():
            assert (member.date_time, member.create_system, member.external_attr >> 16) == ((1980, 1, 1, 0, 0, 0), 3, 0o600)
            assert (member.extra, member.comment) == (b"", b"")


def test_a_solicitor_gets_one_pdf_with_the_others_in_it() -> None:
    made = copy_of(samples.evidence(), CopyKind.SOLICITOR, passphrase="p w", zone=samples.ZONE)
    with pikepdf.open(BytesIO(made), password="p w") as read:
        files = {name: spec.get_file().read_bytes() for name, spec in read.attachments.items()}
    assert set(files) == {"copy.json", "copy.har", "SHA256SUMS"}
    hashes, pages = read_manifest(files["SHA256SUMS"])
    assert hashes == {name: sha256(files[name]) for name in ("copy.json", "copy.har")}
    assert len(pages) == 64


@pytest.mark.parametrize("kind", list(CopyKind))
@pytest.mark.parametrize("count", [0, 500, 4_000])
def test_every_file_is_under_3_mb(kind: CopyKind, count: int) -> None:
    evidence: Evidence = samples.many(count)
    made = copy_of(evidence, kind, passphrase="p")
    assert len(made) < 3_000_000
    if kind is CopyKind.ORGANISATION:
        files = files_of(made)
        assert max(map(len, files.values())) < 3_000_000
        page = json.loads(files["copy.json"])["pages"][0]
        assert len(page["requests"]) + page["left_out"] == count


@pytest.mark.parametrize("calls", [0, 1])
def test_it_is_stopped_between_its_parts(calls: int) -> None:
    before = [None] * calls

    def go_on() -> None:
        if not before:
            raise StopHereError
        before.pop()

    with pytest.raises(StopHereError):
        copy_of(samples.evidence(), CopyKind.ORGANISATION, go_on=go_on)


def left(pages: int, companies: int) -> Evidence:
    """So many pages that were left, each of which told so many companies."""
    made = []
    for number in range(pages):
        at = samples.T0 + number * 1e6
        requests = [
            samples.request(f"r{n}", at + n, host=f"h{n}.example", organisation=f"o{n}.example", events=(), redacted=None)
            for n in range(companies)
        ]
        moments = tuple(EvidenceMoment(at + n, f"Moment {n}. {'m' * 100}") for n in range(60))
        made.append(samples.page(*requests, page=f"p{number}", opened=at, moments=moments))
    return samples.evidence(*made, source=Source.KEPT)


@pytest.mark.parametrize("companies", [25, 120])
def test_of_many_pages_with_many_companies_every_file_is_under_3_mb(companies: int) -> None:
    files = files_of(copy_of(left(60, companies), CopyKind.ORGANISATION))
    assert max(map(len, files.values())) < 3_000_000
    assert len(copy_of(left(60, companies), CopyKind.SOLICITOR, passphrase="p")) < 3_000_000


def test_one_busy_page_is_in_the_copy() -> None:
    moments = tuple(EvidenceMoment(samples.T0 + n, f"Moment {n}. {'m' * 100}") for n in range(9_000))
    kept = samples.evidence(samples.page(samples.request(redacted=None), moments=moments), source=Source.KEPT)
    read = json.loads(files_of(copy_of(kept, CopyKind.ORGANISATION))["copy.json"])
    (page,) = read["pages"]
    assert len(page["requests"]) == 1
    assert len(page["moments"]) > 5_000
    assert NOT_ALL_OF_IT in read["not_seen"]


@pytest.mark.parametrize(
    ("kind", "grows"),
    [
        (CopyKind.ORGANISATION, "pdf"),
        (CopyKind.SOLICITOR, "_packed"),
        (CopyKind.ORGANISATION, "data"),
        (CopyKind.SOLICITOR, "data"),
        (CopyKind.ORGANISATION, "recording"),
    ],
)
def test_what_comes_out_too_large_is_drawn_again_with_less(monkeypatch: pytest.MonkeyPatch, kind: CopyKind, grows: str) -> None:
    made: list[int] = []
    honest = getattr(bundle, grows)
    lines: list[int] = []

    def too_large(*given: Any) -> bytes:
        made.append(1)
        return bytes(honest(*given)) + b" " * (MOST_BYTES if len(made) < 3 else 0)

    def counted(*given: Any, **more: Any) -> Paper:
        lines.append(more["lines"])
        return paper(*given, **more)

    monkeypatch.setattr(bundle, grows, too_large)
    monkeypatch.setattr(bundle, "paper", counted)
    assert len(copy_of(samples.evidence(), kind, passphrase="p")) < MOST_BYTES
    assert lines == [MOST_LINES, MOST_LINES // 2, MOST_LINES // 4]


def test_what_is_too_large_however_little_is_in_it_is_not_made(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bundle, "pdf", lambda _paper: b" " * (MOST_BYTES + 1))
    with pytest.raises(DrawingError):
        copy_of(samples.evidence(), CopyKind.ORGANISATION)
