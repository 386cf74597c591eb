"""`netcurtain check`: names, formats, the file it writes, and one line with exit status 2 where the HAR is of no use."""

import io
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner, Result
from tests.har.recording import document, entry, har, write

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
