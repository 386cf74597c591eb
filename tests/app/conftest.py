"""An app in folders of its own, what it tells, and a browser that has joined it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.app.running import Heard, Joined, joined, running

from netcurtain import paths
from netcurtain.app import App


@pytest.fixture(autouse=True)
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("data_folder", "cache_folder", "log_folder"):
        folder = tmp_path / name
        folder.mkdir()
        monkeypatch.setattr(paths, name, lambda folder=folder: folder)
    return tmp_path


@pytest.fixture
def heard() -> Heard:
    return Heard()


@pytest.fixture
def app(heard: Heard) -> Iterator[App]:
    with running(heard) as app:
        yield app


@pytest.fixture
def browser(app: App) -> Iterator[Joined]:
    with joined(app) as one:
        yield one
