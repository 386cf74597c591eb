"""`netcurtain history` and `netcurtain uninstall` as a person calls them: words in, words out, exit status."""

import json
import tempfile
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from netcurtain.cli import main
from netcurtain.core.record import PageRecord
from netcurtain.history import clock, vault
from netcurtain.history.kept_file import KeptFile
from netcurtain.history.vault import Vault
from netcurtain.history.writing import IN_FILE, Writer

PASSPHRASE = "correct horse"


def run(*arguments: str, given: str = "") -> Result:
    return CliRunner().invoke(main, arguments, input=given)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of our own, where a key is made in a moment."""
    for kind in ("DATA", "CONFIG", "CACHE", "STATE"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(tmp_path / kind.lower()))
    for name in ("HOME", "XDG_RUNTIME_DIR"):
        monkeypatch.setenv(name, str(tmp_path))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    for name, quick in (("MEMORY_KIB", 8 * 1024), ("PASSES", 1), ("LANES", 1)):
        monkeypatch.setattr(vault, name, quick)
    return tmp_path


@pytest.fixture
def kept(home: Path) -> Path:
    """The folder of a history with two visits."""
    folder = home / "data" / "netcurtain" / "history"
    with closing(KeptFile(folder).open(Vault(folder).make(PASSPHRASE)).db) as db:
        for number, site in enumerate(("police.example", "library.example")):
            url, title = f"https://{site}/report", "Report a crime"
            Writer(db, IN_FILE).keep([PageRecord(f"p{number}", f"v{number}", site, url, title, clock.milliseconds() - number * 60_000)])
    return folder


def test_a_kept_history_is_listed_shown_copied_and_deleted(kept: Path, home: Path) -> None:
    listed = run("history", "list", given=PASSPHRASE + "\n")
    assert (listed.exit_code, listed.stderr) == (0, "")
    assert [line.split()[0] for line in listed.stdout.splitlines()] == ["v0", "v1"]
    shown = run("history", "show", "v0", given=PASSPHRASE)
    assert "“Report a crime” was opened: https://police.example/report" in shown.stdout
    copied = run("history", "export", given=PASSPHRASE)
    assert [visit["site"] for visit in json.loads(copied.stdout)["visits"]] == ["police.example", "library.example"]
    assert "no passphrase" in copied.stderr
    assert run("history", "export", "--output", str(home / "copy.json"), given=PASSPHRASE).exit_code == 0
    assert json.loads((home / "copy.json").read_text()) == json.loads(copied.stdout)
    deleted = run("history", "delete", "v0", given=PASSPHRASE)
    assert (deleted.exit_code, deleted.stdout[:24]) == (0, "Deleted from Netcurtain.")
    assert run("history", "show", "v0", given=PASSPHRASE).exit_code == 1
    assert "library.example" in run("history", "list", given=PASSPHRASE).stdout
    assert (kept / "history.db").exists()


@pytest.mark.parametrize("arguments", [["list"], ["show", "v0"], ["export"], ["delete", "v0"]], ids=" ".join)
def test_without_the_passphrase_nothing_is_told(arguments: list[str], kept: Path) -> None:
    before = (kept / "history.db").read_bytes()
    for given, said in (("", "A passphrase is needed"), ("wrong horse\n", "does not open it")):
        done = run("history", *arguments, given=given)
        assert (done.exit_code, done.stdout, done.stderr.count("\n")) == (2, "", 1)
        assert said in done.stderr
        assert "horse" not in done.stderr
    assert (kept / "history.db").read_bytes() == before


def test_everything_that_is_kept_is_deleted_without_a_passphrase(kept: Path) -> None:
    done = run("history", "delete", "--all")
    assert (done.exit_code, done.stdout[:24], done.stderr) == (0, "Deleted from Netcurtain.", "")
    assert not kept.exists()


@pytest.mark.parametrize(
    ("arguments", "status"),
    [(["list"], 0), (["show", "v0"], 1), (["export"], 1), (["delete", "v0"], 1), (["delete", "--all"], 0)],
    ids=lambda given: " ".join(given) if isinstance(given, list) else str(given),
)
def test_where_nothing_is_kept_that_is_said(arguments: list[str], status: int, home: Path) -> None:
    done = run("history", *arguments)
    assert done.exit_code == status
    assert "Nothing is kept on this computer." in (done.stderr if status else done.stdout)
    assert list(home.iterdir()) == []


@pytest.mark.parametrize("arguments", [[], ["v0", "--all"]], ids=["neither", "both"])
def test_a_deletion_says_what_it_is_about(arguments: list[str], kept: Path) -> None:
    done = run("history", "delete", *arguments)
    assert done.exit_code == 2
    assert "give --all" in done.stderr
    assert kept.exists()


def test_uninstalling_leaves_no_file(kept: Path, home: Path) -> None:
    (home / "list.txt").write_text("! Title: Test list\n||tracker.example^\n")
    run("filters", "add", str(home / "list.txt"))
    run("match", given='{"url": "https://www.facebook.com/tr/"}')
    refused = run("uninstall")
    assert (refused.exit_code, refused.stderr) == (1, "Nothing was removed.\n")
    assert str(kept / "key") in refused.stdout
    assert kept.exists()
    done = run("uninstall", "--yes")
    assert (done.exit_code, done.stderr) == (0, "")
    assert {str(path.relative_to(home)) for path in home.rglob("*")} == {"cache", "data", "list.txt"}
