"""A Surveyor on the system's Chromium, for tests that look at pages of ours."""

import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from tests.end_to_end.survey import hostile
from tests.end_to_end.survey.looking import Look, looked

from netcurtain import knowledge
from netcurtain.core.filter_list import parse_list
from netcurtain.core.knowledge import Knowledge
from netcurtain.core.matcher import Matcher
from netcurtain.survey.asked import Asked
from netcurtain.survey.result import ListUsed, SiteSurveyed
from netcurtain.survey.surveying import Tools

EXTENSION = Path(__file__).parents[3] / "extension"
LISTS = (ListUsed("Test list", "1", 1),)


@pytest.fixture(scope="session")
def place() -> Iterator[hostile.Place]:
    with hostile.running() as place:
        yield place


@pytest.fixture(scope="session")
def known() -> Knowledge:
    matcher = Matcher([parse_list(f"||{hostile.TRACKER}^\n", "Test list")])
    return Knowledge(matcher, knowledge.organisations(), knowledge.lexicon(), ("Test list",))


@pytest.fixture
def tools(chromium_path: str, known: Knowledge) -> Tools:
    return Tools(known, LISTS, EXTENSION, Path(chromium_path))


@pytest.fixture
def look(tools: Tools, tmp_path: Path) -> Look:
    def look(*sites: str | Sequence[str], at_once: int = 2, **asked: Any) -> list[SiteSurveyed]:
        return looked(tools, Asked(**{"delay": 0.0, "patience": 6.0, **asked}), sites, tmp_path, at_once)

    return look


@pytest.fixture
def home(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where the surveys of this test have their temporary folders. Its name is short, because a socket's name must be."""
    with tempfile.TemporaryDirectory(prefix="nc-") as home:
        monkeypatch.setattr(tempfile, "tempdir", home)
        yield Path(home)
