"""What these tests find: a folder for a survey's results, and a loop whose time is virtual."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.survey.clock import Loop
from tests.survey.test_folder import BEGUN

from netcurtain.survey.folder import SurveyFolder, begin_or_go_on


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[SurveyFolder]:
    with begin_or_go_on(tmp_path / "survey", BEGUN) as opened:
        yield opened


@pytest.fixture
def loop(monkeypatch: pytest.MonkeyPatch) -> Iterator[Loop]:
    with contextlib.closing(Loop(monkeypatch)) as opened:
        yield opened
