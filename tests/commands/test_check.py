"""`netcurtain check`: names, formats, the file it writes, and one line with exit status 2 where the HAR is of no use."""

import errno
import io
import zipfile
from pathlib import Path
from types import SimpleNamespace

import msgspec
import pytest
from click.testing import CliRunner, Result
from tests.har.recording import FORM, document, entry, har, write

from netcurtain.cli import main
from netcurtain.commands import check as checking
from netcurtain.commands.progress_line import ProgressLine

MADE = har([document(), entry("https://www.facebook.com/tr/?id=1&ev=PageView")])


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "kept"))
    monkeypatch.setattr(checking, "look_for_rubbish_seldom", lambda: None)


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["check", *map(str, arguments)])


@pytest.mark.parametrize("packed", [False, True], ids=["har", "har.gz"])
def test_it_checks_with_the_lists_in_use(tmp_path: Path, packed: bool) -> None:
    done = run(write(tmp_path, MADE, packed=packed), "--format", "json")
    assert done.exit_code == 0
    told = msgspec.json.decode(done.stdout)
    assert told["pages"][0]["organisations"][0]["name"] == "Meta (Facebook)"
    assert told["lists"][0]["name"] == "Netcurtain starter"
    assert told["lists"][0]["filters"] > 0


def test_text_is_what_people_get(tmp_path: Path) -> None:
    assert run(write(tmp_path, MADE)).stdout.startswith("The recording holds one page. It contacted, or tried to contact, one company.")


def test_it_writes_a_page_for_this_person_alone(tmp_path: Path) -> None:
    out = tmp_path / "visit.html"
    done = run(write(tmp_path, MADE), "--format", "html", "--output", out)
    assert (done.exit_code, done.stdout) == (0, "")
    assert out.read_text(encoding="utf-8").startswith("<!doctype html>")
    assert out.stat().st_mode & 0o077 == 0
    assert {path.name for path in tmp_path.iterdir()} - {"kept"} == {"made.har", "visit.html"}


@pytest.mark.parametrize(
    "content", [None, b"", b"not JSON", b"{}", b'{"log": {"entries": [{"request"', b"PK\x03\x04zip", b"\x1f\x8b\x08"], ids=str
)
def test_a_har_of_no_use_is_one_line_and_status_two(tmp_path: Path, content: bytes | None) -> None:
    file = tmp_path / "made.har"
    if content is not None:
        file.write_bytes(content)
    done = run(file)
    assert (done.exit_code, done.stdout) == (2, "")
    assert len(done.stderr.splitlines()) == 1
    assert "Usage" not in done.stderr


def test_a_place_that_cannot_be_written_is_one_line_and_status_two(tmp_path: Path) -> None:
    done = run(write(tmp_path, MADE), "--output", tmp_path / "none" / "visit.txt")
    assert done.exit_code == 2
    assert "cannot be written" in done.stderr.splitlines()[-1]


@pytest.mark.parametrize(
    ("error", "status", "said"), [(errno.ENOSPC, 2, "cannot be written"), (errno.EPIPE, 1, "")], ids=["full", "closed"]
)
def test_a_screen_that_takes_nothing_is_one_line_at_most(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: int, status: int, said: str
) -> None:
    class Full(io.BytesIO):
        def write(self, _content: object) -> int:
            raise OSError(error, "no more")

    monkeypatch.setattr(checking, "sys", SimpleNamespace(stdout=SimpleNamespace(buffer=Full()), stderr=io.StringIO()))
    done = run(write(tmp_path, MADE))
    assert (done.exit_code, said in done.stderr, len(done.stderr.splitlines())) == (status, True, 1 if said else 0)


def test_the_result_never_takes_the_recordings_place(tmp_path: Path) -> None:
    file, other = write(tmp_path, MADE), tmp_path / "other.har"
    before = file.read_bytes()
    other.symlink_to(file)
    for one, output in ((file, file), (other, file), (file, other)):
        done = run(one, "--output", output)
        assert (done.exit_code, len(done.stderr.splitlines())) == (2, 1)
        assert "another name" in done.stderr
    assert file.read_bytes() == before


def test_a_zip_with_a_har_in_it_is_checked(tmp_path: Path) -> None:
    file = tmp_path / "visit.zip"
    with zipfile.ZipFile(file, "w") as whole:
        whole.write(write(tmp_path, MADE), "made.har")
    assert run(file).stdout == run(tmp_path / "made.har").stdout


def test_a_page_made_to_stop_the_check_is_checked_like_any_other(tmp_path: Path) -> None:
    number = "&#" + "9" * 5000
    done = run(write(tmp_path, har([document(html=f"<p>{number};</p><iframe srcdoc='{number}'></iframe>{FORM}")])), "--format", "json")
    assert (done.exit_code, msgspec.json.decode(done.stdout)["pages"][0]["sensitive"]) == (0, True)


def test_the_bar_shows_on_a_terminal_alone(tmp_path: Path) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    terminal = Terminal()
    with ProgressLine(terminal) as line:
        checking.watched(line, "made.har")(500_000, 1_000_000)
    assert "made.har" in terminal.getvalue()
    assert "##########.........." in terminal.getvalue()
    assert "#" not in run(write(tmp_path, MADE)).stderr
