"""Where our browser extension lies, which every browser of a survey loads: named by the person, in a checkout, or installed with us."""

import hashlib
import sysconfig
from collections.abc import Iterable
from pathlib import Path

import netcurtain
from netcurtain.practice.browser import SEED
from netcurtain.survey import wording

MANIFEST = "manifest.json"


class ExtensionError(Exception):
    """It is not there. The message is one sentence that says what to do."""


def find_extension(given: Path | None = None) -> Path:
    """The folder with its manifest.json. Raises ExtensionError."""
    if given is not None:
        if not (given / MANIFEST).is_file():
            raise ExtensionError(wording.NO_SUCH_EXTENSION)
        return given.resolve()
    found = next((folder for folder in usual_places() if (folder / MANIFEST).is_file()), None)
    if found is None:
        raise ExtensionError(wording.NO_EXTENSION)
    return found


def usual_places() -> Iterable[Path]:
    """The checkout's, beside desktop/; then where a wheel puts it, for everybody or for this person."""
    yield Path(netcurtain.__file__).resolve().parents[2] / "extension"
    schemes = (sysconfig.get_default_scheme(), sysconfig.get_preferred_scheme("user"))
    yield from (Path(sysconfig.get_path("data", scheme)) / "share" / "netcurtain" / "extension" for scheme in schemes)


def hash_of(extension: Path) -> str:
    """The same for the same extension, wherever it lies: what tells that machines look with the same eyes."""
    whole = hashlib.sha256()
    for path in sorted(extension.rglob("*"), key=lambda path: path.relative_to(extension).as_posix()):
        if path.is_file() and path.name != SEED and not path.name.startswith("."):
            whole.update(path.relative_to(extension).as_posix().encode() + b"\0")
            whole.update(hashlib.sha256(path.read_bytes()).digest())
    return whole.hexdigest()
