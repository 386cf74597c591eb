"""A list out of a Debian package: read where it is installed, else fetched and unpacked into the app's cache. Needs no root.

apt checks the package's signature chain, so the text is as trustworthy as the system itself.
"""

import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

from netcurtain.lists import wording
from netcurtain.lists.progress import Tell, untold
from netcurtain.lists.source import MAX_BYTES, Answer, Fresh, PackageSource, Refused

APT_SECONDS = 120
PATIENCE = ("-o", "Acquire::Retries=0", "-o", "Acquire::http::Timeout=10", "-o", "Acquire::https::Timeout=10")


@dataclass(frozen=True, slots=True)
class Packages:
    """Where packages are: ``root`` is the root folder of the system, ``cache`` a folder of ours to unpack in."""

    root: Path
    cache: Path


def read_package(source: PackageSource, packages: Packages, tell: Tell = untold) -> Answer:
    """The list as installed, else from the package as the system's own archive has it."""
    if found := _find(packages.root, source.path):
        return read_file(found)
    if not (shutil.which("apt-get") and shutil.which("dpkg-deb")):
        return Refused(wording.NO_PACKAGES)
    try:
        packages.cache.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix="package-", dir=packages.cache) as folder:
            return _unpacked(source, Path(folder), tell)
    except OSError:
        return Refused(wording.NOT_WRITTEN)


def read_file(path: Path) -> Answer:
    """A regular file, with the time it was last written."""
    try:
        if not path.is_file():
            return Refused(wording.NO_FILE)
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
        modified = path.stat().st_mtime
    except (OSError, ValueError):
        return Refused(wording.NO_FILE)
    return Refused(wording.TOO_LARGE) if len(content) > MAX_BYTES else Fresh(content, modified=modified)


def _unpacked(source: PackageSource, folder: Path, tell: Tell) -> Answer:
    tell(wording.fetching_package(source.package), 0, None)
    if not _run(["apt-get", "download", "-q", *PATIENCE, "--", source.package], folder):
        return Refused(wording.NOT_FETCHED)
    archive = next(folder.glob("*.deb"), None)
    content = folder / "content"
    tell(wording.unpacking_package(source.package), 0, None)
    if archive is None or not _run(["dpkg-deb", "-x", str(archive), str(content)], folder):
        return Refused(wording.NOT_FETCHED)
    found = _find(content, source.path)
    return read_file(found) if found else Refused(wording.NOT_IN_PACKAGE)


def _find(root: Path, pattern: str) -> Path | None:
    try:
        return next((path for path in sorted(root.glob(pattern)) if path.is_file() and not path.is_symlink()), None)
    except OSError:
        return None


def _run(command: list[str], folder: Path) -> bool:
    try:
        done = subprocess.run(  # noqa: S603 -- no shell, and every word is ours or the catalogue's
            command, cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, timeout=APT_SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0
