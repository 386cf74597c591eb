"""`netcurtain partner`, from a charity's words to what a person has added, and gone again."""

import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.partner.conftest import WORDS, signed

from netcurtain import paths
from netcurtain.cli import main
from netcurtain.commands import partner_wording as wording
from netcurtain.commands.uninstall import found
from netcurtain.partner import wording as partner_wording

TOML = """
name = "Example Centre"
about = "We listen."
expires = 2027-06-30
[[ways]]
name = "Helpline"
call = "0000 000 0000"
note = "Every day."
[[ways]]
name = "Chat"
call = "https://chat.example"
without_speaking = true
"""


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for kind in ("DATA", "CONFIG", "CACHE", "STATE"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(tmp_path / kind.lower()))
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


@pytest.fixture
def run() -> Callable[..., Result]:
    return lambda *words, typed="": CliRunner().invoke(main, ["partner", *map(str, words)], input=typed)


@pytest.fixture
def file(home: Path) -> Path:
    path = home / "centre.netcurtain"
    path.write_bytes(signed(WORDS))
    return path


Run = Callable[..., Result]


def test_a_charity_makes_a_file_that_a_person_adds_lists_and_removes(run: Run, home: Path) -> None:
    words, key, file = home / "WORDS.toml", home / "centre.key", home / "made.netcurtain"
    words.write_text(TOML, encoding="utf-8")
    made = run("make", words, "--key", key, "--output", file)
    assert made.exit_code == 0, made.output
    assert key.stat().st_mode & 0o777 == 0o600
    digits = next(line.strip() for line in made.output.splitlines() if len(line.split()) == 8 and line.startswith("  "))
    added = run("add", file, typed="y\n")
    assert added.exit_code == 0, added.output
    for words_of_it in (
        "Example Centre",
        "Helpline: 0000 000 0000",
        "Chat: https://chat.example (without speaking)",
        digits,
        wording.COMPARE,
    ):
        assert words_of_it in added.output
    assert "Example Centre" in run("list").output
    assert run("remove", "Example Centre").exit_code == 0
    assert run("list").output.strip() == wording.NONE
    again = run("make", home / "WORDS.toml", "--key", key, "--output", file)
    assert digits in again.output
    assert wording.new_key(str(key)) in made.output
    assert wording.new_key(str(key)) not in again.output


@pytest.mark.parametrize("typed", ["n\n", "\n", ""])
def test_without_a_yes_nothing_is_added(run: Run, file: Path, typed: str) -> None:
    done = run("add", file, typed=typed)
    assert done.exit_code == 1
    assert not (paths.data_place() / "partners").exists()


def test_yes_can_be_said_beforehand(run: Run, file: Path) -> None:
    assert run("add", file, "--yes").exit_code == 0


def test_what_cannot_be_used_is_one_sentence_and_status_2(run: Run, file: Path) -> None:
    file.write_bytes(b"{}")
    done = run("add", file, "--yes")
    assert (done.exit_code, done.output.strip()) == (2, partner_wording.NOT_OURS)
    assert not paths.data_place().exists()


def test_a_name_that_is_not_there_is_said(run: Run) -> None:
    done = run("remove", "Nobody")
    assert (done.exit_code, done.output.strip()) == (1, wording.NO_SUCH)


@pytest.mark.parametrize(
    ("toml", "sentence"),
    [
        ("name = ", "The words cannot be used"),
        (TOML.replace("about", "lists"), "The words cannot be used"),
        (TOML.replace("We listen.", "We\\u202elisten."), "Not plain text"),
        (TOML.replace("https:", "http:"), partner_wording.NO_WAY),
        (TOML.replace("2027", "2020"), "ran out"),
        (TOML.replace("2027", "2090"), partner_wording.RUNS_TOO_LONG),
        (TOML.replace("Example Centre", "Samaritans"), partner_wording.NAME_TAKEN),
        ("a=" + "[" * 30_000, wording.TOO_DEEP),
        ("a=" + "{a=" * 5_000, wording.TOO_DEEP),
    ],
    ids=["no TOML", "an unknown word", "no plain text", "another link", "run out", "too long", "a name of ours", "deep", "deep tables"],
)
def test_words_that_nobody_could_add_are_not_made(run: Run, home: Path, toml: str, sentence: str) -> None:
    (home / "WORDS.toml").write_text(toml, encoding="utf-8")
    done = run("make", home / "WORDS.toml", "--key", home / "key", "--output", home / "made")
    assert done.exit_code == 2
    assert sentence in done.output
    assert not (home / "made").exists()
    assert not (home / "key").exists()


@pytest.mark.parametrize(
    ("key", "output"), [("key", "key"), ("key", "link"), ("WORDS.toml", "made"), ("key", "WORDS.toml"), ("key", "more/../WORDS.toml")]
)
def test_no_file_is_written_over_another(run: Run, home: Path, key: str, output: str) -> None:
    (home / "WORDS.toml").write_text(TOML, encoding="utf-8")
    (home / "more").mkdir()
    (home / "link").symlink_to(home / "key")
    assert run("make", home / "WORDS.toml", "--key", home / "key", "--output", home / "first").exit_code == 0
    before = {path: path.read_bytes() for path in home.iterdir() if path.is_file()}
    done = run("make", home / "WORDS.toml", "--key", home / key, "--output", home / output)
    assert (done.exit_code, done.output.strip()) == (2, wording.ONE_FILE)
    assert {path: path.read_bytes() for path in home.iterdir() if path.is_file()} == before


def test_a_key_that_others_can_read_is_said(run: Run, home: Path) -> None:
    (home / "WORDS.toml").write_text(TOML, encoding="utf-8")
    make = ("make", home / "WORDS.toml", "--key", home / "key", "--output", home / "made")
    assert wording.KEY_OPEN not in run(*make).output
    (home / "key").chmod(0o644)
    done = run(*make)
    assert done.exit_code == 0
    assert wording.KEY_OPEN in done.stderr


def test_uninstalling_takes_the_files_too(run: Run, file: Path) -> None:
    run("add", file, "--yes")
    ours = found()
    assert [path.parent.name for path in ours.files] == ["partners"]


@pytest.mark.parametrize("command", ["add", "list", "remove", "make"])
def test_each_help_has_an_example(run: Run, command: str) -> None:
    assert f"netcurtain partner {command}" in run(command, "--help").output.split("Example:")[1]
