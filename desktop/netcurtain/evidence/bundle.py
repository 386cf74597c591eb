"""What is in a copy of each kind, and the one file it goes in: a zip for the organisation, an encrypted PDF for a solicitor.

A zip has no dates, no names but our own and no word of a computer in it: the same facts are the same bytes wherever it is made.
"""

import zipfile
from collections.abc import Callable, Mapping
from io import BytesIO

from netcurtain.core.evidence import Evidence, Source
from netcurtain.core.saved_copy import CopyKind
from netcurtain.evidence.data import data
from netcurtain.evidence.fitting import MOST_BYTES, fitted, lacking, newest_pages
from netcurtain.evidence.manifest import HAR, JSON, PDF, SUMS, manifest, sha256
from netcurtain.evidence.paper import MOST_LINES, paper
from netcurtain.evidence.pdf import DrawingError, pdf
from netcurtain.evidence.recording import recording
from netcurtain.evidence.times import Zone

PARTS = (1, 2, 4, 8, 16)
"""How much of the most a copy may hold is tried, one after another: all, half, and so on."""
NO_DATE = (1980, 1, 1, 0, 0, 0)
"""The first that a zip can have."""
UNIX = 3
FOR_ONE = 0o600 << 16
"""Read and written by whoever takes the files out, in a zip's own place for it."""


def copy_of(
    evidence: Evidence,
    kind: CopyKind,
    *,
    name: str = "",
    passphrase: str = "",
    zone: Zone = None,
    go_on: Callable[[], None] = lambda: None,
) -> bytes:
    """The file, with less and less in it until it and each part of it are small enough. ``go_on`` is called between its parts, and may
    raise to stop it. Raises pdf.DrawingError.
    """
    evidence = newest_pages(evidence)
    for part in PARTS:
        fits = fitted(evidence, MOST_BYTES // part)
        files = {JSON: data(fits, zone)}
        if Source.OPEN in evidence.sources:
            files[HAR] = recording(fits)
        go_on()
        hashes = {called: sha256(content) for called, content in files.items()}
        left_out = lacking(evidence, fits)
        drawn = pdf(paper(evidence, hashes, kind, name=name, lacking=left_out, lines=MOST_LINES // part, zone=zone))
        go_on()
        made = _packed(drawn, files, kind, passphrase)
        if max(map(len, (drawn, made, *files.values()))) <= MOST_BYTES:
            return made
    raise DrawingError


def _packed(drawn: bytes, files: Mapping[str, bytes], kind: CopyKind, passphrase: str) -> bytes:
    if kind is CopyKind.SOLICITOR:
        from netcurtain.evidence.locked import hash_of_pages, locked  # a large library, for this kind alone

        return locked(drawn, {**files, SUMS: manifest(files, hash_of_pages(drawn))}, passphrase)
    files = {PDF: drawn, **files}
    return _zip({**files, SUMS: manifest(files)})


def _zip(files: Mapping[str, bytes]) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, content in files.items():
            member = zipfile.ZipInfo(name, NO_DATE)
            member.create_system, member.external_attr, member.compress_type = UNIX, FOR_ONE, zipfile.ZIP_DEFLATED
            archive.writestr(member, content)
    return made.getvalue()
