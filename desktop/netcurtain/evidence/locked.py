"""One PDF with the other files in it, behind a passphrase: AES-256 (PDF 2.0, revision 6), which any reader opens. Bytes in, bytes out.

The file differs each time it is made, so its own pages have a hash of another kind (pages_hash.py).
"""

import logging
import secrets
from collections.abc import Mapping
from io import BytesIO
from typing import Any

import pikepdf
from pikepdf.settings import set_qpdf_limits

from netcurtain.core.copy_passphrase import CopyPassphraseError, spelled
from netcurtain.evidence.manifest import OURS
from netcurtain.evidence.pages_hash import MOST_BYTES, attached, pages_hash

_MIME = {".json": "application/json", ".har": "application/json"}
_FILE = frozenset({"/Type", "/F", "/UF", "/EF", "/AFRelationship"})
"""What is said of an attached file. There is no description, which a reader would show."""
_CONTENT = frozenset({"/Type", "/Subtype", "/Params", "/Length", "/Filter", "/DecodeParms"})

logging.getLogger("pikepdf").setLevel(logging.CRITICAL + 1)  # its warnings repeat words of the file
set_qpdf_limits(flate_max_memory=MOST_BYTES)


class WrongPassphraseError(Exception):
    """The PDF does not open with this passphrase."""


class NoSuchPdfError(Exception):
    """It is no PDF, it is damaged, or no copy is made so."""


def hash_of_pages(content: bytes) -> str:
    """The hash of a PDF's pages and all that belongs to them."""
    with pikepdf.open(BytesIO(content)) as pdf:
        return pages_hash(pdf)


def is_locked(content: bytes) -> bool:
    """Whether a PDF opens only with a passphrase. Raises NoSuchPdfError."""
    try:
        with pikepdf.open(BytesIO(content), attempt_recovery=False):
            return False
    except pikepdf.PasswordError:
        return True
    except Exception:  # of what is no PDF, the library has many
        raise NoSuchPdfError from None


def locked(content: bytes, files: Mapping[str, bytes], passphrase: str) -> bytes:
    """The PDF with ``files`` attached; it takes either the passphrase or a random one that nobody keeps. It was opened once with the
    passphrase. Raises CopyPassphraseError for one that no PDF takes.
    """
    made = BytesIO()
    user = spelled(passphrase)
    with pikepdf.open(BytesIO(content)) as pdf:
        for name, file in files.items():
            mime = next((kind for ending, kind in _MIME.items() if name.endswith(ending)), "text/plain")
            pdf.attachments[name] = pikepdf.AttachedFileSpec(pdf, file, filename=name, mime_type=mime)
        encryption = pikepdf.Encryption(owner=secrets.token_urlsafe(32), user=user, R=6, allow=pikepdf.Permissions())
        pdf.save(made, encryption=encryption, fix_metadata_version=False)  # what was hashed is written as it was
    try:
        pikepdf.open(made, password=user, attempt_recovery=False).close()
    except pikepdf.PasswordError:
        raise CopyPassphraseError from None
    return made.getvalue()


def unlocked(content: bytes, passphrase: str, most_files: int, most_bytes: int) -> tuple[dict[str, bytes], str]:
    """The files in it and the hash of its pages. Raises WrongPassphraseError and NoSuchPdfError.

    One that is not told of as ours are, or has more than ``most_bytes``, is empty: it has no hash that anybody wrote down.
    """
    try:
        with pikepdf.open(BytesIO(content), password=spelled(passphrase), attempt_recovery=False) as pdf:
            listed = attached(pdf.Root)
            files = {name: _content(name, file, most_bytes) for name, file in listed[:most_files]}
            if len(files) != len(listed):
                raise NoSuchPdfError
            return files, pages_hash(pdf)
    except (CopyPassphraseError, pikepdf.PasswordError):
        raise WrongPassphraseError from None
    except Exception:  # of what is damaged, the library has many
        raise NoSuchPdfError from None


def _content(name: str, file: Any, most: int) -> bytes:
    if name not in OURS or not _is_told_as_ours(name, file):
        return b""
    try:
        content: bytes = file.EF.F.read_bytes()
    except pikepdf.PdfError:
        return b""
    return content if len(content) <= most else b""


def _is_told_as_ours(name: str, file: Any) -> bool:
    """Whether a reader shows its own name and nothing else of it, and has one content for all systems."""
    content, kinds = file.EF.F, set(file.EF.keys())
    shown = {str(file.F), str(file.UF)}
    return (
        set(file.keys()) == _FILE
        and shown == {name}
        and kinds == {"/F", "/UF"}
        and file.EF.UF.objgen == content.objgen
        and set(content.stream_dict.keys()) <= _CONTENT
    )
