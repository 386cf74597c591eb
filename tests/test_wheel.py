"""The wheel of `make package`, in the environment that the bundle is made from: the command, and its place in the system's menu."""

import configparser
import os
import subprocess
import zipfile
from pathlib import Path

import pytest

PACKAGED = "NETCURTAIN_PACKAGED"


@pytest.fixture
def packaged() -> Path:
    if not (folder := os.environ.get(PACKAGED)):
        pytest.skip(f"{PACKAGED} names no folder: `make package`, then `make test-package`")
    return Path(folder).absolute()


@pytest.fixture
def environment(packaged: Path) -> Path:
    return packaged / "package-env"


def test_its_entry_in_the_menu_starts_it_and_says_nothing_of_what_it_is_for(environment: Path) -> None:
    entry = configparser.ConfigParser(interpolation=None)
    entry.optionxform = str  # type: ignore[assignment,method-assign]
    entry.read(environment / "share" / "applications" / "netcurtain.desktop", encoding="utf-8")
    said = dict(entry["Desktop Entry"])
    assert (said["Name"], said["Exec"], said["Icon"]) == ("Netcurtain", "netcurtain", "netcurtain")
    assert not {"Comment", "GenericName", "Keywords"} & set(said)
    assert (environment / "share" / "icons" / "hicolor" / "scalable" / "apps" / "netcurtain.svg").is_file()


def test_its_command_answers(environment: Path, tmp_path: Path) -> None:
    command = environment / "bin" / "netcurtain"
    answered = subprocess.run([command, "--version"], env={"HOME": str(tmp_path)}, capture_output=True, text=True, check=True, timeout=60)
    assert answered.stdout.startswith("netcurtain ")


def test_every_file_that_is_read_at_run_time_is_in_it(packaged: Path) -> None:
    (wheel,) = (packaged / "wheel").glob("netcurtain-*.whl")
    there = {name.removeprefix("netcurtain/") for name in zipfile.ZipFile(wheel).namelist()}
    source = Path(__file__).parents[1] / "desktop" / "netcurtain"
    kinds = {".css", ".html", ".js", ".svg", ".toml", ".txt", ".typ", ".qm"}
    read = {file.relative_to(source).as_posix() for file in source.rglob("*") if file.suffix in kinds and "filters" not in file.parts}
    assert read - there == set()


def test_it_brings_the_extension_for_the_browsers_of_a_survey(environment: Path) -> None:
    source = Path(__file__).parents[1] / "extension"
    brought = environment / "share" / "netcurtain" / "extension"
    assert {file.relative_to(brought): file.read_bytes() for file in brought.rglob("*") if file.is_file()} == {
        file.relative_to(source): file.read_bytes() for file in source.rglob("*") if file.is_file()
    }
