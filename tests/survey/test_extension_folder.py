"""Where our browser extension lies."""

import shutil
from pathlib import Path

import pytest

from netcurtain.survey import extension_folder
from netcurtain.survey.extension_folder import ExtensionError, find_extension, hash_of, usual_places


def test_in_a_checkout_it_is_beside_the_app() -> None:
    assert find_extension() == Path(__file__).resolve().parents[2] / "extension"


def test_one_that_is_named_goes_first(tmp_path: Path) -> None:
    (tmp_path / "manifest.json").write_text("{}")
    assert find_extension(tmp_path) == tmp_path


def test_a_folder_without_one_is_told(tmp_path: Path) -> None:
    with pytest.raises(ExtensionError, match="no browser extension in this folder"):
        find_extension(tmp_path)


def test_an_installed_app_brings_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sysconfig.get_path", lambda _name, _scheme: str(tmp_path))
    installed = tmp_path / "share" / "netcurtain" / "extension"
    assert installed in usual_places()
    monkeypatch.setattr(extension_folder, "usual_places", lambda: [tmp_path / "none", installed])
    with pytest.raises(ExtensionError, match="--extension"):
        find_extension()
    installed.mkdir(parents=True)
    (installed / "manifest.json").write_text("{}")
    assert find_extension() == installed


def test_the_hash_is_of_what_the_browser_runs(tmp_path: Path) -> None:
    ours = find_extension()
    copy = shutil.copytree(ours, tmp_path / "copy")
    (copy / "pairing.json").write_text("{}")
    (copy / ".DS_Store").write_text("")
    assert hash_of(copy) == hash_of(ours)
    (copy / "background" / "main.js").write_text("other")
    assert hash_of(copy) != hash_of(ours)
