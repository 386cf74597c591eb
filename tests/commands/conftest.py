"""What these tests find: for a survey, a list of sites, folders of its own, and a stand-in in the browsers' place."""

from pathlib import Path

import pytest
from tests.commands.survey_runs import LISTED
from tests.survey.stand_in import in_command

from netcurtain.commands import survey as surveying


@pytest.fixture
def survey_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "kept"))
    monkeypatch.setattr("netcurtain.survey.surveying.Surveyor", in_command)
    monkeypatch.setattr(surveying, "find_chromium", lambda: Path("/usr/bin/chromium"))
    (tmp_path / "sites.csv").write_text(LISTED)
