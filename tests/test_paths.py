import os
import stat
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from netcurtain import paths

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the variables that move the folders are those of Linux")

PLACES: dict[str, Callable[[], Path]] = {
    "XDG_DATA_HOME": paths.data_folder,
    "XDG_CACHE_HOME": paths.cache_folder,
    "XDG_STATE_HOME": paths.log_folder,
}
each = pytest.mark.parametrize(("variable", "folder"), PLACES.items())


@each
def test_a_folder_is_made_for_this_person_only(
    variable: str, folder: Callable[[], Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(variable, str(tmp_path / "not yet"))
    made = folder()
    assert made.is_relative_to(tmp_path / "not yet" / "netcurtain")
    assert stat.S_IMODE(made.stat().st_mode) == 0o700
    assert list(made.iterdir()) == []
    assert folder() == made


def test_a_folder_that_others_could_read_is_closed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    (tmp_path / "netcurtain").mkdir(mode=0o755)
    assert stat.S_IMODE(paths.data_folder().stat().st_mode) == 0o700


@each
def test_a_folder_that_cannot_be_made_is_said_in_one_sentence(
    variable: str, folder: Callable[[], Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv(variable, str(tmp_path / "file"))
    with pytest.raises(paths.FolderError, match="make that folder yours and writable"):
        folder()


def test_a_read_only_folder_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))

    def read_only(**_: object) -> None:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr("tempfile.TemporaryFile", read_only)
    with pytest.raises(paths.FolderError, match=str(tmp_path)):
        paths.data_folder()


def test_a_link_in_a_shared_place_is_not_followed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "theirs").mkdir()
    (tmp_path / "netcurtain").symlink_to(tmp_path / "theirs")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    with pytest.raises(paths.FolderError, match="belongs to someone else"):
        paths.data_folder()


def test_a_folder_of_someone_else_is_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setattr(os, "getuid", lambda: 4242)
    with pytest.raises(paths.FolderError, match="belongs to someone else"):
        paths.data_folder()


def test_where_something_may_lie_is_said_without_making_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in PLACES:
        monkeypatch.setenv(variable, str(tmp_path / variable))
    places, log = paths.every_place(), paths.log_place()
    assert list(tmp_path.iterdir()) == []
    for folder in PLACES.values():
        made = folder()
        assert any(made.is_relative_to(place) for place in places)
    assert log == paths.log_folder()


def test_the_window_listens_where_it_is_looked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: object) -> None:
    from netcurtain.ui.application import NAME
    from netcurtain.ui.single_instance import SingleInstance

    assert qapp is not None
    tmp_path.chmod(0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    window = SingleInstance()
    assert window.claim(NAME)
    assert paths.meeting_points()[0].is_socket()
    window.close()
