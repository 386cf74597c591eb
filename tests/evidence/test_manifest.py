"""SHA256SUMS as sha256sum writes and reads it."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from netcurtain.evidence.manifest import RewrittenError, manifest, read_manifest

FILES = {"copy.json": b"{}", "copy.har": b"[]"}


def test_it_is_read_as_it_was_written() -> None:
    hashes, pages = read_manifest(manifest(FILES, "ab" * 32))
    assert (list(hashes), pages) == (["copy.json", "copy.har"], "ab" * 32)
    assert read_manifest(manifest({"copy.pdf": b"%PDF", **FILES}))[1] == ""


@pytest.mark.skipif(shutil.which("sha256sum") is None, reason="sha256sum is not installed")
@pytest.mark.parametrize("pages", ["", "ab" * 32], ids=["zip", "PDF"])
def test_sha256sum_reads_it(tmp_path: Path, pages: str) -> None:
    for name, content in FILES.items():
        (tmp_path / name).write_bytes(content)
    (tmp_path / "SHA256SUMS").write_bytes(manifest(FILES, pages))
    done = subprocess.run(["sha256sum", "--check", "--strict", "SHA256SUMS"], cwd=tmp_path, capture_output=True, check=False)
    assert done.returncode == 0


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"# pages only\n",
        b"no hash  copy.json\n",
        b"0" * 64 + b"  ../copy.json\n",
        b"0" * 64 + b"  /etc/passwd\n",
        b"0" * 64 + b"  ..\n",
        b"0" * 64 + b"  a\\b\n",
        manifest(FILES, "ab" * 32) + manifest(FILES),
        manifest(FILES),
        manifest({"copy.pdf": b"%PDF", **FILES}, "ab" * 32),
        manifest({"copy.pdf": b"%PDF"}),
        manifest({"copy.pdf": b"%PDF", "more.txt": b"", **FILES}),
        manifest(FILES, "ab"),
        b"\xff\xfe",
        b"#" * 70_000,
    ],
    ids=[
        "empty",
        "no files",
        "no hash",
        "above",
        "elsewhere",
        "dots",
        "backslash",
        "twice",
        "no PDF",
        "two kinds of PDF",
        "no data",
        "another file",
        "no hash of pages",
        "no text",
        "too long",
    ],
)
def test_what_is_no_such_file_is_refused(content: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - of text that cannot be read it is one of its kinds
        read_manifest(content)


@pytest.mark.parametrize(
    "change", [lambda sums: b"\xef\xbb\xbf" + sums, lambda sums: sums.replace(b"\n", b"\r\n")], ids=["mark", "ends of lines"]
)
def test_one_that_an_editor_saved_anew_is_told_apart(change: Callable[[bytes], bytes]) -> None:
    with pytest.raises(RewrittenError):
        read_manifest(change(manifest({"copy.pdf": b"%PDF", **FILES})))
