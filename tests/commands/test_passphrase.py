"""One line of standard input, or typed at a terminal that shows nothing of it."""

import io
import os
import pty
import subprocess
import sys

import pytest

from netcurtain.commands import passphrase
from netcurtain.commands.failure import CommandError
from netcurtain.commands.passphrase import MAX_BYTES, line_of

SAID = "correct horse  "
ASK = "from netcurtain.commands.passphrase import ask; print(len(ask()))"


@pytest.mark.parametrize(
    ("given", "line"),
    [
        (b"correct horse  \nmore\n", SAID),
        (b"correct horse  \r\n", SAID),
        (b"correct horse  ", SAID),
        ("tŷ\n".encode(), "tŷ"),
        (b"\n", ""),
        (b"", ""),
    ],
    ids=["a line", "a line of Windows", "no end", "Welsh", "an empty line", "nothing"],
)
def test_one_line_is_read_and_its_spaces_count(given: bytes, line: str) -> None:
    assert line_of(io.BytesIO(given)) == line


def test_no_more_than_the_longest_passphrase_is_read() -> None:
    assert len(line_of(io.BytesIO(b"a" * 2 * MAX_BYTES))) == MAX_BYTES


@pytest.mark.parametrize("given", [b"", b"\n", b"\xff\xfe\n"], ids=["nothing", "an empty line", "no text"])
def test_without_one_a_sentence_says_what_to_do(given: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given)))
    with pytest.raises(CommandError, match="type it, or give it as one line"):
        passphrase.ask()


def test_a_terminal_where_typing_ends_is_told_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    def end(_prompt: str) -> str:
        raise EOFError

    monkeypatch.setattr(sys, "stdin", io.StringIO())
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
    monkeypatch.setattr("getpass.getpass", end)
    with pytest.raises(CommandError, match="type it"):
        passphrase.ask()


def test_a_terminal_shows_nothing_of_it() -> None:
    terminal, theirs = pty.openpty()
    with subprocess.Popen([sys.executable, "-c", ASK], stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True) as process:
        os.close(theirs)
        shown = os.read(terminal, 1000)
        while b"Passphrase: " not in shown:
            shown += os.read(terminal, 1000)
        os.write(terminal, b"correct horse\n")
        while b"13" not in shown:
            shown += os.read(terminal, 1000)
        process.wait(30)
    os.close(terminal)
    assert b"horse" not in shown
