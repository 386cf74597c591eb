"""The command line as another program meets it: in a process of its own, in the formats of docs/COMMANDS.md."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from tests.commands.every import every_command

COMMAND = [sys.executable, "-m", "netcurtain"]
LIST = "! Title: Test list\n! Version: 1\n||tracker.example^\n||other.example^\nexample.org##.ad\n"


@pytest.fixture
def home(tmp_path: Path) -> dict[str, str]:
    """An environment whose files live below tmp_path."""
    folders = {f"XDG_{kind}_HOME": str(tmp_path / kind.lower()) for kind in ("DATA", "CONFIG", "CACHE", "STATE")}
    places = {"XDG_RUNTIME_DIR": str(tmp_path), "HOME": str(tmp_path), "TMPDIR": str(tmp_path)}
    return os.environ | folders | places | {"PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}"}


def run(*arguments: str, home: dict[str, str], given: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run([*COMMAND, *arguments], input=given, env=home, capture_output=True, text=True, timeout=60, check=False)


@pytest.mark.parametrize("name", [name for name, _ in every_command()])
def test_help_shows_an_example(name: str, home: dict[str, str]) -> None:
    done = run(*name.split(), "--help", home=home)
    assert done.returncode == 0
    assert re.search(rf"Example:\n +.*netcurtain {name}".rstrip(), done.stdout)


@pytest.mark.parametrize(
    ("name", "said"), [("match", '"outcome":"match"'), ("classify", '"sensitive":true'), ("decode", "this page was opened")]
)
def test_the_example_of_a_streaming_command_works(name: str, said: str, home: dict[str, str]) -> None:
    shown = run(name, "--help", home=home).stdout
    example = next(line.strip() for line in shown.splitlines() if "echo" in line)
    done = subprocess.run(["sh", "-c", example], env=home, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0
    assert said in done.stdout


def test_match_takes_lists_and_answers_line_by_line(home: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "list.txt").write_text(LIST)
    asked = [
        {"id": n, "url": f"https://{host}/a.gif", "page_url": "https://example.org/", "type": "image"}
        for n, host in enumerate(["tracker.example", "example.org"])
    ]
    done = run("match", "--list", str(tmp_path / "list.txt"), home=home, given="\n".join(map(json.dumps, asked)))
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 0
    assert [(a["id"], a["outcome"], a["filter"], a["list"]) for a in answers] == [
        (0, "match", "||tracker.example^", "Test list"),
        (1, "none", None, None),
    ]


def test_a_bad_line_ends_the_run_with_status_1_after_all_others(home: dict[str, str]) -> None:
    done = run("classify", home=home, given='{"id": "a"}\nnonsense\n{"id": "b"}\n')
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 1
    assert [a.get("id") for a in answers] == ["a", None, "b"]
    assert answers[1] == {"error": "the line is not JSON", "line": 2}


def test_a_list_that_is_not_there_gets_one_sentence_and_status_2(home: dict[str, str]) -> None:
    done = run("match", "--list", "/nowhere/list.txt", home=home)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.strip().count("\n") == 0
    assert "cannot be read" in done.stderr


def test_a_list_that_is_on_but_not_here_is_told_beside_the_answers(home: dict[str, str]) -> None:
    done = run("match", home=home, given='{"url": "https://www.facebook.com/tr/"}')
    assert json.loads(done.stdout)["outcome"] == "match"
    assert done.stderr == "EasyPrivacy is on but not here yet. To fetch it: netcurtain filters update\n"


def test_match_works_where_nothing_can_be_kept(home: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    done = run("match", home=home | {"XDG_DATA_HOME": str(tmp_path / "file")}, given='{"url": "https://www.facebook.com/tr/"}')
    assert (done.returncode, json.loads(done.stdout)["list"]) == (0, "Netcurtain starter")


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux runs without a screen")
def test_without_a_screen_one_sentence_says_what_to_run(home: dict[str, str]) -> None:
    bare = {name: value for name, value in home.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")}
    done = run(home=bare)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert done.stderr.startswith("There is no screen here")


def test_filters_are_added_listed_used_and_removed(home: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "list.txt").write_text(LIST)
    assert run("filters", "add", str(tmp_path / "list.txt"), home=home).returncode == 0
    assert "Test list, 2 filters" in run("filters", "list", home=home).stdout
    line = json.dumps({"url": "https://other.example/", "page_url": "https://example.org/"})
    assert json.loads(run("match", home=home, given=line).stdout)["list"] == "Test list"
    assert run("filters", "remove", "test-list", home=home).returncode == 0
    assert json.loads(run("match", home=home, given=line).stdout)["outcome"] == "none"


def test_a_list_that_is_a_web_page_is_refused_with_a_reason(home: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text("<!doctype html><p>Not found</p>")
    done = run("filters", "add", str(tmp_path / "page.txt"), home=home)
    assert (done.returncode, done.stdout) == (1, "")
    assert "web page" in done.stderr


@pytest.mark.skipif(hasattr(os, "getuid") and os.getuid() == 0, reason="root may write anywhere")
def test_a_folder_that_cannot_be_written_gets_one_sentence(home: dict[str, str], tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    done = run("filters", "list", home=home)
    tmp_path.chmod(0o700)
    assert done.returncode == 2
    assert "writable" in done.stderr


def test_no_sentence_is_made_before_the_language_is_known(home: dict[str, str]) -> None:
    script = "import sys, netcurtain.cli\nprint(sorted(name for name in sys.modules if name.endswith(('wording', 'told_events', 'model'))))"
    done = subprocess.run([sys.executable, "-c", script], env=home, capture_output=True, text=True, timeout=60, check=False)
    assert (done.stdout.strip(), done.stderr) == ("[]", "")


@pytest.mark.parametrize(("language", "history"), [("cy", "Hanes"), ("en", "History")])
def test_the_windows_speak_the_language_that_was_chosen(home: dict[str, str], language: str, history: str) -> None:
    script = (
        "import sys, types\nfrom netcurtain import cli, paths\n"
        f"(paths.data_folder() / 'settings.json').write_text('{{\"language\": \"{language}\"}}')\n"
        "def run(*_port, **_options):\n"
        "    from netcurtain.ui import wording\n"
        "    print(wording.HISTORY)\n"
        "desktop = sys.modules['netcurtain.desktop'] = types.ModuleType('netcurtain.desktop')\ndesktop.run = run\n"
        "cli.main([])"
    )
    environment = {**home, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run([sys.executable, "-c", script], env=environment, capture_output=True, text=True, timeout=60, check=False)
    assert (done.stdout.strip(), done.stderr) == (history, "")


def test_no_subcommand_imports_qt(home: dict[str, str]) -> None:
    script = (
        "import sys\nfrom click.testing import CliRunner\nfrom netcurtain.cli import main\n"
        "import netcurtain.commands.serve\n"
        "for words in (['match'], ['classify'], ['decode'], ['filters', 'list'], ['history', 'list'], ['uninstall', '--yes']):\n"
        "    assert CliRunner().invoke(main, words).exit_code == 0, words\n"
        "print(sorted(name for name in sys.modules if name.startswith(('PySide6', 'shiboken'))))"
    )
    done = subprocess.run([sys.executable, "-c", script], env=home, capture_output=True, text=True, timeout=60, check=False)
    assert (done.stdout.strip(), done.stderr) == ("[]", "")
