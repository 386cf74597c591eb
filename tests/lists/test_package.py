"""The last test asks the system's own package archive; it is skipped where there is none."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from tests.lists.conftest import LIST

from netcurtain.lists import package, wording
from netcurtain.lists.package import Packages, read_file, read_package
from netcurtain.lists.reading import Reading, read
from netcurtain.lists.source import Fresh, PackageSource, Refused

SOURCE = PackageSource("webext-ublock-origin-chromium", "usr/share/**/assets/thirdparties/easylist/easyprivacy.txt")
INSIDE = "usr/share/chromium/extensions/ublock-origin/assets/thirdparties/easylist/easyprivacy.txt"


def put(root: Path) -> Path:
    path = root / INSIDE
    path.parent.mkdir(parents=True)
    path.write_text(LIST)
    return path


def test_an_installed_package_is_read_where_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "_run", lambda *_: pytest.fail("nothing needs to be run"))
    path = put(tmp_path)
    answer = read_package(SOURCE, Packages(tmp_path, tmp_path / "cache"))
    assert answer == Fresh(LIST.encode(), modified=path.stat().st_mtime)


def test_a_link_in_its_place_is_not_followed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda _: None)
    path = put(tmp_path)
    path.rename(tmp_path / "elsewhere")
    path.symlink_to(tmp_path / "elsewhere")
    assert read_package(SOURCE, Packages(tmp_path, tmp_path / "cache")) == Refused(wording.NO_PACKAGES)


def test_only_a_file_is_read_as_a_file(tmp_path: Path) -> None:
    (tmp_path / "target").touch()
    os.mkfifo(tmp_path / "pipe")
    for name in ("none", ".", "pipe", "a\0b"):
        assert read_file(tmp_path / name) == Refused(wording.NO_FILE)


def test_without_debians_tools_no_package_is_fetched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda _: None)
    assert read_package(SOURCE, Packages(tmp_path, tmp_path / "cache")) == Refused(wording.NO_PACKAGES)


@pytest.mark.skipif(not shutil.which("dpkg-deb"), reason="dpkg-deb is not here")
@pytest.mark.parametrize(("has_list", "answers"), [(True, True), (False, True), (True, False)])
def test_a_package_that_is_not_installed_is_fetched_and_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, has_list: bool, answers: bool
) -> None:
    tree = tmp_path / "tree"
    (tree / "DEBIAN").mkdir(parents=True)
    (tree / "DEBIAN/control").write_text("Package: webext\nVersion: 1\nArchitecture: all\nMaintainer: N <n@n.example>\nDescription: d\n")
    if has_list:
        put(tree)
    subprocess.run(["dpkg-deb", "-b", str(tree), str(tmp_path / "webext.deb")], check=True, capture_output=True)
    commands: list[list[str]] = []
    run = package._run

    def fake(command: list[str], folder: Path) -> bool:
        commands.append(command)
        if command[0] != "apt-get":
            return run(command, folder)
        shutil.copy(tmp_path / "webext.deb", folder)
        return answers

    monkeypatch.setattr(package, "_run", fake)
    monkeypatch.setattr("shutil.which", lambda name: f"/usr/bin/{name}")
    cache = tmp_path / "cache"
    told: list[str] = []
    answer = read_package(SOURCE, Packages(tmp_path / "nowhere", cache), lambda doing, *_: told.append(doing))
    if has_list and answers:
        assert isinstance(answer, Fresh)
        assert answer.content == LIST.encode()
    else:
        assert answer == Refused(wording.NOT_FETCHED if not answers else wording.NOT_IN_PACKAGE)
    assert commands[0][-1] == SOURCE.package
    assert told[0] == "fetching the Debian package webext-ublock-origin-chromium"
    assert told[1:] == (["unpacking the Debian package webext-ublock-origin-chromium"] if answers else [])
    assert list(cache.iterdir()) == [], "the cache is left as it was"


def test_the_real_package_holds_easyprivacy(tmp_path: Path) -> None:
    if not (shutil.which("apt-get") and shutil.which("dpkg-deb")):
        pytest.skip("apt-get is not here")
    answer = read_package(SOURCE, Packages(tmp_path / "nothing is installed", tmp_path / "cache"))
    if answer == Refused(wording.NOT_FETCHED):
        pytest.skip("the package archive does not answer")
    assert isinstance(answer, Fresh)
    reading = read(answer.content, "EasyPrivacy")
    assert isinstance(reading, Reading)
    assert reading.title == "EasyPrivacy"
    assert reading.filters > 30_000
