"""`netcurtain verify`: a line a file, a sentence, and the exit status."""

import subprocess
import sys
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.evidence import samples

from netcurtain.cli import main
from netcurtain.commands import verify_wording as wording
from netcurtain.core.saved_copy import CopyKind
from netcurtain.evidence.bundle import copy_of
from netcurtain.evidence.verifying import State, Unreadable


def run(file: Path, typed: str = "") -> Result:
    return CliRunner().invoke(main, ["verify", str(file)], input=typed)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    (tmp_path / "copy.zip").write_bytes(copy_of(samples.evidence(), CopyKind.ORGANISATION))
    return tmp_path / "copy.zip"


def test_a_whole_copy_is_said_to_be_so(copy: Path) -> None:
    done = run(copy)
    assert done.exit_code == 0
    assert done.stdout.splitlines() == [
        "copy.pdf: as it was made",
        "copy.json: as it was made",
        "copy.har: as it was made",
        wording.WHOLE,
        wording.WHAT_IT_MEANS,
    ]


def test_a_changed_copy_has_status_1(copy: Path) -> None:
    with zipfile.ZipFile(copy) as archive:
        archive.extractall(copy.parent)
    changed = copy.with_name("copy.json")
    changed.write_bytes(changed.read_bytes().replace(b"facebook", b"facebool", 1))
    copy.with_name("copy.har").unlink()
    done = run(changed)
    assert done.exit_code == 1
    assert done.stdout.splitlines()[:4] == [
        "copy.pdf: as it was made",
        "copy.json: changed",
        "copy.har: missing",
        wording.NOT_WHOLE,
    ]


def test_a_locked_pdf_asks_for_its_passphrase(tmp_path: Path) -> None:
    file = tmp_path / "copy.pdf"
    file.write_bytes(copy_of(samples.evidence(), CopyKind.SOLICITOR, passphrase="p w"))
    assert run(file, "p w\n").exit_code == 0
    wrong = run(file, "another\n")
    assert (wrong.exit_code, wrong.stdout, wrong.stderr.strip()) == (2, "", wording.UNREADABLE[Unreadable.WRONG_PASSPHRASE])
    assert run(file).exit_code == 2


def packed_otherwise() -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("copy.json", b"{}" * 100)
    content = bytearray(made.getvalue())
    content[50] ^= 0xFF
    return bytes(content)


@pytest.mark.parametrize(
    "content",
    [None, b"", b"PK\x03\x04", packed_otherwise(), b"%PDF-1.7", b"{}"],
    ids=["not there", "empty", "zip", "packed otherwise", "PDF", "JSON"],
)
def test_what_cannot_be_read_is_one_line_and_status_2(tmp_path: Path, content: bytes | None) -> None:
    file = tmp_path / "copy"
    if content is not None:
        file.write_bytes(content)
    done = run(file)
    assert (done.exit_code, done.stdout, len(done.stderr.splitlines())) == (2, "", 1)


def test_names_in_a_zip_cannot_speak_to_the_terminal(copy: Path) -> None:
    with zipfile.ZipFile(copy, "a") as archive:
        archive.writestr("a\x1b[31m", b"x")
    assert "\x1b" not in run(copy).stdout


def test_every_state_and_reason_has_words() -> None:
    assert set(wording.STATES) == set(State)
    assert set(wording.UNREADABLE) == set(Unreadable)


def test_its_help_shows_an_example() -> None:
    assert "netcurtain verify copy.zip" in CliRunner().invoke(main, ["verify", "--help"]).stdout


def test_it_needs_no_window(copy: Path) -> None:
    command = f"main(['verify', {str(copy)!r}], standalone_mode=False)"
    code = f"import sys\nfrom netcurtain.cli import main\n{command}\nprint('PySide6' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "False"
