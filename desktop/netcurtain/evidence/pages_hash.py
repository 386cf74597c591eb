"""The hash of a PDF's pages and all that belongs to them, whatever is attached to it, however it is encrypted, and whoever wrote it down.

Every object is taken from the catalogue on in one order, with its streams as they mean something and not as they are packed. Left out is
only what locked.py itself brings in: the attached files, which have hashes of their own, and the word for this kind of encryption.
"""

import hashlib
from decimal import Decimal
from typing import Any

import pikepdf

_ENCRYPTED = pikepdf.Dictionary(BaseVersion=pikepdf.Name("/1.7"), ExtensionLevel=8)
_PACKING = frozenset({"/Filter", "/DecodeParms", "/Length"})
"""Of a stream: how it is packed."""
MOST_BYTES = 64 * 1024 * 1024
"""Of all streams, unpacked: a few bytes can stand for very many."""


def pages_hash(pdf: pikepdf.Pdf) -> str:
    """In hex; the attached files are taken out of ``pdf``. Raises pikepdf.PdfError where a stream cannot be read, and ValueError."""
    _take_out_attached(pdf.Root)
    hashed = hashlib.sha256()
    met: dict[tuple[int, int], int] = {}
    waiting: list[Any] = [pdf.trailer.get("/Info"), pdf.Root]
    left = MOST_BYTES
    while waiting:
        for part in _parts(waiting.pop(), met, waiting):
            hashed.update(len(part).to_bytes(8, "big") + part)
            left -= len(part)
        if left < 0:
            raise ValueError("too large")
    return hashed.hexdigest()


def attached(root: pikepdf.Object) -> list[tuple[str, Any]]:
    """The attached files by name, as locked.py lists them. Raises ValueError where they are listed in another way."""
    tree = root.get("/Names", pikepdf.Dictionary()).get("/EmbeddedFiles", pikepdf.Dictionary(Names=[]))
    if not set(tree.keys()) <= {"/Names", "/Limits"}:
        raise ValueError("another kind of list")
    flat = list(tree.Names)
    return [(str(name), file) for name, file in zip(flat[::2], flat[1::2], strict=True)]


def _take_out_attached(root: Any) -> None:
    ours = {file.objgen for _, file in attached(root) if file.is_indirect}
    if "/AF" in root:
        others = [file for file in root.AF if not (file.is_indirect and file.objgen in ours)]
        _put(root, "/AF", pikepdf.Array(others))
    for name, entry, is_ours in (("/Names", "/EmbeddedFiles", True), ("/Extensions", "/ADBE", _is_our_encryption(root))):
        if name in root and is_ours:
            _put(root, name, pikepdf.Dictionary({key: value for key, value in root[name].items() if key != entry}))


def _is_our_encryption(root: Any) -> bool:
    return bool(root.get("/Extensions", pikepdf.Dictionary()).get("/ADBE") == _ENCRYPTED)


def _put(root: Any, name: str, rest: Any) -> None:
    """What is left of it; nothing, where nothing is."""
    if len(rest):
        root[name] = rest
    else:
        del root[name]


def _parts(one: Any, met: dict[tuple[int, int], int], waiting: list[Any]) -> list[bytes]:
    """What is said of an object; those in it wait to be met after it, in its order."""
    if not isinstance(one, pikepdf.Object):
        return [_plain(one)]
    if one.is_indirect:
        if one.objgen in met:
            return [b"again", str(met[one.objgen]).encode()]
        met[one.objgen] = len(met)
    match one:
        case pikepdf.Stream():
            kept = {key: value for key, value in one.stream_dict.items() if key not in _PACKING}
            waiting.extend(kept[key] for key in sorted(kept, reverse=True))
            return [b"stream", *(key.encode() for key in sorted(kept)), one.read_bytes()]
        case pikepdf.Dictionary():
            waiting.extend(one[key] for key in sorted(one.keys(), reverse=True))
            return [b"dictionary", *(key.encode() for key in sorted(one.keys()))]
        case pikepdf.Array():
            items = list(one)
            waiting.extend(reversed(items))
            return [b"array", str(len(items)).encode()]
        case pikepdf.Name():
            return [b"name", str(one).encode()]
        case _:
            return [b"string", bytes(one)]


def _plain(value: object) -> bytes:
    """A number, a truth or nothing."""
    return str(value.normalize() if isinstance(value, Decimal) else value).encode()
